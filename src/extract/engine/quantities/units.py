"""The unit table: every surface a text may write a unit with, and the code that records hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Any

from extract.data import Bound, Dimension
from extract.engine.numerals import ONE, ZERO, Numeral

_CODE = 3
"""Letters of a currency's code, which stands in front of the number and behind it: USD 5, 100USD."""


@dataclass(frozen=True, slots=True)
class Unit:
    """One row of the table, as one of its surfaces: 角 is `CNY`, MONEY, factor 0.1."""

    code: str
    dimension: Dimension
    factor: Decimal = ONE
    add: Decimal = ZERO
    """Added to the number before the factor: 3个半小时."""
    bound: Bound = Bound.EXACT
    weak: bool = False
    arabic_only: bool = False
    chinese_only: bool = False
    big_only: bool = False
    plain_only: bool = False
    """Only after a number without 百 千 万 亿: a 7.2级 earthquake, not 2千亿级."""
    digit_only: bool = False
    tenths: bool = False
    """A digit may follow as tenths: 七成六."""
    digits: str = ""
    percent: bool = False
    """Two digits are the percentage itself: 八五折 and 85折 are 85 %, 八折 is 80 %."""
    parts: tuple[tuple[str, Decimal], ...] = ()
    """Smaller units that may follow with a number of their own: 3元5角."""
    tail: Decimal = ZERO
    """What a digit behind the unit counts: 0.1 for 三米九 and 九块九."""
    parted: bool = False
    """A unit only where parts or a tail follow: 九块九, but 九块地 counts pieces."""
    blockers: tuple[str, ...] = ()
    """What must not follow, unless the number is sure."""
    never: tuple[str, ...] = ()
    """What must not follow at all."""

    def accepts(self, numeral: Numeral, surface: str) -> bool:
        """Whether the unit can follow a number written like `surface`."""
        if self.arabic_only and not numeral.arabic:
            return False
        if (self.chinese_only and numeral.arabic) or (self.digits and surface not in self.digits):
            return False
        if (self.big_only and numeral.scale == ONE) or (self.plain_only and numeral.units):
            return False
        if self.digit_only and len(surface) > 1:
            return False
        return not self.weak or numeral.arabic or len(surface) > 1


@dataclass(frozen=True, slots=True)
class UnitMatch:
    """A unit found in a text, up to `end`."""

    unit: Unit
    end: int


