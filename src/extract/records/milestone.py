"""What is made."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from extract.records.base import RecordBase
from extract.records.text import Text


class Milestone(RecordBase):
    """What is made: a product developed, built, delivered, launched."""

    ANCHOR: ClassVar[str] = "product"
    PARTY_SLOTS: ClassVar[tuple[str, ...]] = ("orgs",)

    record_type: Literal["milestone"] = "milestone"
    orgs: tuple[Text, ...] = Field(default=(), description="Who makes it.")
    product: Text = Field(description="What is made.")
    action: Text | None = Field(default=None, description="研制 建造 交付 下水 发射 …")
    claim: Text | None = Field(default=None, description="全球首艘, 世界最大 … or null.")
