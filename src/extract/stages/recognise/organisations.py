"""Organisations by their structure: an ending, and before it a stem that names something."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from extract.data import Article, Label, Mention, Sentence, Tokens
from extract.engine.lexicon import Found, Lexicon
from extract.stages.recognise.joint_heads import joint_heads, sentence_of
from extract.stages.recognise.known_bodies import KnownBodies
from extract.stages.recognise.papers import Papers
from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.stems import Stems

_SHORT = 3
"""Characters of a body's name that other words may hold by chance: 农|工党."""
_REACH = 12
"""Characters behind a body in which its part is named."""
_MODIFIERS = ("n", "b", "a", "vn", "j", "m", "f")
_OPENING = "（"
_NOUN, _INSTITUTION = "n", "institution"
"""The tag of a word that is more than the ending of this kind with which it begins."""


@dataclass(frozen=True, slots=True)
class Organisations:
    """What names of organisations are built of; `compile` takes knowledge/organisations.yaml."""

    endings: Lexicon[str]
    """Ending → its kind: firm, trade, institution or authority."""
    bodies: Lexicon[str]
    of_others: Mapping[str, tuple[str, ...]]
    """Ending → what behind it makes it a part of another word: 政府|性基金."""
    not_after: tuple[str, ...]
    """What makes another word of a body's name: 财政部|长."""
    joins: frozenset[str]
    """Words inside the name of a body's part."""
    list_joins: frozenset[str]
    """What stands between joint heads: 、."""
    parts: Lexicon[None]
    """What a body's own part is called, right behind it."""
    no_parts: frozenset[str]
    """Words that end like a part and are none: 关系."""
    branches: Lexicon[None]
    """What a part is called that a place names: 某银行|某市|分行."""
    departments: Lexicon[None]
    """What a part of a body of the state is called: 某部|政策研究|司."""
    stems: Stems
    known: KnownBodies
    papers: Papers

    @classmethod
    def compile(cls, data: Mapping[str, Any], nominal: Sequence[str]) -> Organisations:
        """Raises KeyError where a list is missing."""
        kinds = ("founded", "trade", "institution", "authority", "firm")
        return cls(
            endings=Lexicon({word: kind for kind in kinds for word in data[kind]}),
            bodies=Lexicon({**{full: full for full in data["bodies"].values()}, **data["bodies"]}),
            of_others={ending: tuple(words) for ending, words in data["of_others"].items()},
            not_after=tuple(data["not_after"]),
            joins=frozenset(data["joins"]),
            list_joins=frozenset(data["list_joins"]),
            parts=Lexicon(dict.fromkeys(data["parts"])),
            no_parts=frozenset(data["no_parts"]),
            branches=Lexicon(dict.fromkeys(data["branches"])),
            departments=Lexicon(dict.fromkeys(data["departments"])),
            stems=Stems.compile(data, nominal),
            known=KnownBodies.compile(data),
            papers=Papers.compile(data),
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
            out += (*self.known.find(seen), *self.papers.find(seen))
            floor = sentence.start
            for at, end, kind in self._ends(seen):
                begin = self.stems.begin(seen, at, end, kind, floor)
                if begin is not None:
                    out.append(Mention(begin, end, Label.ORG))
                    if kind == "firm":
                        shorts |= self.stems.shorts.of(seen, begin, at, end)
                    joins = text.startswith(_OPENING, end - sentence.start)
                    floor = floor if kind == "trade" or joins else end
            for hit in self.stems.trade_names.soft_endings.find(text, sentence.start):
                begin = self.stems.begin(seen, hit.start, hit.end, "trade", sentence.start)
                out += [Mention(begin, hit.end, Label.ORG)] if begin is not None else []
        whole = [
            self._with_part(article, tokens, mention, spans)
            for mention in self._touching(article, tokens, _widest(out), spans)
        ]
        whole = [self._with_head(article, body) for body in whole]
        whole = _widest(whole) + list(joint_heads(article, tokens, whole, self.endings, self.list_joins))
        families = self.stems.shorts.families(article, tokens, out, places)
        return _widest([*whole, *self.stems.shorts.again(article, out, shorts), *families])

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
        return word if seen.text[word - seen.offset : start - seen.offset] in self.stems.wide else start

    def _with_part(
        self, article: Article, tokens: Sequence[Tokens], body: Mention, places: Mapping[int, int]
    ) -> Mention:
        """A body with the part of it that is named right behind: 某大学|附属医院, 某银行|某市|分行."""
        sentence, words = sentence_of(article, tokens, body.start)
        if (whole := self._in_one_word(article, sentence, words, body.end)) > body.end:
            return replace(body, end=whole, normal=None)
        if (seat := _last_place(places, body.end)) > body.end:
            part = next(self.branches.find(article.text(seat, min(seat + _REACH, sentence.end)), seat), None)
            return replace(body, end=part.end, normal=None) if part is not None and part.start == seat else body
        ahead = article.text(body.end, min(body.end + _REACH, sentence.end))
        seen = SentenceView(article.text(sentence.start, sentence.end), sentence.start, words, {}, {})
        hits = (self.parts if body.normal is None else self.departments).find(ahead, body.end)
        ends = [hit.end for hit in hits if self._is_part(seen, body.end, hit.start, hit.end)]
        return replace(body, end=ends[-1], normal=None) if ends else body

    def _in_one_word(self, article: Article, sentence: Sentence, words: Tokens, end: int) -> int:
        """Where the word ends that holds a body with its part: 教育部|考试中心; else `end`."""
        index = bisect_right(words.starts, end) - 1
        last = words.ends[index]
        if last <= end or words.starts[index] == end or last > sentence.end:
            return end
        rest = article.text(end, last)
        return last if any(hit.end == last for hit in self.parts.find(rest, end)) else end

    def _with_head(self, article: Article, body: Mention) -> Mention:
        """A body at a place with the whole right before it, of which it is a part: 共青团|丙省委."""
        before = article.text(max(article.start, body.start - _REACH), body.start)
        head = next((head for head in self.stems.heads if before.endswith(head)), "")
        return replace(body, start=body.start - len(head), normal=None) if head else body

    def _is_part(self, seen: SentenceView, body: int, start: int, end: int) -> bool:
        """Whether what ends at `end` is a part of the body that ends at `body`: no 系 of 国际|关系."""
        word, _ = seen.word_before(end)
        if end == body + 1 or not seen.ends_word(end) or (end - start == 1 and seen.part(word, end) in self.no_parts):
            return False
        at = body
        while at < end:
            found = seen.word_at(at)
            if found is None or found[0] > end or not self._inside(seen, at, found, first=at == body):
                return False
            at = found[0]
        return True

    @staticmethod
    def _is_verb(article: Article, tokens: Sequence[Tokens], at: int) -> bool:
        """Whether a verb begins at `at`."""
        sentence, words = sentence_of(article, tokens, at)
        seen = SentenceView(article.text(sentence.start, sentence.end), sentence.start, words, {}, {})
        word = seen.word_at(at)
        return word is not None and word[0] - at > 1 and word[1] == "v"

    def _touching(
        self, article: Article, tokens: Sequence[Tokens], mentions: Sequence[Mention], places: Mapping[int, int]
    ) -> list[Mention]:
        """The organisations; what stands right behind another is its part, with a place only behind a group.

        某大学|实验室, 某集团|某省|工程有限公司.
        """
        forms = tuple(self.stems.shorts.forms)
        out: list[Mention] = []
        for mention in mentions:
            joins = bool(out) and out[-1].end == mention.start and mention.normal is None
            group = joins and all(article.text(m.start, m.end).endswith(forms) for m in (out[-1], mention))
            if joins and self._is_verb(article, tokens, mention.start):
                continue  # 某医院|晋升二级医院
            if joins and (group or mention.start not in places):
                out[-1] = Mention(out[-1].start, mention.end, Label.ORG)
            else:
                out.append(mention)
        return out

    def _inside(self, seen: SentenceView, at: int, word: tuple[int, str], *, first: bool) -> bool:
        """Whether a word may stand between a body and what its part is called: 某大学|超|轻|材料|实验室."""
        text = seen.text[at - seen.offset : word[0] - seen.offset]
        if first and text in self.no_parts:
            return False  # 某市人民政府|原|党组
        if text.startswith(self.stems.ordinal):
            return True  # 某总队|第十三|支队
        if word[1].startswith(_MODIFIERS) or (text in self.joins and not first):
            return True
        return word[1] == "v" and (text in self.stems.nominal or (len(text) == 1 and text not in self.stems.stops))

    def _ends(self, seen: SentenceView) -> list[tuple[int, int, str]]:
        """Endings in order; of endings that touch or overlap, what reaches farthest is the name's."""
        out: list[tuple[int, int, str]] = []
        for hit in self.endings.find(seen.text, seen.offset):
            others = self.of_others.get(seen.text[hit.start - seen.offset : hit.end - seen.offset])
            if others and seen.text.startswith(others, hit.end - seen.offset):
                continue
            whole = seen.word_at(hit.start)
            if whole is not None and whole[0] > hit.end and whole[1] == _NOUN and hit.value == _INSTITUTION:
                continue  # 大学|生, a word of its own
            closed = hit.value == "trade" and seen.text.endswith(self.stems.firm, 0, hit.start - seen.offset)
            if out and out[-1][1] == hit.start and not closed and self._one_ending(seen, out[-1][2], hit):
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


def _last_place(places: Mapping[int, int], at: int) -> int:
    """Where the places end that stand one behind the other from `at` on."""
    while at in places:
        at = places[at]
    return at


def _widest(mentions: list[Mention]) -> list[Mention]:
    """The organisations that lie in no other one; of the same span the later one stands."""
    out: list[Mention] = []
    for mention in sorted({(m.start, m.end): m for m in mentions}.values(), key=lambda m: (m.start, -m.end)):
        if not out or mention.end > out[-1].end:
            out.append(mention)
    return out