@dataclass(frozen=True, slots=True)
class UnitTable:
    """All units by the first character of their surfaces, longest surface first."""

    by_first: Mapping[str, tuple[tuple[str, Unit], ...]]
    by_two: Mapping[str, tuple[tuple[str, Unit], ...]]
    """The same by the first two characters, where a surface has them: those surfaces, and the single ones."""
    by_one: Mapping[str, tuple[tuple[str, Unit], ...]]
    """The surfaces of a single character."""
    before: Mapping[str, str]
    """Surfaces in front of the number and their code: `$` is USD."""
    before_first: frozenset[str]
    before_last: frozenset[str]
    """The first and last characters of those surfaces."""
    per: tuple[tuple[str, str], ...]
    strokes: tuple[str, ...]
    brackets: tuple[str, ...]
    strong_digits: str
    """Single digits that even a weak unit follows: 两."""
    broken_through: frozenset[str] = frozenset()
    """Codes after which a bound word that is also a verb is the verb: 突破3项技术."""

    @classmethod
    def compile(cls, data: Mapping[str, Any], strong_digits: str = "") -> UnitTable:
        """Build the table from knowledge/units.yaml; raises KeyError or ValueError on a malformed row."""
        surfaces: dict[str, list[tuple[str, Unit]]] = {}
        before: dict[str, str] = {}
        for surface, unit in _rows(data):
            surfaces.setdefault(surface[0], []).append((surface, unit))
        for row in data["units"]:
            before.update(dict.fromkeys(row.get("before", ()), row["unit"]))
        by_first = {first: tuple(sorted(pairs, key=lambda pair: -len(pair[0]))) for first, pairs in surfaces.items()}
        return cls(
            by_first=by_first,
            by_two=_by_two(by_first),
            by_one=_singles(by_first),
            before=before,
            before_first=frozenset(surface[0] for surface in before),
            before_last=frozenset(surface[-1] for surface in before),
            per=tuple(sorted(data["per"].items(), key=lambda pair: -len(pair[0]))),
            strokes=tuple(data["per_stroke"]),
            brackets=tuple(data["brackets"]),
            strong_digits=strong_digits,
            broken_through=frozenset(data["broken_through"]),
        )

    @property
    def surfaces(self) -> tuple[str, ...]:
        """Every surface, longest first."""
        return tuple(sorted((s for pairs in self.by_first.values() for s, _ in pairs), key=len, reverse=True))

    def match(
        self, text: str, at: int, numeral: Numeral, *, parted: bool = False, weak: bool = False
    ) -> UnitMatch | None:
        """The longest unit at `at` that can follow the number; rates and 台（套） as one unit.

        `parted` lets in the units that need parts behind them, which only the caller can look for; `weak` those that
        make a word with a single digit (三角), where the caller knows that it is a number.
        """
        written = text[numeral.start : numeral.end]
        for surface, unit in self._beginning(text, at):
            end = at + len(surface)
            if not text.startswith(surface, at) or self._blocked(text, end, unit, numeral):
                continue
            if unit.parted and not parted:
                continue
            sure = unit.weak and (weak or written in self.strong_digits)
            if not unit.accepts(numeral, written) and not (sure and not unit.arabic_only):
                if not (parted and unit.weak and (unit.parts or unit.tail)):
                    continue
                unit = replace(unit, parted=True)  # 九角 may be part of a word, 九角九分 is money
            if surface[-1].isascii() and surface[-1].isalnum() and _latin(text[end : end + 1]):
                continue
            return self._extend(text, UnitMatch(unit, end))
        return None

    def _beginning(self, text: str, at: int) -> tuple[tuple[str, Unit], ...]:
        """The surfaces that may stand at a place, longest first."""
        two = text[at : at + 2]
        return self.by_two.get(two) or self.by_one.get(two[:1], ())

    @staticmethod
    def _blocked(text: str, end: int, unit: Unit, numeral: Numeral) -> bool:
        """Whether what follows makes the unit the first half of a word: 三部门, but 21家国家级."""
        if unit.never and text.startswith(unit.never, end):
            return True
        if not unit.blockers or not text.startswith(unit.blockers, end):
            return False
        sure = numeral.arabic or numeral.end - numeral.start > 1
        return unit.weak or unit.dimension not in (Dimension.COUNT, Dimension.MONEY) or not sure

    def _extend(self, text: str, found: UnitMatch) -> UnitMatch:
        after = text[found.end : found.end + 1]
        if not after:
            return found
        if after in self.strokes:
            return self._rate(text, found) or found
        if found.unit.dimension is Dimension.COUNT:
            for pair in self.brackets:
                if after == pair[0]:
                    return self._compound(text, found, pair) or found
        return found

    def _rate(self, text: str, found: UnitMatch) -> UnitMatch | None:
        at = found.end + 1
        for surface, code in self.per:
            if text.startswith(surface, at) and not _continues_latin(surface, text, at):
                return self._as_rate(found, code, at + len(surface))
        for surface, unit in self._beginning(text, at):
            if text.startswith(surface, at) and not _continues_latin(surface, text, at) and unit.factor == ONE:
                return self._as_rate(found, unit.code, at + len(surface))
        return None

    @staticmethod
    def _as_rate(found: UnitMatch, per: str, end: int) -> UnitMatch:
        return UnitMatch(replace(found.unit, code=f"{found.unit.code}/{per}", dimension=Dimension.RATE, parts=()), end)

    def _compound(self, text: str, found: UnitMatch, pair: str) -> UnitMatch | None:
        """50万台（套）: two measure words are one unit, named as the text has them in full-width brackets."""
        at = found.end + 1
        for surface, unit in self._beginning(text, at):
            end = at + len(surface)
            if unit.dimension is Dimension.COUNT and text.startswith(surface, at) and text[end : end + 1] == pair[1]:
                code = f"{found.unit.code}{self.brackets[0][0]}{unit.code}{self.brackets[0][1]}"
                return UnitMatch(replace(found.unit, code=code), end + 1)
        return None


