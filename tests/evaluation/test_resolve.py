"""Quotes and anchors to offsets, and what is wrong with labels."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from extract.data import Bound, Dimension, Quantity
from extract.evaluation import check_gold
from extract.evaluation.resolve import resolve

from .cases import gold_line, label, write_lines

TEXT = "全县有工厂5家，其中新厂3家。\n邻县有工厂5家。"


def codes(*lines: Any, read: Any = None) -> list[str]:
    return [problem.code for problem in resolve(lines, {"甲.txt": TEXT}.get, read).problems]


def test_an_anchor_is_placed_in_the_raw_text() -> None:
    found = resolve([gold_line(quote="其中新厂3家", anchor="3家", value=3)], {"甲.txt": TEXT}.get)
    assert found.problems == []
    assert [TEXT[slice(*item.spans[0])] for item in found.items] == ["3家"]


@pytest.mark.parametrize(
    ("fields", "code"),
    [
        ({"quote": "工厂6家", "anchor": "6家"}, "quote_not_found"),
        ({"quote": "有工厂5家", "anchor": "5家"}, "quote_twice"),
        ({"quote": "其中新厂3家", "anchor": "5家"}, "anchor_not_found"),
        ({"quote": "5家，其中新厂3家", "anchor": "家"}, "anchor_twice"),
        ({"quote": "其中新厂3家", "anchor": "3家", "start": 3}, "wrong_offset"),
        ({"quote": "其中新厂3家", "anchor": "3家", "part_of": "无此"}, "unknown_part_of"),
        ({"quote": "其中新厂3家", "anchor": "3家", "doc": "乙.txt"}, "no_text"),
    ],
)
def test_a_label_that_does_not_resolve_says_why(fields: dict[str, Any], code: str) -> None:
    assert codes(gold_line(**{"value": 3, **fields})) == [code]


def test_an_offset_chooses_among_several_anchors() -> None:
    line = gold_line(quote="5家，其中新厂3家", anchor="家", value=3, start=13, end=14)
    assert [item.spans for item in resolve([line], {"甲.txt": TEXT}.get).items] == [((13, 14),)]


def test_part_of_becomes_the_place_of_the_total() -> None:
    total = gold_line(1, id="a", quote="全县有工厂5家", anchor="5家", value=5)
    part = gold_line(2, id="b", quote="其中新厂3家", anchor="3家", value=3, part_of="a")
    assert [item.slots["part_of"] for item in resolve([total, part], {"甲.txt": TEXT}.get).items] == [None, ((5, 7),)]


def test_part_of_may_be_a_text_with_its_offset() -> None:
    part = gold_line(quote="其中新厂3家", anchor="3家", value=3, part_of="5家", part_of_start=5)
    assert codes(part) == []


def test_the_same_label_twice_is_said_and_another_metric_is_none() -> None:
    fields: dict[str, Any] = {"quote": "其中新厂3家", "anchor": "3家", "value": 3}
    assert codes(gold_line(1, **fields), gold_line(2, **fields)) == ["duplicate_label"]
    assert codes(gold_line(1, **fields), gold_line(2, **fields, metric="新厂")) == []


def test_an_id_is_given_once() -> None:
    first = gold_line(1, id="a", quote="全县有工厂5家", anchor="5家", value=5)
    assert codes(first, gold_line(2, id="a", quote="其中新厂3家", anchor="3家", value=3)) == ["duplicate_id"]


@pytest.mark.parametrize(
    ("value", "measure", "unit", "expected"),
    [
        (3, "level", "家", []),
        (4, "level", "家", ["value_contradicts_anchor"]),
        (-3, "increment", "家", []),
        (4, "level", "户", []),
        (4, "multiple", "x", []),
    ],
)
def test_a_value_is_what_its_anchor_reads_as(value: int, measure: str, unit: str, expected: list[str]) -> None:
    read = Quantity(Decimal(3), "家", Bound.EXACT, Dimension.COUNT)
    line = gold_line(quote="其中新厂3家", anchor="3家", value=value, measure=measure, unit=unit)
    assert codes(line, read=lambda text: read) == expected


def figure(value: str, upper: str | None = None, unit: str | None = "%") -> Quantity:
    bound = Bound.EXACT if upper is None else Bound.RANGE
    return Quantity(Decimal(value), unit, bound, Dimension.COUNT, upper=None if upper is None else Decimal(upper))


@pytest.mark.parametrize(
    ("read", "said", "expected"),
    [
        # 下降3%至5% is from -5 to -3
        (figure("3", "5"), {"value": -5, "upper": -3, "bound": "range", "measure": "growth", "unit": "%"}, []),
        (
            figure("3", "5"),
            {"value": 3, "upper": 6, "bound": "range", "measure": "growth", "unit": "%"},
            ["value_contradicts_anchor"],
        ),
        (figure("3", "5"), {"value": 3, "measure": "growth", "unit": "%"}, ["value_contradicts_anchor"]),
        # 3、4和5亿元: the first has the size of its unit from the last
        (figure("3", unit=None), {"value": 300000000, "unit": "CNY"}, []),
        (figure("3", unit=None), {"value": 310000000, "unit": "CNY"}, ["value_contradicts_anchor"]),
        (figure("3", unit=None), {"value": 300000000, "unit": None}, ["value_contradicts_anchor"]),
        (figure("0"), {"value": 3, "measure": "growth", "unit": "%"}, ["value_contradicts_anchor"]),
    ],
)
def test_a_value_may_have_its_sign_or_its_size_from_elsewhere(
    read: Quantity, said: dict[str, Any], expected: list[str]
) -> None:
    line = gold_line(quote="其中新厂3家", anchor="3家", **said)
    assert codes(line, read=lambda text: read) == expected


def test_a_file_is_checked_line_by_line(tmp_path: Path) -> None:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "甲.txt").write_text(TEXT, "utf-8")
    good = label(quote="其中新厂3家", anchor="3家", value=3)
    rows = [good, good | {"metric": ""}, good | {"colour": 1}, good | {"quote": "无"}]
    gold = write_lines(tmp_path / "gold" / "甲.jsonl", rows)
    gold.write_text(gold.read_text("utf-8") + "{\n", "utf-8")
    found = [(problem.line, problem.code) for problem in check_gold(gold, tmp_path / "texts")]
    assert found == [(2, "bad_value"), (3, "unknown_field"), (4, "quote_not_found"), (5, "malformed")]
