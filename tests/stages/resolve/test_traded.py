"""With whom is dealt: such a partner owns no figure, and takes what is dealt with it from the figure before."""

from __future__ import annotations

import pytest

from extract.pipeline import Pipeline

from .reading import column, facts

PARTNERS = ["东盟", "越南", "俄罗斯", "哈萨克斯坦", "美国", "中国香港"]


def told(pipeline: Pipeline, text: str, place: str | None = "滨海市") -> list[tuple[object, object]]:
    rows = facts(pipeline, text, place)
    return list(zip(column(rows, "subject"), column(rows, "metric"), strict=True))


class TestAPartnerAlone:
    @pytest.mark.parametrize("partner", PARTNERS)
    @pytest.mark.parametrize("dealt", ["出口", "进出口", "机电产品出口"])
    def test_is_dealt_with_as_the_figure_before_tells(self, pipeline: Pipeline, partner: str, dealt: str) -> None:
        text = f"滨海市{dealt}31亿元，其中对{partner}增长5%。"
        assert told(pipeline, text)[-1] == ("滨海市", f"对{partner}{dealt}")

    def test_goes_on_behind_another(self, pipeline: Pipeline) -> None:
        text = "滨海市自巴西进口增长4%，自智利、秘鲁分别增长8%和9%。"
        assert [metric for _, metric in told(pipeline, text)] == ["自巴西进口", "自智利进口", "自秘鲁进口"]

    def test_that_heads_its_clause_without_a_word_before_it_is_the_owner(self, pipeline: Pipeline) -> None:
        assert told(pipeline, "出口31亿元，其中越南增长5%。")[-1][0] == "越南"


class TestPartnersInTheClauseBefore:
    def test_are_told_one_by_one(self, pipeline: Pipeline) -> None:
        text = "其中，对美国、欧盟、日本进出口均明显增长，同比分别增长31%、5%、18%。"
        metrics = ["对美国进出口", "对欧盟进出口", "对日本进出口"]
        assert told(pipeline, text) == [("滨海市", metric) for metric in metrics]


class TestTheSubject:
    @pytest.mark.parametrize("partner", PARTNERS)
    def test_is_no_partner_that_headed_the_sentence_before(self, pipeline: Pipeline, partner: str) -> None:
        text = f"{partner}、巴西为我市主要贸易伙伴，均增长。其中，对{partner}进出口24亿元，增长27%。"
        assert partner not in column(facts(pipeline, text, None), "subject")


class TestAListOfPartners:
    @pytest.mark.parametrize(("side", "dealt"), [("对", "出口额"), ("自", "进口额")])
    def test_has_the_word_in_front_of_the_first(self, pipeline: Pipeline, side: str, dealt: str) -> None:
        text = (
            f"2031年，波兰{side}智利、巴西和越南的{dealt}分别占{dealt}总额的8%、6%和5%，为3亿美元、2亿美元和1亿美元。"
        )
        expected = [("波兰", f"{side}{partner}的{dealt}") for partner in ("智利", "巴西", "越南")]
        assert told(pipeline, text, None) == expected * 2
