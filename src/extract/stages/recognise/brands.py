"""Short names of firms, which no ending tells, from what stands around them: 子公司|恒某材 获评."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.data import Article, Label, Mention, Tokens
from extract.engine.lexicon import Lexicon
from extract.stages.recognise.called import Called
from extract.stages.recognise.clause_heads import ClauseHeads
from extract.stages.recognise.contests import Contests
from extract.stages.recognise.list_mates import ListMates
from extract.stages.recognise.listed_bodies import ListedBodies
from extract.stages.recognise.seated_names import SeatedNames
from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.sides import Sides
from extract.stages.recognise.trade_kin import TradeKin
from extract.stages.recognise.traits import Traits

_LONGEST = 4
_SHORTEST = 2
_FIRST = 3
"""Sentences, the headline included, in which a text about a firm names it."""
_WHOLE = ("nz", "nrt", "nt", "eng", "nr", "x")
"""Tags of words that may be a firm's name by themselves."""
_STOPS = ("p", "c", "u", "r", "d", "x", "m", "t", "y", "f")
_MARKS = ("p", "c", "u", "x", "m", "y")
"""Tags of characters that are words by themselves wherever they stand."""
_LOOSE = ("zg", "f")
"""Tags of single characters that are no word where another one follows: 中国|中|车."""
_COMMON = ("v", "vn", "a", "b", "f", "s")
_NOUN = "n"
_WORD = ("n", "b", "a", "v", "ns", "l")
"""Tags of a word of the language that a firm may be called by: 大山."""
_COMMON_NOUNS = ("n", "t", "b", "vn")
_GOES_ON = ("v", "p", "d", "u", "c", "x", "m", "t", "a", "n", "j")


