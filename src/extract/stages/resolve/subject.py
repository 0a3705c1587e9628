"""Whose figure: the name in the clause, else in the clauses and sentences before, else what the article is about."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache

from extract.data import BlockKind, Filler, Label, Mention, Place, Relation
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, NAMES, Coded, plain
from extract.stages.resolve.context import NAME_SYMBOLS, STATISTIC, Context, fill, first, place

_NEAR = 1
"""Sentences over which a firm goes on being spoken of."""
_BRAND = 3
"""Characters of a firm's name that a headline repeats."""
Heads = Callable[[int], Filler | None]
"""What a sentence, by its index, hands on to later ones."""
_OPENING = ("“", "《", "（")
"""A name right behind one of these is part of a title or an aside."""
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


# ---- the subject within the metric ----------------------------------------------------------------------------


def _split(context: Context, relation: Relation) -> Relation:
    metric = first(relation, "metric")
    if metric is None or len(metric.spans) != 1:
        return relation
    coded = context.coding(relation)
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    cut = _name_run(coded, start, end)
    if cut > start:
        subject = subject_filler(context, coded, start, cut)
    else:
        word = _group_word(context, coded, start, end)
        cut = start + len(word)
        subject = antecedent(context, coded.starts[start], word) if word else None
        if not word:
            cut, subject = _entity_within(context, coded, start, end)
    if subject is None:
        return relation
    rest = context.words.phrases.trim_start(coded, cut, end)
    slots = dict(relation.slots)
    if rest < end:
        span = coded.span(rest, end)
        slots["metric"] = (Filler((span,), metric.text[len(metric.text) - len(_plain(coded, rest, end)) :]),)
    else:
        del slots["metric"]
    relation = replace(relation, slots=slots)
    return fill(relation, "subject", subject, inherited=subject.inherited) if "subject" not in slots else relation


def _name_run(coded: Coded, start: int, end: int) -> int:
    """Where the names at the front of `start:end` end: 北京、上海|进出口."""
    at = start
    while at < end and coded.text[at] in NAME_SYMBOLS:
        at += 1
        if at + 1 < end and coded.text[at] == ITEM_MARK and coded.text[at + 1] in NAME_SYMBOLS:
            at += 1
    return at


def _entity_within(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler | None]:
    """某某油田|原油产量: a named thing at the front of the metric, and where it ends."""
    named = coded.tags[start].startswith(("ns", "nz", "nr", "nt", "x"))
    for cut in range(end - 1, start + 2, -1):
        text = coded.surface(start, cut)
        ending = (context.words.entities if named else context.words.works).search(text)
        if coded.words[cut] == cut and ending and ending.start() >= 2:
            return cut, Filler((coded.span(start, cut),), plain(text))
    return start, None


def _group_word(context: Context, coded: Coded, start: int, end: int) -> str:
    """The word at `start` that stands for the organisation spoken of (该公司), or an empty string."""
    found = context.words.group.match(coded.text, start, end)
    return found[0] if found else ""


def antecedent(context: Context, position: int, word: str) -> Filler | None:
    """The organisation that a word at the clean offset `position` stands for.

    该公司 is the last one named before it; 公司 is the one that the article is about, if it is about one.
    """
    main = main_organisation(context)
    if main and word in context.words.plain_group and main.spans[0][0] < position:
        return replace(main, inherited=True)
    for mention in reversed(context.mentions):
        if mention.label is Label.ORG and mention.end <= position:
            text = context.article.text(mention.start, mention.end)
            if not context.words.authority.search(text):
                return Filler(((mention.start, mention.end),), text, inherited=True)
    return None


def _plain(coded: Coded, start: int, end: int) -> str:
    return "".join(coded.surface(i, i + 1) for i in range(start, end) if coded.text[i] not in "“”‘’ ")


