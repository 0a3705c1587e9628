"""What part of a text tells of plans."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts

PROJECT = "甘棠大桥开工建设。"


def stages(pipeline: Pipeline, text: str, published: str | None = "2030-02-01") -> list[str]:
    return column(facts(pipeline, text, kind="project", published=published), "modality")


def test_a_numbered_headline_is_a_heading(pipeline: Pipeline) -> None:
    assert stages(pipeline, f"三、2030年工作安排\n\n{PROJECT}\n") == ["planned"]


def test_the_work_of_this_year_is_planned_that_of_the_last_is_done(pipeline: Pipeline) -> None:
    text = "全市工作报告\n\n一、2029年主要工作\n\n东屿大桥开工建设。\n\n二、2030年主要工作\n\n甘棠大桥开工建设。\n\n"
    assert stages(pipeline, text) == ["actual", "planned"]


def test_a_sentence_opens_a_list_of_plans(pipeline: Pipeline) -> None:
    text = f"全市工作要点\n\n实现上述目标，要重点抓好八个方面工作。\n\n{PROJECT}\n\n"
    assert stages(pipeline, text) == ["planned"]


def test_a_task_that_was_completed_opens_none(pipeline: Pipeline) -> None:
    text = f"全市工作综述\n\n2029年我市提前两个月完成节能降耗年度任务。{PROJECT}\n\n"
    assert stages(pipeline, text) == ["actual"]


def test_what_is_built_in_a_section_of_goals_is_planned(pipeline: Pipeline) -> None:
    text = f"全市工作报告\n\n二、主要目标\n\n{PROJECT}\n\n"
    assert stages(pipeline, text) == ["planned"]


def test_a_clause_of_a_section_of_plans_may_say_that_it_is_done(pipeline: Pipeline) -> None:
    text = "全市工作报告\n\n二、今年重点工作\n\n甘棠大桥已开工建设。\n\n"
    assert stages(pipeline, text) == ["actual"]


def test_a_question_about_what_this_year_will_bring_opens_plans(pipeline: Pipeline) -> None:
    text = "工作报告解读\n\n我们来看看2030年，身边将会发生哪些变化？\n\n建成停车场16个。\n\n医疗——\n\n新建医院3所。\n"
    assert column(facts(pipeline, text), "modality") == ["planned"] * 2


def test_a_question_about_the_past_opens_none(pipeline: Pipeline) -> None:
    text = "工作报告解读\n\n过去一年，全市交出怎样的答卷？\n\n建成停车场16个。\n"
    assert column(facts(pipeline, text), "modality") == ["actual"]
