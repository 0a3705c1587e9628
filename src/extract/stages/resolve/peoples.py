"""The countries of a union or a region as the owner of a figure: 东盟国家|出口, 非洲国家|经济."""

from __future__ import annotations

from extract.data import Filler, Place
from extract.engine.coding import Coded, plain
from extract.stages.resolve.context import Context


def of_peoples(context: Context, coded: Coded, start: int, cut: int, end: int) -> tuple[int, Filler] | None:
    """Where the name ends that the names `start:cut` begin, and the owner, where 国家 or the like goes on with it."""
    last = coded.mentions[cut - 1][0].normal
    if not isinstance(last, Place) or last.code is not None or last == context.words.nation:
        return None  # 某省|国家高新技术企业
    found = context.words.about.peoples.match(coded.text, cut, end)
    if found is None or found.end() >= end or coded.words[found.end()] != found.end():
        return None
    return found.end(), Filler((coded.span(start, found.end()),), plain(coded.surface(start, found.end())))
