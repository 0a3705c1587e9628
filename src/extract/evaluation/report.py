"""A report as tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from rich.table import Table

from extract.evaluation.levels import LEVELS
from extract.evaluation.scores import Counts, Report

_NONE = "-"


def tables(report: Report) -> Iterator[Table]:
    """The tables of a report: levels, types, slots of statistics, documents, rules."""
    yield levels_table(report)
    yield types_table(report)
    if "statistic" in report.slots:
        yield slots_table(report)
    yield documents_table(report)
    if report.rules:
        yield rules_table(report)


def levels_table(report: Report) -> Table:
    """Precision, recall and F1 of each level, of statistics and of the other types; figures alone; intervals."""
    table = _table("", "precision", "recall", "F1", "95 %")
    for name, counts in (("statistic", report.statistics), ("others", report.others)):
        table.add_row(f"{name}: {counts.gold} labels, {counts.predicted} records")
        for level in LEVELS:
            interval = report.intervals.get(name) if level == "core" else None
            shown = "-".join(map(_percent, interval)) if interval else ""
            table.add_row(f"  {level.replace('_', ' ')}", *_prf(counts, level), shown)
        if name == "statistic":
            table.add_row("  figures alone (value, unit)", *_prf(report.figures, "found"), "")
    return table


def types_table(report: Report) -> Table:
    """Labels, records and scores of each type. P, R: precision and recall."""
    table = _table("type", "gold", "run", "found P", "R", "F1", "core P", "R", "F1", "full F1")
    for name, counts in report.types.items():
        scores = (*_prf(counts, "found"), *_prf(counts, "core"), _percent(counts.f1("full")))
        table.add_row(name, str(counts.gold), str(counts.predicted), *scores)
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


def _prf(counts: Counts, level: str) -> tuple[str, str, str]:
    precision, recall, f1 = counts.precision(level), counts.recall(level), counts.f1(level)
    return _percent(precision), _percent(recall), _percent(f1)


def _percent(score: float | None) -> str:
    return _NONE if score is None else f"{100 * score:.1f}"
