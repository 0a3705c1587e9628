"""A user's own words on characters: the longest at each place, never a part of a Latin word or of a number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from extract.data import Label
from extract.engine.lexicon import Found, Lexicon

_VERB = 2
"""Characters of the verb at the end of a pair."""
_JOINTS = ".,&'-"
"""What joins Latin letters and digits to one word or number: 5G-A, 3.5."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One word of the user's lexicon; `normal` is its standard or full name, `tag` its part of speech."""

    word: str
    label: Label
    normal: str | None
    tag: str


class Glossary:
    """Spellings with the entry that each stands for.

    `Glossary({"云台3": entry}).find("云台3与云台30")` finds the first alone: 云台30 is another number.
    """

    def __init__(self, spellings: Mapping[str, Entry]) -> None:
        self._lexicon = Lexicon(spellings) if spellings else None

    def find(self, text: str, offset: int = 0) -> Iterator[Found[Entry]]:
        """The leftmost longest words, which don't overlap; positions are moved by `offset`."""
        if self._lexicon is None:
            return
        whole = (hit for hit in self._lexicon.every(text) if not _cuts(text, hit.start, hit.end))
        at = 0
        for start, end, entry in sorted(whole, key=lambda hit: (hit.start, -hit.end)):
            if start >= at:
                yield Found(start + offset, end + offset, entry)
                at = end


NO_WORDS = Glossary({})


def _cuts(text: str, start: int, end: int) -> bool:
    """Whether the span begins or ends inside a Latin word or a number: AI in AIDS, 云台3 in 云台3.5."""
    return _goes_on(text[start], text[start - 1 : start], text[max(start - 2, 0) : start - 1]) or _goes_on(
        text[end - 1], text[end : end + 1], text[end + 1 : end + 2]
    )


def _goes_on(edge: str, beside: str, beyond: str) -> bool:
    """Whether a Latin letter or digit goes on in the character `beside`, or `beyond` a joint."""
    if not _latin(edge):
        return False
    return _latin(beside) or (beside in _JOINTS and beside != "" and _latin(beyond))


def _latin(char: str) -> bool:
    return char.isascii() and char.isalnum()


class WholeWords:
    """What a segmenter must keep whole: the user's words first, then those of ours that they leave room for.

    `pairs` are words that it takes for one and that are two, the second a verb of two characters: 价格|上涨.
    """

    def __init__(self, ours: Lexicon[str], own: Glossary, pairs: Lexicon[str] | None = None) -> None:
        self._ours, self._own, self._pairs = ours, own, pairs

    def find(self, text: str, offset: int = 0) -> Iterable[Found[str]]:
        """The words with their tags, in order; they don't overlap."""
        own = [Found(start, end, entry.tag) for start, end, entry in self._own.find(text, offset)]
        ours = self._of_ours(text, offset)
        if not own:
            return ours
        free = [hit for hit in ours if all(hit.end <= o.start or o.end <= hit.start for o in own)]
        return sorted([*own, *free], key=lambda hit: hit.start)

    def _of_ours(self, text: str, offset: int) -> Iterable[Found[str]]:
        ours = self._ours.find(text, offset)
        pairs = list(self._pairs.find(text, offset)) if self._pairs else []
        if not pairs:
            return ours
        whole = list(ours)
        for start, end, tag in pairs:
            if all(hit.end <= start or end <= hit.start for hit in whole):
                whole += [Found(start, end - _VERB, tag), Found(end - _VERB, end, "v")]
        return sorted(whole, key=lambda hit: hit.start)
