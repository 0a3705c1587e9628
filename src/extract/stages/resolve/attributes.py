"""What a made thing is like, told with its name in front: 该机|最大起飞重量, “海鹭”号|全长, 某厂研制的监测仪|重."""

from __future__ import annotations

from collections.abc import Iterator

from extract.data import Dimension, Filler, Quantity, Relation
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, QUANTITIES, Coded, plain
from extract.stages.resolve.context import NAME_SYMBOLS, Context, code, fill, first, place
from extract.stages.resolve.made import brand_at, kind_meant, named_from

_POINTING = 3
"""Symbols of the longest word that points before a noun."""
_LENGTHS = frozenset({"m", "cm", "mm", "km"})
_LONGER = 4
"""Words that the name of a thing may go on with behind what was read of it."""
_LEAST = 2
"""Characters of a kind of things that its name may be without, at least."""
_OPEN, _SHUT = "“", "”"
_PROPER = ("nr", "ns", "nt", "nz", "x", "eng", "m")


def of_made(context: Context, relation: Relation) -> Relation | None:
    """The relation with the thing at the front of its metric as its subject; None where there stands none."""
    metric = first(relation, "metric")
    if metric is None or metric.inherited or len(metric.spans) != 1:
        return None
    if (behind := first(relation, "subject")) is not None:
        thing = _described(context, relation, metric, behind)
        return fill(relation, "subject", thing, inherited=thing.inherited) if thing else None
    coded = context.coding(relation)
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[0][1] - 1) + 1
    found = _quoted(context, coded, start, end) or _pointed(context, coded, start, end)
    found = found or _told(context, coded, start, end)
    if found is None:
        return None
    cut, thing = found
    text = plain(coded.surface(cut, end))
    text = context.words.made.nouns.get(text, text)
    relation = fill(relation, "metric", Filler((coded.span(cut, end),), text))
    return fill(relation, "subject", thing, inherited=thing.inherited)


def as_height(context: Context, relation: Relation) -> Relation:
    """主塔|高90米 is the height of it, and no change, where nothing says against what."""
    at, metric, quantity = place(relation), first(relation, "metric"), relation.slots["quantity"][0].normal
    long = isinstance(quantity, Quantity) and quantity.dimension is Dimension.PHYSICAL and quantity.unit in _LENGTHS
    word = (at - len(context.words.made.height), at)
    if relation.rule not in context.words.differences or not long or "basis" in relation.slots:
        return relation
    if context.article.text(*word) != context.words.made.height or "reference" in relation.slots:
        return relation
    span = (metric.spans[0][0], at) if metric and metric.spans and metric.spans[-1][1] == word[0] else word
    whole = Filler((span,), plain(context.article.text(*span)))
    return code(fill(relation, "metric", whole), measure="level")


def _described(context: Context, relation: Relation, metric: Filler, behind: Filler) -> Filler | None:
    """The thing behind its figure: 全长9公里的|线路 is the line told of before, 某机|为直径6米的机器 is the former."""
    coded = context.coding(relation)
    start, end = coded.at(behind.spans[0][0]), coded.at(behind.spans[-1][1] - 1) + 1
    front = coded.at(metric.spans[0][0])
    if len(behind.spans) != 1 or start <= front:
        return None
    copula = coded.words[front - 1] if front else 0
    opening = coded.clause_start(front)
    if opening < copula and coded.text[copula:front] in context.words.named.copulas:
        begin = _phrase(context, coded, opening, copula)
        if begin < copula and context.words.made.kinds.search(coded.surface(begin, copula)):
            return Filler((coded.span(begin, copula),), plain(coded.surface(begin, copula)))
    inner = [stop for stop in range(end - 1, start, -1) if coded.words[stop] == stop]
    for stop in [end, *inner, *_word_ends(coded, end)]:
        noun = plain(coded.surface(start, stop))
        made, works = context.words.made.kinds.search(noun), context.words.made.works.search(noun)
        if not (made or works or noun in context.words.kinds):
            continue
        if stop < end and not _is_attribute(context, coded, stop, end):
            continue  # 全长9公里的|线路|设计时速120公里
        led = context.words.pointing.match(coded.text, opening, front)
        generic = led or stop == coded.word_end(start)
        found = kind_meant(context, coded.starts[opening], noun) if generic else None
        return found or (Filler((coded.span(start, stop),), noun) if stop != end else None)
    return None


