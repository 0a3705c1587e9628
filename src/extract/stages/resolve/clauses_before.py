"""Whose a figure is by the clauses before its own in the sentence."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Filler, Place, Relation
from extract.engine.coding import Coded
from extract.stages.resolve.context import STATISTIC, Context, first, place
from extract.stages.resolve.owners import clause_owner, instanced, past_times, wider

_CLAUSES = 24
"""Clauses of a sentence over which an owner is looked for."""
_SOURCE = 300
"""Symbols before a clause in which its source is named."""
_STRONG = "；。"
"""Marks after which a clause is as good as a sentence's first."""


def own_start(coded: Coded, relation: Relation) -> int:
    """The symbol at which what the relation reads begins: its metric, else its figure's pattern."""
    metric = first(relation, "metric")
    return coded.at(metric.spans[0][0] if metric and metric.spans[0][0] < place(relation) else relation.start)


def of_sentence(context: Context, relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """The nearest owner that opens a part of the sentence before the figure's clause, or had a figure in one."""
    coded = context.coding(relation)
    end = coded.clause_start(own_start(coded, relation)) - 1
    for _ in range(_CLAUSES):
        if end < 0:
            break
        start = coded.clause_start(end)
        parts = context.words.parts.search(coded.text, start, end)
        had = None if parts or start >= end else _in_span(context, relation.sentence, coded.span(start, end), done)
        beyond = any(mark in coded.text[end : own_start(coded, relation)] for mark in _STRONG)
        if had and not wider(context, had) and not (beyond and isinstance(had.normal, Place)):
            return had
        opens = past_times(context, coded, _told(context, coded, start), start) == start
        opens = opens or coded.text[start - 1] in _STRONG or instanced(context, coded, start)
        found = clause_owner(context, coded, start, end)
        if found and (opens or found.normal == context.article.place) and not wider(context, found):
            return found
        end = start - 1
    return None


def _told(context: Context, coded: Coded, at: int) -> int:
    """Where what a source tells begins, before the symbol `at`: 记者从某局获悉，|今年…."""
    begins = [found.end() for found in context.words.sources.finditer(coded.text, max(0, at - _SOURCE), at)]
    return begins[-1] if begins else 0


def _in_span(context: Context, sentence: int, span: tuple[int, int], done: Sequence[Relation]) -> Filler | None:
    """The owner that stands in a clause of the sentence and had a figure there, or at which it points: 公司|…."""
    for earlier in reversed(done):
        if earlier.sentence != sentence:
            return None
        subject = first(earlier, "subject") if earlier.record_type == STATISTIC else None
        if subject is None or not subject.spans:
            continue
        firm = context.words.group.search(context.article.text(*span)) and not isinstance(subject.normal, Place)
        pointed = firm and subject.inherited and span[0] <= place(earlier) < span[1]
        if pointed or span[0] <= subject.spans[0][0] < span[1]:
            return subject
    return None
