"""The manifest of a run."""

from __future__ import annotations

from collections.abc import Mapping

from pydantic import Field, JsonValue

from extract.records.base import SCHEMA_VERSION
from extract.records.rows import Count, Row
from extract.records.text import Hash256


class InputFile(Row):
    """One input of a run."""

    path: str = Field(description="As named on the command line, or found below the folder named.")
    size: Count = Field(description="In bytes.")
    sha256: Hash256 | None = Field(description="Of the input's bytes; null where it could not be read.")


class RunManifest(Row):
    """`run.json`: what was run on what, and how much came out."""

    version: str = Field(description="The program's version.")
    schema_version: str = SCHEMA_VERSION
    options: Mapping[str, JsonValue] = Field(default={}, description="Every option that can change the output.")
    inputs: tuple[InputFile, ...] = ()
    counts: Mapping[str, Count] = Field(default={}, description="Sources, articles, mentions, records, rejects …")
