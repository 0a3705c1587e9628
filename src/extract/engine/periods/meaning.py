"""What the words of knowledge/times.yaml mean, and the year that an expression names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from extract.data import Period
from extract.engine.numerals import Numerals
from extract.engine.periods.expression import Reference
from extract.engine.periods.holidays import Holidays
from extract.engine.periods.spans import period_of, shift_months, third_of

Fields = Mapping[str, str]
FIRST = "1"
"""The number of what is not numbered: 元年, 首日."""
YEAR_NAMES = frozenset({"year", "short", "reign", "roc_short", "year_word"})
"""The fields that name a year."""
_AHEAD = 10
MONTHS = {"month": 1, "quarter": 3, "year": 12}
DAYS = {"day": 1, "week": 7}


@dataclass(frozen=True, slots=True)
class Meaning:
    """The parsed table with the numerals and holidays that it is read with."""

    numerals: Numerals
    data: Mapping[str, Any]
    holidays: Holidays

    def number(self, text: str) -> int:
        """A number in digits or numerals, or 元 for the first month; raises ValueError for anything else."""
        value = Decimal(FIRST) if text == self.data["first_month"] else self.numerals.parse(text)
        if value is None:
            raise ValueError(f"no number: {text}")
        return int(value)

    def unit(self, fields: Fields) -> str:
        """The unit of an expression that counts: `day`, `week`, `month`, `quarter` or `year`."""
        return str(self.data["units"][fields["unit"]])

    def year(self, fields: Fields, reference: Reference) -> int | None:
        """The year that an expression names, or else the one that its reference gives."""
        if "year" in fields:
            return self.number(fields["year"])
        if "short" in fields:
            first = int(self.data["short_years"]["from"])
            year = first // 100 * 100 + self.number(fields["short"])
            year += 100 * (year < first)
            # 三七年 in numerals tells of 1937, 35年 of 2035
            told = not fields["short"].isdigit() and reference.now is not None
            return year - 100 if told and reference.now and year > reference.now.year + _AHEAD else year
        if "reign" in fields:
            return int(self.data["reigns"][fields["reign"]]) + self.number(fields.get("reign_year", FIRST))
        if "roc_short" in fields:
            return int(next(iter(self.data["reigns"].values()))) + self.number(fields["roc_short"])
        if "year_word" in fields:
            row = self.data["year_words"][fields["year_word"]]
            anchor = reference.current_year
            if row["anchor"] == "sentence":
                anchor = reference.sentence_year or reference.reviewed_year
            return None if anchor is None else anchor + int(row["offset"])
        known = reference.sentence_period
        if known is not None and known.end is not None and fields.get("edge") and fields.keys() <= {"edge", "until"}:
            return known.end.year  # 2023年末…，比年初
        return reference.default_year

    def edged(self, period: Period, fields: Fields) -> Period:
        """The third, the end or the beginning of a period that an expression names."""
        if period.start is None or period.end is None:
            return period
        if "third" in fields:
            return third_of(period, int(self.data["thirds"][fields["third"]]))
        edge = self.data["edges"].get(fields.get("edge", ""))
        if edge == "end":
            return period_of(period.end, period.end)
        return period_of(period.start, period.start) if edge == "start" else period

    def moved(self, fields: Fields, name: str, anchor: date, way: int) -> date | None:
        """The day so many units after an anchor, or before it where `way` is -1."""
        count, unit = way * self.number(fields[name]), self.unit(fields)
        if unit in DAYS:
            return anchor + timedelta(days=count * DAYS[unit])
        return shift_months(anchor, count * MONTHS[unit])
