"""When a text was published, where it says so."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from extract.data import BlockKind
from extract.engine.expressions import compile_row, expand
from extract.stages.divide.credits import Lead

_STATED_IN = frozenset((BlockKind.BYLINE, BlockKind.CHROME, BlockKind.HEADLINE, BlockKind.DIGEST, BlockKind.SUBHEADING))

_REPUBLIC = 1911
_OPENING = 200
"""Characters of a paragraph in which the first full date tells the year of its dateline."""
_NEAR = 31
"""Days between a dateline and that date, at most."""


_TARGET = re.compile(r"\A\]\((?P<mark>[^)\s]{8,300})\)")
"""What a link of Markdown leads to, right behind its text."""
_HREF = re.compile(r"""href=["'](?P<mark>[^"'\s]{8,300})["'][^<>]{0,200}>\s*\Z""")
"""What a link of HTML leads to, right before its text."""
_LINK = 600
"""Characters around a link's text in which it says where it leads."""
_PATHS = (
    re.compile(r"/t?(?P<year>20\d\d)(?P<sign>[/-]?)(?P<month>\d\d)(?:(?P=sign)|/)(?P<day>\d\d)(?=[/_.])"),
    re.compile(r"/(?P<year>20\d\d)/(?P<month>\d{1,2})/(?P<day>\d{1,2})(?=/)"),
)
"""The day in an address: /2025/06/09/, /20250609/, /t20250609_12.html, /2025-06/09/, /2025/6/9/."""
_ADDRESS = re.compile(r"\A(?:https?://|www\.)\S+\s*\Z")
"""A line that is the address of its page."""


class Dating:
    """Dates of publication, compiled from the `dates` of knowledge/press.yaml."""

    def __init__(self, press: Mapping[str, Any]) -> None:
        self._stated = [compile_row(row, press["macros"]) for row in press["dates"]]
        self._speech = compile_row(press["speech"], press["macros"])
        self._printed = compile_row(press["printed"], press["macros"])
        self._full = re.compile(expand("<YMD>", press["macros"]))
        self._originals = frozenset(press["originals"])

    def stated(self, text: str, kind: BlockKind) -> date | None:
        """The date that a line outside the body states: 发布时间：2024-03-18."""
        if kind not in _STATED_IN:
            return None
        for expression in self._stated:
            if found := expression.search(text):
                return _date(_year(int(found["year"])), int(found["month"]), int(found["day"]))
        return _addressed(text) if _ADDRESS.match(text) else None

    def linked(self, text: str, raw: str, start: int, end: int) -> date | None:
        """The day in the address that a link to the original (查看原文, at `raw[start:end]`) leads to."""
        if text.strip() not in self._originals:
            return None
        target = _TARGET.search(raw[end : end + _LINK]) or _HREF.search(raw[max(0, start - _LINK) : start])
        return _addressed(target["mark"]) if target else None

    def spoken(self, text: str) -> date | None:
        """The day on which a speech was held, in a line of its own: （2024年1月15日在…大会第三次会议上）."""
        found = self._speech.match(text)
        return _date(*(int(found[key]) for key in ("year", "month", "day"))) if found else None

    def printed(self, text: str) -> date | None:
        """The day in the brackets that close a text with who printed it: …。（滨海日报2031年10月20日）."""
        found = self._printed.search(text)
        return _date(*(int(found[key]) for key in ("year", "month", "day"))) if found else None

    def told(self, lead: Lead | None, text: str) -> date | None:
        """The first full date behind a lead that has no year, where the lead's day is near it: 12月18日讯 12月17日…."""
        found = self._full.search(text[:_OPENING]) if lead and lead.day else None
        near = _date(*(int(found[key]) for key in ("year", "month", "day"))) if found else None
        day = dateline(lead, near)
        return near if day and near and abs((day - near).days) <= _NEAR else None


def dateline(lead: Lead | None, near: date | None) -> date | None:
    """The day of a dateline (1月17日电): of its month, in the year that puts it closest before `near`, or None.

    A dateline without a month takes that of `near`. One without a year has no date where `near` is None.
    """
    if lead is None or lead.day is None:
        return None
    if lead.year is not None and lead.month is not None:
        return _date(_year(lead.year), lead.month, lead.day)
    if near is None:
        return None
    month = lead.month or near.month
    found = _date(near.year, month, lead.day)
    # A dateline of 31 December in a paper of 1 January is last year's.
    if found is not None and (found - near).days > 31:
        found = _date(near.year - 1, month, lead.day)
    return found


def _addressed(address: str) -> date | None:
    """The day that an address holds."""
    found = next((found for path in _PATHS if (found := path.search(address))), None)
    return _date(*(int(found[key]) for key in ("year", "month", "day"))) if found else None


def _year(year: int) -> int:
    """113 is a year of the Republic of China: 2024."""
    return year + (_REPUBLIC if year < 1000 else 0)


def _date(year: int, month: int, day: int) -> date | None:
    try:
        return date(year, month, day)
    except ValueError:
        return None
