"""What the suites on numbers, shares, money and measures expect, in our own convention, and what is set aside."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from decimal import Decimal, InvalidOperation

from benchmarks.figures.readings import Reading
from benchmarks.figures.spans import same_span
from benchmarks.figures.suites import Case, Expected
from benchmarks.figures.units import UNITS
from benchmarks.figures.verdicts import Aside, Want, Wanted

LOWER = frozenset({"over", "at_least"})
UPPER = frozenset({"under", "at_most"})
TOLERANCE = Decimal("0.00005")
"""Shares are rounded to four places: 三分之一 is 33.3333 %."""

CONVERTED = "unit conversion"
POINTS = "百分点 read as %"
STRICT = "refusals of a strict parser: in running text a reader finds what there is"
POWERS = "powers and exponents: 2^-1 and 21.2E0 are formulas, no figures of the press"
MARKS = "a quotation mark as foot or inch: the press quotes with it"
CASE = "unit signs in the wrong case: 10PM is a clock time, 3µM a concentration"
SPOKEN = "ellipses of Cantonese speech: 個九 and 五個半 of money, 米九 of height, 二份一 and 十分一 of a share"
CENTS = "分 without context: points or cents"
NO_NUMBER = "a currency without a number"
IN_DATE = "the numbers inside a date or a clock time: they lie in its TIME"
PART_OF_RANGE = "a range read as its last end: 20% in 5-20%; a share in words, 百分之二三十, read as none"
MISTAKEN = "wrong by its own words: 20万次以上 as 20000, 码 as a speed"
IN_NAME = "a numeral in a place's name, 五 in 五台山, or a version's digits: named numbers"

_DIMENSIONS = {"percent": {"PERCENT"}, "currency": {"MONEY"}, "extractor": {"MONEY"}, "dimension": {"PHYSICAL", "RATE"}}
"""What a suite on one kind must not find where it expects nothing; on numbers: bare numbers and counts."""

_INTERVAL = re.compile(r"([\[(])(-?[0-9.]*),(-?[0-9.]*)([\])])")
_MARK = re.compile("[0-9][\"']")
_POWER = re.compile(r"\^|[0-9][eE]-?[0-9]")
_SHARE = re.compile("分 *之|分[一二三四五六七八九]|份[一二三四五六七八九]|[0-9０-９][/／][0-9０-９]")
_MIXED = re.compile("又|[0-9] [0-9]+[/／]")
_MONEY = re.compile("[元圆圓块塊毛角分蚊币幣镑磅盾铢]|卢布")
_TIME = re.compile("[0-9０-９][年月日点點]")
_VAGUE = re.compile("[几幾]")
_SHARE_IN_WORDS = re.compile("分之[0-9一二三四五六七八九十]")
_SPOKEN = re.compile("^.?[個个][半一二三四五六七八九]$|^米[一二三四五六七八九]|份一|(?<!之)十分一$")


def wanted(case: Case) -> Wanted:
    """What a case of a suite on numbers asks for, or the class by which it is set aside."""
    reason = _aside(case)
    if reason:
        return Aside(reason)
    if not case.expected:
        kind = case.suite.rpartition("_")[2]
        return [Want(0, len(case.text), _nothing(_DIMENSIONS.get(kind, {"NUMBER", "COUNT"})))]
    wants = []
    for expected in case.expected:
        want = _want(case, expected)
        if isinstance(want, Aside):
            return want
        wants.append(want)
    return wants


def _aside(case: Case) -> str:
    text = case.text
    if case.row.get("mode") == "whole_string" and not case.expected:
        return STRICT
    if "百分点" in text.replace(" ", "") or "百分點" in text.replace(" ", ""):
        return POINTS
    if any(_POWER.search(expected.text) for expected in case.expected):
        return POWERS
    if _MARK.search(text):
        return MARKS
    if case.suite == "recognizers_number" and _TIME.search(text):
        return IN_DATE
    if not case.expected and _SHARE_IN_WORDS.search(text):
        return PART_OF_RANGE
    if _SPOKEN.search(text):
        return SPOKEN
    return next((reason for expected in case.expected if (reason := _misread(text, expected))), "")


def _misread(text: str, expected: Expected) -> str:
    """What an expectation gets wrong by the words of its own text."""
    if re.search("[0-9][-~～][0-9.]+%$", text[: expected.end]) and not re.search("[-~～]", expected.text):
        return PART_OF_RANGE
    if (found := re.match("([0-9.]+)万", expected.text)) and _contradicts(Decimal(found[1]) * 10000, expected):
        return MISTAKEN
    if expected.text.endswith("码") and str(expected.row.get("unit")).endswith("时"):
        return MISTAKEN
    named = len(expected.text) == 1 and re.match("[一二三四五六七八九十].?[山川江河湖]", text[expected.start :])
    return IN_NAME if named or re.search("[0-9]+(?:[.][0-9]+){2,}", text) else ""


def _contradicts(number: Decimal, expected: Expected) -> bool:
    """Whether a value, or both ends of an interval, are others than the number that its digits write."""
    found = _INTERVAL.fullmatch(str(expected.row.get("value")))
    return found is not None and all(Decimal(end) != number for end in (found[2], found[3]) if end)


def _want(case: Case, expected: Expected) -> Want | Aside:
    value, unit = expected.row.get("value"), expected.row.get("unit")
    value = expected.row.get("origin_value", value)
    unit = expected.row.get("origin_unit", unit)
    if unit == "Cent":
        return (
            Aside(CENTS)
            if case.text.endswith("分") and not re.search("[角毛毫]", case.text)
            else _cents(case, expected)
        )
    if unit in ("皮米",) or re.fullmatch("[0-9.]+(DM|MM|µM|PM)", case.text):
        return Aside(CASE)
    if _converted(case, unit):
        return Aside(CONVERTED)
    if case.suite == "recognizers_currency" and value is None:
        return Aside(NO_NUMBER)
    if isinstance(value, str) and (found := _INTERVAL.fullmatch(value)):
        return _interval(case, expected, found[2], found[3], None)
    if expected.row.get("type") in ("interval_above", "interval_under"):
        under = expected.row["type"] == "interval_under"
        ends = ("", str(value)) if under else (str(value), "")
        return _interval(case, expected, *ends, unit)
    if isinstance(value, list):
        low, high = (Decimal(str(number)) for number in value)
        if re.search("[多余]", expected.text):
            return _interval(case, expected, str(low), "", unit)
        return _interval(case, expected, str(low), str(high), unit)
    return Want(expected.start, expected.end, _single(case, expected, value, unit))


def _converted(case: Case, unit: object) -> bool:
    """斤 as grams, 打 and 双 as so many pieces."""
    if unit == "Gram" and not re.search("[0-9.两一二三四五六七八九十][克gｇ]", case.text):
        return True
    return (
        unit is None
        and case.suite.startswith(("duckling_n", "recognizers_n"))
        and ("打" in case.text or case.text in ("五雙", "五双"))
    )


def _cents(case: Case, expected: Expected) -> Want:
    value = Decimal(str(expected.row["value"])) / 100
    return Want(expected.start, expected.end, _single(case, expected, value, "Dollar"))


def _single(case: Case, expected: Expected, value: object, unit: object) -> Callable[[Sequence[Reading]], str]:
    number, share = _number(case, expected, value)
    codes = _codes(case, expected, unit)

    def test(found: Sequence[Reading]) -> str:
        figures = [reading for reading in found if reading.value is not None]
        if not figures:
            return "not read as a figure"
        if len(figures) > 1:
            return "read as several figures"
        reading = figures[0]
        if not same_span(case.text, (reading.start, reading.end), (expected.start, expected.end)):
            return f"span {case.text[reading.start : reading.end]!r}"
        if number is not None and not _equal(case, reading, number):
            return f"value {reading.value:f}"
        if share and reading.unit != "%":
            return f"unit {reading.unit}"
        return f"unit {reading.unit}" if codes and reading.unit not in codes else ""

    return test


def _number(case: Case, expected: Expected, value: object) -> tuple[Decimal | None, bool]:
    """The number in our convention, and whether it is a share: 3/5 is 60 %, but 一又二分之一 is 1.5."""
    if value is None:
        return None, False
    text = str(value)
    percent = text.endswith("%")
    try:
        number = Decimal(text.removesuffix("%"))
    except InvalidOperation:
        return None, False
    if percent:
        return number, True
    share = case.suite.endswith("fraction") or (
        case.suite.endswith(("number", "numeral")) and bool(_SHARE.search(expected.text))
    )
    if share and not _MIXED.search(expected.text):
        return number * 100, True
    return number, False


def _equal(case: Case, reading: Reading, number: Decimal) -> bool:
    assert reading.value is not None
    if _VAGUE.search(case.text[reading.start : reading.end]) and reading.upper is not None:
        # 十几 is 11 to 19 here, and from 10 up there
        return reading.value > number and reading.upper - number == 9 * (reading.value - number)
    near = Decimal("0.005") if case.suite.startswith("jionlp") else TOLERANCE
    if reading.unit != "%" and not case.suite.startswith("jionlp") and abs(number) < 1:
        near = abs(number) * Decimal("1e-9")
    return abs(reading.value - number) <= max(near, abs(number) * Decimal("1e-12"))


def _codes(case: Case, expected: Expected, unit: object) -> frozenset[str]:
    """The codes that count as the unit; none where the text names no unit (JioNLP takes any number for money)."""
    code = expected.row.get("isoCurrency")
    if code:
        return frozenset({str(code)})
    if unit == "Dollar":
        return frozenset({"CNY", "HKD"})
    if unit is None or (case.suite.startswith("jionlp") and not _MONEY.search(expected.text)):
        return frozenset()
    return frozenset({UNITS.get(str(unit), str(unit))})


def _interval(case: Case, expected: Expected, low: str, high: str, unit: object) -> Want:
    """An interval as one range, or as two bounded figures (大于10小于20); an open end is a bound."""
    first, last = (Decimal(end) if end else None for end in (low, high))
    codes = _codes(case, expected, unit)

    def test(found: Sequence[Reading]) -> str:
        figures = [reading for reading in found if reading.value is not None]
        if not figures:
            return "not read as a figure"
        wrong = [reading.unit for reading in figures if codes and reading.unit not in codes]
        if wrong:
            return f"unit {wrong[0]}"
        start, end = figures[0].start, figures[-1].end
        if not same_span(case.text, (start, end), (expected.start, expected.end)):
            return f"span {case.text[start:end]!r}"
        return "" if _within(case, figures, first, last) else f"interval {_shown(figures)}"

    return Want(expected.start, expected.end, test)


def _within(case: Case, figures: Sequence[Reading], first: Decimal | None, last: Decimal | None) -> bool:
    if len(figures) == 1:
        reading = figures[0]
        if first is not None and last is not None:
            if first == last:
                return reading.upper is None and _equal_share(reading, first)
            return reading.bound == "range" and _equal_share(reading, first) and reading.upper == _scaled(reading, last)
        end = first if first is not None else last
        assert end is not None
        if first is not None and _VAGUE.search(case.text[reading.start : reading.end]):
            return _equal(case, reading, end)
        return reading.bound in (LOWER if first is not None else UPPER) and _equal_share(reading, end)
    if first is not None and last is not None and len(figures) == 2 and _two(case, figures):
        return _equal_share(figures[0], first) and _equal_share(figures[1], last)
    below = [reading for reading in figures if reading.bound in LOWER]
    above = [reading for reading in figures if reading.bound in UPPER]
    if first is None or last is None or len(figures) != 2 or len(below) != 1 or len(above) != 1:
        return False
    return _equal_share(below[0], first) and _equal_share(above[0], last)


def _two(case: Case, figures: Sequence[Reading]) -> bool:
    """从8500到3万港元 are two figures in our convention."""
    between = case.text[figures[0].end : figures[1].start]
    return case.text[: figures[0].start].endswith(("从", "由")) and between in ("到", "至")


def _scaled(reading: Reading, number: Decimal) -> Decimal:
    return number * 100 if reading.unit == "%" and abs(number) < 1 else number


def _equal_share(reading: Reading, number: Decimal) -> bool:
    return reading.value is not None and abs(reading.value - _scaled(reading, number)) <= TOLERANCE


def _shown(figures: Sequence[Reading]) -> str:
    return " ".join(f"{r.bound} {r.value:f}" + (f"..{r.upper:f}" if r.upper is not None else "") for r in figures)


def _nothing(dimensions: set[str]) -> Callable[[Sequence[Reading]], str]:
    def test(found: Sequence[Reading]) -> str:
        wrong = [reading for reading in found if reading.dimension in dimensions and reading.label == "QUANTITY"]
        return f"read {wrong[0].value:f} where nothing is" if wrong else ""

    return test
