"""Organisations: an ending, and a stem before it that names something."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import mentions, named


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("海川造船有限公司与恒远重工集团签约。", ["海川造船有限公司", "恒远重工集团"]),
        ("大连海川造船（集团）有限公司成立。", ["大连海川造船（集团）有限公司"]),
        ("云岭大学与大连海川研究院共建。", ["云岭大学", "大连海川研究院"]),
        ("恒远重工成立。", ["恒远重工"]),
        ("昨日，蓝舟跃动集团（股份代号：9899）公布业绩。", ["蓝舟跃动集团"]),
        ("去年，恒钢集团产钢5万吨。恒钢集团称将扩产。", ["恒钢集团", "恒钢集团"]),
        ("恒车集团扩产。恒车销量增长，恒车产量增长。", ["恒车集团", "恒车", "恒车"]),
    ],
)
def test_firms_and_institutions_are_read_whole(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == names


@pytest.mark.parametrize("text", ["一家上市公司和多家公司签约。", "企业投资有限公司", "重工业发展。", "各大学开学。"])
def test_common_words_before_an_ending_name_nobody(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []


def test_an_authority_belongs_to_a_place_or_a_level(pipeline: Pipeline) -> None:
    assert named(pipeline, "市工信局印发通知，大连市财政局配合。", Label.ORG) == ["市工信局", "大连市财政局"]


def test_a_place_inside_a_name_stays_a_mention_of_its_own(pipeline: Pipeline) -> None:
    found = [(surface, m.label) for surface, m in mentions(pipeline, "大连市财政局发文。")]
    assert found == [("大连市财政局", Label.ORG), ("大连市", Label.PLACE)]


def test_a_body_of_the_state_is_known_by_its_short_name(pipeline: Pipeline) -> None:
    normal = {surface: m.normal for surface, m in mentions(pipeline, "工信部、商务部发布数据。")}
    assert normal == {"工信部": "工业和信息化部", "商务部": None}


def test_a_name_stops_at_the_verb_before_it(pipeline: Pipeline) -> None:
    assert named(pipeline, "我们走访海川造船有限公司。", Label.ORG) == ["海川造船有限公司"]


@pytest.mark.parametrize("name", ["岭网绵阳供电公司", "岭网四川省电力公司"])
def test_a_group_stands_before_the_place_of_its_local_firm(pipeline: Pipeline, name: str) -> None:
    assert named(pipeline, f"{name}投入资金2.6亿元。", Label.ORG) == [name]


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("三台县政府公布了名单。", ["三台县政府"]),
        ("三台县委召开会议。", ["三台县委"]),
        ("共青团四川省委表示祝贺。", ["共青团四川省委"]),
        ("武警北京总队第十三支队赶到现场。", ["武警北京总队第十三支队"]),
        ("最高人民法院经济审判庭作出判决。", ["最高人民法院经济审判庭"]),
        ("美国国会众议院国际关系委员会表示关切。", ["美国国会众议院国际关系委员会"]),
    ],
)
def test_a_body_holds_its_place_its_head_and_its_part(pipeline: Pipeline, text: str, bodies: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == bodies


def test_a_quality_is_no_body(pipeline: Pipeline) -> None:
    text = "2031年，海川县政府性基金收入完成6亿元。政府性基金收入增长3%。"
    assert [m for m, _ in mentions(pipeline, text) if m.startswith("海川县政府")] == []


@pytest.mark.parametrize(
    "text", ["全省政府性基金收入9亿元。", "滨海市政府债务余额9亿元。", "滨海市银行存款余额9亿元。"]
)
def test_an_ending_that_is_part_of_another_word_ends_no_name(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []


def test_a_bank_is_cut_from_its_deposits(pipeline: Pipeline) -> None:
    assert named(pipeline, "海川银行存款规模达到9亿元。", Label.ORG) == ["海川银行"]


@pytest.mark.parametrize("text", ["房价影响大学生择业。", "过半大学生创业。", "多数中学生参加。"])
def test_an_ending_that_begins_another_word_ends_nobody(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []


@pytest.mark.parametrize("rate", ["平均每万人", "人均", "户均", "每千人"])
def test_a_rate_is_no_part_of_a_name(pipeline: Pipeline, rate: str) -> None:
    assert named(pipeline, f"全国博物馆{rate}博物馆面积26平方米。", Label.ORG) == []


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("昨天，教育部考试中心通报。", "教育部考试中心"),
        ("国岭（齐河）投资有限公司签约。", "国岭（齐河）投资有限公司"),
        ("瑞岭煤业有限公司新窑煤矿停产。", "瑞岭煤业有限公司新窑煤矿"),
        ("美国众议院代表团到访。", "美国众议院代表团"),
        ("古巴队夺冠。", "古巴队"),
        ("小偷被扭送到附近的马场派出所。", "马场派出所"),
        ("烟台市人民政府原党组成员受审。", "烟台市人民政府"),
        ("中国农机报记者采访。", "中国农机报"),
    ],
)
def test_bodies_stand_whole(pipeline: Pipeline, text: str, name: str) -> None:
    assert named(pipeline, text, Label.ORG) == [name]


@pytest.mark.parametrize("text", ["当地派出所接警。", "辖区派出所接警。", "农村小学撤并。", "山区中学缺教师。"])
def test_a_kind_of_body_is_no_name(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []


def test_a_railway_bureau_needs_no_listed_place(pipeline: Pipeline) -> None:
    assert named(pipeline, "青岭铁路局发送旅客3万人次。", Label.ORG) == ["青岭铁路局"]


def test_any_word_is_a_name_before_a_trade_and_a_full_legal_form(pipeline: Pipeline) -> None:
    text = "青石水泥集团股份有限公司签订合同。一家水泥股份有限公司扩产。"
    assert named(pipeline, text, Label.ORG) == ["青石水泥集团股份有限公司"]
    assert named(pipeline, "海信科技有限公司智能家电业务增长。", Label.ORG) == ["海信科技有限公司"]
