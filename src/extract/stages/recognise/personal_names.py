"""What a personal name looks like: Chinese, transcribed, Japanese; how sure it is by itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import IntEnum
from typing import Any, NamedTuple

from extract.stages.recognise.sentence import SentenceView

_HAN = "\u4e00-\u9fff"
_DOTTED = re.compile(f"[{_HAN}A-Z.]{{1,9}}(?:·[{_HAN}A-Z.]{{1,9}})+")
_LATIN = re.compile(r"[A-Z][a-z]+(?: [A-Z][a-z]+)*(?![A-Za-z0-9])")
_GIVEN = 2
_FOREIGN = 3
_FOREIGN_LONG = 8
_COINED_TAGS = ("n", "j", "g", "z", "t", "b")
_LONGEST = 10
_HYPHENS = "-·"
_NAMED = ("nr", "nz", "ns")
_STOPS = ("p", "c", "u", "v", "d", "x", "m", "t")
_ENDINGS = ("nr", "nz", "ng", "g", "q", "j", "zg")
"""Tags of the last character of a longer name: 米德尔|顿."""
_JOINS = ("c", "p")
_WORDS = ("p", "c", "u", "r", "d", "m", "q", "y")
"""Tags of a surname's character that is a word of its own: 于, 和, 都."""


class Sure(IntEnum):
    """How sure a name is by its form alone."""

    LIKE = 1
    """Needs a title or the like beside it."""
    FORMED = 2
    """A surname before characters that are given as names: needs to stand like one."""
    KNOWN = 3


class Name(NamedTuple):
    """A personal name at `start:end` of the clean text."""

    start: int
    end: int
    sure: Sure


