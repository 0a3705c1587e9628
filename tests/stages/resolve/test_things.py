"""What a thing has that the sentence has just told of: its own figures, by its kind."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def owners(pipeline: Pipeline, text: str) -> list[tuple[str | None, str]]:
    return column(facts(pipeline, text), "subject", "metric")


class TestAThing:
    @pytest.mark.parametrize(
        ("text", "thing", "metric"),
        [
            ("9月15日，协会在甲城举办第三届中国灯具展览会，参展企业680家。", "第三届中国灯具展览会", "参展企业"),
            ("6月18日，东屿重工建造的“海鹭”号散货船下水，船体全长229米。", "海鹭号散货船", "船体全长"),
            ("9月28日，北屿高速公路建成通车，全长138公里。", "北屿高速公路", "全长"),
            ("8月，甲城第二人民医院东湖院区动工，设计床位800张。", "甲城第二人民医院东湖院区", "设计床位"),
        ],
        ids=["a fair", "a ship", "a line", "a place"],
    )
    def test_has_what_its_kind_has(self, pipeline: Pipeline, text: str, thing: str, metric: str) -> None:
        subjects = [subject for subject, of in owners(pipeline, text) if of == metric]
        assert len(subjects) == 1
        assert subjects[0] is not None
        assert subjects[0].endswith(thing[-4:])

    def test_has_not_what_a_firm_has(self, pipeline: Pipeline) -> None:
        rows = owners(pipeline, "东屿重工研制的“海鹭”号散货船下水，营业收入12亿元。")
        assert rows == [("东屿重工", "营业收入")]

    def test_has_nothing_beyond_a_semicolon(self, pipeline: Pipeline) -> None:
        rows = owners(pipeline, "第三届中国灯具展览会闭幕；参展企业680家。")
        assert rows == [("大连市", "参展企业")]


class TestWhatHappened:
    @pytest.mark.parametrize(
        ("text", "thing"),
        [
            ("总投资9亿元的云岭绿色铸造项目在东屿港区动工，达产后可新增就业2000人。", "云岭绿色铸造项目"),
            ("东屿重工研制的全国首套“洁甲”除锈机器人投入应用，效率约为人工的6倍。", "洁甲除锈机器人"),
        ],
        ids=["what a project brings", "what a product does"],
    )
    def test_goes_on_in_clauses_that_name_nobody(self, pipeline: Pipeline, text: str, thing: str) -> None:
        assert owners(pipeline, text)[-1][0] == thing

    def test_is_not_told_where_a_verb_drives_it(self, pipeline: Pipeline) -> None:
        rows = owners(pipeline, "全市加快城建，确保云岭路高架7月通车，改造小区20个。")
        assert [subject for subject, _ in rows] == ["大连市"]


class TestADescription:
    def test_goes_on_across_marks_and_sentences(self, pipeline: Pipeline) -> None:
        text = "6月18日，东屿重工建造的“海鹭”号散货船下水。该船总长212米；型宽32米。设计航速14节。"
        assert {subject for subject, _ in owners(pipeline, text)} == {"海鹭号散货船"}

    @pytest.mark.parametrize(
        "text",
        [
            "“海鹭号”由东屿研究所研制，北岭旅游集团投资建造，长53米、宽14米。",
            "东屿重工研制的“海鹭号”客船交付使用。该船采用“双擎”动力系统，长53米，宽14米。",
        ],
        ids=["behind who paid", "behind what it uses"],
    )
    def test_is_of_the_thing_that_a_clause_before_is_about(self, pipeline: Pipeline, text: str) -> None:
        assert {subject for subject, _ in owners(pipeline, text)} <= {"海鹭号", "海鹭号客船"}

    def test_of_a_thing_by_its_model(self, pipeline: Pipeline) -> None:
        rows = owners(pipeline, "东屿智造8月推出负载90公斤的焊接机器人TZ-90，重复定位精度0.05毫米。")
        assert rows == [("焊接机器人TZ-90", "负载"), ("焊接机器人TZ-90", "重复定位精度")]


class TestABody:
    @pytest.mark.parametrize(
        ("text", "body"),
        [
            ("由东屿重工牵头、11家企业参与的钠离子电池创新联合体获批组建。", "钠离子电池创新联合体"),
            ("东屿重工、北岭车联等5家单位发起成立海东省汽车芯片联盟。", "海东省汽车芯片联盟"),
        ],
        ids=["behind 的", "behind a verb"],
    )
    def test_has_those_that_make_it(self, pipeline: Pipeline, text: str, body: str) -> None:
        assert [subject for subject, _ in owners(pipeline, text)] == [body]

    def test_has_its_members_by_its_full_name(self, pipeline: Pipeline) -> None:
        text = "由东屿重工牵头的辽宁省海工装备产业技术创新联盟同日成立，首批成员单位21家。"
        assert owners(pipeline, text) == [("辽宁省海工装备产业技术创新联盟", "首批成员单位")]


def test_what_was_made_is_where_it_is_in_use(pipeline: Pipeline) -> None:
    rows = owners(pipeline, "东屿智控研制出国内首套印染管控系统，已在28家印染企业推广。")
    assert [subject for subject, _ in rows] == ["印染管控系统"]


@pytest.mark.parametrize("kind", ["酒店", "博物馆", "医院", "景区"])
def test_all_of_a_kind_in_a_place_are_no_one_thing(pipeline: Pipeline, kind: str) -> None:
    text = f"3月，全市{kind}的客流为33万人次；{kind}平均客单价为67元，同比下降10%。"
    assert column(facts(pipeline, text), "subject") == ["大连市"] * 3


@pytest.mark.parametrize("name", ["专业招商项目集中签约仪式", "重大项目集中开工、竣工仪式", "重点项目集中开工活动"])
def test_a_ceremony_for_many_works_owns_none_of_their_figures(pipeline: Pipeline, name: str) -> None:
    owned = owners(pipeline, f"9月27日，甲城{name}在城北举行，总投资93亿元的27个项目集中开工。")
    assert [subject for subject, _ in owned if subject and subject.endswith(("仪式", "活动"))] == []
