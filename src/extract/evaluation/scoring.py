"""Gold against a run, gold against its texts, one labelling against another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache, partial
from pathlib import Path

from extract.evaluation.gold import Problem, gold_files, mention_files, read_file, read_mentions
from extract.evaluation.items import Item, by_document
from extract.evaluation.labels import load, load_mentions, run_or_folder_texts, sorted_out, text_of
from extract.evaluation.matching import match
from extract.evaluation.mentions import MentionReport, compare_mentions
from extract.evaluation.resolve import Mark, ReadQuantity, resolve, resolve_mentions
from extract.evaluation.runs import Run, read_run
from extract.evaluation.scores import ArticleOf, Report, report
from extract.evaluation.texts import last_part, named


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
    marks = load_mentions(mention_files(gold), partial(text_of, run))
    mentions = compare_mentions(marks, items, lambda doc: _mentions(run, doc))
    return compare_items(docs, items, predicted, partial(_article, run), mentions)


def check_gold(gold: Path, texts_dir: Path, read_quantity: ReadQuantity | None = None) -> list[Problem]:
    """What is wrong with the labels of a file or folder, file by file in the order of their lines."""
    texts = run_or_folder_texts(texts_dir)
    read = read_quantity and cache(read_quantity)  # 5% stands under many labels
    found: list[Problem] = []
    for path in gold_files(gold):
        lines, problems = sorted_out(read_file(path))
        problems += resolve(lines, texts, read).problems
        found.extend(sorted(problems, key=lambda problem: problem.line))
    for path in mention_files(gold):
        marks, problems = sorted_out(read_mentions(path))
        problems += resolve_mentions(marks, texts)[1]
        found.extend(sorted(problems, key=lambda problem: problem.line))
    return found


def agreement(a: Path, b: Path, texts_dir: Path) -> Report:
    """Two labellings of the same texts: `a` in the place of gold, `b` in that of the predictions.

    Only documents that both have are compared; a file without a label says that its text holds no record. Raises
    FileNotFoundError and GoldError.
    """
    texts = run_or_folder_texts(texts_dir)
    left, right = (load(gold_files(path), texts) for path in (a, b))
    return compare_items(sorted(_shared(a, b)[0]), left, right)


def unshared(a: Path, b: Path) -> list[str]:
    """The documents that only one of two labellings has, which `agreement` leaves aside."""
    return sorted(_shared(a, b)[1])


def _shared(a: Path, b: Path) -> tuple[set[str], set[str]]:
    """The documents that both labellings have, and those that one has. An empty file is known by its name."""
    stems = [{path.stem for path in gold_files(side)} for side in (a, b)]
    docs = [{line.label.doc for path in gold_files(side) for line in sorted_out(read_file(path))[0]} for side in (a, b)]
    every = docs[0] | docs[1]
    has = [docs[side] | {doc for doc in every if _stem(doc) in stems[side]} for side in (0, 1)]
    return has[0] & has[1], every - (has[0] & has[1])


def compare_items(
    docs: Sequence[str],
    gold: Sequence[Item],
    predicted: Sequence[Item],
    article_of: ArticleOf = lambda item: item.doc,
    mentions: MentionReport | None = None,
) -> Report:
    """Match and score the items of some documents; their order does not matter."""
    left: Mapping[str, list[Item]] = by_document(gold)
    right: Mapping[str, list[Item]] = by_document(predicted)
    return report({doc: match(left.get(doc, []), right.get(doc, [])) for doc in docs}, article_of, mentions)


def _mentions(run: Run, doc: str) -> list[Mark]:
    source = named(doc, run.sources) or doc
    return [Mark(doc, found.label, (found.start, found.end)) for found in run.mentions.get(source, ())]


def _article(run: Run, item: Item) -> str:
    return run.article_at(named(item.doc, run.sources) or item.doc, item.spans[0][0])


def _empty(files: Iterable[Path], sources: Sequence[str]) -> list[str]:
    """The sources that files without a label are named after."""
    stems = {path.stem for path in files if not path.read_bytes().strip()}
    return [source for source in sources if _stem(source) in stems]


def _stem(doc: str) -> str:
    return last_part(doc).rpartition(".")[0]
