"""`extract load`, `extract query` and `extract export`: runs go where people keep data."""

from __future__ import annotations

import csv
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from extract.commands.console import err, out, sheet, usage

if TYPE_CHECKING:
    from extract.stores.store import Answer, Loaded

TargetArgument = Annotated[
    str, typer.Argument(metavar="TARGET", help="duckdb:FILE, parquet:DIR or postgresql://USER@HOST/NAME.")
]
RunArgument = Annotated[Path, typer.Argument(metavar="RUN_DIR", help="What extract run wrote.")]
FORMATS = ("table", "csv", "jsonl")
EXPORTS = ("sdmx-csv",)


def load(
    run_dir: RunArgument,
    target: TargetArgument,
    mentions: Annotated[bool, typer.Option("--mentions", help="Load the mentions as well.")] = False,
    only: Annotated[
        bool, typer.Option("--only", help="Remove every article that this run does not have, whatever its source.")
    ] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No table.")] = False,
) -> None:
    """Load a run into a store: the articles of its sources are replaced as a whole, in one transaction.

    Exit code 0; 2 for a run or a store that cannot be used, which is then as it was.
    """
    from extract.stores.batches import batches
    from extract.stores.targets import open_store

    with _refused():
        loaded = open_store(target).load(batches(run_dir, mentions=mentions), only=only)
    if not quiet:
        _show_loaded(loaded)


def query(
    target: TargetArgument,
    sql: Annotated[str, typer.Argument(metavar="SQL", help="One SELECT.")],
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="table, csv or jsonl.")] = "table",
    limit: Annotated[
        int | None, typer.Option("--limit", min=0, metavar="N", help="Rows to show; 100 in a table, else all.")
    ] = None,
) -> None:
    """Ask a store with one SELECT, which reads and never writes.

    Exit code 0; 2 for a store or a query that cannot be used.
    """
    from extract.stores.targets import open_store

    if form not in FORMATS:
        usage(f"--format {form}: there are {', '.join(FORMATS)}")
    with _refused(), open_store(target).query(sql) as answer:
        _show(answer, form, 100 if limit is None and form == "table" else limit)


def export(
    run_dir: RunArgument,
    form: Annotated[str, typer.Option("--format", metavar="FORMAT", help="sdmx-csv.")],
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="FILE", help="Where it goes, instead of standard output.")
    ] = None,
) -> None:
    """Write the statistics of a run as SDMX-CSV; what has no period that SDMX can write is counted and left out.

    Exit code 0; 2 for a run that cannot be used.
    """
    from extract.stores.sdmx import write_sdmx

    if form not in EXPORTS:
        usage(f"--format {form}: there is {', '.join(EXPORTS)}")
    with _refused():
        if output is None:
            left = write_sdmx(run_dir, sys.stdout)
        else:
            with _whole(output) as file:
                left = write_sdmx(run_dir, file)
    for reason, count in left.items():
        err.print(f"extract: {count} statistics left out: {reason}", markup=False)


@contextmanager
def _refused() -> Iterator[None]:
    """What a store refuses is a usage error, in one line."""
    from extract.stores.errors import StoreError

    try:
        yield
    except BrokenPipeError:
        raise  # who read the output has seen enough (| head): nothing was refused
    except (StoreError, OSError) as error:
        usage(str(error))


@contextmanager
def _whole(path: Path) -> Iterator[TextIO]:
    """A file that is there when all of it is written, and not before."""
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("w", encoding="utf-8", newline="") as file:
            yield file
        part.replace(path)
    finally:
        part.unlink(missing_ok=True)


def _show_loaded(loaded: Loaded) -> None:
    from rich.table import Table

    made = Table(show_header=False, box=None, pad_edge=False)
    made.add_column()
    made.add_column(justify="right")
    for name, count in loaded.rows.items():
        made.add_row(name, f"{count:,}")
    if loaded.removed:
        made.add_row("removed articles", f"{loaded.removed:,}")
    out.print(made)


def _show(answer: Answer, form: str, limit: int | None) -> None:
    import orjson

    rows = islice(answer.rows, limit)
    if form == "csv":
        writer = csv.writer(sys.stdout, lineterminator="\n")
        writer.writerow(answer.names)
        writer.writerows([_cell(value) for value in row] for row in rows)
    elif form == "jsonl":
        for row in rows:
            line = orjson.dumps(dict(zip(answer.names, row, strict=True)), default=str)
            sys.stdout.write(line.decode() + "\n")
    else:
        _show_table(answer, rows, limit)


def _show_table(answer: Answer, rows: Iterator[Any], limit: int | None) -> None:
    from rich.table import Table
    from rich.text import Text

    made = Table(box=None, pad_edge=False)
    for name in answer.names:
        made.add_column(Text(name), overflow="fold")
    for row in rows:
        made.add_row(*(Text(_cell(value)) for value in row))
    sheet.print(made)
    if limit is not None and next(answer.rows, None) is not None:
        err.print(f"extract: only the first {limit} rows; --limit or --format shows more", markup=False)


def _cell(value: Any) -> str:
    """A value as a cell: nothing for null, JSON for lists and objects."""
    import orjson

    if value is None:
        return ""
    if isinstance(value, list | dict):
        return orjson.dumps(value, default=str).decode()
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    return str(value)
