"""What a target's name means: `duckdb:FILE`, `parquet:DIR`, `postgresql://…`."""

from __future__ import annotations

from pathlib import Path

from extract.stores.errors import StoreError
from extract.stores.store import Store


def open_store(target: str) -> Store:
    """The store that a target names; nothing is opened yet. Raises StoreError for a name of none."""
    kind, _, place = target.partition(":")
    match kind:
        case "duckdb" if place:
            from extract.stores.duckdb import DuckdbStore

            return DuckdbStore(Path(place))
        case "parquet" if place:
            from extract.stores.parquet import ParquetStore

            return ParquetStore(Path(place).absolute())
        case "postgresql" | "postgres" if place.startswith("//"):
            from extract.stores.postgres import PostgresStore

            return PostgresStore(target)
        case _:
            raise StoreError("target", f"{target}: a target is duckdb:FILE, parquet:DIR or postgresql://…")
