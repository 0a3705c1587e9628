"""Names that transcribe another language by its sounds: 米德尔顿, 阿列克谢·科瓦廖夫, 卡梅罗-安东尼."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from itertools import pairwise

from extract.stages.recognise.name_forms import FOREIGN, NAMED, SHORTEST, STOPS, Name, Sure
from extract.stages.recognise.sentence import SentenceView

_HAN = "\u4e00-\u9fff"
_DOTTED = re.compile(f"[{_HAN}A-Z.]{{1,9}}(?:·[{_HAN}A-Z.]{{1,9}})+")
_LONGEST = 10
_FORMED = ("nrt", "nr", "nz")
"""Tags of a word of three characters that is a foreign name's by its form: 齐达内."""
_HYPHENS = "-·"
_BETWEEN = ("v", "c", "p", "u")
"""Tags of words between two names: 换下, 和."""
_LOOSE = ("n", "j", "g", "z", "q")


@dataclass(frozen=True, slots=True)
class ForeignNames:
    """Built of the sounds of knowledge/places.yaml and the ordinary words of knowledge/people.yaml."""

    sounds: frozenset[str]
    """The characters that transcribe."""
    ordinary: frozenset[str]
    """Words that look like a name and are none."""
    beside: frozenset[str]
    """Characters that transcribe, and those that do so in a name with a middle dot."""

    def transcribes(self, text: str) -> bool:
        """Whether a text is nothing but sounds."""
        return self.sounds.issuperset(text)

    def loose(self, seen: SentenceView, name: Name) -> bool:
        """Whether a name of sounds is no word of the dictionary: 萨|林|杰."""
        text = seen.part(name.start, name.end)
        return len(text) >= FOREIGN and self.transcribes(text) and not seen.tag_of(name.start, name.end)

    def dotted(self, seen: SentenceView, called: Collection[int] = ()) -> Iterator[Name]:
        """Names with a middle dot: 阿列克谢·科瓦廖夫; words before and behind them are cut off.

        `called` is where titles and the like end: what begins there is a name's whatever its characters.
        """
        for found in _DOTTED.finditer(seen.text):
            for begin, stop in self._apart(seen, found.start() + seen.offset, found.end() + seen.offset):
                if (name := self._one_dotted(seen, begin, stop, called)) is not None:
                    yield name

    def _apart(self, seen: SentenceView, start: int, end: int) -> Iterator[tuple[int, int]]:
        """The single names of a stretch with middle dots, between which other words may stand: 甲·乙|换下|丙·丁."""
        dots = [at for at in range(start, end) if seen.char(at) == "·"]
        for left, right in pairwise(dots):
            at, cut = left + 1, None
            while at < right:
                word = seen.word_at(at)
                if word is None:
                    break
                if (
                    word[1].startswith(_BETWEEN)
                    and not self.sounds.issuperset(seen.part(at, word[0]))
                    and at > left + 1
                ):
                    cut = at, word[0]
                    break
                at = word[0]
            if cut is not None and cut[1] < right:
                yield start, cut[0]
                start = cut[1]
        yield start, end

    def _one_dotted(self, seen: SentenceView, start: int, end: int, called: Collection[int]) -> Name | None:
        text = seen.part(start, end)
        if "·" not in text:
            return None
        first, last = start + text.index("·"), start + text.rindex("·")
        titled = max((at for at in called if start <= at < first), default=None)
        titled = titled if titled is not None and self._whole(seen, titled, first) else None
        start = titled or self._back(seen, self._first_part(seen, first, start), start)
        at = last + 1
        word = seen.word_at(at)
        loose = word is not None and word[0] == at + 1 and word[1].startswith("v") and seen.char(at) in self.beside
        if word is not None and word[0] <= end and (loose or not word[1].startswith(STOPS)):
            # the first word is the name's whatever its characters
            end = self._tail(seen, max(word[0], self._on(seen, at, end)), end)
        else:
            end = at
        whole = start < first and end > at and (titled or self._parts(seen, start, end))
        return Name(start, end, Sure.KNOWN) if whole else None

    @staticmethod
    def _tail(seen: SentenceView, at: int, end: int) -> int:
        """Where single characters behind a part of a name end that are no words before a verb or a mark: 拉达|军."""
        stop = at
        while stop < end and stop - at < SHORTEST:
            word = seen.word_at(stop)
            if word is None or word[0] - stop > 1 or not word[1].startswith(_LOOSE):
                break
            stop = word[0]
        follows = seen.tag_after(stop) if stop < seen.offset + len(seen.text) else ""
        return stop if not follows or follows.startswith(("x", "v", "p", "c", "u", "d")) else at

    def transcribed(self, seen: SentenceView, start: int) -> Name | None:
        """A word of nothing but sounds behind a title, though the dictionary takes it for a noun: 外长|利维."""
        word = seen.word_at(start)
        if word is None or word[1] != "n" or not SHORTEST <= word[0] - start <= _LONGEST:
            return None
        text = seen.text[start - seen.offset : word[0] - seen.offset]
        return Name(start, word[0], Sure.LIKE) if self.transcribes(text) and text not in self.ordinary else None

    def at(self, seen: SentenceView, start: int) -> Name | None:
        """The name of nothing but sounds that begins with the word at `start`: 米德尔顿, 卡梅罗-安东尼."""
        end = self._on(seen, start, min(start + _LONGEST, seen.offset + len(seen.text)))
        text = seen.text[start - seen.offset : end - seen.offset]
        if len(text) < SHORTEST or any(c.isascii() and c not in _HYPHENS for c in text):
            return None
        tag = seen.tag_of(start, end)
        if tag and not tag.startswith((*NAMED, "nt", "j", "x")):
            return None  # 基金
        if "-" in text and self._is_fixture(seen, start, end):
            return None
        if "-" in text and self._hyphened(seen, start, end):
            return Name(start, end, Sure.KNOWN)
        apart = not seen.tag_after(end).startswith("u")  # 尼克斯|的 may be a team
        long = len(text) > FOREIGN or (len(text) == FOREIGN and tag in _FORMED and apart)
        return Name(start, end, Sure.FORMED if long and tag != "ns" else Sure.LIKE)

    @staticmethod
    def _whole(seen: SentenceView, start: int, dot: int) -> bool:
        """Whether nothing but a name may stand between a title and a middle dot: no 选举中获胜的某某."""
        at = start
        while at < dot:
            word = seen.word_at(at)
            if word is None or word[1].startswith(("u", "p", "c")) or (word[0] - at > 1 and word[1].startswith("v")):
                return False
            at = word[0]
        return True

    def _parts(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether what a middle dot joins may be a name: no single characters, places or common nouns: 美·美."""
        parts = seen.text[start - seen.offset : end - seen.offset].split("·")
        at, single = start, True
        for part in parts:
            at, single = at + len(part) + 1, single and len(part) == 1
            if not (self.beside.issuperset(part) or self._alike(seen, at - 1 - len(part), at - 1)):
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
        named = tag.startswith(NAMED) or dot - word == 1 or self.beside.issuperset(seen.part(word, dot))
        return word if named and word >= floor and seen.char(word).isalpha() else dot

    def _is_fixture(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether what a hyphen joins fills its clause, or has the date of the next fixture behind it: ，甲堡-乙翰。"""
        last = seen.part(end, end + 1)
        return seen.opens_clause(self._back(seen, start, seen.offset)) and (not last.strip() or last.isdigit())

    @staticmethod
    def _hyphened(seen: SentenceView, start: int, end: int) -> bool:
        """Whether a hyphen joins a given and a family name: 卡梅罗-安东尼, not the places of 马德里-巴黎."""
        parts = seen.text[start - seen.offset : end - seen.offset].split("-")
        at, named = start, len(parts) == SHORTEST
        for part in parts:
            named = named and len(part) >= SHORTEST and seen.tag_of(at, at + len(part)) != "ns"
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
        named = tag.startswith((*NAMED, "x", "n", "j")) or (len(text) >= FOREIGN and not tag.startswith(STOPS))
        known = tag == "nrt" and sum(c in self.sounds for c in text) >= max(FOREIGN, len(text) - 1)  # 海因里希
        return known or (named and self.transcribes(text))  # 卡瓦列 is tagged as a measure
