"""The forms of knowledge/times.yaml made into patterns: pieces filled in, words into alternations."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.engine.numerals import Numerals

FIXED = "fixed"
NUMBER = "number"
_WINDOW = 20
"""Within so many characters a form holds what it needs."""
_DEPTH = 6
"""How deep pieces may stand within pieces."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a time expression."""

    regex: re.Pattern[str]
    unless_after: tuple[str, ...]
    """What may not stand in front of it."""
    needs: str = ""
    """Characters of which it holds one among its first `_WINDOW`."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms that may begin with the same thing, found by the signs that stand near."""

    rows: tuple[Form, ...]
    free: int
    """The forms without such signs, as bits."""
    signs: Mapping[str, int]
    """By character, the forms that need it, as bits."""

    @classmethod
    def of(cls, rows: Sequence[Form]) -> Forms:
        """Index the forms by what they need."""
        free, signs = 0, dict[str, int]()
        for index, row in enumerate(rows):
            free |= 0 if row.needs else 1 << index
            for sign in row.needs:
                signs[sign] = signs.get(sign, 0) | 1 << index
        return cls(tuple(rows), free, signs)

    def near(self, text: str, start: int) -> Iterator[Form]:
        """The forms that may stand at a place, in order: most are out of the question by a look at what follows."""
        left = self.free
        for char in self.signs.keys() & text[start : start + _WINDOW]:
            left |= self.signs[char]
        while left:
            lowest = left & -left
            yield self.rows[lowest.bit_length() - 1]
            left ^= lowest


def compile_forms(data: Mapping[str, Any], pieces: Mapping[str, str]) -> dict[str, Forms]:
    """The forms by what they may begin with."""
    forms: dict[str, list[Form]] = {}
    for row in data["forms"]:
        after = tuple(map(str, row.get("unless_after", ())))
        form = Form(re.compile(fill(row["pattern"], pieces)), after, row.get("needs", ""))
        numbered = replace(form, needs=row.get("number_needs", form.needs))
        for kind in row["begins"]:
            forms.setdefault(kind, []).append(numbered if kind == NUMBER else form)
    return {kind: Forms.of(rows) for kind, rows in forms.items()}


def starting_words(data: Mapping[str, Any], fixed: Mapping[str, str]) -> dict[str, list[str]]:
    """Each word with which an expression may begin, with what it is; a longer word is also what its front is."""
    starts: dict[str, list[str]] = {}
    tables = {
        "year": [*data["year_words"], *data["reigns"]], "month_word": data["month_words"],
        "day_word": data["day_words"],
        "week": data["week_words"], "quarter_word": data["quarter_words"],
        "half": data["halves"], "holiday": data["holidays"], "plan": data["plans"],
        "clock": data["day_parts"], "edge": [word for word in data["edges"] if len(word) > 1], FIXED: fixed,
    }  # fmt: skip
    for kind, words in [*tables.items(), *data["starts"].items()]:
        for word in words:
            starts.setdefault(word, []).append(kind)
    for word, kinds in starts.items():
        for shorter in range(1, len(word)):
            for kind in starts.get(word[:shorter], ()):
                if kind not in kinds and kind != FIXED:
                    kinds.append(kind)
    return starts


def pieces_of(numerals: Numerals, data: Mapping[str, Any]) -> dict[str, str]:
    """What stands for each name in braces."""
    simple = "".join(char for char in numerals.digits if char not in numerals.formal)
    pieces = {
        "{cn}": simple + "".join([*numerals.small, *numerals.big]),
        "{year_words}": _alternation(data["year_words"]),
        "{reigns}": _alternation(data["reigns"]),
        "{trailing_spans}": _alternation(data["trailing_spans"]),
        "{month_words}": _alternation(data["month_words"]),
        "{day_words}": _alternation(data["day_words"]),
        "{quarter_words}": _alternation(data["quarter_words"]),
        "{week_words}": _alternation(data["week_words"]),
        "{day_parts}": f"(?:{_alternation(data['day_parts'])})",
        "{holidays}": _alternation(data["holidays"]),
        "{stretches}": _alternation(data["stretches"]),
        "{holiday_words}": _alternation(data["holiday_words"]),
        "{plans}": _alternation(data["plans"]),
        "{phases}": _alternation(data["phases"]),
        "{plan_edges}": _alternation(data["plan_edges"]),
        "{run_words}": _alternation(data["runs"]),
        "{year_pairs}": _alternation(data["year_pairs"]),
        "{told_words}": _alternation(data["told"]),
        "{holiday_ways}": _alternation(data["holiday_ways"]),
        "{season_years}": _alternation(data["season_years"]),
        "{half_spans}": _alternation(data["half_spans"]),
        "{half_words}": _alternation(data["half_words"]),
        "{half_months}": _alternation(data["half_months"]),
        "{offset_ways}": _guarded(data["offset_ways"], data["offset_unless_before"]),
        "{tails}": _guarded(data["tails"], data["tails_unless_before"]),
    }
    for name, pattern in data["pieces"].items():
        pieces["{" + name + "}"] = pattern
    return pieces


def _alternation(words: Mapping[str, Any] | Sequence[str]) -> str:
    return "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))


def _guarded(words: Mapping[str, Any], unless: Mapping[str, Sequence[Any]]) -> str:
    parts = []
    for word in sorted(words, key=len, reverse=True):
        texts = [re.escape(str(text)) for text in unless.get(word, ())]
        parts.append(re.escape(word) + (f"(?!{'|'.join(texts)})" if texts else ""))
    return "|".join(parts)


def fill(pattern: str, pieces: Mapping[str, str]) -> str:
    """Put pieces for their names, also within pieces; a name that is none is a quantifier."""
    for _ in range(_DEPTH):
        filled = re.sub(r"\{[a-z_]\w*\}", lambda found: pieces[found.group()], pattern)
        if filled == pattern:
            break
        pattern = filled
    return pattern
