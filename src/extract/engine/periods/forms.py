"""The forms of knowledge/times.yaml made into patterns: pieces filled in, words into alternations."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.engine.numerals import Numerals

FIXED = "fixed"
_NAME = re.compile(r"\(\?P<\w+>")
_SAME = re.compile(r"\(\?P=\w+\)")
_DEPTH = 6
"""How deep pieces may stand within pieces."""


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a time expression."""

    regex: re.Pattern[str]
    unless_after: tuple[str, ...]
    """What may not stand in front of it."""
    needs: re.Pattern[str] | None = None
    """A character of which it holds one, sought before the form is tried."""


@dataclass(frozen=True, slots=True)
class Forms:
    """The forms that may begin with the same thing."""

    rows: tuple[Form, ...]
    gate: re.Pattern[str]
    """All of them in one expression: where it does not match, none does. Most numbers of a text are no times."""

    @classmethod
    def of(cls, rows: Sequence[Form]) -> Forms:
        """Join the forms' patterns; the names of their groups are left out, for each may have but one place."""
        bare = (_SAME.sub(".{0,9}?", _NAME.sub("(?:", row.regex.pattern)) for row in rows)
        return cls(tuple(rows), re.compile("|".join(bare)))


def compile_forms(data: Mapping[str, Any], pieces: Mapping[str, str]) -> dict[str, Forms]:
    """The forms by what they may begin with."""
    forms: dict[str, list[Form]] = {}
    for row in data["forms"]:
        needs = re.compile(f"[{re.escape(row['needs'])}]") if "needs" in row else None
        form = Form(re.compile(fill(row["pattern"], pieces)), tuple(map(str, row.get("unless_after", ()))), needs)
        for kind in row["begins"]:
            forms.setdefault(kind, []).append(form)
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
