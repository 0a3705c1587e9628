"""JSON Schemas of everything that is written or read as data, generated from the models."""

from __future__ import annotations

from datetime import date
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field, TypeAdapter
from pydantic.json_schema import GenerateJsonSchema

from extract.evaluation.gold import LABEL, MENTION_LABEL
from extract.records import RECORD, RECORD_TYPES, ArticleRow, MentionRow, RejectRow, RunManifest

DIALECT = "https://json-schema.org/draft/2020-12/schema"

Words = list[str] | str
Values = dict[str, Any]


class Part(BaseModel):
    """A part of a rule file: no field but its own."""

    model_config = ConfigDict(extra="forbid")


class Conditions(Part):
    """What a slot's text must be; a {word class} stands for its words."""

    ends: Words | None = Field(default=None, description="It ends in one of these.")
    not_ends: Words | None = None
    starts: Words | None = Field(default=None, description="It begins with one of these.")
    not_starts: Words | None = None
    has: Words | None = Field(default=None, description="It holds one of these.")
    not_has: Words | None = None
    after: Words | None = Field(default=None, description="One of these follows it.")
    not_after: Words | None = None
    after_like: Words | None = Field(default=None, description="One of these regular expressions begins behind it.")
    not_before: Words | None = Field(default=None, description="None of these stands right before it.")
    before_like: Words | None = Field(default=None, description="A regular expression for what stands before it.")
    like: Words | None = Field(default=None, description="One of these regular expressions is found in it.")
    not_like: Words | None = Field(default=None, description="None of these regular expressions is found in it.")


class Surroundings(Part):
    """What is known of an example's text besides the text."""

    place: str | None = Field(default=None, description="The place that it is about.")
    published: date | None = Field(default=None, description="Its date of publication.")


class Example(Part):
    """A text with what the rule gives for it."""

    text: str = Field(min_length=1)
    context: Surroundings | None = None
    gives: Values | list[Values] = Field(
        description="Slots of the record, or of each; the quantity flat, the period as two dates; not listed is null."
    )


class RuleRow(Part):
    """One rule: what it looks for, what it gives, and the examples that hold it to that."""

    id: str = Field(pattern=r"^[a-z_]+(\.[a-z0-9_]+)+$", description="Record type, full stop, name; unique.")
    says: str = Field(min_length=1, description="The construction in words.")
    cue: list[str] = Field(
        min_length=1, description="A word, a {word class} or a <MENTION CLASS>; without one the rule is not tried."
    )
    when: str | list[str] = Field(description="The pattern, or alternatives.")
    where: dict[str, Conditions] | None = Field(default=None, description="Slot to the conditions on its text.")
    named: str | None = Field(default=None, description="A slot that must hold a name or a quotation.")
    several: str | None = Field(default=None, description="A slot that must hold more than one item.")
    bare: bool = Field(default=False, description="True where no noun phrase may follow.")
    bare_count: bool = Field(default=False, description="True where no noun phrase may follow a count.")
    closed: bool = Field(default=False, description="True where the reading must end its clause.")
    mere: bool = Field(default=False, description="True where a name may be a body and nothing else.")
    gives: Values | list[Values] | None = Field(default=None, description="Codes that the words imply, per record.")
    cuts: dict[str, list[str]] | None = Field(
        default=None, description="Slots that reach across their clause, and the words that cut them there."
    )
    each: dict[str, list[str]] | None = Field(
        default=None, description="A slot of which every item is a record, and the heads that its items may share."
    )
    overlaps: bool = Field(default=False, description="True where a reading may begin inside another of its pattern.")
    alone: bool = Field(default=False, description="True where the reading must be all that its sentence says.")
    examples: list[Example] = Field(min_length=2, description="Run as tests.")
    not_: Annotated[list[str], Field(alias="not", min_length=1, description="Texts that the rule leaves alone.")]
    todo: list[Example] | None = Field(default=None, description="Examples that are not read yet.")


class _Schema(GenerateJsonSchema):
    """What is written has all its fields."""

    def field_is_required(self, field: Any, total: bool) -> bool:
        return self.mode == "serialization" or super().field_is_required(field, total)


RULES: TypeAdapter[list[RuleRow]] = TypeAdapter(list[RuleRow])
"""Reads the content of a rule file."""

_LINES = {
    "mentions": (MentionRow, "A line of mentions.jsonl"),
    "articles": (ArticleRow, "A line of articles.jsonl"),
    "rejects": (RejectRow, "A line of rejects.jsonl"),
    "run": (RunManifest, "run.json"),
}


def schemas() -> dict[str, dict[str, Any]]:
    """File name to JSON Schema: records together and by type, the other files of a run, gold labels, rule files."""
    found = {"records": _schema(RECORD, "A line of records.jsonl", "A record of any type; record_type says which.")}
    for name, model in RECORD_TYPES.items():
        found[name] = _schema(TypeAdapter(model), f"A record of type {name}")
    for name, (row, title) in _LINES.items():
        found[name] = _schema(TypeAdapter(row), title)
    found["gold"] = _schema(LABEL, "A line of a file of gold labels", "A label of any type; record_type says which.")
    found["gold_mentions"] = _schema(MENTION_LABEL, "A line of a file of labelled mentions", "A mention and its label.")
    found["rules"] = _schema(RULES, "A file of rules", "Rules of one record type, in order of precedence.")
    return {f"{name}.schema.json": schema for name, schema in found.items()}


def _schema(adapter: TypeAdapter[Any], title: str, description: str | None = None) -> dict[str, Any]:
    """A model's schema: what is written has all its fields, what is read may leave out those with a default."""
    read = any(adapter is other for other in (LABEL, MENTION_LABEL, RULES))
    made = adapter.json_schema(mode="validation" if read else "serialization", schema_generator=_Schema)
    head = {"$schema": DIALECT, "title": title}
    if description is not None:
        head["description"] = description
    return {**head, **{key: value for key, value in made.items() if key not in head}}
