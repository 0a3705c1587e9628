"""The trade that a text is about, or that a clause of a text about a firm names: 机床工具行业, 保险业."""

from __future__ import annotations

from extract.data import Filler, Label
from extract.engine.coding import NAMES, Coded, plain
from extract.stages.resolve.about import main_firm
from extract.stages.resolve.context import Context, once
from extract.stages.resolve.opening import opens_at

_NOUN, _OFTEN = 2, 2
"""Characters of 行业, and how often what a trade deals with comes at most where the text is not about the trade."""
_FIRST = 4
"""Sentences, the headline included, in which a text says what trade it is about."""


@once
def main_industry(context: Context) -> Filler | None:
    """The trade that a text without a place is about: one that its headline or lead opens with, or 全行业 means.

    It comes again, one that opens a sentence also by what it deals with alone (建材出口 after 建材行业). What is
    only named on the way (受某行业影响) is nobody's figures.
    """
    if running := _running(context):
        return running
    whole = context.words.about.whole_industry.search(context.whole) is not None
    for index, sentence in enumerate(context.article.sentences[:_FIRST]):
        for found in context.words.about.industry.finditer(context.sentence_text(index)):
            span = (sentence.start + found.start("name"), sentence.start + found.end("name"))
            opening = opens_at(context, index, sentence.start, span[0])
            said = whole or index == context.article.headline or opening
            again = context.whole.count(found["name"]) + whole > 1
            again = again or (opening and context.whole.count(found["name"][:-_NOUN]) > _OFTEN)
            if said and again:
                return Filler((span,), plain(found["name"]))
    return None


def _running(context: Context) -> Filler | None:
    """The trade whose course a headline announces: 2031年1—6月|某某制造业|运行情况."""
    headline = context.article.headline
    found = context.words.about.running.search(context.sentence_text(headline)) if headline is not None else None
    if headline is None or found is None:
        return None
    start = context.article.sentences[headline].start
    return Filler(((start + found.start("name"), start + found.end("name")),), plain(found["name"]))


def run_in_trade(context: Context, index: int) -> Filler | None:
    """The trade with which the paragraph of a sentence opens, in a text about trades: 通信设备行业：1—6月，…."""
    paragraph = context.paragraph(index)
    while index > 0 and context.paragraph(index - 1) == paragraph:
        index -= 1
    found = context.words.about.run_in_trade.match(context.sentence_text(index))
    if found is None or main_industry(context) is None:
        return None
    start = context.article.sentences[index].start
    return Filler(((start + found.start("name"), start + found.end("name")),), plain(found["name"]))


@once
def told_trade(context: Context) -> Filler | None:
    """The trade that a text about no place, firm or country tells of: one in its headline, or in its lead and again.

    前8月|保险业|经营情况.
    """
    for index, sentence in enumerate(context.article.sentences[:_FIRST]):
        for found in context.words.about.trade.finditer(context.sentence_text(index)):
            if index == context.article.headline or context.whole.count(found[0]) > 1:
                return Filler(((sentence.start + found.start(), sentence.start + found.end()),), plain(found[0]))
    return None


def whole_trade(context: Context, index: int) -> Filler | None:
    """The trade that 全行业 means in a sentence: its paragraph's, the text's, that of the authority that tells."""
    return run_in_trade(context, index) or _whole(context)


@once
def _whole(context: Context) -> Filler | None:
    if industry := main_industry(context):
        return industry
    found = context.words.about.trade_of_body.search(context.whole)
    if found is None:
        return None
    start = context.article.start
    return Filler(((start + found.start("name"), start + found.end("name")),), plain(found["name"]))


def trade_named(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler] | None:
    """客车行业|实现销量 in a text about a firm: the trade of which it is one, at a clause's front, and its end."""
    if start != coded.clause_start(start) and coded.text[start - 1] not in NAMES[Label.TIME]:
        return None
    found = context.words.about.industry.match(coded.text, start, end) if main_firm(context) else None
    if found is None or found.end() >= end or coded.words[found.end()] != found.end():
        return None
    span = coded.span(start, found.end())
    return found.end(), Filler((span,), plain(context.article.text(*span)))
