"""The ledger of a run: every figure of every article, why a quantity is unused, and what nothing accounts for."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from extract.accounting import dimension_reader, numeral_reader
from extract.audit import Ledger, audit, data, unaccounted_lines, unused_lines
from extract.audit.reasons import MEANINGS
from extract.batch.process import extractor
from extract.batch.request import Request
from extract.batch.run import run
from extract.data import Dimension
from extract.evaluation import RunError
from extract.pipeline import Pipeline

TEXT = """全市出口额增长

2024年1月20日　来源：海川日报

2023年，全市出口额增长5%，第一批5G基站21个开工，工期3年。股权按6：4的比例划分。青山镇、白水镇、黄沙镇三个镇通车，一体推进。
"""
DOCS = Path(__file__).parents[2] / "docs" / "ledger.md"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("audit")


@pytest.fixture(scope="module")
def ledger(pipeline: Pipeline, folder: Path) -> Ledger:
    (folder / "甲.txt").write_text(TEXT, "utf-8")
    run(Request([str(folder / "甲.txt")], folder / "run", lambda: extractor(pipeline)))
    return audit(folder / "run", numeral_reader(pipeline), dimension_reader(pipeline))


def test_every_figure_has_one_entry_at_its_place(ledger: Ledger) -> None:
    [article] = ledger.articles
    assert all(TEXT[entry.start : entry.end] == entry.text for entry in article.entries)
    uses = {entry.text: entry.use for entry in article.entries}
    assert uses["2023年"] == "times"
    assert uses["第一批"] == "ordinals"
    assert uses["5G"] == "names"
    assert uses["5%"] == uses["21个"] == "records"


def test_unused_quantities_have_a_reason(ledger: Ledger) -> None:
    [article] = ledger.articles
    reasons = {entry.text: entry.reason for entry in article.entries if entry.use == "unused"}
    assert reasons == {"3年": "duration", "6": "ratio", "4": "ratio", "三个": "member_count"}
    assert ledger.reasons == {"duration": 1, "ratio": 2, "member_count": 1}


def test_the_counts_are_those_of_the_article_s_line(ledger: Ledger, folder: Path) -> None:
    [article] = ledger.articles
    said = json.loads((folder / "run" / "articles.jsonl").read_text("utf-8"))["figures"]
    assert article.agrees
    assert {use: article.counts[use] for use in said} == said
    assert sum(said.values()) == len(article.entries)


def test_digits_outside_the_sentences_are_counted_apart(ledger: Ledger) -> None:
    assert ledger.not_read == {"甲.txt": 3}
    assert ledger.unaccounted == {}


def test_the_unused_are_shown_in_their_sentence(ledger: Ledger) -> None:
    lines = list(unused_lines(ledger))
    assert len(lines) == 4
    assert lines[0].startswith("甲.txt#1:")
    assert lines[0].endswith("duration  2023年，全市出口额增长5%，第一批5G基站21个开工，工期【3年】。")


def test_a_digit_that_no_mention_holds_is_unaccounted_for(pipeline: Pipeline, ledger: Ledger, folder: Path) -> None:
    mentions = folder / "run" / "mentions.jsonl"
    rows = mentions.read_text("utf-8")
    try:
        mentions.write_text("".join(row for row in rows.splitlines(True) if '"21个"' not in row), "utf-8")
        missing = audit(folder / "run", numeral_reader(pipeline), dimension_reader(pipeline))
    finally:
        mentions.write_text(rows, "utf-8")
    [entry] = missing.unaccounted["甲.txt"]
    assert entry.text == "21"
    assert [article.agrees for article in missing.articles] == [False]
    assert "【21】" in next(unaccounted_lines(missing))


def test_a_refused_reading_has_the_code_of_its_reject(pipeline: Pipeline, tmp_path: Path) -> None:
    (tmp_path / "乙.txt").write_text("甲、乙、丙分别增长5%和6%。\n", "utf-8")
    run(Request([str(tmp_path / "乙.txt")], tmp_path / "run", lambda: extractor(pipeline)))
    found = audit(tmp_path / "run", numeral_reader(pipeline), dimension_reader(pipeline))
    assert set(found.reasons) == {"refused:list_count_mismatch"}


def test_the_data_for_json_hold_every_figure(ledger: Ledger) -> None:
    content = json.loads(json.dumps(data(ledger)))
    [article] = content["articles"]
    assert len(article["figures"]) == sum(article["counts"].values())
    assert content["totals"]["unaccounted"] == 0


def test_a_folder_without_a_run_and_a_text_that_is_gone_are_refused(
    pipeline: Pipeline, ledger: Ledger, folder: Path, tmp_path: Path
) -> None:
    with pytest.raises(RunError):
        audit(tmp_path, numeral_reader(pipeline), dimension_reader(pipeline))
    (folder / "甲.txt").rename(folder / "乙.txt")
    try:
        with pytest.raises(RunError, match=r"甲\.txt"):
            audit(folder / "run", numeral_reader(pipeline), dimension_reader(pipeline))
    finally:
        (folder / "乙.txt").rename(folder / "甲.txt")


def test_units_have_their_dimension(pipeline: Pipeline) -> None:
    dimension = dimension_reader(pipeline)
    assert (dimension("d"), dimension("CNY"), dimension("无此单位")) == (Dimension.DURATION, Dimension.MONEY, None)


def test_the_page_on_the_ledger_explains_every_reason() -> None:
    page = DOCS.read_text("utf-8")
    assert [code for code, meaning in MEANINGS.items() if f"| `{code}" not in page or meaning not in page] == []
