"""Whether a name opens its clause, and whether it only tells what follows."""

from __future__ import annotations

import re
from bisect import bisect_left

from extract.data import Label, Mention
from extract.engine.coding import CLAUSE_MARKS
from extract.stages.resolve.context import Context

_FAR = 60
"""Characters from a body's name to the end of its clause."""
_CLAUSE = re.compile(f"[^{CLAUSE_MARKS}]*，")
_SAYS = "："
"""Behind an office's name, it tells what that one says: 某矿协：今年…."""


def opens(context: Context, index: int, start: int, name: Mention) -> bool:
    """Whether only times, other names and adverbs stand between the clause's start and a name."""
    return opens_at(context, index, start, name.start)


def opens_at(context: Context, index: int, start: int, end: int) -> bool:
    """The same for what begins at `end` without being a name."""
    at = start
    row = context.by_sentence[index]
    for mention in row[bisect_left(row, start, key=lambda m: m.start) :]:
        if mention.start >= end:
            break
        if mention.start < at or mention.end > end:
            continue
        if mention.label not in {Label.TIME, Label.PLACE} or not _adverbs(context, at, mention.start):
            return False
        at = mention.end
    return _adverbs(context, at, end)


def heads_clause(context: Context, index: int, name: Mention) -> bool:
    """Whether a name opens the clause that it stands in, or its sentence."""
    sentence, text = context.article.sentences[index], context.sentence_text(index)
    clause = max((text.rfind(mark, 0, name.start - sentence.start) for mark in CLAUSE_MARKS), default=-1) + 1
    return opens(context, index, sentence.start + clause, name) or opens(context, index, sentence.start, name)


def _adverbs(context: Context, start: int, end: int) -> bool:
    text = context.article.text(start, end).strip("“”，、 ")
    if not text:
        return True
    said = text in context.words.named.copulas or context.words.citing.search(text)  # 是|全市平均水平的4倍
    return text in context.words.phrases.declared.edges and not said


def _is_source(context: Context, mention: Mention) -> bool:
    """Whether the clause of a body only names where the news comes from: 某协会的数据显示，, 某厅副厅长某某介绍，."""
    sentence = context.article.sentences[context.sentence_at(mention.start)]
    text = context.article.text(mention.end, min(sentence.end, mention.end + _FAR))
    clause = _CLAUSE.match(text)
    return clause is not None and context.words.sources.search(clause[0]) is not None


def tells(context: Context, mention: Mention) -> bool:
    """Whether a body only reports what follows, at once or after a time: 某协会5月20日公布.

    A firm that gives out its own report (某集团发布产销快报) tells of itself.
    """
    text, at = context.article.clean.text, mention.end
    for time in context.by_sentence[context.sentence_at(mention.start)]:
        if time.label is Label.TIME and time.start == at:
            at = time.end
    name = mention.normal if isinstance(mention.normal, str) else context.article.text(mention.start, mention.end)
    office = any(w.search(name) for w in (context.words.authority, context.words.associations))
    if office and (text.startswith(_SAYS, at) or _is_source(context, mention)):
        return True
    if context.words.reporting.match(text, at) is None:
        return False
    if context.words.operators.search(context.article.text(mention.start, mention.end)):
        return False  # 甲铁路局预计发送旅客9万人
    own = context.words.own_reports.match(text, at) and mention.label is Label.ORG
    return office or not own
