"""`extract explain`: how a text is read, and how one record of a run came about."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

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
    err,
    load_pipeline,
    out,
    reading_options,
    usage,
)
from extract.commands.score import TextsOption
from extract.data import Rejection, Source

if TYPE_CHECKING:
    from extract.sources import Reading, Skipped


def explain(
    text: Annotated[
        str,
        typer.Argument(
            metavar="TEXT|FILE|RUN_DIR", help="A text, a file that holds it, - for standard input, or a run (--record)."
        ),
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

    Exit code 0; 1 where the file cannot be used; 2 for a usage error.
    """
    if record is not None:
        show_record(record, Path(text), texts, rules, knowledge)
        return
    from extract.explain import explain as explained
    from extract.sources import PARTS

    refuse_lost_names(text)
    backends: dict[str, Any] = {"segmenter": segmenter, "names": names, "device": device}
    pipeline = load_pipeline(
        published=day(published), place=place, rules=rules, knowledge=knowledge, lexicon=lexicon, **backends
    )
    reading = reading_options(knowledge, dict.fromkeys(PARTS), encoding=None, date_from_name=False)
    for item in meant(text, reading):
        if isinstance(item, Source):
            for part in explained(pipeline, item):
                out.print(part)
        elif isinstance(item, Rejection):
            err.print(f"extract: {item.source_id}: {item.message} [{item.error}]", markup=False)
            raise typer.Exit(1)


def meant(text: str, reading: Reading) -> Iterator[Source | Rejection | Skipped]:
    """What the argument stands for: standard input, a file as a run reads it, else the text that it is."""
    from extract.pipeline import text_source
    from extract.sources import STDIN, read

    # a long text is no file's name: Path.is_file would raise
    if text == STDIN or os.path.isfile(text):
        yield from read([text], reading)
    else:
        yield text_source(text)


def refuse_lost_names(text: str) -> None:
    """A folder, and what ends like the name of a file that is not there, are no texts: usage errors."""
    from extract.sources import READERS, suffix_of

    if os.path.isdir(text):
        usage(f"{text} is a folder: explain takes a text or a file, and of a run one record, by --record ID")
    if not os.path.isfile(text) and "\n" not in text and suffix_of(text, READERS):
        usage(f"{text}: there is no such file")


def show_record(record_id: str, run_dir: Path, texts: Path | None, rules: Path | None, knowledge: Path | None) -> None:
    """Print the story of a record; a run, a record or a text that is not there is a usage error."""
    from extract.assembly import checker
    from extract.evaluation.runs import RunError, read_run
    from extract.explain import Sources, explain_record
    from extract.loading import Knowledge, KnowledgeError, load_rules, rule_files

    try:
        known = Knowledge(knowledge)
        loaded = load_rules(rule_files(rules), known.yaml("words"), known.yaml("patterns"))
        measured = {row["rule"]: (int(row["records"]), int(row["right"])) for row in known.table("confidence.tsv")}
        sources = Sources({rule.id: rule for rule in loaded}, measured, checker(known))
        for part in explain_record(read_run(run_dir, texts), record_id, sources):
            out.print(part)
    except (RunError, KnowledgeError) as error:
        usage(str(error))
