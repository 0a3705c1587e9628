"""`extract audit`: where each figure of a run went."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from extract.commands.console import KnowledgeOption, LexiconOption, SegmenterOption, err, load_pipeline, out, usage
from extract.commands.score import JsonOption, TextsOption


def audit(
    run_dir: Annotated[Path, typer.Argument(metavar="RUN_DIR", help="What extract run wrote.")],
    texts: TextsOption = None,
    json: JsonOption = None,
    unused: Annotated[bool, typer.Option("--unused", help="Show each unused quantity in its sentence.")] = False,
    knowledge: KnowledgeOption = None,
    segmenter: SegmenterOption = "rjieba",
    lexicon: LexiconOption = None,
) -> None:
    """Account for every figure of a run: in a record, a name, a time, an ordinal, or unused, with the reason.

    Exit code 0; 1 where a digit or numeral is in no mention, or the counts of articles.jsonl are others; 2 for a run
    that cannot be used.
    """
    import orjson

    from extract import audit as ledgers
    from extract.accounting import dimension_reader, numeral_reader
    from extract.evaluation import RunError

    pipeline = load_pipeline(knowledge=knowledge, segmenter=segmenter, lexicon=lexicon)
    try:
        ledger = ledgers.audit(run_dir, numeral_reader(pipeline), dimension_reader(pipeline), texts)
    except (RunError, FileNotFoundError) as error:
        usage(str(error))
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
