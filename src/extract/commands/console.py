"""What every command shares: where it prints, how it refuses, and how it loads a pipeline."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Annotated, Any, NoReturn

import typer
from rich.console import Console

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

sheet = Console(highlight=False, width=400)
"""For tables of many columns: a narrow terminal or a pipe is no reason to cut one."""

KnowledgeOption = Annotated[
    Path | None, typer.Option("--knowledge", metavar="DIR", help="A folder of files that add to the knowledge.")
]
SegmenterOption = Annotated[str, typer.Option("--segmenter", metavar="NAME", help="rjieba or jieba.")]


def usage(message: str) -> NoReturn:
    """Say on standard error what is wrong with the command, and exit with 2."""
    err.print(f"extract: {message}", markup=False)
    raise typer.Exit(2)


def load_pipeline(**options: Any) -> Any:
    """`extract.pipeline.load`; a file or a backend that cannot be used is a usage error."""
    from extract.pipeline import load

    with loading():
        return load(**options)


@contextmanager
def loading() -> Iterator[None]:
    """In the body, a file or a backend that cannot be used is a usage error."""
    from extract.backends.errors import BackendError
    from extract.loading import KnowledgeError

    try:
        yield
    except (KnowledgeError, BackendError) as error:
        usage(str(error))
