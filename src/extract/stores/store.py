"""What every target can do, and what it gives back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import Any, Protocol

from extract.stores.batches import Batch


@dataclass(frozen=True, slots=True)
class Loaded:
    """What a load put into a store: rows by table, and the articles that went without a successor."""

    rows: Mapping[str, int]
    removed: int


@dataclass(frozen=True, slots=True)
class Answer:
    """The columns of a query and its rows, as they come."""

    names: Sequence[str]
    rows: Iterator[Sequence[Any]]


class Store(Protocol):
    """A place where people keep data."""

    def load(self, batches: Iterable[Batch], *, only: bool = False) -> Loaded:
        """Replace the articles of the sources in `batches`, all or nothing; with `only` nothing else stays.

        Raises StoreError; the store is then as it was.
        """
        ...

    def query(self, sql: str) -> AbstractContextManager[Answer]:
        """The answer to one query, read-only. Raises StoreError where it is none."""
        ...
