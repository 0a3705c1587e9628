"""Sentences to words and tags."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from typing import Protocol

from extract.data import Article, Tokens
from extract.engine.lexicon import Found

_PAIR = 2
_PLACE, _MODIFIER = "ns", "b"


class Tagger(Protocol):
    """What cuts text into tagged words; the tokenizers of `backends` do."""

    def tag(self, text: str) -> Iterable[tuple[str, str]]:
        """Words with their tags, in order; together they are the text."""
        ...

    def batch(self, texts: Sequence[str]) -> Sequence[Iterable[tuple[str, str]]]:
        """The tagged words of each text."""
        ...


class Vocabulary(Protocol):
    """Words to be kept whole: a lexicon of tags, or ours with a user's own."""

    def find(self, text: str, offset: int = 0) -> Iterable[Found[str]]:
        """The words that stand in a text with their tags, in order; they don't overlap."""
        ...


def segment(article: Article, tokenizer: Tagger, vocabulary: Vocabulary) -> tuple[Tokens, ...]:
    """The words of each sentence of an article, with clean offsets; the words of `vocabulary` are kept whole.

    大连市工业增长。 → words 大连市 工业 增长 。 with the tags ns n v x.
    """
    out = []
    texts = [article.text(sentence.start, sentence.end) for sentence in article.sentences]
    for sentence, text, words in zip(article.sentences, texts, tokenizer.batch(texts), strict=True):
        tokens = tokens_of(words, sentence.start)
        whole = [word for word in vocabulary.find(text, sentence.start) if not _cuts_a_place(tokens, *word)]
        out.append(joined(tokens, whole) if whole else tokens)
    return tuple(out)


def _cuts_a_place(tokens: Tokens, start: int, end: int, tag: str) -> bool:
    """Whether a modifier of two characters ends inside the name of a place: 在湘 of 在|湘潭."""
    index = bisect_right(tokens.starts, end - 1) - 1
    inside = start < tokens.starts[index] and end < tokens.ends[index]
    return inside and tag == _MODIFIER and end - start == _PAIR and tokens.tags[index].startswith(_PLACE)


def joined(tokens: Tokens, whole: Sequence[tuple[int, int, str]]) -> Tokens:
    """The words with those of `whole` (start, end, tag) kept whole; a word that one cuts keeps its rest."""
    rows: list[tuple[int, int, str]] = []
    at = 0
    for start, end, tag in zip(tokens.starts, tokens.ends, tokens.tags, strict=True):
        while start < end:
            while at < len(whole) and whole[at][1] <= start:
                at += 1
            word = whole[at] if at < len(whole) and whole[at][0] < end else None
            if word is None:
                rows.append((start, end, tag))
                break
            if start < word[0]:
                rows.append((start, word[0], tag))
            if not rows or rows[-1][0] != word[0]:
                rows.append((word[0], word[1], word[2]))
            start = word[1]
    starts, ends, tags = zip(*rows, strict=True)
    return Tokens(starts, ends, tags)


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
