"""Whose figures are those of a text that names nobody: its fair's, its trade's, those of most of its figures, 全国."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts


def subjects(pipeline: Pipeline, text: str, place: str | None = None) -> list[str | None]:
    return column(facts(pipeline, text, place), "subject")


class TestAFair:
    @pytest.mark.parametrize("words", ["本届澜交会", "本届展会", "本届大会"])
    def test_owns_what_is_told_of_本届(self, pipeline: Pipeline, words: str) -> None:
        text = f"第12届澜交会今天闭幕。{words}展览面积8万平方米，参展企业约600家。"
        assert subjects(pipeline, text, "滨海市") == ["第12届澜交会"] * 2

    def test_that_is_not_named_owns_nothing(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "本届澜交会参展企业约600家。", "滨海市") == ["滨海市"]


class TestMoney:
    TEXT = "零售業銷售額上升\n\n【專訊】第3季零售業銷售額為163.4億（{}，下同），按年上升11.2%。"

    @pytest.mark.parametrize(("money", "place"), [("澳門元", "澳门"), ("港元", "香港")])
    def test_in_which_alone_a_text_counts_tells_its_place(self, pipeline: Pipeline, money: str, place: str) -> None:
        assert subjects(pipeline, self.TEXT.format(money)) == [place] * 2

    def test_of_a_large_country_tells_nothing(self, pipeline: Pipeline) -> None:
        assert "美国" not in subjects(pipeline, self.TEXT.format("美元"))

    def test_beside_another_tells_nothing(self, pipeline: Pipeline) -> None:
        text = "星禾公布业绩\n\n上半年募集资金3亿港元。研发投入2亿元。净利润1亿元。"
        assert "香港" not in subjects(pipeline, text)


class TestATrade:
    def test_of_the_headline_owns_the_figures_of_nobody(self, pipeline: Pipeline) -> None:
        text = "2031年1—8月保险业经营情况\n\n原保险保费收入2.8万亿元，同比增长0.9%。\n\n赔款支出8000亿元。"
        assert subjects(pipeline, text) == ["保险业"] * 3

    @pytest.mark.parametrize("word", ["企业", "就业", "农业", "制造业"])
    def test_is_no_word_that_ends_so(self, pipeline: Pipeline, word: str) -> None:
        text = f"1—8月{word}情况\n\n投资2.8万亿元。\n\n贷款余额8000亿元。{word}平稳。"
        assert word not in subjects(pipeline, text)


class TestTheCountry:
    TEXT = "前三季度，原煤产量稳步增长。规上工业原煤产量35亿吨。进口煤炭3.9亿吨。发电量7.1万亿千瓦时。"

    def test_is_told_of_by_a_text_that_names_nobody(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, self.TEXT) == ["全国"] * 3

    def test_is_not_guessed_for_a_passage(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "规上工业原煤产量35亿吨。") == [None]

    def test_is_not_guessed_for_what_a_firm_may_have(self, pipeline: Pipeline) -> None:
        text = "门店新增3000家。门店总数达2.9万家。员工5万人。同店销售增长14.4%。"
        assert "全国" not in subjects(pipeline, text)

    @pytest.mark.parametrize("beside", ["公司表示，将扩大生产。", "全市上下同心。"])
    def test_is_not_guessed_where_a_firm_or_a_town_is_spoken_of(self, pipeline: Pipeline, beside: str) -> None:
        assert "全国" not in subjects(pipeline, self.TEXT + beside)


class TestMostFigures:
    def test_of_a_text_tell_whose_the_others_are(self, pipeline: Pipeline) -> None:
        told = "海川集团营业收入30亿元。海川集团利润3亿元。海川集团员工5万人。"
        assert set(subjects(pipeline, f"{told}\n\n季度亮点\n\n同店销售增长14.4%。")) == {"海川集团"}


class TestWhereOneIs:
    @pytest.mark.parametrize("verb", ["位于", "落户", "地处"])
    def test_stands_before_who_heads_the_clause(self, pipeline: Pipeline, verb: str) -> None:
        text = f"{verb}望澜高新区的澜芯科技有限公司，一季度产值达12.4亿元。"
        assert subjects(pipeline, text, "滨海市") == ["澜芯科技有限公司"]


class TestRulesOfAccounting:
    def test_are_no_country_s_figures(self, pipeline: Pipeline) -> None:
        text = "星禾集团公布业绩\n\n星禾集团公布年报。公司收入30亿元，美国会计准则（GAAP）下营业利润为2亿元。"
        assert "美国" not in subjects(pipeline, text)


class TestAWordThatPoints:
    @pytest.mark.parametrize("word", ["全省", "全市", "我市", "全县", "我院", "我校", "集团公司"])
    def test_stays_as_it_is_in_a_text_that_names_nobody(self, pipeline: Pipeline, word: str) -> None:
        text = f"2031年，{word}培训学员2600人，增长4%。结业学员2100人。"
        assert subjects(pipeline, text) == [word] * 3


class TestAPlaceThatIsOnlyPointedAt:
    @pytest.mark.parametrize("word", ["全市", "全县", "全区", "全州", "全省", "我县"])
    @pytest.mark.parametrize("verb", ["", "实现", "累计完成"])
    def test_owns_what_names_nobody_as_it_is_worded(self, pipeline: Pipeline, word: str, verb: str) -> None:
        text = f"一季度，{word}{verb}工业增加值31亿元，增长6%。其中，制造业增加值增长7%。\n\n服务业增加值增长4%。"
        assert subjects(pipeline, text) == [word] * 4

    def test_is_the_one_that_heads_most_clauses(self, pipeline: Pipeline) -> None:
        text = "今年，全县出口额31亿元，高于全市平均4个百分点。全县用电量增长5%。进口额增长4%。"
        assert subjects(pipeline, text)[-1] == "全县"

    def test_is_not_asked_where_the_text_names_its_place(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "全市出口额增长5%。进口额增长4%。", "滨海市") == ["滨海市"] * 2

    @pytest.mark.parametrize("word", ["全镇", "我镇", "全村", "全乡", "我村"])
    def test_may_be_a_town_or_a_village(self, pipeline: Pipeline, word: str) -> None:
        text = f"上半年，{word}实现工业产值31亿元，增长6%。{word}完成投资5亿元。\n\n财政收入9亿元。"
        assert subjects(pipeline, text) == [word] * 4


class TestABodyThatIsCalledByItsKindAlone:
    @pytest.mark.parametrize("word", ["医院", "学校", "开发区", "公司", "街道", "检察院", "我局", "我中心", "本院"])
    @pytest.mark.parametrize("doing", ["坚持稳中求进", "认真落实各项要求", "全体职工团结一心"])
    def test_owns_the_figures_of_its_review(self, pipeline: Pipeline, word: str, doing: str) -> None:
        text = f"2030年，{word}{doing}。全年投入经费3200万元，增长8%。培训职工45人。"
        assert subjects(pipeline, text) == [word] * 3

    def test_is_none_where_a_place_is_named(self, pipeline: Pipeline) -> None:
        assert subjects(pipeline, "医院坚持开放。投入经费3200万元。", "滨海市") == ["滨海市"]

    def test_is_none_behind_a_body_with_a_name(self, pipeline: Pipeline) -> None:
        text = "海川集团营业收入30亿元。公司坚持创新。研发投入2亿元。"
        assert "公司" not in subjects(pipeline, text)

    @pytest.mark.parametrize("word", ["医院", "学校", "园区", "街道"])
    def test_is_split_off_what_is_measured(self, pipeline: Pipeline, word: str) -> None:
        text = f"2030年，{word}坚持稳中求进。{word}职工320人，{word}实现收入3亿元。"
        assert column(facts(pipeline, text, None), "subject", "metric") == [(word, "职工"), (word, "收入")]


class TestAnOfficeOfAPlaceThatIsOnlyPointedAt:
    def test_leaves_the_figures_to_the_place(self, pipeline: Pipeline) -> None:
        text = (
            "今年以来，我局扎实推进各项任务，全市工作稳中有进。\n\n一、主要指标\n\n"
            "（一）全市农民收入：农民收入完成21560元，增幅全省第4。\n\n（二）一产增加值：一产增加值完成58.3亿元。"
        )
        assert set(subjects(pipeline, text)) == {"全市"}


def test_what_a_figure_is_held_against_owns_nothing(pipeline: Pipeline) -> None:
    text = "前三季度，沧浦高新区实现营业收入18亿元。每万人拥有发明专利186件，是全市平均水平的4.3倍。新引进项目126个。"
    assert not {"全市"} & set(column(facts(pipeline, text, None), "subject"))
