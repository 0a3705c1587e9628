"""What is said of some out of a whole: 八成的村卫生室|能提供远程诊疗, 31个行业大类中|27个|实现增长."""

from __future__ import annotations

from extract.data import Bound, Dimension, Filler, Label, Quantity, Relation
from extract.engine.coding import CLAUSE_MARKS, NAMES, QUANTITIES, SINGLE, Coded, plain
from extract.engine.lists import joined
from extract.stages.resolve.context import Context, fill, first

SAID = "said"
"""The code of a rule whose noun is the whole (`whole`), or stands before the figure (`before`)."""
_LONGEST = 20
"""Symbols of a predicate that still defines a part; a longer one tells a story."""
_COUNT = SINGLE[Dimension.COUNT]
_NOUNS = ("n", "m")
"""How tags of what may end a noun begin: 采样点 ends in a word tagged as a number."""
_BOUNDS = frozenset({Bound.OVER, Bound.AT_LEAST, Bound.UNDER, Bound.AT_MOST})
_SETTLED = frozenset({"v", "uj", "p", "c"})
"""Tags of words that no noun of what something has begins with."""
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


def of_threshold(context: Context, relation: Relation) -> Relation:
    """9家|企业|营业收入超过10亿元 counts 营业收入超过10亿元的企业: those that pass what the next figure says."""
    metric, figure = first(relation, "metric"), relation.slots["quantity"][0]
    if metric is None or relation.codes.get("measure") != "level" or metric.spans[0][0] < figure.spans[-1][1]:
        return relation
    coded = context.coding(relation)
    start = coded.at(metric.spans[0][0])
    if coded.text[start - 1] != _COUNT:
        return relation
    end = next((i for i in range(start, len(coded.text)) if coded.text[i] in CLAUSE_MARKS), len(coded.text))
    passed = end - 1
    if not 1 < end - start <= _LONGEST or coded.text[passed] not in QUANTITIES or _figures(coded, start, passed):
        return relation
    normal = coded.mentions[passed][0].normal
    if not isinstance(normal, Quantity) or normal.bound not in _BOUNDS:
        return relation
    cut = _parted(context, coded, start, passed)
    if cut is None:
        return relation
    noun, said = coded.span(start, cut), coded.span(cut, end)
    told = plain(context.article.text(*said)) + context.words.of + plain(context.article.text(*noun))
    return fill(relation, "metric", Filler((said, noun), told))


def _figures(coded: Coded, start: int, end: int) -> bool:
    return any(symbol in QUANTITIES for symbol in coded.text[start:end])


def _parted(context: Context, coded: Coded, start: int, end: int) -> int | None:
    """Where the noun of `start:end` ends and what it has begins: 工业企业|营业收入; a group, if any."""
    begins = (i for i in range(start + 1, end) if coded.words[i] == i and coded.tags[i - 1].startswith(_NOUNS))
    cuts = [i for i in begins if coded.word_end(i) > i + 1 or not coded.tags[i].startswith(_NOUNS)]  # 测产|点|亩产
    groups = (*context.words.metrics.groups, *context.words.phrases.declared.sized)
    grouped = [i for i in cuts if coded.text[start:i].endswith(groups)]
    found = (grouped or cuts[:1])[-1:]
    return found[0] if found and coded.tags[found[0]] not in _SETTLED else None
