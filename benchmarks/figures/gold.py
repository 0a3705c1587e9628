"""The gold figures: every figure that a label of gold/ stands on, and how many of them a reader gets right."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

from benchmarks.figures.readings import Reading, Text
from benchmarks.figures.spans import same_span
from extract.evaluation.gold import GoldLine, gold_files, read_file
from extract.evaluation.resolve import locate
from extract.evaluation.texts import folder_texts, last_part

SILENT = "test"
"""The folder whose labels measure only: what differs there is counted, never shown."""


@dataclass(frozen=True, slots=True)
class GoldFigure:
    """A figure at its raw place, as its label has it; signs belong to the clause, not to the figure."""

    doc: str
    start: int
    end: int
    value: Decimal
    upper: Decimal | None
    unit: str | None
    shown: bool
    """Whether what differs may be shown."""


def gold_figures(folders: Sequence[Path], corpus: Path) -> tuple[list[Text], list[GoldFigure]]:
    """The texts that labels of statistics stand in, and their figures, each place once; ranks are words."""
    texts: dict[str, Text] = {}
    figures: dict[tuple[str, int, int], GoldFigure] = {}
    find = folder_texts(corpus)
    for folder in folders:
        for path in gold_files(folder):
            for line in read_file(path):
                if isinstance(line, GoldLine) and line.label.record_type == "statistic":
                    _add(line, find(line.label.doc) or "", texts, figures, folder.name != SILENT)
    return list(texts.values()), list(figures.values())


def _add(
    line: GoldLine, text: str, texts: dict[str, Text], figures: dict[tuple[str, int, int], GoldFigure], shown: bool
) -> None:
    label = line.label
    place = locate(line, text)
    if not isinstance(place, tuple) or getattr(label, "measure", None) == "rank":
        return
    doc = last_part(label.doc)
    texts.setdefault(doc, Text(doc, text))
    value, upper, unit = (getattr(label, name) for name in ("value", "upper", "unit"))
    figures.setdefault(
        (doc, *place),
        GoldFigure(doc, *place, Decimal(str(value)), None if upper is None else Decimal(str(upper)), unit, shown),
    )


@dataclass(frozen=True, slots=True)
class GoldScore:
    """How many of the figures were found at their place, with the value, with value and unit, and with its span."""

    figures: int
    found: int
    value: int
    unit: int
    span: int
    wrong: tuple[tuple[GoldFigure, str], ...]


def score(
    figures: Sequence[GoldFigure], texts: Sequence[Text], found: Mapping[str, Sequence[Reading]], measures: bool
) -> GoldScore:
    """Hold readings against the gold figures; `measures` where the reader knows measure words (家, 人次)."""
    raw = {text.name: text.text for text in texts}
    counts = {"found": 0, "value": 0, "unit": 0, "span": 0}
    wrong: list[tuple[GoldFigure, str]] = []
    for figure in figures:
        there = [r for r in found[figure.doc] if r.start < figure.end and figure.start < r.end and r.value is not None]
        best = next((r for r in there if _value(figure, r)), there[0] if there else None)
        counts["found"] += best is not None
        if best is None or not _value(figure, best):
            wrong.append((figure, "not found" if best is None else f"value {best.value}"))
            continue
        counts["value"] += 1
        if not _unit(figure, best, measures):
            wrong.append((figure, f"unit {best.unit}"))
            continue
        counts["unit"] += 1
        if same_span(raw[figure.doc], (best.start, best.end), (figure.start, figure.end)):
            counts["span"] += 1
        else:
            wrong.append((figure, f"span {raw[figure.doc][best.start : best.end]!r}"))
    return GoldScore(len(figures), **counts, wrong=tuple(wrong))


def _value(figure: GoldFigure, reading: Reading) -> bool:
    """The value, but for its sign; 增长2倍 is a growth of 200 % and a figure of 2, 为去年的五成 0.5 times."""
    ends = [(figure.value, reading.value), (figure.upper, reading.upper)]
    ways: list[Callable[[Decimal], Decimal]] = [lambda v: v]
    if reading.unit == "x":
        ways += [lambda v: v * 100, lambda v: (v - 1) * 100]
    if reading.unit == "%" and figure.unit == "x":
        ways = [lambda v: v / 100]
    return any(all(_near(gold, read, way) for gold, read in ends) for way in ways)


def _near(gold: Decimal | None, read: Decimal | None, way: Callable[[Decimal], Decimal]) -> bool:
    if gold is None or read is None:
        return gold is read
    return abs(abs(way(read)) - abs(gold)) < Decimal("0.001")


def _unit(figure: GoldFigure, reading: Reading, measures: bool) -> bool:
    if figure.unit == reading.unit or {figure.unit, reading.unit} in ({"%", "x"}, {"CNY", None}):
        return True
    word = figure.unit is not None and not figure.unit.isascii()
    return not measures and word and reading.unit is None
