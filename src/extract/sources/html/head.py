"""What a web page says of itself: its title, the headline it shows, the day it was published."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import chain
from typing import Any

from extract.sources.dates import day_in_front, days_in
from extract.sources.marked import plain

# of pages of Chinese authorities, of newspapers, and the general ones
_TITLES = ("articletitle", "og:title", "twitter:title")
_DATES = (
    "pubdate",
    "publishdate",
    "publish-date",
    "article:published_time",
    "og:published_time",
    "weibo:article:create_at",
    "datepublished",
    "dc.date.issued",
)
_SHOWN = ["h1", "h2", "h3", "h4", "p", "div", "td", "span", "strong", "b"]
# 滨河市一季度工业增长6.2%_滨河新闻网: what a site's name is set off with
_SITE = re.compile(r"\s*[_|\-\u2013\u2014\u00b7<>]")
_SENTENCE = re.compile("[\uff0c\u3002]")
_SHORTEST, _LONGEST = 4, 120
_BETWEEN = 400


@dataclass(frozen=True, slots=True)
class Head:
    """Title and date as a page's head or its headline states them, else None."""

    title: str | None = None
    headline: str | None = None
    """The title where the page shows it to its reader."""
    published: date | None = None


def head_of(page: Any) -> Head:
    """The head of a parsed page."""
    stated = _meta(page)
    title = next((stated[name] for name in _TITLES if name in stated), None)
    shown = _headline(page, title)
    dates = chain((stated[name] for name in _DATES if name in stated), _linked_data(page), _times(page))
    published = next((day for text in dates if (day := day_in_front(text))), None)
    headline = None if shown is None else plain("".join(shown.itertext()))
    return Head(title or headline, headline, published or (None if shown is None else _day_under(page, shown)))


def _meta(page: Any) -> dict[str, str]:
    found: dict[str, str] = {}
    for element in page.iter("meta"):
        name = element.get("name") or element.get("property") or element.get("itemprop")
        content = plain(element.get("content") or "")
        if name and content:
            found.setdefault(name.lower(), content)
    return found


def _headline(page: Any, title: str | None) -> Any:
    """The element that shows the title, or what the page's <title> begins with, else its only heading."""
    named = plain("".join(text for element in page.iter("title") for text in element.itertext()))
    body = page.find("body")
    for element in () if body is None else body.iter(*_SHOWN):
        text = plain("".join(element.itertext())) if _own_line(element) else ""
        if text and text == title:
            return element
        if _SHORTEST <= len(text) <= _LONGEST and named.startswith(text):
            if text == named or _SITE.match(named, len(text)):
                return element
    for tag in () if body is None else ("h1", "h2"):
        heads = [element for element in body.iter(tag) if _own_line(element) and _is_title(element)]
        if heads:
            return heads[0] if len(heads) == 1 else None
    return None


def _is_title(element: Any) -> bool:
    return _SHORTEST <= len(plain("".join(element.itertext()))) <= _LONGEST


def _own_line(element: Any) -> bool:
    """Whether an element holds words, and no other block than itself; a link (to this page, in a list) shows none."""
    linked = element.xpath("boolean(ancestor::a or .//a)")
    return not linked and not element.xpath("boolean(.//p or .//div or .//table or .//ul)")


def _linked_data(page: Any) -> Iterator[str]:
    for element in page.iter("script"):
        if element.get("type") == "application/ld+json":
            try:
                yield from _published(json.loads(element.text or ""))
            except (ValueError, RecursionError):
                continue  # a page's own fault, and no reason to refuse its text


def _published(data: Any) -> Iterator[str]:
    if isinstance(data, dict):
        value = data.get("datePublished")
        if isinstance(value, str):
            yield value
        data = list(data.values())
    if isinstance(data, list):
        for part in data:
            yield from _published(part)


def _times(page: Any) -> Iterator[str]:
    for element in page.iter("time", "span", "abbr"):
        if element.get("itemprop") == "datePublished" or element.get("pubdate") is not None:
            yield element.get("datetime") or element.get("content") or plain("".join(element.itertext()))


def _day_under(page: Any, headline: Any) -> date | None:
    """The one day that is written between the headline and the first sentence."""
    between: list[str] = []
    for found in headline.xpath("following::text()[not(parent::script or parent::style)] | following::time/@datetime"):
        if _SENTENCE.search(found) or sum(map(len, between)) > _BETWEEN:
            break
        between.append(found)
    days = days_in(" ".join(between))
    return days.pop() if len(days) == 1 else None
