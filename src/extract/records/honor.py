"""A list, title or award, and who got it."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from extract.records.base import RecordBase
from extract.records.quantity import QuantityValue
from extract.records.text import Text


class Honor(RecordBase):
    """A list, title or award with its named recipients; without a named one the count is a statistic."""

    ANCHOR: ClassVar[str] = "honor"
    PARTY_SLOTS: ClassVar[tuple[str, ...]] = ("recipients",)

    record_type: Literal["honor"] = "honor"
    recipients: tuple[Text, ...] = Field(min_length=1, description="What was named or listed: org, place or product.")
    honor: Text = Field(description="The list, title or award.")
    granter: Text | None = Field(default=None, description="Who gives the title.")
    batch: Text | None = Field(default=None, description="第五批")
    prize: QuantityValue | None = Field(default=None, description="The money that each gets.")
