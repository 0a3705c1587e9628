"""Parts of a total: the head, the verb or the noun that they leave to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import Filler, Relation
from extract.engine.lists import joined, piece
from extract.stages.resolve.context import Context, fill, first
from extract.stages.resolve.counted import again_counted, counted_noun
from extract.stages.resolve.housed import held_at
from extract.stages.resolve.parts import parent_of


def of_total(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """其中|投产29家 of 落户企业 are 投产企业, 风电 of 电力装机 is 风电装机, 商品猪 of 销售生猪 is 销售商品猪."""
    parent, metric = parent_of(context, relation, done), first(relation, "metric")
    if parent is None:
        return relation
    relation = replace(relation, parent=parent)
    whole = first(done[parent], "metric")
    if metric is None or whole is None:
        return relation
    if metric.inherited:
        return again_counted(context, relation, done)
    if metric.text == whole.text:
        return relation
    if metric.text in context.words.metrics.directions:
        return _one_way(context, relation, whole)
    if metric.text in context.words.metrics.statuses:
        noun = counted_noun(context, done[parent])
        return fill(relation, "metric", joined(metric, noun))
    if metric.text in context.words.metrics.divisions:
        return relation  # 城镇 is that of the whole, in full
    if held := held_at(context, relation, whole):
        return fill(relation, "metric", joined(metric, held))
    head = head_of(context, done[parent], whole)
    if head and head.text.endswith(context.words.metrics.numbers):
        return relation  # 参保人数，其中退休人员: persons are counted by themselves
    if head and not context.words.sharing.measured(metric.text):
        return fill(relation, "metric", joined(metric, behind_kind(metric, whole, head) or head))
    verb = _kept_verb(context, done[parent])
    dealt = metric.text.startswith(context.words.metrics.kept_verbs)  # 其中|出口轮毂
    if (
        verb
        and not head
        and not dealt
        and verb.text not in metric.text
        and not context.words.sharing.measured(metric.text)
    ):
        return fill(relation, "metric", joined(verb, metric))
    return relation


def _one_way(context: Context, relation: Relation, whole: Filler) -> Relation:
    """民营企业进出口5万亿元，其中|出口3万亿元: the exports of whose trade it is."""
    found = context.words.metrics.both_ways.fullmatch(whole.text)
    if found is None or found["front"] in context.words.metrics.all_trade:
        return relation
    return fill(relation, "metric", joined(piece(whole, *found.span("front")), relation.slots["metric"][0]))


def head_of(context: Context, relation: Relation, source: Filler) -> Filler | None:
    """The head that a relation's metric ends with, or is: a shared one, else a last word that is measured (装车量)."""
    sharing = context.words.sharing
    head = source.text if source.text in sharing.heads else sharing.full_head(source.text)
    if head is None:
        head = _last_word(context, relation, source)
        if not head.endswith(sharing.endings) or not source.text.endswith(head) or len(head) == len(source.text):
            return None
    end, of = source.spans[-1][1], context.words.of
    if source.text.endswith(of + head) and end - source.spans[-1][0] > len(head):
        head = of + head  # 珠宝|的销货值升5%；药物升3%
    return Filler(((max(source.spans[-1][0], end - len(head)), end),), head)


def behind_kind(metric: Filler, source: Filler, head: Filler) -> Filler | None:
    """赔付支出 of 财产险赔付支出 for a 车险: what stands behind an item of the same kind, its head included."""
    kind = source.text.find(metric.text[-1], 1, len(source.text) - len(head.text))
    return piece(source, kind + 1, len(source.text)) if kind > 0 else None


def _last_word(context: Context, relation: Relation, source: Filler) -> str:
    """The last word of a filler in its relation's sentence, a single character with the word before it: 装车|量."""
    coded = context.coding(relation)
    start, end = source.spans[-1]
    if not context.article.sentences[relation.sentence].start <= start < end <= coded.ends[-1]:
        return ""
    first_, stop = coded.at(start), coded.at(end - 1) + 1
    at = coded.words[stop - 1]
    at = coded.words[at - 1] if stop - at == 1 and at > first_ else at
    return coded.surface(max(at, first_), stop)


def _kept_verb(context: Context, relation: Relation) -> Filler | None:
    """The verb at the front of a metric that its parts keep: 销售 of 销售生猪."""
    metric = relation.slots["metric"][0]
    verb = next((v for v in context.words.metrics.kept_verbs if metric.text.startswith(v)), "")
    start, end = metric.spans[0]
    if not verb or end - start <= len(verb):
        return None
    return Filler(((start, start + len(verb)),), verb)
