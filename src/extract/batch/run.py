"""One run: inputs in, the files of the record contract out, whatever happens in between."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

import orjson

from extract import __version__
from extract.batch.earlier import Earlier, read_earlier, read_manifest
from extract.batch.errors import BrokenOffError, RefusedError
from extract.batch.inline import inline
from extract.batch.plan import Given, Plan
from extract.batch.pool import WorkerError
from extract.batch.process import REJECTS
from extract.batch.request import COMPARED, SKIPPED, Engine, Request, Summary, Watcher
from extract.batch.shard import Shard
from extract.batch.worker import Work
from extract.locations import Location, LocationError, Remote
from extract.records.manifest import InputFile, RunManifest, ShardCounts
from extract.records.rows import RejectKind, RejectRow
from extract.sources import STDIN
from extract.stores.manifest import manifest_lines
from extract.stores.remote import RemoteFolder, shard_lines
from extract.stores.shards import (
    PartResult,
    RunBusyError,
    Step,
    WorkFolder,
    WriteError,
    finished,
    holds_files,
    lines_of,
)


def run(
    request: Request,
    engine: Engine = inline,
    *,
    watch: Watcher = lambda shard, parts, summary: None,
    step: Step = lambda name: None,
) -> Summary:
    """Process every source of the inputs; `watch` is told of each shard that is done.

    Raises RefusedError where the run cannot be started so, BrokenOffError where it had to stop and can be resumed, and
    what building the pipeline raises.
    """
    folder: WorkFolder | RemoteFolder
    if isinstance(request.output, Remote):
        folder = RemoteFolder(request.output, step)
    else:
        folder = WorkFolder(request.output, step)
    return _Run(request, engine, watch, folder).run()


def rejected_sources(output: Location, shard: str | None = None) -> Iterator[RejectRow]:
    """The rejected sources of a finished run, in order; those of one shard of an unfinished one."""
    for line in lines_of(output, REJECTS) if shard is None else shard_lines(output, shard, REJECTS):
        row = RejectRow.model_validate_json(line)
        if row.kind is RejectKind.SOURCE:
            yield row


@dataclass
class _Run:
    request: Request
    engine: Engine
    watch: Watcher
    work: WorkFolder | RemoteFolder
    summary: Summary = field(default_factory=Summary)
    order: list[tuple[str, int]] = field(default_factory=list)
    """Of each shard its key and the number of its first input."""

    def run(self) -> Summary:
        with _told(self.request.output):
            self._check()
            earlier = self._earlier()
            self.work.lock()
            try:
                return self._locked(earlier)
            finally:
                self.work.release()

    def _locked(self, earlier: Earlier | None) -> Summary:
        request = self.request
        plan = {"program": request.program, "version": __version__, "options": dict(request.options)}
        keep = request.resume and self.work.unfinished
        if request.resume and not keep and finished(request.output):
            return self._done_before()
        if keep:
            _agree(self.work.plan(), plan)
        self.work.begin(plan, keep=keep)
        try:
            self._process(earlier)
        except Exception:
            self.work.discard_if_nothing_is_done()
            raise
        self._finish(earlier)
        return self.summary

    def _check(self) -> None:
        request = self.request
        if STDIN in request.inputs and (request.resume or request.incremental):
            raise RefusedError("standard input cannot be read a second time: name files to resume or compare a run")
        if request.overwrite and request.resume:
            raise RefusedError("--overwrite begins anew and --resume goes on: say one of them")
        if request.overwrite or not holds_files(request.output):
            return
        if self.work.unfinished:
            if not request.resume:
                raise RefusedError(f"{request.output} holds an unfinished run; say --resume or --overwrite")
        elif not (request.resume and finished(request.output)):
            raise RefusedError(f"{request.output} holds a run already; choose another folder or say --overwrite")

    def _done_before(self) -> Summary:
        """The counts of the finished run, where it is the one that is asked for; nothing is processed."""
        request = self.request
        manifest = read_manifest(request.output)
        met: list[tuple[str, str | None]] = []
        plan = Plan(
            request.inputs,
            request.reading,
            request.output,
            note=lambda given: met.append((given.source_id, given.sha256)),
        )
        for shard in plan.shards():
            self.summary.read += shard.size
        self.work.discard()
        same_program = (manifest.program or "", dict(manifest.options)) == (request.program, dict(request.options))
        if not same_program or met != [(file.source_id, file.sha256) for file in manifest.inputs]:
            told = f"{request.output} holds a finished run of other inputs, options or version"
            raise RefusedError(f"{told}; say --overwrite, with --incremental {request.output} to keep what still holds")
        self.summary.counts.update(manifest.counts)
        self.summary.compared.update(manifest.compared)
        return self.summary

    def _earlier(self) -> Earlier | None:
        request = self.request
        if request.incremental is None:
            return None
        same = isinstance(request.output, Path) and request.incremental.resolve() == request.output.resolve()
        if same and not finished(request.output):
            return None  # it was being replaced when this run was broken off: all its lines are in the shards
        return read_earlier(request.incremental, request.program, request.options)

    def _process(self, earlier: Earlier | None) -> None:
        request, summary = self.request, self.summary
        with self.work.inputs() as note:
            plan = Plan(
                request.inputs,
                request.reading,
                request.output,
                note=lambda given: note(orjson.dumps(asdict(given), option=orjson.OPT_APPEND_NEWLINE)),
            )
            if earlier is not None:
                plan.reuse = earlier.reuse
            deliver = request.output if isinstance(request.output, Remote) else None
            work = Work(request.load, request.reading, request.limits, deliver)
            for done in self.engine(work, self.work.draft, self._missing(plan.shards())):
                self.work.commit(done.draft, done.shard.key, done.parts)
                self._count(done.shard, done.parts)
        summary.counts[SKIPPED] = plan.skipped.total()
        summary.counts.update({f"{SKIPPED} {kind}": count for kind, count in plan.skipped.items()})
        if earlier is not None:
            summary.compared.update({**dict.fromkeys(COMPARED, 0), **earlier.compared})
            for source_id in earlier.vanished():
                summary.compared["vanished"] += 1
                if summary.compared["vanished"] <= _NAMED:
                    summary.vanished.append(source_id)

    def _missing(self, shards: Iterable[Shard]) -> Iterator[Shard]:
        """The shards that are not done yet."""
        for shard in shards:
            self.order.append((shard.key, shard.first))
            parts = self.work.parts(shard.key)
            if parts is None:
                yield shard
            else:
                self._count(shard, parts)

    def _count(self, shard: Shard, parts: Sequence[PartResult]) -> None:
        for part in parts:
            self.summary.counts.update(part.counts)
        self.summary.read += shard.size
        self.watch(shard, parts, self.summary)

    def _finish(self, earlier: Earlier | None) -> None:
        keys = [key for key, _ in self.order]
        shards = [self._shard_counts(key) for key in keys]
        manifest = RunManifest(
            version=__version__,
            program=self.request.program or None,
            options=dict(self.request.options),
            counts=_tidy(self.summary.counts),
            compared=_tidy(self.summary.compared) if earlier else {},
            shards=tuple(shards),
        )
        self.work.join(keys, manifest_lines(manifest, self._inputs()))

    def _shard_counts(self, key: str) -> ShardCounts:
        parts = self.work.parts(key) or []
        total: Counter[str] = Counter()
        for part in parts:
            total.update(part.counts)
        return ShardCounts(inputs=len(parts), counts=_tidy(total))

    def _inputs(self) -> Iterator[InputFile]:
        """Every input with what came out of it, in order."""
        parts = self._parts()
        number, part = next(parts, (-1, PartResult({}, {})))
        for at, line in enumerate(self.work.noted()):
            counts, lengths = Counter[str](), Counter[str]()
            while number == at:
                counts.update(part.counts)
                lengths.update(part.lengths)
                number, part = next(parts, (-1, part))
            given = Given(**orjson.loads(line))
            yield InputFile(
                path=given.path, source_id=given.source_id, size=given.size, sha256=given.sha256,
                counts=_tidy(counts), lengths=dict(lengths),
            )  # fmt: skip

    def _parts(self) -> Iterator[tuple[int, PartResult]]:
        """Every part with the number of its input."""
        for key, first in self.order:
            for offset, part in enumerate(self.work.parts(key) or []):
                yield first + offset, part


_NAMED = 10
"""So many vanished inputs are named."""


def _tidy(counts: Mapping[str, int]) -> dict[str, int]:
    return dict(sorted(counts.items()))


def _agree(begun: Mapping[str, object], now: Mapping[str, object]) -> None:
    """Raise RefusedError where an unfinished run was begun otherwise."""
    told = {**_flat(begun)}
    asked = {**_flat(now)}
    other = sorted(name for name in told.keys() | asked.keys() if told.get(name) != asked.get(name))
    if other:
        raise RefusedError(f"the unfinished run was begun with another {', '.join(other)}; say --overwrite")


def _flat(plan: Mapping[str, object]) -> dict[str, object]:
    options = plan.get("options")
    return {**{k: v for k, v in plan.items() if k != "options"}, **(options if isinstance(options, dict) else {})}


@contextmanager
def _told(output: Location) -> Iterator[None]:
    """Turn what stops a run as a whole into one error with one sentence."""
    try:
        yield
    except RunBusyError as error:
        raise RefusedError(str(error)) from None
    except LocationError as error:
        raise RefusedError(str(error), error.code) from None
    except WorkerError as error:
        raise BrokenOffError(f"the workers die: {error}") from error
    except (WriteError, OSError) as error:
        told = error.strerror or str(error) if isinstance(error, OSError) else str(error)
        raise BrokenOffError(f"{output}: {told}") from error
