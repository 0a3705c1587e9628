"""The modality that each sentence has from the part of the text in which it stands: a review, goals, plans."""

from __future__ import annotations

from extract.data import BlockKind
from extract.stages.resolve.context import Context, once, period_of
from extract.stages.resolve.outline import standing_over

_REVIEW = "actual"
_PLAN = "planned"


@once
def section_modalities(context: Context) -> tuple[str, ...]:
    """One modality a sentence, `actual` where nothing is said.

    A heading sets it (三、今年重点工作), a sentence that opens a list of plans too; one of the first order ends it.
    A numbered headline is a heading: 三、2031年工作安排 at the front of what was cut out of a report.
    """
    out: list[str] = []
    current, last_year, later = _REVIEW, 0, ""
    for index, sentence in enumerate(context.article.sentences):
        text = context.sentence_text(index)
        numbered = context.words.first_order.match(text) is not None
        if sentence.kind is BlockKind.SUBHEADING or (sentence.kind is BlockKind.HEADLINE and numbered):
            current = _of_heading(context, text, last_year) or (_REVIEW if numbered else current)
            later = ""
            if current != _REVIEW and context.words.reviewing.search(text):
                current, later = _REVIEW, current  # “十四五”时期成就和“十五五”时期目标
            dated = context.words.yearly_work.search(text)
            last_year = int(dated["year"]) if dated else last_year
        if later and _looks_ahead(context, index):
            current, later = later, ""
        framed = [(name, m) for name, words in context.words.frames if (m := words.search(text))]
        if framed and framed[0][1].end() < len(text):
            out.append(framed[0][0])  # 主要预期目标是：增长6%；…: this sentence alone
            continue
        current = framed[0][0] if framed else current
        out.append(current)
    return tuple(out)


@once
def reviewed_sections(context: Context) -> frozenset[int]:
    """The sections whose heading, or one over it, looks back: 一、2031年工作回顾."""
    heads = {s.section: i for i, s in enumerate(context.article.sentences) if s.kind is BlockKind.SUBHEADING}
    over = standing_over(context)
    rows = {section: (index, *over.get(section, ())) for section, index in heads.items()}
    looks_back = context.words.reviewing.search
    return frozenset(s for s, row in rows.items() if any(looks_back(context.sentence_text(index)) for index in row))


def _looks_ahead(context: Context, index: int) -> bool:
    """Whether a sentence speaks of a time that ends after publication before any other: “十五五”时期，要…."""
    opening = next((p for m in context.by_sentence[index] if (p := period_of(m)) is not None and p.end), None)
    return bool(opening and opening.end and context.written and opening.end > context.written)


def _of_heading(context: Context, text: str, last_year: int) -> str | None:
    """What a heading says of its section: goals, plans, a review; None where it says nothing."""
    named = [name for name, words in context.words.section_modality if words.search(text)]
    if named:
        return named[-1]  # 主要目标和重点工作: its sentences say which are targets
    if context.words.reviewing.search(text):
        return _REVIEW
    dated = context.words.yearly_work.search(text)
    if dated is None:
        return None
    year, written = int(dated["year"]), context.written
    ahead = year >= written.year if written else 0 < last_year < year
    return _PLAN if ahead else _REVIEW
