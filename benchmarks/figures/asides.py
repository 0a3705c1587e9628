"""The classes by which a case on time is set aside, each decided by its text and by the form of what it expects.

What our own reader makes of a case plays no part: a class holds those it reads as well as those it does not.
"""

from __future__ import annotations

import re
from collections.abc import Callable

from benchmarks.figures.intervals import intervals
from benchmarks.figures.suites import Case, Expected

CLOCK = "clock times, and stretches of hours"
DURATION = "durations: 三十三年, 三年内, 15年 alone"
WEEKDAY = "weekdays"
RECURRING = "recurrences"
FOREIGN = "foreign holidays"
UNTIL = "截至2018年 as all that went before: in a record it is the day"
LUNAR_YEAR = "2023年除夕 as the end of the lunar year, in 2024: the press has it before the new year's day"
SEASON = "seasons by the solar terms: in the press they are three months"
NTH = "第七年, counted from what a text would tell: an ordinal"
PAGE = "06版 as a year: a page of a newspaper, and 2016 36号文 a document's number"
SLASHED = "month and day with a slash: suites differ on their order"
DECIMAL = "a bare 2.12, 15.3.3 or 12-11-10: a decimal or a version"

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


def _lunar_year(case: Case, expected: Expected) -> bool:
    if not _LAST_DAYS.search(expected.text):
        return False
    if str(expected.row.get("value"))[5:10] == "12-30":
        return True  # the lunar year's last day by its lunar number
    named = re.match("(?:20)?([0-9]{2})年", expected.text)
    years = [first.year for first, _ in intervals(expected) if first is not None]
    return named is not None and 2001 + int(named[1]) in years


def _paged(case: Case, expected: Expected) -> bool:
    page = re.fullmatch("(?:0[0-9]|零[一二三四五六七八九])版", expected.text)
    return page is not None or re.match(" ?[0-9]+号文", case.text[expected.end :]) is not None


def _solar_season(case: Case, expected: Expected) -> bool:
    """Begins on the day of a solar term, as 立春 and 立夏 fall: the third to the ninth of its month."""
    named = re.search("[春夏秋冬][天季]?$", expected.text)
    return named is not None and any(first and 3 <= first.day <= 9 for first, _ in intervals(expected))


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
        or re.search(f"^{_UNIT}[之以]?[内內]$|^[1-9][0-9]年$", expected.text) is not None
    ),
    RECURRING: _type("time_period", "datetimeV2.set"),
    WEEKDAY: lambda case, expected: _WEEKDAY.search(expected.text) is not None,
    FOREIGN: _foreign,
    LUNAR_YEAR: _lunar_year,
    SEASON: _solar_season,
    NTH: _has(f"^第{_N}[年天]$"),
    PAGE: _paged,
    UNTIL: _has("^截[至止]"),
    SLASHED: _has("(?<![0-9/])[0-9]{1,2}/[0-9]{1,2}(?![0-9])"),
    DECIMAL: _has("^[0-9]{1,2}(?:[.-][0-9]{1,2}){1,2}$"),
}
"""By name, what sets a case aside, in the order in which they are tried."""
