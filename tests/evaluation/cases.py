"""Small labels and records for tests of the scorer."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from extract.evaluation.gold import LABEL, GoldLine
from extract.evaluation.items import FIGURE_SLOTS, Item, Spans, compared_slots
from extract.evaluation.runs import ARTICLES, MANIFEST, MENTIONS, RECORDS
from extract.records import RECORD, RECORD_TYPES, record_id
from extract.sources.text import text_hash


def item(at: tuple[int, int] = (0, 2), record_type: str = "statistic", *, doc: str = "甲.txt", **slots: Any) -> Item:
    """An item with the slots of a plain level, or of an empty record of another type."""
    optional, name = slots.pop("optional", False), slots.pop("name_", "")
    rule = slots.pop("rule", "")
    filled: dict[str, Any] = dict.fromkeys(compared_slots(record_type))
    filled |= {"modality": "actual"}
    if record_type == "statistic":
        filled |= {"value": 5, "unit": "家", "bound": ("exact", None), "measure": "level"}
        filled |= {"metric": "工厂", "subject": "甲市", "cumulative": False}
    for slot in RECORD_TYPES[record_type].list_slots():
        filled[slot] = ()
    return Item(doc, record_type, (at,), filled | slots, optional, rule, name, "甲市有工厂5家")


def label(**fields: Any) -> dict[str, Any]:
    """A label of a plain level as a row of a file."""
    row: dict[str, Any] = {"doc": "甲.txt", "record_type": "statistic", "modality": "actual"}
    if fields.get("record_type", "statistic") == "statistic":
        row |= {"measure": "level", "metric": "工厂", "subject": "甲市", "unit": "家"}
    return row | fields


def gold_line(line: int = 1, **fields: Any) -> GoldLine:
    return GoldLine(LABEL.validate_python(label(**fields)), "甲.jsonl", line)


def write_lines(path: Path, rows: list[dict[str, Any]]) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows), "utf-8")
    return path


def record_of(item: Item, text: str, source: str, totals: dict[Spans, str]) -> dict[str, Any]:
    """A line of `records.jsonl` that says just what a label says."""
    model = RECORD_TYPES[item.record_type]
    anchor = model.ANCHOR
    said: Mapping[str, Any] = item.slots
    slots = {k: list(v) if isinstance(v, tuple) else v for k, v in said.items()}
    period = slots.pop("period")
    if item.record_type == "statistic":
        bound, upper = said["bound"]
        figure = {"value": slots["value"], "unit": slots["unit"], "bound": bound, "upper": upper}
        slots = {k: v for k, v in slots.items() if k not in FIGURE_SLOTS}
        slots["quantity"] = figure | {"text": text[slice(*item.spans[0])]}
        slots["part_of"] = totals.get(said["part_of"])
    for name in ("investment", "capacity", "prize"):
        if slots.get(name):
            value, upper, unit, bound = said[name]
            slots[name] = {"text": "x", "value": value, "upper": upper, "unit": unit, "bound": bound}
    if item.record_type == "cooperation" and slots["object"] is None:
        anchor = "parties"
    row = slots | {
        "record_id": identity(item, text),
        "record_type": item.record_type,
        "article_id": f"{source}#1",
        "period": period and {"text": "x", "start": period[0], "end": period[1]},
        "evidence": {"start": 0, "end": len(text), "text": text},
        "spans": {anchor: item.spans},
        "rule": "test.rule",
    }
    return RECORD.validate_python(row).model_dump(mode="json")


def identity(item: Item, text: str) -> str:
    """An id that no other item of a text has."""
    slots = repr(sorted((k, v) for k, v in item.slots.items() if k != "part_of"))
    return record_id(text_hash(text), item.record_type, item.spans, metric=slots)


def write_run(folder: Path, texts: dict[str, str], records: list[dict[str, Any]]) -> Path:
    """The files of a run over texts that lie in `folder/in`."""
    inputs = []
    articles = []
    for source, text in texts.items():
        path = folder / "in" / source
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(text.encode())
        inputs.append({"path": path.as_posix(), "size": 1, "sha256": None})
        articles.append(
            {"article_id": f"{source}#1", "source_id": source, "sha256": text_hash(text), "start": 0, "end": len(text)}
            | {"title": None, "published": None, "place": None, "script": "hans", "figures": {}}
        )
    write_lines(folder / ARTICLES, articles)
    write_lines(folder / RECORDS, records)
    write_lines(folder / MENTIONS, [])
    (folder / MANIFEST).write_text(json.dumps({"version": "0", "inputs": inputs}), "utf-8")
    return folder
