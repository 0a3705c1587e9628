"""Where an open slot ends, to the left and to the right of what a rule matched."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Dimension, Label, Quantity
from extract.engine.coding import SINGLE, Coded
from extract.engine.phrases import Phrases

from .sentences import COUNT, MONEY, PERCENT, coded, where

PHRASES = Phrases.compile(
    {
        "left_stops": ["完成", "对", "扣除"],
        "right_stops": ["获评"],
        "edges": ["实际", "累计", "分别", "预计", "实现"],
        "attributive": ["新建", "在建", "实际"],
        "nominal": ["改造", "服务"],
        "compounds": ["工程", "率"],
        "directional": ["入"],
        "thresholds": ["以上"],
        "tails": ["建设"],
        "conjunctions": ["和", "及"],
        "measured": ["产值"],
        "each": ["每"],
        "bound": ["实际"],
        "adverbs": ["累计"],
        "ranks": ["位"],
        "netting": ["扣除"],
        "netted": ["后"],
        "plans": ["计划"],
        "planned": ["投资"],
    }
)
Words = tuple[tuple[str, str | Label | Quantity], ...]


def left(*words: tuple[str, str | Label | Quantity], at: str = "增长", floor: int = 0) -> str | None:
    code = coded(*words)
    return surface(code, PHRASES.left(code, where(code, at), floor))


def right(*words: tuple[str, str | Label | Quantity]) -> str | None:
    """The phrase behind the first figure."""
    code = coded(*words)
    return surface(code, PHRASES.right(code, where(code, SINGLE[Dimension.COUNT]) + 1))


def surface(code: Coded, span: tuple[int, int] | None) -> str | None:
    return None if span is None else code.clean[slice(*code.span(*span))]


class TestLeft:
    def test_runs_to_the_mark_of_the_clause(self) -> None:
        assert left(("天气", "n"), ("，", "x"), ("工业", "n"), ("投资", "n"), ("增长", "v")) == "工业投资"

    def test_leaves_out_the_time_and_the_adverb_beside_the_match(self) -> None:
        assert left(("用电量", "n"), ("预计", "v"), ("2023年", Label.TIME), ("增长", "v")) == "用电量"

    def test_stops_behind_a_verb_that_takes_it_as_its_object(self) -> None:
        assert left(("完成", "v"), ("工业", "n"), ("投资", "n"), ("增长", "v")) == "工业投资"

    def test_the_verb_is_a_modifier_before_a_noun_that_makes_it_one(self) -> None:
        assert left(("任务", "n"), ("完成", "v"), ("率", "n"), ("增长", "v")) == "任务完成率"

    def test_the_verb_right_after_a_name_says_which_ones_are_counted(self) -> None:
        assert left(("大连", Label.PLACE), ("关停", "v"), ("砖厂", "n"), ("增长", "v")) == "关停砖厂"

    def test_a_verb_that_opens_a_phrase_as_its_modifier_stays(self) -> None:
        assert left(("大连", Label.PLACE), ("在建", "v"), ("项目", "n"), ("增长", "v")) == "大连在建项目"

    def test_a_figure_ends_it(self) -> None:
        assert left(("5%", PERCENT), ("工厂", "n"), ("产值", "n"), ("增长", "v")) == "工厂产值"

    def test_a_threshold_before_its_noun_belongs_to_it(self) -> None:
        assert left(("亿元以上", MONEY), ("项目", "n"), ("增长", "v")) == "亿元以上项目"

    def test_the_number_of_those_measured_together_belongs_to_it_in_words(self) -> None:
        words: Words = (("重点", "n"), ("工厂", "n"), ("产值", "n"))
        assert left(("大连", Label.PLACE), ("三家", COUNT), *words, ("增长", "v")) == "大连三家重点工厂产值"
        assert left(("大连", Label.PLACE), ("21家", COUNT), *words, ("增长", "v")) == "重点工厂产值"

    def test_it_begins_with_each(self) -> None:
        assert left(("股东", "n"), ("每", "r"), ("21家", COUNT), ("工厂", "n"), ("增长", "v")) == "每21家工厂"

    def test_a_bound_adverb_stays_before_more_and_goes_alone(self) -> None:
        assert left(("实际", "d"), ("外资", "n"), ("增长", "v")) == "实际外资"
        assert left(("收入", "n"), ("实际", "d"), ("增长", "v")) == "收入"

    def test_an_adverb_before_a_noun_is_its_modifier(self) -> None:
        assert left(("大连", Label.PLACE), ("，", "x"), ("最终", "d"), ("产能", "n"), ("增长", "v")) == "最终产能"

    def test_a_plan_belongs_to_what_is_planned(self) -> None:
        assert left(("计划", "n"), ("投资", "vn"), ("金额", "n"), ("增长", "v")) == "计划投资金额"

    def test_what_is_taken_off_belongs_to_what_is_left(self) -> None:
        assert left(("扣除", "v"), ("损益", "n"), ("后", "f"), ("利润", "n"), ("增长", "v")) == "扣除损益后利润"
        assert left(("扣除", "v"), ("损益", "n"), ("增长", "v")) == "损益"

    def test_brackets_are_crossed_whole(self) -> None:
        words: Words = (("港口", "n"), ("（", "x"), ("海", "n"), ("，", "x"), ("河", "n"), ("）", "x"), ("运量", "n"))
        assert left(*words, ("增长", "v")) == "港口（海，河）运量"

    def test_never_reaches_below_the_floor(self) -> None:
        assert left(("工业", "n"), ("投资", "n"), ("增长", "v"), floor=2) == "投资"

    def test_nothing_before_the_match_is_no_phrase(self) -> None:
        assert left(("分别", "d"), ("增长", "v")) is None


class TestRight:
    def test_runs_to_a_verb(self) -> None:
        assert right(("21家", COUNT), ("纺织", "n"), ("工厂", "n"), ("停产", "v")) == "纺织工厂"

    def test_a_verb_before_a_noun_is_its_modifier(self) -> None:
        assert right(("21家", COUNT), ("粮食", "n"), ("烘干", "v"), ("服务点", "n")) == "粮食烘干服务点"

    def test_unless_it_points_somewhere(self) -> None:
        assert right(("21家", COUNT), ("工厂", "n"), ("调入", "v"), ("电力", "n")) == "工厂"

    def test_a_declared_stop_ends_it(self) -> None:
        assert right(("21家", COUNT), ("工厂", "n"), ("获评", "n"), ("称号", "n")) == "工厂"

    def test_a_verb_may_open_it_only_where_it_is_declared_a_modifier(self) -> None:
        assert right(("21家", COUNT), ("新建", "v"), ("工厂", "n")) == "新建工厂"

    def test_a_tail_that_says_nothing_is_dropped(self) -> None:
        assert right(("21家", COUNT), ("工厂", "n"), ("建设", "vn")) == "工厂"

    def test_an_item_with_its_own_figure_is_not_this_ones(self) -> None:
        assert right(("21家", COUNT), ("工厂", "n"), ("、", "x"), ("5%", PERCENT)) == "工厂"

    @pytest.mark.parametrize("word", [("，", "x"), ("的", "uj"), ("在", "p"), ("5%", PERCENT)])
    def test_no_phrase_starts_with_a_mark_a_particle_or_a_figure(self, word: tuple[str, str | Quantity]) -> None:
        assert right(("21家", COUNT), word, ("工厂", "n")) is None


def test_the_head_of_a_clause_stands_behind_its_times_and_adverbs() -> None:
    code = coded(("2023年", Label.TIME), ("累计", "d"), ("用电量", "n"), ("上升", "v"))
    assert surface(code, PHRASES.head(code, 0)) == "用电量"


def test_a_list_that_the_file_leaves_out_is_empty() -> None:
    assert Phrases.compile({}).declared.edges == frozenset()


WORD = st.sampled_from(
    [("工业", "n"), ("完成", "v"), ("分别", "d"), ("、", "x"), ("，", "x"), ("（", "x"), ("）", "x"), ("的", "uj"), ("和", "c"),
     ("改造", "v"), ("21家", COUNT), ("5%", PERCENT), ("大连", Label.PLACE), ("2023年", Label.TIME)]
)  # fmt: skip


@given(st.lists(WORD, min_size=1, max_size=12), st.data())
def test_a_phrase_lies_on_its_own_side_and_holds_no_time_and_no_clause_mark(
    words: list[tuple[str, str | Label | Quantity]], data: st.DataObject
) -> None:
    code = coded(*words)
    at = data.draw(st.sampled_from(sorted({*code.words, len(code.text)})))
    before = PHRASES.left(code, at)
    after = PHRASES.right(code, at) if at < len(code.text) else None
    assert before is None or 0 <= before[0] < before[1] <= at
    if after is not None:
        begun = code.text[at : after[0]]  # nothing, or brackets that say something aside: 709万吨|（行业统计）|焦炭
        assert re.fullmatch("(?:（[^（]*）)*", begun)
        assert at <= after[0] < after[1] <= len(code.text)
    for span in (before, after):
        text = code.text[slice(*span)] if span else ""
        assert "（" in text or "，" not in text
