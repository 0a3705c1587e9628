"""Dates outside a text: what is one, and what only looks like one."""

from __future__ import annotations

from datetime import date

import pytest

from extract.sources.dates import day_in_front, day_of_name

DAY = date(2025, 1, 3)


@pytest.mark.parametrize(
    "text",
    ["2025-01-03", "2025-1-3", "2025/01/03 09:20", "2025.1.3", "2025年1月3日 星期五", "20250103", "20250103092000",
     "2025-01-03T23:59:59+08:00", " 2025-01-03"],
)  # fmt: skip
def test_a_time_stamp_begins_with_its_day(text: str) -> None:
    assert day_in_front(text) == DAY


@pytest.mark.parametrize(
    "text", ["", "2025", "2025-01", "2025-02-30", "20251301", "去年", "03-01-2025", "120250103", "1066-01-03"]
)
def test_what_is_no_day_is_none(text: str) -> None:
    assert day_in_front(text) is None


@pytest.mark.parametrize(
    "name",
    ["news-20250103.txt", "2025-01-03.html", "t20250103_4711.shtml", "20250103.jsonl.gz", "滨河晨报2025年1月3日第2版.pdf",
     "a/2024/b_2025_1_3.md", "2025-01-03(2025-01-03).txt"],
)  # fmt: skip
def test_a_files_name_states_its_day(name: str) -> None:
    assert day_of_name(name) == DAY


@pytest.mark.parametrize(
    "name",
    ["news.txt", "20250230.txt", "2025-13-01.txt", "1234567890.txt", "2025-01-03_2025-01-05.txt", "20250103/a.txt", "99990103.txt"],
)  # fmt: skip
def test_a_name_without_one_day_states_none(name: str) -> None:
    assert day_of_name(name) is None
