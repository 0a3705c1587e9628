"""A named happening."""

from __future__ import annotations

from typing import ClassVar, Literal

from pydantic import Field

from extract.records.base import RecordBase
from extract.records.text import Text


class Event(RecordBase):
    """A named happening and what became of it: a meeting held, a fair opened."""

    ANCHOR: ClassVar[str] = "name"

    record_type: Literal["event"] = "event"
    name: Text = Field(description="The meeting, fair or other happening.")
    action: Text = Field(description="召开 举行 开城 开业 组建 启动 …; an event needs one.")
    organizer: Text | None = Field(default=None, description="Who holds it.")
    location: Text | None = Field(default=None, description="Where it is held.")
