"""What stands around a place in a sentence: its words, their tags and the places."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from extract.data import Mention, Tokens


@dataclass(frozen=True, slots=True)
class SentenceView:
    """A sentence with its words and places; all positions are clean offsets."""

    text: str
    offset: int
    tokens: Tokens
    place_starts: Mapping[int, int]
    place_ends: Mapping[int, int]

    @classmethod
    def of(cls, text: str, offset: int, tokens: Tokens, places: Iterable[Mention]) -> SentenceView:
        """The view of a sentence with those of `places` that stand in it."""
        spans = [(m.start, m.end) for m in places]
        return cls(text, offset, tokens, dict(spans), {end: start for start, end in spans})

    def char(self, at: int) -> str:
        """The character at `at`."""
        return self.text[at - self.offset]

    def part(self, start: int, end: int) -> str:
        """The text from one clean offset to another; shorter where the sentence ends before."""
        return self.text[start - self.offset : end - self.offset]

    def _index(self, at: int) -> int:
        return bisect_right(self.tokens.starts, at) - 1

    def word_before(self, at: int) -> tuple[int, str]:
        """The word that holds the character before `at`: where it starts, and its tag."""
        index = self._index(at - 1)
        return self.tokens.starts[index], self.tokens.tags[index]

    def words(self, start: int, end: int) -> list[str]:
        """The words of a span."""
        out, at = [], end
        while at > start:
            word, _ = self.word_before(at)
            word = max(word, start)
            out.append(self.text[word - self.offset : at - self.offset])
            at = word
        return out

    def word_to(self, end: int) -> str:
        """The word that ends at `end`."""
        return self.text[self.word_before(end)[0] - self.offset : end - self.offset]

    def tag_after(self, end: int) -> str:
        """The tag of the word that begins at `end`; empty at the sentence's end."""
        index = self._index(end)
        return self.tokens.tags[index] if self.tokens.starts[index] == end else ""

    def word_at(self, start: int) -> tuple[int, str] | None:
        """Where the word that begins at `start` ends, and its tag; None where none begins."""
        index = self._index(start)
        return (self.tokens.ends[index], self.tokens.tags[index]) if self.tokens.starts[index] == start else None

    def tag_of(self, start: int, end: int) -> str:
        """The tag of the word that is `start:end`; empty where it is not one word."""
        index = self._index(start)
        return self.tokens.tags[index] if (self.tokens.starts[index], self.tokens.ends[index]) == (start, end) else ""

    def opens_phrase(self, at: int) -> bool:
        """Whether a mark, a preposition or a join stands before `at`."""
        return self.opens_clause(at) or self.word_before(at)[1] in {"p", "c", "uj", "x"}

    def ends_word(self, end: int) -> bool:
        """Whether a word ends at `end`."""
        return self.tokens.ends[self._index(end - 1)] == end

    def opens_clause(self, at: int) -> bool:
        """Whether nothing but a mark, a join or the sentence's beginning stands before `at`."""
        return at == self.offset or self.char(at - 1) in "，。；：、！？（“\n "
