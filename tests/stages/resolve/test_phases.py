"""A phase that opens a clause without its project."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts

PARK = "总投资18亿元的云港软件园二期计划下月动工。"


def test_a_phase_is_that_of_the_project_told_of_before(pipeline: Pipeline) -> None:
    rows = facts(pipeline, PARK + "一期于2022年建成，目前已入驻企业142家，入驻率93%。")
    assert column(rows, "subject", "metric") == [("云港软件园一期", "入驻企业"), ("云港软件园一期", "入驻率")]


def test_a_phase_in_front_of_what_it_has_is_cut_off(pipeline: Pipeline) -> None:
    rows = facts(pipeline, PARK + "一期占地500亩。")
    assert column(rows, "subject", "metric") == [("云港软件园一期", "占地")]


def test_a_phase_of_nothing_stays(pipeline: Pipeline) -> None:
    assert column(facts(pipeline, "一期于2022年建成，目前已入驻企业142家。"), "subject") == ["大连市"]
