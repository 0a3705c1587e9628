"""A place in a ranking that the clause before names: 入选某行业百强，排名第62位."""

from __future__ import annotations

from extract.data import Filler, Relation
from extract.engine.coding import plain
from extract.stages.resolve.context import Context, fill


def of_ranking(context: Context, relation: Relation) -> Relation | None:
    """The relation with 排名 as its metric and the list as its scope; None where no list was entered just before."""
    words = context.words.metrics
    coded = context.coding(relation)
    at = coded.at(relation.start)
    word = next((w for w in words.ranked if coded.text.startswith(w, at)), "")
    if "metric" in relation.slots or relation.codes.get("measure") != "rank" or not word:
        return None
    end = coded.clause_start(at)
    text = coded.surface(0, end)  # 500强 is a figure among the symbols
    entered = list(words.rankings.finditer(text))
    if not entered or entered[-1].end() != len(text) - 1:
        return None
    start, (low, high) = coded.starts[0], entered[-1].span("list")
    listed, own = (start + low, start + high), coded.span(at, at + len(word))
    relation = fill(relation, "metric", Filler((own,), word))
    return fill(relation, "scope", Filler((listed,), plain(context.article.text(*listed))), inherited=True)
