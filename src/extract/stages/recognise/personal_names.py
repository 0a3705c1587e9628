"""What a personal name looks like: Chinese, transcribed, Japanese; how sure it is by itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.stages.recognise.foreign_names import ForeignNames
from extract.stages.recognise.name_forms import FOREIGN, NAMED, SHORTEST, STOPS, Name, Sure
from extract.stages.recognise.offices import latin_name
from extract.stages.recognise.sentence import SentenceView

_FOREIGN_LONG = 8
_GIVEN = 2
"""Characters of most Japanese given names."""
_COINED_TAGS = ("n", "j", "g", "z", "t", "b")
_ENDINGS = ("nr", "nz", "ng", "g", "q", "j", "zg")
"""Tags of the last character of a longer name: 米德尔|顿."""
_NO_GIVEN = ("p", "c", "u", "r", "d", "m", "y", "v", "f", "x", "s", "k")
"""Tags of characters that are no given name's, beside a surname that nothing else makes sure."""
_RARE = ("zg", "z", "g")
"""Tags of a character that is no word."""
_JOINS = ("c", "p")
_WORDS = ("p", "c", "u", "r", "d", "m", "q", "y")
"""Tags of a surname's character that is a word of its own: 于, 和, 都."""


@dataclass(frozen=True, slots=True)
class PersonalNames:
    """Built by `compile` from knowledge/people.yaml and the sounds of knowledge/places.yaml."""

    first: frozenset[str]
    """With what a name begins: surnames, and what transcribes foreign sounds."""
    surnames: frozenset[str]
    families: frozenset[str]
    """Surnames that are seldom words by themselves."""
    double: frozenset[str]
    japanese: frozenset[str]
    given: frozenset[str]
    foreign: ForeignNames
    ordinary: frozenset[str]
    """Words that begin like a name and are none: 高水平, 王后."""
    no_ends: frozenset[str]
    """What no word ends in that is a name, though the segmenter took it for one: 贡献|率."""
    adverbs: frozenset[str]
    """Characters that follow a name and end none: 将 in 某某将出席."""
    firm_ends: frozenset[str]
    """What ends a firm's short name rather than a person's: 柳|工."""
    addresses: frozenset[str]
    """What a surname has behind it where no given name follows: 江|女士."""
    someone: str
    """What stands for a given name that is kept back: 某."""

    @classmethod
    def compile(cls, data: Mapping[str, Any], sounds: str) -> PersonalNames:
        """Raises KeyError where a list is missing."""
        ordinary = frozenset((*data["ordinary"], *data["roles"], *data["offices"], *data["titles"]))
        return cls(
            frozenset((*data["surnames"], *sounds)),
            frozenset(data["surnames"]),
            frozenset(data["families"]),
            frozenset(data["double_surnames"]),
            frozenset(data["japanese"]),
            frozenset(data["given"]),
            ForeignNames(frozenset(sounds), ordinary, frozenset((*sounds, *data["sounds_beside_a_dot"]))),
            ordinary,
            frozenset(data["no_ends"]),
            frozenset(data["adverbs"]),
            frozenset(data["firm_ends"]),
            frozenset((*data["roles"], *data["offices"], *data["titles"], *data["addresses"])),
            data["someone"],
        )

    def short(self, seen: SentenceView, start: int) -> Name | None:
        """A family name and a character that is given as a name, two words by themselves: 郭|英."""
        name = self.bare(seen, start)
        last = seen.char(start + 1) if name is not None else ""
        rare = name is not None and seen.tag_of(start + 1, name.end) in _RARE  # 朱|炯
        return name if (rare or last in self.given) and last not in self.firm_ends else None

    def plain(self, seen: SentenceView, name: Name) -> bool:
        """Whether a name is a family name and what is given, each of them a word by itself: 黄|胜."""
        given = seen.part(name.start + 1, name.end)
        apart = seen.word_at(name.start + 1) is not None and seen.ends_word(name.end)
        return seen.char(name.start) in self.families and apart and self.given.issuperset(given)

    def at(self, seen: SentenceView, start: int) -> Name | None:
        """The name that begins with the word at `start`, of the forms the surest, then the longest."""
        readings = (self._chinese(seen, start), self.foreign.at(seen, start), self._tagged(seen, start))
        found = [name for name in readings if name is not None]
        best = max(found, key=lambda name: (name.sure, name.end), default=None)
        longer = readings[1]
        if best is None or longer is None or longer.end <= best.end or longer.sure is Sure.LIKE:
            return best
        return longer if seen.tag_after(best.end).startswith(_ENDINGS) else best  # 米德尔|顿

    def latin(self, seen: SentenceView, start: int) -> Name | None:
        """A name in Latin letters behind a calling: 经纪人|Ann Lee."""
        size = latin_name(seen.text, start - seen.offset, least=1)
        return Name(start, start + size, Sure.LIKE) if size else None

    def _tagged(self, seen: SentenceView, start: int) -> Name | None:
        """A word that the segmenter takes for a person, whatever it begins with: 普密蓬 behind 国王."""
        word = seen.word_at(start)
        if word is None or not word[1].startswith("nr"):
            return None
        if not SHORTEST <= word[0] - start <= (_FOREIGN_LONG if word[1] == "nrt" else FOREIGN):
            return None
        text = seen.text[start - seen.offset : word[0] - seen.offset]
        unlike = text in self.ordinary or text[-1] in self.adverbs or text[-1] in self.no_ends
        return None if unlike else Name(start, word[0], Sure.LIKE)

    def coined(self, seen: SentenceView, start: int) -> Name | None:
        """What makes no word together, behind a title: 主席|云|布|龙; three characters, or two behind a surname."""
        at, limit = start, seen.offset + len(seen.text)
        while at < limit:
            word = seen.word_at(at)
            if word is None or not self._part(seen.text[at - seen.offset : word[0] - seen.offset], word[1]):
                break
            at = word[0]
        if at - start > _FOREIGN_LONG + 1:
            return None
        least = SHORTEST if seen.char(start) in self.surnames else FOREIGN
        return Name(start, at, Sure.LIKE) if at - start >= least and seen.char(at - 1) not in self.adverbs else None

    def bare(self, seen: SentenceView, start: int) -> Name | None:
        """A family name and one character, whatever it is elsewhere, behind a calling: 导演|霍|猛|执导."""
        if start + SHORTEST >= seen.offset + len(seen.text) or seen.char(start) not in self.families:
            return None
        word = seen.word_at(start + 1)
        apart = seen.tag_of(start, start + 1) and word is not None and word[0] == start + SHORTEST
        last = seen.char(start + 1)
        return (
            Name(start, start + SHORTEST, Sure.LIKE) if apart and last not in self.adverbs and last.isalpha() else None
        )

    def _part(self, text: str, tag: str) -> bool:
        """Whether a word may be a part of a name that is no word: one character, or what is taken for a name."""
        if len(text) > 1 or not text.isalpha() or text.isascii():
            return tag.startswith("nr") and text not in self.ordinary and text.isalpha()
        return tag.startswith(_COINED_TAGS) or (text in self.foreign.sounds and not tag.startswith(("p", "c", "u")))

    # ---- Chinese and Japanese -----------------------------------------------------------------------------------

    def _chinese(self, seen: SentenceView, start: int) -> Name | None:
        text = seen.text[start - seen.offset : start - seen.offset + 6]
        for size in (3, 2):
            if text[:size] in self.japanese:
                return self._japanese(seen, start, size)
        size = 2 if text[:2] in self.double else 1 if text[:1] in self.surnames else 0
        if not size:
            return None
        ends = [start + size + n for n in (2, 1) if size + n <= len(text) and seen.ends_word(start + size + n)]
        names = [self._rated(seen, start, start + size, end) for end in ends]
        return max((name for name in names if name is not None), key=lambda name: name.sure, default=None)

    def _rated(self, seen: SentenceView, start: int, given: int, end: int) -> Name | None:
        characters = seen.text[given - seen.offset : end - seen.offset]
        if characters.strip(self.someone) == "":
            return Name(start, end, Sure.FORMED)  # 江某, 江某某
        if characters[-1] in self.adverbs or not all("\u4e00" <= c <= "\u9fff" for c in characters):
            return None
        ordinary = seen.text[start - seen.offset : end - seen.offset] in self.ordinary
        if ordinary or characters in self.addresses or self._joins_on(seen, end):  # 江女士, 周总理
            return None
        named = self.given.issuperset(characters)
        tag = seen.tag_of(start, end)
        if tag.startswith("t") and named:
            return Name(start, end, Sure.LIKE)  # 周某来 is no week
        if tag:  # one word: a name that the dictionary knows, or an ordinary word
            if characters[-1] in self.no_ends:
                return None
            if tag == "nz" and end - start > SHORTEST:
                return Name(start, end, Sure.LIKE)
            if not tag.startswith("nr"):
                return None
            if end - start == SHORTEST:
                return Name(start, end, Sure.LIKE)
            return Name(start, end, Sure.KNOWN if named else Sure.LIKE)  # 安全带 and 许可证 are tagged so too
        surname = seen.tag_of(start, given)
        if not surname and named and end - start > SHORTEST and self._split(seen, start, end - 1):
            return Name(start, end, Sure.FORMED)  # 阳文|彬
        if surname and seen.char(start) in self.families:
            loose = self._loose(seen, given, end)
            if loose and len(characters) > 1 and characters[-1] not in self.no_ends:
                return Name(start, end, Sure.FORMED)  # 张|稀|哲
            surname = "nr"
        if not surname or surname.startswith(_WORDS):
            return Name(start, end, Sure.LIKE) if surname and named else None
        if surname.startswith("v"):  # 付|新华, not 练|立
            return Name(start, end, Sure.LIKE) if named and len(characters) > 1 else None
        rest = seen.tag_of(given, end)
        common = len(characters) > 1 and rest and not rest.startswith(NAMED)
        if not named:
            return None if common or seen.word_before(end)[1].startswith(STOPS) else Name(start, end, Sure.LIKE)
        return Name(start, end, Sure.FORMED if len(characters) > 1 and not common else Sure.LIKE)

    def _loose(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether a span is single characters that make no word together, none of them a particle or a verb."""
        return all(
            seen.tag_of(at, at + 1) and not seen.tag_of(at, at + 1).startswith(_NO_GIVEN) for at in range(start, end)
        )

    def _split(self, seen: SentenceView, start: int, last: int) -> bool:
        """Whether the segmenter took the front of a name for a name, and left its last character alone."""
        front, tag = seen.text[start - seen.offset : last - seen.offset], seen.tag_of(last, last + 1)
        if tag.startswith("v") and seen.tag_after(last + 1).startswith("m"):
            return False  # 孙悦|有|14分
        loose = tag and not tag.startswith((*_WORDS, "t")) and seen.char(last) not in self.no_ends
        return bool(loose) and seen.tag_of(start, last).startswith("nr") and front not in self.ordinary

    @staticmethod
    def _joins_on(seen: SentenceView, end: int) -> bool:
        """Whether the last character joins the name with a noun behind it: 蔡明|和|市长, not 陈忠和|说."""
        word, tag = seen.word_before(end)
        return word == end - 1 and tag in _JOINS and seen.tag_after(end).startswith(("n", "m"))

    def _japanese(self, seen: SentenceView, start: int, size: int) -> Name | None:
        at = start + size
        while at < start + size + 3 and at - seen.offset < len(seen.text):
            index = at - seen.offset
            word = seen.word_at(at)
            if not "\u4e00" <= seen.text[index] <= "\u9fff" or (word is not None and word[1].startswith(STOPS)):
                break
            if word is not None and word[0] - at > 1 and not word[1].startswith("nr"):
                break
            at = word[0] if word is not None else at + 1
        end = min(at, start + size + 3)
        given = start + size + _GIVEN
        if end < given and self._given_ends(seen, start + size, given):
            end = given  # 佐藤|重|和|到
        return Name(start, end, Sure.KNOWN if end - start > FOREIGN else Sure.LIKE)

    @staticmethod
    def _given_ends(seen: SentenceView, start: int, end: int) -> bool:
        """Whether two characters behind a Japanese surname end where words do, before a mark, a verb or a particle."""
        given = seen.part(start, end)
        if len(given) < end - start or not all("\u4e00" <= char <= "\u9fff" for char in given):
            return False
        last = end == seen.offset + len(seen.text)
        return seen.ends_word(end) and (last or seen.tag_after(end).startswith(("x", "v", "p", "c", "u", "d")))
