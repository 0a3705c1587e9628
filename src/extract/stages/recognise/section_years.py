"""The year that the heading over a part of a text gives it: 一、2030年工作回顾, 二、2031年工作安排."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from extract.data import Article, BlockKind
from extract.engine.periods import TimeGrammar
from extract.stages.recognise.event_year import Found

_FEW = 2
"""Times that a heading names."""
_NUMBERING = 4
"""Characters in which a heading is numbered: 十二、, （三）."""


def section_years(article: Article, sentences: Sequence[Found], grammar: TimeGrammar) -> Iterator[int | None]:
    """By sentence, the year of the innermost heading over it that looks back on one or sets goals for one.

    A heading closes those of its own order: （一）工业 goes on with the year of 一、2030年工作回顾, 三、问题 does not.
    """
    stack: list[tuple[str, int | None]] = []
    for sentence, found in zip(article.sentences, sentences, strict=True):
        if sentence.kind is BlockKind.SUBHEADING or _runs_in(found, grammar):
            order = next((char for char in found.text[:_NUMBERING] if not char.isalnum()), "")
            same = next((i for i, (other, _) in enumerate(stack) if other == order), len(stack))
            stack[same:] = [(order, _year(found, grammar))]
        yield next((year for _, year in reversed(stack) if year is not None), None)


def _runs_in(found: Found, grammar: TimeGrammar) -> bool:
    """Whether a numbered heading runs into its text: 一、2030年工作总结 全年新增耕地900亩."""
    first = next(iter(found.expressions), None)
    if first is None or not 0 < first.start <= _NUMBERING or found.text[: first.start].rstrip().isalnum():
        return False
    return grammar.telling.is_over(found.text, first) or grammar.telling.sets_goals(found.text, first)


def _year(found: Found, grammar: TimeGrammar) -> int | None:
    """The one year of a heading that tells what was done in it or what is to be."""
    telling = grammar.telling
    told = [e for e in found.expressions[:_FEW] if telling.is_over(found.text, e) or telling.sets_goals(found.text, e)]
    years = {year for e in told for year in grammar.years(e)}
    return years.pop() if len(years) == 1 else None
