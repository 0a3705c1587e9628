"""Figures that count nothing: ordinals, figures in names, and numerals inside ordinary words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.data import Bound, Dimension, Label, Mention, Quantity
from extract.engine.numerals import Numerals


@dataclass(frozen=True, slots=True)
class _Pattern:
    regex: re.Pattern[str]
    label: Label
    bound: Bound
    quoted: bool
    needs: tuple[str, ...]
    """Strings of which the text must hold one."""
    gate: str | None
    """A pattern that the text must match somewhere, shared by several."""


@dataclass(frozen=True, slots=True)
class NameFinder:
    """Everything of knowledge/named_numbers.yaml, compiled."""

    numerals: Numerals
    patterns: tuple[_Pattern, ...]
    needs: AhoCorasick
    needed_by: tuple[frozenset[int], ...]
    """By index of the automaton's word: the patterns that look for it."""
    always: frozenset[int]
    """The patterns that look for no word."""
    gates: Mapping[str, re.Pattern[str]]
    any_figure: re.Pattern[str]
    words: AhoCorasick
    is_name: tuple[bool, ...]
    """By index of the automaton's word: a name (十四五) rather than an ordinary word (统一)."""
    lengths: tuple[int, ...]
    quoted_unless: tuple[str, ...]
    digits: frozenset[str]
    """Every character of a numeral, Arabic digits included."""
    words_unless: Mapping[str, Mapping[str, str]]
    joint: frozenset[str]
    """Characters that, next to a word's numeral, show that it goes on: 二十一|定 …"""

    @classmethod
    def compile(cls, numerals: Numerals, data: Mapping[str, Any], words: Sequence[str] = ()) -> NameFinder:
        """Build the finder; `words` are further ordinary words with numerals (idioms, place names)."""
        plain = {word for line in [*data["words"], *words] for word in line.split() if len(word) > 1}
        names = {name for line in data["names"] for name in line.split()}
        vocabulary = sorted(plain | names)
        signs = _placeholders(numerals, data)
        patterns = [
            _pattern(row, label, signs)
            for group, label in (("named", Label.NAMED_NUMBER), ("ordinal", Label.ORDINAL))
            for row in data[group]
        ]
        digits = frozenset(numerals.characters) | frozenset("0123456789")
        needed = sorted({need for pattern in patterns for need in pattern.needs})
        return cls(
            numerals=numerals,
            patterns=tuple(patterns),
            needs=AhoCorasick(needed),
            needed_by=tuple(frozenset(i for i, p in enumerate(patterns) if need in p.needs) for need in needed),
            always=frozenset(i for i, pattern in enumerate(patterns) if not pattern.needs),
            gates={name: _compose(pattern, signs) for name, pattern in data["gates"].items()},
            any_figure=_compose(data["any"], signs),
            words=AhoCorasick(vocabulary, matchkind=MatchKind.LeftmostLongest),
            is_name=tuple(word in names for word in vocabulary),
            lengths=tuple(len(word) for word in vocabulary),
            quoted_unless=tuple(data["quoted_unless"]),
            digits=digits,
            words_unless=data["words_unless"],
            joint=frozenset(numerals.everyday) | frozenset("0123456789") | frozenset(data["ordinal_prefix"]),
        )

    def find(self, text: str) -> list[tuple[int, int, Mention | None]]:
        """Spans in text order, disjoint; without a mention where an ordinary word is protected."""
        if self.any_figure.search(text) is None:
            return []
        spans = [*self._words(text), *self._matches(text)]
        spans.sort(key=lambda span: (span[0], -span[1], span[2] is None))
        return list(_disjoint(spans))

    def _words(self, text: str) -> Iterator[tuple[int, int, Mention | None]]:
        for index, start, end in self.words.find_matches_as_indexes(text):
            if self._continues(text, start, end):
                continue
            yield start, end, Mention(start, end, Label.NAMED_NUMBER) if self.is_name[index] else None

    def _continues(self, text: str, start: int, end: int) -> bool:
        """Whether the word is cut out of a longer numeral: 一定 in 二十一定, 之一 in 三分之一."""
        if start and text[start] in self.digits and text[start - 1] in self.joint:
            return True
        follows = text[end : end + 1]
        if follows in self.digits and text[end - 1] in self.digits:
            # 初二两天 and 千兆5G: 两 begins a count, and so do Arabic digits behind Chinese ones
            fresh = follows in self.numerals.leading_only or (follows.isdigit() and not text[end - 1].isdigit())
            return not (fresh and follows not in self.numerals.zero)
        if end < len(text) and text[end - 1] in self.numerals.points and text[end] in self.numerals.digits:
            return True  # 一点 in 一点六
        unless = self.words_unless.get(text[start:end])
        if unless is None:
            return False
        before, after = unless.get("before"), unless.get("after")
        return bool(before and text.startswith(before, end)) or bool(after and text.endswith(after, 0, start))

    def _matches(self, text: str) -> Iterator[tuple[int, int, Mention | None]]:
        shut = {name for name, gate in self.gates.items() if gate.search(text) is None}
        hits = {found[0] for found in self.needs.find_matches_as_indexes(text, overlapping=True)}
        for index in sorted(self.always.union(*(self.needed_by[hit] for hit in hits))):
            pattern = self.patterns[index]
            if pattern.gate in shut:
                continue
            for found in pattern.regex.finditer(text):
                start, end = found.span()
                if start == end or (pattern.quoted and any(word in found.group() for word in self.quoted_unless)):
                    continue
                yield start, end, Mention(start, end, pattern.label, self._rank(found, pattern))

    def _rank(self, found: re.Match[str], pattern: _Pattern) -> Quantity | None:
        groups = found.groupdict()
        written = groups.get("n") or groups.get("n2")
        if pattern.label is not Label.ORDINAL or not written:
            return None
        value = self.numerals.parse(written)
        return None if value is None else Quantity(Decimal(value), None, pattern.bound, Dimension.NUMBER)


