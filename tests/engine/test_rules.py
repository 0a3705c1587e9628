"""Declared rules: what a row must hold to load, what it matches, and who reads a figure that two rules claim."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.data import Label, Quantity
from extract.engine.coding import QUANTITIES
from extract.engine.declarations import Rule, RuleError, load_rule
from extract.engine.lists import items
from extract.engine.phrases import Phrases
from extract.engine.rules import Match, RuleSet
from extract.engine.settling import settle

from .sentences import COUNT, PERCENT, coded

CLASSES = {"way": {"增长": "+", "下降": "-"}, "reach": {"达": ""}}
ROW: dict[str, Any] = {
    "id": "statistic.growth",
    "says": "指标＋升降＋百分数",
    "cue": ["{way}"],
    "when": "<metric:NP>? <way:way> <quantity:PERCENT+>",
    "gives": {"measure": "growth"},
    "examples": [{"text": "用电量增长5%。"}, {"text": "用电量下降5%。"}],
    "not": ["用电量增长很快。"],
}


def rule(record_type: str = "statistic", counter: str = "用电量增长很快。", **changes: Any) -> Rule:
    return load_rule({**ROW, "not": [counter], **changes}, record_type, CLASSES, {"share": "占 <quantity:PERCENT>"})


def rules(*given: Rule) -> RuleSet:
    return RuleSet.compile(given, Phrases.compile({"conjunctions": ["和"]}), CLASSES)


def read(held: RuleSet, *words: tuple[str, str | Label | Quantity]) -> list[dict[str, str]]:
    code = coded(*words)
    return [
        {name: code.clean[slice(*code.span(*span))] for name, span in match.slots.items()}
        for match in held.matches(code)
    ]


class TestLoading:
    @pytest.mark.parametrize("field", ["id", "says", "cue", "when", "examples", "not"])
    def test_a_missing_field_is_named(self, field: str) -> None:
        row = {k: v for k, v in ROW.items() if k != field}
        with pytest.raises(RuleError, match=f"{field} is missing"):
            load_rule(row, "statistic", CLASSES, {})

    def test_an_unknown_field_is_named(self) -> None:
        with pytest.raises(RuleError, match=r"statistic\.growth: unknown field whn"):
            rule(whn="增长")

    def test_what_stands_behind_a_word_class_goes_behind_each_of_its_words(self) -> None:
        assert set(rule(cuts={"metric": ["{way}、"]}).cuts["metric"]) == {"增长、", "下降、"}

    def test_one_example_is_not_enough(self) -> None:
        with pytest.raises(RuleError, match="needs two examples, it has 1"):
            rule(examples=ROW["examples"][:1])

    def test_a_counterexample_must_hold_a_cue(self) -> None:
        with pytest.raises(RuleError, match="no counter-example holds a cue"):
            rule(counter="用电量很大。")

    def test_a_cue_that_is_a_figure_asks_no_counterexample_for_it(self) -> None:
        assert rule(cue=["<PERCENT>"], counter="用电量很大。").counterexamples == ("用电量很大。",)

    @pytest.mark.parametrize("cue", ["{gone}", "<GONE>"])
    def test_a_cue_of_an_unknown_class_is_refused(self, cue: str) -> None:
        with pytest.raises(RuleError, match=r"GONE|gone"):
            rule(cue=[cue])

    @pytest.mark.parametrize("when", ["{gone} <quantity:PERCENT>", "<way:gone>", "<metric:NP>? (增长"])
    def test_a_pattern_that_cannot_be_compiled_names_its_rule(self, when: str) -> None:
        with pytest.raises(RuleError, match=r"^statistic\.growth: "):
            rule(when=when)

    def test_two_rules_of_one_id_are_refused(self) -> None:
        with pytest.raises(RuleError, match="two rules have this id"):
            rules(rule(), rule(says="再来一次"))

    def test_a_class_of_cues_is_all_its_words(self) -> None:
        assert rule().cues == ("增长", "下降")

    def test_gives_may_be_one_row_or_several(self) -> None:
        assert len(rule().gives) == 1
        assert len(rule(gives=[{"measure": "level"}, {"measure": "level"}]).gives) == 2


class TestMatching:
    def test_a_rule_is_tried_only_where_a_cue_stands(self) -> None:
        held = rules(rule())
        assert [r.id for r in held.candidates("用电量增长")] == ["statistic.growth"]
        assert held.candidates("用电量很大") == []

    def test_slots_are_filled_from_the_match_and_the_phrase_beside_it(self) -> None:
        assert read(rules(rule()), ("用电量", "n"), ("增长", "v"), ("5%", PERCENT)) == [
            {"metric": "用电量", "way": "增长", "quantity": "5%"}
        ]

    def test_an_optional_phrase_may_be_missing_a_required_one_not(self) -> None:
        words = (("增长", "v"), ("5%", PERCENT))
        assert read(rules(rule()), *words) == [{"way": "增长", "quantity": "5%"}]
        assert read(rules(rule(when="<metric:NP> <way:way> <quantity:PERCENT>")), *words) == []

    def test_a_class_word_gives_its_value(self) -> None:
        code = coded(("用电量", "n"), ("下降", "v"), ("5%", PERCENT))
        [match] = rules(rule()).matches(code)
        assert match.values == {"way": "-"}

    @pytest.mark.parametrize(
        ("condition", "holds"),
        [
            ({"ends": ["电量"]}, True),
            ({"ends": ["用电"]}, False),
            ({"not_ends": ["电量"]}, False),
            ({"starts": ["用"]}, True),
            ({"has": ["电"]}, True),
            ({"not_has": ["电"]}, False),
            ({"after": ["增长"]}, True),
            ({"not_after": ["增长"]}, False),
        ],
    )
    def test_where_asks_about_the_text_of_a_slot(self, condition: dict[str, list[str]], holds: bool) -> None:
        held = rules(rule(where={"metric": condition}))
        assert bool(read(held, ("用电量", "n"), ("增长", "v"), ("5%", PERCENT))) is holds

    def test_a_bare_figure_has_no_noun_behind_it(self) -> None:
        held = rules(rule(when="<metric:NP> <quantity:COUNT>", cue=["<COUNT>"], bare=True))
        assert read(held, ("项目", "n"), ("21家", COUNT))
        assert not read(held, ("项目", "n"), ("21家", COUNT), ("工厂", "n"))

    def test_a_named_slot_must_hold_a_name(self) -> None:
        held = rules(rule(named="metric"))
        assert read(held, ("大连", Label.PLACE), ("出口", "n"), ("增长", "v"), ("5%", PERCENT))
        assert not read(held, ("出口", "n"), ("增长", "v"), ("5%", PERCENT))

    def test_a_body_alone_names_a_thing_only_where_the_rule_says_so(self) -> None:
        row: dict[str, Any] = {"cue": ["成立"], "when": "<name:NP> 成立", "gives": {}}
        words = (("海川联盟", Label.ORG), ("成立", "v"))
        assert read(rules(rule("event", "成立以来。", **row)), *words) == []
        assert read(rules(rule("event", "成立以来。", mere=True, **row)), *words) == [{"name": "海川联盟"}]

    @pytest.mark.parametrize(
        ("front", "holds"), [((), True), ((("，", "x"),), True), ((("企业", "n"), ("已", "d")), False)]
    )
    def test_where_may_ask_what_stands_before_a_slot(self, front: tuple[tuple[str, str], ...], holds: bool) -> None:
        row: dict[str, Any] = {"cue": ["获评"], "when": "[verdict: 获评] <honor:NP>", "gives": {}}
        held = rules(rule("honor", "获评以来。", where={"verdict": {"before_like": "^|，"}}, **row))
        assert bool(read(held, *front, ("获评", "v"), ("标兵", "n"))) is holds

    def test_how_a_name_ends_is_told_before_its_number_or_its_quotation(self) -> None:
        row: dict[str, Any] = {"cue": ["推出"], "when": "推出 <product:NP>", "gives": {}}
        held = rules(rule("milestone", "推出以来。", where={"product": {"ends": ["机床"]}}, **row))
        assert read(held, ("推出", "v"), ("机床", "n"), ("TZ-2", "eng"))
        assert not read(held, ("推出", "v"), ("机床", "n"), ("厂", "n"))

    def test_a_rule_that_reads_alone_bears_nothing_beside_it(self) -> None:
        held = rules(rule(alone=True))
        assert read(held, ("用电量", "n"), ("增长", "v"), ("5%", PERCENT), ("。", "x"))
        assert not read(held, ("用电量", "n"), ("增长", "v"), ("5%", PERCENT), ("，", "x"), ("向好", "v"))

    def test_a_named_pattern_stands_for_its_text(self) -> None:
        held = rules(rule(when="<metric:NP> @share", cue=["<PERCENT>"]))
        assert read(held, ("出口", "n"), ("占", "v"), ("5%", PERCENT)) == [{"metric": "出口", "quantity": "5%"}]


class TestSettling:
    def settled(self, *given: Rule) -> list[str]:
        code = coded(("用电量", "n"), ("增长", "v"), ("5%", PERCENT))
        return [m.rule.id for m in settle(rules(*given).matches(code), code, frozenset(QUANTITIES))]

    def test_a_figure_goes_to_the_reading_whose_words_cover_most(self) -> None:
        short = rule(id="a", when="<quantity:PERCENT>")
        assert self.settled(short, rule()) == ["statistic.growth"]
        assert self.settled(rule(), short) == ["statistic.growth"]

    def test_of_readings_that_cover_alike_the_one_with_more_in_its_slots_wins(self) -> None:
        assert self.settled(rule(id="a", when="<way:way> <quantity:PERCENT>"), rule(id="b")) == ["b"]

    def test_of_equal_readings_the_first_name_wins_so_that_runs_agree(self) -> None:
        assert self.settled(rule(id="b"), rule(id="a")) == ["a"]

    def test_a_name_keeps_the_figure_inside_it(self) -> None:
        code = coded(("21家", COUNT), ("工厂", "n"), ("项目", "n"), ("增长", "v"), ("很快", "d"))
        project = rule("project", id="p", cue=["增长"], when="[name: <COUNT> 工厂 项目]")
        counted = rule(id="s", cue=["增长"], when="<quantity:COUNT> 工厂 项目 增长")
        kept = settle(rules(counted, project).matches(code), code, frozenset(QUANTITIES))
        assert [m.rule.id for m in kept] == ["p"]

    @given(st.permutations(["a", "b", "c", "d"]))
    def test_no_figure_is_read_twice_whatever_the_order_of_rules(self, names: list[str]) -> None:
        patterns = {
            "a": "<quantity:PERCENT>",
            "b": "<way:way> <quantity:PERCENT>",
            "c": "<metric:NP> <way:way> <quantity:PERCENT>",
            "d": "<quantity:COUNT>",
        }
        code = coded(("用电量", "n"), ("增长", "v"), ("5%", PERCENT), ("，", "x"), ("21家", COUNT), ("下降", "v"))
        held = rules(*(rule(id=name, when=patterns[name]) for name in names))
        kept: list[Match] = settle(held.matches(code), code, frozenset(QUANTITIES))
        figures = [m.slots["quantity"] for m in kept]
        assert len(figures) == len(set(figures)) == 2
        assert [m.rule.id for m in kept] == ["c", "d"]


class TestItems:
    def cut(self, *words: tuple[str, str | Label | Quantity]) -> list[str]:
        code = coded(*words)
        found = items(code, 0, len(code.text), frozenset({"和"}))
        return [code.clean[slice(*code.span(*span))] for span in found]

    def test_a_list_is_cut_at_its_marks_and_joins(self) -> None:
        assert self.cut(("工厂", "n"), ("、", "x"), ("学校", "n"), ("和", "c"), ("医院", "n")) == [
            "工厂",
            "学校",
            "医院",
        ]

    def test_a_mark_inside_brackets_does_not_cut(self) -> None:
        words = (
            ("产品", "n"),
            ("（", "x"),
            ("茶", "n"),
            ("、", "x"),
            ("酒", "n"),
            ("）", "x"),
            ("、", "x"),
            ("服务", "n"),
        )
        assert self.cut(*words) == ["产品（茶、酒）", "服务"]

    def test_a_join_inside_a_word_does_not_cut(self) -> None:
        assert self.cut(("和平", "n"), ("、", "x"), ("友谊", "n")) == ["和平", "友谊"]
