"""`extract gold …`: labels are checked, drafted, counted, and carried to and from annotation tools."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from extract.commands.console import load_pipeline, out, usage
from extract.commands.score import GoldArgument, TextsFolder, TextsOption, scored

gold_app = typer.Typer(name="gold", help="Check, draft, count and carry gold labels.", no_args_is_help=True)


@gold_app.command()
def check(gold: GoldArgument, texts: TextsFolder) -> None:
    """Check that labels fit the contract and their texts. Exit code 1 where one does not."""
    from extract.evaluation import check_gold

    read_quantity = load_pipeline().quantity
    try:
        problems = check_gold(gold, texts, read_quantity)
    except FileNotFoundError as error:
        usage(str(error))
    for problem in problems:
        out.print(str(problem), markup=False)
    raise typer.Exit(1 if problems else 0)


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
        usage(str(error))


@gold_app.command()
def draft(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="What extract run wrote.")],
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files of labels go.")],
    mentions: Annotated[bool, typer.Option("--mentions", help="Write its mentions beside them as well.")] = False,
    texts: TextsOption = None,
) -> None:
    """Turn a run into files of labels to correct, one a source. Files that are there already are left alone."""
    from extract.evaluation import draft as drafted

    try:
        written = scored(lambda: drafted(run_dir, output, texts, mentions=mentions))
    except FileExistsError as error:
        usage(str(error))
    for path, count in written.items():
        out.print(f"{path}: {count} labels", markup=False)


FormatOption = Annotated[str, typer.Option("--format", metavar="FORMAT", help="label-studio or doccano.")]


@gold_app.command(name="export")
def export_(
    gold: GoldArgument,
    texts: TextsFolder,
    form: FormatOption,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="FILE", help="The file for the tool.")],
    predictions: Annotated[
        bool, typer.Option("--predictions", help="Label Studio: as predictions to correct, not as annotations.")
    ] = False,
) -> None:
    """Write labels and their texts as a file for an annotation tool."""
    from extract.evaluation.exchange import export_labels

    _known(form)
    content = scored(lambda: export_labels(gold, texts, form, as_predictions=predictions))
    output.parent.mkdir(parents=True, exist_ok=True)
    output.write_bytes(content)


@gold_app.command(name="import")
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE", help="What the tool exported.")],
    form: FormatOption,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="Where the files of labels go.")],
    texts: Annotated[
        Path | None, typer.Option("--texts", metavar="DIR", help="Compare the texts with these; write missing ones.")
    ] = None,
) -> None:
    """Write what an annotation tool exported as files of labels. Exit code 1 where a label still lacks something."""
    from extract.evaluation.exchange import import_labels
    from extract.evaluation.exchange.carriers import ExchangeError

    _known(form)
    try:
        problems = import_labels(file.read_bytes(), form, output, texts)
    except (ExchangeError, FileExistsError) as error:
        usage(f"{file}: {error}")
    except OSError as error:
        usage(f"{file}: {error.strerror or error}")
    for problem in problems:
        out.print(str(problem), markup=False)
    raise typer.Exit(1 if problems else 0)


def _known(form: str) -> None:
    from extract.evaluation.exchange import FORMATS

    if form not in FORMATS:
        usage(f"--format {form}: there are {', '.join(FORMATS)}")
