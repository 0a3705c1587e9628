"""How inputs are read, where a user has a say in it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Fields:
    """The names under which rows of a table hold what a source needs, for each the first that has a value.

    A single name is what a user asked for. knowledge/fields.yaml holds the usual names.
    """

    text: tuple[str, ...] = ("text",)
    title: tuple[str, ...] = ("title",)
    published: tuple[str, ...] = ("published",)
    place: tuple[str, ...] = ("place",)
    id: tuple[str, ...] = ("id",)


@dataclass(frozen=True, slots=True)
class Reading:
    """The options of one `read`."""

    encoding: str | None = None
    """Taken for granted where it is given; a byte order mark still wins."""
    fields: Fields = Fields()
    date_from_name: bool = False
    """A source that states no date takes that of its file's name (news-20250103.txt)."""
