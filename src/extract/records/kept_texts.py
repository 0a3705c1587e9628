"""What the decoded text of a source is called below `texts/` of a run: who writes it and who looks it up agree here."""

from __future__ import annotations

import re
from hashlib import sha256

_LONGEST = 40
_PLAIN = re.compile(rf"[\w.-]{{1,{_LONGEST}}}")
_ODD = re.compile(r"[^\w.-]")


def text_name(source_id: str) -> str:
    """The path below `texts/` of a source's decoded text; a row's id that is no plain name leaves no folder.

    >>> text_name("news/a.html"), text_name("a.jsonl:17")
    ('news/a.html.txt', 'a.jsonl_17.txt')
    """
    path, colon, identity = source_id.partition(":")
    if colon and not _PLAIN.fullmatch(identity):
        digest = sha256(identity.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        identity = f"{_ODD.sub('_', identity)[:_LONGEST]}-{digest}"
    return f"{path}_{identity}.txt" if colon else f"{path}.txt"
