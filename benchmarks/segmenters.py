"""Whether the segmenters lead to the same records: each record of one that the other lacks, with its sentence.

python -m benchmarks.segmenters [FILE_OR_FOLDER ...] [--segmenters A B]      (corpus/, rjieba and jieba by default)

Exit code 0 where nothing differs, 1 otherwise.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import extract
from extract.data import Source
from extract.pipeline import Pipeline, Processed
from extract.records.base import RecordBase
from extract.sources import read


@dataclass(frozen=True, slots=True)
class Difference:
    """A record that differs: what each segmenter made of it, None where it made none."""

    article_id: str
    evidence: str
    first: str | None
    second: str | None


def records(processed: Processed) -> dict[tuple[str, str], RecordBase]:
    """The records of a source by article and id."""
    return {(record.article_id, record.record_id): record for a in processed.articles for record in a.records}


def differences(
    first: Mapping[tuple[str, str], RecordBase], second: Mapping[tuple[str, str], RecordBase]
) -> Iterator[Difference]:
    """The records that are not equal in both, in the order of the first and then of the second."""
    for key in dict.fromkeys([*first, *second]):
        one, other = first.get(key), second.get(key)
        if one != other:
            told = one or other
            assert told is not None
            yield Difference(key[0], told.evidence.text, _told(one, other), _told(other, one))


def _told(record: RecordBase | None, other: RecordBase | None) -> str | None:
    """The slots of a record, where there is another one only those that differ."""
    if record is None:
        return None
    mine, theirs = record.model_dump(mode="json"), other.model_dump(mode="json") if other else {}
    return ", ".join(f"{k}={v}" for k, v in mine.items() if v != theirs.get(k) and k not in {"evidence", "spans"})


def words(processed: Processed) -> int:
    """How many words a source was cut into."""
    return sum(len(tokens.starts) for article in processed.articles for tokens in article.tokens)


def compare(sources: list[Source], pipelines: tuple[Pipeline, Pipeline]) -> tuple[list[Difference], int, int]:
    """The differences of all sources, and how many records and words there are with the first segmenter."""
    found: list[Difference] = []
    count = cut = 0
    for source in sources:
        one, other = (pipeline.process(source) for pipeline in pipelines)
        count, cut = count + len(records(one)), cut + words(one)
        found += differences(records(one), records(other))
    return found, count, cut


def main(arguments: list[str]) -> int:
    """Print the differences and their number."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.segmenters")
    parser.add_argument("inputs", nargs="*", default=["corpus"])
    parser.add_argument("--segmenters", nargs=2, default=["rjieba", "jieba"], metavar=("A", "B"))
    options = parser.parse_args(arguments)
    first, second = options.segmenters
    pipelines = (extract.load(segmenter=first), extract.load(segmenter=second))
    sources = [source for source in read(options.inputs) if isinstance(source, Source)]
    found, count, cut = compare(sources, pipelines)
    for row in found:
        print(f"{row.article_id}: {row.evidence}\n  {first}: {row.first}\n  {second}: {row.second}")
    print(f"{len(sources)} sources, {cut:,} words, {count:,} records: {len(found)} differ between {first} and {second}")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
