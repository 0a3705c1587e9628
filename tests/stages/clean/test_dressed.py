"""A text in any mixture of dresses: the same clean text, and each of its characters leads to the one it was read from."""

from __future__ import annotations

from collections.abc import Callable

from hypothesis import given
from hypothesis import strategies as st

from extract.data import CleanText

Clean = Callable[[str], CleanText]

TEXT = "白沙盐场今年3月增产12.5%，渔港卸下海虾480吨。市场里，买虾的人从早排到晚；Salt输送机日产提高。"
WIDE = {char: chr(ord(char) + 0xFEE0) for char in "0123456789.%"}
HALF = {"，": ",", "；": ";"}
BEFORE = ("", "", "", "\u200b", "\ufeff", "<b>", "</span>", "**")
AFTER = ("", "", "", "\u200b", "(yú)", "（chǎng）", "</b>", "<span class='a'>", " ")


@st.composite
def dressed(draw: st.DrawFn) -> tuple[str, list[int]]:
    """A raw text that says TEXT, and where in it each character of TEXT stands."""
    raw, places = "", []
    for index, char in enumerate(TEXT):
        after = TEXT[index + 1 : index + 2]
        before = draw(st.sampled_from(BEFORE))
        # two stars in a row open or close nothing where no pair stands; markup inside a Latin word is not meant here
        raw += "" if before == "**" or (char.isascii() and TEXT[index - 1].isascii()) else before
        forms = [char, WIDE.get(char, char), HALF.get(char, char)]
        places.append(len(raw))
        raw += draw(st.sampled_from(forms))
        noise = draw(st.sampled_from(AFTER))
        han = "\u4e00" <= char <= "\u9fff" and "\u4e00" <= after <= "\u9fff"
        raw += noise if han else ""
    return raw, places


@given(dressed())
def test_cleans_to_what_it_says_and_finds_its_way_home(clean: Clean, sample: tuple[str, list[int]]) -> None:
    raw, places = sample
    result = clean(raw)
    assert result.text == TEXT
    for index, place in enumerate(places):
        low, high = result.offsets.raw(index, index + 1)
        assert (low, high) == (place, place + 1)


@given(dressed(), st.integers(0, len(TEXT) - 1), st.integers(1, len(TEXT)))
def test_spans_nest_and_keep_their_order(clean: Clean, sample: tuple[str, list[int]], start: int, size: int) -> None:
    raw, places = sample
    end = min(start + size, len(TEXT))
    low, high = clean(raw).offsets.raw(start, end)
    assert (low, high) == (places[start], places[end - 1] + 1)
