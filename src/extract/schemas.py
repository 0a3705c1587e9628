"""JSON Schemas of what the project writes and reads, generated from the models."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Literal

from pydantic import TypeAdapter

from extract.evaluation.gold import LABEL
from extract.records import RECORD, RECORD_TYPES, ArticleRow, MentionRow, RejectRow, RunManifest

Mode = Literal["validation", "serialization"]

_DIALECT = "https://json-schema.org/draft/2020-12/schema"

MODELS: dict[str, tuple[TypeAdapter[Any], Mode, str]] = {
    "records": (RECORD, "serialization", "A line of records.jsonl"),
    **{name: (TypeAdapter(model), "serialization", f"A {name} record") for name, model in RECORD_TYPES.items()},
    "mentions": (TypeAdapter(MentionRow), "serialization", "A line of mentions.jsonl"),
    "articles": (TypeAdapter(ArticleRow), "serialization", "A line of articles.jsonl"),
    "rejects": (TypeAdapter(RejectRow), "serialization", "A line of rejects.jsonl"),
    "run": (TypeAdapter(RunManifest), "serialization", "run.json"),
    "gold": (LABEL, "validation", "A line of a gold file"),
}
"""Name to model, whether it is written (serialization) or read (validation), and title."""


def schemas(more: Mapping[str, Mapping[str, Any]] | None = None) -> dict[str, dict[str, Any]]:
    """File name to JSON Schema (2020-12) of every file format; `more` adds ready schemas under names of their own."""
    made: dict[str, dict[str, Any]] = {}
    for name, (adapter, mode, title) in MODELS.items():
        body = adapter.json_schema(mode=mode)
        body["title"] = title
        made[f"{name}.json"] = {"$schema": _DIALECT, **body}
    for name, body in (more or {}).items():
        made[f"{name}.json"] = {"$schema": _DIALECT, **body}
    return made


def write_schemas(folder: Path, more: Mapping[str, Mapping[str, Any]] | None = None) -> list[Path]:
    """Write every schema into a folder; the paths written, in order."""
    folder.mkdir(parents=True, exist_ok=True)
    paths = []
    for name, body in schemas(more).items():
        path = folder / name
        path.write_text(schema_text(body), encoding="utf-8")
        paths.append(path)
    return paths


def schema_text(body: Mapping[str, Any]) -> str:
    """A schema as its file holds it."""
    return json.dumps(body, ensure_ascii=False, indent=2) + "\n"
