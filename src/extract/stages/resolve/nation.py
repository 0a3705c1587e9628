"""What countries are called in short: by the first character (俄)."""

from __future__ import annotations

from extract.data import Filler, Label
from extract.engine.coding import NAMES, Coded
from extract.stages.resolve.context import Context


def by_first_character(context: Context, coded: Coded, start: int, end: int) -> tuple[int, Filler] | None:
    """俄|天然气产量 in a text about 俄罗斯: the country at a metric's front by one character, and where that ends."""
    home = context.article.place
    if home is None or home.code is not None or start + 1 >= end or not home.name.startswith(coded.text[start]):
        return None
    opens = start == coded.clause_start(start) or coded.text[start - 1] == NAMES[Label.TIME]
    alone = coded.words[start] == start and coded.word_end(start) == start + 1
    return (start + 1, Filler((coded.span(start, start + 1),), home.name, home)) if opens and alone else None
