"""The words of the vocabulary, whole, whatever the segmenter made of them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.data import Tokens
from extract.engine.lexicon import Lexicon
from extract.pipeline import Pipeline
from extract.stages.segment import joined, tokens_of

LETTERS = st.text("甲乙丙丁", min_size=1, max_size=4)


def test_a_word_that_the_segmenter_cut_is_one_again() -> None:
    assert joined(tokens_of([("专精", "n"), ("特新", "a"), ("企业", "n")], 0), [(0, 4, "n")]) == Tokens(
        (0, 4), (4, 6), ("n", "n")
    )


def test_a_word_that_it_cuts_keeps_its_rest_and_its_tag() -> None:
    assert joined(tokens_of([("甲乙丙", "v")], 0), [(1, 2, "n")]) == Tokens((0, 1, 2), (1, 2, 3), ("v", "n", "v"))


@given(st.lists(st.tuples(LETTERS, st.just("x")), min_size=1, max_size=6), st.sets(LETTERS, min_size=1, max_size=3))
def test_words_cover_the_sentence_without_a_gap_and_hold_every_word_of_the_vocabulary(
    words: list[tuple[str, str]], vocabulary: set[str]
) -> None:
    text = "".join(word for word, _ in words)
    whole = list(Lexicon({word: "n" for word in vocabulary}).find(text))
    tokens = joined(tokens_of(words, 0), whole)
    assert tokens.starts == (0, *tokens.ends[:-1])
    assert tokens.ends[-1] == len(text)
    assert {(start, end) for start, end, _ in whole} <= set(zip(tokens.starts, tokens.ends, strict=True))


def test_our_vocabulary_holds_words_of_press_text(pipeline: Pipeline) -> None:
    assert {"专精特新", "规模以上", "招生"} <= {w for w in ("专精特新", "规模以上", "招生") if w in pipeline.vocabulary}
