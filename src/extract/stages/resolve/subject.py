"""Whose figure: the name in the clause, else in the clauses and sentences before, else what the article is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from extract.data import BlockKind, Filler, Label, Place, Quantity, Relation
from extract.engine.coding import ITEM_MARK, NAMES
from extract.stages.resolve.about import main_organisation
from extract.stages.resolve.attributes import as_height, of_made
from extract.stages.resolve.clauses_before import may_have, of_sentence, own_start
from extract.stages.resolve.closing import of_share_price, on_a_market
from extract.stages.resolve.context import STATISTIC, Context, fill, first, place
from extract.stages.resolve.doers import doer
from extract.stages.resolve.fronts import split_off
from extract.stages.resolve.handed_on import handed_on, in_full, of_part, thing_handed_on
from extract.stages.resolve.home import home_subject, is_national
from extract.stages.resolve.most_figures import of_most
from extract.stages.resolve.opening import tells
from extract.stages.resolve.owners import clause_owner, name_filler, wider
from extract.stages.resolve.populations import is_population, of_leaders, of_population, turned_from
from extract.stages.resolve.reporters import firm_told_of, source_of
from extract.stages.resolve.speakers import speaker
from extract.stages.resolve.things import bearer, goes_on, happened_to, joined_by, spread, told_before
from extract.stages.resolve.told_apart import dealt_out, each_own, of_run
from extract.stages.resolve.traded import dealt_with
from extract.stages.resolve.trades import main_industry, run_in_trade

_NEAR = 1
"""Sentences over which a firm goes on being spoken of."""
Heads = Callable[[int], Filler | None]
"""What a sentence, by its index, hands on to later ones."""
_RANK = "rank"
_HEADS = ("n", "vn", "a", "b")
"""Tags of what makes a name before it a modifier."""


def resolve_subject(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `subject` of statistics, splitting it off the metric where it stands in front of it."""
    heads = cache(lambda index: handed_on(context, index))  # most sentences are never asked
    out: list[Relation] = []
    for relation in relations:
        if relation.record_type == STATISTIC:
            relation = as_height(context, relation)
            made = of_share_price(context, relation) or of_made(context, relation) or of_leaders(context, relation)
            relation = made or _unranked(context, split_off(context, relation))
            owner = first(relation, "subject")
            if owner is None:
                relation = _find(context, relation, heads, out)
            elif owner.spans and (surveyed := of_population(context, relation)) and _holds(surveyed, owner):
                relation = surveyed  # 某矿协重点统计矿冶企业|营业收入
        out.append(relation)
    return of_most(each_own(context, out))


