"""The frozen carriers, in the order in which data flows through the pipeline.

All `start`/`end` pairs here are code-point offsets, end-exclusive, into the *clean* text of a source, unless a
name says `raw`. `CleanText.offsets` takes them home to the source's decoded raw text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from types import MappingProxyType

EMPTY: Mapping[str, str] = MappingProxyType({})


# ---- a source, read -----------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Source:
    """One text as it came in: decoded, otherwise untouched (a BOM is dropped, newlines stay as they are)."""

    source_id: str
    text: str
    sha256: str
    size: int
    """Size of the input in bytes."""
    plain: bool = True
    """True where the input was plain UTF-8 text, so that offsets can be checked on the file itself."""
    title: str | None = None
    published: date | None = None
    place: str | None = None


@dataclass(frozen=True, slots=True)
class Rejection:
    """What could not be used, and why: one row of `rejects.jsonl`. Offsets are raw."""

    kind: str
    """`source`, `article` or `relation`."""
    source_id: str
    error: str
    """A stable code; docs/errors.md lists them."""
    message: str
    article_id: str | None = None
    start: int | None = None
    end: int | None = None


# ---- clean: raw text to clean text ----------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """Where each clean character came from: character `i` was read from `raw[starts[i]:ends[i]]`."""

    starts: Sequence[int]
    """An array where the map is long: a tuple takes ten times the memory."""
    ends: Sequence[int]

    def raw(self, start: int, end: int) -> tuple[int, int]:
        """The raw span of a clean span; an empty clean span maps to an empty raw span."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else (self.ends[-1] if self.ends else 0)
            return at, at
        return self.starts[start], self.ends[end - 1]


class BlockKind(StrEnum):
    """What a block of clean text is on its page."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    DIGEST = "digest"
    """The title of a text of several short items, over theirs."""
    ITEM_HEADING = "item_heading"
    """Heads one item of a digest: an article of its own."""
    ITEM = "item"
    """One item of a digest that has no heading: an article of its own."""
    PARAGRAPH = "paragraph"
    CAPTION = "caption"
    LIST_ITEM = "list_item"
    CELL = "cell"
    BYLINE = "byline"
    CHROME = "chrome"
    """Navigation, disclaimers, noise: kept, never read."""


@dataclass(frozen=True, slots=True)
class Block:
    start: int
    end: int
    kind: BlockKind


class Script(StrEnum):
    HANS = "hans"
    HANT = "hant"


@dataclass(frozen=True, slots=True)
class CleanText:
    """Simplified, width-folded, unwrapped text in blocks. Blocks are separated by one newline character."""

    source: Source
    text: str
    offsets: OffsetMap
    blocks: tuple[Block, ...]
    script: Script


# ---- divide: clean text to articles ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Place:
    """A place with its GB/T 2260 code (null outside China); `name` is the short full form, 大连市."""

    name: str
    code: str | None


@dataclass(frozen=True, slots=True)
class Sentence:
    start: int
    end: int
    kind: BlockKind
    section: int = 0
    """Counts the subheadings before it in its article: inheritance of periods stops where it changes."""
    borrowed: bool = False
    """Stands before its article, as a digest's title over a later item: context, which gives no mention or record."""


@dataclass(frozen=True, slots=True)
class Article:
    """One article of a source. `sentences` are in text order, without bylines and chrome; the headline's first."""

    clean: CleanText
    number: int
    start: int
    end: int
    title: str | None
    published: date | None
    place: Place | None
    bylines: tuple[str, ...]
    sentences: tuple[Sentence, ...]

    @property
    def article_id(self) -> str:
        """The id of its records: source_id#1, #2 …."""
        return f"{self.clean.source.source_id}#{self.number}"

    @property
    def headline(self) -> int | None:
        """The index of its headline, where that stands first, a digest's title apart."""
        first = next((i for i, sentence in enumerate(self.sentences) if sentence.kind is not BlockKind.DIGEST), None)
        return first if first is not None and self.sentences[first].kind is BlockKind.HEADLINE else None

    def text(self, start: int, end: int) -> str:
        """The clean text of a span."""
        return self.clean.text[start:end]


# ---- segment: sentences to words ------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tokens:
    """The words of one sentence: `starts[i]:ends[i]` (clean offsets) with the part-of-speech tag `tags[i]`.

    Tags are those of jieba's dictionary (n, v, a, d, p, …). Words are a hint, never the coordinate system.
    """

    starts: tuple[int, ...]
    ends: tuple[int, ...]
    tags: tuple[str, ...]


