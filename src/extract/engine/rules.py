"""Declared rules: loading them, choosing them by their cues, matching them, and settling who reads which figure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

import ahocorasick_rs

from extract.engine import clauses
from extract.engine.coding import CLASSES, ITEM_MARK, Coded, plain
from extract.engine.patterns import OPEN, Pattern, PatternError, WordClasses, compile_pattern, expand
from extract.engine.phrases import Phrases

THINGS = frozenset({"name", "title", "product", "honor"})
NAMED = CLASSES["NAME"] + CLASSES["PERSON"] + "“《"
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

ANCHORS = {
    "project": "name",
    "milestone": "product",
    "honor": "honor",
    "role": "person",
    "event": "name",
    "cooperation": "object",
    "policy": "title",
    "statistic": "metric",
}
"""Record type → the slot by which two readings are one."""


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


@dataclass(frozen=True, slots=True)
class Match:
    """One reading of one stretch of a sentence: slots as symbol spans."""

    rule: Rule
    start: int
    end: int
    slots: Mapping[str, tuple[int, int]]
    classes: Mapping[str, str]
    values: Mapping[str, str]
    """Slot → the value of the class word that filled it (way: 下降 → `-`)."""
    core: int
    """Clean characters that the closed part of the pattern covers."""

    @property
    def weight(self) -> tuple[int, int]:
        """How much of the sentence it covers: with its words, then with its slots."""
        return self.core, sum(end - start for start, end in self.slots.values())


@dataclass(frozen=True, slots=True)
class RuleSet:
    """All rules, found by their cues."""

    rules: tuple[Rule, ...]
    phrases: Phrases
    classes: WordClasses
    _cues: ahocorasick_rs.AhoCorasick
    _by_cue: tuple[tuple[int, ...], ...] = field(repr=False)

    @classmethod
    def compile(cls, rules: Sequence[Rule], phrases: Phrases, classes: WordClasses) -> RuleSet:
        """Index rules by cue. Raises `RuleError` where two rules share an id."""
        seen: set[str] = set()
        by_cue: dict[str, list[int]] = {}
        for i, rule in enumerate(rules):
            if rule.id in seen:
                raise RuleError(f"{rule.id}: two rules have this id")
            seen.add(rule.id)
            for cue in rule.cues:
                by_cue.setdefault(cue, []).append(i)
        index = ahocorasick_rs.AhoCorasick(list(by_cue))
        return cls(tuple(rules), phrases, classes, index, tuple(map(tuple, by_cue.values())))

    def candidates(self, text: str) -> list[Rule]:
        """The rules of which a cue stands in the text, in the order of loading."""
        hits = {self._by_cue[found[0]] for found in self._cues.find_matches_as_indexes(text, overlapping=True)}
        return [self.rules[i] for i in sorted({i for group in hits for i in group})]

    def speak(self, text: str) -> bool:
        """Whether a rule that needs no figure has a cue in the text."""
        return any(not all(pattern.needs for pattern in rule.patterns) for rule in self.candidates(text))

    def matches(self, coded: Coded) -> list[Match]:
        """Every reading of a coded sentence, in the order of rules and of text."""
        found: list[Match] = []
        symbols = set(coded.text)
        for rule in self.candidates(coded.text):
            for pattern in rule.patterns:
                if pattern.needs and symbols.isdisjoint(pattern.needs):
                    continue
                for hit in _hits(pattern.regex, coded.text, rule.overlaps):
                    match = self._match(rule, pattern, hit, coded)
                    if match:
                        found.append(match)
        return found

    def _match(self, rule: Rule, pattern: Pattern, hit: re.Match[str], coded: Coded) -> Match | None:
        if hit.end() == hit.start():
            return None
        slots = {name: hit.span(name) for name in pattern.regex.groupindex if hit.start(name) >= 0}
        start, end = hit.span()
        core = coded.ends[end - 1] - coded.starts[start]
        for name, (a, b) in list(slots.items()):
            if pattern.classes[name] in {OPEN, "ANY", "ITEM"}:
                core -= coded.ends[b - 1] - coded.starts[a]
        if pattern.left:
            cuts = rule.cuts.get(pattern.left)
            phrase = self.phrases.left(coded, start) if cuts is None else clauses.left(coded, start, cuts)
            if phrase:
                slots[pattern.left], start = phrase, phrase[0]
            elif not pattern.left_optional:
                return None
        if pattern.right:
            cuts = rule.cuts.get(pattern.right)
            phrase = self.phrases.right(coded, end) if cuts is None else clauses.right(coded, end, cuts)
            if phrase:
                slots[pattern.right], end = phrase, phrase[1]
            elif not pattern.right_optional:
                return None
        if not _holds(rule, slots, coded) or _mere_name(pattern, slots, coded):
            return None
        if rule.alone and any(c.isalnum() or c in NAMED for c in coded.text[:start] + coded.text[end:]):
            return None
        if rule.bare and self.phrases.right(coded, end) is not None:
            return None
        values = {
            name: self.classes[cls][coded.text[slice(*slots[name])]]
            for name, cls in pattern.classes.items()
            if cls in self.classes and name in slots
        }
        return Match(rule, start, end, slots, pattern.classes, values, core)


def _hits(regex: re.Pattern[str], text: str, overlaps: bool) -> Iterator[re.Match[str]]:
    """The matches of a pattern; where they may overlap, the next is sought right behind the start of the last."""
    if not overlaps:
        yield from regex.finditer(text)
        return
    hit = regex.search(text)
    while hit:
        yield hit
        hit = regex.search(text, hit.start() + 1)


def _mere_name(pattern: Pattern, slots: Mapping[str, tuple[int, int]], coded: Coded) -> bool:
    """Whether a phrase that should name a thing is nothing but a body or a place: 全国总工会|启动."""
    for name, (start, end) in slots.items():
        if name in THINGS and pattern.classes.get(name) == OPEN and end == start + 1:
            if coded.text[start] in CLASSES["NAME"]:
                return True
    return False


def _holds(rule: Rule, slots: Mapping[str, tuple[int, int]], coded: Coded) -> bool:
    """Whether the rule's conditions hold: `where` searches the slot's text, `named` and `several` its symbols."""
    if rule.named and rule.named in slots and not any(c in NAMED for c in coded.text[slice(*slots[rule.named])]):
        return False
    if (
        rule.several
        and rule.several in slots
        and not any(coded.text[i] == ITEM_MARK or coded.tags[i] in {"c", "p"} for i in range(*slots[rule.several]))
    ):
        return False
    for slot, conditions in rule.where.items():
        if slot not in slots:
            continue
        start, end = slots[slot]
        text = plain(coded.surface(start, end))
        for kind, regex in conditions.items():
            found = regex.search(coded.text[end:]) if kind.endswith("after") else regex.search(text)
            if bool(found) == kind.startswith("not"):
                return False
    return True


_CONDITIONS = {
    "ends": "(?:{})$",
    "not_ends": "(?:{})$",
    "starts": "^(?:{})",
    "not_starts": "^(?:{})",
    "has": "(?:{})",
    "not_has": "(?:{})",
    "after": "^(?:{})",
    "not_after": "^(?:{})",
    "not_like": "{}",
}
"""Kind of a condition → its regular expression, with the words as alternatives (`not_like`: with the row as it is)."""


def load_rule(row: Mapping[str, Any], record_type: str, classes: WordClasses, named: Mapping[str, str]) -> Rule:
    """One rule from its row of a rule file.

    Raises `RuleError` where a field is unknown or missing, the pattern cannot be compiled, a cue is not in it, or
    there are not at least two examples and one counter-example that holds a cue.
    """
    name = str(row.get("id", "?"))
    unknown = set(row) - FIELDS
    if unknown:
        raise RuleError(f"{name}: unknown field {', '.join(sorted(unknown))}")
    missing = [f for f in ("id", "says", "cue", "when", "gives", "examples", "not") if not row.get(f) and f != "gives"]
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
    """Cues with each {word class} replaced by its words and each <MENTION CLASS> by its symbols."""
    out: list[str] = []
    for cue in cues:
        if cue.startswith("{"):
            if cue[1:-1] not in classes:
                raise RuleError(f"{name}: no word class is called {cue[1:-1]!r}")
            out.extend(classes[cue[1:-1]])
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


def settle(matches: Sequence[Match], coded: Coded, figures: frozenset[str]) -> list[Match]:
    """The matches that stand: each figure is read once, by the reading that covers most of the sentence.

    `figures` are the symbols that count as figures. A match without a figure stands unless a heavier match of its
    record type shares one of its symbols in the core slot.
    """
    taken: set[int] = set()
    kept: list[Match] = []

    def order(m: Match) -> tuple[bool, int, int, str, int]:
        return not _names(m, coded, figures), -m.weight[0], -m.weight[1], m.rule.id, m.start

    for match in sorted(matches, key=order):
        used = {i for start, end in match.slots.values() for i in range(start, end) if coded.text[i] in figures}
        if used & taken or any(_same(match, other) for other in kept):
            continue
        taken |= used
        kept.append(match)
    return sorted(kept, key=lambda m: (m.start, m.end))


def _names(match: Match, coded: Coded, figures: frozenset[str]) -> bool:
    """Whether a figure belongs to the name that a match reads (8万吨精深加工项目): no statistic takes it."""
    if match.rule.record_type not in {"project", "milestone"}:
        return False
    return any(coded.text[i] in figures for i in range(*match.slots.get(ANCHORS[match.rule.record_type], (0, 0))))


def _same(match: Match, other: Match) -> bool:
    """Two readings of one stretch as one type of record, neither of them a figure's."""
    if match.rule.record_type != other.rule.record_type or "quantity" in match.slots:
        return False
    anchor = ANCHORS[match.rule.record_type]
    a, b = match.slots.get(anchor, (match.start, match.end)), other.slots.get(anchor, (other.start, other.end))
    return a[0] < b[1] and b[0] < a[1]


def items(coded: Coded, start: int, end: int, joins: frozenset[str]) -> list[tuple[int, int]]:
    """The items of a coordination in the symbols `start:end`, cut at item marks and at words that join.

    Marks inside brackets and quotes do not cut: 产品（技术、服务）、企业 are two.
    """
    out: list[tuple[int, int]] = []
    depth, at, i = 0, start, start
    while i < end:
        char = coded.text[i]
        depth += 1 if char in "（“《" else -1 if char in "）”》" else 0
        word = i
        stop = i + 1
        while stop < end and coded.words[stop] == coded.words[word]:
            stop += 1
        surface = coded.text[i:stop] if coded.words[i] == i else char
        if depth == 0 and (char == ITEM_MARK or surface in joins):
            out.append((at, i))
            at = i = i + (1 if char == ITEM_MARK else len(surface))
            continue
        i += 1
    out.append((at, end))
    return [(a, b) for a, b in out if a < b]
