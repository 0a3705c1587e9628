"""The blocks of a web page's main text, without menus, link lists, forms and what nobody sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from extract.sources import marked


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


UNSEEN = _names(
    "script style noscript template head meta link nav footer aside form select option button input textarea iframe"
    " object svg math canvas video audio rt rp"
)
_INLINE = _names(
    "a abbr acronym b bdi bdo big cite code data dfn em font i ins kbd label mark q ruby rb s samp small span strike"
    " strong sub sup time tt u var wbr img"
)
_BOLD = frozenset(("b", "strong"))
_HEADINGS = frozenset(f"h{level}" for level in range(1, 7))
_HIDDEN = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)", re.I)
_FURNITURE = re.compile(
    r"(?:^|[\s_-])(?:comments?|pinglun|share|shares?bar|bdshare\w*|social|relate[ds]?|recommend\w*|sidebar(?=\s|$)|breadcrumbs?"
    r"|crumbs?|footer|copyright|qrcode|pagination|hot-?news|prev-?next)(?:$|[\s_-])",
    re.I,
)
_STOP = re.compile("[\u3002\uff01\uff1f\uff1b]")
_PROSE = re.compile("[\uff0c\u3002\uff1b]")
_MOSTLY = 0.6
_CELL = 300


@dataclass(slots=True)
class Block:
    """A block while its text is gathered."""

    kind: str = ""
    """`item`, the name of a heading, or nothing."""
    pieces: list[str] = field(default_factory=list)
    linked: int = 0
    """Characters inside links."""
    bold: int = 0
    under: bool = False
    """Only a line break parts it from the block before."""

    @property
    def text(self) -> str:
        """The text on one line."""
        return marked.plain("".join(self.pieces))

    @property
    def is_link(self) -> bool:
        """Whether the block leads elsewhere and says nothing itself."""
        length = len("".join(self.pieces).strip())
        return self.linked > length * _MOSTLY and not _STOP.search("".join(self.pieces))


def blocks_of(body: Any, headline: str | None) -> list[str]:
    """The marked blocks of `body`, under the headline that stands in it or above it.

    Headings over nothing but links (相关阅读) are left out.
    """
    rows = list(_without_hanging(_Walker().walk(body)))
    if not rows:
        return []
    name = _name(rows, headline)
    blocks = [marked.heading(headline)] if headline and name is None else []
    for index, row in enumerate(rows):
        text = row if isinstance(row, str) else _marked(row, index == name)
        if blocks and isinstance(row, Block) and row.under:
            blocks[-1] += "\n" + text
        else:
            blocks.append(text)
    return blocks


def _name(rows: Sequence[Block | str], headline: str | None) -> int | None:
    """Which row is the headline; a page that shows none may open with a heading."""
    for index, row in enumerate(rows):
        if isinstance(row, Block) and headline and row.text == headline:
            return index
    first = rows[0]
    return 0 if not headline and isinstance(first, Block) and first.kind in _HEADINGS else None


def _marked(row: Block, is_name: bool) -> str:
    """A block with its mark: only what names the text is a headline, any other heading parts it."""
    if is_name:
        return marked.heading(row.text)
    if row.kind in _HEADINGS:
        return marked.heading(row.text, marked.PART)
    if row.kind == "item":
        return marked.item(row.text)
    whole = row.bold >= len("".join(row.pieces).strip())
    return marked.bold(row.text) if whole else row.text


def _without_hanging(rows: Iterable[Block | str]) -> Iterator[Block | str]:
    """The rows without links, and without the headings that only links stand under."""
    heads: list[Block | str] = []
    for row in rows:
        if isinstance(row, Block) and row.is_link:
            if row.kind not in _HEADINGS:
                heads.clear()
            continue
        if isinstance(row, Block) and row.kind in _HEADINGS:
            heads.append(row)
            continue
        yield from heads
        heads.clear()
        yield row
    yield from heads


class _Walker:
    """Goes through an element in document order; what stands between two block borders is a block."""

    def __init__(self) -> None:
        self._block = Block()

    def walk(self, element: Any) -> Iterator[Block | str]:
        """The blocks and tables of `element`."""
        yield from self._element(element, False, False)
        yield from self._end()

    def _end(self, kind: str = "") -> Iterator[Block]:
        """Ends the block before a border; the next is of `kind`."""
        if self._block.text:
            yield self._block
        self._block = Block(kind)

    def _break(self) -> Iterator[Block]:
        """A line's end; inside a heading it is none, and a second one ends the paragraph."""
        if self._block.kind not in _HEADINGS:
            under = bool(self._block.text)
            yield from self._end("" if under else self._block.kind)
            self._block.under = under

    def _say(self, text: str, linked: bool, bold: bool) -> None:
        said = len(text.strip())
        self._block.pieces.append(text)
        self._block.linked += said * linked
        self._block.bold += said * bold

    def _text(self, element: Any, text: str | None, linked: bool, bold: bool) -> Iterator[Block]:
        """Text of an element; in <pre> its lines are lines."""
        first, *others = (text or "").split("\n") if element.tag == "pre" else [text or ""]
        self._say(first, linked, bold)
        for line in others:
            yield from self._break()
            self._say(line, linked, bold)

    def _element(self, element: Any, linked: bool, bold: bool) -> Iterator[Block | str]:
        tag = element.tag
        if not isinstance(tag, str) or tag in UNSEEN or is_furniture(element):
            return
        if tag == "br":
            yield from self._break()
            return
        if tag == "table" and _is_data(element):
            yield from self._end()
            yield from _table(element)
            return
        inline = tag in _INLINE
        if not inline:
            yield from self._end("item" if tag == "li" else tag if tag in _HEADINGS else self._inherited())
        linked, bold = linked or tag == "a", bold or tag in _BOLD
        yield from self._text(element, element.text, linked, bold)
        for child in element:
            yield from self._element(child, linked, bold)
            yield from self._text(element, child.tail, linked, bold)
        if not inline:
            yield from self._end()

    def _inherited(self) -> str:
        """A paragraph that opens an item (<li><p>) is the item."""
        return "" if self._block.text else self._block.kind


def is_furniture(element: Any) -> bool:
    """Whether an element is hidden, or says by its class or id that it is none of the text, and holds little prose."""
    if _HIDDEN.search(element.get("style") or "") or element.get("hidden") is not None:
        return True
    names = f"{element.get('class') or ''} {element.get('id') or ''}"
    return bool(_FURNITURE.search(names)) and len(_PROSE.findall("".join(element.itertext()))) < _PROSE_OF_A_TEXT


# A page's text may stand in what is called its sidebar.
_PROSE_OF_A_TEXT = 12


def _is_data(table: Any) -> bool:
    """Whether a table is one of figures, not of a page's layout."""
    if table.xpath("boolean(.//table)"):
        return False
    rows = list(table.iter("tr"))
    if max((len(row) for row in rows), default=0) < 2:
        return False
    return all(len(marked.plain("".join(cell.itertext()))) <= _CELL for cell in table.iter("td", "th"))


def _table(table: Any) -> Iterator[str]:
    for caption in table.iter("caption"):
        yield marked.plain("".join(caption.itertext()))
    rows = ([cell for cell in row if cell.tag in ("td", "th")] for row in table.iter("tr"))
    yield marked.table([[marked.plain(" ".join(cell.itertext())) for cell in row] for row in rows])
