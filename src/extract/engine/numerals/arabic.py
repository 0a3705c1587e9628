"""Numbers in Arabic digits: 1,234,567.8."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import TYPE_CHECKING

from extract.engine.numerals.numeral import Numeral

if TYPE_CHECKING:
    from extract.engine.numerals.system import Numerals

ARABIC = re.compile(
    r"(?:[0-9]{1,3}(?:[,，][0-9]{3}){1,7}(?=\.[0-9])|[0-9]{1,3}(?:,[0-9]{3}){1,7}(?![0-9])|[0-9]{1,32})"
    r"(?:\.[0-9]{1,16}(?!\.?[0-9]))?|\.[0-9]{1,16}(?!\.?[0-9])"
)
"""1,234,567.8; a full-width comma parts thousands only before a decimal point, elsewhere it parts clauses."""
_WIDE = "，"
_THOUSANDS = re.compile("[0-9]{1,3}(?:，[0-9]{3}){1,7}(?![0-9，])")
"""超过4，565: behind a bound word no clause ends after a digit."""
_LATIN = re.compile("[0-9A-Za-z/]")


def plain(system: Numerals, text: str, start: int, limit: int, sure: bool) -> Numeral | None:
    """The common cases, 460, 5.1 and 1.2万亿; None where the general reading must decide."""
    found = ARABIC.match(text, start, limit)
    if found is None:
        return None
    at = found.end()
    follows = text[at : at + 1]
    if not follows:
        return Numeral(start, at, value_of(found.group()), arabic=True)
    if follows in system.after_chinese and system.counts_money.match(text, at + 1):
        return None  # 23.5兆元, but 500兆 of data
    if follows in system.continuing:
        scaled = _scaled(system, text, found, limit)
        if scaled is not None:
            return scaled
        if system.chain.match(text, at, limit) or (follows in system.more and follows not in system.more_after_round):
            return None
        if follows == " " and system.chain.match(text, at + 1, limit):
            return None
        if follows in system.points and text[at + 1 : at + 2] in system.counting:
            return None
        times = system.latin.get(follows) or (system.latin_alone.get(follows) if sure else None)
        if times is not None and not _LATIN.match(text, at + 1):
            return Numeral(start, at + 1, value_of(found.group()) * times, arabic=True)
    if follows == _WIDE and text[start - 1 : start] in system.before_thousands:
        found = _THOUSANDS.match(text, start, limit) or found
    return Numeral(start, found.end(), value_of(found.group()), arabic=True)


def _scaled(system: Numerals, text: str, found: re.Match[str], limit: int) -> Numeral | None:
    """460亿 and 1.2万亿, where nothing behind them may still belong to the number."""
    start, at = found.span()
    for word, unit in system.scales:
        end = at + len(word)
        if end > limit or not text.startswith(word, at) or text[end : end + 1] in system.carrying:
            continue
        guard = system.guards.get(word[-1])
        if guard is not None and guard.match(text, end):
            return None
        return Numeral(start, end, value_of(found.group()) * unit, scale=unit, arabic=True, units=True)
    return None


def value_of(text: str) -> Decimal:
    """The number of a stretch that `ARABIC` matched."""
    return Decimal(text if text.isdecimal() else text.replace(",", "").replace("，", ""))
