"""`extract evaluate` and `extract agreement`: scores, tables, errors, pages."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, TypeVar

import typer

from extract.commands.console import err, out, sheet, usage

if TYPE_CHECKING:
    from extract.evaluation import Changes, Report

Scored = TypeVar("Scored")

GoldArgument = Annotated[Path, typer.Argument(metavar="GOLD", help="A .jsonl file of labels, or a folder of them.")]
TextsOption = Annotated[
    Path | None, typer.Option("--texts", metavar="DIR", help="Where the raw texts are, if not where the run read them.")
]
TextsFolder = Annotated[Path, typer.Option("--texts", metavar="DIR", help="The folder of the raw texts, or a run's.")]
JsonOption = Annotated[
    Path | None, typer.Option("--json", metavar="FILE", help="Write all numbers and errors here as well.")
]
HtmlOption = Annotated[
    Path | None, typer.Option("--html", metavar="FILE", help="Write a page here, on which errors can be filtered.")
]
ErrorsOption = Annotated[bool, typer.Option("--errors", help="List every error with its sentence.")]


def evaluate(
    gold: GoldArgument,
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="What extract run wrote.")],
    texts: TextsOption = None,
    against: Annotated[
        Path | None, typer.Option("--against", metavar="OTHER_RUN", help="Say what is better and worse than there.")
    ] = None,
    errors: ErrorsOption = False,
    html: HtmlOption = None,
    json: JsonOption = None,
    fail_under: Annotated[
        list[str] | None, typer.Option("--fail-under", metavar="SCORE=F1", help="core=0.9, others_core=0.8 …")
    ] = None,
) -> None:
    """Score a run against labels.

    Of a text that has a label every record counts, so label whole texts: what no label holds is spurious.

    Exit code 0; 1 where a score is under its floor; 2 for labels or a run that cannot be used.
    """
    from extract.evaluation import change_lines, changes
    from extract.evaluation import evaluate as evaluated

    floors = _floors(fail_under or ())
    report = scored(lambda: evaluated(gold, run_dir, texts))
    other = None if against is None else scored(lambda: evaluated(gold, against, texts))
    compared = None if other is None else changes(other, report)
    _show(report, compared, list_errors=errors, html=html, json=json)
    for line in () if compared is None else change_lines(compared):
        out.print(line, markup=False)
    failed = False
    for name, floor in floors.items():
        score = report.score(name)
        if score is None or score < floor:
            failed = True
            err.print(f"extract: {name} is {'undefined' if score is None else f'{score:.4f}'}, under {floor}")
    raise typer.Exit(1 if failed else 0)


def agreement(
    a: Annotated[Path, typer.Argument(metavar="A", help="One labelling, a file or folder.")],
    b: Annotated[Path, typer.Argument(metavar="B", help="The other.")],
    texts: TextsFolder,
    errors: ErrorsOption = False,
    html: HtmlOption = None,
    json: JsonOption = None,
) -> None:
    """Compare two labellings of the same texts, the second as if it were a run."""
    from extract.evaluation import agreement as agreed
    from extract.evaluation import unshared

    report = scored(lambda: agreed(a, b, texts))
    for doc in unshared(a, b):
        err.print(f"extract: {doc}: labelled in one of the two only, left aside", markup=False)
    _show(report, list_errors=errors, html=html, json=json, sides=("A", "B"))


def scored(score: Callable[[], Scored]) -> Scored:
    """What a function makes of labels and runs; 2 is the exit for labels, texts or runs that cannot be used."""
    from extract.evaluation import GoldError, RunError

    try:
        return score()
    except (GoldError, RunError, FileNotFoundError) as error:
        usage(str(error))


def _show(
    report: Report,
    compared: Changes | None = None,
    *,
    list_errors: bool,
    html: Path | None,
    json: Path | None,
    sides: tuple[str, str] = ("gold", "run"),
) -> None:
    """The tables on the terminal; page, numbers and errors where they are asked for."""
    import orjson

    from extract.evaluation import changes_table, data, error_lines, errors, errors_table, page, tables

    found = errors(report)
    shown = [*tables(report, sides)]
    if compared is not None:
        shown.append(changes_table(compared))
    for table in (*shown, errors_table(found)):
        sheet.print(table)
        sheet.print()
    for line in error_lines(found, sides) if list_errors else ():
        out.print(line, markup=False)
    everything = data(report, found, compared)
    if json is not None:
        json.parent.mkdir(parents=True, exist_ok=True)
        json.write_bytes(orjson.dumps(everything, option=orjson.OPT_INDENT_2 | orjson.OPT_APPEND_NEWLINE))
    if html is not None:
        html.parent.mkdir(parents=True, exist_ok=True)
        html.write_text(page(everything, sides), "utf-8")


def _floors(named: Sequence[str]) -> dict[str, float]:
    from extract.evaluation import LEVELS

    floors: dict[str, float] = {}
    for text in named:
        name, _, value = text.partition("=")
        try:
            floors[name] = float(value)
        except ValueError:
            usage(f"--fail-under {text}: expected a score and a number such as core=0.9")
        if name.removeprefix("others_") not in LEVELS:
            usage(f"--fail-under {text}: the scores are {', '.join(LEVELS)}, and others_core and so on")
    return floors
