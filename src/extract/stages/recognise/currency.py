"""Whose money a bare 元 is."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.data import Article, Dimension, Mention, Quantity
from extract.engine.patterns import alternation


@dataclass(frozen=True, slots=True)
class Currencies:
    """Built by `compile` from knowledge/currencies.yaml."""

    local: str
    places: Mapping[str, str]
    declared: Mapping[str, str]
    declaration: re.Pattern[str]
    bare: re.Pattern[str]

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> Currencies:
        """Raises KeyError where a row is missing."""
        words, unless = alternation(dict(data["declared"])), alternation(list(data["unless"]))
        return cls(
            local=data["local"],
            places=dict(data["places"]),
            declared=dict(data["declared"]),
            declaration=re.compile(f"({words})[，、（ ]{{0,2}}(?:{alternation(list(data['marks']))})"),
            bare=re.compile(f"^(?!.*(?:{unless})).*(?:{alternation(list(data['bare']))})"),
        )

    def settle(self, article: Article, figures: Sequence[Mention]) -> tuple[Mention, ...]:
        """The figures with a bare 元 in the currency that the text declares, else in that of the article's place."""
        currency = self._currency(article)
        if currency == self.local:
            return tuple(figures)
        return tuple(self._settled(article, figure, currency) for figure in figures)

    def _currency(self, article: Article) -> str:
        found = self.declaration.search(article.clean.text, article.start, article.end)
        if found:
            return self.declared[found[1]]
        code = article.place.code if article.place else None
        return self.places.get(code[:2], self.local) if code else self.local

    def _settled(self, article: Article, figure: Mention, currency: str) -> Mention:
        quantity = figure.normal
        money = isinstance(quantity, Quantity) and quantity.dimension is Dimension.MONEY and quantity.unit == self.local
        if not money or not self.bare.search(article.text(figure.start, figure.end)):
            return figure
        assert isinstance(quantity, Quantity)
        return replace(figure, normal=replace(quantity, unit=currency))
