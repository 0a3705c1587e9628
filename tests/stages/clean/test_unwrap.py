"""Lines to paragraphs: a column's width leaves no trace."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import BlockKind, CleanText

Clean = Callable[[str], CleanText]

HEAD = "盐场开足马力"
SALT = "今年以来，白沙盐场改造了三条输送带，日产原盐由四百吨提高到五百二十吨，工人们说，机器多了，活儿轻了。"
PORT = "渔港方面，休渔期结束后共有二百一十艘渔船出海，前三天卸下海虾三百吨，比上年同期多出一成半，价格平稳。"
MARKET = "市场里，买虾的人从早排到晚，摊主老周说，往年这时候一天卖三十斤，今年一天能卖五十斤，还要提前预订。"
PARAGRAPHS = (SALT, PORT, MARKET)

CLAUSES = ["盐场改造了输送带", "渔港卸下海虾", "工人们加班加点", "价格保持平稳", "新建码头正在收尾", "订单排到了明年"]
PARAGRAPH = st.lists(st.sampled_from(CLAUSES), min_size=7, max_size=14).map(lambda clauses: "，".join(clauses) + "。")


def wrapped(text: str, width: int, indent: str = "\u3000\u3000") -> str:
    """A paragraph as a column sets it; no sign but an opening one begins a line."""
    lines, rest = [], indent + text
    while rest:
        cut = width
        while cut > 2 and rest[cut : cut + 1] in tuple("，。、；：”）》"):
            cut -= 1
        lines.append(rest[:cut])
        rest = rest[cut:]
    return "\n".join(lines)


def blocks(result: CleanText) -> list[str]:
    return [result.text[block.start : block.end] for block in result.blocks]


@pytest.mark.parametrize("width", range(12, 41))
class TestAtEveryWidth:
    def test_indented_paragraphs_come_out_the_same(self, clean: Clean, width: int) -> None:
        assert blocks(clean("\n".join(wrapped(p, width) for p in PARAGRAPHS))) == list(PARAGRAPHS)

    def test_paragraphs_parted_by_blank_lines_come_out_the_same(self, clean: Clean, width: int) -> None:
        assert blocks(clean("\n\n".join(wrapped(p, width, "") for p in PARAGRAPHS))) == list(PARAGRAPHS)

    def test_a_headline_stays_by_itself(self, clean: Clean, width: int) -> None:
        result = clean("\n\n".join([HEAD, *(wrapped(p, width) for p in PARAGRAPHS)]))
        assert blocks(result) == [HEAD, *PARAGRAPHS]
        assert result.blocks[0].kind is BlockKind.HEADLINE

    def test_lines_may_end_as_on_windows(self, clean: Clean, width: int) -> None:
        raw = "\n".join(wrapped(p, width) for p in PARAGRAPHS)
        assert clean(raw.replace("\n", "\r\n")).text == clean(raw).text


@given(st.lists(PARAGRAPH, min_size=2, max_size=4), st.integers(12, 40))
def test_any_prose_comes_out_as_it_was_before_it_was_wrapped(clean: Clean, paragraphs: list[str], width: int) -> None:
    assert blocks(clean("\n".join(wrapped(p, width) for p in paragraphs))) == paragraphs


class TestLines:
    def test_of_a_text_that_is_not_wrapped_are_blocks(self, clean: Clean) -> None:
        assert blocks(clean("盐场开工了。\n渔港也开工了，虾很多。\n市场热闹。")) == [
            "盐场开工了。",
            "渔港也开工了，虾很多。",
            "市场热闹。",
        ]

    def test_may_break_inside_a_figure(self, clean: Clean) -> None:
        lines = [
            "今年以来，白沙盐场的产量提高到5",
            "20吨，比上年同期多出一成半，工人",
            "们都说机器多了，活儿轻了很多。",
        ]
        assert blocks(clean("\n".join(lines))) == ["".join(lines)]

    def test_may_break_between_latin_words(self, clean: Clean) -> None:
        lines = [
            "今年以来，白沙盐场从海外引进的Salt",
            "Master输送机正式投产，日产提高到五",
            "百二十吨，工人们说活儿轻了很多。",
        ]
        assert "Salt Master输送机" in clean("\n".join(lines)).text

    def test_may_break_off_at_the_end_of_a_page(self, clean: Clean) -> None:
        halves = (SALT[:30], SALT[30:])
        page = wrapped(PORT, 15) + "\n" + wrapped(halves[0], 15) + "\n\n" + wrapped(halves[1], 15, "")
        assert blocks(clean(page)) == [PORT, SALT]
