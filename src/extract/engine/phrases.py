"""Where an open slot ends: noun phrases to the left and to the right of what a rule matched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from extract.engine import left_edge, right_edge
from extract.engine.coding import Coded
from extract.engine.phrase_words import PhraseWords

_NOUNS = frozenset({"n", "nz", "vn", "b", "l", "j"})


@dataclass(frozen=True, slots=True)
class Phrases:
    """Finds noun phrases by their declared bounds. Built by `Phrases.compile` from knowledge/phrases.yaml."""

    declared: PhraseWords

    @classmethod
    def compile(cls, data: Mapping[str, list[str]]) -> Phrases:
        """By the lists of knowledge/phrases.yaml; one that is missing is empty."""
        return cls(PhraseWords.compile(data))

    def left(self, coded: Coded, at: int, floor: int = 0) -> tuple[int, int] | None:
        """The phrase that ends at the symbol `at` or before it, across adverbs and times, in the same clause."""
        return left_edge.left(self.declared, coded, at, floor)

    def right(self, coded: Coded, at: int) -> tuple[int, int] | None:
        """The phrase that starts at the symbol `at` and runs to a verb, a mark or a figure of the same clause."""
        return right_edge.right(self.declared, coded, at)

    def head(self, coded: Coded, at: int) -> tuple[int, int] | None:
        """The noun phrase that opens the clause at the symbol `at`, across times and adverbs: 产量|继续提高，…."""
        return right_edge.head(self.declared, coded, at)

    def trim_start(self, coded: Coded, start: int, end: int) -> int:
        """Where the phrase `start:end` begins without adverbs, particles and a governing verb."""
        return left_edge.trim_start(self.declared, coded, start, end)

    def word_end(self, coded: Coded, at: int) -> int:
        """Where the word of the symbol `at` ends."""
        return coded.word_end(at)

    def whole(self, coded: Coded, at: int) -> bool:
        """Whether the symbol `at` stands inside a noun or a declared verb, where nothing begins: 班|列, 触|达."""
        word = coded.words[at]
        if word == at or at in coded.mentions:
            return False
        end = coded.word_end(at)
        verb = coded.text[word:end] in self.declared.left_stops or coded.text[word:end] in self.declared.attributive
        return verb or (end == at + 1 and coded.tags[word] in _NOUNS)
