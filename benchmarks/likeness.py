"""How like real press text the corpus is: both are read, and what is counted stands side by side, as Markdown.

python -m benchmarks.likeness FILE_OR_FOLDER ... [--into PAGE]

The corpus is always the first row; each path named is a row of real text. With `--into` the table is put between the
markers of a page. All counts are of what the pipeline reads, in both alike: they compare texts, they score nothing.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import extract
from extract.data import Label, Source
from extract.evaluation import with_summary
from extract.pipeline import ArticleResult, Pipeline
from extract.records import RECORD_TYPES
from extract.records.base import RecordBase
from extract.sources import read

BEGIN = "<!-- likeness: written by `python -m benchmarks.likeness` -->"
END = "<!-- end of likeness -->"
RESPECTIVELY, AMONG_THEM = re.compile("分别"), re.compile("其中")


@dataclass(slots=True)
class Tally:
    """What is counted over the texts of one row."""

    texts: int = 0
    characters: int = 0
    figures: int = 0
    respectively: int = 0
    among_them: int = 0
    types: dict[str, int] = field(default_factory=lambda: dict.fromkeys(RECORD_TYPES, 0))
    inherited: dict[str, int] = field(default_factory=lambda: dict.fromkeys(("subject", "metric", "period"), 0))
    not_actual: int = 0

    def add(self, source: Source, articles: Iterable[ArticleResult]) -> None:
        """Count one source."""
        self.texts += 1
        self.characters += len("".join(source.text.split()))
        for article in articles:
            for sentence in article.article.sentences:
                text = article.article.text(sentence.start, sentence.end)
                for mention in article.mentions:
                    if mention.label is Label.QUANTITY and sentence.start <= mention.start < sentence.end:
                        self._figure(text[: mention.start - sentence.start])
            for record in article.records:
                self._record(record)

    def _figure(self, before: str) -> None:
        """A figure, with the part of its sentence that stands before it."""
        self.figures += 1
        self.respectively += bool(RESPECTIVELY.search(before))
        self.among_them += bool(AMONG_THEM.search(before))

    def _record(self, record: RecordBase) -> None:
        self.types[record.record_type] += 1
        if record.record_type == "statistic":
            self.not_actual += record.modality != "actual"
            for slot in self.inherited:
                self.inherited[slot] += slot in record.inherited

    def row(self, name: str) -> list[str]:
        """The row of the table: shares in %, densities per 1,000 characters without white space."""
        statistics, others = self.types["statistic"], sum(self.types.values()) - self.types["statistic"]
        return [
            *(name, f"{self.texts}", f"{self.characters:,}"),
            *(_per(1000, count, self.characters) for count in (self.figures, statistics, others)),
            *(_per(100, count, statistics) for count in self.inherited.values()),
            *(_per(100, count, self.figures) for count in (self.respectively, self.among_them)),
            _per(100, self.not_actual, statistics),
        ]


HEAD = (
    *("text", "texts", "characters", "figures", "statistics", "other records"),
    *("subject inherited %", "metric inherited %", "period inherited %"),
    *("behind 分别 %", "behind 其中 %", "not actual %"),
)


def table(pipeline: Pipeline, groups: Iterable[tuple[str, Sequence[Path]]]) -> Iterator[str]:
    """The lines of the table, a row for each group of paths."""
    yield f"| {' | '.join(HEAD)} |"
    yield f"| --- |{' ---: |' * (len(HEAD) - 1)}"
    for name, paths in groups:
        tally = Tally()
        for source in read([str(path) for path in paths]):
            if isinstance(source, Source):
                tally.add(source, pipeline.stream(source))
        yield f"| {' | '.join(tally.row(name))} |"


def _per(base: int, count: int, whole: int) -> str:
    return f"{base * count / whole:.1f}" if whole else ""


def main(arguments: Sequence[str]) -> None:
    """Print the table, or put it into a page."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks.likeness")
    parser.add_argument("real", nargs="+", type=Path)
    parser.add_argument("--into", type=Path)
    given = parser.parse_args(arguments)
    groups = [("corpus", [Path("corpus")]), *((path.name, [path]) for path in given.real)]
    lines = "\n".join(table(extract.load(), groups)) + "\n"
    if given.into is None:
        sys.stdout.write(lines)
    else:
        page = given.into.read_text("utf-8")
        given.into.write_text(with_summary(page, lines, begin=BEGIN, end=END), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
