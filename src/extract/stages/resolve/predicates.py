"""What is said of some out of a whole: 八成的村卫生室|能提供远程诊疗, 31个行业大类中|27个|实现增长."""

from __future__ import annotations

from extract.data import Filler, Label, Relation
from extract.engine.coding import CLAUSE_MARKS, NAMES, Coded, plain
from extract.engine.lists import joined
from extract.stages.resolve.context import Context, fill, first

SAID = "said"
"""The code of a rule whose noun is the whole (`whole`), or stands before the figure (`before`)."""
_LONGEST = 20
"""Symbols of a predicate that still defines a part; a longer one tells a story."""
_SETTING = frozenset(NAMES[label] for label in (Label.TIME, Label.PLACE, Label.ORG))


def of_predicate(context: Context, relation: Relation) -> Relation:
    """The relation whose metric is what is said of the part and its noun: 实现增长行业大类; the noun is the whole.

    Where the figure is no subject (贡献了全国|六成的|出口) nothing is said of it, and the noun stays the metric.
    """
    said, metric = relation.codes.get(SAID), first(relation, "metric")
    if not isinstance(said, str) or metric is None:
        return relation
    coded = context.coding(relation)
    figure = coded.at(relation.slots["quantity"][0].spans[0][0])
    start = figure + 1 if said == "before" else coded.at(metric.spans[-1][1] - 1) + 1
    if said == "whole" and not _opens(context, coded, figure):
        return relation
    told = _predicate(context, coded, start)
    if said == "whole":
        relation = fill(relation, "reference", metric)
    return relation if told is None else fill(relation, "metric", joined(told, metric))


def _opens(context: Context, coded: Coded, figure: int) -> bool:
    """Whether nothing but a time, a place or an adverb stands before the figure in its clause: 目前，全市|八成."""
    at = coded.clause_start(figure)
    while at < figure:
        end = coded.word_end(at)
        word = coded.text[at:end]
        if word not in _SETTING and word not in context.words.metrics.settings:
            if word not in context.words.phrases.declared.edges:
                return False
        at = end
    return True


def _predicate(context: Context, coded: Coded, start: int) -> Filler | None:
    """What stands from the symbol `start` to the end of its clause, without adverbs in front."""
    while start < len(coded.text) and coded.text[start : coded.word_end(start)] in context.words.phrases.declared.edges:
        start = coded.word_end(start)
    end = next((i for i in range(start, len(coded.text)) if coded.text[i] in CLAUSE_MARKS), len(coded.text))
    if not 1 < end - start <= _LONGEST:
        return None
    span = coded.span(start, end)
    return Filler((span,), plain(context.article.text(*span)))
