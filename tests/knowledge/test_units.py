"""The unit table: every row's example is read as that unit."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
import yaml

from extract.data import Label, Quantity
from extract.engine.numerals import Numerals
from extract.engine.quantities import QuantityGrammar, currencies, tails

KNOWLEDGE = Path(__file__).parents[2] / "src/extract/knowledge"


def table(name: str) -> Any:
    return yaml.load((KNOWLEDGE / name).read_bytes(), yaml.CSafeLoader)


UNITS, NUMERALS, BOUNDS, NAMED = (
    table(name) for name in ("units.yaml", "numerals.yaml", "bounds.yaml", "named_numbers.yaml")
)
GRAMMAR = QuantityGrammar.compile(
    Numerals.compile(NUMERALS, tails(UNITS, [*NUMERALS["small"], *NUMERALS["big"]]), currencies(UNITS)),
    UNITS,
    BOUNDS,
    NAMED,
)


def read(text: str) -> Quantity:
    [mention] = [m for m in GRAMMAR.find(text) if m.label is Label.QUANTITY]
    assert (mention.start, mention.end) == (0, len(text))
    assert isinstance(mention.normal, Quantity)
    return mention.normal


@pytest.mark.parametrize("row", UNITS["units"], ids=lambda row: row["example"])
def test_a_unit_s_example_is_read_as_that_unit(row: dict[str, Any]) -> None:
    quantity = read(row["example"])
    assert (quantity.unit, quantity.dimension.value) == (row["unit"], row["dimension"])
    if "value" in row:
        assert quantity.value == Decimal(row["value"])


@pytest.mark.parametrize(("word", "example"), UNITS["counts"].items())
def test_a_measure_word_s_example_is_read_as_itself(word: str, example: str) -> None:
    assert read(example).unit == word


def test_surfaces_are_unique() -> None:
    surfaces = [
        surface
        for row in UNITS["units"]
        if not (row.get("chinese_only") or row.get("parted"))
        for surface in row["surfaces"]
    ]
    surfaces += UNITS["counts"]
    twice = {surface for surface in surfaces if surfaces.count(surface) > 1}
    assert twice <= {"方", "两", "级", "片", "层"}, twice


@pytest.mark.parametrize("row", [*NAMED["named"], *NAMED["ordinal"]], ids=lambda row: row["example"])
def test_a_pattern_s_example_holds_no_quantity_at_its_figure(row: dict[str, Any]) -> None:
    labels = {mention.label for mention in GRAMMAR.find(row["example"])}
    assert labels & {Label.NAMED_NUMBER, Label.ORDINAL}


@pytest.mark.parametrize("row", [*BOUNDS["before"], *BOUNDS["after"]], ids=lambda row: row["example"])
def test_a_bound_word_s_example_has_that_bound(row: dict[str, Any]) -> None:
    assert read(row["example"]).bound.value == row["bound"]


def test_quantifiers_in_patterns_are_bounded() -> None:
    for row in [*NAMED["named"], *NAMED["ordinal"]]:
        outside = re.sub(r"\\.|\[[^\]]*\]", "", row["pattern"])
        assert not re.search(r"[*+]", outside), row["pattern"]
