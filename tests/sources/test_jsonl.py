"""JSON Lines: each row is a source of its own, and a bad row is told by its line."""

from __future__ import annotations

import gzip
import io
import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from extract.data import Rejection, Source
from extract.sources import SourceError, read
from extract.sources.jsonl import read_jsonl as read_rows
from extract.sources.lines import LONGEST
from extract.sources.options import Fields, Reading


def lines(*rows: Any) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode("utf-8")


def read_jsonl(data: bytes) -> Iterator[Source | Rejection]:
    return read_rows("a.jsonl", io.BytesIO(data), Reading())


def one(row: Any) -> Source:
    (source,) = read_jsonl(lines(row))
    assert isinstance(source, Source)
    return source


def refused(data: bytes) -> list[tuple[str, str]]:
    return [(item.source_id, item.error) for item in read_jsonl(data) if isinstance(item, Rejection)]


class TestARow:
    def test_is_called_by_its_line(self) -> None:
        found = list(read_jsonl(lines({"text": "盐场开工。"}, {"text": "渔港休渔。"})))
        assert [item.source_id for item in found] == ["a.jsonl:1", "a.jsonl:2"]

    def test_counts_blank_lines_too(self) -> None:
        (source,) = read_jsonl(b"\n \n" + lines({"text": "盐场开工。"}))
        assert source.source_id == "a.jsonl:3"

    @pytest.mark.parametrize(("value", "name"), [("盐-7", "盐-7"), (42, "42"), (0, "0"), (None, "1"), ("", "1")])
    def test_is_called_by_its_id_where_it_has_one(self, value: object, name: str) -> None:
        assert one({"id": value, "text": "盐场开工。"}).source_id == f"a.jsonl:{name}"

    def test_brings_title_place_and_date(self) -> None:
        row = {"text": "盐场开工。", "title": "开工了", "place": "白沙县", "published": "2023-04-05"}
        source = one(row)
        assert (source.title, source.place, source.published) == ("开工了", "白沙县", date(2023, 4, 5))

    @pytest.mark.parametrize("stamp", ["2023-04-05T08:30:00+08:00", "2023-04-05 08:30", "2023-04-05"])
    def test_takes_the_date_of_a_time_stamp(self, stamp: str) -> None:
        assert one({"text": "盐场开工。", "published": stamp}).published == date(2023, 4, 5)

    @pytest.mark.parametrize("empty", [None, ""])
    def test_may_leave_its_fields_empty(self, empty: object) -> None:
        source = one({"text": "盐场开工。", "title": empty, "place": empty, "published": empty})
        assert (source.title, source.place, source.published) == (None, None, None)

    def test_may_hold_other_fields(self) -> None:
        assert one({"text": "盐场开工。", "channel": ["要闻"]}).text == "盐场开工。"

    def test_is_never_plain(self) -> None:
        assert not one({"text": "盐场开工。"}).plain

    def test_keeps_its_text_as_it_is(self) -> None:
        text = " 盐场\r\n开工。\u2028"
        assert one({"text": text}).text == text

    def test_reads_half_a_character_as_one_that_files_can_hold(self) -> None:
        (source,) = read_jsonl(b'{"id": "\\ud83d", "text": "a\\ud83d", "title": "\\udc00"}')
        assert isinstance(source, Source)
        assert (source.source_id, source.text, source.title) == ("a.jsonl:\ufffd", "a\ufffd", "\ufffd")

    def test_reads_a_character_in_two_halves_as_one(self) -> None:
        (source,) = read_jsonl(b'{"text": "\\ud83e\\udd90"}')
        assert isinstance(source, Source)
        assert source.text == "🦐"


class TestABadRow:
    @pytest.mark.parametrize(
        "line",
        [
            b"{",
            b"[1]",
            b'"text"',
            b"null",
            b'{"text": 5}',
            b'{"text": "a", "title": 5}',
            b'{"text": "a", "place": ["b"]}',
            b'{"text": "a", "id": 1.5}',
            b'{"text": "a", "id": true}',
            b'{"text": "a", "id": []}',
            b'{"text": "a", "published": "yesterday"}',
            b'{"text": "a", "published": "2023-02-30"}',
            b'{"text": "a", "published": 20230405}',
            b"[" * 100_000,
        ],
    )
    def test_is_malformed(self, line: bytes) -> None:
        assert refused(line) == [("a.jsonl:1", SourceError.MALFORMED_ROW)]

    @pytest.mark.parametrize("row", [{}, {"text": None}, {"text": ""}, {"text": " \n"}, {"title": "开工"}])
    def test_has_no_text(self, row: dict[str, object]) -> None:
        assert refused(lines(row)) == [("a.jsonl:1", SourceError.ROW_WITHOUT_TEXT)]

    def test_does_not_stop_the_others(self) -> None:
        data = lines({"text": "盐场开工。"}) + b"oops\n" + lines({"text": "渔港休渔。"})
        assert refused(data) == [("a.jsonl:2", SourceError.MALFORMED_ROW)]
        assert len(list(read_jsonl(data))) == 3

    def test_is_told_with_its_line(self) -> None:
        (item,) = read_jsonl(b"\n\noops")
        assert isinstance(item, Rejection)
        assert item.message.startswith("line 3: ")


