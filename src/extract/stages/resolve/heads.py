"""Heads that a metric's clause leaves out, restored from the figures before it."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Dimension, Filler, Quantity, Relation
from extract.engine.coding import ITEM_MARK
from extract.engine.lists import joined, piece
from extract.stages.resolve.again import told_again
from extract.stages.resolve.bracketed import of_bracketed, of_rate
from extract.stages.resolve.context import STATISTIC, Context, fill, first, place
from extract.stages.resolve.counted import again_counted, of_last_counted
from extract.stages.resolve.divisions import of_division
from extract.stages.resolve.groups import of_counted, of_group
from extract.stages.resolve.housed import of_housed
from extract.stages.resolve.kin import of_kin
from extract.stages.resolve.kinds import of_kinds
from extract.stages.resolve.lists import as_measured, metric_text, of_list
from extract.stages.resolve.parts import opened_by
from extract.stages.resolve.told_of import of_told
from extract.stages.resolve.wholes import behind_kind, head_of, of_total

_RELATIVE = frozenset({"growth", "change", "gap", "share", "multiple"})
_NEAR = 2
"""Sentences over which a sector's growth goes on about the head named before."""
_BACK = 60
"""Records before a figure among which its head is sought."""
_AMOUNTS = frozenset({"level", "increment"})
_SIBLING = 3
"""Characters of a name of which all but one are another's."""
_VERB = "v"
_GOODS = frozenset({Dimension.COUNT, Dimension.PHYSICAL})


