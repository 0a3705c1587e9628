"""What every command shares: where it prints, how it refuses, and how it loads a pipeline."""

from __future__ import annotations

import logging
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console

if TYPE_CHECKING:
    from extract.sources import Reading

out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

sheet = Console(highlight=False, width=400)
"""For tables of many columns: a narrow terminal or a pipe is no reason to cut one."""

PublishedOption = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="Publication date of sources that state none.")
]
PlaceOption = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="What place the sources are about, where none is stated.")
]
RulesOption = Annotated[
    Path | None, typer.Option("--rules", metavar="DIR", help="A folder of your own rule files, one a record type.")
]
KnowledgeOption = Annotated[
    Path | None, typer.Option("--knowledge", metavar="DIR", help="A folder of files that add to the knowledge.")
]
SegmenterOption = Annotated[
    str, typer.Option("--segmenter", metavar="NAME", help="What cuts words: rjieba, jieba, or hanlp:MODEL.")
]
NamesOption = Annotated[
    str,
    typer.Option(
        "--names",
        metavar="NAME",
        help="Who reads names: rules, or hanlp:MODEL or spacy:MODEL beside them; MODEL is a name or a folder. HanLP's "
        "pretrained models are mostly CC BY-NC-SA 4.0, not for commercial use; spaCy's Chinese ones are MIT.",
    ),
]
LexiconOption = Annotated[
    Path | None,
    typer.Option("--lexicon", metavar="FILE", help="Your own words: word, label, perhaps a normal form, by tabs."),
]
DeviceOption = Annotated[
    str, typer.Option("--device", metavar="NAME", help="Where models run: auto, cpu, or the number of a GPU.")
]


def usage(message: str) -> NoReturn:
    """Say on standard error what is wrong with the command, and exit with 2."""
    err.print(f"extract: {message}", markup=False)
    raise typer.Exit(2)


class _Told(logging.Handler):
    """Prints what the package logs (a model's licence, a text it could not read) on standard error."""

    def emit(self, record: logging.LogRecord) -> None:
        """Print one line."""
        err.print(f"extract: {record.getMessage()}", markup=False)


def tell_log(*, quiet: bool = False) -> None:
    """Show the package's log on standard error; with `quiet` its warnings alone."""
    log = logging.getLogger("extract")
    handler = next((handler for handler in log.handlers if isinstance(handler, _Told)), None)
    if handler is None:
        handler = _Told()
        log.addHandler(handler)
    handler.setLevel(logging.WARNING if quiet else logging.INFO)
    log.setLevel(logging.INFO)
    log.propagate = False


def load_pipeline(*, quiet: bool = False, **options: Any) -> Any:
    """`extract.assembly.load`; a file or a backend that cannot be used is a usage error."""
    from extract.assembly import load

    tell_log(quiet=quiet)
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
        usage(with_code(error))


def with_code(error: Exception) -> str:
    """What an error says, with its stable code where it has one."""
    code = getattr(error, "code", None)
    return f"{error} [{code}]" if code else str(error)


def day(text: str | None) -> date | None:
    """The day that --published says; any other text is a usage error."""
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        usage(f"--published {text}: expected a date such as 2024-03-18")


def reading_options(
    knowledge: Path | None, named: Mapping[str, str | None], *, encoding: str | None, date_from_name: bool
) -> Reading:
    """The options of reading: fields of the names given, the others of the usual names."""
    import codecs

    from extract.loading import Knowledge
    from extract.sources import Fields, Reading

    try:
        codecs.lookup(encoding or "utf-8")
    except LookupError:
        usage(f"--encoding {encoding}: no such encoding")
    return Reading(encoding, Fields.of(Knowledge(knowledge).yaml("fields"), named), date_from_name)
