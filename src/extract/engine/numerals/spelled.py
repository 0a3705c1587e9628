"""Rows of Chinese digits: 二〇二四 and 一七二〇点五, and two neighbours that make a range, 七八."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from extract.data import Bound
from extract.engine.numerals.numeral import Numeral

if TYPE_CHECKING:
    from extract.engine.numerals.system import Numerals

_PAIR = 2
"""Digits that may stand for a range: 七八."""


def spelled(system: Numerals, text: str, start: int, limit: int, sure: bool) -> Numeral | None:
    """The row of digits at `start`; None for a single one, and before 十 百 千."""
    found = system.run.match(text, start, limit) if text[start] in system.digits else None
    if found is None:
        return None
    digits, run = system.digits, found.group()
    cut = next((at for at in range(1, len(run)) if run[at] in system.leading_only), len(run))
    run, end = run[:cut], start + cut  # 八两 is eight of 两
    follows = text[end : end + 1]
    if len(run) == 1 or (follows and follows in system.small):
        return None
    if run[0] in system.formal and not sure and not system.formal.issuperset(run):
        return None  # 大陆三四线: 陆 is no digit here
    value = Decimal("".join(str(digits[char]) for char in run))
    places = _places(system, text, end, limit)
    if places is not None:
        value += Decimal("0." + places)
        end += 1 + len(places)
    scale = system.big.get(text[end : end + 1])
    if scale is not None:  # 七二九点二|亿, 一五〇|万, but 二三|万 is a pair, 三千二三|万 no row
        by_place = places is not None or not (len(run) == _PAIR and is_pair(system, run))
        return Numeral(start, end + 1, value * scale, scale=scale, units=True) if by_place else None
    if places is not None:
        return Numeral(start, end, value, decimal=True)
    if len(run) == _PAIR and is_pair(system, run):
        return Numeral(start, end, digits[run[0]], digits[run[1]], Bound.RANGE, pair=True)
    return Numeral(start, end, value, spelled=True)


def is_pair(system: Numerals, run: str) -> bool:
    """Whether two digits follow one another: 七八, 三五."""
    first, second = system.digits[run[0]], system.digits[run[1]]
    return (second == first + 1 and first > 0) or run in system.pairs


def _places(system: Numerals, text: str, at: int, limit: int) -> str | None:
    """The decimals of 一七二〇点五, in Arabic digits."""
    if text[at : at + 1] not in system.points:
        return None
    found = system.run.match(text, at + 1, limit)
    return "".join(str(system.digits[char]) for char in found.group()) if found else None