def _find(context: Context, relation: Relation, heads: Heads, done: Sequence[Relation]) -> Relation:
    if body := joined_by(context, relation) or spread(context, relation):
        return fill(relation, "subject", body, inherited=body.inherited)
    here = doer(context, relation) or _in_clause(context, relation)
    if here is None and (settled := _of_settlement(context, relation, done)):
        return fill(relation, "subject", settled, inherited=True)
    if here is None and on_a_market(context, relation, done):
        return relation
    told_by = speaker(context, relation) if here is None or here.inherited else None
    if here and told_by:  # “公司…。”某公司董事长某某说
        return fill(relation, "subject", told_by, inherited=True)
    surveyed = of_population(context, relation)
    if surveyed and here and here.spans and _holds(surveyed, here):
        return surveyed  # 某矿协|重点统计矿冶企业
    if here and not (_ranks(relation) and wider(context, here)):
        return fill(relation, "subject", here, inherited=here.inherited)
    if here is None and (had := _had(context, relation)):
        return fill(relation, "subject", had)
    if last := _of_same_list(relation, done):
        return fill(relation, "subject", last, inherited=True)
    at = own_start(context.coding(relation), relation)
    thing = told_before(context, relation, at) or bearer(context, relation, at)
    thing = thing or goes_on(context, relation, done) or happened_to(context, relation, at)
    if thing:
        return fill(relation, "subject", thing, inherited=True)
    run = of_run(context, relation)
    if run:
        return fill(relation, "subject", run, inherited=run.inherited)
    chained = _of_chain(context, relation, done)
    if chained:
        return fill(relation, "subject", chained, inherited=True)
    if surveyed:
        return surveyed
    before = of_sentence(context, relation, done) or source_of(context, relation)
    if before:
        return fill(relation, "subject", before, inherited=before.inherited)
    if source := _national_source(context, relation):
        return fill(relation, "subject", source, inherited=True)
    going_on = told_by or _of_paragraph(context, relation, done)
    if going_on:
        return fill(relation, "subject", going_on, inherited=True)
    article = context.article
    if whose := of_part(context, relation.sentence) or firm_told_of(context, place(relation)):
        return fill(relation, "subject", whose, inherited=True)
    section = article.sentences[relation.sentence].section
    industry = main_industry(context) if article.place is None and main_organisation(context) is None else None
    told = [m for m in context.by_sentence[relation.sentence] if is_national(context, m)]  # 据国家统计局数据
    if industry and (paragraph := run_in_trade(context, relation.sentence)):
        return fill(relation, "subject", paragraph, inherited=True)
    if industry and industry.spans[0][0] < place(relation) and not told:
        return fill(relation, "subject", _last_owner(relation, done) or industry, inherited=True)
    last = _last_owner(relation, done)
    last = last if last and may_have(context, relation, last) else None
    home = home_subject(context, place(relation)) or last
    if home is None and (named := thing_handed_on(context, relation.sentence)):
        return fill(relation, "subject", named, inherited=True)
    bounded = home is not None or context.captioned(relation.sentence)
    for index in range(relation.sentence - 1, -1, -1):
        sentence = article.sentences[index]
        if bounded and context.paragraph(index) != context.paragraph(relation.sentence):
            break  # a text about a place goes back to it, a caption speaks for itself
        head = heads(index)
        unfit = head and home and not _has_figures(head, index, done)
        if head and (unfit or dealt_with(context, relation, head, done)):
            continue
        if head and sentence.kind is not BlockKind.CAPTION and sentence.section == section:
            return fill(relation, "subject", in_full(context, head), inherited=True)
    headline = heads(article.headline) if article.headline is not None else None
    if headline and not (article.place and isinstance(headline.normal, Place)):
        return fill(relation, "subject", in_full(context, headline), inherited=True)
    alone = home and home.normal == context.words.nation and context.captioned(relation.sentence)
    return fill(relation, "subject", home, inherited=True) if home and not alone else relation


def _national_source(context: Context, relation: Relation) -> Filler | None:
    """The country, in a text about no place, where a national body tells the figure: 据国家统计局统计，|….."""
    if context.article.place is not None:
        return None
    start, nation = context.article.sentences[relation.sentence].start, context.words.nation
    for mention in context.by_sentence[relation.sentence]:
        if mention.end > place(relation):
            break
        cited = context.words.citing.search(context.article.text(start, mention.start)) is not None
        if is_national(context, mention) and (cited or tells(context, mention)):
            return Filler(((mention.start, mention.end),), nation.name, nation)
    return None


def _holds(relation: Relation, owner: Filler) -> bool:
    """Whether the subject of a relation begins with an owner's name."""
    subject = relation.slots["subject"][0]
    return subject.spans[0][0] <= owner.spans[0][0] and owner.spans[-1][1] <= subject.spans[0][1]


