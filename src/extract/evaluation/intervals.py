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

_Numbers = NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Intervals:
    """The 95 % intervals of a score; None where there is nothing to draw from."""

    precision: Interval | None = None
    recall: Interval | None = None
    f1: Interval | None = None


def resampled(rows: Sequence[tuple[int, ...]]) -> _Numbers:
    """Sums of `rows` drawn with replacement: one line a draw, one column a number. The order of rows is no matter."""
    kinds = sorted(Counter(rows).items())
    weights = np.array([count for _, count in kinds]) / len(rows)
    drawn = np.random.default_rng(SEED).multinomial(len(rows), weights, size=RESAMPLES)
    sums: _Numbers = drawn @ np.array([row for row, _ in kinds], dtype=float)
    return sums


def intervals(hits: _Numbers, predicted: _Numbers, gold: _Numbers) -> Intervals:
    """The intervals of precision, recall and F1 over resampled sums."""
    return Intervals(_middle(hits, predicted), _middle(hits, gold), _middle(2 * hits, predicted + gold))


def _middle(parts: _Numbers, wholes: _Numbers) -> Interval | None:
    """The middle 95 % of the ratios; draws with nothing to count are left out."""
    some = wholes > 0
    if not some.any():
        return None
    low, high = np.percentile(parts[some] / wholes[some], (2.5, 97.5))
    return float(low), float(high)