def restored(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """The relation with the head, the owner or the counted noun that its clause leaves to an earlier figure."""
    metric = first(relation, "metric")
    if metric and metric.text in context.words.metrics.whole:
        return relation  # 关税税率升高3个百分点，|经济|增长1.5%
    for step in (
        of_rate,
        of_total,
        of_housed,
        of_last_counted,
        of_division,
        of_told,
        of_group,
        of_kin,
        of_kinds,
        _headed,
        of_bracketed,
        of_counted,
        of_list,
        again_counted,
        told_again,
    ):
        relation = step(context, relation, done)
    return relation


def _headed(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """规模以上非金属矿物制品业|增长56.3% after 工业增加值, 水泥|412万吨 after 汽车产量: the head of the chain."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or context.words.sharing.measured(metric.text) or relation.parent is not None:
        return relation
    if metric.text.startswith(context.words.metrics.kept_verbs) and relation.codes.get("measure") == "level":
        return relation  # 行业销量9万辆，公司|生产客车4千辆
    portion = relation.rule == context.words.portion
    branch = portion and metric.text.endswith(context.words.metrics.bare_heads)
    branch = branch and opened_by(context, relation) is not None  # 主营业务收入9亿元，其中|制造业|占比八成
    relative = relation.codes.get("measure") in _RELATIVE and (branch or not portion)
    relation = _of_reference(context, relation)
    metric = relation.slots["metric"][0]
    if len(metric.spans) > 1:
        return relation
    shared = relation.codes.get("measure") == "share" and not branch  # 完全开工的|企业|占48% has no head from before
    parts = relation.codes.get("measure") == "growth" or _weighs(relation) or branch
    opened = opened_by(context, relation) if parts else None
    reach, divided = _reach(context, relation, opened) if relative or parts else (0, False)
    reach = reach if relative or divided else 0
    for earlier in reversed(done[-_BACK:]):
        if earlier.record_type != STATISTIC or earlier.sentence < relation.sentence - reach:
            return relation
        if "metric" not in earlier.slots or (opened and place(earlier) > opened):
            continue
        if _alone(context, relation, earlier) and opened is None:
            reach = 0  # 空调增长9%，|智能产品|增长8%: the first of the row has no head from before
        head = head_of(context, earlier, as_measured(relation, earlier))
        if head and head.text in context.words.metrics.paces:
            continue  # 投资增速居全国第7位。其中，|工业投资|增长41%
        head = _as_beside(context, head, done, opened) if head and opened else head
        if head is None and (not relative or (opened is not None and _is_amount(earlier))):
            return relation
        if divided and not relative:
            if not _weighs(earlier) or (opened is None and not _in_one_unit(relation, earlier)):
                continue  # 完工量120万载重吨，增长5%，其中|海船|40万修正总吨
            whole = opened is not None and head and context.words.sharing.full_head(metric_text(earlier)) is None
            head = as_measured(relation, earlier) if whole else head  # 造船|完工量 is one word of what is measured
        told = ((reach or divided) and not shared) or (shared and _also_shared(context, relation, earlier))
        told = told or (relative and head is not None and _tells(context, relation, earlier, head))
        apart = head and (divided or head.text != metric_text(earlier))
        if head is None or not apart or head.text == metric.text:
            continue
        row = _behind_sibling(relation, earlier) or (None if told else _in_row(context, relation, earlier, head))
        if row or told or _alike(context, relation, earlier, head.text.removeprefix(context.words.of)):
            return fill(relation, "metric", joined(metric, row or head))
    return relation


def _alone(context: Context, relation: Relation, earlier: Relation) -> bool:
    """Whether a growth of the same row stands without a head."""
    metric = earlier.slots["metric"][0]
    row = earlier.sentence == relation.sentence and earlier.start != relation.start
    grown = earlier.codes.get("measure") == relation.codes.get("measure") == "growth"
    own = len(metric.spans) == 1 and not metric.inherited and not context.words.sharing.measured(metric.text)
    return row and grown and own


def _as_beside(context: Context, head: Filler, done: Sequence[Relation], opened: int) -> Filler:
    """消费价格上涨，其中|食品价格|涨、|衣着|涨: a part is told by the shorter head that a part before it has."""
    for beside in reversed(done[-_BACK:]):
        if beside.record_type != STATISTIC or place(beside) <= opened:
            break
        metric = first(beside, "metric")
        own = head_of(context, beside, metric) if metric and not metric.inherited else None
        if own and own.text != head.text and head.text.endswith(own.text):
            return own
    return head


def _also_shared(context: Context, relation: Relation, earlier: Relation) -> bool:
    """钟表的销售占总额21%、|百货|占13%: the next item of a row of shares of one whole, in one sentence."""
    mine, its = first(relation, "reference"), first(earlier, "reference")
    if mine and its and mine.text != its.text:
        return False
    both = earlier.codes.get("measure") == "share" and earlier.sentence == relation.sentence
    return both and earlier.start != relation.start and _opens_item(context, relation)


def _opens_item(context: Context, relation: Relation) -> bool:
    """Whether a metric stands at the front of its clause or of the item of a list."""
    coded = context.coding(relation)
    at = coded.at(relation.slots["metric"][0].spans[0][0])
    return at == coded.clause_start(at) or coded.text[at - 1] == ITEM_MARK


def _in_row(context: Context, relation: Relation, earlier: Relation, head: Filler) -> Filler | None:
    """水稻种植面积26万亩，|蔬菜|16万亩; 车险保单件数3万件；|责任险|2万件: what a row of bare levels is told by.

    Money and counts are of one row only where the items are of one kind; 保单件数 is what stands behind it.
    """
    mine, its = relation.slots["quantity"][0].normal, earlier.slots["quantity"][0].normal
    alike = relation.codes.get("measure") == earlier.codes.get("measure") in _AMOUNTS
    right_before = relation.slots["metric"][0].spans[-1][1] == relation.slots["quantity"][0].spans[0][0]
    if not isinstance(mine, Quantity) or not isinstance(its, Quantity) or not alike or mine.unit != its.unit:
        return None
    if not right_before or not _opens_item(context, relation) or _acts(context, relation):
        return None
    if mine.dimension is Dimension.PHYSICAL:
        return None if _ends_in_verb(context, relation, head) else head
    if head.text in context.words.metrics.totals:
        return None  # 高新技术企业总数2万家，|中小企业|9万家
    source = as_measured(relation, earlier)
    needing = max((w for w in context.words.metrics.dependents if source.text.endswith(w)), key=len, default="")
    if needing and needing != source.text:
        return piece(source, len(source.text) - len(needing), len(source.text))  # 小学在校生8万人，|初中|4万人
    return behind_kind(relation.slots["metric"][0], source, head)


def _acts(context: Context, relation: Relation) -> bool:
    """Whether a bare item holds a verb of its own: 发展|核桃5万亩, 日均|诞生|企业320家, but 保证|险3万件."""
    coded, (start, end) = context.coding(relation), relation.slots["metric"][0].spans[0]
    if metric_text(relation) in context.words.metrics.telling:
        return False  # 高中 is no verb
    opens = coded.at(start) if _weighs(relation) else coded.word_end(coded.at(start))
    return any(tag.startswith(_VERB) for tag in coded.tags[opens : coded.at(end - 1) + 1])


def _ends_in_verb(context: Context, relation: Relation, head: Filler) -> bool:
    """Whether what stands before a head of the relation's sentence is no thing: 最大|起飞|重量."""
    coded, before = context.coding(relation), head.spans[0][0] - 1
    return coded.starts[0] <= before < coded.ends[-1] and coded.tags[coded.at(before)] == _VERB


def _in_one_unit(relation: Relation, earlier: Relation) -> bool:
    mine, its = relation.slots["quantity"][0].normal, earlier.slots["quantity"][0].normal
    return isinstance(mine, Quantity) and isinstance(its, Quantity) and mine.unit == its.unit


def _weighs(relation: Relation) -> bool:
    """Whether a figure is a level of goods: tonnes, kilowatt-hours."""
    quantity = relation.slots["quantity"][0].normal
    physical = isinstance(quantity, Quantity) and quantity.dimension is Dimension.PHYSICAL
    return physical and relation.codes.get("measure") == "level"


def _is_amount(relation: Relation) -> bool:
    """Whether a figure is one of money or goods, which may be a whole; 19个保持增长，增长面达51% are none."""
    quantity = relation.slots["quantity"][0].normal
    return isinstance(quantity, Quantity) and quantity.dimension in {Dimension.MONEY, Dimension.PHYSICAL}


def _reach(context: Context, relation: Relation, opened: int | None) -> tuple[int, bool]:
    """Over how many sentences a part is told by its whole's head, and whether it is told as a part of what was said.

    分品种看，|火电|增长5%; 工业增加值增长6%，其中，|电子|增长9%, where `opened` is the place of 其中.
    """
    metric, words = metric_text(relation), context.words.metrics
    if any(way in metric for way in words.directions):
        return 0, False  # 自某国进口农产品
    if opened is not None:
        return int(opened == context.article.sentences[relation.sentence].start), True
    divided = words.dividing.search(context.before(relation)) is not None
    return (_NEAR if divided or metric.endswith(words.bare_heads) else 0), divided


def _tells(context: Context, relation: Relation, earlier: Relation, head: Filler) -> bool:
    """Whether a head is one that what follows is told by: 零售额; of growths every output; what it was told by before.

    第一产业增加值…。三次产业结构为7∶45∶48。 is that of the 增加值.
    """
    words = context.words.metrics
    if _but_for_one(metric_text(relation) + head.text, metric_text(earlier)):
        return head.text not in words.totals  # 汇聚全国1/7的|企业 after 企业总数
    grown = relation.codes.get("measure") == "growth" and head.text.endswith(tuple(words.outputs))
    return earlier.sentence == relation.sentence and (grown or head.text.removeprefix(context.words.of) in words.told)


def _behind_sibling(relation: Relation, earlier: Relation) -> Filler | None:
    """All that stands behind a sibling of the metric: 一线城市|新建住宅价格 for 二线城市."""
    metric, source = relation.slots["metric"][0], as_measured(relation, earlier)
    size = len(metric.text)
    if relation.codes.get("measure") not in _RELATIVE and not _in_one_unit(relation, earlier):
        return None
    alike = size >= _SIBLING and size < len(source.text) and _but_for_one(metric.text, source.text[:size])
    return piece(source, size, len(source.text)) if alike else None


def _but_for_one(text: str, other: str) -> bool:
    """Whether two texts are the same but for one character: 第二产业增加值, 第三产业增加值."""
    return len(text) == len(other) and sum(a != b for a, b in zip(text, other, strict=True)) < 2


def _of_reference(context: Context, relation: Relation) -> Relation:
    """新材料|占总收入的51%: the part is measured like its whole."""
    metric, reference = relation.slots["metric"][0], first(relation, "reference")
    head = head_of(context, relation, reference) if reference and relation.codes.get("measure") == "share" else None
    if head is None or head.text.endswith(context.words.metrics.numbers):
        return relation  # 大班|占总班数的1%: things are counted by themselves
    return fill(relation, "metric", joined(metric, head))


def _alike(context: Context, relation: Relation, earlier: Relation, head: str) -> bool:
    """Whether two levels are of one kind: goods in a list of outputs, sectors in one of money."""
    mine, its = relation.slots["quantity"][0].normal, earlier.slots["quantity"][0].normal
    if not isinstance(mine, Quantity) or not isinstance(its, Quantity):
        return False
    if relation.codes.get("measure") != "level":
        return False
    if mine.dimension is its.dimension is Dimension.PERCENT:
        apart = relation.start != earlier.start and not metric_text(relation).endswith(context.words.metrics.ratios)
        return apart and head.endswith(context.words.metrics.ratios)  # 旅馆客房住用率为51%，|民宿则为22%
    if mine.dimension in _GOODS:
        if mine.unit != its.unit and mine.unit in context.words.metrics.areas:
            return False  # 蔬菜产量3万吨；|瓜果1107公顷
        counted = mine.dimension is Dimension.COUNT and mine.unit not in context.words.metrics.cargo
        if counted and head in context.words.metrics.handled:
            return False  # 集装箱吞吐量68万标箱；|航线|达到126条
        goods = mine.dimension is Dimension.PHYSICAL or (mine.unit or "") in context.words.metrics.goods
        return goods and head in context.words.metrics.outputs
    money = mine.dimension is Dimension.MONEY and (its.dimension is Dimension.MONEY or its.unit == "%")
    return money and metric_text(relation).endswith(context.words.metrics.bare_heads)
