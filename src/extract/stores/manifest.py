"""`run.json`, written without holding all its inputs in memory."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import orjson

from extract.records.manifest import InputFile, RunManifest

_END = b"\n}"


def manifest_lines(manifest: RunManifest, inputs: Iterable[InputFile]) -> Iterator[bytes]:
    """The lines of `run.json`: `manifest` indented, then `inputs`, one a line."""
    head = orjson.dumps(manifest.model_dump(mode="json", exclude={"inputs"}), option=orjson.OPT_INDENT_2)
    yield head.removesuffix(_END) + b',\n  "inputs": ['
    comma = b"\n    "
    for file in inputs:
        yield comma + orjson.dumps(file.model_dump(mode="json"))
        comma = b",\n    "
    yield b"\n  ]\n}\n"
