"""The records of the contract: Pydantic models, one file a type, and the other lines that a run writes."""

from extract.records.base import SCHEMA_VERSION, Evidence, Modality, RecordBase, Span, record_id, slot_spans
from extract.records.cooperation import Cooperation
from extract.records.event import Event
from extract.records.honor import Honor
from extract.records.manifest import InputFile, RunManifest
from extract.records.milestone import Milestone
from extract.records.period import PeriodValue, basis_dates, period_value
from extract.records.policy import Policy
from extract.records.project import Project, Stage
from extract.records.quantity import QuantityValue, number, quantity_value
from extract.records.role import Role
from extract.records.rows import ArticleRow, Figures, MentionRow, PlaceValue, RejectKind, RejectRow
from extract.records.statistic import Measure, Statistic
from extract.records.union import RECORD, RECORD_TYPES, Record

__all__ = [
    "RECORD",
    "RECORD_TYPES",
    "SCHEMA_VERSION",
    "ArticleRow",
    "Cooperation",
    "Event",
    "Evidence",
    "Figures",
    "Honor",
    "InputFile",
    "Measure",
    "MentionRow",
    "Milestone",
    "Modality",
    "PeriodValue",
    "PlaceValue",
    "Policy",
    "Project",
    "QuantityValue",
    "Record",
    "RecordBase",
    "RejectKind",
    "RejectRow",
    "Role",
    "RunManifest",
    "Span",
    "Stage",
    "Statistic",
    "basis_dates",
    "number",
    "period_value",
    "quantity_value",
    "record_id",
    "slot_spans",
]
