"""Places: names to codes, words that point at a place, and what a short name may mean where."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.data import Place
from extract.engine.regions import Regions
from extract.loading import Knowledge


@pytest.fixture(scope="module")
def regions() -> Regions:
    known = Knowledge()
    return Regions(known.table("regions.tsv"), known.table("countries.tsv"), known.yaml("deictics"))


def found(regions: Regions, text: str, is_word: Callable[[int, int, bool], bool] | None = None) -> list[str]:
    return [f"{text[start:end]}={region.place.name}" for start, end, region in regions.find(text, is_word)]


class TestByName:
    @pytest.mark.parametrize(
        ("name", "full", "code"),
        [
            ("大连", "大连市", "210200"),
            ("大连市", "大连市", "210200"),
            ("内蒙古", "内蒙古自治区", "150000"),
            ("恩施州", "恩施土家族苗族自治州", "422800"),
            ("浦东", "浦东新区", "310115"),
            ("济源市", "济源市", "419001"),
            ("吉林", "吉林省", "220000"),
            ("香港", "香港特别行政区", "810000"),
            ("南韩", "韩国", None),
        ],
    )
    def test_short_and_full_names_mean_one_place(
        self, regions: Regions, name: str, full: str, code: str | None
    ) -> None:
        assert regions.resolve(name) == Place(full, code)

    def test_a_place_it_lies_in_chooses_among_namesakes(self, regions: Regions) -> None:
        beijing, changchun = regions.resolve("北京"), regions.resolve("长春")
        assert regions.resolve("朝阳区", beijing) == Place("朝阳区", "110105")
        assert regions.resolve("朝阳区", changchun) == Place("朝阳区", "220104")

    def test_a_word_that_is_no_place(self, regions: Regions) -> None:
        assert regions.resolve("工业") is None

    def test_what_a_place_lies_in(self, regions: Regions) -> None:
        assert regions.parent(Place("大连市", "210200")) == Place("辽宁省", "210000")
        assert regions.parent(Place("辽宁省", "210000")) is None
        assert regions.parent(Place("济源市", "419001")) == Place("河南省", "410000")

    def test_every_code_is_six_digits_below_its_parents(self, regions: Regions) -> None:
        for row in Knowledge().table("regions.tsv"):
            if row["code"] and row["parent"]:
                assert len(row["code"]) == 6
                assert row["code"][:2] == row["parent"][:2], row["name"]


class TestInText:
    def test_a_province_and_its_city(self, regions: Regions) -> None:
        assert found(regions, "辽宁大连的港口") == ["辽宁=辽宁省", "大连=大连市"]

    def test_a_short_name_shared_with_a_common_word_needs_its_parent(self, regions: Regions) -> None:
        assert found(regions, "共建和平家园") == []
        assert found(regions, "沈阳和平的商圈") == ["沈阳=沈阳市", "和平=和平区"]

    def test_a_full_name_that_is_no_word_there_gives_way_to_the_short_one(self, regions: Regions) -> None:
        ends = {2, 4}
        assert found(regions, "大连市场", lambda start, end, full: end in ends) == ["大连=大连市"]

    def test_offsets_are_moved(self, regions: Regions) -> None:
        assert [(start, end) for start, end, _ in regions.find("在昆山", offset=7)] == [(8, 10)]


class TestPointing:
    @pytest.mark.parametrize(
        ("word", "about", "meant"),
        [
            ("全市", "大连", "大连市"),
            ("全省", "大连", "辽宁省"),
            ("我市", "昆山", "昆山市"),
            ("全市", "北京", "北京市"),
            ("全县", "滑县", "滑县"),
            ("全国", "大连", "全国"),
            ("我国", "大连", "全国"),
        ],
    )
    def test_the_articles_place_says_what_is_meant(self, regions: Regions, word: str, about: str, meant: str) -> None:
        place = regions.deictic(word, regions.resolve(about))
        assert place is not None
        assert place.name == meant

    def test_a_word_for_one_place_has_its_code_and_its_name(self, regions: Regions) -> None:
        assert regions.fixed("本港") == regions.deictic("本港", None) == Place("香港", "810000")
        assert regions.fixed("全国") is regions.fixed("全市") is None
        assert regions.spoken(Place("香港特别行政区", "810000")) == Place("香港", "810000")
        assert regions.spoken(Place("大连市", "210200")) == Place("大连市", "210200")

    def test_who_says_我省_means_its_own(self, regions: Regions) -> None:
        assert regions.means_own("我省")
        assert not regions.means_own("全省")

    @pytest.mark.parametrize("about", ["辽宁", None])
    def test_nothing_is_guessed(self, regions: Regions, about: str | None) -> None:
        assert regions.deictic("全县", regions.resolve(about) if about else None) is None


class TestTable:
    def test_an_unknown_level_is_refused(self) -> None:
        with pytest.raises(ValueError, match="unknown level"):
            Regions(
                [{"code": "", "name": "云台", "short": "", "level": "village", "parent": "", "alone": "yes"}], [], {}
            )

    def test_a_parent_must_stand_before_its_children(self) -> None:
        row = {"code": "1", "name": "云台县", "short": "", "level": "county", "parent": "9", "alone": "yes"}
        with pytest.raises(ValueError, match="does not stand before it"):
            Regions([row], [], {})
