"""One-to-one matching of predictions to labels: the best there is, whatever order they come in.

Candidates are a label and a prediction of one document and type whose anchors share a character. A prediction whose
measure differs is a candidate too, so that the slip can be named, but it is not `found`. Of all one-to-one
matchings the one is taken with most labels found, then at core, then full, then most optional labels found, then most
slots the same, then the closest anchors. Optional labels so never take a prediction that a required one needs, and
with an optional label a wrong measure is no candidate.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from scipy.optimize import linear_sum_assignment

from extract.evaluation.compare import overlap
from extract.evaluation.items import Item, Spans
from extract.evaluation.levels import Pair, compare

_EXACT_FLOAT = 2**53
_NEARNESS = 8
_MOST_SLOTS = 64


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a required label or prediction: a pair has both sides, a miss or a spurious record one."""

    gold: Item | None
    predicted: Item | None
    pair: Pair | None = None

    @property
    def item(self) -> Item:
        """The label, else the prediction."""
        item = self.gold or self.predicted
        if item is None:
            raise ValueError("an outcome has a side")
        return item

    @property
    def doc(self) -> str:
        """The document."""
        return self.item.doc

    @property
    def record_type(self) -> str:
        """The record type, the same of both sides."""
        return self.item.record_type


@dataclass(frozen=True, slots=True)
class Matching:
    """Who met whom in one document."""

    pairs: tuple[Pair, ...]
    """Of required labels with required predictions; not all are `found`."""
    left_out: tuple[Pair, ...]
    """Pairs in which one side is optional: they count neither way."""
    missed: tuple[Item, ...]
    spurious: tuple[Item, ...]

    @property
    def outcomes(self) -> tuple[Outcome, ...]:
        """Everything that counts: pairs, then what was missed, then what is too much."""
        return (
            *(Outcome(pair.gold, pair.predicted, pair) for pair in self.pairs),
            *(Outcome(item, None) for item in self.missed),
            *(Outcome(None, item) for item in self.spurious),
        )


def match(gold: Sequence[Item], predicted: Sequence[Item]) -> Matching:
    """Match the items of one document, each already in canonical order."""
    candidates = {
        (i, j): compare(gold[i], predicted[j])
        for i, j in overlapping([item.spans for item in gold], [item.spans for item in predicted])
        if gold[i].record_type == predicted[j].record_type
    }
    candidates = {at: pair for at, pair in candidates.items() if not pair.optional or "found" in pair.reached}
    chosen = assign({at: _merits(pair) for at, pair in candidates.items()})
    pairs = [candidates[at] for at in chosen]
    met_gold, met_predicted = {i for i, _ in chosen}, {j for _, j in chosen}
    return Matching(
        tuple(pair for pair in pairs if not pair.optional),
        tuple(pair for pair in pairs if pair.optional),
        tuple(item for i, item in enumerate(gold) if i not in met_gold and not item.optional),
        tuple(item for j, item in enumerate(predicted) if j not in met_predicted and not item.optional),
    )


def _merits(pair: Pair) -> tuple[int, ...]:
    required = not pair.optional
    levels = [int(required and level in pair.reached) for level in ("found", "core", "full")]
    slots = len(pair.gold.slots)
    alike = 1 + 2 * slots - len(pair.wrong) - len(pair.wrong_relaxed)
    return (*levels, int(pair.optional), min(alike, _MOST_SLOTS - 1), nearness(pair.gold.spans, pair.predicted.spans))


def nearness(a: Spans, b: Spans) -> int:
    """How close two places are, from 0 to 7; 7 only where they are the same."""
    if a == b:
        return _NEARNESS - 1
    shared = overlap(a, b)
    size = sum(end - start for start, end in (*a, *b)) - shared
    return (_NEARNESS - 2) * shared // size


def overlapping(left: Sequence[Spans], right: Sequence[Spans]) -> list[tuple[int, int]]:
    """The pairs of indices whose spans share a character, found in one sweep over the text."""
    pieces = [(s, e, 0, i) for i, spans in enumerate(left) for s, e in spans if s < e]
    pieces += [(s, e, 1, j) for j, spans in enumerate(right) for s, e in spans if s < e]
    found: set[tuple[int, int]] = set()
    open_pieces: tuple[list[tuple[int, int]], list[tuple[int, int]]] = ([], [])
    for start, end, side, index in sorted(pieces):
        others = open_pieces[1 - side]
        others[:] = [piece for piece in others if piece[0] > start]
        found.update((index, other) if side == 0 else (other, index) for _, other in others)
        open_pieces[side].append((end, index))
    return sorted(found)


def assign(merits: Mapping[tuple[int, int], tuple[int, ...]]) -> list[tuple[int, int]]:
    """The one-to-one choice among candidate pairs whose merits, summed digit by digit, are greatest in order.

    Works on each group of candidates that hang together by itself; groups are a few items in practice.
    """
    chosen: list[tuple[int, int]] = []
    for group in _groups(list(merits)):
        if len(group) == 1:
            chosen.extend(group)
            continue
        rows, columns = sorted({i for i, _ in group}), sorted({j for _, j in group})
        row_of, column_of = ({at: n for n, at in enumerate(axis)} for axis in (rows, columns))
        weights = np.zeros((len(rows), len(columns)))
        for (i, j), weight in zip(group, _weights([merits[at] for at in group], min(weights.shape)), strict=True):
            weights[row_of[i], column_of[j]] = weight
        for row, column in zip(*linear_sum_assignment(weights, maximize=True), strict=True):
            if (rows[row], columns[column]) in merits:
                chosen.append((rows[row], columns[column]))
    return sorted(chosen)


def _weights(merits: Sequence[tuple[int, ...]], most: int) -> list[float]:
    """Each tuple as one number such that no sum of a lower digit reaches a higher one.

    The lowest digits are dropped where a number would outgrow the exact integers of a float: only where hundreds of
    anchors overlap.
    """
    weights = [0] * len(merits)
    size = 1
    for digits in zip(*merits, strict=True):
        base = most * max(digits) + 1
        if size * base > _EXACT_FLOAT // most:
            break
        size *= base
        weights = [weight * base + digit for weight, digit in zip(weights, digits, strict=True)]
    return [float(weight) for weight in weights]


def _groups(pairs: Sequence[tuple[int, int]]) -> list[list[tuple[int, int]]]:
    """Pairs that share an item, directly or through others, in the order of their first pair."""
    parent: dict[tuple[int, int], tuple[int, int]] = {}

    def root(node: tuple[int, int]) -> tuple[int, int]:
        while parent.setdefault(node, node) != node:
            parent[node] = node = parent[parent[node]]
        return node

    for i, j in pairs:
        parent[root((0, i))] = root((1, j))
    groups: dict[tuple[int, int], list[tuple[int, int]]] = {}
    for i, j in sorted(pairs):
        groups.setdefault(root((0, i)), []).append((i, j))
    return list(groups.values())
