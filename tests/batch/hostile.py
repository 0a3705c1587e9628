"""Pipelines for tests of the machinery around them: one that writes a line for each line, and does what a text says."""

from __future__ import annotations

import logging
import os
import signal
import time
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import orjson

from extract.batch.process import Extract, Output
from extract.batch.request import Request
from extract.data import Source

LINE = "articles.jsonl"


def simple(source: Source) -> Iterator[Output]:
    """A line in `articles.jsonl` for each line of the text, and one in `records.jsonl` for every second."""
    for number, text in enumerate(source.text.splitlines()):
        row = orjson.dumps({"source_id": source.source_id, "text": text}, option=orjson.OPT_APPEND_NEWLINE)
        lines = {LINE: row} if number % 2 else {LINE: row, "records.jsonl": row}
        yield Output(lines, {"articles": 1, "records": len(lines) - 1})


def load_simple() -> Extract:
    return simple


def load_hostile(marks: Path) -> Extract:
    return Hostile(marks)


def load_talkative() -> Extract:
    logging.getLogger("extract.backends.models").info("a model under a licence")
    return simple


def load_never() -> Extract:
    raise ValueError("no such knowledge")


def load_death() -> Extract:
    os._exit(9)


@dataclass(frozen=True)
class Hostile:
    """Obeys a text whose only line is a command; the others it takes like `simple`."""

    marks: Path
    """A folder in which it remembers what it has done."""

    def __call__(self, source: Source) -> Iterator[Output]:
        for output in simple(source):
            yield output
            command = source.text.splitlines()[-1]
            if command.startswith("!"):
                getattr(self, command[1:])()

    def hang(self) -> None:
        time.sleep(600)

    def hang_deaf(self) -> None:
        signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGALRM})
        time.sleep(600)

    def swallow(self) -> None:
        try:
            time.sleep(600)
        except Exception:  # what a library may do
            time.sleep(600)

    def fail(self) -> None:
        raise ValueError("no such thing")

    def memory(self) -> None:
        raise MemoryError

    def allocate(self) -> None:
        kept = [bytearray(64 << 20) for _ in range(1000)]
        raise AssertionError(len(kept))

    def exit(self) -> None:
        os._exit(7)

    def die(self) -> None:
        os.kill(os.getpid(), signal.SIGKILL)

    def die_once(self) -> None:
        mark = self.marks / "died"
        if not mark.exists():
            mark.touch()
            self.die()


def request(folder: Path, inputs: Path, **options: object) -> Request:
    """A run of `simple` over a folder."""
    return Request([str(inputs)], folder, load_simple, **options)  # type: ignore[arg-type]


def hostile_request(folder: Path, inputs: Path, **options: object) -> Request:
    """A run of `Hostile` over a folder; what it remembers lies beside the output."""
    return Request([str(inputs)], folder, partial(load_hostile, folder.parent), **options)  # type: ignore[arg-type]


def tree(folder: Path) -> dict[str, bytes]:
    """Every file below a folder with its bytes."""
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def write(folder: Path, texts: dict[str, str]) -> Path:
    """A folder of files."""
    for name, text in texts.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")
    return folder
