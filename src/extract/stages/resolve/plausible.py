"""Whether a metric names something that is measured or counted: what names nothing makes no record."""

from __future__ import annotations

from extract.data import Filler, Label, Relation
from extract.engine.coding import NAMES, Coded
from extract.stages.resolve.context import Context, code, first
from extract.stages.resolve.fitting import without_metric

REFUSED = "refused"
"""The code of a relation that makes no record: the reason, as `rejects.jsonl` tells it."""
_IMPLAUSIBLE = "implausible_metric"
_OF_NAME = "figure_of_a_name"
_LEAD = 20
"""Characters before a quantity in which its name may begin."""
_OWNERS = frozenset("".join(NAMES[label] for label in (Label.ORG, Label.PLACE, Label.PERSON, Label.TIME)))
"""Symbols of who has a figure and when, never of what is measured."""
_EMPTY = frozenset(
    {"d", "ad", "p", "c", "r", "f", "m", "q", "t", "u", "ud", "uj", "ul", "uv", "uz", "y", "e", "o", "w"}
)
"""Tags of words that hold a phrase together and name nothing: 故, 这, 之前."""
_NOUN, _VERB = "n", "v"
_ADVERBS = frozenset({"d", "ad", "c", "v", "p"})
"""Tags of words that leave the metric to the clause before: 双双, 接连, 转为."""
_TOLD = frozenset({"level", "increment"})
"""Measures whose metric is told with the figure, not by the figure before."""


def judged(context: Context, relation: Relation) -> Relation:
    """The relation; without its own metric where that names nothing measured, and refused where no chain gives one.

    故|有5000套未能交付 counts no 故; 债务接连|突破3万亿元、4万亿元 leaves its metric to the words before.
    """
    metric = first(relation, "metric")
    if metric is not None and _in_name(context, relation, metric):
        return code(without_metric(relation), **{REFUSED: _OF_NAME})
    if metric is None or metric.inherited or _named(context, context.coding(relation), metric):
        return relation
    bare, coded = without_metric(relation), context.coding(relation)
    left_out = relation.codes.get("measure") not in _TOLD or "item" in relation.codes
    adverb = all(coded.tags[coded.at(at)] in _ADVERBS for at in range(*metric.spans[0]))
    return bare if left_out and adverb and len(metric.text) > 1 else code(bare, **{REFUSED: _IMPLAUSIBLE})


def _in_name(context: Context, relation: Relation, metric: Filler) -> bool:
    """Whether a quantity and what stands behind it are the name of what makes so much: 年产3万吨|纯碱项目."""
    quantity, words = relation.slots["quantity"][0].spans[-1], context.words.projects
    if relation.codes.get("measure") != "level" or metric.inherited or metric.spans[0][0] < quantity[1]:
        return False
    before = context.article.text(max(context.article.start, quantity[0] - _LEAD), quantity[0])
    return words.makers_of.search(metric.text) is not None and words.made_yearly.search(before) is not None


def _named(context: Context, coded: Coded, metric: Filler) -> bool:
    """Whether one word of a metric can be measured or counted, and it is not one character alone that cannot."""
    words = context.words
    if words.metrics.known(metric.text) or words.metrics.titles.search(metric.text):
        return True
    if words.sharing.measured(metric.text) or metric.text in words.metrics.bare_heads:  # 第二产业 of 第一、二、三产业
        return True
    if len(metric.text) == 1:
        at = coded.at(metric.spans[0][0])
        return coded.words[at] == at and coded.tags[at].startswith(_NOUN) and metric.text not in words.metrics.unnamed
    return any(_names(context, coded, coded.at(start), coded.at(end - 1) + 1) for start, end in metric.spans)


def _names(context: Context, coded: Coded, start: int, end: int) -> bool:
    """Whether a word of the symbols `start:end` is a noun, or a verb that says what is done."""
    at = start
    while at < end:
        stop = min(context.words.phrases.word_end(coded, at), end)
        if coded.text[at] not in _OWNERS and _word_names(context, coded.tags[at], coded.text[at:stop]):
            return True
        at = stop
    return False


def _word_names(context: Context, tag: str, word: str) -> bool:
    declared = context.words.phrases.declared
    if word in declared.nominal or word in declared.attributive or word in declared.compounds:
        return True
    if tag in _EMPTY or word in context.words.metrics.unnamed:
        return False
    light = word in declared.left_stops or word in declared.predicates or word[-1] in declared.directional
    return not (tag.startswith(_VERB) and light)
