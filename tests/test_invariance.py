"""The dress of a text changes nothing that is read in it: layout, script, width, encoding, kind of file."""

from __future__ import annotations

from pathlib import Path

import pytest
from benchmarks.invariance import paragraphs, records, share, signature, survey
from benchmarks.variants import VARIANTS, Variant

from extract.data import Source
from extract.pipeline import Pipeline, text_source
from extract.sources import read

CORPUS = Path(__file__).parent.parent / "corpus"
# every fourth width: the report of benchmarks/invariance.py takes them all
CHOSEN = [v for i, v in enumerate(VARIANTS) if v.family == v.name or i % 4 == 0]
FLOOR = 0.99


@pytest.fixture(scope="module")
def sources() -> list[Source]:
    """One text a manner: the report takes them all."""
    return [item for item in read([str(CORPUS)]) if isinstance(item, Source) and "-01." in item.source_id]


@pytest.mark.parametrize("variant", [v for v in CHOSEN if v.family == v.name], ids=lambda v: v.name)
def test_a_dress_leaves_the_records_of_the_corpus_as_they_are(
    pipeline: Pipeline, sources: list[Source], variant: Variant
) -> None:
    results = survey(pipeline, sources, [variant])
    assert results
    assert share(results) >= FLOOR
    assert not any(row.untrue for row in results)


def test_the_width_of_a_column_leaves_the_records_of_the_corpus_as_they_are(
    pipeline: Pipeline, sources: list[Source]
) -> None:
    results = survey(pipeline, sources, [v for v in CHOSEN if v.family != v.name])
    assert share(results) >= FLOOR
    assert not any(row.untrue for row in results)


def test_a_record_that_is_lost_and_one_that_is_added_are_both_seen(pipeline: Pipeline) -> None:
    other = Variant("other", "other", ".txt", lambda texts: "".join(texts).replace("5%", "6%").encode())
    (result,) = survey(pipeline, [text_source("2023年，滨海市工业投资增长5%，出口增长2%。")], [other])
    assert (result.records, result.same) == (2, 1)
    assert (len(result.lost), len(result.added)) == (1, 1)


def test_a_newspaper_page_says_the_same_when_its_lines_are_joined(pipeline: Pipeline, shared: Path) -> None:
    (page,) = (shared / "seeds").glob("000*.txt")
    wrapped = pipeline.process(text_source(page.read_text("utf-8")))
    joined = pipeline.process(text_source("\n\n".join(paragraphs(wrapped))))
    expected, found = (sorted(map(signature, records(result.articles))) for result in (wrapped, joined))
    assert found == expected
