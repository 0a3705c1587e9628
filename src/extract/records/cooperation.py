"""A stated partnership."""

from __future__ import annotations

from typing import ClassVar, Literal, Self

from pydantic import Field, model_validator

from extract.records.base import RecordBase, Span, slot_spans
from extract.records.text import Text, refuse


def check_cooperation(parties: tuple[str, ...], lead: str | None, object_: str | None) -> None:
    """Raises `lead_no_party` or `cooperation_of_nothing`."""
    if lead is not None and lead not in parties:
        raise refuse("lead_no_party", "who leads is also a party")
    if object_ is None and len(set(parties)) < 2:
        raise refuse("cooperation_of_nothing", "a cooperation has an object or two parties")


class Cooperation(RecordBase):
    """A stated partnership: the named parties and the body, agreement or product that results."""

    ANCHOR: ClassVar[str] = "object"
    PARTY_SLOTS: ClassVar[tuple[str, ...]] = ("parties",)

    record_type: Literal["cooperation"] = "cooperation"
    parties: tuple[Text, ...] = Field(default=(), description="The named ones.")
    lead: Text | None = Field(default=None, description="Only with 牵头 为龙头 主导; also a party.")
    object: Text | None = Field(default=None, description="Null only where two parties are named.")

    @property
    def anchor_spans(self) -> tuple[Span, ...]:
        """The pieces of the object; of the parties where the text names no object."""
        return slot_spans(self.spans, "object" if self.object is not None else "parties")

    @model_validator(mode="after")
    def _has_substance(self) -> Self:
        check_cooperation(self.parties, self.lead, self.object)
        return self
