"""What is better and what is worse in one run than in another, label by label and record by record."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from extract.evaluation.errors import one_line, shown
from extract.evaluation.items import Item
from extract.evaluation.levels import LEVELS, Pair
from extract.evaluation.scores import OTHERS, STATISTIC, Report

REACHED = ("missed", "met", "found", "core", "full")
"""How far a label is met, in order; `met` is at its place with another measure."""


class Verdict(StrEnum):
    """Whether a change is for the better."""

    BETTER = "better"
    WORSE = "worse"


@dataclass(frozen=True, slots=True)
class Change:
    """A label that is met otherwise than before, or a spurious record that came or went.

    Of a label `before` and `after` are among `REACHED`; of a spurious record one of them is `spurious`, the other
    `gone` or `none`.
    """

    verdict: Verdict
    item: Item
    before: str
    after: str
    mended: tuple[str, ...] = ()
    broken: tuple[str, ...] = ()
    was: Item | None = None
    now: Item | None = None

    def data(self) -> dict[str, Any]:
        """The change for JSON and the page."""
        sides = {"was": self.was, "now": self.now}
        slots = (*self.mended, *self.broken)
        return {
            "verdict": str(self.verdict),
            "doc": self.item.doc,
            "record_type": self.item.record_type,
            "name": self.item.name,
            "spans": [list(piece) for piece in self.item.spans],
            "sentence": one_line(self.item.sentence),
            "before": self.before,
            "after": self.after,
            "mended": list(self.mended),
            "broken": list(self.broken),
            "gold": {slot: shown(self.item.slots.get(slot)) for slot in slots},
            **{
                name: side and {"rule": side.rule, "slots": {slot: shown(side.slots.get(slot)) for slot in slots}}
                for name, side in sides.items()
            },
        }


@dataclass(frozen=True)
class Changes:
    """Two reports on the same labels, and every label and record in which they differ."""

    before: Report
    after: Report
    changes: tuple[Change, ...]

    def scores(self) -> Iterator[tuple[str, str, float | None, float | None]]:
        """Kind, level, F1 before and after."""
        for kind in (STATISTIC, OTHERS):
            for level in LEVELS:
                before, after = (side.overall[kind].counts.f1(level) for side in (self.before, self.after))
                yield kind, level, before, after

    def data(self) -> dict[str, Any]:
        """Scores and changes for JSON and the page."""
        return {
            "scores": [{"kind": k, "level": level, "before": b, "after": a} for k, level, b, a in self.scores()],
            "changes": [change.data() for change in self.changes],
        }


def changes(before: Report, after: Report) -> Changes:
    """Compare two reports on the same labels: what is better first, then by document and place."""
    was, now = _by_label(before), _by_label(after)
    found = [change for key in was if key in now and (change := _of_label(was[key], now[key]))]
    found += _spurious(before, after)
    order = list(Verdict)
    key = sorted(found, key=lambda c: (order.index(c.verdict), c.item.key, c.before, c.after))
    return Changes(before, after, tuple(key))


def change_lines(compared: Changes) -> Iterator[str]:
    """The changes as lines of text: a head, the sentence, and each slot that changed."""
    better = sum(change.verdict is Verdict.BETTER for change in compared.changes)
    yield f"{better} better, {len(compared.changes) - better} worse"
    for change in compared.changes:
        item = change.item
        at = ",".join(f"{start}-{end}" for start, end in item.spans)
        yield f"{change.verdict}: {change.before} → {change.after}: {item.doc}:{at} {item.record_type} {item.name}"
        yield f"  {one_line(item.sentence)}"
        for slot in (*change.mended, *change.broken):
            sides = [side.slots.get(slot) if side else None for side in (change.was, change.now)]
            yield f"    {slot}: {shown(sides[0])} → {shown(sides[1])}, gold {shown(item.slots.get(slot))}"


_Met = tuple[Item, Pair | None]


def _by_label(report: Report) -> Mapping[tuple[Any, ...], _Met]:
    outcomes = (outcome for matching in report.matchings.values() for outcome in matching.outcomes)
    return {outcome.gold.key: (outcome.gold, outcome.pair) for outcome in outcomes if outcome.gold}


def _of_label(was: _Met, now: _Met) -> Change | None:
    item = now[0]
    wrong_before, wrong_after = (set(pair.wrong) if pair else set[str]() for pair in (was[1], now[1]))
    both = was[1] is not None and now[1] is not None
    mended = tuple(sorted(wrong_before - wrong_after)) if both else ()
    broken = tuple(sorted(wrong_after - wrong_before)) if both else ()
    before, after = _rank(was[1]), _rank(now[1])
    if before == after and not mended and not broken:
        return None
    # where the level is the same, the number of wrong slots decides; one slot for another is no gain
    better = (after, len(mended)) > (before, len(broken))
    sides = [pair.predicted if pair else None for pair in (was[1], now[1])]
    verdict = Verdict.BETTER if better else Verdict.WORSE
    return Change(verdict, item, REACHED[before], REACHED[after], mended, broken, *sides)


def _rank(pair: Pair | None) -> int:
    if pair is None:
        return 0
    return next((REACHED.index(level) for level in ("full", "core", "found") if level in pair.reached), 1)


def _spurious(before: Report, after: Report) -> list[Change]:
    """Spurious records that only one of the reports has; the same record twice counts twice."""
    was, now = (_spurious_items(report) for report in (before, after))
    gone, come = _without(was, now), _without(now, was)
    return [
        *(Change(Verdict.BETTER, item, "spurious", "gone", was=item) for item in gone),
        *(Change(Verdict.WORSE, item, "none", "spurious", now=item) for item in come),
    ]


def _spurious_items(report: Report) -> list[Item]:
    return [item for matching in report.matchings.values() for item in matching.spurious]


def _without(items: Iterable[Item], others: Iterable[Item]) -> list[Item]:
    left = Counter(_said(item) for item in others)
    found = []
    for item in items:
        left[_said(item)] -= 1
        if left[_said(item)] < 0:
            found.append(item)
    return found


def _said(item: Item) -> tuple[Any, ...]:
    """What a record says and where, whichever rule said it."""
    return item.doc, item.record_type, item.spans, repr(sorted(item.slots.items()))