# ---- recognise: characters and words to mentions --------------------------------------------------------------


class Label(StrEnum):
    ORG = "ORG"
    PLACE = "PLACE"
    PERSON = "PERSON"
    TITLE = "TITLE"
    PRODUCT = "PRODUCT"
    PROJECT = "PROJECT"
    HONOR = "HONOR"
    POLICY = "POLICY"
    EVENT = "EVENT"
    INDICATOR = "INDICATOR"
    QUANTITY = "QUANTITY"
    TIME = "TIME"
    ORDINAL = "ORDINAL"
    NAMED_NUMBER = "NAMED_NUMBER"


class Bound(StrEnum):
    EXACT = "exact"
    ABOUT = "about"
    OVER = "over"
    AT_LEAST = "at_least"
    UNDER = "under"
    AT_MOST = "at_most"
    RANGE = "range"
    SCALE = "scale"


class Dimension(StrEnum):
    """The kind of a quantity, which decides what rules may read it. Derived from its row in the unit table."""

    PERCENT = "PERCENT"
    PP = "PP"
    MULTIPLE = "MULTIPLE"
    MONEY = "MONEY"
    COUNT = "COUNT"
    """Counted with a measure word (家 个 项 人次 …)."""
    PHYSICAL = "PHYSICAL"
    """Length, area, mass, energy, power, data …"""
    RATE = "RATE"
    """万吨/年, 元/吨."""
    DURATION = "DURATION"
    """3年, 40分钟, 90天: never a statistic."""
    NUMBER = "NUMBER"
    """A bare number without a unit."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure's value with 百/千/万/亿 multiplied out; `upper` only where `bound` is `range`."""

    value: Decimal
    unit: str | None
    bound: Bound
    dimension: Dimension
    upper: Decimal | None = None


class TimeKind(StrEnum):
    SPAN = "span"
    """A calendar stretch longer than a day."""
    DAY = "day"
    NOW = "now"
    """目前, 截至目前: the day of publication, or null."""
    RECENT = "recent"
    """日前, 近日, 近年来: null, and it ends what was inherited."""
    PART = "part"
    """Names no period itself (同期, 当时): resolved to one where the sentence gives it."""


@dataclass(frozen=True, slots=True)
class Period:
    """Inclusive dates. Either end may be open (None); both None where nothing is known."""

    start: date | None
    end: date | None
    kind: TimeKind = TimeKind.SPAN


@dataclass(frozen=True, slots=True)
class Mention:
    start: int
    end: int
    label: Label
    normal: Quantity | Period | Place | str | None = None
    reader: str | None = None
    """What read it where our rules did not: `lexicon`, or a model as the user named it (hanlp:…, spacy:…)."""

    def moved(self, offset: int) -> Mention:
        """The mention so many characters further on: from a sentence's offsets to its text's."""
        return Mention(self.start + offset, self.end + offset, self.label, self.normal)


# ---- relate and resolve: mentions to relations ----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Filler:
    """What fills a slot: its pieces in the clean text (several where a head was restored) and its text value."""

    spans: tuple[tuple[int, int], ...]
    text: str
    normal: Quantity | Period | Place | None = None
    inherited: bool = False

    def as_inherited(self, inherited: bool) -> Filler:
        """The same filler, come from context or not."""
        return self if inherited == self.inherited else Filler(self.spans, self.text, self.normal, inherited)


@dataclass(frozen=True, slots=True)
class Relation:
    """One fact as a rule read it: fillers by slot (list slots hold several) and codes (`measure`, `basis` …)."""

    record_type: str
    rule: str
    sentence: int
    """Index into the article's sentences."""
    start: int
    end: int
    slots: Mapping[str, tuple[Filler, ...]] = field(default_factory=dict)
    codes: Mapping[str, str | bool] = field(default_factory=dict)
    parent: int | None = None
    """Index of the relation that this one is a 其中 part of."""

    def having(
        self,
        slots: Mapping[str, tuple[Filler, ...]] | None = None,
        codes: Mapping[str, str | bool] | None = None,
    ) -> Relation:
        """The relation with other slots or codes; `dataclasses.replace`, of which a text asks thousands, is slow."""
        return Relation(
            self.record_type, self.rule, self.sentence, self.start, self.end,
            self.slots if slots is None else slots, self.codes if codes is None else codes, self.parent,
        )  # fmt: skip
