"""Whether the dress of a text changes what is read in it: every variant of every text against the text as it stands.

python -m benchmarks.invariance [--show] [FILE_OR_FOLDER ...]      (corpus/ by default)

A record counts as the same where all its slots are, but ids, places in the text, and the wording of spans, which a
line break or another script changes. `--show` lists the records that differ.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import orjson

import extract
from benchmarks.variants import VARIANTS, Variant
from extract.data import Source
from extract.pipeline import ArticleResult, Pipeline, Processed
from extract.records.base import RecordBase
from extract.sources import read

LEFT_OUT = frozenset(("record_id", "article_id", "evidence", "spans", "part_of", "schema_version"))


@dataclass(frozen=True)
class Compared:
    """One variant of one text: how many records either has, and those that only one has."""

    variant: str
    family: str
    source_id: str
    records: int
    lost: tuple[str, ...]
    added: tuple[str, ...]
    untrue: int
    """Offsets whose raw text is not what the record says."""

    @property
    def same(self) -> int:
        """Records that both have."""
        return self.records - max(len(self.lost), len(self.added))


def signature(record: RecordBase) -> str:
    """What a record says, without its places."""
    data: dict[str, Any] = record.model_dump(mode="json", exclude=set(LEFT_OUT))
    for slot in ("quantity", "period", "investment", "capacity", "prize"):
        if isinstance(data.get(slot), dict):
            data[slot].pop("text", None)
    return orjson.dumps(data, option=orjson.OPT_SORT_KEYS).decode()


def paragraphs(processed: Processed) -> list[str]:
    """The blocks of a text as they stand in it, each on one line."""
    first = processed.articles[0].article.clean
    texts = [processed.source.text[slice(*first.offsets.raw(b.start, b.end))] for b in first.blocks]
    return ["".join(text.split("\n")) for text in texts if text.strip()]


def records(articles: Sequence[ArticleResult]) -> list[RecordBase]:
    """The records of a source's articles."""
    return [record for article in articles for record in article.records]


def untrue(processed: Processed) -> int:
    """How many offsets of records lead to another text than they say."""
    raw = processed.source.text
    wrong = 0
    for record in records(processed.articles):
        data = record.model_dump(mode="json")
        wrong += raw[record.evidence.start : record.evidence.end] != record.evidence.text
        for slot in ("quantity", "investment", "capacity", "prize"):
            if data.get(slot):
                pieces = data["spans"].get(slot, [])
                wrong += len(pieces) == 1 and raw[slice(*pieces[0])] != data[slot]["text"]
    return wrong


def compare(pipeline: Pipeline, source: Source, variants: Sequence[Variant], folder: Path) -> Iterator[Compared]:
    """Each variant of one text against the text itself."""
    base = pipeline.process(source)
    expected = Counter(map(signature, records(base.articles)))
    texts = paragraphs(base)
    for variant in variants:
        try:
            data = variant.make(texts)
        except UnicodeEncodeError:
            continue
        path = folder / f"{Path(source.source_id).stem}{variant.suffix}"
        path.write_bytes(data)
        found = [pipeline.process(item) if isinstance(item, Source) else item for item in read([str(path)])]
        processed = [item for item in found if isinstance(item, Processed)]
        got = Counter(signature(record) for item in processed for record in records(item.articles))
        yield Compared(
            variant.name,
            variant.family,
            source.source_id,
            max(expected.total(), got.total()),
            tuple((expected - got).elements()),
            tuple((got - expected).elements()),
            sum(map(untrue, processed)),
        )


def survey(pipeline: Pipeline, sources: Sequence[Source], variants: Sequence[Variant]) -> list[Compared]:
    """Each variant of each text against the text itself."""
    with tempfile.TemporaryDirectory() as folder:
        return [row for source in sources for row in compare(pipeline, source, variants, Path(folder))]


def share(results: Iterable[Compared]) -> float:
    """Of the records that either side has, those that both have; 1 where there is none."""
    rows = list(results)
    total = sum(row.records for row in rows)
    return sum(row.same for row in rows) / total if total else 1.0


def _line(name: str, rows: Sequence[Compared]) -> str:
    total, untrue_ = sum(row.records for row in rows), sum(row.untrue for row in rows)
    return f"{name:28} {total:8,} records {share(rows):9.2%} the same {untrue_:4} untrue offsets"


def main(arguments: list[str]) -> None:
    show, inputs = "--show" in arguments, [name for name in arguments if not name.startswith("--")]
    pipeline = extract.load()
    sources = [item for item in read(inputs or ["corpus"]) if isinstance(item, Source)]
    results = survey(pipeline, sources, VARIANTS)
    for family in dict.fromkeys(variant.family for variant in VARIANTS):
        print(_line(family, [row for row in results if row.family == family]))
    print(_line("all", results))
    for result in results if show else ():
        for sign, texts in (("-", result.lost), ("+", result.added)):
            for text in texts:
                print(f"{result.source_id} [{result.variant}] {sign} {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
