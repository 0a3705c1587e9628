"""What can work for a run: this process, processes of this machine, the machines of a Ray cluster."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from contextlib import closing
from pathlib import Path

from extract.batch.errors import RefusedError
from extract.batch.inline import inline
from extract.batch.pool import Done, Pool
from extract.batch.request import Engine
from extract.batch.shard import Shard
from extract.batch.worker import Work


def local(workers: int) -> Engine:
    """Processes on this machine; 0 is this process itself."""
    if workers == 0:
        return inline

    def engine(work: Work, draft: Callable[[], Path], shards: Iterable[Shard]) -> Iterator[Done]:
        with closing(Pool(work, workers, draft)) as pool:
            yield from pool(shards)

    return engine


def distributed(workers: int | None, address: str | None = None) -> Engine:
    """Actors of the Ray cluster at an address (`auto`: the one of this machine), or of a Ray that starts for the run.

    `workers` is the number of actors, by default that of the cluster's processors. Raises RefusedError without Ray.
    """
    if workers == 0:
        raise RefusedError("--workers 0 works in this process alone: leave out --engine ray")
    try:
        from extract.batch.cluster import on_ray
    except ImportError as error:
        told = f"--engine ray needs Ray ({error}): pip install 'extract[ray]'"
        raise RefusedError(told, "not_installed") from None
    return on_ray(workers, address)
