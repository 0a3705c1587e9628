"""Gold against a run, gold against its texts, one labelling against another."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from extract.evaluation.gold import GoldError, GoldLine, Problem, gold_files, read_file
from extract.evaluation.items import Item, by_document
from extract.evaluation.matching import match
from extract.evaluation.resolve import ReadQuantity, resolve
from extract.evaluation.runs import Run, read_run
from extract.evaluation.scores import Report, report
from extract.evaluation.texts import TextFinder, folder_texts, last_part, named


def evaluate(gold: Path, run_dir: Path, texts_dir: Path | None = None) -> Report:
    """Score a run against labels, on the documents that the labels are of.

    `gold` is a `.jsonl` file or a folder of them. A file without a label says that the source of its name holds no
    record. Raises FileNotFoundError, GoldError for labels that do not resolve, RunError for what is no run.
    """
    run = read_run(run_dir, texts_dir)
    files = gold_files(gold)
    items = load(files, lambda doc: _text(run, doc))
    docs = sorted({item.doc for item in items} | set(_empty(files, run.sources)))
    predicted = [item for doc in docs if (source := named(doc, run.sources)) for item in run.items(source, doc)]
    return compare_items(docs, items, predicted)


def check_gold(gold: Path, texts_dir: Path, read_quantity: ReadQuantity | None = None) -> list[Problem]:
    """What is wrong with the labels of a file or folder, file by file in the order of their lines."""
    texts = folder_texts(texts_dir)
    found: list[Problem] = []
    for path in gold_files(gold):
        read = list(read_file(path))
        lines = [line for line in read if isinstance(line, GoldLine)]
        problems = [line for line in read if isinstance(line, Problem)]
        problems += resolve(lines, texts, read_quantity).problems
        found.extend(sorted(problems, key=lambda problem: problem.line))
    return found


def agreement(a: Path, b: Path, texts_dir: Path) -> Report:
    """Two labellings of the same texts: `a` in the place of gold, `b` in that of the predictions.

    Only documents that both have are compared. Raises FileNotFoundError and GoldError.
    """
    texts = folder_texts(texts_dir)
    left, right = (load(gold_files(path), texts) for path in (a, b))
    docs = sorted({item.doc for item in left} & {item.doc for item in right})
    return compare_items(docs, left, right)


def load(files: Iterable[Path], texts: TextFinder) -> list[Item]:
    """The labels of files, at their places. Raises GoldError with everything that is wrong."""
    lines: list[GoldLine] = []
    problems: list[Problem] = []
    for path in files:
        for line in read_file(path):
            if isinstance(line, Problem):
                problems.append(line)
            else:
                lines.append(line)
    resolved = resolve(lines, texts)
    if problems or resolved.problems:
        raise GoldError([*problems, *resolved.problems])
    return resolved.items


def compare_items(docs: Sequence[str], gold: Sequence[Item], predicted: Sequence[Item]) -> Report:
    """Match and score the items of some documents; their order does not matter."""
    left: Mapping[str, list[Item]] = by_document(gold)
    right: Mapping[str, list[Item]] = by_document(predicted)
    return report({doc: match(left.get(doc, []), right.get(doc, [])) for doc in docs})


def _text(run: Run, doc: str) -> str | None:
    return run.text(named(doc, run.sources) or doc)


def _empty(files: Iterable[Path], sources: Sequence[str]) -> list[str]:
    """The sources that files without a label are named after."""
    stems = {path.stem for path in files if not path.read_bytes().strip()}
    return [source for source in sources if last_part(source).rpartition(".")[0] in stems]
