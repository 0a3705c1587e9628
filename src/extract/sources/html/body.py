"""Where on a web page its main text stands: the smallest element around all that trafilatura takes for it.

trafilatura's own output leaves out what it takes for furniture, also a short paragraph, and gives a short Chinese
page as one line, so it only points; nothing inside that element is lost.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from copy import deepcopy
from functools import cache
from typing import Any

_PROSE = re.compile("[\uff0c\u3002\uff1b]")
# what holds paragraphs; a text of one paragraph stands in one of these too, with its lists and tables
_HOLDERS = frozenset(("div", "article", "section", "main", "body", "table", "td", "blockquote", "center"))
_SPACE = re.compile(r"\s+")


def body_of(page: Any) -> Any:
    """The element of a parsed page that holds its main text; the page's body where nothing points elsewhere."""
    body = page.find("body")
    if body is None:
        return page
    found = _SPACE.sub("", _extracted(page))
    spots = [holder for holder, text in _texts(body) if _PROSE.search(text) and _SPACE.sub("", text) in found]
    if not spots:
        return body
    around = spots[0]
    for spot in spots[1:]:
        above = {id(around)} | {id(element) for element in around.iterancestors()}
        while id(spot) not in above:
            spot = spot.getparent()
        around = spot
    return next((element for element in (around, *around.iterancestors()) if element.tag in _HOLDERS), body)


def _texts(body: Any) -> Iterator[tuple[Any, str]]:
    """Every stretch of text with the element it stands in."""
    for element in body.iter("*"):
        if element.text:
            yield element, element.text
        if element.tail and element is not body:
            yield element.getparent(), element.tail


def _extracted(page: Any) -> str:
    """The main text that trafilatura finds."""
    import trafilatura

    found: Any = trafilatura.bare_extraction(
        deepcopy(page),
        fast=True,
        include_comments=False,
        include_tables=True,
        deduplicate=False,
        with_metadata=False,
        config=_settings(),
    )
    return "" if found is None or found.body is None else "".join(found.body.itertext())


@cache
def _settings() -> Any:
    """trafilatura's own, but for its least sizes: those are of texts in Latin letters."""
    from trafilatura.settings import use_config

    settings = use_config()
    settings["DEFAULT"]["MIN_EXTRACTED_SIZE"] = "20"
    settings["DEFAULT"]["MIN_OUTPUT_SIZE"] = "1"
    settings["DEFAULT"]["EXTENSIVE_DATE_SEARCH"] = "off"
    settings["DEFAULT"]["EXTRACTION_TIMEOUT"] = "0"
    return settings
