"""What is built or installed."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar, Literal

from pydantic import Field

from extract.records.base import RecordBase
from extract.records.quantity import QuantityValue
from extract.records.text import Text


class Stage(StrEnum):
    """How far a project is; of several of one modality a record has the latest. In order."""

    PLANNED = "planned"
    """拟建 谋划 招标 前期工作"""
    SIGNED = "signed"
    """签约 签订协议 落地"""
    STARTED = "started"
    """开工 动工"""
    BUILDING = "building"
    """在建 续建 取得进展"""
    TOPPED_OUT = "topped_out"
    """封顶 合龙"""
    COMPLETED = "completed"
    """建成 竣工 贯通 搬迁完成"""
    OPERATING = "operating"
    """投产 投用 通车 运营"""


class Project(RecordBase):
    """What is built or installed: a plant, a line, a park, a device in place, a platform put into use."""

    ANCHOR: ClassVar[str] = "name"
    PARTY_SLOTS: ClassVar[tuple[str, ...]] = ("orgs",)

    record_type: Literal["project"] = "project"
    name: Text = Field(description="What is built, as the text names it.")
    orgs: tuple[Text, ...] = Field(default=(), description="Who builds or invests.")
    investment: QuantityValue | None = None
    stage: Stage | None = Field(default=None, description="Null for a disjunction (开工或建成投产).")
    location: Text | None = Field(default=None, description="Where it is built.")
    capacity: QuantityValue | None = Field(default=None, description="Throughput: 160万吨/年.")
