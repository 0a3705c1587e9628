"""A report as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table

from extract.evaluation.levels import LEVELS
from extract.evaluation.scores import Counts, Report

_NONE = "-"


def tables(report: Report) -> Iterator[Table]:
    """The tables of a report: types, figures and intervals, slots of statistics, documents, rules."""
    yield types_table(report)
    yield summary_table(report)
    if "statistic" in report.slots:
        yield slots_table(report)
    yield documents_table(report)
    if report.rules:
        yield rules_table(report)


def types_table(report: Report) -> Table:
    """Precision, recall and F1 of each level, type by type."""
    table = _table("", "gold", "found", *(f"{level.replace('_relaxed', ' ~')} P/R/F1" for level in LEVELS))
    table.columns[2].header = "predicted"
    rows = [*report.types.items(), ("other types", report.others)]
    for name, counts in rows:
        table.add_row(name, str(counts.gold), str(counts.predicted), *(_prf(counts, level) for level in LEVELS))
    return table


def summary_table(report: Report) -> Table:
    """Figures alone, and the intervals of core F1."""
    table = _table("", "P/R/F1 or 95 % interval")
    table.add_row("figures alone (value, unit)", _prf(report.figures, "found"))
    for name, label in (("statistic", "core F1, statistics"), ("others", "core F1, other types")):
        interval = report.intervals.get(name)
        table.add_row(label, " to ".join(map(_percent, interval)) if interval else _NONE)
    return table


def slots_table(report: Report) -> Table:
    """How often each slot of a matched statistic is right."""
    table = _table("slot", "pairs", "right", "relaxed", "right where filled", "filled")
    for slot, count in report.slots["statistic"].items():
        data = count.data()
        scores = (_percent(data[key]) for key in ("accuracy", "accuracy_relaxed", "accuracy_filled"))
        table.add_row(slot, str(count.pairs), *scores, str(count.filled))
    return table


def documents_table(report: Report) -> Table:
    """Found and core F1 of each document."""
    table = _table("document", "statistics", "found", "core", "others", "found", "core")
    for doc, parts in report.documents.items():
        row = [doc]
        for name in ("statistic", "others"):
            counts = parts[name]
            row += [str(counts.gold), _percent(counts.f1("found")), _percent(counts.f1("core"))]
        table.add_row(*row)
    return table


def rules_table(report: Report) -> Table:
    """The precision of each rule."""
    table = _table("rule", "records", "found", "core", "full")
    for rule, counts in report.rules.items():
        table.add_row(rule, str(counts.predicted), *(_percent(counts.precision(x)) for x in ("found", "core", "full")))
    return table


def _table(first: str, *columns: str) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column(first)
    for column in columns:
        table.add_column(column, justify="right")
    return table


def _prf(counts: Counts, level: str) -> str:
    return "/".join(_percent(score) for score in (counts.precision(level), counts.recall(level), counts.f1(level)))


def _percent(score: float | None) -> str:
    return _NONE if score is None else f"{100 * score:.1f}"