@dataclass(frozen=True, slots=True)
class PersonalNames:
    """Built by `compile` from knowledge/people.yaml and the sounds of knowledge/places.yaml."""

    surnames: frozenset[str]
    double: frozenset[str]
    japanese: frozenset[str]
    given: frozenset[str]
    sounds: frozenset[str]
    ordinary: frozenset[str]
    """Words that begin like a name and are none: 高水平, 王后."""
    no_ends: frozenset[str]
    """What no word ends in that is a name, though the segmenter took it for one: 贡献|率."""
    adverbs: frozenset[str]
    """Characters that follow a name and end none: 将 in 某某将出席."""
    addresses: frozenset[str]
    """What a surname has behind it where no given name follows: 江|女士."""
    someone: str
    """What stands for a given name that is kept back: 某."""

    @classmethod
    def compile(cls, data: Mapping[str, Any], sounds: str) -> PersonalNames:
        """Raises KeyError where a list is missing."""
        return cls(
            frozenset(data["surnames"]),
            frozenset(data["double_surnames"]),
            frozenset(data["japanese"]),
            frozenset(data["given"]),
            frozenset(sounds),
            frozenset((*data["ordinary"], *data["roles"], *data["offices"], *data["titles"])),
            frozenset(data["no_ends"]),
            frozenset(data["adverbs"]),
            frozenset((*data["roles"], *data["offices"], *data["titles"], *data["addresses"])),
            data["someone"],
        )

    def dotted(self, seen: SentenceView, called: Collection[int] = ()) -> Iterator[Name]:
        """Names with a middle dot: 阿列克谢·科瓦廖夫; words before and behind them are cut off.

        `called` is where titles and the like end: what begins there is a name's whatever its characters.
        """
        for found in _DOTTED.finditer(seen.text):
            start, end = found.start() + seen.offset, found.end() + seen.offset
            first, last = seen.text.index("·", found.start()), seen.text.rindex("·", 0, found.end())
            titled = max((at for at in called if start <= at < first + seen.offset), default=None)
            start = titled or self._back(seen, self._first_part(seen, first + seen.offset, start), start)
            at = last + 1 + seen.offset
            word = seen.word_at(at)
            if word is not None and word[0] <= end and not word[1].startswith(_STOPS):
                end = max(word[0], self._on(seen, at, end))  # the first word is the name's whatever its characters
            else:
                end = at
            if start < first + seen.offset and end > at and (titled or self._parts(seen, start, end)):
                yield Name(start, end, Sure.KNOWN)

    def _parts(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether what a middle dot joins may be a name: no single characters, places or common nouns: 美·美."""
        parts = seen.text[start - seen.offset : end - seen.offset].split("·")
        at, single = start, True
        for part in parts:
            at, single = at + len(part) + 1, single and len(part) == 1
            if not (self.sounds.issuperset(part) or self._alike(seen, at - 1 - len(part), at - 1)):
                return False
        return not single

    @staticmethod
    def _alike(seen: SentenceView, start: int, end: int) -> bool:
        """Whether a part of a name is letters, a word that is tagged as a name, or loose characters."""
        tag = seen.tag_of(start, end)
        if tag:
            return end - start == 1 or tag.startswith(("nr", "nz", "x", "eng"))
        words = seen.words(start, end)
        return all(len(word) == 1 or word.isascii() for word in words)

    def _first_part(self, seen: SentenceView, dot: int, floor: int) -> int:
        """Where the word before a middle dot begins if it may be a part of a name whatever its characters: 川·立派."""
        word, tag = seen.word_before(dot)
        named = tag.startswith(_NAMED) or dot - word == 1
        return word if named and word >= floor and seen.char(word).isalpha() else dot

    def may_begin(self, character: str) -> bool:
        """Whether a name may begin with a character."""
        return character in self.surnames or character in self.sounds

    def at(self, seen: SentenceView, start: int) -> Name | None:
        """The name that begins with the word at `start`, of the forms the surest, then the longest."""
        readings = (self._chinese(seen, start), self._foreign(seen, start), self._tagged(seen, start))
        found = [name for name in readings if name is not None]
        best = max(found, key=lambda name: (name.sure, name.end), default=None)
        longer = readings[1]
        if best is None or longer is None or longer.end <= best.end or longer.sure is Sure.LIKE:
            return best
        return longer if seen.tag_after(best.end).startswith(_ENDINGS) else best  # 米德尔|顿

    def latin(self, seen: SentenceView, start: int) -> Name | None:
        """A name in Latin letters behind a calling: 经纪人|Ann Lee."""
        found = _LATIN.match(seen.text, start - seen.offset)
        return Name(start, found.end() + seen.offset, Sure.LIKE) if found else None

    def _tagged(self, seen: SentenceView, start: int) -> Name | None:
        """A word that the segmenter takes for a person, whatever it begins with: 普密蓬 behind 国王."""
        word = seen.word_at(start)
        if word is None or not word[1].startswith("nr"):
            return None
        if not _GIVEN <= word[0] - start <= (_FOREIGN_LONG if word[1] == "nrt" else _FOREIGN):
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
        least = _GIVEN if seen.char(start) in self.surnames else _FOREIGN
        return Name(start, at, Sure.LIKE) if at - start >= least and seen.char(at - 1) not in self.adverbs else None

    def transcribed(self, seen: SentenceView, start: int) -> Name | None:
        """A word of nothing but sounds behind a title, though the dictionary takes it for a noun: 外长|利维."""
        word = seen.word_at(start)
        if word is None or word[1] != "n" or not _GIVEN <= word[0] - start <= _LONGEST:
            return None
        text = seen.text[start - seen.offset : word[0] - seen.offset]
        return Name(start, word[0], Sure.LIKE) if self.sounds.issuperset(text) and text not in self.ordinary else None

    def _part(self, text: str, tag: str) -> bool:
        """Whether a word may be a part of a name that is no word: one character, or what is taken for a name."""
        if len(text) > 1 or not text.isalpha() or text.isascii():
            return tag.startswith("nr") and text not in self.ordinary and text.isalpha()
        return tag.startswith(_COINED_TAGS) or (text in self.sounds and not tag.startswith(("p", "c", "u")))

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
            if tag == "nz" and end - start > _GIVEN:
                return Name(start, end, Sure.LIKE)
            if not tag.startswith("nr"):
                return None
            if end - start == _GIVEN:
                return Name(start, end, Sure.LIKE)
            return Name(start, end, Sure.KNOWN if named else Sure.LIKE)  # 安全带 and 许可证 are tagged so too
        surname = seen.tag_of(start, given)
        if not surname and named and end - start > _GIVEN and self._split(seen, start, end - 1):
            return Name(start, end, Sure.FORMED)  # 阳文|彬
        if not surname or surname.startswith(_WORDS):
            return Name(start, end, Sure.LIKE) if surname and named else None
        if surname.startswith("v"):  # 付|新华, not 练|立
            return Name(start, end, Sure.LIKE) if named and len(characters) > 1 else None
        rest = seen.tag_of(given, end)
        common = len(characters) > 1 and rest and not rest.startswith(_NAMED)
        if not named:
            return None if common or seen.word_before(end)[1].startswith(_STOPS) else Name(start, end, Sure.LIKE)
        return Name(start, end, Sure.FORMED if len(characters) > 1 and not common else Sure.LIKE)

    def _split(self, seen: SentenceView, start: int, last: int) -> bool:
        """Whether the segmenter took the front of a name for a name, and left its last character alone."""
        front, tag = seen.text[start - seen.offset : last - seen.offset], seen.tag_of(last, last + 1)
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
            if not "\u4e00" <= seen.text[index] <= "\u9fff" or (word is not None and word[1].startswith(_STOPS)):
                break
            if word is not None and word[0] - at > 1 and not word[1].startswith("nr"):
                break
            at = word[0] if word is not None else at + 1
        end = min(at, start + size + 3)
        return Name(start, end, Sure.KNOWN if end - start > _FOREIGN else Sure.LIKE)

    # ---- transcribed --------------------------------------------------------------------------------------------

    def _foreign(self, seen: SentenceView, start: int) -> Name | None:
        end = self._on(seen, start, min(start + _LONGEST, seen.offset + len(seen.text)))
        text = seen.text[start - seen.offset : end - seen.offset]
        if len(text) < _GIVEN or any(c.isascii() and c not in _HYPHENS for c in text):
            return None
        tag = seen.tag_of(start, end)
        if tag and not tag.startswith((*_NAMED, "nt", "j", "x")):
            return None  # 基金
        if "-" in text and self._hyphened(seen, start, end):
            return Name(start, end, Sure.KNOWN)
        apart = not seen.tag_after(end).startswith("u")  # 尼克斯|的 may be a team
        long = len(text) > _FOREIGN or (len(text) == _FOREIGN and tag == "nrt" and apart)
        return Name(start, end, Sure.FORMED if long and tag != "ns" else Sure.LIKE)

    @staticmethod
    def _hyphened(seen: SentenceView, start: int, end: int) -> bool:
        """Whether a hyphen joins a given and a family name: 卡梅罗-安东尼, not the places of 马德里-巴黎."""
        parts = seen.text[start - seen.offset : end - seen.offset].split("-")
        at, named = start, len(parts) == _GIVEN
        for part in parts:
            named = named and len(part) >= _GIVEN and seen.tag_of(at, at + len(part)) != "ns"
            at += len(part) + 1
        return named

    def _on(self, seen: SentenceView, start: int, limit: int) -> int:
        """Where words that only transcribe sounds end, from `start` on; a hyphen joins two."""
        at = start
        while at < limit:
            word = seen.word_at(at)
            joins = at > start and seen.char(at) in _HYPHENS
            if word is None or word[0] > limit:
                break
            text = seen.text[at - seen.offset : word[0] - seen.offset]
            if text in self.ordinary or not (joins or self._sounds(text, word[1]) or self._ends_clause(seen, at, word)):
                break
            at = word[0]
        return at - 1 if at > start and seen.char(at - 1) in _HYPHENS else at

    def _ends_clause(self, seen: SentenceView, at: int, word: tuple[int, str]) -> bool:
        """Whether a preposition by its tag stands right before a mark, where none can: 卡塔|比，."""
        last = word[0] - at == 1 and seen.tag_after(word[0]) == "x" and word[1] == "p"
        return last and seen.char(at) in self.sounds

    def _back(self, seen: SentenceView, end: int, floor: int) -> int:
        at = end
        while at > floor:
            word, tag = seen.word_before(at)
            if word < floor or not self._sounds(seen.text[word - seen.offset : at - seen.offset], tag):
                break
            at = word
        return at

    def _sounds(self, text: str, tag: str) -> bool:
        if text.isascii():
            return text.isalpha() and text[0].isupper()
        if len(text) == 1:
            return text in self.sounds and tag not in ("p", "c") and not tag.startswith("u")
        named = tag.startswith((*_NAMED, "x", "n")) or (len(text) >= _FOREIGN and not tag.startswith(_STOPS))
        return named and self.sounds.issuperset(text)  # 卡瓦列 is tagged as a measure
