"""Parquet: each row a source of its own, in columns of any name, a few rows at a time."""

from __future__ import annotations

import io
from collections.abc import Iterator
from datetime import UTC, date, datetime
from typing import Any

import pyarrow
import pytest
from pyarrow import parquet

from extract.data import Rejection, Source
from extract.sources.carriers import UnusableError
from extract.sources.errors import SourceError
from extract.sources.options import PARTS, Fields, Reading
from extract.sources.parquet import read_parquet

SALT = "盐场去年销售收入4.6亿元。"


def table(**columns: Any) -> bytes:
    data = io.BytesIO()
    parquet.write_table(pyarrow.table(columns), data, row_group_size=2)
    return data.getvalue()


def read(data: bytes, **named: str) -> Iterator[Source | Rejection]:
    usual = {part: (part, f"{part}字段") for part in PARTS}
    fields = Fields.of(usual, dict.fromkeys(PARTS) | named)
    return read_parquet("a.parquet", io.BytesIO(data), Reading(fields=fields))


def failure(data: bytes, **named: str) -> SourceError:
    with pytest.raises(UnusableError) as caught:
        list(read(data, **named))
    return caught.value.error


class TestARow:
    def test_is_called_by_its_number(self) -> None:
        assert [item.source_id for item in read(table(text=[SALT] * 5))] == [f"a.parquet:{n}" for n in range(1, 6)]

    def test_brings_id_title_place_and_date(self) -> None:
        (source,) = read(
            table(text=[SALT], id=[7], title=["盐"], place=["白沙县"], published=[date(2023, 4, 5)], other=[1.5])
        )
        assert isinstance(source, Source)
        assert (source.source_id, source.title, source.place) == ("a.parquet:7", "盐", "白沙县")
        assert source.published == date(2023, 4, 5)
        assert (source.text, source.size, source.plain) == (SALT, len(SALT.encode()), False)

    @pytest.mark.parametrize("stamp", [datetime(2023, 4, 5, 23, 30, tzinfo=UTC), "2023-04-05 08:30", "20230405"])
    def test_takes_the_day_of_a_time_stamp(self, stamp: object) -> None:
        (source,) = read(table(text=[SALT], published=[stamp]))
        assert isinstance(source, Source)
        assert source.published == date(2023, 4, 5)

    def test_takes_the_first_usual_name_that_has_a_value(self) -> None:
        items = list(read(table(text=["盐场。", None], text字段=["渔港。", "船厂。"])))
        assert [item.text for item in items if isinstance(item, Source)] == ["盐场。", "船厂。"]

    def test_takes_the_field_that_is_named(self) -> None:
        (source,) = read(table(text=["摘要"], 全文=[SALT]), text="全文")
        assert isinstance(source, Source)
        assert source.text == SALT

    def test_that_is_bad_is_told_by_its_number(self) -> None:
        items = list(read(table(text=[SALT, None, " ", SALT], published=[None, None, None, "去年"])))
        assert [(item.source_id, item.error) for item in items if isinstance(item, Rejection)] == [
            ("a.parquet:2", SourceError.ROW_WITHOUT_TEXT),
            ("a.parquet:3", SourceError.ROW_WITHOUT_TEXT),
            ("a.parquet:4", SourceError.MALFORMED_ROW),
        ]
        assert isinstance(items[0], Source)

    def test_whose_text_is_no_text_is_malformed(self) -> None:
        (item,) = read(table(text=[5]))
        assert isinstance(item, Rejection)
        assert item.error == SourceError.MALFORMED_ROW


class TestWhatCannotBeRead:
    def test_has_no_column_for_the_text(self) -> None:
        assert failure(table(title=["盐"])) is SourceError.MISSING_FIELD

    @pytest.mark.parametrize("part", PARTS)
    def test_lacks_a_column_that_was_asked_for(self, part: str) -> None:
        assert failure(table(text=[SALT]), **{part: "misspelt"}) is SourceError.MISSING_FIELD

    @pytest.mark.parametrize("data", [b"no table", b"PAR1" + bytes(50) + b"PAR1", table(text=[SALT] * 9)[:-20]])
    def test_is_no_whole_file(self, data: bytes) -> None:
        assert failure(data) is SourceError.DAMAGED

    def test_breaks_off_behind_rows_that_were_read(self) -> None:
        data = bytearray(table(text=[f"{SALT}{number}" * 200 for number in range(3000)]))
        middle = len(data) // 2
        data[middle : middle + 400] = b"\xff" * 400
        rows = read(bytes(data))
        assert isinstance(next(rows), Source)
        with pytest.raises(UnusableError) as caught:
            list(rows)
        assert caught.value.error is SourceError.DAMAGED

    def test_is_encrypted(self) -> None:
        assert failure(b"PARE" + bytes(100) + b"PARE") is SourceError.ENCRYPTED

    def test_has_no_rows(self) -> None:
        assert failure(table(text=pyarrow.array([], pyarrow.string()))) is SourceError.EMPTY
