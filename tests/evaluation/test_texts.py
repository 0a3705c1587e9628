"""Texts, their names, and their sentences."""

from __future__ import annotations

import pytest

from extract.evaluation.texts import file_stems, named, sentence_at


@pytest.mark.parametrize(
    ("text", "part", "expected"),
    [
        ("甲县增长5%。乙县增长3%。", "3%", "乙县增长3%。"),
        # a hard-wrapped line ends no sentence
        ("甲县去年增\n长5%，其中\n工业3%。\n乙县", "3%", "甲县去年增\n长5%，其中\n工业3%。"),
        # a blank line does, and so does one behind a closing mark
        ("标题5%\n\n甲县增长3%。", "5%", "标题5%"),
        ("他说：“增长5%。”\n甲县3%", "3%", "甲县3%"),
        ("增长5%", "5%", "增长5%"),
    ],
)
def test_the_sentence_of_a_place(text: str, part: str, expected: str) -> None:
    start = text.index(part)
    assert sentence_at(text, start, start + len(part)) == expected


def test_a_sentence_without_an_end_is_cut_somewhere() -> None:
    assert len(sentence_at("长" * 9000, 4000, 4001)) < 1000


def test_files_are_named_after_documents_and_apart() -> None:
    assert file_stems(["2030/甲报-01.txt", "乙报.html"]) == {"2030/甲报-01.txt": "甲报-01", "乙报.html": "乙报"}
    assert file_stems(["2030/甲.txt", "2031/甲.txt"]) == {"2030/甲.txt": "2030_甲", "2031/甲.txt": "2031_甲"}
    assert file_stems(["甲.txt", "甲.html"]) == {"甲.txt": "甲.txt", "甲.html": "甲.html"}
    assert file_stems(["news.jsonl:3"]) == {"news.jsonl:3": "news"}


def test_a_document_means_the_source_of_its_name_or_the_only_one_that_ends_in_it() -> None:
    assert named("甲.txt", ["2030/甲.txt", "乙.txt"]) == "2030/甲.txt"
    assert named("甲.txt", ["2030/甲.txt", "2031/甲.txt"]) is None
    assert named("2031/甲.txt", ["2030/甲.txt", "2031/甲.txt"]) == "2031/甲.txt"
