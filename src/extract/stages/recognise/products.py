"""Things that are made, launched or branded, by the form of their names: “云岭”号, 云岭A9样车, 风冷电池“云岭”.

Such a name stands in quotation marks beside the noun of its kind, or is a model beside that noun or behind its maker.
What a rule reads as somebody's product has its place in a record; these are mentions only.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.data import Article, Label, Mention, Quantity, Relation, Tokens
from extract.engine.patterns import alternation
from extract.stages.recognise.sentence import SentenceView

_QUOTED = re.compile("“([^“”，。；：！？、（）\n]{1,14})”")
_LONGEST = 14
"""Characters of the phrase of a kind."""
_TAGS = ("n", "vn", "vg", "b", "a", "eng", "j", "m", "l", "k", "g", "s", "f", "q")
"""Tags of the words of a kind's phrase; a verb stands in it behind another word (自动|驾驶|系统)."""
_FIGURES = (Label.QUANTITY, Label.NAMED_NUMBER, Label.ORDINAL, Label.TIME)
_WHOLE = (Label.ORG, Label.PLACE, Label.PERSON, Label.POLICY, Label.HONOR, Label.EVENT)
_TITLE, _GIVEN_TO = "honor", "recipients"
_MADE = 5
"""Characters of a kind's phrase that says which thing was made."""
_BRAND = 4
_PROPER, _BRANDED = ("nz", "nr", "ns", "nt", "j", "eng", "m", "q"), ("nz", "nr")
_LOOSE = ("u", "p", "c", "v", "r", "d", "x")


