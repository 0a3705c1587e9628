"""All record types as one."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field, TypeAdapter

from extract.records.base import RecordBase
from extract.records.cooperation import Cooperation
from extract.records.event import Event
from extract.records.honor import Honor
from extract.records.milestone import Milestone
from extract.records.policy import Policy
from extract.records.project import Project
from extract.records.role import Role
from extract.records.statistic import Statistic

Record = Annotated[
    Statistic | Project | Milestone | Honor | Role | Event | Cooperation | Policy, Field(discriminator="record_type")
]
"""A line of `records.jsonl`; `record_type` says which it is."""

RECORD_TYPES: dict[str, type[RecordBase]] = {
    str(model.model_fields["record_type"].default): model
    for model in (Statistic, Project, Milestone, Honor, Role, Event, Cooperation, Policy)
}
"""Type name to model, in the contract's order."""

RECORD: TypeAdapter[Record] = TypeAdapter(Record)
"""Reads any record: `RECORD.validate_json(line)`; raises pydantic's ValidationError, whose codes are stable."""
