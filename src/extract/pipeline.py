"""The stages in order, and the wiring of knowledge into mechanism."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from extract.backends import Tokenizer
from extract.data import Article, Mention, Place, Rejection, Relation, Source, Tokens
from extract.engine.coding import Coded
from extract.engine.rules import Rule
from extract.records.base import RecordBase
from extract.records.rows import ArticleRow, MentionRow
from extract.stages import rows
from extract.stages.clean import Cleaner
from extract.stages.divide import Divider
from extract.stages.recognise import Recogniser
from extract.stages.relate import Relator
from extract.stages.resolve import Context, ResolveWords, resolve
from extract.stages.segment import segment
from extract.stages.validate import Validator


@dataclass(frozen=True)
class ArticleResult:
    """One article with what each stage made of it."""

    article: Article
    tokens: tuple[Tokens, ...]
    mentions: tuple[Mention, ...]
    coded: tuple[Coded | None, ...]
    relations: tuple[Relation, ...]
    records: tuple[RecordBase, ...]
    rejections: tuple[Rejection, ...]

    @property
    def row(self) -> ArticleRow:
        """The article's line in `articles.jsonl`."""
        return rows.article_row(self.article, self.mentions, self.records)

    @property
    def mention_rows(self) -> list[MentionRow]:
        """The article's lines in `mentions.jsonl`."""
        return [rows.mention_row(self.article, mention) for mention in self.mentions]


@dataclass(frozen=True)
class Processed:
    """A source that was read, with its articles."""

    source: Source
    articles: tuple[ArticleResult, ...]


@dataclass(frozen=True)
class Pipeline:
    """Raw press text in, validated records out. Built by `load`; holds no state between texts."""

    cleaner: Cleaner
    divider: Divider
    tokenizer: Tokenizer
    recogniser: Recogniser
    relator: Relator
    words: ResolveWords
    validator: Validator
    published: date | None = None
    place: Place | None = None

    @property
    def rules(self) -> tuple[Rule, ...]:
        """The rules, in the order of loading."""
        return self.relator.rules.rules

    def __call__(self, text: str, *, published: date | str | None = None, place: str | None = None) -> list[RecordBase]:
        """The records of a text, in text order. Offsets are into `text` as it was given."""
        processed = self.process(text_source(text, published=published, place=place))
        return [record for article in processed.articles for record in article.records]

    def pipe(
        self, texts: Iterable[str], *, published: date | str | None = None, place: str | None = None
    ) -> Iterator[list[RecordBase]]:
        """The records of each text of a stream, in its order."""
        for text in texts:
            yield self(text, published=published, place=place)

    def process(self, source: Source) -> Processed:
        """Every stage on one source."""
        source = replace(
            source,
            published=source.published or self.published,
            place=source.place or (self.place.name if self.place else None),
        )
        articles = self.divider.divide(self.cleaner.clean(source))
        return Processed(source, tuple(self._read(article) for article in articles))

    def _read(self, article: Article) -> ArticleResult:
        tokens = segment(article, self.tokenizer)
        mentions, full_names = self.recogniser.recognise(article, tokens)
        coded, relations, refused = self.relator.relate(article, tokens, mentions)
        resolved = resolve(Context(article, coded, mentions, self.words), relations)
        records, rejected = self.validator.validate(article, resolved, full_names)
        return ArticleResult(article, tokens, mentions, coded, resolved, records, (*refused, *rejected))


def text_source(text: str, *, published: date | str | None = None, place: str | None = None) -> Source:
    """A text handed over in Python as a source; its id is `text`."""
    data = text.encode("utf-8", "surrogatepass")
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return Source("text", text, hashlib.sha256(data).hexdigest(), len(data), published=day, place=place)
