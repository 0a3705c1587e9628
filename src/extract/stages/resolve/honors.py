"""Honours in detail: who gives them, their batch and prize, their recipients without titles, one record each."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from extract.data import Dimension, Filler, Label, Mention, Place, Quantity, Relation
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, plain
from extract.stages.resolve.context import Context, fill, first, shortened, without_taken

_FRONT = 6
"""Characters before the batch in an honour, at most."""
_PRIZE = 20
"""Characters behind an honour in which its prize stands."""
_ITEM = 4
"""Characters that each of several honours has, at least."""


def resolve_honors(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Split what a rule read as one honour; a prize is no statistic besides."""
    out = [(index, made) for index, relation in enumerate(relations) for made in _honors(context, relation)]
    return without_taken(out, ("prize",))


def _honors(context: Context, relation: Relation) -> Iterator[Relation]:
    if relation.record_type != "honor" or (honor := first(relation, "honor")) is None:
        yield relation
        return
    relation = _with_prize(context, _with_recipients(context, relation), honor)
    if relation.codes.get("again"):
        yield relation  # 这一殊荣: its name stands elsewhere
        return
    for one in _each(context, honor):
        yield _split(context, replace(relation, slots={**relation.slots, "honor": (one,)}))


def _each(context: Context, honor: Filler) -> Iterator[Filler]:
    """国家园林城市、全国双拥模范城 are two honours, “甲之乡”“乙之乡” too; marks inside quotes part nothing."""
    start, end = honor.spans[0]
    if len(honor.spans) == 1 and (summed := context.words.honour_count.search(context.article.text(start, end))):
        end -= len(summed[0])  # “甲”和“乙”|两项殊荣
        honor = Filler(((start, end),), plain(context.article.text(start, end)))
    if len(honor.spans) == 1 and (more := context.words.more_honours.match(context.article.clean.text, end)):
        end = more.end()
    text, depth, at, cuts = context.article.text(start, end), 0, 0, []
    for i, char in enumerate(text):
        if depth == 0 and i > at and text[i - 1 : i + 1] == "”“":
            cuts.append((at, i))
            at = i
        depth += (char in "（“《") - (char in "）”》")
        if depth == 0 and char in (ITEM_MARK, *context.words.single_joins):
            cuts.append((at, i))
            at = i + 1
    items = [*cuts, (at, len(text))]
    quoted = len(items) > 1 and all(text[a:b][0] + text[a:b][-1] == "“”" for a, b in items)
    unlike = any(b - a < _ITEM or not context.words.prized.search(text[a:b]) for a, b in items)
    if len(honor.spans) > 1 or (unlike and not quoted):
        yield honor
        return
    for a, b in items:
        yield Filler(((start + a, start + b),), plain(text[a:b]))


def _with_recipients(context: Context, relation: Relation) -> Relation:
    """A person without titles, a product with its owner: 某公司的|轴承, 某公司生产的|轴承."""
    fillers = relation.slots.get("recipients", ())
    named = [f for f in fillers if not _title_alone(context, relation, f)]
    meant = tuple(_recipient(context, relation, filler) for filler in named or fillers)
    meant = (*_people_before(context, relation, meant[0]), *meant) if meant else ()
    return replace(relation, slots={**relation.slots, "recipients": meant}) if meant else relation


def _title_alone(context: Context, relation: Relation, filler: Filler) -> bool:
    """Whether an item is only the first of somebody's posts: 东江小学校长|、高级教师某某."""
    end = filler.spans[-1][1]
    row = context.by_sentence[relation.sentence]
    return any(m.label is Label.TITLE and m.end == end for m in row)


def _people_before(context: Context, relation: Relation, filler: Filler) -> tuple[Filler, ...]:
    """Those named with their posts in the clauses before: 某院主任|江明远|，某校校长|李向东|获…."""
    row = context.by_sentence[relation.sentence]
    people = [m for m in row if m.label is Label.PERSON]
    at = next((i for i, m in enumerate(people) if m.start == filler.spans[0][0]), 0)
    out: list[Filler] = []
    for before, behind in zip(reversed(people[:at]), reversed(people[1 : at + 1]), strict=True):
        between = context.article.text(before.end, behind.start)
        titled = any(m.label is Label.TITLE and m.end == before.start for m in row)
        if not titled or between[:1] not in CLAUSE_MARKS or any(mark in between[1:] for mark in CLAUSE_MARKS):
            break
        if not any(m.label is Label.TITLE and m.end == behind.start for m in row):
            break
        out.insert(0, Filler(((before.start, before.end),), context.article.text(before.start, before.end)))
    return tuple(out)


