"""What the suites on dates and periods expect, in our own convention, and the test of what was read."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from benchmarks.figures import conventions
from benchmarks.figures.asides import aside
from benchmarks.figures.intervals import Interval, intervals
from benchmarks.figures.readings import Reading
from benchmarks.figures.spans import same_span
from benchmarks.figures.suites import Case, Expected
from benchmarks.figures.verdicts import Aside, Want, Wanted

_DAY = timedelta(days=1)
_NAMES_DAY = re.compile("[0-9一二三十][日号號]|[0-9][-/.][0-9]{1,2}[-/.][0-9]")


def wanted(case: Case) -> Wanted:
    """What a case of a suite on time asks for, or the class by which it is set aside."""
    wants = []
    for expected in case.expected:
        reason = aside(case, expected)
        if reason:
            return Aside(reason)
        wants.append(Want(expected.start, expected.end, _period(case, expected)))
    return wants or [Want(0, len(case.text), _nothing)]


def _period(case: Case, expected: Expected) -> Callable[[Sequence[Reading]], str]:
    meant = [ends for given in intervals(expected) for ends in conventions.ours(*given, case, expected)]
    accepted = {ends for given in meant for ends in _either(*given, case, expected)}
    accepted = accepted if conventions.told(case, expected) else set()

    def test(found: Sequence[Reading]) -> str:
        times = [reading for reading in found if reading.label == "TIME"]
        if not times:
            return "not read as a time"
        start, end = times[0].start, times[-1].end
        if len(times) > 1 or not same_span(case.text, (start, end), (expected.start, expected.end)):
            return f"span {case.text[start:end]!r}"
        read = (times[0].first, times[0].last)
        return "" if not accepted or read in accepted else f"interval {read[0]} to {read[1]}"

    return test


def _either(first: date | None, last: date | None, case: Case, expected: Expected) -> list[Interval]:
    """An interval with each end as it stands and a day inwards: whether an end belongs to it is out of scope.

    So is whether the last month or year of 2016到2018 belongs to it, and the day of reference where the text names only
    the other end (5月8日起).
    """
    firsts, lasts = [first], [last]
    if first and last != first:
        firsts.append(first + _DAY)
    if last and last != first:
        lasts.append(last - _DAY)
    if last and not _NAMES_DAY.search(expected.text):
        if last.day == 1:
            lasts.append(_month_end(last))
        if (last.month, last.day) == (1, 1):
            lasts.append(date(last.year, 12, 31))
    if first == case.reference and expected.text.endswith("前"):
        firsts.append(None)
    if last == case.reference and expected.text.endswith("起"):
        lasts.append(None)
    return [(one, other) for one in firsts for other in lasts]


def _month_end(day: date) -> date:
    return (day.replace(day=28) + 4 * _DAY).replace(day=1) - _DAY


def _nothing(found: Sequence[Reading]) -> str:
    return "read a time where none is" if any(reading.label == "TIME" for reading in found) else ""
