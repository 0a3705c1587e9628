"""Whose figure: the name in the clause, else in the clauses and sentences before, else what the article is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from extract.data import BlockKind, Filler, Label, Place, Quantity, Relation
from extract.engine.coding import CLAUSE_MARKS, Coded, plain
from extract.stages.resolve.about import last_named, main_firm, main_industry, main_organisation
from extract.stages.resolve.context import STATISTIC, Context, fill, first, place
from extract.stages.resolve.opening import opens, tells
from extract.stages.resolve.owners import (
    antecedent,
    clause_owner,
    group_word,
    home_subject,
    is_national,
    name_run,
    owner,
    past_times,
    pointed,
    same_place,
    subject_filler,
    topical,
    wider,
    within,
)
from extract.stages.resolve.pointing import pointer
from extract.stages.resolve.things import bearer

_NEAR = 1
"""Sentences over which a firm goes on being spoken of."""
Heads = Callable[[int], Filler | None]
"""What a sentence, by its index, hands on to later ones."""
_OPENING = ("“", "《", "（")
"""A name right behind one of these is part of a title or an aside."""
_COMMA = "，"
_RANK = "rank"
_GOVERNING = frozenset({"v", "p"})
"""Tags of words that govern a name behind them."""
_STRONG = "；。"
"""Marks after which a clause is as good as a sentence's first."""


