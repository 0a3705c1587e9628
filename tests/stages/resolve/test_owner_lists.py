"""Lists at the front of a clause: figures of all the members, and members that own nothing."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .test_subject import subjects


class TestJointThings:
    @pytest.mark.parametrize(
        "owners",
        [
            "云岭产业园和青石新材料产业园",
            "云岭人民公园、左江公园和滨河公园三大公园",
            "青石机场、云岭机场等6个机场",
        ],
    )
    def test_own_their_figure_together(self, pipeline: Pipeline, owners: str) -> None:
        assert subjects(pipeline, f"{owners}当日共接待游客23万人次，同比增长16%。")[-1] == owners


class TestAListThatLeavesSomeOut:
    @pytest.mark.parametrize(
        "text",
        [
            "中试生产线、远岭生物产业园等项目加快推进，工业投资增长9.4%。",
            "云青高铁和云岭至青石高速公路等项目建成通车，全年交通投资增长9.4%。",
            "云青高铁、青石至云岭高速公路建成通车，全年交通投资增长9.4%。",
        ],
    )
    def test_only_says_what_happened_to_its_members(self, pipeline: Pipeline, text: str) -> None:
        assert subjects(pipeline, text) == ["大连市"]

    def test_hands_no_member_on_to_the_next_count(self, pipeline: Pipeline) -> None:
        text = "云青高铁等8个项目开工建设，青云大桥等25个项目开通运营。"
        assert subjects(pipeline, text) == ["大连市", "大连市"]

    def test_of_firms_behind_an_authority_leaves_the_place(self, pipeline: Pipeline) -> None:
        text = "大连市人社局等五部门联合出台措施，对每人补贴6万元。"
        assert subjects(pipeline, text) == ["大连市"]


class TestPlacesOfAList:
    def test_that_do_something_own_what_comes_of_it(self, pipeline: Pipeline) -> None:
        text = "四川、江苏、河北等10个重点省市举办活动，有2400多家外贸企业参加。"
        assert subjects(pipeline, text, None)[-1] == "四川、江苏、河北等10个重点省市"

    def test_and_sights_that_stand_alone_in_their_clause_do(self, pipeline: Pipeline) -> None:
        text = "湖南云岭古城、贵州青石景区等景点，假期首日就迎来客流高峰，游客数量增长5%。"
        assert subjects(pipeline, text) == ["湖南云岭古城、贵州青石景区等景点"]

    def test_is_no_list_of_what_one_place_grows(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "四川大力发展花卉、咖啡等特色产业，农民收入增长8%。", None) == ["四川"]