@dataclass(frozen=True, slots=True)
class Products:
    """Built by `compile` from knowledge/products.yaml and the kinds that rules know."""

    kinds: tuple[str, ...]
    marks: re.Pattern[str]
    """号, 牌 and the like right behind a closing mark."""
    not_marks: tuple[str, ...]
    """What begins with one of them and is another noun: 号线."""
    numbered: re.Pattern[str]
    model: re.Pattern[str]
    numbers: re.Pattern[str]
    no_models: re.Pattern[str]
    no_makers: tuple[str, ...]
    """How a body ends that makes nothing: 队."""
    made: re.Pattern[str]
    goods: re.Pattern[str]
    """What makes a title that of a thing: 名优, 产品."""
    bare: re.Pattern[str]
    """What stands before a name and is no part of it: 国产, 首台."""
    inner: frozenset[str]
    """Words of other tags inside a kind's phrase: 自动."""
    samples: tuple[str, ...]
    """What is no kind behind a model: 样车."""
    series: tuple[str, ...]
    stops: frozenset[str]
    others: tuple[str, ...]

    @classmethod
    def compile(cls, data: Mapping[str, Any], kinds: Sequence[str]) -> Products:
        """`kinds` are nouns of things besides those of `data`. Raises KeyError where a list is missing."""
        return cls(
            kinds=tuple(dict.fromkeys(kind for kind in (*data["kinds"], *kinds) if kind not in data["no_kinds"])),
            marks=re.compile(alternation(data["marks"])),
            not_marks=tuple(data["not_marks"]),
            numbered=re.compile(data["numbered"]),
            model=re.compile(f"(?<![A-Za-z0-9.-]){data['model']}"),
            numbers=re.compile(data["numbers"]),
            no_models=re.compile(data["no_models"]),
            no_makers=tuple(data["no_makers"]),
            made=re.compile(data["made"] + data["claims"]),
            goods=re.compile(data["goods"]),
            bare=re.compile(data["claims"]),
            inner=frozenset(data["inner"]),
            samples=tuple(data["samples"]),
            series=tuple(data["series"]),
            stops=frozenset(data["stops"]),
            others=tuple(data["others"]),
        )

    def find(self, article: Article, tokens: Sequence[Tokens], mentions: Sequence[Mention]) -> list[Mention]:
        """The products of an article in text order; `mentions` are what it is known to hold."""
        wholes = [m for m in mentions if m.label in _WHOLE]
        found: list[tuple[int, int]] = []
        for sentence, words in zip(article.sentences, tokens, strict=True):
            seen = SentenceView.of(article.text(sentence.start, sentence.end), sentence.start, words, ())
            near = [m for m in mentions if sentence.start <= m.start < sentence.end]
            found += [*self._quoted(seen, near), *self._models(seen, near), *self._made(seen)]
        found = [(self._named(article, start, end), end) for start, end in found]
        found += self._again(article, found)
        spans: list[tuple[int, int]] = []
        for start, end in sorted(set(found), key=lambda span: (span[0] - span[1], span)):
            apart = all(end <= low or high <= start for low, high in spans)
            if apart and all(_free(start, end, m) for m in wholes):
                spans.append((start, end))
        return [Mention(start, end, Label.PRODUCT) for start, end in sorted(spans)]

    def _named(self, article: Article, start: int, end: int) -> int:
        """Where a name begins behind what is only said of it: 首台|盾构机“云岭”."""
        front = self.bare.match(article.text(start, end))
        return start + front.end() if front and start + front.end() < end else start

    def honoured(
        self, article: Article, relations: Iterable[Relation], mentions: Sequence[Mention]
    ) -> Iterator[Mention]:
        """The things to which a title was given: by their kind, or in quotation marks where the title is a thing's.

        Its maker in front, one of `mentions`, is no part of its name.
        """
        makers = {m.start: m.end for m in mentions if m.label is Label.ORG}
        for relation in relations:
            title = [article.text(*span) for filler in relation.slots.get(_TITLE, ()) for span in filler.spans]
            for filler in relation.slots.get(_GIVEN_TO, ()):
                if filler.inherited or len(filler.spans) != 1:
                    continue
                start, end = filler.spans[0]
                text = article.text(start, end)
                name = _QUOTED.fullmatch(text) or _QUOTED.fullmatch(article.text(start - 1, end + 1))
                if name and any(self.goods.search(word) for word in title):
                    yield Mention(start + (name[0] == text), end - (name[0] == text), Label.PRODUCT)
                elif text.endswith(self.kinds) and end - makers.get(start, start) >= _MADE:
                    yield Mention(makers.get(start, start), end, Label.PRODUCT)

    def _quoted(self, seen: SentenceView, near: Sequence[Mention]) -> Iterator[tuple[int, int]]:
        """“云岭”号客船, “云岭”牌水泵, “云岭”轻卡, 化学品船“云岭”轮."""
        for found in _QUOTED.finditer(seen.text):
            start, end = found.start() + seen.offset, found.end() + seen.offset
            if seen.text.startswith(self.not_marks, found.end()):
                continue
            mark = self.marks.match(seen.text, found.end())
            behind = end + len(mark[0]) if mark else end
            tail = self._tail(seen, behind)
            lead = self._lead(seen, start, near)
            if lead < start:
                yield lead, behind
            elif tail > behind:
                yield start, tail
            elif mark and not self._goes_on(seen, behind):
                yield start, behind
            elif self.numbered.fullmatch(found[1]) and not self._goes_on(seen, end):
                yield start + 1, end - 1

    def _models(self, seen: SentenceView, near: Sequence[Mention]) -> Iterator[tuple[int, int]]:
        """云岭A9样车, 机器人HX-210, HC60支线客机, and 云岭15系列 of a firm 云岭."""
        bodies = (m for m in near if m.label is Label.ORG and m.end - m.start <= _BRAND)
        makers = {m.end: m.start for m in bodies if not seen.part(m.start, m.end).endswith(self.no_makers)}
        for found in self.model.finditer(seen.text):
            start, end = found.start() + seen.offset, found.end() + seen.offset
            if self.no_models.match(found[0]) and not makers.get(start):
                continue
            tail = self._kind(seen, end)
            brand = makers.get(start, self._brand(seen, start))
            lead = self._lead(seen, brand, near)
            if tail > end or lead < brand or start in makers:
                sample = seen.part(end, tail) in self.samples
                yield (lead if lead < brand and tail == end else brand), (end if sample else tail)
        for end, start in makers.items():
            number = self.numbers.match(seen.text, end - seen.offset)
            if number:
                yield start, self._kind(seen, number.end() + seen.offset)
        for found in self.numbered.finditer(seen.text):
            end = found.end() + seen.offset
            tail = self._tail(seen, end)
            start = self._brand(seen, found.start() + seen.offset, end)
            lead = self._lead(seen, start, near) if start < end else start
            if start < end and (tail > end or lead < start):
                yield (start if tail > end else lead), tail

    def _made(self, seen: SentenceView) -> Iterator[tuple[int, int]]:
        """What a verb of making has behind it, where it says which thing: 联合研制的|风冷电池."""
        for found in self.made.finditer(seen.text):
            start = found.end() + seen.offset
            end = self._tail(seen, start, verbs=True)
            if end - start >= _MADE:
                yield start, end

    def _again(self, article: Article, found: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int]]:
        """Other places of a name that stood in quotation marks, in such marks again."""
        text = article.clean.text
        names = {name[1] for start, end in found for name in _QUOTED.finditer(text[start:end])}
        for name in sorted(names):
            again = re.compile(f"(“)?{re.escape(name)}(?(1)”|(?={self.model.pattern}))")
            for hit in again.finditer(text, article.start, article.end):
                model = None if hit[1] else self.model.match(text, hit.end())
                yield (hit.start() + 1, hit.end() - 1) if hit[1] else (hit.start(), model.end() if model else hit.end())

    def _kind(self, seen: SentenceView, at: int) -> int:
        """Where a kind or 系列 right behind a model ends; `at` where there is none."""
        series = next((name for name in self.series if seen.text.startswith(name, at - seen.offset)), "")
        return self._tail(seen, at + len(series))

    def _tail(self, seen: SentenceView, at: int, *, verbs: bool = False) -> int:
        """Where the phrase of a kind that begins at `at` ends; `at` where there is none."""
        last, end = at, at
        while end < seen.offset + len(seen.text):
            word = seen.word_at(end)
            if word is None or word[0] - at > _LONGEST:
                break
            text = seen.part(end, word[0])
            may = self._may_be(text, word[1]) or (word[1] == "v" and len(text) > 1 and (end > at or verbs))
            if text in self.stops or text.isdigit() or not text.isalnum() or not may:
                break
            end = word[0]
            if seen.part(at, end).endswith(self.kinds):
                last = end
        return at if last > at and self._goes_on(seen, last) else last

    def _may_be(self, text: str, tag: str) -> bool:
        """Whether a word may stand in the phrase of a kind."""
        return tag.startswith(_TAGS) or text in self.inner or text.isascii()

    def _goes_on(self, seen: SentenceView, at: int) -> bool:
        """Whether a noun follows that makes another thing of it: “云岭”汽车|公司."""
        return seen.text.startswith(self.others, at - seen.offset)

    def _lead(self, seen: SentenceView, end: int, near: Sequence[Mention]) -> int:
        """Where the phrase of a kind that ends at `end` begins; `end` where there is none."""
        if not seen.part(max(seen.offset, end - 6), end).endswith(self.kinds):
            return end
        floor = max((m.end for m in near if m.end <= end and m.label in _WHOLE), default=seen.offset)
        counts = [m for m in near if m.label in _FIGURES and m.start < end]
        at = end
        while at > floor and end - at < _LONGEST:
            figure = next((m for m in counts if m.end == at), None)
            if figure is not None:
                sized = isinstance(figure.normal, Quantity) and (figure.normal.unit or "").isascii()
                return figure.start if sized or figure.label is Label.NAMED_NUMBER else at
            word, tag = seen.word_before(at)
            text = seen.part(max(word, floor), at)
            within = tag == "v" and len(text) > 1 and word > floor and seen.word_before(word)[1].startswith("n")
            if text in self.stops or not text.isalnum() or not (self._may_be(text, tag) or within):
                break
            at = max(word, floor)
        return at if end - at > 1 else end

    def _brand(self, seen: SentenceView, at: int, end: int = 0) -> int:
        """Where the maker's name that runs up to a model begins: 云|岭|A9; `at` where nothing stands before it.

        With `end`, where the name of a numbered thing that ends there begins, at `at` or behind.
        """
        low = at if end else max(seen.offset, at - _BRAND)
        start = end or at
        while start > low:
            word, tag = seen.word_before(start)
            text = seen.part(word, start)
            proper = tag.startswith(_PROPER if end else _BRANDED)
            coined = len(text) == 1 and text not in self.stops and not tag.startswith(_LOOSE)
            kind = start < end and len(text) > 1 and text.endswith(self.kinds)  # 人造卫星|云台一号
            if word < low or kind or text in self.stops or not (proper or coined or (end and tag.startswith("n"))):
                break
            start = word
        return start


def _free(start: int, end: int, other: Mention) -> bool:
    """Whether a product may stand beside another name: apart from it, or around it."""
    apart = other.end <= start or end <= other.start
    return apart or (start <= other.start and other.end <= end and (start, end) != (other.start, other.end))
