"""The stages in order: raw press text in, validated records out."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from extract.backends.recognisers import NameRecognizer
from extract.backends.tokenizers import Tokenizer
from extract.data import Article, Label, Mention, Quantity, Rejection, Relation, Source, Tokens
from extract.engine.coding import Coded
from extract.engine.declarations import Rule
from extract.engine.glossary import NO_WORDS, Glossary, WholeWords
from extract.records.base import RecordBase
from extract.records.rows import ArticleRow, MentionRow
from extract.stages import rows
from extract.stages.check import Checker
from extract.stages.clean import Cleaner
from extract.stages.divide import Divider
from extract.stages.names import written
from extract.stages.recognise import (
    Recogniser,
)
from extract.stages.recognise.countable import held_by_names
from extract.stages.recognise.given import model_names, own_words, parted_words
from extract.stages.recognise.officers import Officers
from extract.stages.recognise.products import Products
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
    in_names: tuple[tuple[int, int], ...] = ()
    """Clean spans of digits and numerals that only a longer name holds."""
    parted: tuple[Mention, ...] = ()
    """Words of the user's lexicon that could not be kept whole: a figure or the end of a sentence cuts them."""

    @property
    def row(self) -> ArticleRow:
        """The article's line in `articles.jsonl`."""
        return rows.article_row(self.article, self.mentions, self.records, self.in_names)

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
    vocabulary: WholeWords
    recogniser: Recogniser
    officers: Officers
    products: Products
    relator: Relator
    words: ResolveWords
    validator: Validator
    checker: Checker
    published: date | None = None
    place: str | None = None
    glossary: Glossary = NO_WORDS
    """The user's own words."""
    names: NameRecognizer | None = None
    """A model that reads names beside our rules."""

    def __repr__(self) -> str:
        """What it is made with: its tables alone would fill a screen a thousand times."""
        return f"<Pipeline with {len(self.rules)} rules>"

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

    def quantity(self, figure: str) -> Quantity | None:
        """What is read in a figure that stands alone, its line breaks left out; None where it reads none, or several.

        >>> pipeline.quantity("41\\n.5％").value
        Decimal('41.5')
        """
        articles = self.process(text_source(figure.replace("\n", ""))).articles
        found = [m.normal for article in articles for m in article.mentions if isinstance(m.normal, Quantity)]
        return found[0] if len(found) == 1 else None

    def process(self, source: Source) -> Processed:
        """Every stage on one source."""
        source = self._given(source)
        return Processed(source, tuple(self.stream(source)))

    def stream(self, source: Source) -> Iterator[ArticleResult]:
        """The articles of one source as they are read, so that those of a long one are not in memory together."""
        for article in self.divider(self.cleaner(self._given(source))):
            yield self._read(article)

    def _given(self, source: Source) -> Source:
        return replace(source, published=source.published or self.published, place=source.place or self.place)

    def _read(self, article: Article) -> ArticleResult:
        tokens = segment(article, self.tokenizer, self.vocabulary)
        regions = self.recogniser.regions
        words = own_words(article, self.glossary, regions)
        read = model_names(article, self.names, regions) if self.names else ()
        mentions, full_names, day = self.recogniser.recognise(article, tokens, words, read)
        owning = tuple(m for m in mentions if m.label is not Label.PLACE or not isinstance(m.normal, str))
        coded, relations, refused = self.relator.relate(article, tokens, owning)
        sites = tuple(m for m in mentions if m.label is Label.PLACE and isinstance(m.normal, str))
        resolved = resolve(Context(article, coded, owning, self.words, sites=sites, written=day), relations)
        valid, rejected = self.validator.validate(article, resolved, full_names)
        records = self.checker.check(valid, article.published, article.clean.source.text)
        made = (*self.products.find(article, tokens, mentions), *self.products.honoured(article, resolved, mentions))
        named = self.officers.find(article, tokens, mentions)
        own = written(article, named, resolved, made, self.products.bare)
        in_names = tuple(held_by_names(article, tokens, mentions, self.recogniser.figures))
        kept = set(mentions) if words else set()
        parted = (*(word for word in words if word not in kept), *parted_words(article, self.glossary))
        return ArticleResult(article, tokens, own, coded, resolved, records, (*refused, *rejected), in_names, parted)


def text_source(text: str, *, published: date | str | None = None, place: str | None = None) -> Source:
    """A text handed over in Python as a source; its id is `text`."""
    data = text.encode("utf-8", "surrogatepass")
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return Source("text", text, hashlib.sha256(data).hexdigest(), len(data), published=day, place=place)
