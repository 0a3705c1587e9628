"""What a rule file declares: its fields, a rule, and the checks by which one row becomes a rule."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.engine import clauses
from extract.engine.coding import CLASSES
from extract.engine.patterns import Pattern, PatternError, WordClasses, compile_pattern, expand

FIELDS = frozenset(
    {
        "id",
        "says",
        "cue",
        "when",
        "where",
        "named",
        "several",
        "bare",
        "bare_count",
        "closed",
        "mere",
        "gives",
        "cuts",
        "each",
        "overlaps",
        "alone",
        "examples",
        "not",
        "todo",
    }
)


class RuleError(ValueError):
    """A rule that does not load; the message names the rule and says what is missing."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One declared reading. `when` holds alternatives; `gives` one row of codes for each record it makes."""

    id: str
    record_type: str
    says: str
    cues: tuple[str, ...]
    patterns: tuple[Pattern, ...]
    gives: tuple[Mapping[str, Any], ...]
    where: Mapping[str, Mapping[str, re.Pattern[str]]]
    named: str | None = None
    """A slot that must hold a name or a quotation, not only common nouns."""
    several: str | None = None
    """A slot that must hold more than one item."""
    bare: bool = False
    """True where no noun phrase may follow: 项目240项 but not 项目|60个数字化车间."""
    bare_count: bool = False
    """The same where the figure is a count: 总数达60个, but not 划分为16个|网格."""
    closed: bool = False
    """True where the reading must end its clause: ，首次突破20万吨，."""
    mere: bool = False
    """True where a name may be a body and nothing else: 某某联盟|成立."""
    cuts: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Open slots that reach across their clause, and the words that cut them there (engine.clauses)."""
    each: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """A slot of which every item is a record of its own, and the heads that its items may share."""
    alone: bool = False
    """True where the reading must be all that its sentence says: a caption."""
    overlaps: bool = False
    """True where a reading may begin inside another of the same pattern: 甲研制的A、乙建造的B交付."""
    examples: tuple[Mapping[str, Any], ...] = ()
    counterexamples: tuple[str, ...] = ()
    todo: tuple[Mapping[str, Any], ...] = ()


_CONDITIONS = {
    "ends": "(?:{})[0-9A-Za-z-]*(?:（[^（）]*）)?$",
    "not_ends": "(?:{})$",
    "starts": "^(?:{})",
    "not_starts": "^(?:{})",
    "has": "(?:{})",
    "not_has": "(?:{})",
    "after": "^(?:{})",
    "not_after": "^(?:{})",
    "after_like": "^(?:{})",
    "like": "(?:{})",
    "not_before": "(?:{})$",
    "before_like": "(?:{})$",
    "not_like": "{}",
}
"""Kind of a condition → its expression, with the words as alternatives (`…like`: with the row as it is).

A type's number and an aside in brackets change nothing about how a name ends: 机器人TZ-210, 技术转化中心（滨海）.
"""


def load_rule(row: Mapping[str, Any], record_type: str, classes: WordClasses, named: Mapping[str, str]) -> Rule:
    """One rule from its row of a rule file.

    Raises `RuleError` where a field is unknown or missing, the pattern cannot be compiled, a cue is not in it, or
    there are not at least two examples and one counter-example that holds a cue.
    """
    name = str(row.get("id", "?"))
    unknown = set(row) - FIELDS
    if unknown:
        raise RuleError(f"{name}: unknown field {', '.join(sorted(unknown))}")
    missing = [f for f in ("id", "says", "cue", "when", "examples", "not") if not row.get(f)]
    if missing:
        raise RuleError(f"{name}: {', '.join(missing)} is missing")
    cues = _expand(row["cue"], classes, name)
    _check_examples(name, row, cues)
    try:
        patterns = tuple(compile_pattern(expand(p, named), classes) for p in _listed(row["when"]))
        where = {
            slot: {kind: _condition(kind, _expand(_listed(words), classes, name)) for kind, words in conditions.items()}
            for slot, conditions in (row.get("where") or {}).items()
        }
    except (PatternError, KeyError) as error:
        raise RuleError(f"{name}: {error}") from None
    return Rule(
        id=name,
        record_type=record_type,
        says=str(row["says"]),
        cues=cues,
        patterns=patterns,
        gives=tuple(_listed(row.get("gives") or {})),
        where=where,
        named=row.get("named"),
        several=row.get("several"),
        bare=bool(row.get("bare")),
        bare_count=bool(row.get("bare_count")),
        closed=bool(row.get("closed")),
        mere=bool(row.get("mere")),
        cuts={s: frozenset(_expand(_listed(words), classes, name)) for s, words in (row.get("cuts") or {}).items()},
        each={s: tuple(_expand(_listed(words), classes, name)) for s, words in (row.get("each") or {}).items()},
        overlaps=bool(row.get("overlaps")),
        alone=bool(row.get("alone")),
        examples=tuple(row["examples"]),
        counterexamples=tuple(row["not"]),
        todo=tuple(row.get("todo") or ()),
    )


def _condition(kind: str, words: Sequence[str]) -> re.Pattern[str]:
    raw = kind.endswith("like")
    return re.compile(_CONDITIONS[kind].format("|".join(words if raw else map(re.escape, words))))


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _expand(cues: Sequence[str], classes: WordClasses, name: str) -> tuple[str, ...]:
    """Cues with each {word class} replaced by its words and each <MENTION CLASS> by its symbols.

    What stands behind the class goes behind each of its words: {stage}、 (某隧道贯通、某水厂投产).
    """
    out: list[str] = []
    for cue in cues:
        if cue.startswith("{"):
            called, _, tail = cue[1:].partition("}")
            if called not in classes:
                raise RuleError(f"{name}: no word class is called {called!r}")
            out.extend(word + tail for word in classes[called])
        elif cue.startswith("<") and cue != clauses.YEARS:
            if cue[1:-1] not in CLASSES:
                raise RuleError(f"{name}: no mention class is called {cue[1:-1]!r}")
            out.extend(CLASSES[cue[1:-1]])
        else:
            out.append(cue)
    return tuple(dict.fromkeys(out))


def _check_examples(name: str, row: Mapping[str, Any], cues: Sequence[str]) -> None:
    if len(row["examples"]) < 2:
        raise RuleError(f"{name}: a rule needs two examples, it has {len(row['examples'])}")
    words = [cue for cue in cues if cue > "\uf8ff" or cue < "\ue000"]
    if len(words) == len(cues) and not any(cue in text for text in row["not"] for cue in words):
        raise RuleError(f"{name}: no counter-example holds a cue")
