"""Whose money a bare 元 is, and what a number without a unit counts."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.data import Article, Dimension, Mention, Quantity, Script
from extract.engine.patterns import alternation

_REACH = 32


@dataclass(frozen=True, slots=True)
class Currencies:
    """Built by `compile` from knowledge/currencies.yaml."""

    local: str
    places: Mapping[str, str]
    signs: Mapping[str, re.Pattern[str]]
    """What tells whose money it is in a text in traditional script that is about no place."""
    declared: Mapping[str, str]
    beside: Mapping[str, str]
    """A place's currency → the other one that its firms report in."""
    declaration: re.Pattern[str]
    money_behind: re.Pattern[str]
    """Behind it, what is money: 42亿的净利润."""
    bare: re.Pattern[str]
    local_money: re.Pattern[str]
    """A sum in a bare 元."""
    round: re.Pattern[str]
    """How a number without a unit ends that is money where its metric is."""
    counting: re.Pattern[str]
    """How one ends that else counts what stands beside it."""
    money: re.Pattern[str]
    """In front of a figure, a metric that is money, with what may part them: 总投资达."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> Currencies:
        """Raises KeyError where a row is missing."""
        words, unless = alternation(dict(data["declared"])), alternation(list(data["unless"]))
        return cls(
            local=data["local"],
            places=dict(data["places"]),
            signs={currency: re.compile(signs) for currency, signs in data["signs"].items()},
            declared=dict(data["declared"]),
            beside=dict(data["beside"]),
            declaration=re.compile(
                f"({words})[，、（ ]{{0,2}}(?:{alternation(list(data['marks']))})"
                f"|(?:{alternation(list(data['heads']))})(?:{alternation(list(data['scales']))})?({words})"
            ),
            local_money=re.compile(data["local_money"]),
            round=re.compile(data["round"]),
            counting=re.compile(data["counting"]),
            money=re.compile(
                f"(?:{alternation(list(data['money']))})(?:{alternation(list(data['money_verbs']))}){{0,3}}{data['money_list']}$"
            ),
            money_behind=re.compile(data["money_behind"]),
            bare=re.compile(f"^(?!.*(?:{unless})).*(?:{alternation(list(data['bare']))})"),
        )

    def seat(self, text: str) -> str | None:
        """The front of the code of the place in whose money alone a text counts: 82 for 163亿（澳门元，下同）."""
        homes = {currency: code for code, currency in self.places.items()}
        declared = self.declaration.search(text)
        counted = {self.declared[word] for word in self.declared if word in text}
        alone = len(counted) == 1 and (declared or not self.local_money.search(text))
        return homes.get(counted.pop()) if alone else None

    def settle(self, article: Article, figures: Sequence[Mention]) -> tuple[Mention, ...]:
        """The figures with a bare 元 in the currency that the text declares, else in that of the article's place."""
        currency = self._currency(article)
        settled = [self._of_metric(article, figure, currency) for figure in figures]
        if currency == self.local:
            return tuple(settled)
        return tuple(self._settled(article, figure, currency) for figure in settled)

    def _currency(self, article: Article) -> str:
        found = self.declaration.search(article.clean.text, article.start, article.end)
        if found:
            return self.declared[found[1] or found[2]]
        code = article.place.code if article.place else None
        if code:
            home = self.places.get(code[:2], self.local)
            return self._reported(article, home) if home in self.beside else home
        return self._told(article) if article.clean.script is Script.HANT else self.local

    def _reported(self, article: Article, home: str) -> str:
        """The other currency that a place's firms report in, where the text names it alone."""
        text = article.text(article.start, article.end)
        named = {currency for word, currency in self.declared.items() if word in text}
        return self.beside[home] if self.beside[home] in named and home not in named else home

    def _told(self, article: Article) -> str:
        """The currency whose signs a text holds most of: 本港 and 港币, 民国 and 新台币."""
        text = article.text(article.start, article.end)
        found = Counter({currency: len(signs.findall(text)) for currency, signs in self.signs.items()})
        currency, count = found.most_common(1)[0]
        return currency if count else self.local

    def _of_metric(self, article: Article, figure: Mention, currency: str) -> Mention:
        """总投资3476亿 is money of the text's currency though it names none, 用户3000万 is a count."""
        quantity = figure.normal
        if not isinstance(quantity, Quantity) or quantity.dimension is not Dimension.NUMBER:
            return figure
        written = article.text(figure.start, figure.end)
        if not self.round.search(written):
            return figure
        before = article.text(max(article.start, figure.start - _REACH), figure.start)
        behind = article.text(figure.end, figure.end + _REACH)
        if self.money.search(before) or self.money_behind.match(behind):
            return replace(figure, normal=replace(quantity, unit=currency, dimension=Dimension.MONEY))
        if self.counting.search(written):
            return replace(figure, normal=replace(quantity, dimension=Dimension.COUNT))
        return figure

    def _settled(self, article: Article, figure: Mention, currency: str) -> Mention:
        quantity = figure.normal
        money = isinstance(quantity, Quantity) and quantity.dimension is Dimension.MONEY and quantity.unit == self.local
        if not money or not self.bare.search(article.text(figure.start, figure.end)):
            return figure
        assert isinstance(quantity, Quantity)
        return replace(figure, normal=replace(quantity, unit=currency))
