"""`extract run`: what the command does with its options, and what it says."""

from __future__ import annotations

import os
import re
import signal
import sys
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from multiprocessing import parent_process
from pathlib import Path
from types import FrameType
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract.commands.console import err, out, tell_log, usage, with_code

if TYPE_CHECKING:
    from extract.batch.events import Events
    from extract.batch.process import Extract
    from extract.batch.request import Engine, Request, Summary, Watcher
    from extract.locations import Location
    from extract.sources import Reading

WorkersOption = Annotated[
    int | None,
    typer.Option("--workers", metavar="N", min=0, help="Processes; all cores if left out, 0 for this one alone."),
]
EngineOption = Annotated[
    str, typer.Option("--engine", metavar="NAME", help="What works: local, or ray (needs the extra ray).")
]
AddressOption = Annotated[
    str | None,
    typer.Option("--address", metavar="HOST:PORT", help="A Ray cluster, auto for this machine's; else one is started."),
]
TimeoutOption = Annotated[
    float,
    typer.Option("--timeout", metavar="SECONDS", min=0, help="For each 100,000 characters of a source; 0: no limit."),
]
MemoryOption = Annotated[
    str, typer.Option("--memory", metavar="SIZE", help="What a worker may hold: 800M, 4G; 0 for no limit.")
]
OverwriteOption = Annotated[bool, typer.Option("--overwrite", help="Replace an earlier run in DIR.")]
ResumeOption = Annotated[bool, typer.Option("--resume", help="Go on with the run in DIR that was broken off, if any.")]
IncrementalOption = Annotated[
    Path | None,
    typer.Option("--incremental", metavar="OLD_RUN", help="Copy what that run has of unchanged files."),
]
LogJsonOption = Annotated[bool, typer.Option("--log-json", help="A line of JSON for each event, on standard error.")]
QuietOption = Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no table.")]

ENGINES = ("local", "ray")
_BROKEN_OFF = 3
_SIZE = re.compile(r"(\d+)([KMG]?)B?", re.I)
_TIMES = {"": 1, "K": 1 << 10, "M": 1 << 20, "G": 1 << 30}


@dataclass(frozen=True, slots=True)
class Manner:
    """How a run goes about it: nothing of this changes what comes out."""

    workers: int | None
    engine: str
    address: str | None
    timeout: float
    memory: str
    overwrite: bool
    resume: bool
    incremental: Path | None
    log_json: bool
    quiet: bool


def execute(
    inputs: Sequence[str],
    output: Location,
    pipeline: Mapping[str, Any],
    reading: Reading,
    options: Mapping[str, Any],
    manner: Manner,
) -> None:
    """Run with the options that `extract.assembly.load` takes; ends by raising typer.Exit."""
    from extract.batch.events import Events
    from extract.batch.fingerprint import fingerprint
    from extract.batch.limits import Limits
    from extract.batch.request import Request

    request = Request(
        inputs=inputs,
        output=output,
        load=partial(_load, **pipeline),
        reading=reading,
        options=options,
        program=fingerprint(value for value in pipeline.values() if isinstance(value, Path)),
        limits=Limits(seconds=manner.timeout or None, memory=_bytes(manner.memory)),
        overwrite=manner.overwrite,
        resume=manner.resume,
        incremental=manner.incremental,
    )
    tell_log(quiet=manner.quiet)
    events = Events(sys.stderr, output) if manner.log_json else None
    summary = _run(request, manner, events)
    code = 1 if summary.counts["rejected sources"] else 0
    if events is not None:
        events.end(code, summary)
    else:
        _tell(output, summary)
    if not manner.quiet:
        _table(summary)
    raise typer.Exit(code)


def _load(**pipeline: Any) -> Extract:
    """Build the pipeline where the work is done."""
    from extract.batch.process import load_extractor

    if parent_process() is not None:
        # a worker prints its warnings; what all of them say (a model's licence) the main process tells once
        tell_log(quiet=True)
    return load_extractor(**pipeline)


