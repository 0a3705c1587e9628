"""Places by name, words that point at one, and which place a text is about."""

from __future__ import annotations

import pytest

from extract.data import Place
from extract.pipeline import Pipeline, text_source
from extract.records import Statistic

from .reading import places


class TestMentions:
    def test_a_short_name_stands_for_its_place(self, pipeline: Pipeline) -> None:
        assert places(pipeline, "山东青岛和浙江发展很快。") == [
            ("山东青岛", "青岛市"),
            ("浙江", "浙江省"),
        ]

    def test_a_common_word_is_a_place_only_behind_the_one_it_lies_in(self, pipeline: Pipeline) -> None:
        assert places(pipeline, "江苏东海开工。") == [("江苏东海", "东海县")]
        assert places(pipeline, "朝阳产业兴起。") == []

    def test_countries_and_their_unions_are_places(self, pipeline: Pipeline) -> None:
        assert [name for name, _ in places(pipeline, "德国、法国和欧盟来访。")] == ["德国", "法国", "欧盟"]

    def test_a_name_inside_a_longer_word_is_none(self, pipeline: Pipeline) -> None:
        assert places(pipeline, "全国重点实验室揭牌。") == []

    @pytest.mark.parametrize(
        ("word", "about", "meant"),
        [
            ("全市", "大连市", "大连市"),
            ("我市", "大连市", "大连市"),
            ("全省", "大连市", "辽宁省"),
            ("全市", "北京市", "北京市"),
            ("全县", "辽宁省", None),
            ("我国", "大连市", "全国"),
        ],
    )
    def test_a_deictic_stands_for_a_place_around_the_articles(
        self, pipeline: Pipeline, word: str, about: str, meant: str | None
    ) -> None:
        assert places(pipeline, f"{word}工业向好。", about) == [(word, meant)]

    def test_a_town_that_no_table_lists_is_known_by_coming_again(self, pipeline: Pipeline) -> None:
        text = "海川市工业向好。海川市出口增长，海川加快发展。海川全市共同努力。"
        found = places(pipeline, text)
        assert found == [("海川市", "海川市")] * 2 + [("海川", "海川市")] * 2 + [("全市", "海川市")]

    def test_a_province_and_its_city_are_one_place_down_to_the_last_step(self, pipeline: Pipeline) -> None:
        assert places(pipeline, "辽宁大连加快发展。") == [("辽宁大连", "大连市")]

    @pytest.mark.parametrize(
        ("text", "names"),
        [
            ("德国机场关闭。", ["德国"]),
            ("加拿大全国有火点。", ["加拿大", "全国"]),
            ("以色列中部特拉维夫遭袭。", ["以色列", "中部", "特拉维夫"]),
            ("东盟签署自由贸易区协议。", ["东盟"]),
            ("比赛在大连水滴体育场举行。", ["大连水滴体育场"]),
            ("他来自大连市松树屯镇。", ["大连市松树屯镇"]),
        ],
    )
    def test_a_chain_holds_names_alone(self, pipeline: Pipeline, text: str, names: list[str]) -> None:
        assert [name for name, _ in places(pipeline, text)] == names

    def test_a_full_name_that_cuts_a_word_gives_way_to_the_short_one(self, pipeline: Pipeline) -> None:
        assert places(pipeline, "大连市场活跃。") == [("大连", "大连市")]


