"""The own country among others, the countries of a union, the country of a text."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def subjects(pipeline: Pipeline, text: str) -> list[str | None]:
    return column(facts(pipeline, text, None), "subject")


class TestTheOwnCountry:
    @pytest.mark.parametrize("other", ["日本", "德国", "欧盟", "越南"])
    def test_keeps_its_name_beside_others(self, pipeline: Pipeline, other: str) -> None:
        text = f"2031年，中国经济增长5%，{other}经济增长2%。"
        assert subjects(pipeline, text) == ["中国", other]

    def test_keeps_its_name_in_a_trade_s_text(self, pipeline: Pipeline) -> None:
        text = "据协会监测，粗钢产量为92万吨。2031年末，中国粗钢库存为95万吨。"
        assert subjects(pipeline, text)[1] == "中国"


class TestAUnion:
    @pytest.mark.parametrize("name", ["非洲国家", "东盟国家", "欧盟成员国", "发达经济体", "发展中国家和地区"])
    def test_owns_with_its_countries(self, pipeline: Pipeline, name: str) -> None:
        assert subjects(pipeline, f"2031年，{name}经济增长3%，出口增长2%。")[0] == name

    def test_is_dealt_with_by_its_countries(self, pipeline: Pipeline) -> None:
        (row,) = facts(pipeline, "2031年，中国与东盟国家双边贸易增长5%。", None)
        assert (row["subject"], row["metric"]) == ("中国", "与东盟国家双边贸易")

    def test_a_province_has_no_countries(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "2031年，江苏国家高新技术企业达到30家。") == ["江苏"]


class TestTheCountryOfAText:
    @pytest.mark.parametrize("name", ["韩国", "越南", "巴西", "澳大利亚"])
    def test_owns_what_it_tells_of_nobody(self, pipeline: Pipeline, name: str) -> None:
        text = f"{name}关税厅公布，2月{name}出口额增长23%。进口额为386亿美元。从类别看，乘用车出口额下降26%。"
        assert subjects(pipeline, text) == [name] * 3


class TestACountryByOneCharacter:
    @pytest.mark.parametrize("name", ["俄罗斯", "美国", "德国", "英国", "韩国"])
    def test_owns_as_by_its_name(self, pipeline: Pipeline, name: str) -> None:
        text = (
            f"上半年，{name}天然气产量为1840亿立方米。6月{name[0]}钢材产量为346万吨。{name}进口额增长2%。"
            f"2031年，{name[0]}工业生产下降0.6%。"
        )
        rows = facts(pipeline, text, None)
        assert column(rows, "subject") == [name] * 4
        assert column(rows, "metric") == ["天然气产量", "钢材产量", "进口额", "工业生产"]

    def test_is_no_other_word_that_begins_so(self, pipeline: Pipeline) -> None:
        assert column(facts(pipeline, "2031年，美术馆达到300座。", "美国"), "metric") == ["美术馆"]


class TestAMedium:
    @pytest.mark.parametrize("name", ["韩国国际广播电台", "滨海电视台", "远山通讯社"])
    def test_that_reports_owns_nothing(self, pipeline: Pipeline, name: str) -> None:
        text = f"{name}报道：2月韩国出口额增长23%。韩国进口额为386亿美元。"
        assert subjects(pipeline, text) == ["韩国"] * 2


@pytest.mark.parametrize("ministry", ["交通部", "农业部", "铁道部", "卫生部", "环境保护部", "国土资源部"])
def test_a_ministry_tells_of_the_whole_country(pipeline: Pipeline, ministry: str) -> None:
    text = f"据{ministry}网站消息，8月运行平稳。\n8月，货运量42亿吨，同比增长11%。"
    assert column(facts(pipeline, text, None), "subject") == ["全国"] * 2
