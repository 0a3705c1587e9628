"""Brands and parts of a firm that have figures of their own in its text: 某某主品牌|实现|收入."""

from __future__ import annotations

from extract.data import Filler, Label, Relation
from extract.engine.coding import NAMES, Coded, plain
from extract.stages.resolve.about import main_firm
from extract.stages.resolve.antecedents import group_word
from extract.stages.resolve.context import Context, first
from extract.stages.resolve.owners import past_times

_LONGEST = 14
"""Characters of the longest name of a brand."""


def doer(context: Context, relation: Relation) -> Filler | None:
    """Who has what is measured before a verb of having at the front of its clause: 某酒|实现|营收3亿元.

    Only where it is more than a firm's name: a word or two behind it, or a brand's alone. Lines of business, markets
    and regions stay in the metric.
    """
    metric = first(relation, "metric")
    if metric is None or len(metric.spans) != 1 or main_firm(context) is None:
        return None
    coded = context.coding(relation)
    verb = _verb(context, coded, coded.at(metric.spans[0][0]))
    if verb is None:
        return None
    start = past_times(context, coded, coded.clause_start(verb), verb)
    end = _before_times(coded, verb)
    if end <= start or group_word(context, coded, start, end) or not _nominal(coded, start, end):
        return None
    lead = context.words.subsidiary.match(coded.text, start, end)
    if lead and coded.text[lead.end()] == NAMES[Label.ORG]:
        start = lead.end()
    text = plain(coded.surface(start, end))
    alone = end == start + 1 and coded.text[start] in NAMES[Label.ORG]
    if (
        alone
        or text in context.words.metrics.mere
        or len(text) > _LONGEST
        or text.endswith(tuple(context.words.metrics.groups))
    ):
        return None
    return None if context.words.markets.search(text) else Filler((coded.span(start, end),), text)


def _verb(context: Context, coded: Coded, at: int) -> int | None:
    """The symbol of the verb of having right before the symbol `at`."""
    word = coded.words[at - 1] if at > 0 else 0
    return word if at > 0 and coded.text[word:at] in context.words.metrics.having else None


def _before_times(coded: Coded, at: int) -> int:
    """Where a name ends before times and adverbs: 某品牌|上半年|实现."""
    while at > 0 and (coded.text[at - 1] == NAMES[Label.TIME] or coded.tags[coded.words[at - 1]] in {"d", "t"}):
        at = coded.words[at - 1]
    return at


def _nominal(coded: Coded, start: int, end: int) -> bool:
    """Whether a stretch holds nouns and names alone, the last of them no name of a place."""
    words = [start]
    while (following := coded.word_end(words[-1])) < end:
        words.append(following)
    tags = [coded.tags[at] for at in words]
    named = all(
        tag.startswith(("n", "j", "b", "eng", "x", "q")) or coded.text[at] in NAMES[Label.ORG]
        for at, tag in zip(words, tags, strict=True)
    )
    return named and coded.text[end - 1] != NAMES[Label.PLACE]