def subject_filler(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """A run of names as one subject; a place that was named by a deictic (全市) takes its own name."""
    span = coded.span(start, end)
    mentions = [coded.mentions[i][0] for i in range(start, end) if i in coded.mentions]
    named = [
        m for m in mentions if context.words.place_of(context.article.text(m.start, m.end)) or m.label is Label.ORG
    ]
    if len(mentions) > 1 and len(named) == 1 and named[0] is mentions[0]:
        return name_filler(context, named[0])  # 安徽|全省 is 安徽
    if end == start + 1 and mentions:
        return name_filler(context, mentions[0])
    return Filler((span,), context.article.text(*span))


def name_filler(context: Context, mention: Mention) -> Filler:
    """A name mention as a subject: its text, or for a deictic the name of the place it stands for.

    全省 after 安徽 in the same passage is 安徽, else the province of the article's place.
    """
    span = (mention.start, mention.end)
    text = context.article.text(*span)
    normal = mention.normal if isinstance(mention.normal, Place) else None
    if mention.label is Label.ORG or context.words.place_of(text) is not None:
        return Filler((span,), text, normal)
    near = _pointed_at(context, mention, text)
    if near is not None:
        place_ = near.normal if isinstance(near.normal, Place) else None
        return Filler((span,), place_.name if place_ else text, place_)
    return Filler((span,), normal.name if normal else text, normal)


def _pointed_at(context: Context, deictic: Mention, word: str) -> Mention | None:
    """The nearest place before a deictic, in its sentence or the two before, that it may point at."""
    floor = context.article.start
    for sentence in context.article.sentences:
        if sentence.end > deictic.start:
            break
        floor = sentence.start
    for mention in reversed(context.mentions):
        if (
            mention.label is Label.PLACE
            and floor <= mention.start < deictic.start
            and isinstance(mention.normal, Place)
        ):
            if context.words.points_at(word, mention.normal) and context.words.place_of(
                context.article.text(mention.start, mention.end)
            ):
                return mention
    return None


# ---- the subject around the metric ----------------------------------------------------------------------------


def _find(context: Context, relation: Relation, heads: Heads, done: Sequence[Relation]) -> Relation:
    here = _in_clause(context, relation)
    if here:
        return fill(relation, "subject", here, inherited=here.inherited)
    chained = _of_chain(context, relation, done)
    if chained:
        return fill(relation, "subject", chained, inherited=True)
    before = _in_sentence(context, relation)
    if before:
        return fill(relation, "subject", before, inherited=before.inherited)
    going_on = _of_paragraph(context, relation, done)
    if going_on:
        return fill(relation, "subject", going_on, inherited=True)
    article = context.article
    section = article.sentences[relation.sentence].section
    for index in range(relation.sentence - 1, -1, -1):
        sentence = article.sentences[index]
        head = heads(index)
        if head and sentence.kind is not BlockKind.CAPTION and sentence.section == section:
            return fill(relation, "subject", _in_full(context, head), inherited=True)
    headline = heads(article.headline) if article.headline is not None else None
    if headline:
        return fill(relation, "subject", _in_full(context, headline), inherited=True)
    home = home_subject(context)
    return fill(relation, "subject", home, inherited=True) if home else relation


def home_subject(context: Context) -> Filler | None:
    """Who an article is about: the organisation that its headline opens with, else its place, else its first firm."""
    main = main_organisation(context)
    headline = context.article.headline
    if main and headline is not None and main.spans[0][0] == context.article.sentences[headline].start:
        return main
    place_ = context.article.place
    if place_:
        return Filler((), place_.name, place_)
    return main or _nation(context)


def _nation(context: Context) -> Filler | None:
    """The whole country, where a text about no one place speaks of it (我国, 全国)."""
    nation = context.words.nation
    for index, sentence in enumerate(context.article.sentences):
        for mention in context.by_sentence[index]:
            if (
                mention.label is Label.PLACE
                and mention.normal == nation
                and _opens(context, index, sentence.start, mention)
            ):
                return Filler(((mention.start, mention.end),), nation.name, nation)
    return None


def main_organisation(context: Context) -> Filler | None:
    """The organisation that opens the headline or the first sentence of the body, if one does."""
    body = 0
    for index, sentence in enumerate(context.article.sentences[:4]):
        for mention in context.by_sentence[index]:
            text = context.article.text(mention.start, mention.end)
            if mention.label is Label.ORG and not context.words.authority.search(text):
                titled = context.article.title is None or text[:_BRAND] in context.article.title
                if titled and _opens(context, index, sentence.start, mention):
                    return Filler(((mention.start, mention.end),), text)
        body += sentence.kind is BlockKind.PARAGRAPH
        if body:
            break
    return None


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
    return None if owned else subject


def _in_full(context: Context, head: Filler) -> Filler:
    """A place taken over from another sentence takes the name that the article's place goes by: 大连 is 大连市."""
    place_ = context.article.place
    return replace(head, text=place_.name) if place_ is not None and head.normal == place_ else head


def _in_clause(context: Context, relation: Relation) -> Filler | None:
    """The owner that the figure's own clause names: a name that heads it, or what stands before its verb."""
    coded = context.coding(relation)
    at = _own_start(coded, relation)
    start = coded.clause_start(at)
    return _owner(context, coded, start, at)


def _entity(context: Context, coded: Coded, start: int, at: int) -> Filler | None:
    """The facility, zone, train or fund that opens the clause at `start`, by the ending of its name: 某某国际机场."""
    phrase = context.words.phrases.head(coded, start)
    if phrase is None or phrase[1] > at:
        return None
    text = plain(context.article.text(*coded.span(*phrase)))
    if not context.words.entities.search(text) or phrase[1] == phrase[0] + 1 or len(text) < 4:
        return None
    return Filler((coded.span(*phrase),), text)


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


def _in_sentence(context: Context, relation: Relation) -> Filler | None:
    """The nearest owner that opens a part of the sentence before the figure's clause."""
    coded = context.coding(relation)
    end = coded.clause_start(_own_start(coded, relation)) - 1
    while end >= 0:
        start = coded.clause_start(end)
        opens = start == 0 or coded.text[start - 1] in _STRONG
        found = _owner(context, coded, start, end)
        if found and (opens or found.normal == context.article.place) and not _wider(context, found):
            return found
        end = start - 1
    return None


def _wider(context: Context, found: Filler) -> bool:
    """Whether an owner is a place around the article's own: 全省 in passing, in an article about a city."""
    home, place_ = context.article.place, found.normal
    if home is None or not isinstance(place_, Place) or place_ == home:
        return False
    if home.code is None and place_.code is not None:
        return place_.code.endswith("0000")
    if place_.code is None or home.code is None:
        return place_.code is None and (home.code is not None or place_.name == context.words.nation.name)
    return home.code.startswith(place_.code.rstrip("0"))


def _owner(context: Context, coded: Coded, start: int, end: int) -> Filler | None:
    """The owner that the clause `start:end` names: a thing that has figures, or the first name that heads it."""
    entity = _entity(context, coded, start, end)
    if entity:
        return entity
    for i in range(start, end):
        if coded.text[i] not in NAME_SYMBOLS:
            word = _group_word(context, coded, i, end)
            if word and _heads(context, coded, start, i):
                return antecedent(context, coded.starts[i], word)
            continue
        mention = coded.mentions[i][0]
        reports = context.words.reporting.match(coded.clean, mention.end)
        if reports or not _heads(context, coded, start, i):
            continue
        run = _name_run(coded, i, end)
        joint = run > i + 1 and any(coded.text[k] == ITEM_MARK for k in range(i, run))
        return subject_filler(context, coded, i, run) if joint else owner(context, mention)
    return None


def owner(context: Context, mention: Mention) -> Filler | None:
    """Who owns what the clause of this name says: an authority that only reports stands for its place."""
    text = context.article.text(mention.start, mention.end)
    if mention.label is Label.ORG and context.words.authority.search(text):
        home = context.article.place
        if context.words.national.search(text):
            home = context.words.nation
        return Filler(((mention.start, mention.end),), home.name, home) if home else None
    return name_filler(context, mention)


def _heads(context: Context, coded: Coded, start: int, at: int) -> bool:
    """Whether a name opens its clause, across times, conjunctions and other names: no 在, 从, 据 before it."""
    before = coded.text[start:at]
    if context.words.citing.search(before):
        return False
    return all(
        symbol in NAME_SYMBOLS + NAMES[Label.TIME] + ITEM_MARK or coded.tags[start + k] in {"c", "d", "t", "f", "m"}
        for k, symbol in enumerate(before)
    )


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
        if context.words.parts.search(text, clause, at) or not _opens(context, index, sentence.start + clause, mention):
            continue
        if context.words.reporting.match(text, mention.end - sentence.start) or text[at - 1 : at] in _OPENING:
            continue
        if mention.label is Label.ORG and (len(firms) > 1 or clause > 0):
            if not context.words.authority.search(context.article.text(mention.start, mention.end)):
                continue
        found = owner(context, mention)
        if found is None or _pointed(context, mention, found) or (at and _wider(context, found)):
            continue
        if not _within(home, found.normal):
            return found
    return _heading_subject(context, index)


def _heading_subject(context: Context, index: int) -> Filler | None:
    """The named thing that opens an item's heading in a digest: 某某班列|通行量超五千列."""
    sentence = context.article.sentences[index]
    if sentence.kind is not BlockKind.SUBHEADING:
        return None
    found = context.words.named_thing.match(context.sentence_text(index))
    return Filler(((sentence.start, sentence.start + found.end()),), plain(found[0])) if found else None


def _within(home: Place | None, place_: object) -> bool:
    """Whether a place lies inside the article's own: its sentence speaks of it, the next one of the whole again."""
    if home is None or not isinstance(place_, Place) or place_ == home or not home.code or not place_.code:
        return False
    return place_.code.startswith(home.code.rstrip("0"))


def _pointed(context: Context, mention: Mention, found: Filler) -> bool:
    """Whether a deictic (我省) names a place around the article's own: then it is nobody's subject later."""
    return _wider(context, found) and context.article.text(mention.start, mention.end) != found.text


def _opens(context: Context, index: int, start: int, name: Mention) -> bool:
    """Whether only times, other names and adverbs stand between the clause's start and a name."""
    at = start
    for mention in context.by_sentence[index]:
        if mention.start < at or mention.end > name.start:
            continue
        if mention.label not in {Label.TIME, Label.PLACE} or not _adverbs(context, at, mention.start):
            return False
        at = mention.end
    return _adverbs(context, at, name.start)


def _adverbs(context: Context, start: int, end: int) -> bool:
    text = context.article.text(start, end).strip("“”，、 ")
    return not text or text in context.words.phrases.edges
