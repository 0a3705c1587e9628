"""A case held against what was read: exact, failed and why, or set aside and why."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from benchmarks.figures.readings import Reading
from benchmarks.figures.suites import Case


@dataclass(frozen=True, slots=True)
class Aside:
    """Out of scope, by a named class."""

    reason: str


@dataclass(frozen=True, slots=True)
class Want:
    """One thing to find, in our own convention: where it stands, and a test of what was read there.

    `test` returns what is wrong with a reading, or "" where it is right. A want of several readings (大于10小于20)
    tests them together.
    """

    start: int
    end: int
    test: Callable[[Sequence[Reading]], str]


Wanted = Aside | Sequence[Want]


@dataclass(frozen=True, slots=True)
class Verdict:
    """What became of a case: `aside` names its class, `wrong` what is wrong; both empty where it was read exactly."""

    case: Case
    aside: str = ""
    wrong: str = ""


def judge(case: Case, wanted: Wanted, found: Sequence[Reading]) -> Verdict:
    """The verdict on a case; every want must be met on its own place."""
    if isinstance(wanted, Aside):
        return Verdict(case, aside=wanted.reason)
    for want in wanted:
        there = [reading for reading in found if reading.start < want.end and want.start < reading.end]
        wrong = want.test(there)
        if wrong:
            return Verdict(case, wrong=wrong)
    return Verdict(case)
