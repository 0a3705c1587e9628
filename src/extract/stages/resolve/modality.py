"""Actual, forecast, target or planned: from the words before the figure, its section, and what the rule says."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extract.data import BlockKind, Bound, Quantity, Relation, TimeKind
from extract.stages.resolve.context import STATISTIC, Context, code, mapped, period_of, place

ModalityWords = Sequence[tuple[str, re.Pattern[str]]]
_ANCHORS = ("name", "title", "product", "honor", "object")
_CLAUSE = frozenset("，；")
_STOP = re.compile("[；。！？]")


def resolve_modality(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Set `modality` and `cumulative`. A rule that states a modality keeps it."""
    sections = _sections(context)

    def step(relation: Relation) -> Relation:
        whole = context.before(relation)
        before = whole[max((m.end() for m in _STOP.finditer(whole)), default=0) :]
        if "modality" not in relation.codes:
            before = _since_told(context, relation, before)
            found = (
                _of_scale(context, relation)
                or _modality(context, before + _inside(context, relation))
                or _of_list(context, relation, whole)
                or _brought(context, relation, before)
                or _behind(context, relation)
                or _of_section(relation, sections[relation.sentence])
            )
            relation = code(relation, modality=found)
        if relation.record_type == "statistic" and "cumulative" not in relation.codes:
            clause = re.split("[，：、]", before)[-1]
            tail = context.article.text(relation.start, place(relation))
            relation = code(relation, cumulative=bool(context.words.cumulative.search(clause + tail)))
        return relation

    return mapped(relations, step)


def _since_told(context: Context, relation: Relation, before: str) -> str:
    """今年计划完成20亿元，1—6月完成9亿元: behind a figure of the plan a time that is over tells what has happened."""
    at, written = place(relation), context.written
    if written is None:
        return before
    counted = False
    for mention in context.by_sentence[relation.sentence]:
        counted = counted or (isinstance(mention.normal, Quantity) and mention.start >= at - len(before))
        period = period_of(mention)
        if not counted or mention.end > at or period is None or period.end is None or period.end > written:
            continue
        if period.kind is TimeKind.SPAN and context.article.text(mention.start - 1, mention.start) in _CLAUSE:
            before = context.article.text(mention.start, at)
    return before


def _inside(context: Context, relation: Relation) -> str:
    """What stands between the name of a happening and what happened to it: 《…方案》|将于近期|出台."""
    if relation.record_type == STATISTIC:
        return ""
    anchor = next((relation.slots[s][0] for s in _ANCHORS if s in relation.slots), None)
    end = anchor.spans[-1][1] if anchor else relation.start
    return context.article.text(end, relation.end) if relation.start <= end < relation.end else ""


def _of_list(context: Context, relation: Relation, before: str) -> str | None:
    """预计 at the front of a sentence covers the whole list behind it, across its semicolons."""
    return "forecast" if relation.record_type == STATISTIC and context.words.wide.match(before) else None


def _brought(context: Context, relation: Relation, before: str) -> str | None:
    """达产后年产值9亿元 is expected."""
    return "forecast" if relation.record_type == STATISTIC and context.words.completing.search(before) else None


def _behind(context: Context, relation: Relation) -> str | None:
    """首批6台|将于月底装船: the figure's own clause says that it is to come."""
    if relation.record_type != STATISTIC:
        return None
    start = relation.slots["quantity"][0].spans[-1][1]
    end = context.article.sentences[relation.sentence].end
    return "planned" if context.words.behind.match(context.article.text(start, end)) else None


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
            named = [name for name, words in context.words.section_modality if words.search(text)]
            last = "actual" if context.words.first_order.match(text) else current
            if context.words.section_told.search(text):
                named, last = [], "actual"  # “十四五”时期发展成就和“十五五”时期主要目标
            current = named[-1] if named else last  # 主要目标和重点工作: its sentences say which are targets
        else:
            framed = [(name, m) for name, words in context.words.frames if (m := words.search(text))]
            if framed and framed[0][1].end() < len(text):
                out.append(framed[0][0])  # 主要预期目标是：增长6%；…: this sentence alone
                continue
            current = framed[0][0] if framed else current
        out.append(current)
    return out
