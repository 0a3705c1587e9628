"""Organisations by their structure: an ending, and before it a stem that names something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.data import Article, Label, Mention, Sentence, Tokens
from extract.engine.lexicon import Found, Lexicon
from extract.stages.recognise.known_bodies import KnownBodies
from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.short_names import ShortNames
from extract.stages.recognise.trade_names import TradeNames

_LONGEST = 26
_STOPS = frozenset({"p", "d", "c", "uj", "ul", "uz", "ud", "ug", "y", "r", "m", "q", "mq", "t", "zg"})
_PROPER = frozenset({"nr", "nrt", "nrfg", "nz", "nt", "eng"})
_VERBS = frozenset({"v", "vd", "ad", "vn"})
_NOUNS = ("n", "j")  # vn is mostly a verb behind a subject: 恒某重工|研制
_FULL = 4
"""A firm's form of this length (有限公司) makes any stem a name."""
_BRAND = 4
_SHORT = 3
"""Characters of a body's name that other words may hold by chance: 农|工党."""
_REACH = 12
"""Characters behind a body in which its part is named."""
_MODIFIERS = ("n", "b", "a", "vn", "j", "m", "f")
_BRACKETS = {"）": "（"}


@dataclass(frozen=True, slots=True)
class Organisations:
    """What names of organisations are built of; `compile` takes knowledge/organisations.yaml."""

    endings: Lexicon[str]
    """Ending → its kind: firm, trade, institution or authority."""
    bodies: Lexicon[str]
    levels: frozenset[str]
    stops: frozenset[str]
    generic: frozenset[str]
    not_ends: tuple[str, ...]
    """Words that end like a body and are none: 布局."""
    not_after: tuple[str, ...]
    """What makes another word of a body's name: 财政部|长."""
    inner: frozenset[str]
    """What a bracket inside a name holds besides a place: （集团）."""
    trades: tuple[str, ...]
    forms: frozenset[str]
    plain: frozenset[str]
    """Characters that are words by themselves (新 高): they make no name together."""
    trade_names: TradeNames
    founds: tuple[str, ...]
    """Verbs before a body newly founded, whose name nothing else tells: 共建|某某研究院."""
    nominal: frozenset[str]
    """Verbs that may stand inside a name (投资, 制造)."""
    stationed: frozenset[str]
    """What stands between two places in the name of a mission: 驻."""
    joins: frozenset[str]
    """Words inside the name of a body that begins with its place."""
    list_joins: frozenset[str]
    """What stands between joint heads: 、."""
    parts: Lexicon[None]
    """What a body's own part is called, right behind it."""
    ordinal: str
    """What a number inside a name begins with: 第三中学."""
    known: KnownBodies
    shorts: ShortNames

    @classmethod
    def compile(cls, data: Mapping[str, Any], nominal: Sequence[str]) -> Organisations:
        """Raises KeyError where a list is missing."""
        kinds = ("founded", "trade", "institution", "authority", "firm")
        return cls(
            endings=Lexicon({word: kind for kind in kinds for word in data[kind]}),
            bodies=Lexicon(dict(data["bodies"])),
            levels=frozenset(data["levels"]),
            stops=frozenset(data["stops"]),
            generic=frozenset(data["generic"]),
            not_ends=tuple(data["not_ends"]),
            not_after=tuple(data["not_after"]),
            inner=frozenset(data["inner"]),
            trades=tuple(data["trade"]),
            forms=frozenset(data["firm"]),
            plain=frozenset(data["plain"]),
            trade_names=TradeNames.compile(data),
            founds=tuple(data["founds"]),
            nominal=frozenset((*nominal, *data["inside"])),
            stationed=frozenset(data["stationed"]),
            joins=frozenset(data["joins"]),
            list_joins=frozenset(data["list_joins"]),
            parts=Lexicon(dict.fromkeys(data["parts"])),
            ordinal=data["ordinal"],
            known=KnownBodies.compile(data),
            shorts=ShortNames.compile(data),
        )

    def recognise(self, article: Article, tokens: Sequence[Tokens], places: Sequence[Mention]) -> list[Mention]:
        """The ORG mentions of an article, unlinked; `places` are its PLACE mentions."""
        spans = {m.start: m.end for m in places}
        ends = {m.end: m.start for m in places}
        out: list[Mention] = []
        shorts: set[str] = set()
        for sentence, words in zip(article.sentences, tokens, strict=True):
            text = article.text(sentence.start, sentence.end)
            seen = SentenceView(text, sentence.start, words, spans, ends)
            for start, end, full in self.bodies.find(text, sentence.start):
                if seen.text.startswith(self.not_after, end - sentence.start):
                    continue  # 商务部 is no body in 商务部门
                if self._is_cut(seen, start, end):  # 高|中|办得好 holds no 中办
                    short = full != text[start - sentence.start : end - sentence.start]
                    start = self._national(seen, start)
                    out.append(Mention(start, end, Label.ORG, full if short else None))
            out += self.known.find(seen)
            floor = sentence.start
            for at, end, kind in self._ends(seen):
                begin = self._stem(seen, at, end, kind, floor)
                if begin is not None:
                    out.append(Mention(begin, end, Label.ORG))
                    if kind == "firm":
                        shorts |= self.shorts.of(seen, begin, at, end)
                    joins = text.startswith(tuple(_BRACKETS.values()), end - sentence.start)
                    floor = floor if kind == "trade" or joins else end
        whole = [self._with_part(article, tokens, mention) for mention in _widest(out)]
        whole = _widest(whole) + list(self._joint(article, tokens, whole))
        families = self.shorts.families(article, tokens, out, places)
        return _widest([*whole, *self.shorts.again(article, out, shorts), *families])

    @staticmethod
    def _is_cut(seen: SentenceView, start: int, end: int) -> bool:
        """Whether a short name of a body stands at the bounds of words; longer ones are read wherever they stand."""
        if end - start > _SHORT:
            return True
        return seen.word_at(start) is not None and (end - start == _SHORT or seen.ends_word(end))

    def _national(self, seen: SentenceView, start: int) -> int:
        """国家|工业和信息化部: the word belongs to the name."""
        if start == seen.offset:
            return start
        word, _ = seen.word_before(start)
        return word if seen.text[word - seen.offset : start - seen.offset] in self.wide else start

    def _joint(self, article: Article, tokens: Sequence[Tokens], found: Sequence[Mention]) -> Iterator[Mention]:
        """The second of joint heads, which the first one's place owns: 某市工信局、|发改委."""
        starts = {m.start: m for m in found}
        for body in found:
            at = body.end
            sentence, words = self._around(article, tokens, at - 1)
            while at < sentence.end - 1 and article.text(at, at + 1) in self.list_joins and body.normal is None:
                hit = next(self.endings.find(article.text(at + 1, sentence.end), at + 1), None)
                if hit is None or hit.start != at + 1 or hit.value != "authority" or hit.end - hit.start < _SHORT:
                    break
                seen = SentenceView(article.text(sentence.start, sentence.end), sentence.start, words, {}, {})
                held = starts.get(at + 1)
                if not seen.ends_word(hit.end) or (held is not None and held.end > hit.end):
                    break
                yield Mention(at + 1, hit.end, Label.ORG)
                at = hit.end

    @staticmethod
    def _around(article: Article, tokens: Sequence[Tokens], at: int) -> tuple[Sentence, Tokens]:
        index = bisect_right(article.sentences, at, key=lambda s: s.start) - 1
        return article.sentences[index], tokens[index]

    def _with_part(self, article: Article, tokens: Sequence[Tokens], body: Mention) -> Mention:
        """A body with the part of it that is named right behind: 某大学|附属医院."""
        sentence, words = self._around(article, tokens, body.start)
        ahead = article.text(body.end, min(body.end + _REACH, sentence.end))
        hit = next(self.parts.find(ahead, body.end), None)
        if hit is None or body.normal is not None:
            return body
        seen = SentenceView(article.text(sentence.start, sentence.end), sentence.start, words, {}, {})
        at = body.end
        while at < hit.end:
            word = seen.word_at(at)
            joined = word is not None and at > body.end and article.text(at, word[0]) in self.joins
            if word is None or word[0] > hit.end or not (joined or word[1].startswith(_MODIFIERS)):
                return body
            at = word[0]
        return replace(body, end=hit.end) if seen.ends_word(hit.end) else body

    def _ends(self, seen: SentenceView) -> list[tuple[int, int, str]]:
        """Endings in order; of endings that touch or overlap, what reaches farthest is the name's."""
        out: list[tuple[int, int, str]] = []
        for hit in self.endings.find(seen.text, seen.offset):
            if out and out[-1][1] == hit.start and self._one_ending(seen, out[-1][2], hit):
                out[-1] = (out[-1][0], hit.end, hit.value)
            else:
                out.append((hit.start, hit.end, hit.value))
        return out

    @staticmethod
    def _one_ending(seen: SentenceView, kind: str, hit: Found[str]) -> bool:
        """Whether two endings that touch are one: 机床|股份, but not 某某重工|造船, nor 卫生局|局 of 局长."""
        if not seen.ends_word(hit.start):
            return True
        return seen.ends_word(hit.end) and not (kind == "trade" and hit.value == "trade")

    @property
    def wide(self) -> tuple[str, ...]:
        """Levels that are words of their own: 国家 全国."""
        return tuple(level for level in self.levels if len(level) > 1)

    # ---- the stem -----------------------------------------------------------------------------------------------

    def _stem(self, seen: SentenceView, at: int, end: int, kind: str, floor: int) -> int | None:
        """Where the name that ends in `at:end` begins; None where nothing is named."""
        if not seen.ends_word(end) or seen.word_to(end).endswith(self.not_ends):
            return None
        start = at
        stem: list[tuple[int, str, str]] = []
        fallback: tuple[int, int] | None = None
        while start > floor and end - start < _LONGEST:
            if start in seen.place_ends and seen.place_ends[start] >= floor:
                return self._accepted(
                    seen, self._before_place(seen, seen.place_ends[start], floor), at, end, kind, stem
                )
            opening = self._bracket(seen, start)
            if opening is not None:
                start = opening
                stem.append((start, "", "ns"))
                continue
            if seen.char(start - 1) in "-·&" and start - 1 > floor:
                start -= 1
                continue
            word, tag = seen.word_before(start)
            text = seen.text[max(word, floor) - seen.offset : start - seen.offset]
            if self._joins_nouns(seen, word, text, kind, bool(stem) or end - at > _BRAND, floor):
                fallback = fallback or (start, len(stem))
                start = word
                stem.append((word, text, "n"))
                continue
            if word < floor or (
                self._stops(text, tag)
                and not self._may_hold(seen, word, text, tag, self._counted(kind, start, at, stem))
                and not (kind == "firm" and end - at >= _FULL and self._named_before(seen, word, text, tag))
            ):
                break
            if len(text) == 1 and (
                (stem and stem[-1][2] == "nt") or (text in self.levels and not seen.opens_phrase(word))
            ):
                break
            start = word
            stem.append((word, text, tag))
            if start in seen.place_starts or (len(text) == 1 and text in self.levels):
                break
        if fallback is not None:  # no place was reached: what stands before the join is another thing
            start, stem = fallback[0], stem[: fallback[1]]
        start = self._trimmed(seen, stem, start, at)
        return self._accepted(seen, start, at, end, kind, [row for row in stem if row[0] >= start])

    def _joins_nouns(self, seen: SentenceView, word: int, text: str, kind: str, begun: bool, floor: int) -> bool:
        """Whether 与 may stand inside the name of a body: 储能|与|电池产业协会."""
        if text not in self.joins or kind != "institution" or not begun or word <= floor:
            return False
        return seen.word_before(word)[1].startswith(_NOUNS) and word not in seen.place_ends

    def _named_before(self, seen: SentenceView, word: int, text: str, tag: str) -> bool:
        """A verb in a firm's full name, behind a word that opens a phrase: 蓝鲸|跃动|汽车股份有限公司."""
        if tag != "v" or text in self.stops or len(text) < 2 or word <= seen.offset:
            return False
        before, its = seen.word_before(word)
        return its.startswith(("nr", "nz", "n")) and seen.opens_phrase(before)

    @staticmethod
    def _counted(kind: str, start: int, at: int, stem: Sequence[tuple[int, str, str]]) -> bool:
        """Whether a number may stand in the name: 第一|医院, 第一|中级人民法院, 第二|医科大学."""
        return kind in ("institution", "authority") and (start == at or all(tag.startswith("n") for _, _, tag in stem))

    def _may_hold(self, seen: SentenceView, word: int, text: str, tag: str, named: bool) -> bool:
        """What is a number or a measure word elsewhere: 第三|中学, and a character that only looks like one."""
        if tag == "m":
            return text.startswith(self.ordinal) and named
        counted = word > seen.offset and seen.word_before(word)[1].startswith("m")
        return tag == "q" and len(text) == 1 and text not in self.stops and not counted

    def _bracket(self, seen: SentenceView, start: int) -> int | None:
        """Where a bracket that ends at `start` opens, if a place or a word like 集团 stands in it."""
        closing = seen.char(start - 1)
        if closing not in _BRACKETS:
            return None
        opening = seen.text.rfind(_BRACKETS[closing], max(0, start - seen.offset - 10), start - seen.offset)
        if opening < 0:
            return None
        inside = seen.text[opening + 1 : start - seen.offset - 1]
        named = seen.place_starts.get(seen.offset + opening + 1) == start - 1 or inside in self.inner
        return seen.offset + opening if named else None

    @staticmethod
    def _trimmed(seen: SentenceView, stem: list[tuple[int, str, str]], start: int, at: int) -> int:
        """No name begins with a verb unless its place stands before it: 深化|龙某集团."""
        for word, text, tag in reversed(stem):
            if word in seen.place_starts or tag not in _VERBS or len(text) == 1:
                return word
            start = word + len(text)
        return min(start, at)

    def _before_place(self, seen: SentenceView, start: int, floor: int) -> int:
        """A group's name may stand before the place: 某车|大连公司."""
        while start > floor and seen.place_ends.get(start, start) >= floor and start in seen.place_ends:
            start = seen.place_ends[start]  # 丙省|丁县|人民政府
        if start <= floor:
            return start
        word, tag = seen.word_before(start)
        if word in seen.place_ends and seen.text[word - seen.offset : start - seen.offset] in self.stationed:
            return max(seen.place_ends[word], floor)
        return (
            word
            if tag in {"nz", "nt", "j", "eng"} and word >= floor and seen.place_starts.get(word) != start
            else start
        )

    def _stops(self, word: str, tag: str) -> bool:
        if word in self.stops or not word.strip("“”，。；：、！？ "):
            return True
        if tag == "x":
            return not word.isalnum()
        if len(word) == 1:  # 中 or 达 may begin a firm's name whatever its tag
            return tag in _STOPS - {"d", "zg"}
        return tag in _STOPS or (tag in {"v", "ad", "vd"} and word not in self.nominal)

    def _accepted(
        self, seen: SentenceView, start: int, at: int, end: int, kind: str, words: Sequence[tuple[int, str, str]]
    ) -> int | None:
        stem = seen.text[start - seen.offset : at - seen.offset]
        if kind in ("institution", "founded") and self._is_founded(seen, start, end, stem, words):
            return start
        if stem and all(word in self.generic for word in seen.words(start, at)):
            return None
        placed = start in seen.place_starts and seen.place_starts[start] <= at
        if kind == "authority":
            if placed or stem.startswith(self.wide) or (words and words[-1][1] in self.levels):
                return start if stem else None
            level = seen.text[start - seen.offset - 1 : start - seen.offset]
            return start - 1 if level in self.levels else None
        naming = self.trade_names.names(words) or any(tag in {"ns", "j"} for _, _, tag in words)
        if kind == "firm":
            if seen.text[at - seen.offset : end - seen.offset] in self.shorts.groups and self.shorts.is_one_word(
                seen, start, at
            ):
                return start
            whole = end - at >= _FULL or (seen.opens_phrase(start) and not seen.tag_after(end).startswith(_NOUNS))
            return start if len(stem) >= 2 and (placed or naming or (whole and len(stem) >= 3)) else None
        if kind == "founded":
            return None
        if kind == "institution":
            if words and words[-1][1] in self.levels:  # 市|职教中心
                return start
            if not words and start > seen.offset and seen.char(start - 1) in self.levels:
                return start - 1 if seen.word_before(start)[0] == start - 1 else None
            return start if len(stem) >= 2 and (placed or naming) else None
        return start if self.trade_names.accepts(seen, start, at, end, placed, words) else None

    def _is_founded(
        self, seen: SentenceView, start: int, end: int, stem: str, words: Sequence[tuple[int, str, str]]
    ) -> bool:
        """Whether a verb of founding stands before a name of nouns, and no count behind it: 共建|绿色船舶研究院."""
        if len(stem) < _BRAND or not seen.text.endswith(self.founds, 0, start - seen.offset):
            return False
        return all(tag.startswith(_MODIFIERS) for _, _, tag in words) and not seen.tag_after(end).startswith(("m", "q"))


def _widest(mentions: list[Mention]) -> list[Mention]:
    """The organisations that lie in no other one; of the same span the later one stands."""
    out: list[Mention] = []
    for mention in sorted({(m.start, m.end): m for m in mentions}.values(), key=lambda m: (m.start, -m.end)):
        if not out or mention.end > out[-1].end:
            out.append(mention)
    return out
