"""A run's files: JSON Lines, UTF-8, in the order of sources and of text."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

import orjson
from pydantic import BaseModel

from extract.data import Source
from extract.records.manifest import RunManifest

FILES = ("articles.jsonl", "mentions.jsonl", "records.jsonl", "rejects.jsonl")
MANIFEST = "run.json"
TEXTS = "texts"

_LONGEST = 40
_PLAIN = re.compile(rf"[\w.-]{{1,{_LONGEST}}}")
_ODD = re.compile(r"[^\w.-]")


def line(row: BaseModel) -> bytes:
    """One row as one line."""
    return orjson.dumps(row.model_dump(mode="json"), option=orjson.OPT_APPEND_NEWLINE)


def text_name(source_id: str) -> str:
    """The path below `texts/` of a source's decoded text; a row's id that is no plain name leaves no folder.

    >>> text_name("news/a.html"), text_name("a.jsonl:17")
    ('news/a.html.txt', 'a.jsonl_17.txt')
    """
    path, colon, identity = source_id.partition(":")
    if colon and not _PLAIN.fullmatch(identity):
        digest = sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        identity = f"{_ODD.sub('_', identity)[:_LONGEST]}-{digest}"
    return f"{path}_{identity}.txt" if colon else f"{path}.txt"


class RunWriter:
    """Writes one run into a folder; `run.json` comes last, so a folder without it is no finished run."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._files: dict[str, BinaryIO] = {}

    def __enter__(self) -> Self:
        self.folder.mkdir(parents=True, exist_ok=True)
        (self.folder / MANIFEST).unlink(missing_ok=True)
        self._files = {name: (self.folder / name).open("wb") for name in FILES}
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        for file in self._files.values():
            file.close()

    def write(self, name: str, rows: Iterable[BaseModel]) -> int:
        """Append rows to the file `name`; the number written."""
        count = 0
        for row in rows:
            self._files[name].write(line(row))
            count += 1
        return count

    def text(self, source: Source) -> None:
        """Keep the decoded text of a source that is no plain UTF-8 text itself."""
        target = self.folder / TEXTS / text_name(source.source_id)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(source.text.encode())

    def manifest(self, manifest: RunManifest) -> None:
        """Write `run.json`: the run is finished."""
        data = orjson.dumps(manifest.model_dump(mode="json"), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE)
        (self.folder / MANIFEST).write_bytes(data)
