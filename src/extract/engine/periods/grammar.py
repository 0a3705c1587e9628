"""The grammar of times: where a text says when. Finding is done here, resolving in `resolve`."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from ahocorasick_rs import AhoCorasick, MatchKind

from extract.data import Period
from extract.engine.numerals import Numerals
from extract.engine.periods.expression import Reference, TimeExpression
from extract.engine.periods.forms import FIXED, NUMBER, Forms, compile_forms, fill, pieces_of, starting_words
from extract.engine.periods.resolve import Resolver
from extract.engine.periods.telling import Telling

_NUMBERS = (NUMBER,)
_ITEM_NUMBER = re.compile(r"[0-9]{1,2}\.")
"""6.7月工业…: the point ends an item's number."""
_CALENDAR = frozenset(
    {"year", "short", "roc_short", "year_word", "month", "month_word", "day", "day_word", "edge", "reign", "holiday"}
)
_CONTAINERS = frozenset(
    {"year", "short", "year_word", "month", "month_word", "quarter", "quarter_word", "stretch", "days_off"}
)
_CLOSED = frozenset({"day", "edge", "third", "tail", "same", "season", "clock", "half"})
"""What leaves nothing to count off."""
_RANGED = frozenset({"year_to", "month_to", "day_to"})
_OPEN = frozenset(
    {
        "tail",
        "year_to",
        "month_to",
        "day_to",
        "month_list",
        "day_list",
        "quarter_list",
        "academic",
        "same",
        "last",
        "next",
        "ago",
        "plan",
        "century",
    }
)


