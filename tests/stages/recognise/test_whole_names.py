"""Organisations and people: what is a name, and what only looks like one."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline, text_source


def names(pipeline: Pipeline, text: str, label: Label = Label.ORG) -> list[str]:
    return [
        article.article.text(mention.start, mention.end)
        for article in pipeline.process(text_source(text, place="滨海市")).articles
        for mention in article.mentions
        if mention.label is label
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("公司与大连遨澜科技有限公司签约。", ["大连遨澜科技有限公司"]),
        ("东澜集团（大连）有限公司获得称号。", ["东澜集团（大连）有限公司"]),
        ("由澜岳重工自主生产的发动机交付。", ["澜岳重工"]),
        ("大连机床完成搬迁。", ["大连机床"]),
        ("他来到越南罗维安建设集团。", ["越南罗维安建设集团"]),
        ("记者从市工信局获悉。", ["市工信局"]),
        ("国家外汇管理局发布数据。", ["国家外汇管理局"]),
        ("商务部数据显示，消费回升。", ["商务部"]),
        ("加快建设北方工业大学新校区。", ["北方工业大学"]),
    ],
)
def test_a_name_is_found_whole(pipeline: Pipeline, text: str, expected: list[str]) -> None:
    assert names(pipeline, text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "湖北商务部门推出活动。",  # the ending of a body within another word
        "发展大局和规划布局更加优化。",
        "推进氢基能源项目建设。",  # common words before a trade
        "绿色石化产业增长。",
        "大连石化产业增长5%。",
        "着力稳定房地产市场。",
        "（二）科技创新成果丰硕。",  # a numbered heading is no bracket of a name
        "推进高水平大学建设。",
        "上市公司和保险公司增加。",
        "深化港口改革。",
    ],
)
def test_a_common_phrase_is_no_name(pipeline: Pipeline, text: str) -> None:
    assert names(pipeline, text) == []


def test_a_short_name_that_was_sure_once_is_known_before_a_noun_too(pipeline: Pipeline) -> None:
    assert names(pipeline, "澜岳智能研制了新机。投资21亿元的澜岳智能掘进机园开工。") == ["澜岳智能", "澜岳智能"]


@pytest.mark.parametrize(
    ("text", "people"),
    [
        ("市统计局局长江明介绍，投资增长。", ["江明"]),
        ("特别代表韩远将出席会议。", ["韩远"]),
        ("书记都亲自过问。", []),
        ("成员在主席台就座。", []),
    ],
)
def test_people_stand_beside_their_titles(pipeline: Pipeline, text: str, people: list[str]) -> None:
    assert names(pipeline, text, Label.PERSON) == people


def test_representative_is_a_title_only_before_a_name(pipeline: Pipeline) -> None:
    assert names(pipeline, "以低空经济为代表的新业态、新模式发展。", Label.TITLE) == []


@pytest.mark.parametrize("short", ["海川造船", "遨利德"])
def test_a_firm_named_in_full_is_known_by_its_short_name(pipeline: Pipeline, short: str) -> None:
    full = {"海川造船": "大连海川造船股份有限公司", "遨利德": "大连遨利德半导体材料有限公司"}[short]
    assert names(pipeline, f"{full}投产新线。仅有200人的{short}成长很快。") == [full, short]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("记者参观沈阳大学新型材料国家重点实验室。", ["沈阳大学新型材料国家重点实验室"]),
        ("大连农业科学院国家航空研究院成立。", ["大连农业科学院国家航空研究院"]),
    ],
)
def test_a_body_right_behind_another_is_its_part(pipeline: Pipeline, text: str, found: list[str]) -> None:
    assert names(pipeline, text) == found


def test_a_bracket_shortens_what_stands_before_it(pipeline: Pipeline) -> None:
    assert names(pipeline, "沈阳击剑公开赛（简称“赛事”）开赛，本次赛事火热。") == []