class TestAFileOfRows:
    def test_may_be_in_another_encoding(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_bytes(lines({"text": "渔港今年卸下海虾三百吨。"}).decode("utf-8").encode("gb18030"))
        assert [item.text for item in read([str(path)]) if isinstance(item, Source)] == ["渔港今年卸下海虾三百吨。"]

    def test_may_have_a_byte_order_mark_and_windows_newlines(self) -> None:
        data = b"\xef\xbb\xbf" + lines({"text": "盐场开工。"}, {"text": "渔港休渔。"}).replace(b"\n", b"\r\n")
        assert refused(data) == []

    def test_without_a_row_is_empty(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_bytes(b"\n \n")
        assert [i.error for i in read([str(path)]) if isinstance(i, Rejection)] == [SourceError.EMPTY]

    def test_may_not_use_an_id_twice(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl"
        path.write_bytes(lines({"id": "x", "text": "盐场开工。"}, {"id": "x", "text": "渔港休渔。"}))
        found = [(i.source_id, i.error) for i in read([str(path)]) if isinstance(i, Rejection)]
        assert found == [("a.jsonl:x", SourceError.DUPLICATE_SOURCE_ID)]

    def test_may_be_packed(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl.gz"
        path.write_bytes(gzip.compress(lines({"text": "盐场开工。"}, {"text": "渔港休渔。"})))
        assert [item.source_id for item in read([str(tmp_path)])] == ["a.jsonl.gz:1", "a.jsonl.gz:2"]

    def test_that_is_packed_and_cut_short_gives_the_rows_before(self, tmp_path: Path) -> None:
        path = tmp_path / "a.jsonl.gz"
        chance = random.Random(1)
        texts = [f"盐场开工。{chance.randbytes(2000).hex()}" for _ in range(1000)]
        path.write_bytes(gzip.compress(lines(*({"text": text} for text in texts)))[:-5000])
        items = list(read([str(path)]))
        assert isinstance(items[0], Source)
        assert [(i.source_id, i.error) for i in items if isinstance(i, Rejection)] == [
            ("a.jsonl.gz", SourceError.DAMAGED)
        ]

    @pytest.mark.parametrize(
        "data", [b"no gzip", b"\x1f\x8b\x08", gzip.compress(b'{"text": "x"}', mtime=0)[:-9] + b"\xff" * 9]
    )
    def test_that_is_no_packed_one_is_damaged(self, tmp_path: Path, data: bytes) -> None:
        path = tmp_path / "a.jsonl.gz"
        path.write_bytes(data)
        assert [i.error for i in read([str(path)]) if isinstance(i, Rejection)][-1] == SourceError.DAMAGED

    def test_is_not_read_before_its_rows_are_asked_for(self) -> None:
        class Watched(io.BytesIO):
            def read(self, size: int | None = -1) -> bytes:
                assert size is not None
                assert 0 <= size <= 1 << 20
                return super().read(size)

        file = Watched(lines({"text": "盐场开工。"}) * 500_000)
        rows = read_rows("a.jsonl", file, Reading())
        assert isinstance(next(rows), Source)
        assert file.tell() <= 1 << 20


class TestFields:
    FIELDS = Fields(text=("content", "正文"), published=("pub",), id=())

    def test_are_those_that_are_named(self) -> None:
        row = {"id": "x", "text": "摘要", "正文": "盐场开工。", "pub": "2023/4/5"}
        (source,) = read_rows("a.jsonl", io.BytesIO(lines(row)), Reading(fields=self.FIELDS))
        assert isinstance(source, Source)
        assert (source.source_id, source.text, source.published) == ("a.jsonl:1", "盐场开工。", date(2023, 4, 5))

    def test_of_the_usual_names_the_first_with_a_value_counts(self) -> None:
        row = {"content": "", "正文": "盐场开工。"}
        (source,) = read_rows("a.jsonl", io.BytesIO(lines(row)), Reading(fields=self.FIELDS))
        assert isinstance(source, Source)
        assert source.text == "盐场开工。"


def test_a_line_that_memory_should_not_hold_is_rejected() -> None:
    long = b'{"text": "' + b"x" * (LONGEST + 1) + b'"}\n'
    items = list(
        read_rows("a.jsonl", io.BytesIO(lines({"text": "盐场。"}) + long + lines({"text": "渔港。"})), Reading())
    )
    assert [item.source_id for item in items] == ["a.jsonl:1", "a.jsonl:2", "a.jsonl:3"]
    (item,) = (item for item in items if isinstance(item, Rejection))
    assert item.error == SourceError.ROW_TOO_LONG
