"""A document that orders or guides."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import AfterValidator, Field

from extract.records.base import RecordBase
from extract.records.text import Text, refuse


def bare_title(title: str) -> str:
    """Returns a title that stands without its book-title marks; raises `policy_title` for one inside 《》."""
    if title.startswith("《") and title.endswith("》") and title.count("《") == 1:
        raise refuse("policy_title", "a title stands without its marks")
    return title


class Policy(RecordBase):
    """A document that orders or guides, in 《》 or ending in 方案 计划 规划 …; mechanisms and slogans are none."""

    ANCHOR: ClassVar[str] = "title"
    PARTY_SLOTS: ClassVar[tuple[str, ...]] = ("issuer",)

    record_type: Literal["policy"] = "policy"
    title: Annotated[Text, AfterValidator(bare_title)] = Field(description="The title of the document, without 《》.")
    issuer: Text | None = Field(default=None, description="An authority or a state body.")
    action: Text | None = Field(default=None, description="制定 印发 实施 …")
