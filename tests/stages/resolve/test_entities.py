"""Things that own figures by the name at the front of their clause."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .test_subject import subjects


@pytest.mark.parametrize(
    ("text", "owner"),
    [
        ("G918青桥至柏岭段改建工程全长38.6公里，设计时速80公里。", "G918青桥至柏岭段改建工程"),
        ("政务服务平台“办事通”自2019年上线以来，注册用户达2.3亿人，访问量超过860亿次。", "政务服务平台办事通"),
        ("“阳光超市”帮扶行动走进青石社区，已设立站点18个，服务困难家庭640户。", "阳光超市帮扶行动"),
        ("“云岭专列”自开行以来，累计发送货物126万吨，货值98亿元。", "云岭专列"),
        ("青禾牌大米去年销往23个省市，销售额增长21%。", "青禾牌大米"),
    ],
)
def test_a_thing_by_its_name(pipeline: Pipeline, text: str, owner: str) -> None:
    assert subjects(pipeline, text, None) == [owner, owner]


@pytest.mark.parametrize("scheme", ["“银龄通”", "“惠农贷”"])
def test_a_scheme_of_a_place_is_the_places(pipeline: Pipeline, scheme: str) -> None:
    assert subjects(pipeline, f"{scheme}推出以来，服务老人4.2万户。", "大连市") == ["大连市"]


def test_what_a_thing_is_said_to_be_stands_for_it(pipeline: Pipeline) -> None:
    text = "“海鲸一号”是云岭船厂建造的深水钻井平台，该平台总长128米。"
    assert subjects(pipeline, text, None) == ["海鲸一号"]


def test_the_next_sentence_goes_on_about_the_thing(pipeline: Pipeline) -> None:
    text = "翠湖小区共有居民1836户。改造后，新增停车位410个，加装电梯28部。"
    assert subjects(pipeline, text, None) == ["翠湖小区"] * 3


def test_a_thing_may_go_by_its_model_alone(pipeline: Pipeline) -> None:
    text = "截至2022年底，KR31累计获得订单690架，通航城市118座。"
    assert subjects(pipeline, text, None) == ["KR31", "KR31"]
