"""Parts against their total, and what was added against what there is."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence

from extract.records.checks import Check
from extract.records.statistic import Measure, Statistic
from extract.stages.check.amounts import amount
from extract.stages.check.finding import Finding


def parts(statistics: Sequence[Statistic]) -> Iterator[Finding]:
    """Totals whose parts of the same unit and measure add up to more, even if all are rounded against them."""
    known = {record.record_id: record for record in statistics}
    groups: dict[str, list[Statistic]] = defaultdict(list)
    for record in statistics:
        total = known.get(record.part_of or "")
        if total and (total.quantity.unit, total.measure) == (record.quantity.unit, record.measure):
            groups[total.record_id].append(record)
    for total_id, group in groups.items():
        whole, pieces = amount(known[total_id].quantity), [amount(part.quantity) for part in group]
        least = sum(piece.low for piece in pieces if piece)
        if whole and least > whole.high:
            summands = " + ".join(part.quantity.text for part, piece in zip(group, pieces, strict=True) if piece)
            yield Finding(total_id, Check.PARTS_EXCEED_TOTAL, f"{summands} > {known[total_id].quantity.text}")


def increments(statistics: Sequence[Statistic]) -> Iterator[Finding]:
    """Increments that are more than the cumulative level of the same thing in their sentence."""
    levels = {
        _counted(record): record for record in statistics if record.measure is Measure.LEVEL and record.cumulative
    }
    for added in statistics:
        level = levels.get(_counted(added)) if added.measure is Measure.INCREMENT and added.basis is None else None
        more, whole = amount(added.quantity), amount(level.quantity) if level else None
        if level and more and whole and more.low > whole.high:
            says = f"{added.quantity.text} > {level.quantity.text}"
            yield Finding(added.record_id, Check.INCREMENT_EXCEEDS_TOTAL, says)


def _counted(record: Statistic) -> tuple[int, str | None, str, str | None, str | None]:
    """Sentence, owner, metric, unit and total: what two figures that count the same thing share."""
    return record.evidence.start, record.subject, record.metric, record.quantity.unit, record.part_of
