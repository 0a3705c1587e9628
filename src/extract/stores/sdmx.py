"""Statistics as SDMX-CSV 2.0: dimensions that make every observation's key its own, a value, attributes."""

from __future__ import annotations

import csv
from calendar import monthrange
from collections import Counter
from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import TextIO

from extract.records import ArticleRow, Modality, PeriodValue, Statistic
from extract.stores.batches import records_of_articles

STRUCTURE_ID = "EXTRACT:STATISTICS(1.0)"

NOT_APPLICABLE, NOT_STATED = "_Z", "_X"
"""SDMX's codes for a dimension that has no value here (`_Z`), or one that the text does not give (`_X`)."""

STATUS: Mapping[Modality, str] = {
    Modality.ACTUAL: "A",
    Modality.FORECAST: "F",
    Modality.TARGET: "F",
    Modality.PLANNED: "F",
}
"""CL_OBS_STATUS knows normal values and forecasts but no targets or plans: MODALITY tells them apart."""

DIMENSIONS = (
    *("REF_AREA", "SUBJECT", "INDICATOR", "METRIC", "SCOPE", "MEASURE", "BASIS", "REFERENCE", "MODALITY"),
    *("ARTICLE", "RECORD", "TIME_PERIOD"),
)
ATTRIBUTES = (
    *("UNIT_MEASURE", "UNIT_MULT", "OBS_STATUS", "BOUND", "UPPER_VALUE", "CUMULATIVE", "PUBLISHED", "WARNINGS"),
    *("RULE", "CONFIDENCE"),
)
HEADER = ("STRUCTURE", "STRUCTURE_ID", "ACTION", *DIMENSIONS, "OBS_VALUE", *ATTRIBUTES)


def write_sdmx(run: Path, file: TextIO) -> Mapping[str, int]:
    """Write the statistics of a run; why how many were left out. Raises StoreError as `batches` does."""
    left: Counter[str] = Counter()
    writer = csv.writer(file, lineterminator="\r\n")
    writer.writerow(HEADER)
    for article, record in records_of_articles(run):
        if isinstance(record, Statistic):
            if record.period is None:
                left["they have no period"] += 1
            elif record.period.start is None or record.period.end is None:
                left["their period is open at one end"] += 1
            else:
                writer.writerow(observation(article, record, record.period))
    return left


def observation(article: ArticleRow, record: Statistic, period: PeriodValue) -> list[str]:
    """One row, in the order of `HEADER`; `period` has both its ends."""
    assert period.start is not None
    assert period.end is not None
    quantity = record.quantity
    return [
        *("dataflow", STRUCTURE_ID, "I"),
        record.region_code or NOT_STATED,
        record.subject or NOT_STATED,
        record.indicator or NOT_STATED,
        record.metric,
        record.scope or NOT_APPLICABLE,
        record.measure,
        record.basis or NOT_APPLICABLE,
        record.reference or NOT_APPLICABLE,
        record.modality,
        record.article_id,
        record.record_id,
        time_period(period.start, period.end),
        str(quantity.value),
        quantity.unit or NOT_APPLICABLE,
        "0",
        STATUS[record.modality],
        quantity.bound,
        "" if quantity.upper is None else str(quantity.upper),
        "true" if record.cumulative else "false",
        article.published.isoformat() if article.published else "",
        " ".join(record.warnings),
        record.rule,
        "" if record.confidence is None else str(record.confidence),
    ]


def time_period(start: date, end: date) -> str:
    """A period as SDMX writes it.

    `2022`, `2022-S1`, `2022-Q1`, `2022-05`, `2022-05-03`; any other as an ISO 8601 interval of its first day and its
    length, the only one SDMX takes: `2022-01-01/P5M` for 1—5月, `2021-01-01/P5Y` for 十四五, `2022-05-03/P4D`.
    """
    if start == end:
        return start.isoformat()
    if start.day != 1 or end.day != monthrange(end.year, end.month)[1]:
        return f"{start.isoformat()}/P{(end - start + timedelta(days=1)).days}D"
    months = (end.year - start.year) * 12 + end.month - start.month + 1
    part = start.month - 1
    match months:
        case 12 if part == 0:
            return f"{start.year:04}"
        case 6 if part % 6 == 0:
            return f"{start.year:04}-S{part // 6 + 1}"
        case 3 if part % 3 == 0:
            return f"{start.year:04}-Q{part // 3 + 1}"
        case 1:
            return f"{start.year:04}-{start.month:02}"
    return f"{start.isoformat()}/P{months // 12}Y" if months % 12 == 0 else f"{start.isoformat()}/P{months}M"
