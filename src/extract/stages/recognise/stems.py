"""What stands before an ending and makes a name of it: where the name of a body or a firm begins, if it names one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.short_names import ShortNames
from extract.stages.recognise.trade_names import TradeNames

_LONGEST = 26
_STOPS = frozenset({"p", "d", "c", "uj", "ul", "uz", "ud", "ug", "y", "r", "m", "q", "mq", "t", "zg"})
_VERBS = frozenset({"v", "vd", "ad", "vn"})
_NOUNS = ("n", "j")  # vn is mostly a verb behind a subject: 恒某重工|研制
_FULL = 4
"""A firm's form of this length (有限公司) makes any stem a name."""
_BRAND = 4
_LEGAL = 7
"""Characters of a trade with a full legal form, before which any word is a name."""
_WORD, _NEW = 2, 6
"""Characters of what stands before the ending of a body newly founded, and of its whole name."""
_MODIFIERS = ("n", "b", "a", "vn", "j", "m", "f")
_BRACKETS = {"）": "（"}


@dataclass(frozen=True, slots=True)
class Stems:
    """Built by `compile` from knowledge/organisations.yaml."""

    levels: frozenset[str]
    stops: frozenset[str]
    unlevelled: frozenset[str]
    """Endings that need more than a place with its level before them: 银行."""
    generic: frozenset[str]
    not_ends: tuple[str, ...]
    """Words that end like a body and are none: 布局."""
    called: tuple[str, ...]
    """What a bracket begins with that gives a short name: 以下简称."""
    alone: frozenset[str]
    """Endings that make a name of any noun: 派出所."""
    inner: frozenset[str]
    """What a bracket inside a name holds besides a place: （集团）."""
    trade_names: TradeNames
    shorts: ShortNames
    founds: tuple[str, ...]
    """Verbs before a body newly founded, whose name nothing else tells: 共建|某某研究院."""
    nominal: frozenset[str]
    """Verbs that may stand inside a name (投资, 制造)."""
    stationed: frozenset[str]
    """What stands between two places in the name of a mission: 驻."""
    local: tuple[str, ...]
    """How the name of a group's firm at one place ends: 供电公司."""
    heads: tuple[str, ...]
    """The whole of which a body with a place is a part: 武警|某市总队."""
    joins: frozenset[str]
    """Words inside the name of a body that begins with its place."""
    unions: frozenset[str]
    """Endings that make a name of a place and any trade: 联合会."""
    particles: frozenset[str]
    """Characters that no name holds beside another loose one: 的."""
    firm: str
    """The form that stands inside no other firm's name: 公司."""
    ordinal: str
    """What a number inside a name begins with: 第三中学."""

    @classmethod
    def compile(cls, data: Mapping[str, Any], nominal: Sequence[str]) -> Stems:
        """`nominal` are verbs that stand inside names besides those of `data`. Raises KeyError for a missing list."""
        return cls(
            levels=frozenset(data["levels"]),
            stops=frozenset(data["stops"]),
            unlevelled=frozenset(data["unlevelled"]),
            generic=frozenset(data["generic"]),
            not_ends=tuple(data["not_ends"]),
            called=tuple(data["called"]),
            alone=frozenset(data["alone"]),
            inner=frozenset(data["inner"]),
            trade_names=TradeNames.compile(data),
            shorts=ShortNames.compile(data),
            founds=tuple(data["founds"]),
            nominal=frozenset((*nominal, *data["inside"])),
            stationed=frozenset(data["stationed"]),
            local=tuple(data["local"]),
            heads=tuple(sorted(data["heads"], key=len, reverse=True)),
            joins=frozenset(data["joins"]),
            unions=frozenset(data["unions"]),
            particles=frozenset(data["particles"]),
            firm=data["form"],
            ordinal=data["ordinal"],
        )

    @property
    def wide(self) -> tuple[str, ...]:
        """Levels that are words of their own: 国家 全国."""
        return tuple(level for level in self.levels if len(level) > 1)

    def begin(self, seen: SentenceView, at: int, end: int, kind: str, floor: int) -> int | None:
        """Where the name that ends in `at:end` begins; None where nothing is named."""
        if not seen.ends_word(end) or seen.word_to(end).endswith(self.not_ends):
            return None
        if kind == "authority" and floor <= seen.place_ends.get(at + 1, -1) < at:
            return seen.place_ends[at + 1]  # 三台县, of which 县委 takes a character
        start = at
        stem: list[tuple[int, str, str]] = []
        fallback: tuple[int, int] | None = None
        while start > floor and end - start < _LONGEST:
            if start in seen.place_ends and seen.place_ends[start] >= floor:
                begin = self._before_place(seen, seen.place_ends[start], floor)
                named = self._accepted(seen, begin, at, end, kind, stem)
                if named is None or named not in seen.place_starts:
                    return named
                return self._group_before(seen, named, floor, end)
            opening = self._bracket(seen, start, full=kind == "firm" and end - at >= _FULL and bool(stem))
            if opening is not None:
                start = opening
                stem.append((start, "", "ns"))
                continue
            if seen.char(start - 1) in "-·&" and start - 1 > floor:
                start -= 1
                continue
            word, tag = seen.word_before(start)
            text = seen.text[max(word, floor) - seen.offset : start - seen.offset]
            if self._joins_nouns(seen, word, text, kind, bool(stem) or end - at > _WORD, floor):
                fallback = fallback or (start, len(stem))
                start = word
                stem.append((word, text, "n"))
                continue
            if word < floor or (kind == "firm" and text == self.firm):
                break
            if self._stops(text, tag) and not (
                self._may_hold(seen, word, text, tag, self._counted(kind, start, at, stem))
                or (kind == "firm" and end - at >= _FULL and self._in_full(seen, word, start, text, tag))
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

    def _in_full(self, seen: SentenceView, word: int, end: int, text: str, tag: str) -> bool:
        """Whether a firm's full name holds what stops others: a verb, or loose characters, 天某|立|本|能源有限公司."""
        return self._is_loose(seen, word, end, text) or self._named_before(seen, word, text, tag)

    def _is_loose(self, seen: SentenceView, word: int, end: int, text: str) -> bool:
        """Whether a character that is a word elsewhere stands beside another loose one; a particle never does."""
        if len(text) != 1 or text in self.particles or not text.isalpha() or text.isascii():
            return False
        before = word > seen.offset and seen.word_before(word)[0] == word - 1 and seen.char(word - 1).isalpha()
        behind = seen.word_at(end)
        beside = before and seen.char(word - 1) not in self.particles
        return beside or (behind is not None and behind[0] == end + 1 and seen.char(end) not in self.particles)

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

    def _bracket(self, seen: SentenceView, start: int, *, full: bool) -> int | None:
        """Where a bracket that ends at `start` opens, if a place or a word like 集团 stands in it."""
        closing = seen.char(start - 1)
        if closing not in _BRACKETS:
            return None
        opening = seen.text.rfind(_BRACKETS[closing], max(0, start - seen.offset - 10), start - seen.offset)
        if opening < 0:
            return None
        inside = seen.text[opening + 1 : start - seen.offset - 1]
        named = seen.place_starts.get(seen.offset + opening + 1) == start - 1 or inside in self.inner
        brand = _WORD <= len(inside) <= _BRAND and inside.isalpha() and not inside.startswith(self.called)
        named = named or (full and brand)  # 国某（齐某）投资|有限公司
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
        if tag in {"nz", "nt", "j", "eng"} and word >= floor and seen.place_starts.get(word) != start:
            return word
        return start

    def _group_before(self, seen: SentenceView, start: int, floor: int, end: int) -> int:
        """岭|网|滨海供电公司: loose characters at a phrase's front, before a place, name the group of a local firm."""
        at = start
        while at > floor and start - at < _BRAND and seen.word_before(at)[0] == at - 1 and seen.char(at - 1).isalpha():
            at -= 1
        grouped = start - at >= _WORD and seen.text.endswith(self.local, 0, end - seen.offset)
        return at if grouped and seen.opens_phrase(at) else start

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
        ending = seen.text[at - seen.offset : end - seen.offset]
        if ending in self.unlevelled and stem[-1:] in self.levels:
            return None  # 某市|银行存款
        if stem in self.generic or (stem and all(word in self.generic for word in seen.words(start, at))):
            # 某国|机械|工业|联合会
            full = end - at >= _FULL and at - start >= _BRAND  # 中国石化|股份有限公司
            joined = at - start > _BRAND and ending in self.unions
            return start if start in seen.place_starts and (joined or (kind == "firm" and full)) else None
        placed = start in seen.place_starts and seen.place_starts[start] <= at
        if kind == "authority":
            if placed or stem.startswith(self.wide) or (words and words[-1][1] in self.levels):
                return start if stem else None
            level = seen.text[start - seen.offset - 1 : start - seen.offset]
            return start - 1 if level in self.levels else None
        naming = self.trade_names.names(words) or any(tag in {"ns", "j"} for _, _, tag in words)
        if kind == "firm":
            if ending in self.shorts.groups and self.shorts.is_one_word(seen, start, at):
                return start
            whole = end - at >= _FULL or (seen.opens_phrase(start) and not seen.tag_after(end).startswith(_NOUNS))
            legal = end - at >= _LEGAL and seen.opens_phrase(start)  # 青石|水泥集团股份有限公司
            return start if len(stem) >= 2 and (placed or naming or legal or (whole and len(stem) >= 3)) else None
        if kind == "founded":
            return None
        if kind == "institution":
            if words and words[-1][1] in self.levels:  # 市|职教中心
                return start
            if not words and start > seen.offset and seen.char(start - 1) in self.levels:
                return start - 1 if seen.word_before(start)[0] == start - 1 else None
            alone = ending in self.alone and self._is_noun(seen, start, at, words)
            return start if len(stem) >= 2 and (placed or naming or alone) else None
        return start if self.trade_names.accepts(seen, start, at, end, placed, words) else None

    def _is_noun(self, seen: SentenceView, start: int, at: int, words: Sequence[tuple[int, str, str]]) -> bool:
        """Whether a short stem of nouns, none of them common to many such bodies, opens a phrase: 马场|派出所."""
        if not _WORD <= at - start <= _BRAND or any(text in self.generic for _, text, _ in words):
            return False
        return all(tag.startswith("n") for _, _, tag in words) and seen.opens_phrase(start)

    def _is_founded(
        self, seen: SentenceView, start: int, end: int, stem: str, words: Sequence[tuple[int, str, str]]
    ) -> bool:
        """Whether a verb of founding stands before a name of nouns, and no count behind it: 共建|绿色船舶研究院."""
        if len(stem) < _WORD or end - start < _NEW or not seen.text.endswith(self.founds, 0, start - seen.offset):
            return False
        return all(tag.startswith(_MODIFIERS) for _, _, tag in words) and not seen.tag_after(end).startswith(("m", "q"))
