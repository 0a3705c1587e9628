"""A run told to machines: one JSON object a line, the keys of each kind of event always the same."""

from __future__ import annotations

import time
from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TextIO

import orjson

from extract.batch.request import Summary
from extract.batch.run import rejected_sources
from extract.batch.shard import Shard
from extract.locations import Location
from extract.stores.shards import PartResult


class Events:
    """Writes the events of a run; `seconds` in each is the time since its start."""

    def __init__(self, stream: TextIO, output: Location) -> None:
        self._stream = stream
        self._output = output
        self._began = time.monotonic()

    def start(self, inputs: Sequence[str], engine: str, workers: int | None) -> None:
        """The run begins; `workers` is None for all processors that there are."""
        self._write("start", inputs=list(inputs), output=self._output.as_posix(), engine=engine, workers=workers)

    def shard(self, shard: Shard, parts: Sequence[PartResult], summary: Summary) -> None:
        """A shard is done, or was done before; then its rejected sources."""
        counts: Counter[str] = Counter()
        for part in parts:
            counts.update(part.counts)
        first = shard.first
        self._write("shard", shard=shard.key, first=first, inputs=len(parts), bytes=shard.size, counts=_tidy(counts))
        if counts["rejected sources"]:
            for row in rejected_sources(self._output, shard.key):
                self._write("reject", source_id=row.source_id, error=row.error, message=row.message)

    def end(self, code: int, summary: Summary) -> None:
        """The run is finished."""
        self._write("end", exit_code=code, counts=_tidy(summary.counts), compared=_tidy(summary.compared))

    def stop(self, code: int, message: str) -> None:
        """The run is not finished, and why."""
        self._write("stop", exit_code=code, message=message)

    def _write(self, event: str, **facts: object) -> None:
        row = {"event": event, "seconds": round(time.monotonic() - self._began, 3), **facts}
        self._stream.write(orjson.dumps(row, default=str).decode() + "\n")
        self._stream.flush()


def _tidy(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))
