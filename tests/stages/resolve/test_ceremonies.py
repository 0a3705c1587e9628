"""The ceremony of a start, a delivery or a signing is no event besides what it is held for."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def both(pipeline: Pipeline, text: str, kind: str, slot: str) -> tuple[list[str], list[str]]:
    return column(facts(pipeline, text, kind=kind), slot), column(facts(pipeline, text, kind="event"), "name")


def test_a_ceremony_tells_of_the_work_that_it_is_held_for(pipeline: Pipeline) -> None:
    text = "东屿水电站竣工仪式5月6日在东屿县举行。"
    assert both(pipeline, text, "project", "name") == (["东屿水电站"], [])


def test_what_holds_it_may_be_the_work_itself(pipeline: Pipeline) -> None:
    assert both(pipeline, "云台新材料产业园项目举行开工庆典。", "project", "stage") == (["started"], [])


def test_a_signing_is_the_partnership(pipeline: Pipeline) -> None:
    text = "海川集团与云台大学举行战略合作协议签署仪式。"
    assert both(pipeline, text, "cooperation", "object") == (["战略合作协议"], [])


def test_a_ceremony_of_something_else_stays_an_event(pipeline: Pipeline) -> None:
    text = "海川集团与云台大学签署供货协议，滨海市举行博物馆志愿服务启动仪式。"
    assert column(facts(pipeline, text, kind="event"), "name") == ["博物馆志愿服务启动仪式"]
