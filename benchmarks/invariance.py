"""Whether the dress of a text changes what is read in it: every variant of every text against the text as it stands.

python -m benchmarks.invariance [--show] [FILE_OR_FOLDER ...]      (corpus/ by default)

A record counts as the same where all its slots are, but ids, places in the text, and the wording of spans, which a
line break or another script changes. `--show` lists the records that differ.
"""

from __future__ import annotations

import sys
import tempfile
from collections import Counter
from collections.abc import Iterator, Sequence
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
            source.source_id,
            max(expected.total(), got.total()),
            tuple((expected - got).elements()),
            tuple((got - expected).elements()),
            sum(map(untrue, processed)),
        )


def family(name: str) -> str:
    """The variants that differ in a number only, under one name."""
    return " ".join(word for word in name.split() if not word.rstrip(",").isdigit()).replace("at ", "")


def main(arguments: list[str]) -> None:
    show, inputs = "--show" in arguments, [name for name in arguments if not name.startswith("--")]
    only = [a.removeprefix("--only=") for a in arguments if a.startswith("--only=")]
    pipeline = extract.load()
    sources = [item for item in read(inputs or ["corpus"]) if isinstance(item, Source)]
    chosen = [v for v in VARIANTS if not only or any(o in v.name for o in only)]
    results: list[Compared] = []
    with tempfile.TemporaryDirectory() as folder:
        for source in sources:
            results += compare(pipeline, source, chosen, Path(folder))
    rows: dict[str, list[Compared]] = {}
    for result in results:
        rows.setdefault(family(result.variant), []).append(result)
    for name, row in rows.items():
        total, same = sum(r.records for r in row), sum(r.same for r in row)
        print(f"{name:32} {total:8,} records  {same / total:8.2%} the same  {sum(r.untrue for r in row)} untrue offsets")
    total, same = sum(r.records for r in results), sum(r.same for r in results)
    print(f"{'all':32} {total:8,} records  {same / total:8.2%} the same")
    per: Counter[str] = Counter()
    for r in results:
        per[r.source_id] += max(len(r.lost), len(r.added))
    print(per.most_common())
    if show:
        for result in results:
            for sign, texts in (("-", result.lost), ("+", result.added)):
                for text in texts:
                    print(f"{result.source_id} [{result.variant}] {sign} {text}")


if __name__ == "__main__":
    main(sys.argv[1:])
