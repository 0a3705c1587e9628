"""Organisations by their structure: an ending, and before it a stem that names something."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.data import Article, Label, Mention, Tokens
from extract.engine.lexicon import Lexicon

_LONGEST = 26
_STOPS = frozenset({"p", "d", "c", "uj", "ul", "uz", "ud", "ug", "y", "r", "m", "q", "mq", "t", "zg"})
_NAMING = ("ns", "nr", "nz", "nt", "eng", "x", "j")
_BRACKETS = {"）": "（"}


@dataclass(frozen=True, slots=True)
class Organisations:
    """What names of organisations are built of; `compile` takes knowledge/organisations.yaml."""

    endings: Lexicon[str]
    """Ending → its kind: firm, trade, institution or authority."""
    bodies: Lexicon[str]
    levels: frozenset[str]
    stops: frozenset[str]
    generic: frozenset[str]
    nominal: frozenset[str]
    """Verbs that may stand inside a name (投资, 制造)."""

    @classmethod
    def compile(cls, data: Mapping[str, Any], nominal: Sequence[str]) -> Organisations:
        """Raises KeyError where a list is missing."""
        kinds = ("trade", "institution", "authority", "firm")
        return cls(
            endings=Lexicon({word: kind for kind in kinds for word in data[kind]}),
            bodies=Lexicon(dict(data["bodies"])),
            levels=frozenset(data["levels"]),
            stops=frozenset(data["stops"]),
            generic=frozenset(data["generic"]),
            nominal=frozenset(nominal),
        )

    def recognise(self, article: Article, tokens: Sequence[Tokens], places: Sequence[Mention]) -> list[Mention]:
        """The ORG mentions of an article, unlinked; `places` are its PLACE mentions."""
        spans = {m.start: m.end for m in places}
        ends = {m.end: m.start for m in places}
        out: list[Mention] = []
        for sentence, words in zip(article.sentences, tokens, strict=True):
            text = article.text(sentence.start, sentence.end)
            for start, end, full in self.bodies.find(text, sentence.start):
                out.append(
                    Mention(
                        start,
                        end,
                        Label.ORG,
                        full if full != text[start - sentence.start : end - sentence.start] else None,
                    )
                )
            seen = _Sentence(text, sentence.start, words, spans, ends)
            floor = sentence.start
            for at, end, kind in self._ends(text, sentence.start):
                begin = self._stem(seen, at, end, kind, floor)
                if begin is not None:
                    out.append(Mention(begin, end, Label.ORG))
                    floor = floor if kind == "trade" else end
        return _widest(out)

    def _ends(self, text: str, offset: int) -> list[tuple[int, int, str]]:
        """Endings in order; of endings that touch or overlap, what reaches farthest is the name's."""
        found = list(self.endings.find(text, offset))
        out: list[tuple[int, int, str]] = []
        for hit in found:
            if out and out[-1][1] == hit.start:
                out[-1] = (out[-1][0], hit.end, hit.value)
            else:
                out.append((hit.start, hit.end, hit.value))
        return out

    # ---- the stem -----------------------------------------------------------------------------------------------

    def _stem(self, seen: _Sentence, at: int, end: int, kind: str, floor: int) -> int | None:
        """Where the name that ends in `at:end` begins; None where nothing is named."""
        if not seen.ends_word(end):
            return None
        start, naming = at, False
        while start > floor and end - start < _LONGEST:
            if start in seen.place_ends and seen.place_ends[start] >= floor:
                start, naming = self._before_place(seen, seen.place_ends[start], floor), True
                break
            char = seen.char(start - 1)
            if char in _BRACKETS:
                opening = seen.text.rfind(_BRACKETS[char], max(0, start - seen.offset - 10), start - seen.offset)
                if opening < 0:
                    break
                start, naming = seen.offset + opening, True
                continue
            if char in "-·&" and start - 1 > floor:
                start -= 1
                continue
            word, tag = seen.word_before(start)
            if word < floor or self._stops(seen.text[word - seen.offset : start - seen.offset], tag):
                break
            naming = naming or tag.startswith(_NAMING) or start - word == 1
            start = word
        return self._accepted(seen, start, at, end, kind, naming)

    def _before_place(self, seen: _Sentence, start: int, floor: int) -> int:
        """A group's name may stand before the place: 某车|大连公司."""
        if start <= floor:
            return start
        word, tag = seen.word_before(start)
        return word if tag in {"nz", "nt", "j", "eng"} and word >= floor and word not in seen.place_starts else start

    def _stops(self, word: str, tag: str) -> bool:
        if word in self.stops or tag in _STOPS or not word.strip("“”，。；：、！？ "):
            return True
        if tag == "x":
            return not word.isalnum()
        return tag in {"v", "ad", "vd"} and word not in self.nominal

    def _accepted(self, seen: _Sentence, start: int, at: int, end: int, kind: str, naming: bool) -> int | None:
        stem = seen.text[start - seen.offset : at - seen.offset]
        if all(word in self.generic for word in seen.words(start, at)) or stem[:1].isdigit():
            return None
        placed = start in seen.place_starts and seen.place_starts[start] <= at
        if kind == "authority":
            if placed or any(stem.startswith(level) for level in self.levels):
                return start if stem else None
            level = seen.text[start - seen.offset - 1 : start - seen.offset]
            return start - 1 if level in self.levels else None
        if kind == "firm":
            return start if len(stem) >= 2 and (naming or len(stem) >= 3) else None
        if kind == "institution":
            return start if (placed and len(stem) >= 2) or (naming and len(stem) >= 2) or len(stem) >= 6 else None
        # a trade's name is a company's only behind a short stem that opens its clause: 恒某|重工 研制 …
        opens = seen.opens_clause(start)
        return (
            start
            if naming and 2 <= len(stem) <= 6 and opens and not (placed and seen.place_starts[start] == at)
            else None
        )


def _widest(mentions: list[Mention]) -> list[Mention]:
    """The organisations that lie in no other one."""
    out: list[Mention] = []
    for mention in sorted(mentions, key=lambda m: (m.start, -m.end)):
        if not out or mention.end > out[-1].end:
            out.append(mention)
    return out


@dataclass(frozen=True, slots=True)
class _Sentence:
    text: str
    offset: int
    tokens: Tokens
    place_starts: Mapping[int, int]
    place_ends: Mapping[int, int]

    def char(self, at: int) -> str:
        return self.text[at - self.offset]

    def _index(self, at: int) -> int:
        low, high = 0, len(self.tokens.starts)
        while low < high:
            middle = (low + high) // 2
            if self.tokens.starts[middle] <= at:
                low = middle + 1
            else:
                high = middle
        return low - 1

    def word_before(self, at: int) -> tuple[int, str]:
        """The word that holds the character before `at`: where it starts, and its tag."""
        index = self._index(at - 1)
        return self.tokens.starts[index], self.tokens.tags[index]

    def words(self, start: int, end: int) -> list[str]:
        """The words of a span."""
        out, at = [], end
        while at > start:
            word, _ = self.word_before(at)
            word = max(word, start)
            out.append(self.text[word - self.offset : at - self.offset])
            at = word
        return out

    def ends_word(self, end: int) -> bool:
        return self.tokens.ends[self._index(end - 1)] == end

    def opens_clause(self, at: int) -> bool:
        """Whether nothing but a mark, a join or the sentence's beginning stands before `at`."""
        return at == self.offset or self.char(at - 1) in "，。；：、！？（“\n "