@dataclass(frozen=True, slots=True)
class TimeGrammar:
    """Finds and resolves time expressions; pure, built once from knowledge/times.yaml."""

    forms: Mapping[str, Forms]
    """By what they may begin with."""
    words: AhoCorasick
    kinds: tuple[tuple[str, ...], ...]
    """What each word of the automaton is, by index."""
    surfaces: tuple[str, ...]
    fixed: Mapping[str, str]
    number: re.Pattern[str]
    connector: re.Pattern[str]
    part: re.Pattern[str]
    """What counts off a part of the period before it: 第二周, 最后一天."""
    range_end: str
    """What may close such a range: 至5月29日止."""
    since_word: str
    since_tail: str
    from_words: tuple[str, ...]
    """Words that belong to a range that they open: 从2016年到2018年."""
    unless_after: Mapping[str, tuple[str, ...]]
    unless_before: Mapping[str, tuple[str, ...]]
    since_before: tuple[str, ...]
    since_after: re.Pattern[str]
    since_close: re.Pattern[str]
    """Without 自 the tail stands close behind: 2006年实施以来."""
    resolver: Resolver
    telling: Telling

    @classmethod
    def compile(cls, numerals: Numerals, data: Mapping[str, Any]) -> TimeGrammar:
        """Build the grammar from the parsed table; raises KeyError or re.error on a malformed one."""
        fixed = {word: kind for kind, words in data["words"].items() for word in words}
        starts = starting_words(data, fixed)
        surfaces = tuple(sorted(starts))
        pieces = pieces_of(numerals, data)
        resolver = Resolver.compile(numerals, data)
        return cls(
            forms=compile_forms(data, pieces),
            words=AhoCorasick(list(surfaces), matchkind=MatchKind.LeftmostLongest),
            kinds=tuple(tuple(starts[surface]) for surface in surfaces),
            surfaces=surfaces,
            fixed=fixed,
            number=re.compile(fill(data["number"], pieces)),
            connector=re.compile(fill(data["connector"], pieces)),
            part=re.compile(fill(data["part"], pieces)),
            range_end=data["range_end"],
            since_word=data["since"]["word"],
            since_tail=data["since"]["tail"],
            from_words=tuple(data["from_words"]),
            unless_after={word: tuple(map(str, texts)) for word, texts in data["unless_after"].items()},
            unless_before={word: tuple(map(str, texts)) for word, texts in data["unless_before"].items()},
            since_before=tuple(data["since"]["before"]),
            since_after=re.compile(data["since"]["after"]),
            since_close=re.compile(data["since"]["close"]),
            resolver=resolver,
            telling=Telling.compile(data, resolver),
        )

    def find(self, text: str) -> list[TimeExpression]:
        """The time expressions of a text, in order and disjoint."""
        found: list[TimeExpression] = []
        at = 0
        for start, end, kinds, word in self._triggers(text):
            if start < at:
                continue
            expression = self._fixed(text, start, end, word) if FIXED in kinds else None
            longest = self._longest(text, start, kinds)
            if longest is not None and (expression is None or longest.end > expression.end):
                expression = longest
            if expression is not None:
                found.append(self._since(text, expression))
                at = expression.end
        return found

    def _since(self, text: str, expression: TimeExpression) -> TimeExpression:
        """自2月全面推开以来 and 2006年实施以来: the tail stands behind what happened then."""
        if "tail" in expression.fields:
            return expression
        if expression.last is not None or not expression.fields.keys() & _CALENDAR:
            return expression
        if text.endswith(self.since_word, 0, expression.start):
            fields = {**expression.fields, "tail": self.since_tail}
            return replace(expression, start=expression.start - len(self.since_word), fields=fields)
        named = text.endswith(self.since_before, 0, expression.start)
        found = (self.since_after if named else self.since_close).match(text, expression.end)
        return replace(expression, fields={**expression.fields, "tail": found["tail"]}) if found else expression

    def resolve(self, expression: TimeExpression, reference: Reference) -> Period:
        """The calendar period of an expression; both ends are null where nothing is known."""
        return self.resolver.resolve(expression, reference)

    def years(self, expression: TimeExpression) -> list[int]:
        """The years that an expression names in digits."""
        return self.resolver.years(expression)

    def _triggers(self, text: str) -> Iterator[tuple[int, int, tuple[str, ...], str]]:
        """Places where an expression may begin, in order: numbers before a unit of time, and the tables' words."""
        words = iter([(start, end, index) for index, start, end in self.words.find_matches_as_indexes(text)])
        word = next(words, None)
        for found in self.number.finditer(text):
            while word is not None and word < found.span():
                yield word[0], word[1], self.kinds[word[2]], self.surfaces[word[2]]
                word = next(words, None)
            yield found.start(), found.end(), _NUMBERS, ""
        while word is not None:
            yield word[0], word[1], self.kinds[word[2]], self.surfaces[word[2]]
            word = next(words, None)

    def _fixed(self, text: str, start: int, end: int, word: str) -> TimeExpression | None:
        if not self._allowed(text, start, end, word):
            return None
        return TimeExpression(start, end, {self.fixed[word]: word})

    def _allowed(self, text: str, start: int, end: int, word: str) -> bool:
        after, before = self.unless_after.get(word), self.unless_before.get(word)
        if after and text.endswith(after, max(0, start - 8), start):
            return False
        return not (before and text.startswith(before, end))

    def _longest(self, text: str, start: int, kinds: Sequence[str]) -> TimeExpression | None:
        found = self._match(text, start, kinds)
        if found is None:
            return None
        fields = _fields(found)
        part = (
            self.part.match(text, found.end()) if fields.keys() & _CONTAINERS and not fields.keys() & _CLOSED else None
        )
        if part is not None and part.end() > found.end():
            return TimeExpression(start, part.end(), {**fields, **_fields(part)})
        begun = self.resolver.tail_kind(fields) == "from"
        if fields.keys() & _CALENDAR and not fields.keys() & (_OPEN - {"tail"} if begun else _OPEN):
            joined = self.connector.match(text, found.end())
            second = self._second(text, joined.end()) if joined is not None else None
            if second is not None:
                fields.pop("tail", None)
                return self._opened(text, TimeExpression(start, second.end(), fields, _fields(second)))
        return self._opened(text, TimeExpression(start, found.end(), fields))

    def _opened(self, text: str, expression: TimeExpression) -> TimeExpression:
        """A range, or a time that begins something, with the word that opens it: 从2016年到2018年, 自5月1日起."""
        ranged = expression.last is not None or bool(expression.fields.keys() & _RANGED)
        if not ranged and self.resolver.tail_kind(expression.fields) not in {"from", "since"}:
            return expression
        for word in self.from_words:
            if text.endswith(word, 0, expression.start):
                end = expression.end + len(self.range_end) * (
                    ranged and text.startswith(self.range_end, expression.end)
                )
                return replace(expression, start=expression.start - len(word), end=end)
        return expression

    def _second(self, text: str, start: int) -> re.Match[str] | None:
        """The second point of a range: 2024年10月至2025年3月, 去年12月至今年2月."""
        found = self._match(text, start, (NUMBER,)) if self.number.match(text, start) else None
        if found is None:
            found = self._match(text, start, ("year", "edge", "day_word", "month_word", "holiday"))
        if found is None:
            return None
        keys = {key for key, value in found.groupdict().items() if value}
        return found if keys & _CALENDAR and not keys & (_OPEN - {"tail"}) else None

    def _match(self, text: str, start: int, kinds: Sequence[str]) -> re.Match[str] | None:
        best: re.Match[str] | None = None
        for kind in kinds:
            forms = self.forms.get(kind)
            if forms is None:
                continue
            for form in forms.near(text, start):
                found = form.regex.match(text, start)
                if found is None or (best is not None and found.end() <= best.end()) or found.end() == start:
                    continue
                if form.unless_after and text.endswith(form.unless_after, max(0, start - 4), start):
                    if not _ITEM_NUMBER.fullmatch(text, 0, start):
                        continue
                if self._worded(text, found):
                    best = found
        return best

    def _worded(self, text: str, found: re.Match[str]) -> bool:
        """Whether the expression's words stand free: 上年, but not 以上年龄."""
        groups = found.groupdict()
        if not self.resolver.consecutive(groups):
            return False
        for name in ("year_word", "day_word", "month_word", "holiday"):
            word = groups.get(name)
            if word is None:
                continue
            if not self._allowed(text, found.start(name), found.end(name), word):
                return False
            if name == "holiday" and not self.resolver.holiday_stands(word, groups):
                return False
        return True


def _fields(found: re.Match[str]) -> dict[str, str]:
    return {name: text for name, text in found.groupdict().items() if text is not None}
