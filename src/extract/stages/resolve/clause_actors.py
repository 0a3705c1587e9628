"""The organisation, or the place where that will do, that heads the clause of something without a figure."""

from __future__ import annotations

from extract.data import Filler, Label, Mention, Place, Relation
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK
from extract.stages.resolve.context import Context, first
from extract.stages.resolve.owners import owner
from extract.stages.resolve.stand_ins import spoken_of

NEAR = frozenset({"project", "milestone"})
"""Types that take no actor from an earlier clause of the sentence."""
_PARTS = CLAUSE_MARKS + ITEM_MARK
_ADVERBIAL = frozenset({"a", "ad", "c", "d", "t"})
"""Tags of what may stand before a verb without a subject: 更, 已, 并, 成功."""


def of_clause(context: Context, relation: Relation, anchor: Filler | None, *, places: bool) -> Filler | None:
    """The organisation, or the place where that will do, that heads a clause of the sentence before the anchor."""
    sentence = context.article.sentences[relation.sentence]
    text = context.sentence_text(relation.sentence)
    limit = anchor.spans[0][0] if anchor else relation.start
    verb = _elliptic(context, relation) if relation.record_type in NEAR else None
    for mention in reversed(_names(context, relation)):
        if mention.end > limit or mention.label not in {Label.ORG, Label.PLACE}:
            continue
        if mention.label is Label.PLACE and not places:
            continue
        lead = text[: mention.start - sentence.start]
        if _speaks(context, relation, mention, limit) or context.words.byline.match(text, mention.end - sentence.start):
            continue
        near = relation.record_type in NEAR and (verb is None or mention.start > verb)
        if near and any(mark in text[mention.end - sentence.start : limit - sentence.start] for mark in _PARTS):
            return None
        clause = lead[max((lead.rfind(mark) for mark in CLAUSE_MARKS), default=-1) + 1 :]
        if not any(c.isalnum() for c in clause) or _only_time(context, mention, clause):
            return owner(context, mention) if mention.label is Label.PLACE else named(context, mention)
    return None if relation.record_type in NEAR and verb is None else _spoken_of(context, relation.sentence, limit)


def _names(context: Context, relation: Relation) -> list[Mention]:
    """The names of the sentence; a title may be that of a zone or another site: 某开发区2003年设立，|后获评…."""
    row = list(context.by_sentence[relation.sentence])
    if relation.record_type == "honor":
        sentence = context.article.sentences[relation.sentence]
        row += [m for m in context.sites if sentence.start <= m.start < sentence.end]
    return sorted(row, key=lambda m: (m.start, m.end))


def _speaks(context: Context, relation: Relation, mention: Mention, limit: int) -> bool:
    """Whether a body only names the office of someone who tells what follows: 省工信厅|副厅长某某介绍，….

    Who comes to a meeting does not hold it: 全国总工会|副主席某某出席在某地开幕的论坛.
    """
    behind = [m for m in context.by_sentence[relation.sentence] if m.start == mention.end]
    told = relation.record_type == "event" or any(
        mark in context.article.text(mention.end, limit) for mark in CLAUSE_MARKS
    )
    return told and any(m.label is Label.TITLE for m in behind)


def _elliptic(context: Context, relation: Relation) -> int | None:
    """Where a verb stands before the name of what it builds, its subject earlier: 某公司投入1亿元，|建成某生产线.

    What somebody makes has its maker before the verb, if not in its clause: 该公司产值增长，|更研制出首台某机.
    """
    stage, name = first(relation, "stage"), first(relation, "name")
    if stage and name:
        return stage.spans[0][0] if stage.spans[0][0] < name.spans[0][0] else None
    action, product = first(relation, "action"), first(relation, "product")
    if action is None or product is None or action.spans[0][0] > product.spans[0][0]:
        return None
    coded = context.coding(relation)
    verb = coded.at(action.spans[0][0])
    bare = all(coded.tags[i] in _ADVERBIAL for i in range(coded.clause_start(verb), verb))
    return action.spans[0][0] if bare else None


def _spoken_of(context: Context, index: int, limit: int) -> Filler | None:
    """The body for which a word at the front of a clause before `limit` stands: 公司将于9月|召开说明会."""
    sentence = context.article.sentences[index]
    text = context.article.text(sentence.start, limit)
    starts = [0, *(i + 1 for i, char in enumerate(text) if char in CLAUSE_MARKS)]
    for start in reversed(starts):
        at = sentence.start + start
        opening = next((m for m in context.by_sentence[index] if m.start == at and m.label is Label.TIME), None)
        found = spoken_of(context, opening.end if opening else at, limit)
        if found:
            return found
    return None


def _only_time(context: Context, mention: Mention, clause: str) -> bool:
    return any(
        m.label is Label.TIME and m.end == mention.start and m.end - m.start == len(clause) for m in context.mentions
    )


def named(context: Context, mention: Mention) -> Filler:
    """A name mention as a filler."""
    normal = mention.normal if isinstance(mention.normal, Place) else None
    return Filler(((mention.start, mention.end),), context.article.text(mention.start, mention.end), normal)
