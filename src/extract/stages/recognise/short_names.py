"""What an article calls a firm after its full name: 恒某重工 of 恒某重工有限公司, 甲钢 of 甲钢集团."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.data import Article, Label, Mention, Tokens
from extract.engine.lexicon import Lexicon
from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.word_bounds import occurrences

_PROPER = frozenset({"nr", "nrt", "nrfg", "nz", "nt", "eng"})
_FULL = 4
"""A firm's form of this length (有限公司) makes any stem a name."""
_BRAND = 4
_WORD = 2
_SHORT = 8
_FAMILY, _FAMILY_SIZES = 2, (2, 3)
"""How often a group's own characters come without its form, at least, to be its name."""


@dataclass(frozen=True, slots=True)
class ShortNames:
    """Built by `compile` from knowledge/organisations.yaml."""

    forms: frozenset[str]
    trades: tuple[str, ...]
    groups: tuple[str, ...]
    """Forms that a single word before them makes a name: 集团."""
    generic: frozenset[str]
    """Words that name no single firm: 企业|集团."""
    plain: frozenset[str]

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> ShortNames:
        """Raises KeyError where a list is missing."""
        return cls(
            frozenset(data["firm"]),
            (*data["trade"], *data["finance"]),
            tuple(data["groups"]),
            frozenset((*data["generic"], *data["common_heads"])),
            frozenset(data["plain"]),
        )

    def of(self, seen: SentenceView, start: int, at: int, end: int) -> set[str]:
        """What an article may call the firm `start:end`, whose form begins at `at`: 恒某重工, 科某德."""
        if end - at >= _FULL:
            return self._of_full(seen, start, end)
        return {seen.text[start - seen.offset : at - seen.offset]} if self._is_one_name(seen, start, at) else set()

    def _of_full(self, seen: SentenceView, start: int, end: int) -> set[str]:
        start = seen.place_starts.get(start, start)
        words = list(reversed(seen.words(start, end)))
        stem = words[0]
        for word in words[1:]:
            if len(word) > 1 < len(stem):
                break
            stem += word
        shorts = {stem} if _FULL > len(stem) > _FULL - 2 and len(words[0]) < len(stem) else set()
        while words[-1] in self.forms:
            words.pop()
            if not words:
                return shorts
        whole = "".join(words)
        return shorts | {whole} if len(whole) <= _SHORT and whole.endswith(self.trades) and len(words) > 1 else shorts

    def again(self, article: Article, found: Sequence[Mention], shorts: Iterable[str]) -> list[Mention]:
        """Other places of a short name that was sure once, before a noun too, and the short names of full ones."""
        sure = (article.text(m.start, m.end) for m in found if m.normal is None and m.end - m.start <= _SHORT)
        names = {*shorts, *(name for name in sure if name.endswith((*self.trades, *self.groups)))}
        if not names:
            return []
        again = Lexicon(dict.fromkeys(names))
        return [
            Mention(start, end, Label.ORG)
            for sentence in article.sentences
            for start, end, _ in again.find(article.text(sentence.start, sentence.end), sentence.start)
        ]

    def families(
        self, article: Article, tokens: Sequence[Tokens], found: Sequence[Mention], places: Sequence[Mention]
    ) -> Iterator[Mention]:
        """Other places of a group's own two or three characters, where they open a clause: 恒车 of 恒车集团."""
        whole, stems = article.text(article.start, article.end), set()
        towns = {article.text(m.start, m.end) for m in places}
        for name in {article.text(m.start, m.end) for m in found}:
            form = next((f for f in self.forms if name.endswith(f)), "")
            stem = name.removesuffix(form) if form else ""
            alone = occurrences(whole, stem) - occurrences(whole, name) if len(stem) in _FAMILY_SIZES else 0
            if alone >= _FAMILY and stem not in self.generic and stem not in towns:
                stems.add(stem)
        again = Lexicon(dict.fromkeys(stems))
        for sentence, words in zip(article.sentences, tokens, strict=True) if stems else ():
            seen = SentenceView.of(article.text(sentence.start, sentence.end), sentence.start, words, ())
            for start, end, _ in again.find(seen.text, seen.offset):
                starts = seen.word_at(start) is not None and seen.ends_word(end)
                if starts and seen.opens_clause(start):
                    last = seen.word_at(end) if end < sentence.end else None
                    yield Mention(start, last[0] if last and last[1] == "nz" else end, Label.ORG)

    def _is_one_name(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether a stem is one name that may stand for the firm: 壳某|公司, 甲钢|集团, not 滨海|公司."""
        word = seen.text[start - seen.offset : end - seen.offset]
        coined = all(len(part) == 1 for part in seen.words(start, end)) and not self.plain.issuperset(word)
        proper = coined or seen.tag_of(start, end) in _PROPER or self.is_one_word(seen, start, end)
        return proper and start not in seen.place_starts and 1 < len(word) <= _BRAND

    def is_one_word(self, seen: SentenceView, start: int, at: int) -> bool:
        """Whether the stem is one short word that heads a clause and is no trade: 甲钢|集团, not 汽车|集团."""
        stem = seen.text[start - seen.offset : at - seen.offset]
        tag = seen.tag_of(start, at)
        heads = seen.opens_clause(start) or seen.word_before(start)[1].startswith(("t", "m"))
        named = tag.startswith(("n", "j")) and stem not in self.generic and not stem.endswith(self.trades)
        return heads and named and len(stem) == _WORD