def _pattern(row: Mapping[str, Any], label: Label, signs: Mapping[str, str]) -> _Pattern:
    return _Pattern(
        regex=_compose(row["pattern"], signs),
        label=label,
        bound=Bound(row.get("bound", "exact")),
        quoted=row.get("quoted", False),
        needs=tuple(row.get("needs", ())),
        gate=row.get("gate"),
    )


def _disjoint(
    spans: Sequence[tuple[int, int, Mention | None]],
) -> Iterator[tuple[int, int, Mention | None]]:
    """The leftmost, then longest of overlapping spans."""
    at = 0
    for span in spans:
        if span[0] >= at:
            yield span
            at = span[1]


def _placeholders(numerals: Numerals, data: Mapping[str, Any]) -> dict[str, str]:
    simple = "".join(char for char in numerals.digits if char not in numerals.formal)
    units = "".join(char for char in [*numerals.small, *numerals.big] if char not in data["no_numeral"])
    return {
        "{d}": f"[{simple}]",
        "{nd}": simple,
        "{nc}": simple + units,
        "{n}": f"[{simple + units}]{{1,8}}",
        "{a}": "[0-9]{1,9}",
        "{h}": r"[\u4e00-\u9fff]",
        "{h0}": r"\u4e00-\u9fff",
        "[{hx}]": rf"(?![{simple + units}])[\u4e00-\u9fff]",
        "{nx}": "".join(char for char in simple if char not in numerals.zero),
        "{measure}": "|".join(
            re.escape(word) + (f"(?![{stop}])" if stop else "")
            for word, stop in sorted(data["ordinal_measures"].items(), key=lambda row: -len(row[0]))
        ),
    }


def _compose(pattern: str, signs: Mapping[str, str]) -> re.Pattern[str]:
    for sign, text in signs.items():
        pattern = pattern.replace(sign, text)
    return re.compile(pattern)
