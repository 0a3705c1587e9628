"""The tables are the models, laid flat."""

from __future__ import annotations

import pytest

from extract.records import RECORD_TYPES
from extract.stores.columns import RECORDS, TABLES, Kind, Table, columns, plural


def kinds(record_type: str) -> dict[str, tuple[Kind, bool]]:
    return {column.name: (column.kind, column.nullable) for column in RECORDS[record_type].columns}


def test_every_record_type_has_a_table() -> None:
    assert {kind: table.name for kind, table in RECORDS.items()} == {kind: plural(kind) for kind in RECORD_TYPES}
    assert [table.name for table in TABLES][:3] == ["articles", "statistics", "projects"]
    assert "policies" in [table.name for table in TABLES]


def test_quantities_and_periods_are_plain_columns_and_lists_are_lists() -> None:
    found = kinds("project")
    assert found["investment_value"] == (Kind.NUMBER, True)
    assert found["period_start"] == (Kind.DAY, True)
    assert found["orgs"] == (Kind.TEXTS, False)
    assert found["evidence"] == found["spans"] == found["full_names"] == (Kind.JSON, False)
    assert kinds("statistic")["quantity_value"] == (Kind.NUMBER, False)
    assert kinds("statistic")["cumulative"] == (Kind.TRUTH, False)


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_every_column_is_explained_and_every_field_has_one(table: Table) -> None:
    assert [column.name for column in table.columns if not column.says and not column.values] == []
    assert len(set(table.names)) == len(table.names)
    assert {column.path[0] for column in table.columns} == set(table.model.model_fields)


def test_a_type_that_no_column_holds_is_refused() -> None:
    from pydantic import BaseModel

    class Odd(BaseModel):
        value: bytes

    with pytest.raises(TypeError, match="bytes"):
        list(columns(Odd))
