"""Characters one by one: width, punctuation, script and spaces."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from extract.data import CleanText, Script
from extract.loading import Knowledge
from extract.stages.clean import opencc_convert
from extract.stages.clean.script import ScriptReader

Clean = Callable[[str], CleanText]

SCRIPTS = ScriptReader(Knowledge().yaml("typography"), opencc_convert())


class TestWidth:
    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            ("产量５２０吨，增长１２．５％。", "产量520吨，增长12.5%。"),
            ("ＬＮＧ船出海。", "LNG船出海。"),
            ("⾦⽔盐场开工。", "金水盐场开工。"),
            ("气温−3.5℃。", "气温-3.5℃。"),
            ("订单3〜5万元。", "订单3~5万元。"),
            ("「老字號」盐场开工。", "“老字號”盐场开工。"),
            ("盐场\u200b开\ufeff工。", "盐场开工。"),
            ("二○○九年，盐场开工。", "二〇〇九年，盐场开工。"),
            ("二OO九年至二О一О年，二00八年。", "二〇〇九年至二〇一〇年，二〇〇八年。"),
            ("订单七二九．二億美元，增一．五％。", "订单七二九点二亿美元，增一点五%。"),
            ("亩产六○○斤。○盐场开工。", "亩产六〇〇斤。○盐场开工。"),
        ],
    )
    def test_is_folded(self, clean: Clean, raw: str, text: str) -> None:
        assert clean(raw).text == text

    @pytest.mark.parametrize("raw", ["盐场开工，渔港呢？", "（图）盐场；渔港：好！"])
    def test_of_chinese_punctuation_stays(self, clean: Clean, raw: str) -> None:
        assert clean(raw).text == raw


class TestPunctuation:
    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            ("盐场开工,产量很高.", "盐场开工，产量很高。"),
            ("盐场(北区)开工!", "盐场（北区）开工！"),
            ('工人说:"天气好".', "工人说：“天气好”。"),
            ("增长5.1%,全年1,234家.", "增长5.1%，全年1,234家。"),
        ],
    )
    def test_beside_chinese_is_chinese(self, clean: Clean, raw: str, text: str) -> None:
        assert clean(raw).text == text

    @pytest.mark.parametrize("kept", ["3.5", "1,234", "19:00", "https://a.b/c?d=1", "R&D", "No.1", "1:3"])
    def test_in_figures_times_and_addresses_stays(self, clean: Clean, kept: str) -> None:
        assert kept in clean(f"盐场的编号是 {kept} 吧，大家都知道。").text


class TestScript:
    def test_is_simplified_in_a_traditional_text(self, clean: Clean) -> None:
        raw = "漁港卸下海蝦三百噸，鹽場開工，市場熱鬧。"
        assert clean(raw).text == "渔港卸下海虾三百吨，盐场开工，市场热闹。"

    def test_of_one_name_in_a_simplified_text_stays(self, clean: Clean) -> None:
        raw = "盐场工人陳师傅说，今年的产量提高了，价格也平稳，大家都很高兴。"
        assert clean(raw).text == raw

    def test_of_a_time_or_a_number_is_simplified_in_any_text(self, clean: Clean) -> None:
        assert (
            clean("盐场上個月的产量有三萬吨，工人们两天後开会。").text == "盐场上个月的产量有三万吨，工人们两天后开会。"
        )

    def test_of_a_quoted_paragraph_is_simplified_too(self, clean: Clean) -> None:
        raw = "盐场今年开工，产量提高了，工人们高兴。\n漁港卸下海蝦三百噸，鹽場開工，市場熱鬧。"
        assert clean(raw).text.endswith("渔港卸下海虾三百吨，盐场开工，市场热闹。")

    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            ("工人看著海，顯著增產，漁港開門。", "工人看着海，显著增产，渔港开门。"),
            ("著名漁港開門，顯著增產。", "著名渔港开门，显著增产。"),
        ],
    )
    def test_of_zhe_is_read_by_its_word(self, clean: Clean, raw: str, text: str) -> None:
        assert clean(raw).text == text

    @given(st.text(max_size=60), st.sampled_from(Script))
    @example("\x00堣", Script.HANT)
    def test_never_changes_a_length(self, text: str, script: Script) -> None:
        assert len(SCRIPTS.simplify(text, script)) == len(text)

    @given(st.text("漁港鹽場開發著顯裡里后後乾幹臺台麼隻只係系", max_size=40))
    def test_never_changes_a_length_of_traditional_words(self, text: str) -> None:
        assert len(SCRIPTS.simplify(text, Script.HANT)) == len(text)


class TestSpaces:
    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            ("大 家 都 来 晒 盐 ， 产 量 达 到 五 百 吨 。", "大家都来晒盐，产量达到五百吨。"),
            ("盐场 投放鱼苗 80 万尾，增长 5.2% 。", "盐场投放鱼苗80万尾，增长5.2%。"),
            ("盐场　　开工，产量很高。", "盐场开工，产量很高。"),
            ("引进Salt  Master输送机，日产提高。", "引进Salt Master输送机，日产提高。"),
        ],
    )
    def test_of_the_layout_vanish(self, clean: Clean, raw: str, text: str) -> None:
        assert clean(raw).text == text

    def test_between_the_halves_of_a_headline_stay(self, clean: Clean) -> None:
        assert clean("白沙盐场开足马力 渔港喜迎丰收\n\n盐场开工，产量很高。").text.startswith(
            "白沙盐场开足马力 渔港喜迎丰收\n"
        )

    def test_of_a_headline_set_wide_vanish(self, clean: Clean) -> None:
        assert clean("盐 场 开 工\n\n盐场开工，产量很高。").text.startswith("盐场开工\n")

    def test_between_names_stay(self, clean: Clean) -> None:
        assert clean("记者 王小明 李大伟").text == "记者 王小明 李大伟"
