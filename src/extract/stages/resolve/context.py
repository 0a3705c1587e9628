"""What the steps of `resolve` look at, and how they give relations back."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from functools import cached_property, wraps
from typing import TypeVar, cast

from extract.data import Article, BlockKind, Filler, Label, Mention, Period, Relation
from extract.engine.coding import NAMES, Coded
from extract.stages.resolve.words import ResolveWords

STATISTIC = "statistic"
T = TypeVar("T")


@dataclass(frozen=True)
class Context:
    """One article as `relate` left it. Steps read it and give relations back; none changes it."""

    article: Article
    coded: tuple[Coded | None, ...]
    mentions: tuple[Mention, ...]
    words: ResolveWords
    things: tuple[Relation, ...] = ()
    """What was built, made, held or founded, as `relate` read it, in text order."""
    sites: tuple[Mention, ...] = ()
    """Ports, zones and other named places that are no divisions, in text order."""
    written: date | None = None
    """The day of publication, else the one on which the text places itself: 2024年4月18日，市统计局通报…"""

    @cached_property
    def answers(self) -> dict[object, object]:
        """What has been asked of the whole article, and the answers: see `once`."""
        return {}

    @cached_property
    def whole(self) -> str:
        """The clean text of the article."""
        return self.article.text(self.article.start, self.article.end)

    @cached_property
    def by_sentence(self) -> tuple[tuple[Mention, ...], ...]:
        """The mentions of each sentence, in text order."""
        out: list[list[Mention]] = [[] for _ in self.article.sentences]
        at = 0
        for mention in self.mentions:
            while at < len(out) and self.article.sentences[at].end <= mention.start:
                at += 1
            if at < len(out) and self.article.sentences[at].start <= mention.start:
                out[at].append(mention)
        return tuple(tuple(row) for row in out)

    @cached_property
    def _begins(self) -> tuple[int, ...]:
        return tuple(mention.start for mention in self.mentions)

    def begun(self, start: int, end: int) -> Sequence[Mention]:
        """The mentions that begin in a stretch of clean text, in text order."""
        return self.mentions[bisect_left(self._begins, start) : bisect_left(self._begins, end)]

    @cached_property
    def site_ends(self) -> dict[int, int]:
        """Where the sites begin and end, the longest of those that begin together."""
        return {m.start: m.end for m in sorted(self.sites, key=lambda m: m.end)}

    @cached_property
    def _blocks(self) -> tuple[int, ...]:
        return tuple(block.start for block in self.article.clean.blocks)

    def paragraph(self, index: int) -> int:
        """Which block of its source a sentence stands in."""
        return bisect_right(self._blocks, self.article.sentences[index].start)

    @cached_property
    def _starts(self) -> tuple[int, ...]:
        return tuple(sentence.start for sentence in self.article.sentences)

    def sentence_at(self, position: int) -> int:
        """The index of the sentence that holds a clean offset."""
        return max(0, bisect_right(self._starts, position) - 1)

    @cached_property
    def _ends(self) -> tuple[int, ...]:
        return tuple(sentence.end for sentence in self.article.sentences)

    def last_ended(self, position: int) -> int:
        """Where the last sentence begins that ends before a clean offset; where the article does, if none ends."""
        ended = bisect_right(self._ends, position)
        return self.article.sentences[ended - 1].start if ended else self.article.start

    def captioned(self, index: int) -> bool:
        """Whether a sentence stands in a caption, which speaks for itself alone."""
        return self.article.sentences[index].kind is BlockKind.CAPTION

    def sentence_text(self, index: int) -> str:
        """The clean text of a sentence."""
        sentence = self.article.sentences[index]
        return self.article.text(sentence.start, sentence.end)

    def before(self, relation: Relation, longest: int | None = None) -> str:
        """The relation's sentence up to its figure; no more than the `longest` last characters of it."""
        end, start = place(relation), self.article.sentences[relation.sentence].start
        return self.article.text(start if longest is None else max(start, end - longest), end)

    def coding(self, relation: Relation) -> Coded:
        """The sentence of a relation as the rules saw it."""
        coded = self.coded[relation.sentence]
        assert coded is not None
        return coded


def once(question: Callable[[Context], T]) -> Callable[[Context], T]:
    """A question about a whole article, asked for each of its relations and answered once."""

    @wraps(question)
    def answered(context: Context) -> T:
        if question not in context.answers:
            context.answers[question] = question(context)
        return cast(T, context.answers[question])

    return answered


def place(relation: Relation) -> int:
    """Where a relation stands: its figure, else its anchor, else its start (a clean offset)."""
    figures = relation.slots.get("quantity")
    return figures[0].spans[0][0] if figures and relation.record_type == STATISTIC else relation.start


def fill(relation: Relation, slot: str, filler: Filler, *, inherited: bool = False) -> Relation:
    """The relation with one slot more."""
    return relation.having(slots={**relation.slots, slot: (filler.as_inherited(inherited),)})


def code(relation: Relation, **codes: str | bool) -> Relation:
    """The relation with some codes set."""
    return relation.having(codes={**relation.codes, **codes})


def first(relation: Relation, slot: str) -> Filler | None:
    """The first filler of a slot, if it is filled."""
    fillers = relation.slots.get(slot)
    return fillers[0] if fillers else None


def shortened(filler: Filler, size: int) -> Filler:
    """The first characters of a filler."""
    start, end = filler.spans[0]
    return replace(filler, spans=((start, min(start + size, end)),), text=filler.text[:size])


def mapped(relations: Sequence[Relation], step: Callable[[Relation], Relation]) -> tuple[Relation, ...]:
    """Every relation through one step."""
    return tuple(step(r) for r in relations)


def period_of(mention: Mention) -> Period | None:
    """The period of a time mention."""
    return mention.normal if mention.label is Label.TIME and isinstance(mention.normal, Period) else None


NAME_SYMBOLS = NAMES[Label.ORG] + NAMES[Label.PLACE]


def without_taken(relations: Sequence[tuple[int, Relation]], slots: Sequence[str]) -> tuple[Relation, ...]:
    """The relations but for statistics whose figure fills one of the slots; each with its index before."""
    taken = {filler.spans[0] for _, r in relations for slot in slots for filler in r.slots.get(slot, ())}
    kept = [(i, r) for i, r in relations if r.record_type != STATISTIC or r.slots["quantity"][0].spans[0] not in taken]
    return renumbered(kept)


def renumbered(relations: Sequence[tuple[int, Relation]]) -> tuple[Relation, ...]:
    """The relations with the indices of totals counted anew; one whose total is gone is no part any more."""
    moved: dict[int, int] = {}
    for new, (old, _) in enumerate(relations):
        moved.setdefault(old, new)
    return tuple(r if r.parent is None else replace(r, parent=moved.get(r.parent)) for _, r in relations)
