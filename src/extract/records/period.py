"""The time that a record is about, and the base of comparison of a figure."""

from __future__ import annotations

import re
from calendar import monthrange
from datetime import date
from typing import Annotated, Self

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, model_validator

from extract.data import Period
from extract.records.text import refuse


class PeriodValue(BaseModel):
    """Calendar dates, inclusive: 2022年 runs from 2022-01-01 to 2022-12-31. One end may be open, never both."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    text: str = Field(min_length=1, description="The time expression as the raw text has it.")
    start: date | None = Field(description="The first day; null where open (2030年前).")
    end: date | None = Field(description="The last day; null where open.")

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.start is None and self.end is None:
            raise refuse("period_empty", "a period without a date is null")
        if self.start is not None and self.end is not None and self.start > self.end:
            raise refuse("period_order", "a period does not end before it starts")
        return self


def period_value(text: str, period: Period) -> PeriodValue | None:
    """The record form of a period, or None where no date is known (近日); `text` is its raw text."""
    if period.start is None and period.end is None:
        return None
    return PeriodValue(text=text, start=period.start, end=period.end)


_POINT = re.compile(r"^(\d{4})(?:-(?:Q([1-4])|H([12])|(\d\d)(?:-(\d\d))?))?$")
_SAME_YEAR = re.compile(r"^(?:\d\d(?:-\d\d)?|Q[1-4]|H[12])$")


def basis_dates(basis: str) -> tuple[date, date]:
    """The first and last day of a basis that is a period.

    Forms: `2020`, `2022-05`, `2022-05-01`, `2022-Q1`, `2022-H1`, and two of them with a slash (`2022-01/2022-05`,
    or shorter `2022-01/05`). Raises ValueError for anything else, `yoy` and `mom` included.
    """
    first, slash, last = basis.partition("/")
    if not slash:
        return _point_dates(first)
    if _SAME_YEAR.match(last):
        last = f"{first[:4]}-{last}"
    start, end = _point_dates(first)[0], _point_dates(last)[1]
    if start > end:
        raise ValueError(f"basis ends before it starts: {basis}")
    return start, end


def _point_dates(point: str) -> tuple[date, date]:
    found = _POINT.match(point)
    if not found:
        raise ValueError(f"not an ISO year or period: {point!r}")
    year, quarter, half, month, day = (int(part) if part else None for part in found.groups())
    assert year is not None
    if day is not None and month is not None:
        return date(year, month, day), date(year, month, day)
    if month is not None:
        first, last = month, month
    elif quarter is not None:
        first, last = quarter * 3 - 2, quarter * 3
    elif half is not None:
        first, last = half * 6 - 5, half * 6
    else:
        first, last = 1, 12
    return date(year, first, 1), date(year, last, monthrange(year, last)[1] if 1 <= last <= 12 else 1)


def _known_basis(basis: str) -> str:
    if basis not in ("yoy", "mom"):
        try:
            basis_dates(basis)
        except ValueError as wrong:
            raise refuse("basis_form", "a basis is yoy, mom or an ISO year or period") from wrong
    return basis


Basis = Annotated[str, AfterValidator(_known_basis)]
"""`yoy`, `mom`, or an ISO year or period."""
