"""Dates that cannot be."""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Self

from extract.records.base import Modality, RecordBase, slot_spans
from extract.records.checks import Check
from extract.records.period import basis_dates
from extract.records.statistic import Statistic
from extract.stages.check.finding import Finding

LEAP = 2000


@dataclass(frozen=True, slots=True)
class DateForms:
    """How a month and a day are written, with the year where it stands before them."""

    day: re.Pattern[str]

    @classmethod
    def compile(cls, knowledge: Mapping[str, Any]) -> Self:
        """From `checks.yaml`."""
        return cls(re.compile(knowledge["calendar_day"]))

    def impossible(self, text: str) -> bool:
        """Whether a text is a day that no calendar has.

        >>> forms.impossible("2023年2月29日")
        True
        """
        for found in self.day.finditer("".join(text.split())):
            month, day = int(found["month"]), int(found["day"])
            year = int(found["year"]) if found["year"] else LEAP
            if not 1 <= month <= 12 or not 1 <= day <= monthrange(year, month)[1]:
                return True
        return False


def dates(records: Sequence[RecordBase], published: date | None, text: str, forms: DateForms) -> Iterator[Finding]:
    """Periods of a day that does not exist, bases after their period, and facts of the future."""
    for record in records:
        for start, end in slot_spans(record.spans, "period"):
            if forms.impossible(text[start:end]):
                yield Finding(record.record_id, Check.IMPOSSIBLE_DATE, f"{text[start:end]} is no date")
        first = record.period.start if record.period else None
        if first is None:
            continue
        if published is not None and first > published and record.modality is Modality.ACTUAL:
            says = f"{first} comes after publication on {published}"
            yield Finding(record.record_id, Check.ACTUAL_IN_FUTURE, says)
        if isinstance(record, Statistic) and record.basis not in (None, "yoy", "mom"):
            if basis_dates(record.basis)[0] > first:
                says = f"{record.basis} is compared with {record.period.text if record.period else ''}"
                yield Finding(record.record_id, Check.BASIS_AFTER_PERIOD, says)
