"""The whole that a share is a part of, where its clause leaves that to the figures before."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from extract.data import Filler, Relation
from extract.engine.lists import Sharing
from extract.stages.resolve.context import STATISTIC, Context, fill, first
from extract.stages.resolve.lists import metric_text

_COMPARED = frozenset({"share", "contribution"})
_WORD = 2
"""Characters of the word that says of what kind a thing is."""
_BACK = 60
"""Figures before a share among which its whole is sought."""


def resolve_reference(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `reference` of shares and contributions, and of the change of a share (占…的17%，提高2个百分点)."""
    out: list[Relation] = []
    for relation in relations:
        if relation.record_type == STATISTIC and "reference" not in relation.slots:
            found = _reference(context, relation, relations, out)
            relation = fill(relation, "reference", found, inherited=True) if found else relation
        out.append(relation)
    return tuple(out)


def _reference(
    context: Context, relation: Relation, relations: Sequence[Relation], done: Sequence[Relation]
) -> Filler | None:
    measure = relation.codes.get("measure")
    if measure not in _COMPARED and measure != "change":
        return None
    close = list(takewhile(lambda r: r.sentence >= relation.sentence - 1, reversed(done)))
    near = [r for r in reversed(close) if r.record_type == STATISTIC][-_BACK:]
    goes_on = _same(relation, near, measure)
    if goes_on or measure != "share":
        return goes_on
    return _total(relation, near, relations) or _whole(context, relation, near)


def _same(relation: Relation, near: Sequence[Relation], measure: str | bool | None) -> Filler | None:
    """The reference of the share, or of the contribution, that the figure goes on about."""
    kind = "contribution" if measure == "contribution" else "share"
    for earlier in reversed(near):
        told = earlier.sentence == relation.sentence and metric_text(earlier) == metric_text(relation)
        if told and earlier.codes.get("measure") == kind:
            return first(earlier, "reference")
    return None


def _total(relation: Relation, near: Sequence[Relation], relations: Sequence[Relation]) -> Filler | None:
    """The total of which the metric is a part under 其中."""
    for earlier in reversed(near):
        if earlier.parent is not None and metric_text(earlier) == metric_text(relation):
            return first(relations[earlier.parent], "metric")
    return None


def _beside(sharing: Sharing, mine: str, its: str) -> bool:
    """Whether things of one kind are measured alike, none the whole: 加工|贸易|进出口, 一般|贸易|进出口."""
    head = sharing.head(mine)
    if head is None or sharing.head(its) != head or mine.endswith(its):
        return False
    mine, its = mine[: -len(head)], its[: -len(head)]
    return len(mine) > _WORD and len(its) > _WORD and mine != its and mine[-_WORD:] == its[-_WORD:]


def _whole(context: Context, relation: Relation, near: Sequence[Relation]) -> Filler | None:
    """The last amount of which the metric names a part: 普惠园在园幼儿 of 在园幼儿, 乘用车销量 of 汽车销量."""
    mine, sharing = metric_text(relation), context.words.sharing
    levels = [r for r in near if r.codes.get("measure") in {"level", "increment"} and metric_text(r) not in {"", mine}]
    for earlier in reversed(levels):
        its = metric_text(earlier)
        if earlier.codes.get("modality") != relation.codes.get("modality"):
            continue  # 年度计划投资9亿元。工业项目|总投资6亿元，占比40%
        head = sharing.head(mine)
        if head and its in context.words.metrics.directions and its not in (head, mine) and head.endswith(its):
            continue  # 一般贸易|进出口 is no part of 出口
        if _beside(sharing, mine, its):
            continue
        if mine.endswith(its) or (head and (its == head or sharing.head(its) == head)):
            return first(earlier, "metric")
    last = levels[-1] if levels else None
    apart = last is not None and _beside(sharing, mine, metric_text(last))
    if last and not apart and last.sentence == relation.sentence and relation.rule in context.words.parts_of_last:
        return first(last, "metric")
    return None
