"""A sentence as one string of symbols: characters, and one private-use character for each mention.

Rules match on symbols, so a figure of any length is one symbol and a pattern never looks inside a name. Neighbouring
figures of one kind (74家、169家和461项) collapse into one LIST symbol.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from unicodedata import category

from extract.data import Dimension, Label, Mention, Quantity, Sentence, Tokens
from extract.engine.quantities.ratios import MARKS

_FIRST = 0xE000
SINGLE = {dimension: chr(_FIRST + i) for i, dimension in enumerate(Dimension)}
LIST = {dimension: chr(_FIRST + 0x20 + i) for i, dimension in enumerate(Dimension)}
NAMES: dict[Label, str] = {
    label: chr(_FIRST + 0x40 + i) for i, label in enumerate(Label) if label is not Label.QUANTITY
}

CODED = frozenset(
    {Label.QUANTITY, Label.TIME, Label.ORDINAL, Label.ORG, Label.PLACE, Label.PERSON, Label.TITLE, Label.POLICY}
)
"""What becomes a symbol. Other names are read as text: their inside is what open slots are made of."""

CLAUSE_MARKS = "，。；：！？…—\n"
ITEM_MARK = "、"
PAUSE = "，"
_PAUSE = re.compile(rf"(?:(?<=[^\x00-\x7f]) | (?=[^\x00-\x7f]))(?!{NAMES[Label.PERSON]})")
"""A space beside a Chinese character or a mention, which the clean stage leaves only where it stands for a comma; none
before a person (县长 江某)."""

CLASSES: dict[str, str] = {
    **{dimension.value: SINGLE[dimension] for dimension in Dimension},
    **{f"[{dimension.value}]": LIST[dimension] for dimension in Dimension},
    **{label.value: symbol for label, symbol in NAMES.items()},
    "AMOUNT": "".join(SINGLE[d] for d in (Dimension.MONEY, Dimension.COUNT, Dimension.PHYSICAL, Dimension.RATE)),
    "QUANTITY": "".join(SINGLE[d] for d in Dimension if d is not Dimension.DURATION),
    "NAME": NAMES[Label.ORG] + NAMES[Label.PLACE],
}
CLASSES["RANK"] = NAMES[Label.ORDINAL]
CLASSES["[AMOUNT]"] = "".join(LIST[d] for d in (Dimension.MONEY, Dimension.COUNT, Dimension.PHYSICAL, Dimension.RATE))
CLASSES["[QUANTITY]"] = "".join(LIST[d] for d in Dimension if d is not Dimension.DURATION)
CLASSES |= {f"{name}+": CLASSES[name] + CLASSES[f"[{name}]"] for name in list(CLASSES) if f"[{name}]" in CLASSES}
QUANTITIES = CLASSES["QUANTITY"] + CLASSES["[QUANTITY]"] + SINGLE[Dimension.DURATION] + LIST[Dimension.DURATION]

_TAGS = {Label.QUANTITY: "m", Label.TIME: "t", Label.ORDINAL: "m", Label.ORG: "nt", Label.PLACE: "ns"}

_LISTED = frozenset({Label.QUANTITY, Label.ORDINAL})
"""Mentions that are one symbol where several follow each other."""
_GROWTHS = {Dimension.PERCENT, Dimension.MULTIPLE}
"""Kinds that stand in one list of growth: 9.4%、1.6倍和43.8%."""
_AMOUNTS = {Dimension.MONEY, Dimension.COUNT, Dimension.PHYSICAL}
"""Kinds that stand in one list where it is one of metrics, too: 5亿吨公里、3万人和7万吨."""
_QUOTES = str.maketrans("", "", "“”‘’\"'「」『』\n \u3000")


def plain(text: str) -> str:
    """A clean text as a slot's value: without quotation marks, line breaks and spaces between Han characters."""
    if " " in text:
        text = "".join(
            c
            for i, c in enumerate(text)
            if c != " " or (0 < i < len(text) - 1 and text[i - 1].isascii() and text[i + 1].isascii())
        )
        return " ".join(part.translate(_QUOTES) for part in text.split(" "))
    return text.translate(_QUOTES)


def says(symbol: str) -> bool:
    """Whether a symbol is a letter, a digit or a mention: a phrase of marks alone (/) is none."""
    return symbol.isalnum() or category(symbol) == "Co"


