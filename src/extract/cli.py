"""The command line: one function a command, each calling a plain function."""

from __future__ import annotations

import sys
from typing import Annotated, Any

import typer

from extract import __version__
from extract.commands.audit import audit
from extract.commands.console import (
    DeviceOption,
    KnowledgeOption,
    LexiconOption,
    NamesOption,
    PlaceOption,
    PublishedOption,
    RulesOption,
    SegmenterOption,
    day,
    loading,
    out,
    reading_options,
    usage,
)
from extract.commands.explain import explain
from extract.commands.gold import gold_app
from extract.commands.load import export, load, query
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
from extract.commands.score import agreement, evaluate
from extract.locations import location

app = typer.Typer(
    name="extract",
    help="Chinese press text in, validated facts out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
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
        "published": day(published),
        "place": place,
        "rules": rules,
        "knowledge": knowledge,
        "lexicon": lexicon,
        **backends,
    }
    named = {"text": text_field, "title": title_field, "published": date_field, "place": place_field, "id": id_field}
    with loading():
        reading = reading_options(knowledge, named, encoding=encoding, date_from_name=date_from_name)
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


app.command()(explain)
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
        usage(f"no schema is called {name}; there are {', '.join(sorted(every))}")
    chosen = every if name is None else every[name]
    sys.stdout.write(orjson.dumps(chosen, option=orjson.OPT_INDENT_2).decode() + "\n")


def main() -> None:
    """The console command."""
    app()
