"""Whether gold labels are well-formed: each problem with its file and line."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from pathlib import Path

from extract.data import Bound, Quantity
from extract.evaluation.gold import GoldLine, Label, Problem, gold_files, read_file
from extract.evaluation.resolve import Page, resolve
from extract.evaluation.texts import find_text

ReadQuantity = Callable[[str], Quantity | None]
"""The value of a figure's text, or None where it is none."""

_ISO_4217 = 3


def check_gold(path: Path, texts: Path, read_quantity: ReadQuantity | None = None) -> list[Problem]:
    """All that is wrong with the labels of a file or folder, by file and line.

    Codes: `malformed`, `unknown_field`, `bad_value`; `no_text`, `quote_not_found`, `quote_not_unique`,
    `anchor_not_found`, `anchor_not_unique`, `wrong_offset`; `duplicate`, `duplicate_id`, `unknown_total`; with
    `read_quantity` also `value_contradicts_anchor` (a statistic 14家 that says 41).
    """
    problems: list[Problem] = []
    for file in gold_files(path):
        lines: list[GoldLine] = []
        for entry in read_file(file):
            if isinstance(entry, Problem):
                problems.append(entry)
            else:
                lines.append(entry)
        problems.extend(_check_file(lines, texts, read_quantity))
    return sorted(problems, key=lambda problem: (problem.file, problem.line, problem.code))


def _check_file(lines: Sequence[GoldLine], texts: Path, read_quantity: ReadQuantity | None) -> list[Problem]:
    problems: list[Problem] = []
    pages: dict[str, Page | None] = {}
    for line in lines:
        doc = line.label.doc
        if doc not in pages:
            text = find_text(doc, [texts])
            pages[doc] = Page(text) if text is not None else None
            if text is None:
                problems.append(Problem(line.file, line.line, "no_text", f"no text of this name: {doc}"))
    problems.extend(resolve([line for line in lines if pages[line.label.doc]], pages)[1])
    problems.extend(_duplicates(lines))
    if read_quantity is not None:
        for line in lines:
            if fault := contradiction(line.label, read_quantity):
                problems.append(Problem(line.file, line.line, "value_contradicts_anchor", fault))
    return problems


def _duplicates(lines: Sequence[GoldLine]) -> list[Problem]:
    seen: dict[str, int] = {}
    problems = []
    for line in lines:
        key = line.label.model_dump_json(exclude={"id", "optional", "start", "end"})
        if key in seen:
            problems.append(Problem(line.file, line.line, "duplicate", f"says the same as line {seen[key]}"))
        seen.setdefault(key, line.line)
    return problems


def contradiction(label: Label, read_quantity: ReadQuantity) -> str | None:
    """What a statistic says against its own anchor, or None.

    Signs are left aside (下降 stands outside the anchor), so are ranks and multiples said as growth (增长2倍 is 200 %),
    a currency that the anchor does not name, and a unit that stands outside the anchor.
    """
    if label.record_type != "statistic" or getattr(label, "measure") == "rank":  # noqa: B009 – the models are made
        return None
    read = read_quantity(label.anchor)
    given = {name: getattr(label, name) for name in ("value", "upper", "unit", "bound", "measure")}
    if read is None or (given["measure"] == "growth" and read.unit != "%"):
        return None
    if not math.isclose(abs(given["value"]), abs(float(read.value)), rel_tol=1e-5):
        return f"{label.anchor} is read as {read.value}, not {given['value']}"
    if read.bound is Bound.RANGE and given["upper"] is not None:
        if not math.isclose(abs(given["upper"]), abs(float(read.upper or 0)), rel_tol=1e-5):
            return f"{label.anchor} is read up to {read.upper}, not {given['upper']}"
    if read.bound != given["bound"]:
        return f"{label.anchor} is read with bound {read.bound}, not {given['bound']}"
    if not _units_agree(read.unit, given["unit"]):
        return f"{label.anchor} is read with unit {read.unit}, not {given['unit']}"
    return None


def _units_agree(read: str | None, given: str | None) -> bool:
    if read is None or read == given:
        return True
    # 元 is the place's currency: HKD in Hong Kong
    return given is not None and all(len(u) == _ISO_4217 and u.isascii() and u.isupper() for u in (read, given))
