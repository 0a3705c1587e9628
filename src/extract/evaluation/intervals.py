"""How far a score would move with other documents."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np

from extract.evaluation.scores import Count

SAMPLES = 2000
SEED = 20


def bootstrap(counts: Sequence[Count], level: str) -> tuple[float, float] | None:
    """The 95 % interval of F1 at a level, by resampling documents with replacement.

    `counts` holds one entry a document. The percentile method with a fixed seed; None for fewer than two documents.
    """
    if len(counts) < 2:
        return None
    table = np.array([[count.reached.get(level, 0), count.gold + count.predicted] for count in counts], dtype=float)
    draws = np.random.default_rng(SEED).multinomial(len(counts), np.full(len(counts), 1 / len(counts)), size=SAMPLES)
    hits, both = (draws @ table).T
    scores = 2 * hits[both > 0] / both[both > 0]
    if not len(scores):
        return None
    low, high = np.percentile(scores, [2.5, 97.5])
    return float(low), float(high)
