"""Labels read and put at their places, and the texts that they are of."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from pathlib import Path
from typing import TypeVar

from extract.evaluation.gold import GoldError, GoldLine, MentionLine, Problem, read_file, read_mentions
from extract.evaluation.items import Item
from extract.evaluation.resolve import Mark, resolve, resolve_mentions
from extract.evaluation.runs import Run, is_run, read_run
from extract.evaluation.texts import TextFinder, folder_texts, named

_Line = TypeVar("_Line", GoldLine, MentionLine)


def load(files: Iterable[Path], texts: TextFinder) -> list[Item]:
    """The labels of files, at their places. Raises GoldError with everything that is wrong."""
    lines, problems = sorted_out(line for path in files for line in read_file(path))
    resolved = resolve(lines, texts)
    if problems or resolved.problems:
        raise GoldError([*problems, *resolved.problems])
    return resolved.items


def load_mentions(files: Iterable[Path], texts: TextFinder) -> list[Mark]:
    """The labelled mentions of files, at their places. Raises GoldError with everything that is wrong."""
    lines, problems = sorted_out(line for path in files for line in read_mentions(path))
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


def sorted_out(read: Iterable[_Line | Problem]) -> tuple[list[_Line], list[Problem]]:
    """The labels that read, and what is wrong with the rest."""
    lines: list[_Line] = []
    problems: list[Problem] = []
    for line in read:
        if isinstance(line, Problem):
            problems.append(line)
        else:
            lines.append(line)
    return lines, problems
