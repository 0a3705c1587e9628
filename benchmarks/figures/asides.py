"""The classes by which a case on time is set aside, each decided by its text and by the form of what it expects.

What our own reader makes of a case plays no part: a class holds those it reads as well as those it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

from benchmarks.figures.intervals import intervals
from benchmarks.figures.suites import Case, Expected

CLOCK = "clock times, and stretches of hours"
DURATION = "durations: 三十三年, 三年内"
WEEKDAY = "weekdays"
RECURRING = "recurrences"
FOREIGN = "foreign holidays"
UNRESOLVED = "no value given: XXXX-12-30, not resolved"
UNANCHORED = "neither a year in the text nor a day of reference"
OPEN = "everything before or after an offset, an open end: 半月以后"
STRETCH = "三天后 as all three days: in the press it is the third"
PRECEDING = "前两个月 as the two months before: in the press it is the first two of a year"
FROM_TOLD = "counted from a moment that a text would tell: 后三天, 之后十天, 第七年; suites begin it on different days"
COMING = "the next one to come where no year is named: records take the year of publication"
EDGE = "年底, 月底, 年初 as stretches of their own: records have the last day, the first month or day"
UNTIL = "截至2018年 as all that went before: in a record it is the day"
LUNAR = "lunar dates in lunar numbers: 八月初八 as 08-08, records convert them"
LUNAR_YEAR = "2023年除夕 as the end of the lunar year, in 2024: the press has it before the new year's day"
WEEK = "a week given as its Monday"
TWO_DIGITS = "15年 alone: a duration out of context"
EDITION = "the year of an edition or a document is part of a name: 2015年版, 2016 36号文"
SLASHED = "month and day with a slash: suites differ on their order"
DECIMAL = "a bare 2.12, 15.3.3 or 12-11-10: a decimal or a version"
VAGUE = "days given to what names none: 二十几年前, 3年多以来, 世纪初; nothing is guessed"

_N = "(?:[0-9]+|[一二三四五六七八九十两兩半]+)"
_UNIT = f"{_N}个?個? ?(?:天|日|周|週|星期|[礼禮]拜|月|年)"
_CLOCKS = frozenset(
    {"clock", "datetimeV2.time", "datetimeV2.timerange", "datetimeV2.datetime", "datetimeV2.datetimerange"}
)
_HOUR = re.compile(
    "小时|小時|分钟|分鐘|秒|[0-9一二三四五六七八九十两几][点點]|[:：][0-9]{2}|[0-9]时[0-9]|[0-9一二三四五六七八九十]分|"
    "[上下]午|早上|晚上|中午|半夜|夜里|凌晨|天半"
)
_WEEKDAY = re.compile("(?:[周週]|星期|[礼禮]拜)[一二三四五六日天末]")
_HOME = re.compile(
    "元旦|[阳农][历曆]新年|春[节節]|元宵|清明|[劳勞][动動]|五一|端午|七夕|中元|中秋|重[阳陽]|腊八|除夕|三十|小年|国庆|國慶"
    "|[妇婦]女|植[树樹]|青年节|青年節|[儿兒]童|建[党軍军]|教[师師]|母[亲親]|父[亲親]|消[费費]|回[归歸]|公祭|正月|[春夏秋冬]"
)
_ABROAD = re.compile(
    "感恩|[万萬][圣聖]|[复復]活|犹太|猶太|伊斯[兰蘭]|穆斯林|以色列|台[湾灣]|印度|[东東]正教|基督|耶[稣穌]"
)
_NATIONAL = re.compile("国庆|國慶")
_YEAR = re.compile("[0-9]{4}|[0-9零〇一二三四五六七八九]{2,4}年|[去今明前后後]年|年度|公元")
_BY_NUMBER = re.compile(f"{_UNIT}半?[之以]?[前后後]")
_LAST_DAYS = re.compile("大寒|除夕|三十|[腊臘]月")


def aside(case: Case, expected: Expected) -> str:
    """The name of the first class that an expectation belongs to, or nothing."""
    return next((name for name, holds in CLASSES.items() if holds(case, expected)), "")


def _clock(case: Case, expected: Expected) -> bool:
    grain = expected.row.get("grain")
    return expected.row["type"] in _CLOCKS or grain in _CLOCK_GRAINS or _HOUR.search(expected.text) is not None


def _foreign(case: Case, expected: Expected) -> bool:
    """A holiday that is none of China's; 国庆 on 10 October is another's."""
    if _NATIONAL.match(expected.text) and str(expected.row.get("value"))[5:10] == "10-10":
        return True
    holiday = expected.row.get("holiday")
    return _ABROAD.search(expected.text) is not None or (holiday is not None and not _HOME.search(expected.text))


def _unresolved(case: Case, expected: Expected) -> bool:
    values = expected.row.get("values")
    if "FutureResolution" in expected.row:
        return not intervals(expected)
    return "XXXX" in str(expected.row.get("value")) or (values is not None and not intervals(expected))


def _unanchored(case: Case, expected: Expected) -> bool:
    named = re.search("[0-9]{4}|[零〇一二三四五六七八九]{4}年", expected.text)
    return case.reference is None and expected.row.get("value") is not None and not named


def _open(case: Case, expected: Expected) -> bool:
    return "inf" in str(expected.row.get("value")) and any(None in ends for ends in intervals(expected))


def _stretch(case: Case, expected: Expected) -> bool:
    """Two days or months, where the words name the second."""
    value = expected.row.get("value")
    return isinstance(value, list) and expected.row.get("grain") is not None and _is(_BY_NUMBER)(case, expected)


def _coming(case: Case, expected: Expected) -> bool:
    given = intervals(expected)
    if case.reference is None or not given or _YEAR.search(expected.text):
        return False
    return all(first is not None and first.year == case.reference.year + 1 for first, _ in given)


def _edge(case: Case, expected: Expected) -> bool:
    if not re.search("[年月季度](?:底|末|初(?![一二三四五六七八九十]))", expected.text):
        return False
    return any(first and last and last - first > timedelta(days=1) for first, last in intervals(expected))


def _lunar(case: Case, expected: Expected) -> bool:
    return expected.row.get("calendar") == "lunar" or any("isLunar" in v for v in expected.row.get("values") or ())


def _lunar_year(case: Case, expected: Expected) -> bool:
    named = re.match("(?:20)?([0-9]{2})年", expected.text)
    if named is None or not _LAST_DAYS.search(expected.text):
        return False
    return any(first is not None and first.year == 2001 + int(named[1]) for first, _ in intervals(expected))


def _edition(case: Case, expected: Expected) -> bool:
    return expected.text.endswith("版") or re.match(" ?[0-9]+号文", case.text[expected.end :]) is not None


def _week(case: Case, expected: Expected) -> bool:
    return expected.row.get("grain") == "day" and re.search("(?:[周週]|星期|[礼禮]拜)$", expected.text) is not None


def _is(pattern: re.Pattern[str]) -> Callable[[Case, Expected], bool]:
    return lambda case, expected: pattern.fullmatch(expected.text) is not None


def _has(pattern: str) -> Callable[[Case, Expected], bool]:
    return lambda case, expected: re.search(pattern, expected.text) is not None


def _type(*kinds: str) -> Callable[[Case, Expected], bool]:
    return lambda case, expected: expected.row["type"] in kinds


_CLOCK_GRAINS = ("hour", "minute", "second")

CLASSES: dict[str, Callable[[Case, Expected], bool]] = {
    CLOCK: _clock,
    DURATION: lambda case, expected: (
        expected.row["type"] in ("time_delta", "datetimeV2.duration")
        or re.search(f"^{_UNIT}[之以]?[内內]$", expected.text) is not None
    ),
    RECURRING: _type("time_period", "datetimeV2.set"),
    WEEKDAY: lambda case, expected: _WEEKDAY.search(expected.text) is not None,
    FOREIGN: _foreign,
    UNRESOLVED: _unresolved,
    UNANCHORED: _unanchored,
    EDITION: _edition,
    OPEN: _open,
    STRETCH: _stretch,
    PRECEDING: _has(f"^前{_UNIT}$"),
    FROM_TOLD: _has(f"(?:^|的)(?:[之以往向][前后後]|[后後]面?){_UNIT}$|^第{_N}[年天]$"),
    LUNAR: _lunar,
    LUNAR_YEAR: _lunar_year,
    COMING: _coming,
    EDGE: _edge,
    UNTIL: _has("^截[至止]"),
    WEEK: _week,
    TWO_DIGITS: _has("^[1-9][0-9]年$"),
    SLASHED: _has("(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?![0-9])"),
    DECIMAL: _has("^[0-9]{1,2}(?:[.-][0-9]{1,2}){1,2}$"),
    VAGUE: _has("几[年月天]|多年|年多|世[纪紀][初末]|年代[初末]"),
}
"""By name, what sets a case aside, in the order in which they are tried."""