@dataclass(frozen=True, slots=True)
class Brands:
    """Built by `compile` from knowledge/organisations.yaml."""

    presents: Lexicon[None]
    """What a firm is called by before its name: 子公司."""
    marks: Lexicon[None]
    """What follows a firm's name and nothing else: 股价, 董事长."""
    owned: Lexicon[None]
    """Those of them before which a word of the language may be a name that comes again: 大山|创始人."""
    acts: Lexicon[None]
    """What a firm does, and others too: 推出; a name must come again."""
    called: Called
    plain: frozenset[str]
    heads: ClauseHeads
    contests: Contests
    mates: ListMates
    seated: SeatedNames
    listed: ListedBodies
    traits: Traits
    kin: TradeKin
    sides: Sides
    stops: frozenset[str]
    """Words that no name holds."""
    nations: frozenset[str]
    """Countries behind which any two characters may be a firm's own: 中国|中车."""
    common: frozenset[str]
    """Words that look like a state firm's name: 中医药."""
    general: frozenset[str]
    """Words that many firms or bodies are called by."""
    of_places: tuple[str, ...]
    """What stands behind a place's name and no firm's: 地区."""
    final: tuple[str, ...]
    """How a word ends that the dictionary knows as a body."""
    talk: re.Pattern[str]
    """What shows that a text tells of a firm, and of no trade: 公司, 财报."""
    national: frozenset[str]
    """A state firm's first character, before its trade alone: 中|石油."""
    trades: Lexicon[None]
    """Endings of names that come again whatever stands before them: 海豚|航空, 机管|局."""

    @classmethod
    def compile(cls, data: Mapping[str, Any], families: str, sounds: str) -> Brands:
        """`families` are surnames that are seldom words, `sounds` transcribe. Raises KeyError for a missing list."""
        return cls(
            Lexicon(dict.fromkeys(data["presents"])),
            Lexicon(dict.fromkeys(data["marks"])),
            Lexicon(dict.fromkeys(data["owned"])),
            Lexicon(dict.fromkeys(data["acts"])),
            Called.compile(data),
            frozenset(data["plain"]),
            ClauseHeads.compile(data),
            Contests.compile(data),
            ListMates.compile(data, families),
            SeatedNames.compile(data),
            ListedBodies.compile(data),
            Traits.compile(data),
            TradeKin.compile(data),
            Sides.compile(data, sounds),
            frozenset(data["stops"]),
            frozenset(data["nations"]),
            frozenset(data["common_heads"]),
            frozenset((*data["generic"], *data["common_heads"], *data["trade"], *data["firm"])),
            tuple(data["of_places"]),
            tuple(data["final"]),
            re.compile(data["talk"]),
            frozenset(data["national"]),
            Lexicon(dict.fromkeys((*data["trade"], *data["sections"]))),
        )

    def recognise(
        self,
        article: Article,
        tokens: Sequence[Tokens],
        places: Sequence[Mention],
        held: Sequence[Mention],
        lands: Sequence[Mention] = (),
    ) -> list[Mention]:
        """The short names that an article makes sure, wherever they stand outside the names `held`.

        A place may open one (某省|锂驰); those of `lands`, which are whole countries or at home, are no club's name.
        """
        near = sorted(places, key=lambda m: m.start)
        starts = [m.start for m in near]
        views = [
            SentenceView.of(
                article.text(sentence.start, sentence.end),
                sentence.start,
                words,
                near[bisect_left(starts, sentence.start) : bisect_left(starts, sentence.end)],
            )
            for sentence, words in zip(article.sentences, tokens, strict=True)
        ]
        taken = {at for m in held for at in range(m.start, m.end)}
        sure: set[str] = set()
        likely: list[str] = []
        heads: list[str] = []
        sure |= set(self.seated.find(article, views))
        whole = {(m.start, m.end) for m in lands}
        fixed = taken | {at for span in whole for at in range(*span)}
        sure |= self.sides.find(article, views, fixed)
        for seen in views:
            sure |= set(self.called.find(seen.text))
            sure |= {
                article.text(*span)
                for span in (*self.contests.find(seen), *self.listed.find(seen))
                if taken.isdisjoint(range(*span))
            }
            for found, doubtful in ((self._around(seen), likely), (self.heads.find(seen), heads)):
                for span, certain in found:
                    if span not in whole and taken.isdisjoint(range(*span)):
                        (sure.add if certain else doubtful.append)(article.text(*span))
        sure |= {name for name in likely if likely.count(name) > 1}
        bodies = {article.text(m.start, m.end) for m in held if m.label is Label.ORG}
        sure |= self.traits.find(views, sure | bodies)
        if not sure and self._unnamed(article, held):
            sure |= {name for name in heads if heads.count(name) > 1}
        sure |= set(self.kin.find(views, sure | bodies))
        for seen in views:
            sure |= {
                article.text(*span) for span in self.mates.find(seen, sure, held) if taken.isdisjoint(range(*span))
            }
        return list(_everywhere(views, sure, taken)) if sure else []

    def _unnamed(self, article: Article, held: Sequence[Mention]) -> bool:
        """Whether a text tells of a firm and begins with no body's name: else its 智能手机 is a line of business."""
        first = article.sentences[:_FIRST][-1].end if article.sentences else article.end
        named = any(m.label is Label.ORG and m.start < first for m in held)
        return not named and self.talk.search(article.text(article.start, article.end)) is not None

    def _around(self, seen: SentenceView) -> Iterator[tuple[tuple[int, int], bool]]:
        """The names beside a telling word, each with whether that word makes it sure."""
        for _, end, _ in self.presents.find(seen.text, seen.offset):
            span = self._from(seen, end)
            if span is not None:
                yield span, True
        for start, end in seen.place_starts.items():
            if seen.offset <= start < seen.offset + len(seen.text) and end - start == _SHORTEST:
                name = seen.text[start - seen.offset : end - seen.offset]
                behind = seen.word_at(end)
                if (
                    name in self.stops
                    or end in seen.place_starts
                    or (
                        behind is not None
                        and behind[1] == "nt"
                        and not seen.text.endswith(self.final, 0, behind[0] - seen.offset)
                    )
                ):
                    continue  # 全国|普惠型, 某市|航空展
                nation = name in self.nations
                span = self._from(seen, end, whole=nation)
                if span is not None and _SHORTEST <= span[1] - span[0] < _LONGEST:
                    yield (start, span[1]), False
        for start, end, _ in self.trades.find(seen.text, seen.offset):
            span = self._before_trade(seen, start, end)
            if span is not None:
                yield span, False
        for words, certain in ((self.marks, True), (self.acts, False)):
            for start, _, _ in words.find(seen.text, seen.offset):
                span = self._up_to(seen, start)
                if span is not None and not self.mates.is_person(seen, *span):
                    yield span, certain

        for start, _, _ in self.owned.find(seen.text, seen.offset):
            span = self._word_to(seen, start)
            if span is not None:
                yield span, False

    def _before_trade(self, seen: SentenceView, start: int, end: int) -> tuple[int, int] | None:
        """海豚|航空: a word or loose characters before a trade, with a phrase's beginning before and a verb behind."""
        word, tag = seen.word_before(end)
        if not seen.ends_word(end) or start <= seen.offset or (word < start and tag == _NOUN):
            return None  # 新能源|汽车 is one word
        at = start
        while at > seen.offset and start - at < _SHORTEST:
            word, tag = seen.word_before(at)
            loose = at - word == 1 and seen.char(word) not in self.stops and not tag.startswith(_MARKS)
            if (tag.startswith(_STOPS) and not loose) or (at - word > 1 and tag in _COMMON) or at in seen.place_ends:
                break
            at = word
        follows = seen.tag_after(end)
        size = start - at
        state = seen.char(start - 1) in self.national and start not in seen.place_ends
        if state and seen.opens_phrase(start - 1) and seen.word_before(start)[0] == start - 1:
            return None if seen.text[start - 1 - seen.offset : end - seen.offset] in self.common else (start - 1, end)
        if not _SHORTEST <= size < _LONGEST or not seen.opens_phrase(at) or (follows and follows[0] not in "vpdcxut"):
            return None
        return None if self.plain.issuperset(seen.text[at - seen.offset : start - seen.offset]) else (at, end)

    def _from(self, seen: SentenceView, start: int, *, whole: bool = False) -> tuple[int, int] | None:
        at = start
        while at - start < _LONGEST:
            word = seen.word_at(at)
            if word is None or not self._may_hold(seen.text[at - seen.offset : word[0] - seen.offset], word[1]):
                break
            at = word[0]
            if at - start > 1 and word[0] - start == at - start and len(seen.words(start, at)) == 1:
                break
        return self._name(seen, start, at, plain=whole)

    def _up_to(self, seen: SentenceView, end: int) -> tuple[int, int] | None:
        at = end
        while at > seen.offset and end - at < _LONGEST:
            word, tag = seen.word_before(at)
            text = seen.text[word - seen.offset : at - seen.offset]
            if end - word > _LONGEST + 2 or not self._may_hold(text, tag):
                break
            at = word
            if len(text) > 1:
                break
        return self._name(seen, at, end) if at < end and seen.opens_phrase(at) else None

    def _word_to(self, seen: SentenceView, end: int) -> tuple[int, int] | None:
        """A word of the language before what only a firm has, which must come so again: 大山|创始人, 大山|股价."""
        start, tag = seen.word_before(end) if end > seen.offset else (end, "")
        text = seen.part(start, end)
        plain = text in self.stops or text in self.general or not text.isalpha() or text.isascii()
        if plain or not _SHORTEST <= len(text) < _LONGEST or not tag.startswith(_WORD) or start in seen.place_starts:
            return None
        return (start, end) if seen.opens_phrase(start) and not text.endswith(self.heads.kinds) else None

    def _may_hold(self, text: str, tag: str) -> bool:
        if len(text) == 1:
            return not tag.startswith(_STOPS) or tag in _LOOSE
        return tag.startswith(_WHOLE) and text.isalnum()

    def _name(self, seen: SentenceView, start: int, end: int, *, plain: bool = False) -> tuple[int, int] | None:
        words = seen.words(start, end)
        text = "".join(words)
        many = seen.text[start - seen.offset : end - seen.offset] in self.general  # 上市公司|披露
        if many or not self.stops.isdisjoint(words) or seen.text.startswith(self.of_places, end - seen.offset):
            return None
        if len(text) < _SHORTEST or (self.plain.issuperset(text) and not plain) or text.isdigit():
            return None
        single = all(len(word) == 1 for word in words)
        whole = len(words) == 1
        if not (single or whole) or not seen.ends_word(end):
            return None
        follows = seen.tag_after(end)
        if plain and whole and seen.tag_of(start, end).startswith(_COMMON_NOUNS):
            return None  # 中国|华服
        return (start, end) if not follows or follows.startswith(_GOES_ON) else None


def _everywhere(views: Sequence[SentenceView], names: set[str], taken: set[int]) -> Iterator[Mention]:
    lexicon: Lexicon[None] = Lexicon(dict.fromkeys(names))
    for seen in views:
        for start, end, _ in lexicon.find(seen.text, seen.offset):
            if taken.isdisjoint(range(start, end)) and seen.ends_word(end) and seen.word_at(start) is not None:
                yield Mention(start, end, Label.ORG)
