"""Heads and owners that a metric's clause leaves out, restored from the figures before it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from extract.data import Dimension, Filler, Quantity, Relation
from extract.engine.coding import QUANTITIES, Coded, plain
from extract.stages.resolve.context import NAME_SYMBOLS, STATISTIC, Context, fill, first
from extract.stages.resolve.lists import as_measured, metric_text, without_head
from extract.stages.resolve.parts import parent_of

_RELATIVE = frozenset({"growth", "change", "gap", "share", "multiple"})
_NEAR = 2
"""Sentences over which a sector's growth goes on about the head named before."""
_VERB = 5
"""Words between a figure and the verb that says which ones it counts: 12所|年底前|全部|投用."""
_GOODS = frozenset({Dimension.COUNT, Dimension.PHYSICAL})


def restored(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """The relation with the head, the owner or the counted noun that its clause leaves to an earlier figure."""
    for step in (_of_total, _divided, _paired, _headed, _of_group, _dependent, _counted):
        relation = step(context, relation, done)
    return relation


# ---- parts of a total -----------------------------------------------------------------------------------------


def _of_total(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """其中|投产29家 of 落户企业 are 投产企业, 风电 of 电力装机 is 风电装机, 商品猪 of 销售生猪 is 销售商品猪."""
    parent, metric = parent_of(context, relation, done), first(relation, "metric")
    if parent is None:
        return relation
    relation = replace(relation, parent=parent)
    whole = first(done[parent], "metric")
    if metric is None or whole is None:
        return relation
    if metric.inherited:
        return _counted(context, relation, done)
    if metric.text == whole.text:
        return relation
    if metric.text in context.words.statuses:
        noun = _counted_noun(context, done[parent])
        return fill(relation, "metric", Filler((*metric.spans, *noun.spans), metric.text + noun.text))
    if metric.text in context.words.divisions:
        return relation  # 城镇 is that of the whole, in full
    head = _head(context, whole)
    if head and not _measured(context, metric.text):
        return fill(relation, "metric", Filler((*metric.spans, *head.spans), metric.text + head.text))
    verb = _kept_verb(context, done[parent])
    if verb and not head and not metric.text.startswith(verb.text) and not _measured(context, metric.text):
        return fill(relation, "metric", Filler((*verb.spans, *metric.spans), verb.text + metric.text))
    return relation


def _head(context: Context, source: Filler) -> Filler | None:
    """The shared head that a metric ends with, or is."""
    head = source.text if source.text in context.words.sharing.heads else context.words.sharing.head(source.text)
    if head is None:
        return None
    end = source.spans[-1][1]
    return Filler(((max(source.spans[-1][0], end - len(head)), end),), head)


def _measured(context: Context, text: str) -> bool:
    """Whether a metric says by its own ending what is measured: 毛利率, 合同额."""
    return text.endswith((*context.words.sharing.heads, *context.words.sharing.endings))


def _counted_noun(context: Context, relation: Relation) -> Filler:
    """What is counted, without the verb that says which: 企业 of 落户企业, 项目 of 重点项目."""
    metric, words = relation.slots["metric"][0], context.words
    text, (start, end) = metric.text, metric.spans[-1]
    while lead := max((w for w in words.leading if text.startswith(w) and len(text) - len(w) > 1), key=len, default=""):
        text = text[len(lead) :]
    return Filler(((max(start, end - len(text)), end),), text)


def _kept_verb(context: Context, relation: Relation) -> Filler | None:
    """The verb at the front of a metric that its parts keep: 销售 of 销售生猪."""
    metric = relation.slots["metric"][0]
    verb = next((v for v in context.words.kept_verbs if metric.text.startswith(v)), "")
    start, end = metric.spans[0]
    if not verb or end - start <= len(verb):
        return None
    return Filler(((start, start + len(verb)),), verb)


# ---- heads of a chain -----------------------------------------------------------------------------------------


def _divided(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """城镇|231.9亿元 after 社会消费品零售总额: the division of the last whole."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or metric.text not in context.words.divisions:
        return relation
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence < relation.sentence - 1:
            break
        if "metric" in earlier.slots and not metric_text(earlier).startswith(context.words.divisions):
            source = as_measured(relation, earlier)
            return fill(relation, "metric", Filler((*metric.spans, *source.spans), metric.text + source.text))
    return relation


def _paired(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """贷款余额 after 金融机构人民币存款余额 has the same owner in front."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or metric.text not in context.words.counterparts:
        return relation
    counterpart = context.words.counterparts[metric.text]
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence < relation.sentence - 1:
            return relation
        source = first(earlier, "metric")
        if source and source.text.endswith(counterpart) and source.text != counterpart:
            front = without_head(source, counterpart)
            return fill(relation, "metric", Filler((*front.spans, *metric.spans), front.text + metric.text))
    return relation


def _headed(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """规模以上非金属矿物制品业|增长56.3% after 工业增加值, 水泥|412万吨 after 汽车产量: the head of the chain."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or _measured(context, metric.text) or relation.parent is not None:
        return relation
    relative = relation.codes.get("measure") in _RELATIVE and relation.rule != context.words.portion
    relation = _of_reference(context, relation)
    metric = relation.slots["metric"][0]
    if len(metric.spans) > 1:
        return relation
    reach = _NEAR if relative and metric.text.endswith(context.words.bare_heads) else 0
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence < relation.sentence - reach:
            return relation
        if "metric" not in earlier.slots:
            continue
        head = _head(context, as_measured(relation, earlier))
        if head is None and not relative:
            return relation
        told = relative and (reach or (head and head.text in context.words.told))
        if head and head.text != metric_text(earlier) and (told or _alike(context, relation, earlier, head.text)):
            return fill(relation, "metric", Filler((*metric.spans, *head.spans), metric.text + head.text))
    return relation


def _of_reference(context: Context, relation: Relation) -> Relation:
    """新材料|占总收入的51%: the part is measured like its whole."""
    metric, reference = relation.slots["metric"][0], first(relation, "reference")
    head = _head(context, reference) if reference and relation.codes.get("measure") == "share" else None
    if head is None:
        return relation
    return fill(relation, "metric", Filler((*metric.spans, *head.spans), metric.text + head.text))


def _alike(context: Context, relation: Relation, earlier: Relation, head: str) -> bool:
    """Whether two levels are of one kind: goods in a list of outputs, sectors in one of money."""
    mine, its = relation.slots["quantity"][0].normal, earlier.slots["quantity"][0].normal
    if not isinstance(mine, Quantity) or not isinstance(its, Quantity) or relation.codes.get("measure") != "level":
        return False
    if mine.dimension in _GOODS:
        goods = mine.dimension is Dimension.PHYSICAL or (mine.unit or "") in context.words.goods
        return goods and head in context.words.outputs
    money = mine.dimension is Dimension.MONEY and (its.dimension is Dimension.MONEY or its.unit == "%")
    return money and metric_text(relation).endswith(context.words.bare_heads)


# ---- owners ---------------------------------------------------------------------------------------------------


def _of_group(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """规模以上工业企业|实现|营业收入: the group that has the figure stays in the metric, for the next verbs too."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or len(metric.spans) != 1 or relation.parent is not None:
        return relation
    coded = context.coding(relation)
    verb = _verb_before(context, coded, coded.at(metric.spans[0][0]))
    if verb is None:
        return relation
    group = _group_before(context, coded, verb) or _carried(context, relation, coded, verb, done)
    if group is None or metric.text.startswith(group.text):
        return relation
    relation = replace(relation, slots={**relation.slots, "group": (group,)})
    return fill(relation, "metric", Filler((*group.spans, *metric.spans), group.text + metric.text))


def _verb_before(context: Context, coded: Coded, at: int) -> int | None:
    """The symbol of the verb of having (实现, 完成) right before `at`."""
    while at > 0:
        word = coded.words[at - 1]
        surface = coded.text[word:at]
        if surface in context.words.having:
            return word
        if surface not in context.words.phrases.edges:
            return None
        at = word
    return None


def _group_before(context: Context, coded: Coded, at: int) -> Filler | None:
    phrase = context.words.phrases.left(coded, at)
    if phrase is None:
        return None
    start, end = after_names(coded, *phrase), phrase[1]
    if start >= end or coded.text[start - 1 : start] in set(QUANTITIES):
        return None
    span = coded.span(start, end)
    text = plain(context.article.text(*span))
    return Filler((span,), text) if text.endswith(context.words.groups) and len(text) > _NEAR else None


def _carried(context: Context, relation: Relation, coded: Coded, verb: int, done: Sequence[Relation]) -> Filler | None:
    """The group of the figure before, where the verb opens its clause: …企业增加到35户，|完成增加值."""
    start = coded.clause_start(verb)
    if context.words.phrases.left(coded, verb) is not None or any(c in NAME_SYMBOLS for c in coded.text[start:verb]):
        return None
    for last in reversed(done):
        if last.record_type != STATISTIC or last.sentence != relation.sentence:
            return None
        group, metric = first(last, "group"), first(last, "metric")
        if group:
            return group
        if metric and not metric.inherited:
            counted = last.rule in context.words.grown and metric.text.endswith(context.words.groups)
            return metric if counted else None
    return None


def after_names(coded: Coded, start: int, end: int) -> int:
    """The first symbol of `start:end` that is no name."""
    while start < end and coded.text[start] in NAME_SYMBOLS:
        start += 1
    return start


def _dependent(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """普通高中1.5万所，|招生947万人: a noun that needs an owner takes what was counted just before it."""
    metric, words = first(relation, "metric"), context.words
    if metric is None or metric.inherited:
        return relation
    if metric.text not in words.dependents and metric.text not in words.returns:
        return relation
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence != relation.sentence:
            break
        source = first(earlier, "metric")
        if source is None or earlier.codes.get("measure") not in {"level", "increment"}:
            continue
        if (earlier.parent is None) != (relation.parent is None):
            continue
        if source.text.endswith((*words.dependents, *words.returns)):
            continue
        owns = metric.text in words.dependents or source.text.endswith(words.groups)
        if not owns or source.text.startswith(words.everything):
            break
        return fill(relation, "metric", Filler((*source.spans, *metric.spans), source.text + metric.text))
    return relation


def _counted(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """其余12所|年底前全部投用 after 改扩建乡镇卫生院: the verb behind the figure and the noun counted before."""
    metric, quantity = first(relation, "metric"), relation.slots["quantity"][0].normal
    if not isinstance(quantity, Quantity) or quantity.dimension is not Dimension.COUNT:
        return relation
    left_out = metric is None or metric.inherited or metric.text in context.words.rests
    if not left_out or relation.codes.get("measure") != "level" or "item" in relation.codes:
        return relation
    source = _same_unit(relation, quantity, done)
    if source is None:
        return relation
    if metric and metric.inherited and context.words.cumulative.search(_clause(context, relation)):
        return fill(relation, "metric", _not_new(context, source.slots["metric"][0]), inherited=True)
    noun, verb = _counted_noun(context, source), _verb_behind(context, relation)
    if verb:
        return fill(relation, "metric", Filler((*verb.spans, *noun.spans), verb.text + noun.text))
    if metric and not metric.inherited:
        keeps = metric.text in context.words.rests and metric.text not in context.words.mere_rests
        pieces = (*metric.spans, *noun.spans) if keeps else noun.spans
        return fill(relation, "metric", Filler(pieces, (metric.text if keeps else "") + noun.text))
    return relation


def _clause(context: Context, relation: Relation) -> str:
    """The figure's clause up to the figure."""
    coded = context.coding(relation)
    at = coded.at(relation.slots["quantity"][0].spans[0][0])
    return coded.text[coded.clause_start(at) : at]


def _not_new(context: Context, metric: Filler) -> Filler:
    """泵站 of 新建泵站: what has been built altogether is not new."""
    fresh = next((w for w in context.words.fresh if metric.text.startswith(w)), "")
    start, end = metric.spans[0]
    if not fresh or end - start <= len(fresh):
        return metric
    return Filler(((start + len(fresh), end), *metric.spans[1:]), metric.text[len(fresh) :])


def _same_unit(relation: Relation, quantity: Quantity, done: Sequence[Relation]) -> Relation | None:
    """The last count in the same unit, in this sentence or the one before."""
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or earlier.sentence < relation.sentence - 1:
            return None
        other = earlier.slots["quantity"][0].normal
        if earlier.parent is not None and relation.parent is None:
            continue
        if isinstance(other, Quantity) and other.unit == quantity.unit and "metric" in earlier.slots:
            return earlier
    return None


def _verb_behind(context: Context, relation: Relation) -> Filler | None:
    """The verb right behind a figure that says which ones it counts, across times and adverbs."""
    coded, phrases = context.coding(relation), context.words.phrases
    at = coded.at(relation.slots["quantity"][0].spans[0][0]) + 1
    for _ in range(_VERB):
        if at >= len(coded.text):
            return None
        end = phrases.word_end(coded, at)
        verb = max((w for w in context.words.statuses if coded.text.startswith(w, at)), key=len, default="")
        if verb:
            span = coded.span(at, at + len(verb))
            return Filler((span,), context.article.text(*span))
        if coded.tags[at] not in {"t", "d", "m", "f", "b"} and coded.text[at:end] not in phrases.edges:
            return None
        at = end
    return None
