"""Gold against a run, gold against its texts, one labelling against another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import TypeVar

from extract.evaluation.gold import (
    MENTIONS,
    GoldError,
    GoldLine,
    MentionLine,
    Problem,
    gold_files,
    mention_files,
    read_file,
    read_mentions,
)
from extract.evaluation.items import Item, by_document
from extract.evaluation.matching import match
from extract.evaluation.resolve import Mark, ReadQuantity, resolve, resolve_mentions
from extract.evaluation.runs import Run, is_run, read_run
from extract.evaluation.scores import ArticleOf, Report, report
from extract.evaluation.texts import TextFinder, folder_texts, last_part, named


def evaluate(gold: Path, run_dir: Path, texts_dir: Path | None = None) -> Report:
    """Score a run against labels, on the documents that the labels are of.

    `gold` is a `.jsonl` file or a folder of them. A file without a label says that the source of its name holds no
    record. Raises FileNotFoundError, GoldError for labels that do not resolve, RunError for what is no run.
    """
    run = read_run(run_dir, texts_dir)
    files = gold_files(gold)
    items = load(files, partial(text_of, run))
    docs = sorted({item.doc for item in items} | set(_empty(files, run.sources)))
    predicted = [item for doc in docs if (source := named(doc, run.sources)) for item in run.items(source, doc)]
    return compare_items(docs, items, predicted, partial(_article, run))


def check_gold(gold: Path, texts_dir: Path, read_quantity: ReadQuantity | None = None) -> list[Problem]:
    """What is wrong with the labels of a file or folder, file by file in the order of their lines."""
    texts = run_or_folder_texts(texts_dir)
    found: list[Problem] = []
    for path in [] if gold.name.endswith(MENTIONS) else gold_files(gold):
        lines, problems = _sorted_out(read_file(path))
        problems += resolve(lines, texts, read_quantity).problems
        found.extend(sorted(problems, key=lambda problem: problem.line))
    for path in [gold] if gold.name.endswith(MENTIONS) else mention_files(gold):
        marks, problems = _sorted_out(read_mentions(path))
        problems += resolve_mentions(marks, texts)[1]
        found.extend(sorted(problems, key=lambda problem: problem.line))
    return found


def agreement(a: Path, b: Path, texts_dir: Path) -> Report:
    """Two labellings of the same texts: `a` in the place of gold, `b` in that of the predictions.

    Only documents that both have are compared. Raises FileNotFoundError and GoldError.
    """
    texts = run_or_folder_texts(texts_dir)
    left, right = (load(gold_files(path), texts) for path in (a, b))
    docs = sorted({item.doc for item in left} & {item.doc for item in right})
    return compare_items(docs, left, right)


def load(files: Iterable[Path], texts: TextFinder) -> list[Item]:
    """The labels of files, at their places. Raises GoldError with everything that is wrong."""
    lines, problems = _sorted_out(line for path in files for line in read_file(path))
    resolved = resolve(lines, texts)
    if problems or resolved.problems:
        raise GoldError([*problems, *resolved.problems])
    return resolved.items


def load_mentions(files: Iterable[Path], texts: TextFinder) -> list[Mark]:
    """The labelled mentions of files, at their places. Raises GoldError with everything that is wrong."""
    lines, problems = _sorted_out(line for path in files for line in read_mentions(path))
    marks, unresolved = resolve_mentions(lines, texts)
    if problems or unresolved:
        raise GoldError([*problems, *unresolved])
    return marks


def run_or_folder_texts(folder: Path) -> TextFinder:
    """The texts of a run where the folder holds one, else the texts below the folder."""
    return partial(text_of, read_run(folder)) if is_run(folder) else folder_texts(folder)


def text_of(run: Run, doc: str) -> str | None:
    """The raw text of the source of a run that a label's `doc` means."""
    return run.text(named(doc, run.sources) or doc)


def compare_items(
    docs: Sequence[str], gold: Sequence[Item], predicted: Sequence[Item], article_of: ArticleOf = lambda item: item.doc
) -> Report:
    """Match and score the items of some documents; their order does not matter."""
    left: Mapping[str, list[Item]] = by_document(gold)
    right: Mapping[str, list[Item]] = by_document(predicted)
    return report({doc: match(left.get(doc, []), right.get(doc, [])) for doc in docs}, article_of)


def _article(run: Run, item: Item) -> str:
    return run.article_at(named(item.doc, run.sources) or item.doc, item.spans[0][0])


_Line = TypeVar("_Line", GoldLine, MentionLine)


def _sorted_out(read: Iterable[_Line | Problem]) -> tuple[list[_Line], list[Problem]]:
    lines: list[_Line] = []
    problems: list[Problem] = []
    for line in read:
        if isinstance(line, Problem):
            problems.append(line)
        else:
            lines.append(line)
    return lines, problems


def _empty(files: Iterable[Path], sources: Sequence[str]) -> list[str]:
    """The sources that files without a label are named after."""
    stems = {path.stem for path in files if not path.read_bytes().strip()}
    return [source for source in sources if last_part(source).rpartition(".")[0] in stems]
