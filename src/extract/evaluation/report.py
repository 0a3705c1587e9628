"""A report as tables for a terminal. P, R: precision and recall; beside a score its 95 % interval."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping

from rich.table import Table

from extract.evaluation.changes import Changes
from extract.evaluation.counts import Counts
from extract.evaluation.errors import Error, Kind
from extract.evaluation.groups import Group, Slot
from extract.evaluation.intervals import Interval, Intervals
from extract.evaluation.levels import LEVELS
from extract.evaluation.mentions import MentionCounts, MentionReport
from extract.evaluation.scores import OTHERS, STATISTIC, Report, Split

_NONE = "-"

Sides = tuple[str, str]
"""What the two sides are called."""


def tables(report: Report, sides: Sides = ("gold", "run")) -> Iterator[Table]:
    """The tables of a report: levels, types, slots, articles, manners, rules, mentions."""
    yield levels_table(report, sides)
    yield types_table(report, sides)
    for types in ({STATISTIC} & set(report.slots), [name for name in report.slots if name != STATISTIC]):
        if rows := [row for name in types for row in _slot_rows(report, name, prefixed=name != STATISTIC)]:
            yield slots_table(rows, sides)
    yield split_table("article", report.articles, sides)
    if report.manners:
        yield split_table("manner", report.manners, sides)
    if report.rules:
        yield rules_table(report)
    if report.mentions is not None:
        yield mentions_table(report.mentions)


def levels_table(report: Report, sides: Sides) -> Table:
    """The scores of each level, of statistics and of the other types, and of figures alone."""
    table = _table("", "P", "95 %", "R", "95 %", "F1", "95 %")
    for name in (STATISTIC, OTHERS):
        found = report.overall[name]
        table.add_row(f"{name}: {sides[0]} {found.counts.gold}, {sides[1]} {found.counts.predicted}")
        for level in LEVELS:
            table.add_row(f"  {level.replace('_', ' ')}", *_scores(found, level))
        if name == STATISTIC:
            table.add_row("  figures alone (value, unit)", *_scores(report.figures, "found"))
    return table


def types_table(report: Report, sides: Sides) -> Table:
    """The scores of each type."""
    table = _table("type", *sides, "found P", "R", "F1", "core P", "R", "F1", "95 %", "full P", "R", "F1", "95 %")
    for name, found in report.types.items():
        counts = found.counts
        cells = [str(counts.gold), str(counts.predicted), *_prf(counts, "found")]
        for level in ("core", "full"):
            cells += [*_prf(counts, level), _interval(found.intervals, level)]
        table.add_row(name, *cells)
    return table


def slots_table(rows: Iterable[tuple[str, Slot]], sides: Sides) -> Table:
    """The scores of slots over all values, and how often they are right in matched pairs."""
    columns = ("P", "R", "F1", "95 %", "relaxed F1", "pairs", "right", "relaxed", "right where filled")
    table = _table("slot", *sides, *columns)
    for name, found in rows:
        counts, data = found.counts, found.counts.data()
        scores = (_percent(data[key]) for key in ("precision", "recall", "f1"))
        right = (_percent(data[key]) for key in ("accuracy", "accuracy_relaxed", "accuracy_filled"))
        table.add_row(
            *(name, str(counts.gold), str(counts.predicted), *scores, _range(found.intervals.f1)),
            *(_percent(data["f1_relaxed"]), str(counts.pairs), *right),
        )
    return table


def split_table(head: str, groups: Mapping[str, Split], sides: Sides) -> Table:
    """The scores of articles or manners: statistics, then the other types."""
    table = _table(
        head, *(c for s in ("statistics", "others") for c in (s, sides[1], "found F1", "P", "R", "core F1", "95 %"))
    )
    for name, parts in groups.items():
        cells: list[str] = []
        for part in (STATISTIC, OTHERS):
            found = parts[part]
            counts = found.counts
            cells += [str(counts.gold), str(counts.predicted), _percent(counts.f1("found"))]
            cells += [*_prf(counts, "core"), _interval(found.intervals, "core")]
        table.add_row(name, *cells)
    return table


def rules_table(report: Report) -> Table:
    """The precision of each rule, and its part of the recall of its type."""
    table = _table("rule", "records", "found P", "core P", "95 %", "core R", "F1", "full P", "full R", "F1")
    for rule, found in report.rules.items():
        counts = found.counts
        core = found.intervals.get("core", Intervals())
        table.add_row(
            *(rule, str(counts.predicted), _percent(counts.precision("found")), _percent(counts.precision("core"))),
            *(_range(core.precision), _percent(counts.recall("core")), _percent(counts.f1("core"))),
            *_prf(counts, "full"),
        )
    return table


def mentions_table(report: MentionReport) -> Table:
    """The scores of mentions by label. Of anchors only recall is known."""
    table = _table("mention", "gold", "run", "strict P", "R", "F1", "overlapping P", "R", "F1")
    for suffix, counts in (("", report.labelled), (" (anchors of records)", report.anchors)):
        for kind, found in counts.items():
            table.add_row(f"{kind}{suffix}", str(found.gold), *_mention_cells(found))
    return table


def errors_table(errors: list[Error]) -> Table:
    """How many errors there are of each kind."""
    counted = Counter((error.kind, error.item.record_type == STATISTIC) for error in errors)
    table = _table("errors", "statistics", "others")
    for kind in Kind:
        table.add_row(str(kind), *(str(counted[kind, is_statistic]) for is_statistic in (True, False)))
    return table


def changes_table(compared: Changes) -> Table:
    """F1 of each level before and after."""
    table = _table("F1", "other run", "this run", "change")
    for kind, level, before, after in compared.scores():
        change = _NONE if before is None or after is None else f"{100 * (after - before):+.1f}"
        table.add_row(f"{kind} {level.replace('_', ' ')}", _percent(before), _percent(after), change)
    return table


def _slot_rows(report: Report, record_type: str, *, prefixed: bool) -> Iterator[tuple[str, Slot]]:
    """The slots of a type that either side fills, under their names."""
    for name, found in report.slots[record_type].items():
        if found.counts.gold or found.counts.predicted:
            yield (f"{record_type} {name}" if prefixed else name), found


def _table(first: str, *columns: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(first)
    for column in columns:
        table.add_column(column, justify="right")
    return table


def _scores(found: Group, level: str) -> tuple[str, ...]:
    around = found.intervals.get(level, Intervals())
    ranges = (around.precision, around.recall, around.f1)
    return tuple(c for score, x in zip(_prf(found.counts, level), ranges, strict=True) for c in (score, _range(x)))


def _mention_cells(found: MentionCounts) -> tuple[str, ...]:
    data = found.data()
    scores = (_percent(data[how][key]) for how in ("strict", "overlapping") for key in ("precision", "recall", "f1"))
    return (_NONE if found.predicted is None else str(found.predicted), *scores)


def _prf(counts: Counts, level: str) -> tuple[str, str, str]:
    precision, recall, f1 = counts.precision(level), counts.recall(level), counts.f1(level)
    return _percent(precision), _percent(recall), _percent(f1)


def _interval(found: Mapping[str, Intervals], level: str) -> str:
    return _range(found.get(level, Intervals()).f1)


def _range(found: Interval | None) -> str:
    return "" if found is None else "-".join(f"{100 * end:.0f}" for end in found)


def _percent(score: float | None) -> str:
    return _NONE if score is None else f"{100 * score:.1f}"
