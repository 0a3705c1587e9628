"""Firms of one trade, which a text sets side by side: beside 岭西|证券 and 澜州|证券 there is a 国垣|证券."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from extract.stages.recognise.sentence import SentenceView

_KIN = 2
"""How many firms of a trade a text names, for another stem before the trade to be one."""
_STEMS = (2, 3)
"""Characters of the stem."""
_NEVER = ("d", "r", "m", "u", "p", "q", "x", "y")
"""Tags of words of several characters that no stem begins with."""


@dataclass(frozen=True, slots=True)
class TradeKin:
    """Built by `compile` from knowledge/organisations.yaml."""

    trades: tuple[str, ...]
    """Trades of which a firm's name may be any word where others of it are named: 证券, 汽车."""
    common: frozenset[str]
    """Words before a trade that name no single firm: 上市, 新能源."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> TradeKin:
        """Raises KeyError where a list is missing."""
        common = (*data["generic"], *data["common_heads"], *data["stops"], *data["trade"], *data["kin_not"])
        return cls(tuple(data["kin"]), frozenset(common))

    def find(self, views: Sequence[SentenceView], known: Set[str]) -> Iterator[str]:
        """The names that end in a trade of which the text knows other firms."""
        kin: dict[str, set[str]] = defaultdict(set)
        for name in known:
            for trade in self.trades:
                if name.endswith(trade) and len(name) - len(trade) in _STEMS:
                    kin[trade].add(name)
        shared = [trade for trade, names in kin.items() if len(names) >= _KIN]
        for seen in views if shared else ():
            for trade in shared:
                yield from self._of_trade(seen, trade)

    def _of_trade(self, seen: SentenceView, trade: str) -> Iterator[str]:
        """The stems of a trade in a sentence, back to where their phrase opens."""
        at = seen.text.find(trade, 1)
        while at > 0:
            end = seen.offset + at + len(trade)
            for start in (seen.offset + at - size for size in _STEMS):
                if start >= seen.offset and seen.ends_word(end) and self._is_stem(seen, start, seen.offset + at):
                    yield seen.part(start, end)
                    break
            at = seen.text.find(trade, at + 1)

    def _is_stem(self, seen: SentenceView, start: int, end: int) -> bool:
        word, stem = seen.word_at(start), seen.part(start, end)
        if word is None or not stem.isalpha() or stem.isascii() or not seen.opens_phrase(start):
            return False
        if word[0] - start > 1 and word[1].startswith(_NEVER):
            return False
        return self.common.isdisjoint((stem, *seen.words(start, end)))
