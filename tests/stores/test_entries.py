"""Lines go straight to rows, and are the rows that their models give."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

import orjson
import pytest
from hypothesis import given, settings
from pydantic import ValidationError
from tests.stores.runs import Told, runs, statistic, told

from extract.records import RECORD
from extract.stores import entries
from extract.stores.columns import ARTICLES, MENTIONS, RECORDS
from extract.stores.entries import Entry
from extract.stores.jsonl import line


@settings(max_examples=60, deadline=None)
@given(runs())
def test_a_row_is_that_of_the_model(articles: Sequence[Told]) -> None:
    for one in articles:
        assert entries.article(line(one.article)).row == ARTICLES.row(one.article)
        for mention in one.mentions:
            assert entries.mention(line(mention)).row == MENTIONS.row(mention)
        for record in one.records:
            entry = entries.record(line(record))
            table = RECORDS[record.record_type]
            # a JSON column tells figures as the line does: 5.0 stays 5.0
            assert entry.row == table.row(RECORD.validate_json(line(record)))
            assert (entry.article_id, entry.table) == (record.article_id, table)
            assert entry.version == record.schema_version


def changed(**changes: Any) -> bytes:
    """The line of a statistic, changed; a change to None leaves the field out."""
    (record,) = told("a.txt#1", statistic(1)).records
    row = {**record.model_dump(mode="json"), **changes}
    return orjson.dumps({name: value for name, value in row.items() if value is not Ellipsis})


@pytest.mark.parametrize(
    "changes",
    [
        {"modality": "maybe"},
        {"record_type": "rumour"},
        {"metric": None},
        {"metric": 5},
        {"cumulative": "perhaps"},
        {"quantity": None},
        {"quantity": {"text": "5家", "value": True, "upper": None, "unit": "家", "bound": "exact", "more": 1}},
        {"period": {"text": "甲年", "start": "2031-13-01", "end": None}},
        {"warnings": "none"},
        {"warnings": [5]},
        {"more": 1},
    ],
    ids=str,
)
def test_a_line_that_does_not_fit_is_refused_by_its_model(changes: dict[str, Any]) -> None:
    with pytest.raises(ValidationError):
        entries.record(changed(**changes))


@pytest.mark.parametrize("read", [entries.article, entries.record, entries.mention])
@pytest.mark.parametrize("text", [b"broken", b"[]", b"5", b"null", b"{}", b'"a"', b'{"record_type": []}'])
def test_so_is_what_is_no_line_at_all(read: Callable[[bytes], Entry], text: bytes) -> None:
    with pytest.raises(ValidationError):
        read(text)


def test_a_field_that_an_older_program_did_not_write_takes_its_default() -> None:
    (record,) = told("a.txt#1", statistic(1)).records
    assert entries.record(changed(warnings=...)).row == RECORDS["statistic"].row(record)
