"""Places in front of a metric that do not own it: where a firm sells, by whose rules it counts, who gives a title."""

from __future__ import annotations

from extract.data import Label
from extract.engine.coding import QUANTITIES, Coded
from extract.stages.resolve.about import main_firm, main_organisation
from extract.stages.resolve.antecedents import group_word
from extract.stages.resolve.context import Context
from extract.stages.resolve.home import sends_guests
from extract.stages.resolve.owners import past_times

_LISTING = "，、"
"""Marks behind which a list goes on with what somebody holds."""


def scene(context: Context, coded: Coded, start: int, cut: int, end: int) -> bool:
    """Whether the place in front is no owner: 在|某国|市场销量 is the seller's, 拥有|某省|著名商标 is a title."""
    mention = coded.mentions[start][0]
    if cut >= end or mention.label is not Label.PLACE:
        return False
    if sends_guests(context, mention):
        return True
    if start == 0:
        return False
    titled = context.words.metrics.titles.search(coded.surface(cut, end)) is not None
    if start == coded.clause_start(start):  # 拥有某国商标56个，|某省名牌产品|12个
        goes_on = titled and coded.text[start - 1] in _LISTING
        holding = context.words.metrics.holding
        return goes_on and any(coded.text[coded.words[i] : i + 1] in holding for i in range(start))
    name, verb = context.article.text(mention.start, mention.end), start
    if coded.text[start - 1] in QUANTITIES and start > 1:
        verb = start - 1  # 拥有|38个|某国名牌产品
    before = coded.text[coded.words[verb - 1] : verb]
    if before in context.words.locatives:
        owned = group_word(context, coded, past_times(context, coded, coded.clause_start(verb), verb), verb)
        return bool(owned) or context.words.metrics.abroad.match(coded.text, cut) is not None  # 公司目前在|某县|总投资
    own = name in context.words.deictics and name != context.words.nation.name
    return before in context.words.metrics.holding and titled and not own


def of_standard(context: Context, coded: Coded, cut: int) -> bool:
    """Whether the country that ends before `cut` is that of rules of accounting: 美国|会计准则下营业利润."""
    return context.words.about.standards.match(context.article.clean.text, coded.ends[cut - 1]) is not None


def of_market(context: Context, coded: Coded, start: int, at: int, end: int) -> bool:
    """港澳|业务收入 in a text about a firm is the firm's; 某航空|营业收入 is its own."""
    main, headline = main_organisation(context), context.article.headline
    told_of = headline is not None or main_firm(context) is not None
    about = main is not None and told_of and coded.mentions[start][0].label is Label.PLACE
    return about and context.words.markets.search(coded.surface(at, end)) is not None
