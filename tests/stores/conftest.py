from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import count
from pathlib import Path

import psycopg
import pytest
from tests.stores.postgres_server import binaries, server

TARGETS = ("duckdb", "parquet", "postgres")
_numbers = count(1)


@pytest.fixture(scope="session")
def postgres() -> Iterator[str]:
    """The URL of a real PostgreSQL; where there is none, the test is skipped."""
    if binaries() is None:
        pytest.skip("PostgreSQL is not on this machine: no initdb (Debian: apt-get install postgresql)")
    with server() as url:
        yield url


@pytest.fixture
def database(postgres: str) -> str:
    """The URL of a new schema, as good as a database and sooner made."""
    return _new_schema(postgres)


@pytest.fixture(params=TARGETS)
def new_target(request: pytest.FixtureRequest, tmp_path: Path) -> Callable[[], str]:
    """Names a new, empty target at each call; every test that asks for it runs on each kind."""
    if request.param == "postgres":
        return lambda: _new_schema(str(request.getfixturevalue("postgres")))
    return lambda: f"{request.param}:{tmp_path / f'store{next(_numbers)}'}"


@pytest.fixture
def target(new_target: Callable[[], str]) -> str:
    return new_target()


def _new_schema(url: str) -> str:
    name = f"test{next(_numbers)}"
    with psycopg.connect(f"{url}/postgres", autocommit=True) as connection:
        connection.execute(f"CREATE SCHEMA {name}".encode())
    return f"{url}/postgres?options=-csearch_path%3D{name}"