def resolve_subject(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Fill `subject` of statistics, splitting it off the metric where it stands in front of it."""
    heads = cache(lambda index: _sentence_subject(context, index))  # most sentences are never asked
    out: list[Relation] = []
    for relation in relations:
        if relation.record_type == STATISTIC:
            relation = _split(context, relation)
            if "subject" not in relation.slots:
                relation = _find(context, relation, heads, out)
        out.append(relation)
    return tuple(out)


def _split(context: Context, relation: Relation) -> Relation:
    metric = first(relation, "metric")
    if metric is None:
        return relation
    coded = context.coding(relation)
    if len(metric.spans) != 1:
        return _off_front(context, coded, relation)
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    cut = name_run(coded, start, end)
    verb = _governing(context, coded, start, cut, end)
    if verb is not None:
        span = coded.span(verb, end)
        return fill(relation, "metric", Filler((span,), plain(context.article.text(*span))))
    if cut > start:
        if _of_market(context, coded, cut, end):
            return fill(relation, "subject", home_subject(context, metric.spans[0][0]) or metric, inherited=True)
        zone = _zone(context, coded, start, cut, end)
        cut, subject = zone if zone else (cut, subject_filler(context, coded, start, cut))
    else:
        word = group_word(context, coded, start, end)
        cut = start + len(word)
        subject = antecedent(context, coded.starts[start], word) if word else None
        if not word:
            cut, subject = pointer(context, coded, start, end) or _entity_within(context, coded, start, end)
    if subject is None and cut == start:
        return relation
    rest = context.words.phrases.trim_start(coded, cut, end)
    slots = dict(relation.slots)
    if rest < end:
        span = coded.span(rest, end)
        slots["metric"] = (Filler((span,), metric.text[len(metric.text) - len(_plain(coded, rest, end)) :]),)
    else:
        del slots["metric"]
    relation = replace(relation, slots=slots)
    if subject is None or "subject" in slots:
        return relation
    return fill(relation, "subject", subject, inherited=subject.inherited)


def _governing(context: Context, coded: Coded, start: int, cut: int, end: int) -> int | None:
    """Where the verb stands whose object the names in front are: 输往|亚洲|的出口货值 is the exporter's."""
    if not start < cut < end or coded.text[cut : cut + 1] != context.words.of or start == coded.clause_start(start):
        return None
    word = coded.words[start - 1]
    return word if coded.tags[word] in _GOVERNING and len(coded.text[word:start]) > 1 else None


def _of_market(context: Context, coded: Coded, at: int, end: int) -> bool:
    """港澳|业务收入 in a text about a firm is the firm's."""
    main, headline = main_organisation(context), context.article.headline
    about = main is not None and headline is not None
    return about and context.words.markets.match(coded.surface(at, end)) is not None


def _zone(context: Context, coded: Coded, start: int, cut: int, end: int) -> tuple[int, Filler] | None:
    """乌溪|经济开发区|新入驻企业: the zone within the place that the metric begins with, and where it ends."""
    mention = coded.mentions[start][0]
    if cut != start + 1 or context.article.text(mention.start, mention.end) in context.words.deictics:
        return None
    for stop in range(end - 1, cut, -1):
        if coded.words[stop] == stop and context.words.zones.search(coded.surface(cut, stop)):
            text = plain(coded.surface(start, stop))
            return stop, Filler((coded.span(start, stop),), text)
    return None


def _off_front(context: Context, coded: Coded, relation: Relation) -> Relation:
    """甲国|投资, restored from 甲国、乙国投资: a name that begins the first piece of the metric is the owner."""
    metric = relation.slots["metric"][0]
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    cut = name_run(coded, start, end)
    if cut == start or "subject" in relation.slots:
        return relation
    subject = subject_filler(context, coded, start, cut)
    size = coded.ends[cut - 1] - coded.starts[start]
    pieces = ((metric.spans[0][0] + size, metric.spans[0][1]),) if cut < end else ()
    relation = fill(relation, "metric", Filler((*pieces, *metric.spans[1:]), metric.text[size:]))
    return fill(relation, "subject", subject) if subject else relation


def _entity_within(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler | None]:
    """某某油田|原油产量: a named thing at the front of the metric, and where it ends."""
    named = coded.tags[start].startswith(("ns", "nz", "nr", "nt", "x"))
    for cut in range(end - 1, start + 2, -1):
        text = coded.surface(start, cut)
        ending = (context.words.entities if named else context.words.works).search(text)
        if coded.words[cut] == cut and ending and ending.start() >= 2:
            return cut, Filler((coded.span(start, cut),), plain(text))
    return start, None


def _plain(coded: Coded, start: int, end: int) -> str:
    return "".join(coded.surface(i, i + 1) for i in range(start, end) if coded.text[i] not in "“”‘’ ")


def _find(context: Context, relation: Relation, heads: Heads, done: Sequence[Relation]) -> Relation:
    here = _in_clause(context, relation)
    quantity = relation.slots["quantity"][0].normal
    ranked = isinstance(quantity, Quantity) and quantity.unit == _RANK  # 全省|排名第三 is said of the city before
    if here and not (ranked and wider(context, here)):
        return fill(relation, "subject", here, inherited=here.inherited)
    thing = bearer(context, relation, _own_start(context.coding(relation), relation))
    if thing:
        return fill(relation, "subject", thing, inherited=True)
    chained = _of_chain(context, relation, done)
    if chained:
        return fill(relation, "subject", chained, inherited=True)
    before = _in_sentence(context, relation, done)
    if before:
        return fill(relation, "subject", before, inherited=before.inherited)
    going_on = _of_paragraph(context, relation, done)
    if going_on:
        return fill(relation, "subject", going_on, inherited=True)
    article = context.article
    if main := main_firm(context):  # an article about a firm goes on about it, whatever else it names
        return fill(relation, "subject", last_named(context, main, place(relation)), inherited=True)
    section = article.sentences[relation.sentence].section
    industry = main_industry(context) if article.place is None and main_organisation(context) is None else None
    told = [m for m in context.by_sentence[relation.sentence] if is_national(context, m)]  # 据国家统计局数据
    if industry and industry.spans[0][0] < place(relation) and not told:
        return fill(relation, "subject", industry, inherited=True)
    own = context.paragraph(relation.sentence)
    bounded = article.place is not None or context.captioned(relation.sentence)
    for index in range(relation.sentence - 1, -1, -1):
        sentence = article.sentences[index]
        if bounded and context.paragraph(index) != own:
            break  # a text about a place goes back to it, a caption speaks for itself
        head = heads(index)
        if head and article.place is not None and not _has_figures(head, index, done):
            continue
        if head and sentence.kind is not BlockKind.CAPTION and sentence.section == section:
            return fill(relation, "subject", _in_full(context, head), inherited=True)
    headline = heads(article.headline) if article.headline is not None else None
    elsewhere = headline and article.place and isinstance(headline.normal, Place) and headline.normal != article.place
    if headline and not elsewhere:
        return fill(relation, "subject", _in_full(context, headline), inherited=True)
    home = home_subject(context, place(relation))
    return fill(relation, "subject", _as_before(home, done), inherited=True) if home else relation


def _has_figures(head: Filler, index: int, done: Sequence[Relation]) -> bool:
    """Whether a figure of a sentence is its head's: a text about a place only goes on about what it told figures of."""
    subjects = (first(r, "subject") for r in done if r.record_type == STATISTIC and r.sentence == index)
    return any(s is not None and s.text == head.text for s in subjects)


def _as_before(home: Filler, done: Sequence[Relation]) -> Filler:
    """The article's place by the name under which it had its last figure: 永川 after 永川在校学生…."""
    if not isinstance(home.normal, Place):
        return home
    subjects = (first(r, "subject") for r in reversed(done) if r.record_type == STATISTIC)
    return next((s for s in subjects if s and same_place(s.normal, home.normal)), home)


def _of_paragraph(context: Context, relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """The firm or thing that the sentence before, in the same paragraph, gave figures of: this one goes on about it."""
    if not done or done[-1].record_type != STATISTIC or not 0 < relation.sentence - done[-1].sentence <= _NEAR:
        return None
    last = done[-1]
    subject = first(last, "subject")
    sentences = context.article.sentences
    between = context.article.text(sentences[last.sentence].end, sentences[relation.sentence].start)
    if subject is None or isinstance(subject.normal, Place) or not subject.spans or "\n" in between:
        return None
    owned = any(m.label is Label.PLACE for m in context.by_sentence[relation.sentence])
    start = subject.spans[0][0]  # 甲、乙两市 are places too
    places = any(m.label is Label.PLACE and m.start == start for m in context.by_sentence[context.sentence_at(start)])
    return None if owned or (places and subject.normal is None and context.article.place) else subject


def _in_full(context: Context, head: Filler) -> Filler:
    """A place taken over from another sentence takes the name that the article's place goes by: 大连 is 大连市.

    中国 is 全国.
    """
    nation = context.words.nation
    return replace(head, text=nation.name, normal=nation) if head.text in context.words.nation_names else head


def _in_clause(context: Context, relation: Relation) -> Filler | None:
    """The owner that the figure's own clause names: a name that heads it, or what stands before its verb."""
    coded = context.coding(relation)
    at = _own_start(coded, relation)
    start = coded.clause_start(at)
    return clause_owner(context, coded, start, at)


def _own_start(coded: Coded, relation: Relation) -> int:
    """The symbol at which what the relation reads begins: its metric, else its figure's pattern."""
    metric = first(relation, "metric")
    return coded.at(metric.spans[0][0] if metric and metric.spans[0][0] < place(relation) else relation.start)


def _of_chain(context: Context, relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """A figure without a metric of its own goes on about the owner of the one before it."""
    if "metric" in relation.slots:
        return None
    for earlier in reversed(done):
        if earlier.record_type == STATISTIC and earlier.sentence == relation.sentence:
            return first(earlier, "subject")
    return None


def _in_sentence(context: Context, relation: Relation, done: Sequence[Relation]) -> Filler | None:
    """The nearest owner that opens a part of the sentence before the figure's clause, or had a figure in one."""
    coded = context.coding(relation)
    end = coded.clause_start(_own_start(coded, relation)) - 1
    while end >= 0:
        start = coded.clause_start(end)
        parts = context.words.parts.search(coded.text, start, end)
        had = None if parts or start >= end else _in_span(relation.sentence, coded.span(start, end), done)
        beyond = any(mark in coded.text[end : _own_start(coded, relation)] for mark in _STRONG)
        if had and not wider(context, had) and not (beyond and isinstance(had.normal, Place)):
            return had
        opens = past_times(context, coded, _told(context, coded, start), start) == start
        opens = opens or coded.text[start - 1] in _STRONG
        found = clause_owner(context, coded, start, end)
        if found and (opens or found.normal == context.article.place) and not wider(context, found):
            return found
        end = start - 1
    return None


def _told(context: Context, coded: Coded, at: int) -> int:
    """Where what a source tells begins, before the symbol `at`: 记者从某局获悉，|今年…."""
    marks = [i for i, char in enumerate(coded.text[:at]) if char == _COMMA]
    return next((i + 1 for i in reversed(marks) if context.words.sources.search(coded.text, 0, i + 1)), 0)


def _in_span(sentence: int, span: tuple[int, int], done: Sequence[Relation]) -> Filler | None:
    """The owner that stands in a clause of the sentence and had a figure there."""
    for earlier in reversed(done):
        if earlier.sentence != sentence:
            return None
        subject = first(earlier, "subject") if earlier.record_type == STATISTIC else None
        if subject and subject.spans and span[0] <= subject.spans[0][0] < span[1]:
            return subject
    return None


def _sentence_subject(context: Context, index: int) -> Filler | None:
    """What later sentences take from this one: the first owner that heads one of its clauses.

    An organisation is handed on only by a sentence that it opens and that names no other.
    """
    text = context.sentence_text(index)
    sentence = context.article.sentences[index]
    home = context.article.place
    names = [m for m in context.by_sentence[index] if m.label in {Label.ORG, Label.PLACE}]
    firms = {context.article.text(m.start, m.end) for m in names if m.label is Label.ORG}
    for mention in names:
        at = mention.start - sentence.start
        clause = max((text.rfind(mark, 0, at) for mark in CLAUSE_MARKS), default=-1) + 1
        heads = topical(context, index, mention) or opens(context, index, sentence.start + clause, mention)
        if not heads or context.words.parts.search(text, clause, at):
            continue
        if tells(context, mention) or text[at - 1 : at] in _OPENING:
            continue
        if mention.label is Label.ORG and (len(firms) > 1 or clause > 0):
            if not context.words.authority.search(context.article.text(mention.start, mention.end)):
                continue
        found = owner(context, mention)
        if found is None or pointed(context, mention, found) or (at and wider(context, found)):
            continue
        if not within(home, found.normal):
            return found
    return _heading_subject(context, index)


def _heading_subject(context: Context, index: int) -> Filler | None:
    """The named thing that opens an item's heading in a digest: 某某班列|通行量超五千列."""
    sentence = context.article.sentences[index]
    if sentence.kind is not BlockKind.SUBHEADING:
        return None
    found = context.words.named_thing.match(context.sentence_text(index))
    return Filler(((sentence.start, sentence.start + found.end()),), plain(found[0])) if found else None
