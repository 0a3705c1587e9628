"""Quotes that occur once, with anchors within them."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from extract.evaluation.quoting import anchored_once, quote_of


def quoted(text: str, anchor: str, at: int = 0) -> str:
    """The quote for the anchor that stands at or behind `at`, in a text that is one sentence."""
    start = text.index(anchor, at)
    return text[slice(*quote_of(text, start, start + len(anchor), 0, len(text)))]


def test_a_clause_that_occurs_once_is_the_quote() -> None:
    assert quoted("全县有工厂5家，新厂3家。", "5家") == "全县有工厂5家"


def test_a_clause_that_occurs_twice_takes_its_neighbour() -> None:
    text = "甲县工业增长，工厂5家；乙县工业增长，工厂5家。"
    assert quoted(text, "5家") == "甲县工业增长，工厂5家"
    assert quoted(text, "5家", at=15) == "乙县工业增长，工厂5家"


def test_an_anchor_that_its_clause_has_twice_is_quoted_more_closely() -> None:
    text = "甲县5家和乙县5家均已投产"
    assert quoted(text, "5家") == "甲县5家"
    assert quoted(text, "5家", at=5) == "乙县5家"


def test_the_sentence_may_end_before_the_quote_is_unique() -> None:
    text = "工厂5家。\n工厂5家。\n"
    start, end = quote_of(text, 2, 4, 0, 5)
    assert text.count(text[start:end]) == 1


@given(st.text(alphabet="甲乙5家，。\n𠮷", min_size=1, max_size=40), st.data())
def test_every_quote_occurs_once_and_holds_its_anchor(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    first = data.draw(st.integers(0, start))
    last = data.draw(st.integers(end, len(text)))
    begin, until = quote_of(text, start, end, first, last)
    assert begin <= start < end <= until
    quote = text[begin:until]
    assert text.find(quote) == begin
    assert text.find(quote, begin + 1) < 0


@given(st.text(alphabet="甲乙5家", min_size=1, max_size=20), st.data())
def test_an_anchor_is_once_in_its_quote_where_it_says_so(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    places = [at for at in range(len(text)) if text.startswith(text[start:end], at)]
    assert anchored_once(text, (start, end), (0, len(text))) == (places == [start])