@dataclass(frozen=True, slots=True)
class Coded:
    """Symbols of one sentence, each with its clean span, its mentions (none for a character) and its word."""

    text: str
    clean: str
    """The clean text that the spans point into."""
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    mentions: dict[int, tuple[Mention, ...]]
    words: tuple[int, ...]
    """The symbol at which the word of each symbol starts."""
    tags: tuple[str, ...]
    """The part-of-speech tag of each symbol's word."""

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The clean span of the symbols `start:end`."""
        return self.starts[start], self.ends[end - 1]

    def surface(self, start: int, end: int) -> str:
        """The clean text of the symbols `start:end`."""
        return self.clean[self.starts[start] : self.ends[end - 1]] if start < end else ""

    def at(self, position: int) -> int:
        """The symbol that holds the clean offset `position`."""
        return bisect_right(self.starts, position) - 1

    def word_end(self, at: int) -> int:
        """Where the word of the symbol `at` ends."""
        word, end = self.words[at], at + 1
        while end < len(self.text) and self.words[end] == word:
            end += 1
        return end

    def following(self, at: int) -> str:
        """The word at the symbol `at`; empty behind the last."""
        return self.text[at : self.word_end(at)] if at < len(self.text) else ""

    def after_names(self, start: int, end: int) -> int:
        """The first symbol of `start:end` that is no name of an owner."""
        return next((i for i in range(start, end) if self.text[i] not in CLASSES["NAME"]), end)

    def clause_start(self, at: int) -> int:
        """The first symbol of the clause that holds the symbol `at`."""
        return max(self.text.rfind(mark, 0, at) for mark in CLAUSE_MARKS) + 1


def encode(text: str, sentence: Sentence, tokens: Tokens, mentions: Sequence[Mention], joins: Iterable[str]) -> Coded:
    """Encode one sentence of the clean `text`.

    `mentions` are those of the sentence in text order; of nested ones the outermost coded label is the symbol.
    `joins` are the words that may stand between two figures of a list (和 及 与, beside the item mark).
    """
    units = _units(text, outermost(mentions), frozenset(joins) | {ITEM_MARK})
    symbols: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    held: dict[int, tuple[Mention, ...]] = {}
    at = sentence.start
    for unit in units:
        start, end = unit[0].start, unit[-1].end
        symbols.append(text[at:start])
        starts.extend(range(at, start))
        ends.extend(range(at + 1, start + 1))
        held[len(starts)] = unit
        symbols.append(_symbol(unit))
        starts.append(start)
        ends.append(end)
        at = end
    symbols.append(text[at : sentence.end])
    starts.extend(range(at, sentence.end))
    ends.extend(range(at + 1, sentence.end + 1))
    words, tags = _align(starts, held, tokens)
    return Coded(_PAUSE.sub(PAUSE, "".join(symbols)), text, tuple(starts), tuple(ends), held, words, tags)


def outermost(mentions: Sequence[Mention]) -> list[Mention]:
    """The coded mentions that lie in no other coded mention; of equal spans the first given."""
    kept: list[Mention] = []
    for mention in sorted((m for m in mentions if m.label in CODED), key=lambda m: (m.start, -m.end)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _units(text: str, mentions: Sequence[Mention], joins: frozenset[str]) -> list[tuple[Mention, ...]]:
    units: list[tuple[Mention, ...]] = []
    for mention in mentions:
        if units and _continues(text, units[-1][-1], mention, joins):
            units[-1] = (*units[-1], mention)
        else:
            units.append((mention,))
    return units


def _continues(text: str, last: Mention, mention: Mention, joins: frozenset[str]) -> bool:
    if last.label is not mention.label or last.label not in _LISTED:
        return False
    one, other, between = last.normal, mention.normal, text[last.end : mention.start]
    if not isinstance(one, Quantity) or not isinstance(other, Quantity):
        return False
    if last.label is Label.ORDINAL:  # 第5位|和|第4位, but not 第一|、|第二产业
        return between in joins and text[last.end - 1] == text[mention.end - 1]
    if between.strip() in MARKS:  # 6.2∶45.3∶48.5
        return one.dimension is other.dimension is Dimension.PERCENT
    if between not in joins:
        return False
    return _of_a_kind(one.dimension, other.dimension) or (
        {one.dimension, other.dimension} <= _AMOUNTS and _stands_alone(text, mention.end, joins)
    )


def _stands_alone(text: str, end: int, joins: frozenset[str]) -> bool:
    """Whether no noun stands behind a figure: 客运量、货运量分别为3万人|和|5万吨|，, not 3亿元、20个|项目."""
    after = text[end : end + 1]
    return not after or after.isspace() or after in CLAUSE_MARKS or after in joins


def _of_a_kind(one: Dimension, other: Dimension) -> bool:
    return one is other or {one, other} == _GROWTHS


def _symbol(unit: tuple[Mention, ...]) -> str:
    normal = unit[0].normal
    if unit[0].label is Label.QUANTITY and isinstance(normal, Quantity):
        return (LIST if len(unit) > 1 else SINGLE)[normal.dimension]
    return NAMES[unit[0].label]


def _align(
    starts: Sequence[int], held: dict[int, tuple[Mention, ...]], tokens: Tokens
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """The word and the tag of each symbol; a mention is a word of its own, and cuts a word that it overlaps."""
    words: list[int] = []
    tags: list[str] = []
    token, count = 0, len(tokens.starts)
    last = -1
    for i, start in enumerate(starts):
        while token < count and tokens.ends[token] <= start:
            token += 1
        if i in held:
            words.append(i)
            tags.append(_TAGS.get(held[i][0].label, "n"))
            last = -1
            continue
        words.append(words[-1] if token == last else i)
        tags.append(tokens.tags[token] if token < count else "x")
        last = token
    return tuple(words), tuple(tags)


def on_symbols(source: str) -> re.Pattern[str]:
    """An expression on the symbols of a sentence: <MONEY> and the like stand for mentions."""
    return re.compile(re.sub(r"<([A-Z]+)>", lambda found: f"[{CLASSES[found[1]]}]", source))
