"""Actual, forecast, target or planned: from the words before the figure, its section, and what the rule says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.data import BlockKind, Bound, Quantity, Relation
from extract.stages.resolve.context import Context, code, mapped, place

ModalityWords = Sequence[tuple[str, re.Pattern[str]]]
_STOP = re.compile("[；。！？]")


def resolve_modality(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Set `modality` and `cumulative`. A rule that states a modality keeps it."""
    sections = _sections(context)

    def step(relation: Relation) -> Relation:
        before = context.before(relation)
        before = before[max((m.end() for m in _STOP.finditer(before)), default=0) :]
        if "modality" not in relation.codes:
            found = (
                _of_scale(context, relation)
                or _modality(context, before)
                or _of_section(relation, sections[relation.sentence])
            )
            relation = code(relation, modality=found)
        if relation.record_type == "statistic" and "cumulative" not in relation.codes:
            clause = re.split("[，：、]", before)[-1]
            tail = context.article.text(relation.start, place(relation))
            relation = code(relation, cumulative=bool(context.words.cumulative.search(clause + tail)))
        return relation

    return mapped(relations, step)


def _of_scale(context: Context, relation: Relation) -> str | None:
    """打造万亿级、千亿级集群: a scale after a verb of building is a target, in every item of the list."""
    quantity = relation.slots["quantity"][0].normal if "quantity" in relation.slots else None
    if not isinstance(quantity, Quantity) or quantity.bound is not Bound.SCALE:
        return None
    return "target" if context.words.aiming.search(context.before(relation)) else None


def _of_section(relation: Relation, modality: str) -> str:
    """In a section of plans an outcome is a target (增长6%), an amount of work is planned (治理90万亩)."""
    outcome = relation.codes.get("measure") in {"growth", "share", "change", "gap"}
    return "target" if modality == "planned" and outcome else modality


def _modality(context: Context, before: str) -> str | None:
    """The modality whose word stands nearest before the figure in its part of the sentence, a mere 将 last."""
    return _nearest(context.words.modality, before) or _nearest(context.words.weak_modality, before)


def _nearest(table: ModalityWords, before: str) -> str | None:
    best: tuple[int, str] | None = None
    for name, words in table:
        for found in words.finditer(before):
            if best is None or found.end() > best[0]:
                best = (found.end(), name)
    return best[1] if best else None


def _sections(context: Context) -> list[str]:
    """The modality that each sentence has from the part of the text in which it stands.

    A heading sets it, a sentence that opens a list of plans too; a heading of the first order (一、) ends it.
    """
    out: list[str] = []
    current = "actual"
    for index, sentence in enumerate(context.article.sentences):
        text = context.sentence_text(index)
        if sentence.kind is BlockKind.SUBHEADING:
            named = next((name for name, words in context.words.section_modality if words.search(text)), None)
            current = named or ("actual" if context.words.first_order.match(text) else current)
        else:
            current = next((name for name, words in context.words.frames if words.search(text)), current)
        out.append(current)
    return out
