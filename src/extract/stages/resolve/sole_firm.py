"""The firm of a text that names no other: 监管部门批复|东屿银行|增资。…东屿银行资本充足率为9%。|营收3亿元."""

from __future__ import annotations

from extract.data import Filler, Label
from extract.stages.resolve.context import Context, once
from extract.stages.resolve.opening import heads_clause, tells

_AGAIN = 2
"""How often it is named, at least."""


@once
def sole_firm(context: Context) -> Filler | None:
    """The one body that a text about no place names again and lets head a clause, beside offices and who tells.

    None where the text speaks of the whole country by name, or of several bodies.
    """
    words, nation = context.words, context.words.nation
    found: dict[str, list[tuple[int, int]]] = {}
    heads = False
    for mention in context.mentions:
        if mention.label is Label.PLACE and mention.normal == nation:
            return None
        if mention.label is not Label.ORG:
            continue
        text = context.article.text(mention.start, mention.end)
        if any(w.search(text) for w in (words.authority, words.associations, words.national)) or tells(
            context, mention
        ):
            continue
        found.setdefault(text, []).append((mention.start, mention.end))
        heads = heads or heads_clause(context, context.sentence_at(mention.start), mention)
    if len(found) != 1 or not heads:
        return None
    (name, spans), *_ = found.items()
    return Filler((spans[0],), name) if len(spans) >= _AGAIN else None
