"""The body for which 公司, 该集团 or 该院 stands: the text's own, else the last that heads a sentence."""

from __future__ import annotations

from dataclasses import replace

from extract.data import Filler, Label, Mention
from extract.engine.coding import CLAUSE_MARKS, QUANTITIES, Coded
from extract.stages.resolve.about import last_named, main_organisation
from extract.stages.resolve.context import Context
from extract.stages.resolve.opening import opens
from extract.stages.resolve.reporters import firm_told_of
from extract.stages.resolve.things_before import antecedent_thing
from extract.stages.resolve.trades import whole_trade

_FORMER = 4
"""Characters before a name that say that a body had it once."""


def group_word(context: Context, coded: Coded, start: int, end: int) -> str:
    """The word at `start` that stands for the organisation spoken of (该公司), or an empty string.

    Right behind a figure it is counted: 六成|公司营收增长.
    """
    found = context.words.group.match(coded.text, start, end)
    if found is None or coded.text[start - 1 : start] in tuple(QUANTITIES):
        return ""
    whole = found.end() == len(coded.text) or coded.words[found.end()] == found.end()
    return found[0] if whole else ""  # 该行|业绩, but no 该|行动


def antecedent(context: Context, position: int, word: str) -> Filler | None:
    """The organisation that a word at the clean offset `position` stands for.

    该公司 is the last one named before it; 公司 is the one that the article is about, if it is about one.
    """
    lead = context.words.pointing.match(word)
    if lead and word[lead.end() :] in context.words.kinds:
        thing = antecedent_thing(context, position, word[lead.end() :])
        if thing:
            return thing
    if context.words.about.whole_industry.fullmatch(word):
        industry = whole_trade(context, context.sentence_at(position))
        return replace(industry, inherited=True) if industry else None
    main = main_organisation(context)
    if main and unlike(context, word, main.text):
        main = None
    if main and word in context.words.plain_group and main.spans[0][0] < position:
        told = firm_told_of(context, position)  # a digest goes from firm to firm: 某股份发布公告称，|公司|实现营收
        return replace(told or last_named(context, main, position), inherited=True)
    named = _body_before(context, position, word, near=lead is not None)
    if named is None:
        span = (position, position + len(word))
        unnamed = word in context.words.unnamed_group and not _place_named(context)
        return Filler((span,), context.article.text(*span)) if unnamed else None
    return Filler(((named.start, named.end),), context.article.text(named.start, named.end), inherited=True)


def _place_named(context: Context) -> bool:
    """Whether the text names the place it is about, which its money alone may tell: 本集团的|收益9亿港元."""
    home = context.article.place
    return home is not None and any(m.label is Label.PLACE and m.normal == home for m in context.mentions)


def unlike(context: Context, word: str, name: str) -> bool:
    """Whether a word never means a body that is called so: 我校 is no 某投资集团, 公司 no 总工会."""
    ends = (pattern for end, pattern in context.words.group_unlike.items() if word.endswith(end))
    return any(pattern.search(name) for pattern in ends)


def _body_before(context: Context, position: int, word: str, *, near: bool) -> Mention | None:
    """The last body named before a clean offset: of its sentence the one that heads it; the `near` one in the same."""
    found: Mention | None = None
    for mention in reversed(context.begun(0, position)):
        if mention.label is not Label.ORG or mention.end > position or not _may_be_meant(context, mention):
            continue
        if unlike(context, word, context.article.text(mention.start, mention.end)):
            continue
        index = context.sentence_at(mention.start)
        if found is None:
            found, same = mention, near and index == context.sentence_at(position)
        elif index != context.sentence_at(found.start):
            break
        elif opens(context, index, context.article.sentences[index].start, mention) or _described(context, mention):
            found = mention
        if same:
            break
    return found


def _described(context: Context, mention: Mention) -> bool:
    """Whether a body heads its sentence behind what describes it: 同在园区的|某公司|是某集团的客户."""
    sentence = context.article.sentences[context.sentence_at(mention.start)]
    before = context.article.text(sentence.start, mention.start)
    return before.endswith(context.words.of) and not any(mark in before for mark in CLAUSE_MARKS)


def _may_be_meant(context: Context, mention: Mention) -> bool:
    """Whether 该公司 may stand for a body: no authority, and no name that one had before (前身为|某厂)."""
    text, before = (
        context.article.text(mention.start, mention.end),
        context.article.text(mention.start - _FORMER, mention.start),
    )
    held = context.words.about.held.match(context.article.clean.text, mention.end)  # 某集团|旗下的某公司
    return not (held or context.words.authority.search(text) or context.words.about.former.search(before))
