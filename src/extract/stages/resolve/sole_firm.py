"""The firm of a text that names no other: 监管部门批复|东屿银行|增资。…东屿银行资本充足率为9%。|营收3亿元."""

from __future__ import annotations

from extract.data import Filler, Label
from extract.stages.resolve.context import Context, once
from extract.stages.resolve.opening import heads_clause, tells

_AGAIN = 2
"""How often it is named, at least, where it does not head the lead."""
_LEAD = 2
"""Sentences of the lead, the headline included."""


@once
def sole_firm(context: Context) -> Filler | None:
    """The one body that a text about no place names again or begins with, beside offices and who tells.

    None where a clause tells of the whole country by name, or where several bodies are named.
    """
    words, nation = context.words, context.words.nation
    found: dict[str, list[tuple[int, int]]] = {}
    heads = opening = False
    for mention in context.mentions:
        if mention.label is Label.PLACE and mention.normal == nation:
            if heads_clause(context, context.sentence_at(mention.start), mention):
                return None
            continue
        if mention.label is not Label.ORG:
            continue
        text = context.article.text(mention.start, mention.end)
        if any(w.search(text) for w in (words.authority, words.associations, words.national)) or tells(
            context, mention
        ):
            continue
        found.setdefault(text, []).append((mention.start, mention.end))
        index = context.sentence_at(mention.start)
        first = heads_clause(context, index, mention)
        heads, opening = heads or first, opening or (first and index < _LEAD)
    if len(found) != 1 or not heads:
        return None
    (name, spans), *_ = found.items()
    leads = opening and words.about.firm_talk.search(context.whole) is not None
    return Filler((spans[0],), name) if len(spans) >= _AGAIN or leads else None