def _singles(by_first: Mapping[str, tuple[tuple[str, Unit], ...]]) -> dict[str, tuple[tuple[str, Unit], ...]]:
    singles = {first: tuple(pair for pair in pairs if len(pair[0]) == 1) for first, pairs in by_first.items()}
    return {first: pairs for first, pairs in singles.items() if pairs}


def _by_two(by_first: Mapping[str, tuple[tuple[str, Unit], ...]]) -> dict[str, tuple[tuple[str, Unit], ...]]:
    singles, out = _singles(by_first), dict[str, tuple[tuple[str, Unit], ...]]()
    for first, pairs in by_first.items():
        for two in {surface[:2] for surface, _ in pairs if len(surface) > 1}:
            out[two] = tuple(pair for pair in pairs if pair[0][:2] == two) + singles.get(first, ())
    return out


def _rows(data: Mapping[str, Any]) -> Iterator[tuple[str, Unit]]:
    for row in data["units"]:
        unit = _unit(row)
        codes = [word for word in row.get("before", ()) if len(word) == _CODE and word.isascii() and word.isalpha()]
        for surface in [*row["surfaces"], *codes]:
            yield surface, unit
            yield from _variants(surface, unit, data)
            if unit.dimension is Dimension.MONEY and row.get("before") and not surface.startswith(data["money_word"]):
                yield data["money_word"] + surface, unit  # 5亿元人民币, 三万元欧元
    weak, blockers, never = set(data["weak_counts"]), data["counts_unless_before"], data["counts_never_before"]
    for word in data["counts"]:
        stops = (tuple(blockers.get(word, ())), tuple(never.get(word, ())))
        yield word, Unit(word, Dimension.COUNT, weak=word in weak, blockers=stops[0], never=stops[1])


def _unit(row: Mapping[str, Any]) -> Unit:
    return Unit(
        code=row["unit"],
        dimension=Dimension(row["dimension"]),
        factor=Decimal(str(row.get("factor", 1))),
        weak=row.get("weak", False),
        arabic_only=row.get("arabic_only", False),
        chinese_only=row.get("chinese_only", False),
        big_only=row.get("big_only", False),
        plain_only=row.get("plain_only", False),
        digit_only=row.get("digit_only", False),
        tenths=row.get("tenths", False),
        digits="".join(row.get("digits", ())),
        percent=row.get("percent", False),
        parts=tuple((word, Decimal(value)) for word, value in row.get("parts", {}).items()),
        tail=Decimal(str(row.get("tail", 0))),
        parted=row.get("parted", False),
        blockers=tuple(row.get("unless_before", ())),
        never=tuple(row.get("never_before", ())),
    )


def _variants(surface: str, unit: Unit, data: Mapping[str, Any]) -> Iterator[tuple[str, Unit]]:
    """个小时 also as 个半小时 (half more) and 个多小时 (over)."""
    classifier: str = data["half"]["classifier"]
    if unit.dimension is not Dimension.DURATION or not surface.startswith(classifier):
        return
    rest = surface[len(classifier) :]
    yield classifier + data["half"]["after"] + rest, replace(unit, add=Decimal("0.5"))
    for word in data["half"]["more"]:
        yield classifier + word + rest, replace(unit, bound=Bound.OVER)


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


def _continues_latin(surface: str, text: str, at: int) -> bool:
    return _latin(surface[-1]) and _latin(text[at + len(surface) : at + len(surface) + 1])


def tails(data: Mapping[str, Any], numerals: Sequence[str]) -> tuple[str, ...]:
    """The surfaces of a unit table that begin with one of the numerals: 千瓦, 百分点, 兆瓦."""
    surfaces = [surface for row in data["units"] for surface in row["surfaces"]]
    return tuple(surface for surface in surfaces if surface[0] in numerals)


def currencies(data: Mapping[str, Any]) -> tuple[str, ...]:
    """The words for money of a unit table, longest first: 元, 日元."""
    rows = [row for row in data["units"] if row["dimension"] == Dimension.MONEY and "factor" not in row]
    words = [word for row in rows for word in row["surfaces"] if not word.isascii()]
    return tuple(sorted((data["money_word"], *words), key=len, reverse=True))
