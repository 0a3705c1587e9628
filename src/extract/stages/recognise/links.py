"""Short forms of organisations: what an article calls a body after it gave its full name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from extract.data import Article, Label, Mention


def full_names(article: Article, organisations: Sequence[Mention], firm: Sequence[str]) -> Mapping[str, str]:
    """Short form → full name, for names that the article itself gives in full.

    `firm` are the endings of a firm's full name. A short form is a name whose characters stand in the full one in
    order, the first of its stem included; where two full names would do, none is taken.
    """
    texts = {article.text(m.start, m.end) for m in organisations if m.label is Label.ORG}
    known = {m.normal for m in organisations if isinstance(m.normal, str)}
    links = {article.text(m.start, m.end): m.normal for m in organisations if isinstance(m.normal, str)}
    full = sorted(t for t in texts if len(t) >= 8 and t.endswith(tuple(firm)))
    for short in sorted(texts - set(full)):
        fitting = [name for name in full if _shortens(short, name, firm)]
        if len(fitting) == 1:
            links[short] = fitting[0]
    return {short: name for short, name in links.items() if short != name and short not in known}


def _shortens(short: str, full: str, firm: Sequence[str]) -> bool:
    """恒某重工 of 恒某重工集团有限公司: its stem stands in the full name unbroken."""
    ending = next((e for e in sorted(firm, key=len, reverse=True) if short.endswith(e)), "")
    stem = short[: -len(ending)] if ending else short
    return len(stem) >= 2 and stem in full and len(short) < len(full)
