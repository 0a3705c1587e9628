"""Shards on many machines: a Ray Data pipeline from the plan to a pool of actors. Needs the extra `ray`.

The planning process puts shards into a queue as results come back; one reading task feeds the pipeline from it.
"""

from __future__ import annotations

import logging
import os
import pickle
import warnings
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

import pyarrow as pa
import ray
from ray.data import ActorPoolStrategy, DataContext, Dataset, Datasource
from ray.data.block import BlockMetadata
from ray.data.datasource import ReadTask
from ray.util.queue import Queue

from extract.batch.actor import Actor, Result, column
from extract.batch.errors import RefusedError
from extract.batch.fingerprint import fingerprint
from extract.batch.pool import Done, WorkerError
from extract.batch.request import Engine
from extract.batch.shard import Shard
from extract.batch.worker import Work
from extract.stores.shards import seal_of
from extract.stores.sheets import ShardFolder

_log = logging.getLogger(__name__)
_AHEAD = 4
"""Shards that are on their way for each actor: two that it holds, two that wait for it."""


def on_ray(workers: int | None, address: str | None) -> Engine:
    """See `extract.batch.engines.distributed`."""

    def engine(work: Work, draft: Callable[[], Path], shards: Iterable[Shard]) -> Iterator[Done]:
        coming = enumerate(shards)
        first = next(coming, None)
        if first is None:
            return  # everything is there already: no reason to start a cluster
        with _cluster(address, workers) as size:
            yield from _Feeding(coming, size, first).results(work, draft)

    return engine


@contextmanager
def _cluster(address: str | None, workers: int | None) -> Iterator[int]:
    """A connection to a cluster, and the number of actors that it is to have; one that is there already stays."""
    mine = not ray.is_initialized()
    if mine:
        quiet = {"include_dashboard": False, "num_cpus": workers} if address is None else {}
        if address is None:
            # nobody who starts a run asks for Ray's own reports of usage
            os.environ.setdefault("RAY_USAGE_STATS_ENABLED", "0")
        try:
            ray.init(address=address or "local", logging_level=logging.ERROR, **quiet)
        except (ConnectionError, ValueError, RuntimeError) as error:
            raise RefusedError(f"--address {address}: {_first_line(error)}", "no_cluster") from None
    try:
        yield workers or int(ray.cluster_resources().get("CPU", 1))
    except ray.exceptions.RayError as error:
        raise WorkerError(_first_line(error)) from error
    finally:
        if mine:
            ray.shutdown()


@dataclass
class _Feeding:
    """Hands shards to the pipeline as results come back, so that reading never runs far ahead of the work."""

    coming: Iterator[tuple[int, Shard]]
    size: int
    first: tuple[int, Shard] | None

    def results(self, work: Work, draft: Callable[[], Path]) -> Iterator[Done]:
        """Each shard as soon as it is written. Raises what building the pipeline raises, and WriteError."""
        queue = Queue(actor_options={"num_cpus": 0})
        waiting: dict[int, Shard] = {}
        told: set[str] = set()
        try:
            self._fill(queue, waiting)
            for result in _results(_pipeline(queue, work, self.size)):
                for line in set(result.told) - told:
                    told.add(line)
                    _log.info("%s", line)
                yield _done(waiting.pop(result.number), result, draft)
                self._fill(queue, waiting)
        finally:
            queue.shutdown(force=True)
        if waiting:
            raise WorkerError(f"{len(waiting)} shards did not come back")

    def _fill(self, queue: Queue, waiting: dict[int, Shard]) -> None:
        """Send on as many shards as there is room for; behind the last stands None."""
        while self.first is not None and len(waiting) < _AHEAD * self.size:
            number, shard = self.first
            waiting[number] = shard
            queue.put(pickle.dumps(self.first))
            self.first = next(self.coming, None)
            if self.first is None:
                queue.put(None)


class _Feed(Datasource):  # type: ignore[misc]
    """The shards that the planning process puts into a queue, one a block."""

    def __init__(self, queue: Queue) -> None:
        self._queue = queue

    def estimate_inmemory_data_size(self) -> int | None:
        """Not known: the inputs are read as the run goes on."""
        return None

    def get_read_tasks(
        self, parallelism: int, per_task_row_limit: int | None = None, data_context: object = None
    ) -> list[ReadTask]:
        """One task, which takes from the queue until it is told to end."""
        queue = self._queue

        def read() -> Iterator[pa.Table]:
            while (shard := queue.get()) is not None:
                yield column("shard", shard)
            queue.put(None)  # should Ray ever run this task again, it ends at once, and the run with what is missing

        return [ReadTask(read, BlockMetadata(num_rows=None, size_bytes=None, input_files=None, exec_stats=None))]


def _pipeline(queue: Queue, work: Work, size: int) -> Dataset:
    context = DataContext.get_current()
    context.enable_progress_bars = False
    context.target_max_block_size = 1  # a shard a block: none waits until others fill its block
    logging.getLogger("ray.data").setLevel(logging.ERROR)
    # it counts the tasks that read, and there is one
    warnings.filterwarnings("ignore", "The minimum number of concurrent actors", UserWarning)
    # what was read is lost with its machine, so that is the one of the run
    here = {"ray.io/node-id": ray.get_runtime_context().get_node_id()}
    return ray.data.read_datasource(_Feed(queue), override_num_blocks=1, num_cpus=0, label_selector=here).map_batches(
        Actor,
        fn_constructor_args=(work, fingerprint()),
        batch_size=None,
        batch_format="pyarrow",
        compute=ActorPoolStrategy(size=size, max_tasks_in_flight_per_actor=2),
        num_cpus=1,
    )


def _results(pipeline: Dataset) -> Iterator[Result]:
    """What the actors send back, as it comes. Raises the error that ends the run, and RefusedError (`not_shared`)."""
    for batch in pipeline.iter_batches(batch_size=None, prefetch_batches=0, batch_format="pyarrow"):
        for packed in batch["result"]:
            result = pickle.loads(packed.as_py())
            if isinstance(result, Exception):
                raise result
            _check_seen(result)
            yield result


def _check_seen(result: Result) -> None:
    """Raises RefusedError where a file that is here is on no other machine: all of them would be rejected."""
    if result.unseen is not None and Path(result.unseen).exists():
        told = f"a machine of the cluster does not see {result.unseen}: name a shared folder or an object store"
        raise RefusedError(told, "not_shared")


def _done(shard: Shard, result: Result, draft: Callable[[], Path]) -> Done:
    """The shard, written here where its actor has not written it. Raises WriteError."""
    if result.sheets is None:
        return Done(shard, None, result.parts)
    folder = ShardFolder(draft())
    try:
        folder.writer.write(result.sheets)
        folder.seal(*seal_of(result.parts))
    finally:
        folder.writer.close()
    return Done(shard, folder.folder, result.parts)


def _first_line(error: BaseException) -> str:
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
