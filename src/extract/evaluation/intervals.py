"""How far a score would move with other texts: bootstrap intervals.

Documents are drawn again and again, as many as there are, each with all that it holds (records of one text are right
or wrong together). Where only one document has anything, or where the score is that of one article, records are drawn
instead: such an interval says nothing about other texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Interval = tuple[float, float]

SEED, RESAMPLES = 20260401, 2000

_FEWEST = 2
"""Units below which there is nothing to draw."""

_Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Intervals:
    """The 95 % intervals of a score; None where there is nothing to draw from."""

    precision: Interval | None = None
    recall: Interval | None = None
    f1: Interval | None = None


def intervals(rows: Sequence[tuple[int, ...]]) -> list[Intervals]:
    """The intervals of each score; a row is what a unit adds: labels, predictions, then the hits of each score.

    The order of rows is no matter. Without two rows there is nothing to draw, and every interval is None.
    """
    if len(rows) < _FEWEST:
        return [Intervals() for row in rows for _ in row[2:]]
    sums = _resampled(rows)
    gold, predicted, hits = sums[:, :1], sums[:, 1:2], sums[:, 2:]
    ends = [_middle(parts, wholes) for parts, wholes in ((hits, predicted), (hits, gold), (2 * hits, predicted + gold))]
    return [Intervals(*of_score) for of_score in zip(*ends, strict=True)]


def _resampled(rows: Sequence[tuple[int, ...]]) -> _Numbers:
    """Sums of `rows` drawn with replacement, as many as there are: one line a draw."""
    kinds = sorted(Counter(rows).items())
    weights = np.array([count for _, count in kinds]) / len(rows)
    drawn = np.random.default_rng(SEED).multinomial(len(rows), weights, size=RESAMPLES)
    sums: _Numbers = drawn @ np.array([row for row, _ in kinds], dtype=float)
    return sums


def _middle(parts: _Numbers, wholes: _Numbers) -> list[Interval | None]:
    """The middle 95 % of the ratios of each column; draws with nothing to count are left out."""
    some = wholes[:, 0] > 0
    if not some.any():
        return [None] * parts.shape[1]
    low, high = np.percentile(parts[some] / wholes[some], (2.5, 97.5), axis=0)
    return list(zip(low.tolist(), high.tolist(), strict=True))
