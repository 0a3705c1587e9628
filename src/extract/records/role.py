"""Who holds which office."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from extract.records.base import RecordBase
from extract.records.text import Text, refuse


class Role(RecordBase):
    """A person with an organisation, titles, or both."""

    ANCHOR: ClassVar[str] = "person"
    PARTY_SLOTS: ClassVar[tuple[str, ...]] = ("org",)

    record_type: Literal["role"] = "role"
    person: Text = Field(description="Whose office it is.")
    org: Text | None = Field(default=None, description="Where the office is held.")
    titles: tuple[Text, ...] = Field(default=(), description="党组书记, 局长 …")

    @model_validator(mode="after")
    def _says_something(self) -> Self:
        if self.org is None and not self.titles:
            raise refuse("role_of_nothing", "a role has an organisation or a title")
        return self
