"""Where on a web page its main text stands: the smallest element around all that trafilatura takes for it.

trafilatura's own output leaves out what it takes for furniture, also a short paragraph or the first of two parts, and
gives a short Chinese page as one line. So it only points: nothing inside that element is lost, and where the element
holds little of the page's prose the text is taken to go on around it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from copy import deepcopy
from functools import cache
from typing import Any

from extract.sources.html.blocks import UNSEEN, is_furniture

_PROSE = re.compile("[\uff0c\u3002\uff1b]")
# what holds paragraphs; a text of one paragraph stands in one of these too, with its lists and tables
_HOLDERS = frozenset(("div", "article", "section", "main", "body", "table", "td", "blockquote", "center"))
_MOST = 0.7
"""The share of a page's prose that its main text is."""
_SPACE = re.compile(r"\s+")


def body_of(page: Any, named: bool) -> Any:
    """The element of a parsed page that holds its main text; the page's body where nothing points elsewhere.

    Where the page shows no headline (`named` is false) a text in a table's cell brings the rows around it.
    """
    body = page.find("body")
    if body is None:
        return page
    texts = list(_prose(body))
    found = _SPACE.sub("", _extracted(page))
    spots = [holder for holder, text in texts if _SPACE.sub("", text) in found]
    if not spots:
        return body
    amounts = _amounts(texts, body)
    around = _around(spots)
    while around is not body and not (around.tag in _HOLDERS and amounts[around] >= _MOST * amounts[body]):
        around = around.getparent()
    cells = () if named else around.iterancestors("table")
    return next((table for table in cells if around.tag == "td"), around)


def _prose(body: Any) -> Iterator[tuple[Any, str]]:
    """Every stretch of prose with the element it stands in, but for links, furniture and what nobody sees."""
    waiting = [body]
    while waiting:
        element = waiting.pop()
        if element.tag in UNSEEN or not isinstance(element.tag, str) or is_furniture(element):
            continue
        if element.tag != "a":
            texts = (element.text, *(child.tail for child in element))
            yield from ((element, text) for text in texts if text and _PROSE.search(text))
        waiting += element


def _amounts(texts: Iterable[tuple[Any, str]], body: Any) -> Counter[Any]:
    """How many clauses of prose each element holds."""
    amounts: Counter[Any] = Counter()
    for holder, text in texts:
        clauses = len(_PROSE.findall(text))
        while holder is not body:
            amounts[holder] += clauses
            holder = holder.getparent()
        amounts[body] += clauses
    return amounts


def _around(spots: Sequence[Any]) -> Any:
    """The smallest element that holds all the spots."""
    around = spots[0]
    for spot in spots[1:]:
        above = {around, *around.iterancestors()}
        while spot not in above:
            spot = spot.getparent()
        around = spot
    return around


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