def _run(request: Request, manner: Manner, events: Events | None) -> Summary:
    from extract.backends.errors import BackendError
    from extract.batch.errors import BrokenOffError, RefusedError
    from extract.batch.run import run
    from extract.loading import KnowledgeError

    if events is not None:
        events.start(request.inputs, manner.engine, manner.workers)
    try:
        engine = _engine(manner)
        with _terminable(), _watcher(request, events, shown=_shown(manner)) as watch:
            return run(request, engine, watch=watch)
    except (RefusedError, KnowledgeError, BackendError) as error:
        _stop(2, with_code(error), events)
    except BrokenOffError as error:
        _stop(_BROKEN_OFF, f"{error}; what was finished is kept: --resume goes on from there", events)
    except KeyboardInterrupt:
        _stop(_BROKEN_OFF, "interrupted; what was finished is kept: --resume goes on from there", events)
    raise AssertionError  # each of them has ended the command


def _engine(manner: Manner) -> Engine:
    from extract.batch.engines import distributed, local

    if manner.engine not in ENGINES:
        usage(f"--engine {manner.engine}: there are {', '.join(ENGINES)}")
    if manner.engine == "ray":
        return distributed(manner.workers, manner.address)
    if manner.address is not None:
        usage("--address names a Ray cluster: say --engine ray")
    return local(os.cpu_count() or 1 if manner.workers is None else manner.workers)


def _stop(code: int, message: str, events: Events | None) -> None:
    if events is not None:
        events.stop(code, message)
    elif code == 2:
        usage(message)
    else:
        err.print(f"extract: {message}", markup=False)
    raise typer.Exit(code)


def _shown(manner: Manner) -> bool:
    return err.is_terminal and not manner.quiet and not manner.log_json


@contextmanager
def _watcher(request: Request, events: Events | None, *, shown: bool) -> Iterator[Watcher]:
    """Who is told of the shards: a log, or a progress bar where a terminal can show one."""
    from extract.batch.progress import Progress, total_size

    if events is not None:
        yield events.shard
        return
    total = total_size(request.inputs, request.output) if shown else None
    with Progress(err, total, shown=shown) as progress:
        yield lambda shard, parts, summary: progress.tell(summary)


@contextmanager
def _terminable() -> Iterator[None]:
    """In the body, a request to end is like an interrupt from the keyboard: the workers end too."""

    def end(number: int, frame: FrameType | None) -> None:
        raise KeyboardInterrupt

    before = signal.signal(signal.SIGTERM, end)
    try:
        yield
    finally:
        signal.signal(signal.SIGTERM, before)


def _bytes(size: str) -> int | None:
    found = _SIZE.fullmatch(size.strip())
    if found is None:
        usage(f"--memory {size}: expected a size such as 800M or 4G")
    return int(found[1]) * _TIMES[found[2].upper()] or None


def _tell(output: Location, summary: Summary) -> None:
    """Say which own words were cut, what was rejected and what has vanished."""
    from extract.batch.process import CUT_WORD
    from extract.batch.run import rejected_sources

    for name, places in sorted(summary.counts.items()):
        if name.startswith(CUT_WORD):
            word = name.removeprefix(CUT_WORD)
            err.print(f"extract: {word} is not kept whole, {places:,} times [lexicon_word_cut]", markup=False)
    for row in rejected_sources(output):
        err.print(f"extract: {row.source_id}: {row.message} [{row.error}]", markup=False)
    if count := summary.compared.get("vanished", 0):
        names = ", ".join(summary.vanished) + (", …" if count > len(summary.vanished) else "")
        err.print(f"extract: {count:,} inputs of the earlier run are gone: {names}", markup=False)


def _table(summary: Summary) -> None:
    from extract.batch.progress import table

    out.print(table(summary))
