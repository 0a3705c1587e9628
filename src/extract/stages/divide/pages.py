"""A page to its articles: where a new one begins, and which heading belongs to which body.

On a newspaper page as a PDF gives it the headline often stands *behind* its body. So a heading that follows a
body without a headline, before the next lead, is that body's.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from extract.data import Block, BlockKind

_BODY = frozenset((BlockKind.PARAGRAPH, BlockKind.LIST_ITEM, BlockKind.CELL))
# A heading of fewer characters (项目引领) parts a text, it does not name one.
_NAMES_A_TEXT = 9
_LEADS_OF_A_PAGE = 2


@dataclass(frozen=True, slots=True)
class Part:
    """A block with what the division needs of it."""

    block: Block
    text: str
    lead: bool
    signed: bool
    """A byline that names who wrote what follows."""
    owner: bool
    """A heading that only names whose text it heads."""


@dataclass(slots=True)
class Gathering:
    """The blocks of one article while they are gathered, by their index."""

    parts: list[int] = field(default_factory=list)
    title: list[int] = field(default_factory=list)
    over: int | None = None
    """The title of the digest that the article is an item of."""
    body: bool = False
    led: bool = False


class Page:
    """Gathers the blocks of one source into articles; `gather` is called once."""

    def __init__(self, parts: Sequence[Part]) -> None:
        self._parts = parts
        self._many = sum(part.lead for part in parts) >= _LEADS_OF_A_PAGE
        self._articles: list[Gathering] = [Gathering()]
        self._heads: list[int] = []
        """Headings since the last body, not yet given to an article."""
        self._waiting: list[int] = []
        """All blocks since the first of those headings."""
        self._digest: int | None = None
        """The title of the digest that is being read."""
        self._signed = False
        """A byline stands behind the last of those headings."""

    def gather(self) -> list[Gathering]:
        """The articles in order; each block is in exactly one of them, and each is a stretch of blocks."""
        for index, part in enumerate(self._parts):
            kind = part.block.kind
            if kind in (BlockKind.HEADLINE, BlockKind.DIGEST):
                self._headline(index)
                self._digest = index if kind is BlockKind.DIGEST else None
            elif kind is BlockKind.ITEM_HEADING:
                self._item(index)
            elif kind is BlockKind.ITEM:
                self._bare_item(index)
            elif kind is BlockKind.SUBHEADING and self._completes(index):
                self._articles[-1].title.append(index)
                self._articles[-1].parts.append(index)
            elif kind is BlockKind.SUBHEADING:
                self._heads.append(index)
                self._waiting.append(index)
                self._signed = False
            elif kind in _BODY:
                self._body(index, part)
            elif self._heads:
                self._signed = self._signed or part.signed
                self._waiting.append(index)
            else:
                self._articles[-1].parts.append(index)
        self._close()
        return [article for article in self._articles if article.parts]

    def _item(self, index: int) -> None:
        """An item of a digest: an article, of which the first holds the digest's own title."""
        if self._articles[-1].body:
            self._headline(index)
        else:
            self._articles[-1].parts += [*self._waiting, index]
            self._articles[-1].title = [index]
            self._clear()
        self._articles[-1].over = self._digest

    def _bare_item(self, index: int) -> None:
        """An item of a digest without a heading: the digest's own title is not the first one's."""
        if self._articles[-1].body:
            self._close()
            self._articles.append(Gathering())
        current = self._articles[-1]
        current.title = []
        current.over = self._digest
        current.parts += [*self._waiting, index]
        current.body = True
        self._clear()

    def _completes(self, index: int) -> bool:
        """Whether a heading completes the headline right over it: that only names a body, or this opens with a dash."""
        if not index or self._articles[-1].title != [index - 1]:
            return False
        return self._parts[index - 1].owner or self._parts[index].text.startswith("\u2014")

    def _headline(self, index: int) -> None:
        current = self._articles[-1]
        if current.body or current.title:
            self._close()
            current = Gathering()
            self._articles.append(current)
        current.title.append(index)
        current.parts += [*self._waiting, index]
        self._clear()

    def _body(self, index: int, part: Part) -> None:
        current = self._articles[-1]
        if not current.body:
            if not current.title and self._heads:
                current.title = self._title(self._heads)
            current.parts += self._waiting
        elif self._only_begins(current, part):
            current.title = self._title(self._heads)
            current.parts += self._waiting
        elif part.lead or self._signed_head() or self._behind(current):
            current = self._next(current)
        else:
            current.parts += self._waiting
        self._clear()
        current.led = current.led or (part.lead and not current.body)
        current.body = True
        current.parts.append(index)

    def _only_begins(self, current: Gathering, part: Part) -> bool:
        """Whether what stands before the headline is the text's own caption or summary: a page with one lead."""
        return part.lead and bool(self._heads) and not (self._many or current.led or current.title)

    def _signed_head(self) -> bool:
        """Whether a heading with its writer's name stands here: a new article's."""
        return self._signed and len(self._parts[self._heads[-1]].text) >= _NAMES_A_TEXT - 2

    def _behind(self, current: Gathering) -> bool:
        """Whether the headings here close an article of a page whose headlines stand behind the bodies."""
        long = bool(self._heads) and len(self._parts[self._heads[0]].text) >= _NAMES_A_TEXT
        return self._many and current.led and not current.title and long

    def _next(self, current: Gathering) -> Gathering:
        """Close `current` with the heading that is its own, and open an article with the others."""
        heads = list(self._heads)
        if heads and not current.title:
            current.title = [heads.pop(0)]
        first = heads[0] if heads else None
        split = self._waiting.index(first) if first is not None else len(self._waiting)
        current.parts += self._waiting[:split]
        following = Gathering(parts=self._waiting[split:], title=self._title(heads))
        self._articles.append(following)
        return following

    def _close(self) -> None:
        current = self._articles[-1]
        if self._heads and not current.title and (self._many or not current.body):
            current.title = [self._heads[0]]
        current.parts += self._waiting
        self._clear()

    def _clear(self) -> None:
        self._heads, self._waiting, self._signed = [], [], False

    def _title(self, heads: Sequence[int]) -> list[int]:
        """The heading that names the text, with the line over it where that ends in a dash (强化赋能——)."""
        if len(heads) > 1 and self._parts[heads[0]].text.endswith("\u2014"):
            return list(heads[:2])
        return list(heads[:1])
