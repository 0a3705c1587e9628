"""Sentences to words and tags."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from extract.data import Article, Tokens


class Tagger(Protocol):
    """What cuts text into tagged words; the tokenizers of `backends` do."""

    def tag(self, text: str) -> Iterable[tuple[str, str]]:
        """Words with their tags, in order; together they are the text."""
        ...


def segment(article: Article, tokenizer: Tagger) -> tuple[Tokens, ...]:
    """The words of each sentence of an article, with clean offsets.

    大连市工业增长。 → words 大连市 工业 增长 。 with the tags ns n v x.
    """
    return tuple(
        tokens_of(tokenizer.tag(article.text(sentence.start, sentence.end)), sentence.start)
        for sentence in article.sentences
    )


def tokens_of(words: Iterable[tuple[str, str]], start: int) -> Tokens:
    """Tagged words that stand one after the other from `start` on."""
    starts: list[int] = []
    ends: list[int] = []
    tags: list[str] = []
    for word, tag in words:
        starts.append(start)
        start += len(word)
        ends.append(start)
        tags.append(tag)
    return Tokens(tuple(starts), tuple(ends), tuple(tags))
