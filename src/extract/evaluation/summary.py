"""What a gold set holds, as Markdown: labels by type and by manner of text, and how two labellings agree."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from pathlib import Path, PurePosixPath

from extract.evaluation.evaluate import agreement, read_gold
from extract.evaluation.report import HEADLINE, say
from extract.records import RECORD_TYPES

_SERIAL = re.compile(r"[-_]\d+$")


def manner(doc: str) -> str:
    """The manner of a text, which its file name says: `city-daily-01.txt` is `city-daily`."""
    return _SERIAL.sub("", PurePosixPath(doc).stem)


def summary(gold: Path, texts: Path | None = None) -> str:
    """Markdown tables on a part of the gold set (`gold/dev`): counts, and the agreement of its `a` and `b`."""
    labels = read_gold(gold)
    cells: Counter[tuple[str, str]] = Counter()
    optional = 0
    for doc, entries in labels.items():
        for entry in entries:
            cells[manner(doc), entry.label.record_type] += 1
            optional += entry.label.optional
    manners = sorted({manner(doc) for doc in labels})
    used = [name for name in RECORD_TYPES if any(cells[m, name] for m in manners)]
    rows = [[m, *(str(cells[m, t]) for t in used), str(sum(cells[m, t] for t in used))] for m in manners]
    sums = [str(sum(cells[m, t] for m in manners)) for t in used]
    rows.append(["all", *sums, str(cells.total())])
    docs = f"{len(labels)} documents, {cells.total()} labels, {optional} of them optional."
    parts = [docs, _table(["manner", *used, "all"], rows)]
    if all((gold / side).is_dir() for side in ("a", "b")):
        parts.append(agreement_table(gold / "a", gold / "b", texts))
    return "\n\n".join(parts) + "\n"


def agreement_table(a: Path, b: Path, texts: Path | None = None) -> str:
    """How far two labellings agree: F1 at each level, and of the figures alone."""
    report = agreement(a, b, texts)
    rows = []
    for name, types in report.groups.items():
        count = report.count(*types)
        rows.append([name, str(count.gold), str(count.predicted), *(say(count.f1(level)) for level in HEADLINE)])
    f = report.figures
    rows.append(["figures alone", str(f.gold), str(f.predicted), say(f.f1("found")), "", ""])
    head = f"Two labellings of {len(report.documents)} documents, before adjudication (F1):"
    return f"{head}\n\n{_table(['', 'a', 'b', *HEADLINE], rows)}"


def _table(head: Sequence[str], rows: Sequence[Sequence[str]]) -> str:
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
