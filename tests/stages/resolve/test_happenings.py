"""When something happened that is no figure."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def test_the_time_between_a_name_and_its_verb_is_the_period(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "2022年，海川集团投资5亿元的轴承项目8月投产。", kind="project")
    assert column(rows, "period") == [("2022-08-01", "2022-08-31")]


def test_the_day_of_a_meeting_carries_no_further_than_its_sentence(pipeline: Pipeline) -> None:
    text = "2022年4月27日，滨海纺织大会举行。会上，海川集团获评省级绿色工厂。"
    [honor] = facts(pipeline, text, kind="honor")
    assert honor["period"] is None


def test_what_is_still_to_come_at_publication_is_planned(pipeline: Pipeline) -> None:
    [project] = facts(pipeline, "海川污水治理项目6月底完工。", kind="project", published="2020-05-28")
    assert (project["modality"], project["period"]) == ("planned", ("2020-06-30", "2020-06-30"))
