"""A phase that opens a clause without its project: 云港软件园二期动工。|一期|于2031年建成，已入驻企业90家."""

from __future__ import annotations

from extract.data import Filler
from extract.engine.coding import Coded
from extract.stages.resolve.context import Context, first, shortened

_FOLLOWING = ("v", "d", "t", "p")
"""Tags of what stands behind the subject of a clause."""


def phase_told(context: Context, coded: Coded, start: int, end: int, *, noun: bool = False) -> Filler | None:
    """The phase at the front of the clause `start:end`, with the name of the project told of last before it.

    With `noun`, what it has may follow as a noun: 一期|用地面积.
    """
    if start >= end:
        return None
    words, position = context.words.projects, coded.starts[start]
    told = words.bare_phase.match(context.article.clean.text, position)
    stop = coded.at(told.end() - 1) + 1 if told else end
    if told is None or stop >= end or not (noun or coded.tags[stop].startswith(_FOLLOWING)):
        return None
    base = _project_before(context, position)
    if base is None:
        return None
    own = next((found for found in words.phase.finditer(base.text) if found.end() == len(base.text)), None)
    base = shortened(base, own.start()) if own else base
    return Filler((*base.spans, (position, told.end())), base.text + told[0], inherited=True)


def _project_before(context: Context, position: int) -> Filler | None:
    """The last project that is named in full before a clean offset, in its paragraph."""
    index = context.sentence_at(position)
    for thing in reversed(context.things):
        name = first(thing, "name")
        if name is None or name.spans[-1][1] > position or context.words.projects.bare_phase.match(name.text):
            continue
        return name if context.paragraph(thing.sentence) == context.paragraph(index) else None
    return None
