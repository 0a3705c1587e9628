"""Regular expressions as data: rows of a pattern with an example, and macros that they share.

A row is `{pattern, example}`, with `not` for a text that must not match. A row without an example, or whose
example does not match, does not load.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_MACRO = re.compile(r"<([A-Z]+)>")


class ExpressionError(ValueError):
    """A row that cannot be used: no example, an unknown macro, or an example that the pattern does not match."""


def expand(pattern: str, macros: Mapping[str, str]) -> str:
    """A pattern with its `<NAME>` macros written out (a macro may hold another one)."""
    while found := _MACRO.search(pattern):
        if found.group(1) not in macros:
            raise ExpressionError(f"unknown macro {found.group()} in {pattern}")
        pattern = pattern.replace(found.group(), f"(?:{macros[found.group(1)]})")
    return pattern


def compile_row(row: Mapping[str, Any], macros: Mapping[str, str], whole: bool = False) -> re.Pattern[str]:
    """The expression of one row, checked on its own example; `whole` anchors it at both ends."""
    source = expand(row["pattern"], macros)
    compiled = re.compile(rf"(?:{source})\Z" if whole else source)
    if "example" not in row:
        raise ExpressionError(f"no example for {row['pattern']}")
    test = compiled.match if whole else compiled.search
    if not test(row["example"]):
        raise ExpressionError(f"{row['pattern']} does not match its example {row['example']}")
    if "not" in row and test(row["not"]):
        raise ExpressionError(f"{row['pattern']} matches its counter-example {row['not']}")
    return compiled


def compile_rows(rows: Iterable[Mapping[str, Any]], macros: Mapping[str, str], whole: bool = False) -> re.Pattern[str]:
    """One expression for all `rows`, each checked on its own first. Rows here hold no named groups."""
    compiled = [compile_row(row, macros, whole) for row in rows]
    if len(compiled) == 1:
        return compiled[0]
    return re.compile("|".join(f"(?:{expression.pattern})" for expression in compiled) or r"(?!)")
