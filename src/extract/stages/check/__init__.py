"""Records to the same records with the codes of the checks that they fail: figures of one article held side by side."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from extract.data import Dimension
from extract.records.base import RecordBase
from extract.records.statistic import Statistic
from extract.stages.check.comparisons import differences, growths, shares
from extract.stages.check.dates import DateForms, dates
from extract.stages.check.finding import Finding
from extract.stages.check.totals import increments, parts
from extract.stages.check.units import units

__all__ = ["Checker", "DateForms", "Finding"]


@dataclass(frozen=True, slots=True)
class Checker:
    """What checking looks up: the usual unit of an indicator, the dimension of a unit, and how dates are written."""

    usual: Callable[[str], str | None]
    """An indicator's standard name to its unit: 粮食产量 is `t`."""
    dimension: Callable[[str], Dimension | None]
    forms: DateForms

    def findings(self, records: Sequence[RecordBase], published: date | None, text: str) -> tuple[Finding, ...]:
        """What the records of one article fail, each finding with its reason; `text` is the source's raw text."""
        statistics = [record for record in records if isinstance(record, Statistic)]
        every: Iterable[Iterable[Finding]] = (
            parts(statistics),
            increments(statistics),
            shares(statistics),
            growths(statistics),
            differences(statistics),
            units(statistics, self.usual, self.dimension),
            dates(records, published, text, self.forms),
        )
        return tuple(finding for found in every for finding in found)

    def check(self, records: Sequence[RecordBase], published: date | None, text: str) -> tuple[RecordBase, ...]:
        """The records with `warnings`, in the order of the checks."""
        codes: dict[str, dict[str, None]] = {}
        for finding in self.findings(records, published, text):
            codes.setdefault(finding.record_id, {})[finding.check.value] = None
        return tuple(
            record.model_copy(update={"warnings": tuple(codes[record.record_id])})
            if record.record_id in codes
            else record
            for record in records
        )
