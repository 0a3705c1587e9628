"""The command line: one function a command, each calling a plain function."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, NoReturn

import typer
from rich.console import Console

from extract import __version__
from extract.data import Quantity, Rejection, Source

if TYPE_CHECKING:
    from extract.evaluation import Report

app = typer.Typer(
    name="extract",
    help="Chinese press text in, validated facts out.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
out = Console(highlight=False, soft_wrap=True)
err = Console(stderr=True, highlight=False, soft_wrap=True)

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
SegmenterOption = Annotated[str, typer.Option("--segmenter", metavar="NAME", help="rjieba or jieba.")]


def _usage(message: str) -> NoReturn:
    err.print(f"extract: {message}", markup=False)
    raise typer.Exit(2)


def _date(text: str | None) -> date | None:
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        _usage(f"--published {text}: expected a date such as 2024-03-18")


def _pipeline(**options: Any) -> Any:
    from extract.backends.errors import BackendError
    from extract.loading import KnowledgeError
    from extract.pipeline import load

    try:
        return load(**options)
    except (KnowledgeError, BackendError) as error:
        _usage(str(error))


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
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the run's files go.")],
    published: PublishedOption = None,
    place: PlaceOption = None,
    rules: RulesOption = None,
    knowledge: KnowledgeOption = None,
    segmenter: SegmenterOption = "rjieba",
    encoding: Annotated[
        str | None, typer.Option("--encoding", metavar="NAME", help="Decode every source so, instead of guessing.")
    ] = None,
    overwrite: Annotated[bool, typer.Option("--overwrite", help="Replace an earlier run in DIR.")] = False,
    quiet: Annotated[bool, typer.Option("--quiet", "-q", help="No progress and no table.")] = False,
) -> None:
    """Read sources, and write the records, mentions, articles and rejects of one run.

    Exit code 0; 1 where a source was rejected; 2 for a usage error.
    """
    from extract.batch.progress import Progress, table
    from extract.batch.run import RunExists
    from extract.batch.run import run as run_batch

    day = _date(published)
    pipeline = _pipeline(published=day, place=place, rules=rules, knowledge=knowledge, segmenter=segmenter)
    options: dict[str, Any] = {
        "published": published,
        "place": place,
        "rules": rules and rules.as_posix(),
        "knowledge": knowledge and knowledge.as_posix(),
        "segmenter": segmenter,
        "encoding": encoding,
    }
    try:
        with Progress(err, shown=not quiet and err.is_terminal) as progress:
            summary = run_batch(
                inputs,
                output,
                pipeline,
                overwrite=overwrite,
                encoding=encoding,
                options=options,
                progress=progress.tell,
            )
    except RunExists:
        _usage(f"{output} holds a run already; choose another folder or say --overwrite")
    except LookupError:
        _usage(f"--encoding {encoding}: no such encoding")
    except OSError as error:
        _usage(f"{output}: {error.strerror or error}")
    for rejection in summary.rejects:
        err.print(f"extract: {rejection.source_id}: {rejection.message} [{rejection.error}]", markup=False)
    if not quiet:
        out.print(table(summary))
    raise typer.Exit(1 if summary.rejects else 0)


@app.command()
def explain(
    text: Annotated[str, typer.Argument(metavar="TEXT|FILE", help="A text, or a file that holds it.")],
    published: PublishedOption = None,
    place: PlaceOption = None,
    rules: RulesOption = None,
    knowledge: KnowledgeOption = None,
    segmenter: SegmenterOption = "rjieba",
) -> None:
    """Show how a text is read: clean text, words, mentions, the rules that fired, the records."""
    from extract.explain import explain as explained
    from extract.pipeline import text_source
    from extract.sources import read

    day = _date(published)
    pipeline = _pipeline(published=day, place=place, rules=rules, knowledge=knowledge, segmenter=segmenter)
    found = list(read([text])) if len(text) < 1024 and Path(text).is_file() else [text_source(text)]
    for item in found:
        if isinstance(item, Source):
            for part in explained(pipeline, item):
                out.print(part)
        elif isinstance(item, Rejection):
            err.print(f"extract: {item.source_id}: {item.message} [{item.error}]", markup=False)
            raise typer.Exit(1)


TextsOption = Annotated[
    Path | None, typer.Option("--texts", metavar="DIR", help="Where the raw texts are, if not where the run read them.")
]
JsonOption = Annotated[Path | None, typer.Option("--json", metavar="FILE", help="Write all numbers here as well.")]
TextsFolder = Annotated[Path, typer.Option("--texts", metavar="DIR", help="The folder of the raw texts.")]


def _scored(score: Callable[[], Report]) -> Report:
    """A report, or the exit that a person is told of: 2 for labels, texts or runs that cannot be used."""
    from extract.evaluation import GoldError, RunError

    try:
        return score()
    except (GoldError, RunError, FileNotFoundError) as error:
        _usage(str(error))


def _show(report: Report, json: Path | None, errors: bool = False) -> None:
    import orjson

    from extract.evaluation import error_lines, tables

    if json is not None:
        json.write_bytes(orjson.dumps(report.data(), option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    for table in tables(report):
        out.print(table)
        out.print()
    for line in error_lines(report) if errors else ():
        out.print(line, markup=False)


def _floors(named: Sequence[str]) -> dict[str, float]:
    from extract.evaluation import LEVELS

    floors: dict[str, float] = {}
    for text in named:
        name, _, value = text.partition("=")
        try:
            floors[name] = float(value)
        except ValueError:
            _usage(f"--fail-under {text}: expected a score and a number such as core=0.9")
        if name.removeprefix("others_") not in LEVELS:
            _usage(f"--fail-under {text}: the scores are {', '.join(LEVELS)}, and others_core and so on")
    return floors


@app.command()
def evaluate(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A .jsonl file of labels, or a folder of them.")],
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="What extract run wrote.")],
    texts: TextsOption = None,
    json: JsonOption = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every error with its sentence.")] = False,
    fail_under: Annotated[
        list[str] | None, typer.Option("--fail-under", metavar="SCORE=F1", help="core=0.9, others_core=0.8 …")
    ] = None,
) -> None:
    """Score a run against labels.

    Exit code 0; 1 where a score is under its floor; 2 for labels or a run that cannot be used.
    """
    from extract.evaluation import evaluate as evaluated

    floors = _floors(fail_under or ())
    report = _scored(lambda: evaluated(gold, run_dir, texts))
    _show(report, json, errors)
    failed = False
    for name, floor in floors.items():
        score = report.score(name)
        if score is None or score < floor:
            failed = True
            err.print(f"extract: {name} is {'undefined' if score is None else f'{score:.4f}'}, under {floor}")
    raise typer.Exit(1 if failed else 0)


def _quantity_reader() -> Callable[[str], Quantity | None]:
    """What the pipeline reads in a figure that stands alone; None where it reads no figure, or several."""
    from extract.pipeline import text_source

    pipeline = _pipeline()

    def read_quantity(text: str) -> Quantity | None:
        articles = pipeline.process(text_source(text)).articles
        found = [m.normal for article in articles for m in article.mentions if isinstance(m.normal, Quantity)]
        return found[0] if len(found) == 1 else None

    return read_quantity


gold_app = typer.Typer(name="gold", help="Check, compare and count gold labels.", no_args_is_help=True)
app.add_typer(gold_app)


@gold_app.command()
def check(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="A .jsonl file of labels, or a folder of them.")],
    texts: TextsFolder,
) -> None:
    """Check that labels fit the contract and their texts. Exit code 1 where one does not."""
    from extract.evaluation import check_gold

    read_quantity = _quantity_reader()
    try:
        problems = check_gold(gold, texts, read_quantity)
    except FileNotFoundError as error:
        _usage(str(error))
    for problem in problems:
        out.print(str(problem), markup=False)
    raise typer.Exit(1 if problems else 0)


@gold_app.command()
def agreement(
    a: Annotated[Path, typer.Argument(metavar="A", help="One labelling, a file or folder.")],
    b: Annotated[Path, typer.Argument(metavar="B", help="The other.")],
    texts: TextsFolder,
    json: JsonOption = None,
    errors: Annotated[bool, typer.Option("--errors", help="List every difference with its sentence.")] = False,
) -> None:
    """Compare two labellings of the same texts, the second as if it were a run."""
    from extract.evaluation import agreement as agreed

    _show(_scored(lambda: agreed(a, b, texts)), json, errors)


@gold_app.command()
def summary(
    gold: Annotated[Path, typer.Argument(metavar="GOLD", help="Has dev/, test/, passes/a/ and passes/b/.")] = Path(
        "gold"
    ),
    texts: TextsFolder = Path("corpus"),
    into: Annotated[
        Path | None, typer.Option("--into", metavar="FILE", help="Put it between the markers of this page.")
    ] = None,
) -> None:
    """Print what the gold set holds and how far its two passes agree, as Markdown."""
    from extract.evaluation import GoldError, with_summary
    from extract.evaluation import summary as summed

    try:
        text = summed(gold, texts)
        if into is None:
            sys.stdout.write(text)
        else:
            into.write_text(with_summary(into.read_text("utf-8"), text), "utf-8")
    except (GoldError, FileNotFoundError, ValueError) as error:
        _usage(str(error))


@app.command()
def audit(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="What extract run wrote.")],
    texts: TextsOption = None,
    json: JsonOption = None,
    unused: Annotated[bool, typer.Option("--unused", help="Show each unused quantity in its sentence.")] = False,
    knowledge: KnowledgeOption = None,
    segmenter: SegmenterOption = "rjieba",
) -> None:
    """Account for every figure of a run: in a record, a name, a time, an ordinal, or unused, with the reason.

    Exit code 0; 1 where a digit or numeral is in no mention, or the counts of articles.jsonl are others; 2 for a run
    that cannot be used.
    """
    import orjson

    from extract import audit as ledgers
    from extract.accounting import dimension_reader, numeral_reader
    from extract.evaluation import RunError

    pipeline = _pipeline(knowledge=knowledge, segmenter=segmenter)
    try:
        ledger = ledgers.audit(run_dir, numeral_reader(pipeline), dimension_reader(pipeline), texts)
    except (RunError, FileNotFoundError) as error:
        _usage(str(error))
    if json is not None:
        content = ledgers.data(ledger)
        json.write_bytes(orjson.dumps(content, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    for line in ledgers.unused_lines(ledger) if unused else ():
        out.print(line, markup=False)
    for table in ledgers.tables(ledger):
        out.print(table)
        out.print()
    for line in ledgers.unaccounted_lines(ledger):
        err.print(line, markup=False)
    strange = [a.article.article_id for a in ledger.articles if not a.agrees]
    for article_id in strange:
        err.print(f"extract: {article_id}: articles.jsonl counts its figures otherwise", markup=False)
    raise typer.Exit(1 if strange or ledger.unaccounted else 0)


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
