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
    source_id: str = Field(default="", description="Of its source; rows of a table add a colon and their number or id.")
    size: Count = Field(description="In bytes.")
    sha256: Hash256 | None = Field(description="Of the input's bytes; null where it could not be read.")
    counts: Mapping[str, Count] = Field(default={}, description="What came out of it.")
    lengths: Mapping[str, Count] = Field(
        default={}, description="How many bytes of each file of the run are its own, in the order of the inputs."
    )


class ShardCounts(Row):
    """What came out of one shard, a stretch of inputs that were processed together."""

    inputs: Count = Field(description="How many inputs it holds, or parts of one.")
    counts: Mapping[str, Count]


class RunManifest(Row):
    """`run.json`: what was run on what, and how much came out. It holds nothing that differs from run to run."""

    version: str = Field(description="The program's version.")
    schema_version: str = SCHEMA_VERSION
    program: Hash256 | None = Field(
        default=None, description="Of the program's code and knowledge and of a user's own files: with the options, all"
        " that decides the output.",
    )  # fmt: skip
    options: Mapping[str, JsonValue] = Field(default={}, description="Every option that can change the output.")
    counts: Mapping[str, Count] = Field(default={}, description="Sources, articles, mentions, records, rejects …")
    compared: Mapping[str, Count] = Field(
        default={}, description="With --incremental: inputs that are unchanged, copied, changed, new and vanished."
    )
    shards: tuple[ShardCounts, ...] = Field(default=(), description="In order.")
    inputs: tuple[InputFile, ...] = Field(default=(), description="In order.")