class TestAbout:
    """What a text without metadata says about where it speaks of."""

    @pytest.mark.parametrize(
        ("text", "about"),
        [
            ("大连工业向好\n\n青岛出口增长。青岛进口增长。", Place("大连市", "210200")),
            ("辽宁沈阳市工业向好\n\n出口增长较快。", Place("沈阳市", "210100")),
            ("工业向好\n\n青岛出口增长较快。青岛进口增长，大连也增长。", Place("青岛市", "370200")),
            ("工业向好\n\n青岛出口增长较快。", None),
            ("新华社北京1月17日电 出口增长较快。", Place("北京市", "110000")),
            ("海川市工业向好\n\n海川市出口增长较快。海川加快发展。", Place("海川市", None)),
            ("我市外贸向好\n\n滨淮日报讯 今年全市出口增长。滨淮加快发展。", Place("滨淮市", None)),
            ("外贸向好\n\n青岛日报讯 今年全市出口增长。", Place("青岛市", "370200")),
            ("外贸向好\n\n青岛7月29日讯 今年全市出口增长。", Place("青岛市", "370200")),
            ("外贸向好\n\n今年以来，全省出口增长。山东、河南、河北进口增长，山东也增长。", None),
            ("澜宁县情\n\n全县出口增长。澜宁县加快发展，企业在澜宁投产。", Place("澜宁县", None)),
            ("德国来访\n\n德国和法国来访。", None),
            ("大连车市\n\n我省消费活跃，全省销量增长。大连销量也增长。", Place("辽宁省", "210000")),
            ("山东在线讯\n\n青岛市出口增长，全市进口也增长。青岛港口繁忙。", Place("青岛市", "370200")),
            ("甲山是名山。大连市出口增长。\n\n大连市人口增长，全市就业稳定。青岛进口增长。", Place("大连市", "210200")),
            ("本港出口增长\n\n10月本港出口增长。", Place("香港", "810000")),
            ("政府统计处发布数字\n\n政府统计处表示，零售额上升。", Place("香港", "810000")),
            ("浠口县情\n\n浠口县出口增长。全县进口增长。", Place("浠口县", None)),
            ("工业向好\n\n三秦大地生机勃勃。今年全省出口增长。", Place("陕西省", "610000")),
            ("工业向好\n\n三秦大地生机勃勃。今年出口增长。", None),
            ("原标题：前三季度山西省经济增长8.8%\n\n前三季度，我省出口增长。", Place("山西省", "140000")),
            (
                "工作报告\n\n市委、市政府带领全体市民。\n\n一、站上当阳发展新起点\n\n市人大通过报告。",
                Place("当阳市", "420582"),
            ),
            ("外贸数字\n\n114年12月出口金额上升。114年全年进口增长。", Place("台湾", "710000")),
            ("向好\n\n今年我省出口增长，全省进口增长，全省就业稳定，撑起了陕西外贸。", Place("陕西省", "610000")),
            (
                "向好\n\n青岛远山建材有限公司落户。当阳条件好，全市欢迎。来当阳投资，在当阳生活。",
                Place("当阳市", "420582"),
            ),
        ],
        ids=[
            "title",
            "city of a province",
            "named most",
            "once is not enough",
            "dateline",
            "unlisted",
            "unlisted paper",
            "paper",
            "local dateline",
            "no place mostly named",
            "a listed name at its end",
            "abroad",
            "speaks of itself as wider",
            "under a wider masthead",
            "what 全市 points at",
            "a word for one place",
            "an office of one place",
            "characters that look like words",
            "a byname and 全省",
            "a byname alone is not enough",
            "the original headline",
            "offices of a city, and a heading that names one",
            "years of the Republic",
            "named once but often pointed at",
            "a short name that 全市 makes a place's, not a firm's seat",
        ],
    )
    def test_the_place_that_a_text_is_about(self, pipeline: Pipeline, text: str, about: Place | None) -> None:
        assert pipeline.process(text_source(text)).articles[0].article.place == about

    @pytest.mark.parametrize(
        ("city", "country"), [("东京", "日本"), ("柏林", "德国"), ("首尔", "韩国"), ("巴黎", "法国")]
    )
    def test_a_dateline_abroad_tells_of_the_country(self, pipeline: Pipeline, city: str, country: str) -> None:
        text = f"新华社{city}9月9日电 {country}统计部门公布，当季{country}出口增长较快。住宅投资增长。"
        assert pipeline.process(text_source(text)).articles[0].article.place == Place(country, None)

    @pytest.mark.parametrize("city", ["北京", "沈阳", "日内瓦", "纽约"])
    def test_a_dateline_that_the_text_passes_by_leaves_it_to_the_country_told_of(
        self, pipeline: Pipeline, city: str
    ) -> None:
        text = f"新华社{city}9月9日电 巴西统计部门公布，巴西出口增长较快。当季巴西进口增长，巴西就业稳定。"
        assert pipeline.process(text_source(text)).articles[0].article.place == Place("巴西", None)

    def test_what_the_reader_says_comes_first(self, pipeline: Pipeline) -> None:
        source = text_source("出口增长较快。", place="青岛")
        assert pipeline.process(source).articles[0].article.place == Place("青岛市", "370200")


def test_a_county_named_in_full_is_known_by_its_short_name(pipeline: Pipeline) -> None:
    text = "浙江省嘉善县提出方案。道路由嘉善代建设，嘉善出资。"
    assert [surface for surface, _ in places(pipeline, text)] == ["浙江省嘉善县", "嘉善", "嘉善"]


def test_a_measure_word_makes_no_name_with_a_country(pipeline: Pipeline) -> None:
    text = "事故造成2名中国公民受伤，另有3名中国公民脱险。"
    assert [surface for surface, _ in places(pipeline, text)] == ["中国", "中国"]


@pytest.mark.parametrize(
    ("text", "seats"),
    [
        ("三台县政府公布了名单。", ["三台县"]),
        ("代表团参观首都体育馆。", ["首都体育馆"]),
    ],
)
def test_a_county_gives_its_office_a_character(pipeline: Pipeline, text: str, seats: list[str]) -> None:
    assert [surface for surface, _ in places(pipeline, text)] == seats


@pytest.mark.parametrize("office", ["统计暨普查局", "劳工事务局", "市政署"])
def test_an_office_tells_which_place_guests_come_to(pipeline: Pipeline, office: str) -> None:
    text = f"{office}资料显示，3月来澳旅客2600人次。香港旅客1200人次，日本旅客300人次。香港住客900人次。"
    assert {record.subject for record in pipeline(text) if isinstance(record, Statistic)} == {"澳门"}


def test_where_guests_are_from_says_nothing_of_the_place_told_of(pipeline: Pipeline) -> None:
    text = (
        "统计暨普查局资料显示，3月入境旅客2600人次。香港旅客1200人次，香港（1200人次）及台湾（300人次）旅客分别增加5%及3%。"
        "香港及台湾旅客分别占46%及12%。"
    )
    assert {record.subject for record in pipeline(text) if isinstance(record, Statistic)} == {"澳门"}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("中国四川省汶川县地震。", ["中国四川省汶川县"]),
        ("美国纽约州布法罗市附近。", ["美国纽约州布法罗市"]),
        ("彼尔姆市附近坠毁。", ["彼尔姆市"]),
        ("从北京南站出发。", ["北京南站"]),
        ("日本首相访问英国。", ["日本", "英国"]),
        ("山东省黄县的苹果。", ["山东省黄县"]),
    ],
)
def test_a_chain_goes_down_from_the_country(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert [name for name, _ in places(pipeline, text)] == names


def test_a_foreign_mayor_is_no_town(pipeline: Pipeline) -> None:
    assert places(pipeline, "中方欢迎布里德市长访华。") == []
