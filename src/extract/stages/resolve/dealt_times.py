"""Times that a sentence deals out to the figures of a list: 2031、2032年营收|分别为3亿元、4亿元."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.data import Filler, Label, Mention, Period, Relation
from extract.engine.periods.spans import equal_parts, is_half
from extract.stages.resolve.context import Context, fill, first, period_of, place
from extract.stages.resolve.told_apart import item_of, rows_of

_DEALT = ("subject", "metric", "reference")
"""What tells the figures of a list apart, where no time does."""
_HALVES = 2
_FAR = 60
"""Characters before the first figure of a list in which its times stand."""


def each_time(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The k-th of n figures about one thing for the k-th of n times: 2031年末、2032年末资产|分别为8亿元、9亿元."""
    out: list[Relation] = []
    dealt: dict[tuple[object, int], Sequence[Filler]] = {}
    for row in rows_of(relations):
        n = item_of(row[0])[1]
        listed = n == len(row) > 1 and _about_one(row)
        times = _dealt(context, row) if listed else ()
        whole = _whole(row) if listed else None
        if listed and not times and whole is not None:  # 2030年至2032年，产值分别为…；税收分别为…
            times = dealt.get((whole, n), ())
        if len(times) == len(row) > 1:
            dealt[whole, n] = times
            row = [fill(r, "period", time) for r, time in zip(row, times, strict=True)]
        elif last := _of_last(row, out):
            row = [fill(r, "period", time, inherited=True) for r, time in zip(row, last, strict=True)]
        out += row
    return tuple(out)


def _whole(row: Sequence[Relation]) -> object:
    """The one time that all the figures of a list have before it is dealt out; None where they have none in common."""
    found = {filler.normal if (filler := first(r, "period")) else None for r in row}
    return found.pop() if len(found) == 1 else None


def _about_one(row: Sequence[Relation]) -> bool:
    """Whether the figures differ in nothing but what they are."""
    said = {tuple(filler.text if (filler := first(r, slot)) else "" for slot in _DEALT) for r in row}
    return len(said) == 1 and row[0].codes.get("modality") == row[-1].codes.get("modality")


def _dealt(context: Context, row: Sequence[Relation]) -> Sequence[Filler]:
    """The times before the figures, one for each; none where they are not as many."""
    at = place(row[0])
    mentions = _run(context, at)
    if not mentions or _joints(context, mentions[-1].end, at):
        return ()  # 1—3月，甲、乙、丙三县…分别: what is listed behind the time is dealt out
    if len(mentions) == 1:
        return _parts(context, mentions[0], len(row))
    parts = [_parts(context, mention, 1 + _joints(context, mention.start, mention.end)) for mention in mentions]
    return [time for times in parts for time in times]


def _run(context: Context, position: int) -> Sequence[Mention]:
    """The last times before a place in its sentence, those that are joined to each other, in order."""
    start = max(position - _FAR, context.article.sentences[context.sentence_at(position)].start)
    times = [m for m in context.begun(start, position) if m.label is Label.TIME and m.end <= position]
    run: list[Mention] = times[-1:]
    for mention in reversed(times[:-1]):
        if context.article.text(mention.end, run[0].start).strip() not in context.words.joins:
            break
        run.insert(0, mention)
    return run


def _joints(context: Context, start: int, end: int) -> int:
    """How many words that join the items of a list stand in a stretch: one in 2031年、2032年."""
    text = context.article.text(start, end)
    return sum(text.count(word) for word in context.words.joins)


def _parts(context: Context, mention: Mention, count: int) -> Sequence[Filler]:
    """A time as so many equal times, one after the other; none where it is no such stretch."""
    period = period_of(mention)
    halved = count == _HALVES and period is not None and is_half(period)
    if halved and _joints(context, mention.start, mention.end) == 0:
        return ()  # 上半年甲、乙两厂|分别…: its quarters would be named
    found = [period] if count == 1 else equal_parts(period, count) if period else None
    return list(_fillers(mention, found or ()))


def _fillers(mention: Mention, periods: Sequence[Period | None]) -> Iterator[Filler]:
    for period in periods:
        if period is not None and not (period.start is None and period.end is None):
            yield Filler(((mention.start, mention.end),), "", period)


def _of_last(row: Sequence[Relation], before: Sequence[Relation]) -> Sequence[Filler]:
    """The times of as many figures before, where these go on about them: …分别为3亿元、4亿元，|增长5%、6%."""
    n = item_of(row[0])[1]
    last = before[-n:] if n == len(row) > 1 and len(before) >= n else ()
    if not last or item_of(last[0]) != (0, n) or last[0].sentence != row[0].sentence or not _about_one([*last, *row]):
        return ()
    times = [filler for r in last if (filler := first(r, "period"))]
    told = {filler.normal for filler in times}
    return times if len(told) == n else ()
