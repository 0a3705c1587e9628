"""Short names of firms that end in their trade: 恒某|重工, 某州|锂业."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.engine.lexicon import Lexicon
from extract.stages.recognise.sentence import SentenceView

_PROPER = frozenset({"nr", "nrt", "nrfg", "nz", "nt", "eng"})
_NOUNS = ("n", "j")
_SHORT = (2, 3)
"""Characters of a stem that may be any word."""
_BRAND = 4


@dataclass(frozen=True, slots=True)
class TradeNames:
    """Built by `compile` from knowledge/organisations.yaml."""

    heavy: frozenset[str]
    """Trades that name a company behind a mere place: 滨海机床."""
    soft_endings: Lexicon[None]
    """Trades that are common nouns too: only coined characters name a firm before them: 裕某|农业."""
    finance: frozenset[str]
    """Trades of which a firm's name may be any word, where only a firm's stands: 大山|基金|首席."""
    told: tuple[str, ...]
    by: tuple[str, ...]
    plain: frozenset[str]
    partners: tuple[str, ...]
    """What stands before one that does something together with another firm: 与."""
    together: tuple[str, ...]
    """What firms do with one another, and what joins two of them: 签署, 、."""
    presents: tuple[str, ...]
    """What a firm is called right before its name: 公司|星某智能."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> TradeNames:
        """Raises KeyError where a list is missing."""
        return cls(
            frozenset(data["heavy"]),
            Lexicon(dict.fromkeys(data["soft"])),
            frozenset(data["finance"]),
            tuple(data["finance_told"]),
            tuple(data["finance_by"]),
            frozenset(data["plain"]),
            tuple(data["partners"]),
            tuple(data["together"]),
            (*data["presents"], *data["forms_before"]),
        )

    def accepts(
        self, seen: SentenceView, start: int, at: int, end: int, placed: bool, words: Sequence[tuple[int, str, str]]
    ) -> bool:
        """A trade's name is a company's only behind a short stem that is a name: 恒某|重工, or a place: 滨海|机床."""
        tag = seen.tag_after(end)
        if not placed and self._told(seen, start, at, end):
            return True
        soft = seen.text[at - seen.offset : end - seen.offset] in self.soft_endings
        if soft and (placed or tag.startswith(_NOUNS) or not all(len(text) == 1 for _, text, _ in words)):
            return False
        if placed and seen.place_starts[start] == at:
            if self._partner(seen, start, end):
                return True
            heavy = seen.text[at - seen.offset : end - seen.offset] in self.heavy
            return seen.opens_clause(start) and heavy and not tag.startswith(_NOUNS)
        # a place that no table lists (金港) is a firm's name like any other
        names = [
            (text, "nz" if tag == "ns" and word not in seen.place_starts else tag) for word, text, tag in words if text
        ]
        short = 2 <= sum(len(text) for text, _ in names) <= _BRAND
        clean = all(len(text) == 1 or tag in _PROPER for text, tag in names)
        if not (short and clean and self.names([(0, *name) for name in names]) and self._begins(seen, start)):
            return False
        coined = sum(len(text) == 1 and text not in self.plain for text, _ in names)
        return coined > 2 or not seen.tag_after(end).startswith(_NOUNS)

    def _told(self, seen: SentenceView, start: int, at: int, end: int) -> bool:
        """Whether a short stem before a trade of finance stands where only a firm's name does: 大山|基金|首席."""
        if not _SHORT[0] <= at - start <= _SHORT[1] or seen.part(at, end) not in self.finance:
            return False
        before, behind = start - seen.offset, end - seen.offset
        return seen.text.startswith(self.told, behind) or seen.text.endswith(self.by, 0, before)

    def _partner(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether a place and a trade stand where only a firm does: 与|某州锂业、某川动力|签署."""
        before, behind = start - seen.offset, end - seen.offset
        follows = seen.text.startswith(self.together, behind)
        if seen.text.endswith(self.partners, 0, before):
            return follows
        return follows and before > 0 and seen.text[before - 1] in self.together and seen.tag_after(end) != "x"

    def _begins(self, seen: SentenceView, start: int) -> bool:
        """Whether a phrase opens at `start`, or the object of a verb of one character: 占|九某电气."""
        word, tag = seen.word_before(start) if start > seen.offset else (start, "")
        presented = seen.text.endswith(self.presents, 0, start - seen.offset)
        return presented or seen.opens_phrase(start) or (tag == "v" and start - word == 1)

    def names(self, words: Sequence[tuple[int, str, str]]) -> bool:
        """Whether a stem holds a proper name: a word that is tagged so, or characters that make no word together."""
        run = ""
        for _, text, tag in words:
            if len(text) != 1 and (tag in _PROPER or (tag == "ns" and not text)):
                return True
            run = run + text if len(text) == 1 else ""
            if len(run) > 1 and not self.plain.issuperset(run):
                return True
        return False
