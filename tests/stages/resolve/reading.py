"""Records of a text as a test reads them: slots in the open, a figure as its value, a period as its two ends."""

from __future__ import annotations

from typing import Any

from extract.pipeline import Pipeline

TOWN = "大连市"
Fact = dict[str, Any]


def facts(
    pipeline: Pipeline, text: str, place: str | None = TOWN, published: str | None = None, kind: str = "statistic"
) -> list[Fact]:
    """The records of one type, in text order."""
    out: list[Fact] = []
    for record in pipeline(text, place=place, published=published):
        if record.record_type != kind:
            continue
        row = record.model_dump(mode="json")
        if "quantity" in row:
            row["value"], row["unit"] = row["quantity"]["value"], row["quantity"]["unit"]
        row["period"] = (row["period"]["start"], row["period"]["end"]) if row["period"] else None
        out.append(row)
    return out


def column(rows: list[Fact], *names: str) -> list[Any]:
    """One field of every record, or several as tuples."""
    return [row[names[0]] if len(names) == 1 else tuple(row[name] for name in names) for row in rows]
