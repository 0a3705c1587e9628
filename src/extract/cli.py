"""The command line: one function a command, each calling a plain function."""

from __future__ import annotations

import os
import sys
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from extract import __version__
from extract.commands.audit import audit
from extract.commands.console import (
    DeviceOption,
    KnowledgeOption,
    LexiconOption,
    NamesOption,
    SegmenterOption,
    err,
    loading,
    out,
)
from extract.commands.console import load_pipeline as _pipeline
from extract.commands.console import usage as _usage
from extract.commands.gold import gold_app
from extract.commands.load import export, load, query
from extract.commands.provenance import show_record
from extract.commands.run import (
    AddressOption,
    EngineOption,
    IncrementalOption,
    LogJsonOption,
    Manner,
    MemoryOption,
    OverwriteOption,
    QuietOption,
    ResumeOption,
    TimeoutOption,
    WorkersOption,
    execute,
)
from extract.commands.score import TextsOption, agreement, evaluate
from extract.data import Rejection, Source
from extract.locations import location

if TYPE_CHECKING:
    from extract.sources import Reading

app = typer.Typer(
    name="extract",
    help="Chinese press text in, validated facts out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
PublishedOption = Annotated[
    str | None, typer.Option("--published", metavar="DATE", help="Publication date of sources that state none.")
]
PlaceOption = Annotated[
    str | None, typer.Option("--place", metavar="NAME", help="What place the sources are about, where none is stated.")
]
RulesOption = Annotated[
    Path | None, typer.Option("--rules", metavar="DIR", help="A folder of your own rule files, one a record type.")
]
EncodingOption = Annotated[
    str | None, typer.Option("--encoding", metavar="NAME", help="Decode every source so, instead of guessing.")
]
TextFieldOption = Annotated[
    str | None, typer.Option("--text-field", metavar="NAME", help="Field of a row's text, instead of the usual names.")
]
TitleFieldOption = Annotated[str | None, typer.Option("--title-field", metavar="NAME", help="That of its title.")]
DateFieldOption = Annotated[str | None, typer.Option("--date-field", metavar="NAME", help="That of its date.")]
PlaceFieldOption = Annotated[str | None, typer.Option("--place-field", metavar="NAME", help="That of its place.")]
IdFieldOption = Annotated[str | None, typer.Option("--id-field", metavar="NAME", help="That of its id.")]
DateFromNameOption = Annotated[
    bool,
    typer.Option("--date-from-name", help="Take the date that a file's name states (news-20250103.txt)."),
]


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        _usage(f"--published {text}: expected a date such as 2024-03-18")


def _reading(
    knowledge: Path | None, named: Mapping[str, str | None], *, encoding: str | None, date_from_name: bool
) -> Reading:
    """The options of reading: fields of the names given, the others of the usual names."""
    import codecs

    from extract.loading import Knowledge
    from extract.sources import Fields, Reading

    try:
        codecs.lookup(encoding or "utf-8")
    except LookupError:
        _usage(f"--encoding {encoding}: no such encoding")
    return Reading(encoding, Fields.of(Knowledge(knowledge).yaml("fields"), named), date_from_name)


@app.callback(invoke_without_command=True)
def _main(
    version: Annotated[bool, typer.Option("--version", help="Show the version.", is_eager=True)] = False,
) -> None:
    if version:
        out.print(f"extract {__version__}")
        raise typer.Exit


@app.command()
def run(
    inputs: Annotated[list[str], typer.Argument(metavar="INPUT...", help="Files, folders, or - for standard input.")],
    output: Annotated[str, typer.Option("--output", "-o", metavar="DIR", help="Where the run's files go.")],
    published: PublishedOption = None,
    place: PlaceOption = None,
    rules: RulesOption = None,
    knowledge: KnowledgeOption = None,
    segmenter: SegmenterOption = "rjieba",
    names: NamesOption = "rules",
    lexicon: LexiconOption = None,
    device: DeviceOption = "auto",
    encoding: EncodingOption = None,
    text_field: TextFieldOption = None,
    title_field: TitleFieldOption = None,
    date_field: DateFieldOption = None,
    place_field: PlaceFieldOption = None,
    id_field: IdFieldOption = None,
    date_from_name: DateFromNameOption = False,
    workers: WorkersOption = None,
    engine: EngineOption = "local",
    address: AddressOption = None,
    timeout: TimeoutOption = 60,
    memory: MemoryOption = "4G",
    overwrite: OverwriteOption = False,
    resume: ResumeOption = False,
    incremental: IncrementalOption = None,
    log_json: LogJsonOption = False,
    quiet: QuietOption = False,
) -> None:
    """Read sources, and write the records, mentions, articles and rejects of one run.

    Exit code 0; 1 where a source was rejected; 2 for a usage error; 3 where the run had to stop (a full disk, an
    interrupt) and --resume goes on.
    """
    backends: dict[str, Any] = {"segmenter": segmenter, "names": names, "device": device}
    pipeline = {
        "published": _date(published),
        "place": place,
        "rules": rules,
        "knowledge": knowledge,
        "lexicon": lexicon,
        **backends,
    }
    named = {"text": text_field, "title": title_field, "published": date_field, "place": place_field, "id": id_field}
    with loading():
        reading = _reading(knowledge, named, encoding=encoding, date_from_name=date_from_name)
    options: dict[str, Any] = {
        "published": published,
        "place": place,
        "rules": rules and rules.as_posix(),
        "knowledge": knowledge and knowledge.as_posix(),
        "lexicon": lexicon and lexicon.as_posix(),
        **backends,
        "encoding": encoding,
        "date_from_name": date_from_name,
        "fields": {field: list(getattr(reading.fields, field)) for field in named},
    }
    manner = Manner(workers, engine, address, timeout, memory, overwrite, resume, incremental, log_json, quiet)
    execute(inputs, location(output), pipeline, reading, options, manner)


@app.command()
def explain(
    text: Annotated[
        str, typer.Argument(metavar="TEXT|FILE|RUN_DIR", help="A text, a file that holds it, or a run (--record).")
    ],
    record: Annotated[
        str | None, typer.Option("--record", metavar="ID", help="Tell how this record of the run came about.")
    ] = None,
    texts: TextsOption = None,
    published: PublishedOption = None,
    place: PlaceOption = None,
    rules: RulesOption = None,
    knowledge: KnowledgeOption = None,
    segmenter: SegmenterOption = "rjieba",
    names: NamesOption = "rules",
    lexicon: LexiconOption = None,
    device: DeviceOption = "auto",
) -> None:
    """Show how a text is read: clean text, words, mentions, the rules that fired, the records.

    With --record: where each slot of one record of a run was read, what came from context, which rule read it and how
    often that rule is right, and the checks that it failed.
    """
    if record is not None:
        show_record(record, Path(text), texts, rules, knowledge)
        return
    from extract.explain import explain as explained
    from extract.pipeline import text_source
    from extract.sources import PARTS, read

    day = _date(published)
    backends: dict[str, Any] = {"segmenter": segmenter, "names": names, "device": device}
    pipeline = _pipeline(published=day, place=place, rules=rules, knowledge=knowledge, lexicon=lexicon, **backends)
    reading = _reading(knowledge, dict.fromkeys(PARTS), encoding=None, date_from_name=False)
    # a long text is no file's name: Path.is_file would raise
    found = read([text], reading) if os.path.isfile(text) else [text_source(text)]
    for item in found:
        if isinstance(item, Source):
            for part in explained(pipeline, item):
                out.print(part)
        elif isinstance(item, Rejection):
            err.print(f"extract: {item.source_id}: {item.message} [{item.error}]", markup=False)
            raise typer.Exit(1)


app.command()(audit)
app.command()(evaluate)
app.command()(agreement)
app.command()(load)
app.command()(query)
app.command()(export)
app.add_typer(gold_app)


@app.command()
def schema(
    name: Annotated[
        str | None, typer.Argument(metavar="NAME", help="records, mentions, articles, …; all if left out.")
    ] = None,
) -> None:
    """Print the JSON Schema of a file of a run, of gold labels, or of rule files."""
    import orjson

    from extract.schemas import schemas

    every = {file.removesuffix(".schema.json").removesuffix(".json"): content for file, content in schemas().items()}
    if name is not None and name not in every:
        _usage(f"no schema is called {name}; there are {', '.join(sorted(every))}")
    chosen = every if name is None else every[name]
    sys.stdout.write(orjson.dumps(chosen, option=orjson.OPT_INDENT_2).decode() + "\n")


def main() -> None:
    """The console command."""
    app()
