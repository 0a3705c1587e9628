"""How inputs are read, where a user has a say in it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

PARTS = ("text", "title", "published", "place", "id")
"""What a row of a table may give a source."""


@dataclass(frozen=True, slots=True)
class Fields:
    """The names under which rows of a table hold what a source needs, for each the first that has a value.

    knowledge/fields.yaml holds the usual names. An empty tuple leaves a part out.
    """

    text: tuple[str, ...] = ("text",)
    title: tuple[str, ...] = ("title",)
    published: tuple[str, ...] = ("published",)
    place: tuple[str, ...] = ("place",)
    id: tuple[str, ...] = ("id",)
    asked: frozenset[str] = frozenset()
    """The parts whose field a user has named: without it a table is refused."""

    @classmethod
    def of(cls, usual: Mapping[str, Sequence[str]], named: Mapping[str, str | None]) -> Fields:
        """The fields that a user has `named` by part, the usual ones for the others.

        >>> Fields.of({"text": ["text", "正文"], "title": ["title"]}, {"text": None, "title": "head"}).title
        ('head',)
        """
        names = {part: tuple(usual[part]) if name is None else (name,) * bool(name) for part, name in named.items()}
        return cls(**names, asked=frozenset(part for part, name in named.items() if name))


@dataclass(frozen=True, slots=True)
class Reading:
    """The options of one `read`."""

    encoding: str | None = None
    """Taken for granted where it is given; a byte order mark still wins."""
    fields: Fields = Fields()
    date_from_name: bool = False
    """A source that states no date takes that of its file's name (news-20250103.txt)."""
