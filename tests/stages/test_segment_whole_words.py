"""The words of the vocabulary, whole, whatever the segmenter made of them."""

from __future__ import annotations

import pytest
from hypothesis import assume, given
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
def test_words_cover_the_sentence_without_a_gap_and_hold_the_vocabulary_s(
    words: list[tuple[str, str]], vocabulary: set[str]
) -> None:
    text = "".join(word for word, _ in words)
    cut = tokens_of(words, 0)
    whole = list(Lexicon(dict.fromkeys(vocabulary, "n")).find(text))
    shared = [sum(a < end and start < b for a, b, _ in whole) for start, end in zip(cut.starts, cut.ends, strict=True)]
    assume(max(shared) <= 1)  # two in one word: below
    tokens = joined(cut, whole)
    assert tokens.starts == (0, *tokens.ends[:-1])
    assert tokens.ends[-1] == len(text)
    assert {(start, end) for start, end, _ in whole} <= set(zip(tokens.starts, tokens.ends, strict=True))


@pytest.mark.parametrize(
    ("words", "whole", "starts"),
    [(["甲乙丙丁戊"], [(0, 2, "n"), (2, 4, "n")], (0, 2, 4)), (["甲乙", "丙"], [(0, 1, "n"), (1, 3, "n")], (0, 1))],
    ids=["inside one word", "across the next"],
)
def test_two_words_that_share_one_of_the_segmenter_s_are_both_kept(
    words: list[str], whole: list[tuple[int, int, str]], starts: tuple[int, ...]
) -> None:
    assert joined(tokens_of([(word, "x") for word in words], 0), whole).starts == starts


@pytest.mark.parametrize("word", ["专精特新", "规模以上", "招生"])
def test_our_vocabulary_keeps_words_of_press_text_whole(pipeline: Pipeline, word: str) -> None:
    text = f"全市{word}情况良好。"
    article = pipeline.process(text_source(text)).articles[0]
    assert word in [
        text[start:end] for start, end in zip(article.tokens[0].starts, article.tokens[0].ends, strict=True)
    ]
