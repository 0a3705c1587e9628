"""The words of the vocabulary, whole, whatever the segmenter made of them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Tokens
from extract.engine.lexicon import Lexicon
from extract.pipeline import Pipeline, text_source
from extract.stages.segment import joined, tokens_of

LETTERS = st.text("甲乙丙丁", min_size=1, max_size=4)


def test_a_word_that_the_segmenter_cut_is_one_again() -> None:
    assert joined(tokens_of([("专精", "n"), ("特新", "a"), ("企业", "n")], 0), [(0, 4, "n")]) == Tokens(
        (0, 4), (4, 6), ("n", "n")
    )


def test_a_word_that_it_cuts_keeps_its_rest_and_its_tag() -> None:
    assert joined(tokens_of([("甲乙丙", "v")], 0), [(1, 2, "n")]) == Tokens((0, 1, 2), (1, 2, 3), ("v", "n", "v"))


@given(st.lists(st.tuples(LETTERS, st.just("x")), min_size=1, max_size=6), st.sets(LETTERS, min_size=1, max_size=3))
def test_words_cover_the_sentence_without_a_gap(words: list[tuple[str, str]], vocabulary: set[str]) -> None:
    text = "".join(word for word, _ in words)
    tokens = joined(tokens_of(words, 0), list(Lexicon(dict.fromkeys(vocabulary, "n")).find(text)))
    assert tokens.starts == (0, *tokens.ends[:-1])
    assert tokens.ends[-1] == len(text)


@pytest.mark.xfail(strict=True, reason="the rest of a cut word is not looked at again: its second word is lost")
def test_two_words_that_the_segmenter_made_one_are_both_kept() -> None:
    tokens = joined(tokens_of([("甲乙丙丁", "x")], 0), [(0, 2, "n"), (2, 4, "n")])
    assert tokens == Tokens((0, 2), (2, 4), ("n", "n"))


@pytest.mark.parametrize("word", ["专精特新", "规模以上", "招生"])
def test_our_vocabulary_keeps_words_of_press_text_whole(pipeline: Pipeline, word: str) -> None:
    text = f"全市{word}情况良好。"
    article = pipeline.process(text_source(text)).articles[0]
    assert word in [
        text[start:end] for start, end in zip(article.tokens[0].starts, article.tokens[0].ends, strict=True)
    ]
