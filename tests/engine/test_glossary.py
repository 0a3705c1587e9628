"""A user's own words: the longest on characters, and never a part of a Latin word or of a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Label
from extract.engine.glossary import NO_WORDS, Entry, Glossary, WholeWords
from extract.engine.lexicon import Lexicon


def glossary(*words: str) -> Glossary:
    return Glossary({word: Entry(word, Label.PRODUCT, None, "nz") for word in words})


def found(text: str, *words: str) -> list[str]:
    return [text[start:end] for start, end, _ in glossary(*words).find(text)]


@pytest.mark.parametrize(
    ("text", "words", "expected"),
    [
        ("云台重工开工", ["云台", "云台重工"], ["云台重工"]),
        ("云台重工与云台", ["云台", "云台重工"], ["云台重工", "云台"]),
        ("AI与AIDS", ["AI"], ["AI"]),
        ("5G-A与5G", ["5G"], ["5G"]),
        ("C919客机", ["C9"], []),
        ("云台3与云台30", ["云台3"], ["云台3"]),
        ("云台3.5", ["云台3"], []),
        ("云台30", ["云台", "云台3"], ["云台"]),
        ("云台3，共5艘", ["云台3"], ["云台3"]),
        ("用AI看病", ["AI"], ["AI"]),
    ],
)
def test_the_longest_whole_word_is_found(text: str, words: list[str], expected: list[str]) -> None:
    assert found(text, *words) == expected


def test_positions_are_moved_by_an_offset() -> None:
    assert [(start, end) for start, end, _ in glossary("云台").find("在云台", 10)] == [(11, 13)]


def test_no_words_are_found_where_there_are_none() -> None:
    assert list(NO_WORDS.find("云台")) == []


@given(
    st.text(alphabet="云台A3. ", max_size=20), st.sets(st.text(alphabet="云台A3", min_size=1, max_size=3), min_size=1)
)
def test_words_stand_in_the_text_apart_and_in_order(text: str, words: set[str]) -> None:
    at = 0
    for start, end, entry in glossary(*words).find(text):
        assert text[start:end] == entry.word
        assert start >= at
        at = end


def test_a_segmenter_keeps_a_users_word_whole_rather_than_ours() -> None:
    whole = WholeWords(Lexicon({"海工业": "n", "产值": "n"}), glossary("云海"))
    assert [(start, end, tag) for start, end, tag in whole.find("云海工业产值")] == [(0, 2, "nz"), (4, 6, "n")]


def test_a_word_that_is_two_is_cut_before_its_verb() -> None:
    whole = WholeWords(Lexicon({"海工业": "n"}), Glossary({}), Lexicon({"成本增加": "n"}))
    found = [(text[start:end], tag) for text in ("海工业成本增加5%",) for start, end, tag in whole.find(text)]
    assert found == [("海工业", "n"), ("成本", "n"), ("增加", "v")]