def _word_ends(coded: Coded, at: int) -> Iterator[int]:
    """The ends of the words from a symbol on that may go on a name."""
    for _ in range(_LONGER):
        if at >= len(coded.text) or coded.text[at] in QUANTITIES + CLAUSE_MARKS + ITEM_MARK:
            return
        at = coded.word_end(at)
        yield at


def _is_attribute(context: Context, coded: Coded, start: int, end: int) -> bool:
    return start < end and context.words.made.attributes.fullmatch(plain(coded.surface(start, end))) is not None


def _quoted(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler] | None:
    """“海鹭”号|全长, “灵鸢”|自重; 散货船“海鹭”|总长: a name in quotation marks, and where it ends."""
    opening = coded.text.find(_OPEN, max(0, start - 1), end)
    shut = coded.text.find(_SHUT, opening, end)
    if opening < 0 or shut < 0 or any(symbol in QUANTITIES for symbol in coded.text[start:opening]):
        return None
    stop = tail = shut + 1
    while tail < end:
        tail = coded.word_end(tail)
        stop = tail if context.words.made.kinds.search(coded.surface(shut + 1, tail)) else stop
    brand = brand_at(context, coded.span(opening + 1, shut))
    if not (_is_attribute(context, coded, stop, end) or (brand and stop < end)):
        return None
    front = _phrase(context, coded, start, opening) if start < opening else opening
    kind = coded.surface(front, opening)
    led = (
        opening - front >= _LEAST
        and context.words.made.kinds.search(kind)
        and not context.words.made.orders.search(kind)
    )
    begin = front if led else opening
    bare = begin == opening and stop == shut + 1
    span = coded.span(begin + bare, stop - bare)
    return stop, Filler((span,), plain(context.article.text(*span)))


def _pointed(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler] | None:
    """该机|最大起飞重量, 这款机器人|身高: what a kind of things behind a word that points stands for."""
    for at in range(max(coded.clause_start(start), start - _POINTING), start + 1):
        lead = context.words.pointing.match(coded.text, at, end)
        if lead and start <= lead.end() < end and (at == start or lead.end() == start):
            break
    else:
        return None
    bare: tuple[int, Filler] | None = None
    for cut in range(end - 1, lead.end(), -1):
        noun = plain(coded.surface(lead.end(), cut))
        if not context.words.made.pointed.search(noun) or not _is_attribute(context, coded, cut, end):
            continue
        if thing := kind_meant(context, coded.starts[at], noun, typed=True):
            return cut, thing
        bare = bare or ((cut, Filler((coded.span(lead.end(), cut),), noun)) if len(noun) >= _LEAST else None)
    return bare


def _told(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler] | None:
    """某厂研制的监测仪|重, 无人机|航程: a thing by its kind, or what the kind stood for just before."""
    if context.words.pointing.match(coded.text, start, end):
        return None
    for cut in range(end - 1, start, -1):
        whole = coded.words[cut] == cut or cut == end - 1
        front = coded.surface(start, cut)
        works = context.words.made.works.search(front) or front in context.words.kinds
        if not whole or not (works or context.words.made.kinds.search(front)):
            continue
        if not _is_attribute(context, coded, cut, end):
            continue
        begin = _phrase(context, coded, start, cut)
        text = plain(coded.surface(begin, cut))
        if begin >= cut or len(text) < _LEAST or not _one(coded, begin, cut):
            return None
        generic = not any(coded.tags[i].startswith(_PROPER) for i in range(begin, cut))
        meant = kind_meant(context, coded.starts[start], text) if generic and begin == start else None
        if meant is None and begin == start and coded.word_end(begin) >= cut:
            return None  # 整机|国产化率, 电池|寿命 of another thing
        return cut, meant or Filler((coded.span(begin, cut),), text)
    return None


def _one(coded: Coded, start: int, end: int) -> bool:
    """Whether a phrase is one thing: no list, no figure, no place's all."""
    if any(symbol in QUANTITIES or symbol == ITEM_MARK for symbol in coded.text[start:end]):
        return False
    return coded.text[start] not in NAME_SYMBOLS


def _phrase(context: Context, coded: Coded, start: int, end: int) -> int:
    """Where the name itself begins behind what describes it: 某厂研制的|全球最小|监测仪."""
    return named_from(context, coded, max(start, coded.text.rfind(context.words.of, start, end) + 1), end)
