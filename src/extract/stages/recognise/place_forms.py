"""Places that no table lists, by their form: a name, an ending, and what stands before them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.engine.lexicon import Lexicon
from extract.stages.recognise.hints import PlaceHints
from extract.stages.recognise.known_places import KnownPlaces
from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.settlements import Form, Settlements
from extract.stages.recognise.streets import Streets
from extract.stages.recognise.word_bounds import occurrences

_DIVISIONS = ("seat", "small")
_STOPS = ("x", "p", "c", "u", "m", "q", "r", "t", "d", "y", "e", "o")
_PROPER = ("ns", "nr", "nz", "nt")
_NOUNS = ("n", "a", "b", "f", "s", "i", "j", "z")
_JOINS = "-·"
_LONGEST = 4
_FOREIGN = 8
_PLANNED = 8
"""Characters between a place and a zone: 新材料|产业园."""
_SHORT = 2
_TIME = "t"
_OFTEN = 3
"""How often a common noun comes before 市 or 县, at least, to be a name: 白芨|市."""
_BARE = 3
"""A foreign name of this length is one by its sounds alone."""


@dataclass(frozen=True, slots=True)
class PlaceForms:
    """Built by `compile` from knowledge/places.yaml."""

    endings: Lexicon[str]
    seats: tuple[str, ...]
    """Endings without which a place is called afterwards: 海川 of 海川市."""
    again: frozenset[str]
    """Those of `seats` before which hardly any other word stands: 市, not 区."""
    common: frozenset[str]
    within: frozenset[str]
    """Endings that leave a listed place's name as it is: 地区."""
    stems: frozenset[str]
    before: frozenset[str]
    sounds: frozenset[str]
    local_offices: frozenset[str]
    """Offices that begin with the last character of their place: 县政府."""
    hints: PlaceHints
    known: KnownPlaces
    settlements: Settlements
    streets: Streets

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> PlaceForms:
        """Raises KeyError where a list is missing."""
        return cls(
            Lexicon({word: kind for kind, words in data["endings"].items() for word in words}),
            tuple(data["seats"]),
            frozenset(data["again"]),
            frozenset(data["common"]),
            frozenset(data["within"]),
            frozenset(data["stems"]),
            frozenset(data["before"]),
            frozenset(data["sounds"]),
            frozenset(data["local_offices"]),
            PlaceHints.compile(data),
            KnownPlaces.compile(data),
            Settlements.compile(data),
            Streets.compile(data),
        )

    def find(self, seen: SentenceView, whole: str = "") -> list[Form]:
        """The places of a sentence by form, in order; each may lie behind a known one or one that came before it.

        `whole` is the text of the article: what comes again in it may be a name whose characters are words elsewhere.
        """
        out: list[Form] = []
        for hit in self.endings.find(seen.text, seen.offset):
            form = self.streets.chained(seen, hit.start, hit.end, out[-1] if out else None)
            form = form or self._form(seen, hit.start, hit.end, hit.value, out[-1] if out else None)
            form = form or self._repeated(seen, hit.start, hit.end, hit.value, whole)
            form = form or self.settlements.find(seen, hit.start, hit.end, whole)
            form = form or self.streets.find(seen, hit.start, hit.end)
            form = form or self.settlements.chained(seen, hit.start, hit.end, out[-1] if out else None)
            if form is not None and out and form.start == out[-1].start:
                out[-1] = form  # 月牙湖|乡, 松树屯|镇
            elif form is not None:
                out.append(form)
        return out

    def foreign(self, text: str) -> bool:
        """Whether a text is long enough and all of its characters transcribe sounds: 塔拉科."""
        return len(text) >= _BARE and self.sounds.issuperset(text)

    def _form(self, seen: SentenceView, at: int, end: int, kind: str, last: Form | None) -> Form | None:
        office = kind == "seat" and self.settlements.offices.match(seen.text, end - seen.offset)
        if end in seen.place_ends or not (office or seen.ends_word(end)):
            return None
        if at not in seen.place_ends and self._ordinary(seen, at, end):
            return None
        floor = last.end if last is not None else seen.offset
        start, pieces = self._stem(seen, at, floor, kind)
        placed = start in seen.place_ends or (last is not None and last.end == start)
        stem = seen.text[start - seen.offset : at - seen.offset]
        if not stem and last is not None and last.end == start and self._one_name(last.kind, kind):
            return Form(last.start, end, kind, last.behind)
        if office and self.foreign(stem):
            return None  # 布里德|市长 is somebody
        if not stem:
            behind = start in seen.place_ends
            if behind and kind == "seat" and end - at == 1 and not office and self._abroad(seen, start):
                return Form(seen.place_ends[start], end, kind, False)  # 克什诺|市
            if behind and kind == "small" and seen.char(at - 1) in self.known.landforms:
                return Form(seen.place_ends[start], end, kind, True)  # 某市|青岭湖|街道
            bare = behind and kind in ("zone", "site") and not (last is not None and last.end == start)
            return Form(seen.place_ends[start], end, kind, False) if bare else None
        if self.settlements.offices.fullmatch(stem):
            return None  # 南浦区|人民政府|区长
        laid_out = placed and kind == "zone"
        alone = end - at == 1 or kind not in ("nature", "site")  # 阿某某|半岛 is no bare 半岛
        ordinary = alone and seen.text[end - 2 - seen.offset : end - seen.offset] in self.common
        if ordinary or (not laid_out and any(self._stems(stem, text, tag) for _, text, tag in pieces)):
            return None
        if seen.text[at - seen.offset : end - seen.offset] in self.within and seen.place_starts.get(start) == at:
            return None  # 丙市|地区 is 丙市
        if kind == "seat" and len(stem) == 1 and start - seen.place_ends.get(start, start) == _SHORT:
            return Form(seen.place_ends[start], end, kind, False)  # 滨州|湾市 is no 滨州
        named = self._named(stem, pieces, seen.tag_of(start, end))
        steps = kind in ("small", "zone") or (kind == "seat" and end - at == 1 and len(pieces) == 1)
        ground = (
            kind == "site" and end - at > _SHORT and all(tag.startswith("n") for _, _, tag in pieces)
        )  # 某市|水滴|体育场
        if not named and not (laid_out or (placed and (steps or ground) and len(stem) <= _LONGEST)):
            return None
        timed = kind == "seat" and start > seen.offset and seen.word_before(start)[1] == _TIME  # 去年|澜岭市
        if not (placed or self.foreign(stem) or timed or self._introduced(seen, start)):
            return None
        county = kind == "seat" and seen.part(at, end) in self.again and start in seen.place_ends
        if len(stem) < 2 and not (placed and (kind in ("small", "nature") or county)):
            return None  # 丙省|黄|县
        if placed and kind in ("zone", "site"):  # a zone bears the name of its place: 云岭|临空经济区
            return Form(seen.place_ends.get(start, last.start if last is not None else start), end, kind, False)
        return Form(start, end, kind, placed)

    def _abroad(self, seen: SentenceView, end: int) -> bool:
        """Whether the place that ends at `end` has a foreign name without an ending of its own."""
        start = seen.place_ends[end]
        return self.foreign(seen.part(start, end)) or seen.tag_of(start, end + 1) == "ns"

    @staticmethod
    def _one_name(before: str, kind: str) -> bool:
        """Whether two endings that touch end one name: 月牙湖|乡, 松树屯|镇."""
        return before == "nature" or (before == kind == "small")

    def _repeated(self, seen: SentenceView, at: int, end: int, kind: str, whole: str) -> Form | None:
        """A seat's name that comes again, though its characters look like words: 浠|口|县, 白芨|滩|县."""
        ending = seen.text[at - seen.offset : end - seen.offset]
        if kind != "seat" or ending not in self.again or at in seen.place_ends or not seen.ends_word(end):
            return None
        if end in seen.place_ends or seen.text[end - 2 - seen.offset : end - seen.offset] in self.common:
            return None
        best: tuple[int, int] | None = None
        for start in range(at - _SHORT, max(seen.offset, at - _LONGEST) - 1, -1):
            stem = seen.text[start - seen.offset : at - seen.offset]
            noun = seen.tag_of(start, at).startswith("n") and stem not in self.stems
            if not (noun or self._may_name(seen, start, at)) or not self._introduced(seen, start):
                continue
            times = occurrences(whole, stem + ending)
            if times >= (_OFTEN if noun else _SHORT) and (best is None or times >= best[1]):
                best = start, times
        return Form(best[0], end, kind, best[0] in seen.place_ends) if best else None

    def _may_name(self, seen: SentenceView, start: int, at: int) -> bool:
        """Whether whole words before an ending may be the characters of a name: no one word, none that stops a name."""
        if seen.word_at(start) is None or seen.tag_of(start, at):
            return False
        words = seen.words(start, at)
        position = start
        for word in reversed(words):
            tag = (seen.word_at(position) or (0, ""))[1]
            bare = word in self.stems and (tag != "f" or len(words) == 1)  # 北|淮|市
            if len(word) > _SHORT or bare or word in self.before or not "\u4e00" <= word[0] <= "\u9fff":
                return False
            if tag.startswith(("x", "p", "c", "u", "r", "t", "d", "y", "e", "o", "v")) and len(words) < _BARE:
                return False
            if len(word) > 1 and tag.startswith(("x", "p", "c", "u", "r", "t", "d", "v", "f", "m", "b")):
                return False
            position += len(word)
        return True

    def _stems(self, stem: str, text: str, tag: str) -> bool:
        """Whether a word of a stem keeps it from being a name; one of two characters may end in a noun: 邶|城县."""
        closing = len(stem) == _SHORT and len(text) == 1 and stem.endswith(text) and tag.startswith("n")
        return text in self.stems and not closing

    def _ordinary(self, seen: SentenceView, at: int, end: int) -> bool:
        """Whether an ending belongs to a word that is no name: 集成电|路."""
        word, tag = seen.word_before(end)
        text = seen.text[word - seen.offset : end - seen.offset]
        rest = text[: at - word] if word < at else ""
        return (text in self.common and word < at) or bool(
            rest and rest not in self.endings and not tag.startswith(_PROPER)
        )

    def _stem(self, seen: SentenceView, at: int, floor: int, kind: str) -> tuple[int, list[tuple[int, str, str]]]:
        """Where the name before an ending begins, and its words from right to left."""
        start = at
        pieces: list[tuple[int, str, str]] = []
        longest = _PLANNED if kind == "zone" else _LONGEST
        while start > floor and start not in seen.place_ends:
            word, tag = seen.word_before(start)
            low = max(word, floor)
            text = seen.text[low - seen.offset : start - seen.offset]
            whole = seen.text[low - seen.offset : at - seen.offset]
            if seen.char(start - 1) in _JOINS and start - 1 > floor and pieces:
                start -= 1
                continue
            counts = tag.startswith(("m", "q", "uv")) and low + 1 == start and pieces and self._just_behind(seen, low)
            if tag.startswith(_STOPS) and not counts and not self.sounds.issuperset(text):
                break
            if text in self.before or (len(whole) > longest and not self.foreign(whole)):
                break
            if (
                len(text) > 1
                and not tag.startswith(_PROPER)
                and ((pieces and kind != "zone") or not tag.startswith((*_NOUNS, "v")))
            ):
                break
            start = low
            pieces.append((low, text, tag))
        return start, pieces

    @staticmethod
    def _just_behind(seen: SentenceView, at: int) -> bool:
        """Whether a place ends a few characters before: 丙县|三棵树镇."""
        return any(end in seen.place_ends for end in range(at - _LONGEST + 1, at + 1))

    def _named(self, stem: str, pieces: list[tuple[int, str, str]], tag: str) -> bool:
        """Whether a stem is a name: tagged so, characters that make no word together, or sounds."""
        if self.foreign(stem) or (tag.startswith(_PROPER) and len(stem) > 1):
            return True
        if any(len(text) > 1 and not tag.startswith(_PROPER) for _, text, tag in pieces):
            return False
        return len(stem) > 1

    def _introduced(self, seen: SentenceView, at: int) -> bool:
        """Whether a name may begin at `at`: after a mark, a join, a preposition or a verb that takes a place."""
        if seen.opens_phrase(at):
            return True
        word, tag = seen.word_before(at)
        return seen.text[word - seen.offset : at - seen.offset] in self.before or tag.startswith(("u", "v", "m", "f"))
