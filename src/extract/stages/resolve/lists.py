"""What the items of a list take from the metrics before it: 分别达到12万吨和5万吨."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import takewhile

from extract.data import Filler, Relation
from extract.stages.resolve.context import STATISTIC, Context, code, fill, first


def listed(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation | None:
    """The k-th of n figures without n names of its own takes the k-th of the n metrics before: 分别累计达到…."""
    item = relation.codes.get("item")
    if not isinstance(item, str):
        return None
    k, n = map(int, item.split("/"))
    run = relation.codes.get("run")
    # in text order, so that nothing farther back stands in this sentence or the one before
    near = [*takewhile(lambda r: r.sentence >= relation.sentence - 1, reversed(done))]
    group = [
        r for r in reversed(near) if r.record_type == STATISTIC and r.start != relation.start and "metric" in r.slots
    ]
    group = [r for r in group if run is None or r.codes.get("run") != run]
    last = _window(group, n)
    if last is None:
        return None
    source = as_measured(relation, last[k])
    own = first(relation, "metric")
    if last[k].codes.get("measure") == "increment" and own and relation.codes.get("measure") == "level":
        relation = code(relation, measure="increment")
    filler = _modified(context, own, source) if own else source
    return fill(relation, "metric", filler, inherited=True)


def _window(group: Sequence[Relation], size: int) -> Sequence[Relation] | None:
    """The last `size` figures with names of their own; else the last list that has as many."""
    last = group[-size:]
    if len(last) == size and len({metric_text(r) for r in last}) == size:
        return last
    for end in range(len(group) - 1, size - 1, -1):
        last = group[end - size : end]
        if len({metric_text(r) for r in last}) == size and len({r.start for r in last}) == 1:
            return last
    return None


def as_measured(relation: Relation, earlier: Relation) -> Filler:
    """The metric of an earlier relation without its 年均; a rank of its share is one of its 占比."""
    source, noun, aspect = earlier.slots["metric"][0], first(earlier, "noun"), first(earlier, "aspect")
    if aspect and source.text.endswith(aspect.text) and len(source.spans) > 1:
        source = replace(source, spans=source.spans[:-1], text=source.text[: -len(aspect.text)])
    if noun and relation.codes.get("measure") == "rank" and earlier.codes.get("measure") == "share":
        return Filler((*source.spans, *noun.spans), source.text + noun.text)
    return source


def _modified(context: Context, own: Filler, source: Filler) -> Filler:
    """毛利率 in place of the source's head (甲产品收入), or 省级 before it (市级以上企业技术中心)."""
    sharing = context.words.sharing
    if own.text in sharing.heads:
        stem = without_head(source, sharing.head(source.text) or "")
        return Filler((*stem.spans, *own.spans), stem.text + own.text)
    modifier = sharing.modifier(source.text) or ""
    pieces = source.spans
    if modifier:
        start, end = pieces[0]
        pieces = ((start + len(modifier), end), *pieces[1:]) if end - start > len(modifier) else pieces[1:]
    return Filler((*own.spans, *pieces), own.text + source.text[len(modifier) :])


def without_head(source: Filler, head: str) -> Filler:
    """A filler without the head that it ends with."""
    start, end = source.spans[-1]
    if not head:
        return source
    kept = ((start, end - len(head)),) if end - start > len(head) else ()
    return Filler((*source.spans[:-1], *kept), source.text[: -len(head)])


def metric_text(relation: Relation) -> str:
    """The text of a relation's metric; empty where it has none."""
    metric = first(relation, "metric")
    return metric.text if metric else ""
