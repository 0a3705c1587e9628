"""A run's files: their names and their lines. JSON Lines, UTF-8, in the order of sources and of text."""

from __future__ import annotations

import orjson
from pydantic import BaseModel

FILES = ("articles.jsonl", "mentions.jsonl", "records.jsonl", "rejects.jsonl")
MANIFEST = "run.json"
TEXTS = "texts"


def line(row: BaseModel) -> bytes:
    """One row as one line."""
    return orjson.dumps(row.model_dump(mode="json"), option=orjson.OPT_APPEND_NEWLINE)
