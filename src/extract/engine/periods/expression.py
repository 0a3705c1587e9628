"""What a time expression says, before it is known when it was said."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import NamedTuple

from extract.data import Period

EMPTY: Mapping[str, str] = MappingProxyType({})


class Reference(NamedTuple):
    """What relative expressions are resolved against; each part may be unknown."""

    published: date | None = None
    text_year: int | None = None
    """The year the text is about, where its publication is unknown."""
    sentence_year: int | None = None
    """The latest explicit year before the expression in its sentence."""
    sentence_period: Period | None = None
    """The latest resolved period before the expression in its sentence (当月, 同期)."""
    clear: bool = False
    """Whether 今年 may be read as `text_year` where the publication is unknown."""

    @property
    def current_year(self) -> int | None:
        """The year that 今年 names."""
        if self.published is not None:
            return self.published.year
        return self.text_year if self.clear else None

    @property
    def default_year(self) -> int | None:
        """The year of a date without one."""
        if self.sentence_year is not None:
            return self.sentence_year
        return self.published.year if self.published is not None else self.text_year


@dataclass(frozen=True, slots=True)
class TimeExpression:
    """A time expression at `start:end`: its fields by name, as written; `last` where two points make a range."""

    start: int
    end: int
    fields: Mapping[str, str]
    last: Mapping[str, str] | None = None

    @property
    def year_written(self) -> bool:
        """Whether it names its year in digits: 2022年, not 今年 and not 3月."""
        return bool(self.fields.keys() & {"year", "short", "roc"})
