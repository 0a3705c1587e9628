"""When a text was published, where it says so."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from extract.data import BlockKind
from extract.engine.expressions import compile_row
from extract.stages.divide.credits import Lead

_STATED_IN = frozenset((BlockKind.BYLINE, BlockKind.CHROME, BlockKind.HEADLINE, BlockKind.DIGEST, BlockKind.SUBHEADING))

_REPUBLIC = 1911


class Dating:
    """Dates of publication, compiled from the `dates` of knowledge/press.yaml."""

    def __init__(self, press: Mapping[str, Any]) -> None:
        self._stated = [compile_row(row, press["macros"]) for row in press["dates"]]

    def stated(self, text: str, kind: BlockKind) -> date | None:
        """The date that a line outside the body states: 发布时间：2024-03-18."""
        if kind not in _STATED_IN:
            return None
        for expression in self._stated:
            if found := expression.search(text):
                year = int(found["year"])
                # 113 is a year of the Republic of China: 2024
                return _date(year + (_REPUBLIC if year < 1000 else 0), int(found["month"]), int(found["day"]))
        return None


def dateline(lead: Lead | None, near: date | None) -> date | None:
    """The day of a dateline (1月17日电): of its month, in the year that puts it closest before `near`, or None.

    A dateline without a month takes that of `near`; without `near` there is no year, hence no date.
    """
    if lead is None or lead.day is None or near is None:
        return None
    month = lead.month or near.month
    found = _date(near.year, month, lead.day)
    # A dateline of 31 December in a paper of 1 January is last year's.
    if found is not None and (found - near).days > 31:
        found = _date(near.year - 1, month, lead.day)
    return found


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
