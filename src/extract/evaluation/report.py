"""A comparison's outcome: plain data for a file, tables for a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from rich.console import Console, ConsoleOptions, RenderResult
from rich.table import Table

from extract.evaluation.errors import KINDS, Slip, lines
from extract.evaluation.intervals import bootstrap
from extract.evaluation.levels import LEVELS
from extract.evaluation.scores import Count, SlotCount, total
from extract.records import RECORD_TYPES

HEADLINE = ("found", "core", "full")


@dataclass(frozen=True, slots=True)
class Report:
    """The scores of predictions against labels. `counts` maps a document and a record type to its count."""

    documents: tuple[str, ...]
    counts: Mapping[tuple[str, str], Count]
    rules: Mapping[str, Count]
    slots: Mapping[tuple[str, str], SlotCount]
    figures: Count
    errors: tuple[Slip, ...]
    missing: tuple[str, ...] = ()
    """Gold documents that the run has no article of: their labels count as missed."""
    unlabelled: tuple[str, ...] = ()
    """Sources of the run without gold: they count for nothing."""

    def count(self, *types: str, doc: str | None = None) -> Count:
        """The sum over types (all where none is named), of one document or all."""
        chosen = types or tuple(RECORD_TYPES)
        return total(c for (d, t), c in self.counts.items() if t in chosen and doc in (None, d))

    @property
    def groups(self) -> dict[str, tuple[str, ...]]:
        """The headline groups: statistics, the other types together, all."""
        others = tuple(name for name in RECORD_TYPES if name != "statistic")
        return {"statistic": ("statistic",), "other types together": others, "all": tuple(RECORD_TYPES)}

    def interval(self, group: str, level: str) -> tuple[float, float] | None:
        """The 95 % bootstrap interval over documents of a headline group's F1."""
        return bootstrap([self.count(*self.groups[group], doc=doc) for doc in self.documents], level)

    def to_dict(self) -> dict[str, Any]:
        """The report as JSON data: every number, every error."""
        headline = {name: _scores(self.count(*types)) for name, types in self.groups.items()}
        for name in headline:
            for level in HEADLINE:
                headline[name][level]["f1_interval"] = self.interval(name, level)
        return {
            "documents": list(self.documents),
            "missing": list(self.missing),
            "unlabelled": list(self.unlabelled),
            "headline": headline,
            "figures": _scores(self.figures, ("found",)),
            "types": {name: _scores(self.count(name)) for name in RECORD_TYPES if self._has(name)},
            "by_document": {doc: _scores(self.count(doc=doc)) for doc in self.documents},
            "rules": {rule: _precisions(count) for rule, count in self.rules.items()},
            "slots": {t: self._slots_of(t) for t in RECORD_TYPES if self._has(t)},
            "errors": [slip.to_dict() for slip in self.errors],
        }

    def _has(self, name: str) -> bool:
        return any(t == name for _, t in self.counts)

    def _slots_of(self, record_type: str) -> dict[str, dict[str, Any]]:
        return {slot: slot_line(count) for (t, slot), count in self.slots.items() if t == record_type}

    def __rich_console__(self, console: Console, options: ConsoleOptions) -> RenderResult:
        yield self._score_table()
        if self.slots:
            yield self._slot_table()
        if self.rules and set(self.rules) != {""}:
            yield self._rule_table()
        kinds = [f"{kind} {sum(slip.kind == kind for slip in self.errors)}" for kind in KINDS]
        yield f"{len(self.documents)} documents; errors: {', '.join(kinds)}"
        if self.missing:
            yield f"not in the run: {', '.join(self.missing)}"

    def _score_table(self) -> Table:
        table = Table("", "gold", "predicted", *(f"{level} {part}" for level in HEADLINE for part in ("P", "R", "F1")))
        table.add_column("core F1 relaxed")
        table.add_column("full F1 relaxed")
        names = [name for name in RECORD_TYPES if self._has(name)]
        rows = [(name, (name,)) for name in names] + [(n, t) for n, t in self.groups.items() if n != "statistic"]
        for name, types in rows:
            count = self.count(*types)
            cells = [say(m(lv)) for lv in HEADLINE for m in (count.precision, count.recall, count.f1)]
            loose = [say(count.f1("core_relaxed")), say(count.f1("full_relaxed"))]
            table.add_row(name, str(count.gold), str(count.predicted), *cells, *loose)
        f = self.figures
        cells = [say(f.precision("found")), say(f.recall("found")), say(f.f1("found"))]
        table.add_row("figures alone", str(f.gold), str(f.predicted), *cells)
        for doc in self.documents:
            count = self.count(doc=doc)
            cells = [say(m(lv)) for lv in HEADLINE for m in (count.precision, count.recall, count.f1)]
            table.add_row(doc, str(count.gold), str(count.predicted), *cells)
        return table

    def _slot_table(self) -> Table:
        table = Table("type", "slot", "pairs", "same", "same, relaxed", "filled: P", "filled: R")
        for (record_type, slot), count in self.slots.items():
            line = slot_line(count)
            cells = [say(line[key]) for key in ("accuracy", "accuracy_relaxed", "filled_precision", "filled_recall")]
            table.add_row(record_type, slot, str(count.pairs), *cells)
        return table

    def _rule_table(self) -> Table:
        table = Table("rule", "predicted", *HEADLINE)
        for rule, count in sorted(self.rules.items(), key=lambda entry: (-entry[1].predicted, entry[0])):
            table.add_row(rule, str(count.predicted), *(say(count.precision(level)) for level in HEADLINE))
        return table

    def error_text(self, kinds: Iterable[str] = KINDS) -> str:
        """The error list as text, kind by kind."""
        parts = [line for kind in kinds for slip in self.errors if slip.kind == kind for line in (*lines(slip), "")]
        return "\n".join(parts)


def say(score: float | None) -> str:
    """A score as a table shows it."""
    return "–" if score is None else f"{score:.3f}"


def _scores(count: Count, levels: Iterable[str] = LEVELS) -> dict[str, Any]:
    out: dict[str, Any] = {"gold": count.gold, "predicted": count.predicted}
    for level in levels:
        parts = {"precision": count.precision(level), "recall": count.recall(level), "f1": count.f1(level)}
        out[level] = {"hits": count.reached.get(level, 0), **parts}
    return out


def _precisions(count: Count) -> dict[str, Any]:
    return {"predicted": count.predicted, **{level: count.precision(level) for level in LEVELS}}


def slot_line(count: SlotCount) -> dict[str, Any]:
    """A slot's numbers: accuracy over all pairs, precision and recall over filled ones (null counts as unfilled)."""
    return {
        "pairs": count.pairs,
        "accuracy": count.same / count.pairs if count.pairs else None,
        "accuracy_relaxed": count.same_relaxed / count.pairs if count.pairs else None,
        "filled_precision": count.filled_same / count.predicted_filled if count.predicted_filled else None,
        "filled_recall": count.filled_same / count.gold_filled if count.gold_filled else None,
    }
