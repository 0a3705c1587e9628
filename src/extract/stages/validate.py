"""Relations to validated records, or to rejections with a stable reason."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from extract.data import Article, Filler, Period, Place, Quantity, Rejection, Relation
from extract.records.base import RecordBase, Span, record_id
from extract.records.period import period_value
from extract.records.quantity import quantity_value
from extract.records.union import RECORD_TYPES

CODES = frozenset({"measure", "basis", "stage", "cumulative"})
"""Codes of a relation that are fields of its record (where its type has them): never the words that stood for them."""
_MESSAGES = {
    "implausible_metric": "what was read as the metric names nothing that is measured or counted",
    "figure_of_a_name": "the figure belongs to the name of what makes so much",
    "list_count_mismatch": "the list of names and the list of figures have different lengths",
}
"""What a code says that no missing slot explains."""


@dataclass(frozen=True, slots=True)
class Validator:
    """What validation looks up: standard names of metrics and the measured precision of rules."""

    standard: Callable[[str], str | None]
    confidence: Mapping[str, float]

    def validate(
        self, article: Article, relations: Sequence[Relation], full_names: Mapping[str, str]
    ) -> tuple[tuple[RecordBase, ...], tuple[Rejection, ...]]:
        """Records in the order of the relations; a relation that breaks the contract is a rejection.

        `full_names` maps the short names of the article to its full ones.
        """
        made: dict[int, RecordBase] = {}
        refused: list[Rejection] = []
        seen: Counter[tuple[object, ...]] = Counter()
        for index, relation in enumerate(relations):
            parent = made.get(relation.parent) if relation.parent is not None else None
            try:
                fields = self._fields(article, relation, full_names, seen)
                if isinstance(fields, str):
                    refused.append(rejection(article, relation, fields, _MESSAGES.get(fields) or _missing(fields)))
                    continue
                if relation.record_type == "statistic":
                    fields["part_of"] = parent.record_id if parent else None
                made[index] = RECORD_TYPES[relation.record_type].model_validate(fields)
            except ValidationError as error:
                first = error.errors()[0]
                place = ".".join(str(p) for p in first["loc"])
                refused.append(rejection(article, relation, first["type"], f"{place}: {first['msg']}".strip(": ")))
        return tuple(made.values()), tuple(refused)

    def _fields(
        self,
        article: Article,
        relation: Relation,
        full_names: Mapping[str, str],
        seen: Counter[tuple[object, ...]],
    ) -> dict[str, Any] | str:
        """The fields of a record, or the code of what is missing or why there is none."""
        if "refused" in relation.codes:
            return str(relation.codes["refused"])
        model = RECORD_TYPES[relation.record_type]
        known, coded = model.known_slots(), model.field_names()
        slots = {name: fillers for name, fillers in relation.slots.items() if name in known}
        anchor = model.ANCHOR if model.ANCHOR in slots else (model.PARTY_SLOTS or (model.ANCHOR,))[0]
        if anchor not in slots:
            return f"no_{model.ANCHOR}"
        if relation.record_type == "statistic" and "metric" not in slots:
            return "no_metric"
        spans = _spans(article, model, slots)
        fields: dict[str, Any] = {
            name: self._value(article, model, name, fillers) for name, fillers in slots.items() if name not in CODES
        }
        fields |= {k: v for k, v in relation.codes.items() if k in coded and k not in fields}
        sentence = article.sentences[relation.sentence]
        start, end = article.clean.offsets.raw(sentence.start, sentence.end)
        fields["evidence"] = {"start": start, "end": end, "text": article.clean.source.text[start:end]}
        fields |= {
            "record_type": relation.record_type,
            "article_id": article.article_id,
            "modality": relation.codes.get("modality", "actual"),
            "spans": spans,
            "inherited": tuple(n for n, fillers in slots.items() if any(f.inherited for f in fillers)),
            "full_names": _short_forms(fields, full_names),
            "rule": relation.rule,
            "confidence": self.confidence.get(relation.rule),
        }
        if relation.record_type == "statistic":
            fields["indicator"] = self.standard(fields["metric"])
            subject = relation.slots.get("subject")
            place = subject[0].normal if subject else None
            fields["region_code"] = place.code if isinstance(place, Place) else None
        anchors = [piece for name, pieces in spans.items() if name.split(".")[0] == anchor for piece in pieces]
        identity = (relation.record_type, tuple(anchors), fields.get("measure"), fields.get("metric"))
        fields["record_id"] = record_id(
            article.clean.source.sha256,
            relation.record_type,
            anchors,
            fields.get("measure"),
            fields.get("metric"),
            repeat=seen[identity],
        )
        seen[identity] += 1
        return fields

    def _value(self, article: Article, model: type[RecordBase], name: str, fillers: Sequence[Filler]) -> Any:
        if name in model.list_slots():
            return tuple(dict.fromkeys(f.text for f in fillers))
        filler = fillers[0]
        if isinstance(filler.normal, Quantity):
            return quantity_value(_raw_text(article, filler), filler.normal)
        if isinstance(filler.normal, Period) and name == "period":
            return period_value(_raw_text(article, filler), filler.normal)
        return filler.text


def _missing(code: str) -> str:
    return f"no {code.removeprefix('no_')} was found"


def _spans(article: Article, model: type[RecordBase], slots: Mapping[str, Sequence[Filler]]) -> dict[str, list[Span]]:
    out: dict[str, list[Span]] = {}
    for name, fillers in slots.items():
        many = name in model.list_slots()
        for i, filler in enumerate(fillers):
            if filler.spans:
                pieces = [article.clean.offsets.raw(start, end) for start, end in filler.spans]
                out[f"{name}.{i}" if many else name] = pieces
    return out


def _raw_text(article: Article, filler: Filler) -> str:
    start, end = article.clean.offsets.raw(filler.spans[0][0], filler.spans[-1][1])
    return article.clean.source.text[start:end]


def _short_forms(fields: Mapping[str, Any], full_names: Mapping[str, str]) -> dict[str, str]:
    """The full names of the short forms that fill a slot."""
    if not full_names:
        return {}
    values: list[str] = []
    for value in fields.values():
        values.extend([value] if isinstance(value, str) else value if isinstance(value, tuple) else [])
    return {value: full_names[value] for value in values if isinstance(value, str) and value in full_names}


def rejection(article: Article, relation: Relation, error: str, message: str) -> Rejection:
    """A relation that makes no record."""
    start, end = article.clean.offsets.raw(relation.start, relation.end)
    source = article.clean.source.source_id
    return Rejection("relation", source, error, message, article.article_id, start, end)