def _recipient(context: Context, relation: Relation, filler: Filler) -> Filler:
    start, end = filler.spans[0]
    for mention in context.by_sentence[relation.sentence]:
        if mention.label is Label.PERSON and start <= mention.start and mention.end == end:
            return Filler(((mention.start, end),), context.article.text(mention.start, end))
        if (
            mention.label is Label.PERSON
            and start <= mention.start
            and context.words.addressed.fullmatch(context.article.text(mention.end, end))
        ):
            return Filler(((mention.start, mention.end),), context.article.text(mention.start, mention.end))
    text = context.article.text(start, end)
    if home := context.words.home_front.match(text):
        return Filler(((start + home.end(), end),), plain(text[home.end() :]))  # 我市的|海川集团
    if aside := context.words.aside_behind.search(text):
        return shortened(filler, aside.start())  # 桐溪县白石镇|（高山蔬菜）
    made = context.words.made_of.search(text)
    if made:
        return Filler(((start + made.end(), end),), plain(text[made.end() :]))
    owned = text.find(context.words.of)
    if 0 < owned < len(text) - 1 and text.count(context.words.of) == 1:
        pieces = (start, start + owned), (start + owned + 1, end)
        return Filler(pieces, plain(text[:owned] + text[owned + 1 :]))
    return filler


def _with_prize(context: Context, relation: Relation, honor: Filler) -> Relation:
    """，每家奖励100万元 behind the honour."""
    if "prize" in relation.slots:
        return relation
    end = relation.end
    for mention in context.by_sentence[relation.sentence]:
        if mention.start < end or mention.start - end > _PRIZE:
            continue
        normal = mention.normal
        if mention.label is not Label.QUANTITY:
            continue
        if isinstance(normal, Quantity) and normal.dimension is Dimension.MONEY:
            between = context.article.text(end, mention.start)
            if context.words.prize.fullmatch(between):
                text = context.article.text(mention.start, mention.end)
                return fill(relation, "prize", Filler(((mention.start, mention.end),), text, normal))
        return relation
    return relation


def _split(context: Context, relation: Relation) -> Relation:
    """The honour without its granter in front and its batch."""
    honor = first(relation, "honor")
    if honor is None or len(honor.spans) != 1:
        return relation
    start, end = honor.spans[0]
    if "granter" not in relation.slots:
        heads = [
            m
            for m in context.by_sentence[relation.sentence]
            if m.label is Label.ORG and m.start == start and m.end < end
        ]
        if heads and honor.text.startswith(context.article.text(start, heads[0].end)):
            relation = fill(relation, "granter", _named(context, heads[0]))
            honor = Filler(((heads[0].end, end),), honor.text[heads[0].end - start :])
    if "batch" not in relation.slots:
        relation, honor = _with_batch(context, relation, honor)
    return fill(relation, "honor", honor)


def _with_batch(context: Context, relation: Relation, honor: Filler) -> tuple[Relation, Filler]:
    at, end = honor.spans[0]
    behind = context.words.batch_behind.search(context.article.text(at, end))
    if behind:
        span = (at + behind.start("batch"), at + behind.end("batch"))
        relation = fill(relation, "batch", Filler((span,), behind["batch"]))
        return relation, Filler(((at, at + behind.start()),), plain(context.article.text(at, at + behind.start())))
    for offset in range(min(_FRONT, end - at)):
        found = context.words.batch.match(context.article.text(at + offset, end))
        if not found:
            continue
        size = offset + found.end()
        relation = fill(relation, "batch", Filler(((at + offset, at + size),), found[0]))
        front, rest = context.article.text(at, at + offset), context.article.text(at + size, end)
        if front and not any(m.start == at and m.end == at + offset for m in context.mentions):
            return relation, Filler(((at, at + offset), (at + size, end)), plain(front + rest))
        return relation, Filler(((at + size, end),), plain(rest))
    return relation, honor


def _named(context: Context, mention: Mention) -> Filler:
    normal = mention.normal if isinstance(mention.normal, Place) else None
    return Filler(((mention.start, mention.end),), context.article.text(mention.start, mention.end), normal)
