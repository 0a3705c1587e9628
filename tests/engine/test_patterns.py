from __future__ import annotations

import pytest

from extract.data import Dimension
from extract.engine.coding import LIST, SINGLE
from extract.engine.patterns import PatternError, compile_pattern, expand

CLASSES = {"way": {"增长": "+", "下降": "-", "增": "+"}, "reach": {"达": "", "达到": ""}}
PERCENT = SINGLE[Dimension.PERCENT]
PERCENTS = LIST[Dimension.PERCENT]


def found(pattern: str, text: str) -> dict[str, str] | None:
    hit = compile_pattern(pattern, CLASSES).regex.search(text)
    return None if hit is None else {k: v for k, v in hit.groupdict().items() if v is not None}


def test_a_word_stands_for_itself() -> None:
    assert found("同比 <way:way>", "产量同比增长") == {"way": "增长"}
    assert found("同比 <way:way>", "产量环比增长") is None


def test_the_longest_word_of_a_class_is_tried_first() -> None:
    assert found("<way:way> <quantity:PERCENT>", f"增长{PERCENT}") == {"way": "增长", "quantity": PERCENT}


def test_a_mention_class_is_one_symbol() -> None:
    assert found("{reach} <quantity:PERCENT>", f"达到{PERCENT}") == {"quantity": PERCENT}
    assert found("{reach} <quantity:PERCENT>", f"达到{PERCENTS}") is None


def test_a_plus_takes_a_list_too() -> None:
    assert found("{reach} <quantity:PERCENT+>", f"达{PERCENTS}") == {"quantity": PERCENTS}


def test_an_optional_item_may_be_missing() -> None:
    assert found("<way:way> (了)? <quantity:PERCENT>", f"增长了{PERCENT}")
    assert found("<way:way> (了)? <quantity:PERCENT>", f"增长{PERCENT}")


def test_an_inner_phrase_stays_in_its_clause() -> None:
    assert found("占 <reference:NP> <quantity:PERCENT>", f"占全省产量{PERCENT}") == {
        "reference": "全省产量",
        "quantity": PERCENT,
    }
    assert found("占 <reference:NP> <quantity:PERCENT>", f"占全省，产量{PERCENT}") is None


def test_a_row_in_square_brackets_fills_a_slot_as_it_stands() -> None:
    assert found("[claim: (全球|国内)? (首台|首艘)] 机车", "国内首台机车") == {"claim": "国内首台"}


def test_open_phrases_at_either_end_are_left_to_the_finder() -> None:
    pattern = compile_pattern("<metric:NP>? <way:way> <quantity:PERCENT>", CLASSES)
    assert (pattern.left, pattern.left_optional) == ("metric", True)
    assert "metric" not in pattern.regex.groupindex
    assert compile_pattern("<way:way> <product:NP>", CLASSES).right == "product"


@pytest.mark.parametrize(
    "pattern",
    ["<metric:NP>", "{unknown} 增长", "<quantity:NOTHING> 增长", "(增长|下降", "<way:way> <way:way>"],
)
def test_a_pattern_that_cannot_be_compiled_says_so(pattern: str) -> None:
    with pytest.raises(PatternError):
        compile_pattern(pattern, CLASSES)


def test_named_patterns_are_written_once() -> None:
    assert expand("甲 @base 乙", {"base": "(比|较)"}) == "甲 (比|较) 乙"
    with pytest.raises(PatternError, match="nothing"):
        expand("@nothing", {})
