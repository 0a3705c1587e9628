"""HTML tags, entities and Markdown inside a text: block marks for what structures it, nothing for the rest."""

from __future__ import annotations

import re
from html import unescape

from extract.engine.offsets import Edit, TracedText
from extract.stages.clean.marks import ALL, BREAK, CELL, HEAD, ITEM, SUBHEAD

_STRAY = re.compile(f"[{ALL}]")

# <p><strong>小标题</strong></p>: a block that is bold as a whole is a subheading
_BOLD_BLOCK = re.compile(
    r"(<(?:p|div)\b[^<>]{0,300}>\s{0,20}<(?:strong|b)>)[^<>\n]{1,80}(</(?:strong|b)>\s{0,20}</(?:p|div)>)", re.I
)
_TAG = re.compile(
    r"<!--[^>]{0,2000}-->|</?(p|div|br|hr|h[1-6]|ul|ol|li|table|thead|tbody|tr|td|th|section|article|blockquote"
    r"|figure|figcaption|strong|b|em|i|u|s|span|a|img|font|sub|sup|small|big|center)\b[^<>]{0,2000}>",
    re.I,
)
_INLINE = frozenset(("strong", "b", "em", "i", "u", "s", "span", "a", "img", "font", "sub", "sup", "small", "big"))
_OPENS = {"li": ITEM, "td": CELL, "th": CELL} | dict.fromkeys(("h1", "h2", "h3"), HEAD)
_OPENS |= dict.fromkeys(("h4", "h5", "h6"), SUBHEAD)

_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]{2,10});")
_HEADING = re.compile(r"^[ \t]{0,3}(#{1,6})[ \t]+", re.M)
_CLOSING_HASHES = re.compile(r"[ \t]{1,9}#{1,6}[ \t]{0,9}$", re.M)
_BOLD_LINE = re.compile(r"^[ \t]{0,3}(\*\*|__)(?=\S)([^*_\n]{1,80})(\*\*|__)[ \t]*$", re.M)
_EMPHASIS = re.compile(r"(\*\*|__)(?=\S)([^*_\n]{1,400}?)(?<=\S)(\*\*|__)")
_LINK = re.compile(r"(!?\[)([^\[\]\n]{0,200})(\]\((?:[a-z]{2,8}:|/|#|\./)[^()\s]{0,500}\))")
# - 12 - is the number of a page, * * * a rule
_BULLET = re.compile(r"^[ \t]{0,6}[-*+][ \t]+(?=\S)(?!\d{1,3} ?-[ \t]*$|[-*+ \t]{1,80}$)", re.M)
_QUOTE = re.compile(r"^[ \t]{0,3}>[ \t]+", re.M)
_TABLE_RULE = re.compile(r"^[ \t]*\|[ \t|:-]{3,500}\|[ \t]*$", re.M)
# with a bar at the left edge and one at the right, or as a page's text gives it: 索引号 | 000-1 | 公开目录 |
_TABLE_ROW = re.compile(r"^[ \t]*(?:\|.{1,2000}\||[^|\n。]{1,100}(?:\|[^|\n。]{0,200}){2,40})[ \t]*$", re.M)


def strip_markup(traced: TracedText) -> TracedText:
    """The text without its markup, with the marks of `marks` where blocks begin.

    >>> strip_markup(begin("<p>工业&nbsp;增长</p>")).text
    '\\ufdd0工业\\xa0增长\\ufdd0'
    """
    traced = traced.sub(_STRAY, "")
    if "<" in traced.text:
        traced = _outer(traced, _BOLD_BLOCK, BREAK + SUBHEAD, BREAK)
        traced = traced.sub(_TAG, _tag)
    if "&" in traced.text:
        traced = traced.sub(_ENTITY, _entity)
    return _markdown(traced)


def _markdown(traced: TracedText) -> TracedText:
    if "#" in traced.text:
        traced = traced.sub(_HEADING, lambda m: BREAK + (HEAD if len(m[1]) < 4 else SUBHEAD))
        traced = traced.sub(_CLOSING_HASHES, "")
    if "**" in traced.text or "__" in traced.text:
        traced = _outer(traced, _BOLD_LINE, BREAK + SUBHEAD, BREAK, 1, 3)
        traced = _outer(traced, _EMPHASIS, "", "", 1, 3)
    if "](" in traced.text:
        traced = _outer(traced, _LINK, "", "", 1, 3)
    if "|" in traced.text:
        traced = traced.sub(_TABLE_RULE, "")
        traced = traced.edit(edit for row in _TABLE_ROW.finditer(traced.text) for edit in _cells(row))
    traced = traced.sub(_BULLET, BREAK + ITEM)
    return traced.sub(_QUOTE, "") if ">" in traced.text else traced


def _outer(
    traced: TracedText, pattern: re.Pattern[str], before: str, after: str, left: int = 1, right: int = 2
) -> TracedText:
    """Replace two groups of each match, what surrounds its content, and leave the content alone."""

    def edits() -> list[Edit]:
        found = pattern.finditer(traced.text)
        return [edit for m in found for edit in ((*m.span(left), before), (*m.span(right), after))]

    return traced.edit(edits())


def _tag(match: re.Match[str]) -> str:
    name = (match[1] or "").lower()
    if not name or name in _INLINE:
        return ""
    return BREAK if match[0].startswith("</") else BREAK + _OPENS.get(name, "")


def _entity(match: re.Match[str]) -> str | None:
    read = unescape(match[0])
    return read if len(read) == 1 and read not in ALL else None


def _cells(row: re.Match[str]) -> list[Edit]:
    return [(row.start() + m.start(), row.start() + m.end(), BREAK + CELL) for m in re.finditer(r"\|", row[0])]
