"""The grammar of figures as the pipeline has it, for tests."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import yaml

from extract.data import Label, Quantity
from extract.engine.numerals import Numerals
from extract.engine.quantities import QuantityGrammar, currencies, tails

KNOWLEDGE = Path(__file__).parents[2] / "src/extract/knowledge"


def table(name: str) -> Any:
    return yaml.load((KNOWLEDGE / name).read_bytes(), yaml.CSafeLoader)


NUMERAL_DATA, UNITS = table("numerals.yaml"), table("units.yaml")
NUMERALS = Numerals.compile(
    NUMERAL_DATA, tails(UNITS, [*NUMERAL_DATA["small"], *NUMERAL_DATA["big"]]), currencies(UNITS)
)
GRAMMAR = QuantityGrammar.compile(
    NUMERALS, UNITS, table("bounds.yaml"), table("named_numbers.yaml"), table("idioms.yaml")["words"]
)


def figures(text: str) -> list[tuple[str, str]]:
    """The quantities of a text, each as its surface and its shape: `3..5 % range`, `20 个 over`, `7 -`."""
    found = [m for m in GRAMMAR.find(text) if m.label is Label.QUANTITY]
    return [(text[m.start : m.end], shape(m.normal)) for m in found if isinstance(m.normal, Quantity)]


def shape(quantity: Quantity) -> str:
    """Value, upper end, unit and bound in one line; an exact bound goes without saying."""
    value = f"{quantity.value.normalize():f}"
    if quantity.upper is not None:
        value += f"..{quantity.upper.normalize():f}"
    bound = "" if quantity.bound.value == "exact" else f" {quantity.bound.value}"
    return f"{value} {quantity.unit or '-'}{bound}"


def labelled(text: str, label: Label) -> list[str]:
    """The surfaces of one label."""
    return [text[m.start : m.end] for m in GRAMMAR.find(text) if m.label is label]
