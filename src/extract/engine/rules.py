"""Declared rules at work: choosing them by their cues and matching them against a coded sentence."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

import ahocorasick_rs

from extract.engine import clauses
from extract.engine.coding import CLASSES, CLAUSE_MARKS, ITEM_MARK, Coded, plain
from extract.engine.declarations import Rule, RuleError
from extract.engine.patterns import OPEN, Pattern, WordClasses
from extract.engine.phrases import Phrases

THINGS = frozenset({"name", "title", "product", "honor"})
_ENDS = frozenset({"", *CLAUSE_MARKS, ITEM_MARK, "）"})
_COUNTS = CLASSES["COUNT"]
_QUOTES = "“”"
NAMED = CLASSES["NAME"] + CLASSES["PERSON"] + "“《"


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
                for hit in _hits(pattern, coded, rule.overlaps, self.phrases):
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
            phrase = (
                self.phrases.left(coded, start)
                if cuts is None
                else clauses.left(coded, start, cuts, rule.each.get(pattern.left, ()))
            )
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
        if not _holds(rule, slots, coded) or (not rule.mere and _mere_name(pattern, slots, coded)):
            return None
        if rule.alone and any(c.isalnum() or c in NAMED for c in coded.text[:start] + coded.text[end:]):
            return None
        if rule.closed and coded.text[end : end + 1] not in _ENDS:
            return None
        counts = coded.text[end - 1] in _COUNTS
        if (rule.bare or (rule.bare_count and counts)) and self.phrases.right(
            coded, _past_aside(coded, end)
        ) is not None:
            return None
        values = {
            name: self.classes[cls][coded.text[slice(*slots[name])]]
            for name, cls in pattern.classes.items()
            if cls in self.classes and name in slots
        }
        return Match(rule, start, end, slots, pattern.classes, values, core)


def _past_aside(coded: Coded, at: int) -> int:
    """Where a clause goes on behind a bracket at the symbol `at`: 57元|（含税）|，."""
    closing = coded.text.find("）", at) if coded.text[at : at + 1] == "（" else -1
    return at if closing < 0 or any(mark in coded.text[at:closing] for mark in CLAUSE_MARKS) else closing + 1


def _cuts_word(coded: Coded, start: int, end: int, closely: bool) -> bool:
    """Whether a slot `start:end` begins inside a noun; `closely`, behind a single character, whether it cuts a word."""
    begins = coded.words[start] != start
    if not closely:
        return begins and coded.tags[start].startswith("n")
    return begins or (end < len(coded.words) and coded.words[end] != end)


def _slot_cuts(pattern: Pattern, hit: re.Match[str], coded: Coded) -> bool:
    """Whether an open slot of a match begins inside a word: 比|重 is no comparison with 重, 居|民收入 no place."""
    open_slots = (hit.span(name) for name in pattern.regex.groupindex if pattern.classes[name] == OPEN)
    return any(_cuts_word(coded, a, b, a - 1 == hit.start()) for a, b in open_slots if a >= 0)


def _hits(pattern: Pattern, coded: Coded, overlaps: bool, phrases: Phrases) -> Iterator[re.Match[str]]:
    """The matches of a pattern that cut no word; one that may overlap begins right behind the last's start."""
    regex = pattern.regex
    hit = regex.search(coded.text)
    while hit:
        start, end = hit.span()
        inside = start < end and phrases.whole(coded, start)  # 平|均为: the match is 为
        inside = inside or (start < end and _slot_cuts(pattern, hit, coded))
        if not inside:
            yield hit
        hit = regex.search(coded.text, start + 1 if overlaps or inside or end == start else end)


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
            found = any(regex.search(side) for side in _sides(coded, start, end, kind, text))
            if found == kind.startswith("not"):
                return False
    return True


def _sides(coded: Coded, start: int, end: int, kind: str, text: str) -> Iterator[str]:
    """What a condition looks at: the slot's text, or the symbols of the sentence before it or after it.

    How a name ends is told before what it is called in quotation marks, too: 协作机器人|“凌云”.
    """
    if "before" in kind:
        yield coded.text[:start]
    elif "after" in kind:
        yield coded.text[end:]
    else:
        yield text
        head = coded.text.rfind(_QUOTES[0], start, end) if coded.text[end - 1] == _QUOTES[1] else -1
        if kind == "ends" and head > start:
            yield plain(coded.surface(start, head))
