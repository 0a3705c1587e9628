from __future__ import annotations

from decimal import Decimal

import pytest

from extract.data import Bound, Dimension, Label, Mention, Quantity
from extract.engine.quantities.ratios import read_ratios


def bare(text: str, *figures: str) -> list[Mention]:
    out, at = [], 0
    for figure in figures:
        start = text.index(figure, at)
        at = start + len(figure)
        out.append(Mention(start, at, Label.QUANTITY, Quantity(Decimal(figure), None, Bound.EXACT, Dimension.NUMBER)))
    return out


def units(mentions: list[Mention]) -> list[str | None]:
    return [m.normal.unit for m in mentions if isinstance(m.normal, Quantity)]


@pytest.mark.parametrize("text", ["为6.2∶45.3∶48.5", "为6.2:45.3：48.5", "为6.2 : 45.3 : 48.5"])
def test_what_sums_to_a_hundred_is_shares(text: str) -> None:
    assert units(read_ratios(text, bare(text, "6.2", "45.3", "48.5"))) == ["%", "%", "%"]


def test_rounding_may_miss_a_hundred() -> None:
    text = "为6.3∶45.3∶48.5"
    assert units(read_ratios(text, bare(text, "6.3", "45.3", "48.5"))) == ["%", "%", "%"]


@pytest.mark.parametrize(("text", "figures"), [("比为3:2", ("3", "2")), ("为1:2:3", ("1", "2", "3"))])
def test_other_ratios_stay_numbers(text: str, figures: tuple[str, ...]) -> None:
    given = bare(text, *figures)
    assert read_ratios(text, given) == given


def test_a_list_is_no_ratio() -> None:
    text = "6.2、45.3、48.5"
    given = bare(text, "6.2", "45.3", "48.5")
    assert read_ratios(text, given) == given