def _of_same_list(relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """The owner in front of the list that a figure's metric is a later item of: 国内航线|客运量、货运量分别完成…."""
    last = done[-1] if done else None
    if last is None or (last.rule, last.start, last.end) != (relation.rule, relation.start, relation.end):
        return None
    subject, metric = first(last, "subject"), first(last, "metric")
    if subject is None or metric is None or not (subject.spans and metric.spans) or "metric" not in relation.slots:
        return None
    return subject if subject.spans[-1][1] == metric.spans[0][0] and ITEM_MARK not in subject.text else None


def _of_settlement(context: Context, relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """The village or town that a pointing word gave the figure before in the sentence: 全村种柑橘90亩，|产值6万元."""
    last = _last_owner(relation, done)
    return last if last and last.inherited and context.words.named.settlements.search(last.text) else None


def _last_owner(relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """Who had the figure before in a sentence of a text that is about nobody: 甲业务增长5%，|乙业务增长6%."""
    last = done[-1] if done and done[-1].sentence == relation.sentence else None
    return first(last, "subject") if last and last.record_type == STATISTIC else None


def _ranks(relation: Relation) -> bool:
    quantity = relation.slots["quantity"][0].normal
    return isinstance(quantity, Quantity) and quantity.unit == _RANK


def _unranked(context: Context, relation: Relation) -> Relation:
    """全省|排名第三, 全省占比|三成 are said of the city that the text is about, not of the province."""
    subject = first(relation, "subject")
    within = _ranks(relation) or relation.rule == context.words.portion
    if subject is None or not within or not wider(context, subject):
        return relation
    return replace(relation, slots={slot: row for slot, row in relation.slots.items() if slot != "subject"})


def _has_figures(head: Filler, index: int, done: Sequence[Relation]) -> bool:
    """Whether a figure of a sentence is its head's: a text about a place only goes on about what it told figures of."""
    for earlier in reversed(done):
        if earlier.sentence < index:
            return False
        subject = first(earlier, "subject") if earlier.record_type == STATISTIC else None
        if subject and earlier.sentence == index and subject.text == head.text:
            return True
    return False


def _is_a_part(context: Context, subject: Filler, index: int) -> bool:
    """Whether a sentence tells of a tier of the budget as a part: 其中，中央|收入5亿元，地方|收入7亿元."""
    tier = context.words.about.tiers.fullmatch(subject.text)
    return tier is not None and context.words.parts.match(context.sentence_text(index)) is not None


def _of_paragraph(context: Context, relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """The firm or thing that the sentence before, in the same paragraph, gave figures of: this one goes on about it."""
    if not done or done[-1].record_type != STATISTIC or not 0 <= relation.sentence - done[-1].sentence <= _NEAR:
        return None
    last = done[-1]
    subject = first(last, "subject")
    if last.sentence == relation.sentence:
        return subject if subject and (is_population(context, subject) or _goes_on(context, last, relation)) else None
    sentences = context.article.sentences
    between = context.article.text(sentences[last.sentence].end, sentences[relation.sentence].start)
    if subject is None or isinstance(subject.normal, Place) or not subject.spans or "\n" in between:
        return None
    if (
        _is_a_part(context, subject, last.sentence)
        or dealt_out(done)
        or context.words.payers.fullmatch(subject.text)
        or turned_from(context, relation, subject)
    ):
        return None  # 国家铁路|发送旅客…。快递业务量…; 其中，地方|收入…。税收收入…
    owned = any(m.label is Label.PLACE for m in context.by_sentence[relation.sentence])
    start = subject.spans[0][0]  # 甲、乙两市 are places too
    places = any(m.label is Label.PLACE and m.start == start for m in context.by_sentence[context.sentence_at(start)])
    return None if owned or (places and subject.normal is None and context.article.place) else subject


def _goes_on(context: Context, last: Relation, relation: Relation) -> bool:
    """Whether the owner of the figure before comes from an earlier sentence, is no place, and no name stands since."""
    subject = last.slots["subject"][0]
    earlier = subject.spans and subject.spans[-1][1] <= context.article.sentences[relation.sentence].start
    names = any(m.label in {Label.ORG, Label.PLACE} for m in context.begun(place(last), place(relation)))
    return context.article.place is None and bool(earlier) and not isinstance(subject.normal, Place) and not names


def _in_clause(context: Context, relation: Relation) -> Filler | None:
    """The owner that the figure's own clause names: a name that heads it, or what stands before its verb."""
    coded = context.coding(relation)
    at = own_start(coded, relation)
    start = coded.clause_start(at)
    return clause_owner(context, coded, start, at)


def _had(context: Context, relation: Relation) -> Filler | None:
    """The organisation that the figure's phrase describes: 仅有200多名员工的|某公司|成长为…, not …的某公司|项目."""
    coded, of = context.coding(relation), context.words.of
    at = coded.at(relation.end - 1) + 1
    if coded.text[at : at + 1] != of or coded.text[at + 1 : at + 2] != NAMES[Label.ORG]:
        return None
    headed = at + 2 < len(coded.text) and coded.tags[at + 2].startswith(_HEADS)
    return None if headed else name_filler(context, coded.mentions[at + 1][0])


def _of_chain(context: Context, relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """A figure without a metric of its own goes on about the owner of the one before it."""
    if "metric" in relation.slots:
        return None
    for earlier in reversed(done):
        if earlier.record_type == STATISTIC and earlier.sentence == relation.sentence:
            return first(earlier, "subject")
    return None
