"""The stages in order, and the wiring of knowledge into mechanism."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from extract.backends.tokenizers import Tokenizer, tokenizer
from extract.data import Article, Label, Mention, Place, Quantity, Rejection, Relation, Source, Tokens
from extract.engine.coding import Coded
from extract.engine.declarations import Rule
from extract.engine.lexicon import Lexicon
from extract.engine.lists import Sharing
from extract.engine.numerals import Numerals
from extract.engine.patterns import alternation
from extract.engine.periods import TimeGrammar
from extract.engine.phrases import Phrases
from extract.engine.quantities import QuantityGrammar, tails
from extract.engine.regions import Regions
from extract.engine.rules import RuleSet
from extract.loading import Knowledge, load_rules, rule_files
from extract.records.base import RecordBase
from extract.records.rows import ArticleRow, MentionRow
from extract.stages import rows
from extract.stages.clean import Cleaner
from extract.stages.divide import Divider
from extract.stages.names import written
from extract.stages.recognise import (
    Brands,
    Currencies,
    Organisations,
    People,
    PlaceFinder,
    PlaceForms,
    Recogniser,
)
from extract.stages.recognise.countable import held_by_names
from extract.stages.relate import Relator
from extract.stages.resolve import Context, ResolveWords, resolve
from extract.stages.segment import segment, tokens_of
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
    vocabulary: Lexicon[str]
    recogniser: Recogniser
    relator: Relator
    words: ResolveWords
    validator: Validator
    published: date | None = None
    place: str | None = None

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
        mentions, full_names = self.recogniser.recognise(article, tokens)
        owning = tuple(m for m in mentions if m.label is not Label.PLACE or not isinstance(m.normal, str))
        coded, relations, refused = self.relator.relate(article, tokens, owning)
        resolved = resolve(Context(article, coded, owning, self.words), relations)
        records, rejected = self.validator.validate(article, resolved, full_names)
        own = written(article, mentions, resolved)
        in_names = tuple(held_by_names(article, tokens, mentions, self.recogniser.figures))
        return ArticleResult(article, tokens, own, coded, resolved, records, (*refused, *rejected), in_names)


def load(
    *,
    published: date | str | None = None,
    place: str | None = None,
    rules: Path | None = None,
    knowledge: Path | None = None,
    segmenter: str = "rjieba",
) -> Pipeline:
    """The pipeline with our knowledge and rules, and a user's on top.

    `published` and `place` stand in where a text states none; `rules` and `knowledge` are folders of files that add to
    ours; `segmenter` is `rjieba` or `jieba`. Raises `KnowledgeError` for a file that does not load, `BackendError`
    for a segmenter that cannot be had.
    """
    known = Knowledge(knowledge)
    words, context, sharing_words = known.yaml("words"), known.yaml("context"), known.yaml("sharing")
    phrases = Phrases.compile(known.yaml("phrases"))
    sharing = Sharing.compile(sharing_words["heads"], sharing_words["modifiers"])
    declared = load_rules(rule_files(rules), words, known.yaml("patterns"))
    deictics = known.yaml("deictics")
    regions = Regions(known.table("regions.tsv"), known.table("countries.tsv"), deictics)
    forms, cutter = PlaceForms.compile(known.yaml("places")), tokenizer(segmenter)
    press, typography = known.yaml("press"), known.yaml("typography")
    indicators = indicator_names(known.table("indicators.tsv"))
    return Pipeline(
        cleaner=Cleaner(typography, press),
        divider=Divider(press, PlaceFinder(regions, forms, _words(cutter))),
        tokenizer=cutter,
        vocabulary=Lexicon({word: tag for tag, row in known.yaml("vocabulary").items() for word in row}),
        recogniser=_recogniser(known, regions, forms, phrases),
        relator=Relator(RuleSet.compile(declared, phrases, words), sharing, phrases.conjunctions),
        words=ResolveWords.compile(
            {**context, "basis": words["basis"]}, sharing, phrases, _place_of(regions, deictics), _points_at(regions)
        ),
        validator=Validator(indicators.get, confidences(known.table("confidence.tsv"))),
        published=date.fromisoformat(published) if isinstance(published, str) else published,
        place=place,
    )


def _recogniser(known: Knowledge, regions: Regions, forms: PlaceForms, phrases: Phrases) -> Recogniser:
    numeral_words, units = known.yaml("numerals"), known.yaml("units")
    numerals = Numerals.compile(numeral_words, tails(units, [*numeral_words["small"], *numeral_words["big"]]))
    organisations = known.yaml("organisations")
    return Recogniser(
        figures=QuantityGrammar.compile(
            numerals, units, known.yaml("bounds"), known.yaml("named_numbers"), words=known.yaml("idioms")["words"]
        ),
        times=TimeGrammar.compile(numerals, known.yaml("times")),
        currencies=Currencies.compile(known.yaml("currencies")),
        regions=regions,
        forms=forms,
        organisations=Organisations.compile(organisations, sorted(phrases.nominal)),
        brands=Brands.compile(organisations),
        people=People.compile(known.yaml("people"), known.yaml("places")["sounds"]),
        papers=(*known.yaml("words")["papers"], *organisations["laws"]),
        honoured=honoured(known.yaml("words")["listed"]),
        firm=tuple(organisations["firm"]),
    )


def honoured(verbs: Mapping[str, str]) -> re.Pattern[str]:
    """获评“…”: the title that a verb gives, its group what stands in the quotation marks."""
    return re.compile(f"(?:{alternation(dict(verbs))})(?:[^，。；！？“”]{{0,14}})“([^“”]{{4,24}})”")


def _words(cutter: Tokenizer) -> Callable[[str], Tokens]:
    return lambda text: tokens_of(cutter.tag(text), 0)


def _place_of(regions: Regions, deictics: Container[str]) -> Callable[[str], Place | None]:
    return lambda name: None if name in deictics else regions.resolve(name)


def _points_at(regions: Regions) -> Callable[[str, Place], bool]:
    return lambda word, place: regions.deictic(word, place) == place


def indicator_names(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Every name of an indicator → its standard name."""
    names: dict[str, str] = {}
    for row in rows:
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            names[name] = row["name"]
    return names


def confidences(rows: Iterable[Mapping[str, str]]) -> dict[str, float]:
    """Rule id → the confidence of its records; a rule that has no row was not measured."""
    return {row["rule"]: float(row["confidence"]) for row in rows}


def text_source(text: str, *, published: date | str | None = None, place: str | None = None) -> Source:
    """A text handed over in Python as a source; its id is `text`."""
    data = text.encode("utf-8", "surrogatepass")
    day = date.fromisoformat(published) if isinstance(published, str) else published
    return Source("text", text, hashlib.sha256(data).hexdigest(), len(data), published=day, place=place)
