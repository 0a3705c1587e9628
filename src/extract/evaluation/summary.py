"""What the gold set holds, and how far two labellings of it agree, as Markdown."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from extract.evaluation.gold import GoldLine, gold_files, read_file
from extract.evaluation.levels import LEVELS
from extract.evaluation.manners import manner
from extract.evaluation.scores import Report
from extract.evaluation.scoring import agreement
from extract.evaluation.texts import raw_text
from extract.records import RECORD_TYPES

BEGIN, END = "<!-- summary: written by `extract gold summary` -->", "<!-- end of summary -->"
PARTS = ("dev", "test")


def summary(gold: Path, texts_dir: Path) -> str:
    """Counts by file, manner and type, and the agreement of the passes `a` and `b`, as Markdown.

    `gold` holds `dev/`, `test/`, `passes/a/`, `passes/b/`. Raises FileNotFoundError and GoldError.
    """
    lines: list[str] = []
    files: dict[str, Counter[str]] = {}
    for part in PARTS:
        counted = {path.stem: _count(path) for path in gold_files(gold / part)}
        lines += [f"### {part}/", "", *_counts("file", counted, texts_dir), ""]
        files |= counted
    manners: dict[str, Counter[str]] = {}
    for name in sorted(files):
        manners.setdefault(manner(name) or name, Counter()).update(files[name])
    lines += ["### By manner", "", *_counts("manner", manners, None), ""]
    passes = agreement(gold / "passes" / "a", gold / "passes" / "b", texts_dir)
    lines += ["### Agreement of passes a and b, before adjudication", "", *_agreement(passes), ""]
    return "\n".join(lines)


def with_summary(page: str, text: str, *, begin: str = BEGIN, end: str = END) -> str:
    """A page with `text` between its markers. Raises ValueError where it has none."""
    before, found, rest = page.partition(begin)
    _, closed, after = rest.partition(end)
    if not found or not closed:
        raise ValueError(f"the page has no markers for this: {begin}")
    return f"{before}{begin}\n\n{text.rstrip()}\n\n{end}{after}"


def _count(path: Path) -> Counter[str]:
    """Labels by type; optional ones apart."""
    counts: Counter[str] = Counter()
    for line in read_file(path):
        if isinstance(line, GoldLine):
            counts["optional" if line.label.optional else line.label.record_type] += 1
    return counts


def _counts(head: str, rows: dict[str, Counter[str]], texts_dir: Path | None) -> Iterable[str]:
    columns = [*RECORD_TYPES, "optional"]
    sizes = {name: _characters(texts_dir / f"{name}.txt") for name in rows} if texts_dir else {}
    extra = ["characters"] if texts_dir else []
    yield _row([head, *extra, *columns, "all"])
    yield _row(["---", *["---:"] * (len(extra) + len(columns) + 1)])
    for name, counts in [*rows.items(), ("**all**", sum(rows.values(), Counter[str]()))]:
        size = [str(sizes.get(name, sum(sizes.values())))] if texts_dir else []
        yield _row([name, *size, *(str(counts[column] or "") for column in columns), str(counts.total())])


def _characters(path: Path) -> int:
    return len(raw_text(path)) if path.is_file() else 0


def _agreement(report: Report) -> Iterable[str]:
    yield "Labels that either pass holds optional are left out. F1 of b against a, in %."
    yield ""
    yield _row(["type", "a", "b", *LEVELS])
    yield _row(["---", *["---:"] * (2 + len(LEVELS))])
    for name, counts in [
        *((name, found.counts) for name, found in report.types.items()),
        ("other types", report.others),
    ]:
        yield _row([name, str(counts.gold), str(counts.predicted), *(_percent(counts.f1(x)) for x in LEVELS)])
    yield ""
    yield "Slots of labels that met, the same in both, in % (in brackets: where either pass fills the slot)."
    yield ""
    yield _row(["type", "pairs", "slots"])
    yield _row(["---", "---:", "---"])
    for name, slots in report.slots.items():
        pairs = max((found.counts.pairs for found in slots.values()), default=0)
        shown = [(slot, found.counts.data()) for slot, found in slots.items() if found.counts.filled]
        same = (f"{s} {_percent(d['accuracy'])} ({_percent(d['accuracy_filled'])})" for s, d in shown)
        yield _row([name, str(pairs), ", ".join(same)])


def _row(cells: Sequence[str]) -> str:
    return f"| {' | '.join(cells)} |"


def _percent(score: float | None) -> str:
    return "" if score is None else f"{100 * score:.1f}"
