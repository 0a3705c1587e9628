"""Statistics as SDMX-CSV."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.stores.runs import Told, runs, statistic, told, write_run

from extract.records import Modality
from extract.stores.sdmx import DIMENSIONS, STATUS, time_period, write_sdmx

YEAR: dict[str, Any] = {"period": {"text": "2023年", "start": "2023-01-01", "end": "2023-12-31"}}


def exported(folder: Path, articles: list[Told]) -> tuple[list[dict[str, str]], dict[str, int]]:
    file = StringIO(newline="")
    left = write_sdmx(write_run(folder, articles), file)
    file.seek(0)
    return list(csv.DictReader(file)), dict(left)


@pytest.mark.parametrize(
    ("start", "end", "written"),
    [
        ("2022-01-01", "2022-12-31", "2022"),
        ("2022-01-01", "2022-03-31", "2022-Q1"),
        ("2022-10-01", "2022-12-31", "2022-Q4"),
        ("2022-01-01", "2022-06-30", "2022-S1"),
        ("2022-07-01", "2022-12-31", "2022-S2"),
        ("2022-05-01", "2022-05-31", "2022-05"),
        ("2024-02-01", "2024-02-29", "2024-02"),
        ("2023-02-01", "2023-02-28", "2023-02"),
        ("2022-05-03", "2022-05-03", "2022-05-03"),
        ("2022-01-01", "2022-05-31", "2022-01-01/P5M"),
        ("2022-02-01", "2022-04-30", "2022-02-01/P3M"),
        ("2021-01-01", "2025-12-31", "2021-01-01/P5Y"),
        ("2021-07-01", "2022-06-30", "2021-07-01/P1Y"),
        ("2022-05-03", "2022-05-06", "2022-05-03/P4D"),
        ("2024-02-01", "2024-02-28", "2024-02-01/P28D"),
    ],
)
def test_time_periods(start: str, end: str, written: str) -> None:
    assert time_period(date.fromisoformat(start), date.fromisoformat(end)) == written


@given(st.dates(date(1900, 1, 1), date(2100, 1, 1)), st.integers(0, 4_000), st.integers(0, 4_000))
def test_two_periods_are_never_written_alike(start: date, one: int, other: int) -> None:
    ends = start + timedelta(one), start + timedelta(other)
    assert (time_period(start, ends[0]) == time_period(start, ends[1])) == (one == other)


def test_an_observation_has_its_value_unit_and_status(tmp_path: Path) -> None:
    changes: dict[str, Any] = {"region_code": "210200", "indicator": "工厂数", "basis": "2020", "reference": "全省"}
    (row,), left = exported(
        tmp_path / "run", [told("a.txt#1", statistic(7, 12.5, **YEAR, **changes), published="2024-02-01")]
    )
    assert left == {}
    assert {name: row[name] for name in ("REF_AREA", "INDICATOR", "TIME_PERIOD", "OBS_VALUE", "UNIT_MEASURE")} == {
        "REF_AREA": "210200",
        "INDICATOR": "工厂数",
        "TIME_PERIOD": "2023",
        "OBS_VALUE": "12.5",
        "UNIT_MEASURE": "家",
    }
    assert (row["UNIT_MULT"], row["OBS_STATUS"], row["BASIS"], row["SCOPE"]) == ("0", "A", "2020", "_Z")
    assert (row["ARTICLE"], row["RECORD"], row["PUBLISHED"]) == ("a.txt#1", "0000000000000007", "2024-02-01")


def test_what_is_not_so_yet_is_a_forecast_and_the_modality_says_which(tmp_path: Path) -> None:
    made = [statistic(n, modality=modality, **YEAR) for n, modality in enumerate(Modality)]
    rows, _ = exported(tmp_path / "run", [told("a.txt#1", *made)])
    assert [(row["MODALITY"], row["OBS_STATUS"]) for row in rows] == [
        *(("actual", "A"), ("forecast", "F"), ("target", "F"), ("planned", "F")),
    ]
    assert set(STATUS) == set(Modality)


def test_what_has_no_whole_period_is_counted_and_left_out(tmp_path: Path) -> None:
    until: dict[str, Any] = {"period": {"text": "2030年前", "start": None, "end": "2029-12-31"}}
    made = [statistic(1), statistic(2, **until), statistic(3, **until), statistic(4, **YEAR), {"record_type": "role"}]
    rows, left = exported(tmp_path / "run", [told("a.txt#1", *made)])
    assert [row["RECORD"] for row in rows] == ["0000000000000004"]
    assert left == {"they have no period": 1, "their period is open at one end": 2}


def test_no_two_observations_share_their_key(tmp_path_factory: pytest.TempPathFactory) -> None:
    folder = tmp_path_factory.mktemp("sdmx")

    @given(articles=runs())
    def holds(articles: list[Told]) -> None:
        again = [told(f"copy-{n}#1", *(r.model_dump() for r in one.records)) for n, one in enumerate(articles)]
        rows, _ = exported(folder / "run", [*articles, *again])
        keys = [tuple(row[name] for name in DIMENSIONS) for row in rows]
        assert len(set(keys)) == len(keys)
        assert all(all(key) for key in keys)

    holds()
