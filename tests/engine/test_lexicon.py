"""The lexicon finds what a naive search finds."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.engine.lexicon import Lexicon

WORDS = st.text(alphabet="滨海市工", min_size=1, max_size=3)


def test_the_longest_word_at_each_place_is_found() -> None:
    lexicon = Lexicon({"滨海": "short", "滨海市": "full"})
    assert list(lexicon.find("在滨海市和滨海", 10)) == [(11, 14, "full"), (15, 17, "short")]


def test_every_gives_overlapping_words_too() -> None:
    lexicon = Lexicon({"滨海": 1, "海市": 2})
    assert sorted(lexicon.every("滨海市")) == [(0, 2, 1), (1, 3, 2)]


def test_a_later_row_of_a_word_wins() -> None:
    lexicon = Lexicon([("滨海", 1), ("滨海", 2)])
    assert lexicon.get("滨海") == 2
    assert len(lexicon) == 1
    assert "海" not in lexicon


@given(st.dictionaries(WORDS, st.integers(), min_size=1, max_size=6), st.text(alphabet="滨海市工业", max_size=20))
def test_it_agrees_with_a_search_by_hand(words: dict[str, int], text: str) -> None:
    expected, at = [], 0
    while at < len(text):
        fitting = [word for word in words if text.startswith(word, at)]
        if fitting:
            word = max(fitting, key=len)
            expected.append((at, at + len(word), words[word]))
        at += len(max(fitting, key=len)) if fitting else 1
    assert list(Lexicon(words).find(text)) == expected
