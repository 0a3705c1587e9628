"""The parts of what is aimed at are aimed at too: 到2031年，电站达到90座。其中，公共电站达到50座。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.data import Dimension, Quantity, Relation
from extract.stages.resolve.context import STATISTIC, Context, code, first

_CLAUSE = re.compile("[，；。：！？]")


def parts_of_goals(context: Context, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations; a figure in a sentence that opens with 其中 has the modality of its whole in the sentence before.

    What its own clause says has happened (其中，已建成50座) has.
    """
    told: dict[int, list[Relation]] = {}
    for relation in relations:
        index = relation.sentence
        if relation.record_type == STATISTIC:
            before = _modality_of_whole(relation, told.get(index - 1, ()))
            if before != "actual" and relation.codes.get("modality") == "actual" and _goes_on(context, index):
                clause = _CLAUSE.split(context.before(relation))[-1]
                relation = relation if context.words.past.search(clause) else code(relation, modality=before)
            told.setdefault(index, []).append(relation)
        yield relation


def _modality_of_whole(relation: Relation, before: Sequence[Relation]) -> str:
    """That of the last figure of its metric or kind: 项目10个，计划投资6亿元。其中，产业项目9个."""
    metric, dimension = _metric(relation), _dimension(relation)
    alike = [whole for whole in before if metric and (text := _metric(whole)) and metric.endswith(text)]
    rows = (alike, [whole for whole in before if _dimension(whole) is dimension], before)
    row = next((row for row in rows if row), None)
    return str(row[-1].codes.get("modality", "actual")) if row else "actual"


def _metric(relation: Relation) -> str:
    metric = first(relation, "metric")
    return metric.text if metric else ""


def _dimension(relation: Relation) -> Dimension | None:
    figure = first(relation, "quantity")
    return figure.normal.dimension if figure and isinstance(figure.normal, Quantity) else None


def _goes_on(context: Context, index: int) -> bool:
    """Whether a sentence opens with 其中 and stands in one paragraph with the one before."""
    opens = context.words.parts.match(context.sentence_text(index))
    return opens is not None and context.paragraph(index) == context.paragraph(index - 1)
