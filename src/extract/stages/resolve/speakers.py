"""Whose figures somebody tells in direct speech: “年产值6000万元。”某公司董事长某某说."""

from __future__ import annotations

from extract.data import Filler, Label, Relation
from extract.stages.resolve.antecedents import antecedent
from extract.stages.resolve.context import Context, place
from extract.stages.resolve.owners import owner

_FAR = 400
"""Characters of a speech between a figure and the mark that opens or shuts it."""
_OPEN, _SHUT = "“", "”"
_ENDS = "。，！？…"
"""Marks before the one that shuts a speech; without one it is a name in quotation marks."""


def speaker(context: Context, relation: Relation) -> Filler | None:
    """The body for which somebody speaks who is named behind the speech with the figure; None for a private person."""
    at = place(relation)
    shut = _shut(context, at)
    if shut is None:
        return None
    article, words = context.article, context.words.about
    found = words.speaking.match(article.text(shut, min(article.end, shut + _FAR)))
    if found is None or words.private.search(found[0]):
        return None
    group = context.words.group.match(found[0])
    if group:
        return antecedent(context, shut, group[0])
    village = words.village_bodies.match(found[0])
    if village:  # 某村|党支部书记
        return Filler(((shut + village.start("village"), shut + village.end("village")),), village["village"])
    names = [m for m in context.begun(shut, shut + found.end()) if m.label in {Label.ORG, Label.PLACE}]
    return owner(context, names[0]) if names and names[0].start == shut else None


def _shut(context: Context, at: int) -> int | None:
    """Where the speech ends that holds the clean offset `at`."""
    article = context.article
    before = article.text(max(article.start, at - _FAR), at)
    behind = article.text(at, min(article.end, at + _FAR))
    if before.rfind(_OPEN) <= before.rfind(_SHUT):
        return None
    end = behind.find(_SHUT)
    while end > 0 and behind[end - 1] not in _ENDS:
        end = behind.find(_SHUT, end + 1)  # a name in quotation marks within the speech
    return at + end + 1 if end > 0 else None
