"""The command line, run in this process or as a process of its own."""

from __future__ import annotations

import json
import logging
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import date
from functools import cache
from pathlib import Path
from typing import Any
from unittest.mock import patch

from typer.testing import CliRunner

from extract import assembly
from extract.cli import app
from extract.pipeline import Pipeline

ENVIRONMENT = {"PYTHONIOENCODING": "utf-8", "COLUMNS": "120", "NO_COLOR": "1"}
OWN = {"segmenter": "rjieba", "names": "rules", "device": "auto", "rules": None, "knowledge": None, "lexicon": None}
"""The options of a pipeline that has nothing of a user."""


_built_anew = assembly.load


@dataclass(frozen=True)
class Done:
    """How a command ended and what it said."""

    returncode: int
    stdout: str
    stderr: str


@cache
def built() -> Pipeline:
    """The pipeline of our knowledge alone: it holds no state, so that one serves every test of a process."""
    return _built_anew()


def run(*arguments: object, stdin: str | None = None) -> Done:
    """A command in this process; `run` works without worker processes. An error that it does not tell is raised."""
    words = [str(argument) for argument in arguments]
    if words[:1] == ["run"] and "--workers" not in words:
        words += ["--workers", "0"]
    with patch.object(assembly, "load", _load), _log_kept():
        done = CliRunner(env=ENVIRONMENT).invoke(app, words, input=stdin, catch_exceptions=False)
    return Done(done.exit_code, done.stdout, done.stderr)


@contextmanager
def _log_kept() -> Iterator[None]:
    """The package's log afterwards as it was: a command turns it to standard error for good."""
    log = logging.getLogger("extract")
    handlers, level, propagate = [*log.handlers], log.level, log.propagate
    try:
        yield
    finally:
        log.handlers[:], log.propagate = handlers, propagate
        log.setLevel(level)


def _load(*, published: date | str | None = None, place: str | None = None, **options: Any) -> Pipeline:
    """`extract.assembly.load`, which builds only what a user adds to."""
    if any(OWN[name] != value for name, value in options.items()):
        return _built_anew(published=published, place=place, **options)
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return replace(built(), published=day, place=place)


def start(
    *arguments: object, stdin: int | None = None, before: Callable[[], None] | None = None
) -> subprocess.Popen[str]:
    """A command as a process of its own."""
    return subprocess.Popen(
        [sys.executable, "-m", "extract", *map(str, arguments)],
        stdin=stdin, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, encoding="utf-8",
        env={**os.environ, **ENVIRONMENT}, preexec_fn=before,
    )  # fmt: skip


def run_alone(*arguments: object, stdin: str | None = None, before: Callable[[], None] | None = None) -> Done:
    """A command as a process of its own, from its start to its end."""
    process = start(*arguments, stdin=subprocess.PIPE, before=before)
    out, told = process.communicate(stdin)
    return Done(process.returncode, out, told)


def rows(path: Path) -> list[dict[str, Any]]:
    """The lines of a file of a run."""
    return [json.loads(line) for line in path.read_text("utf-8").splitlines()]
