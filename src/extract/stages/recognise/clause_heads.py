"""Firms that head a clause before what only a firm does or has: 长某集团 8月7日晚间|披露, 宁某时代 一季度|净利润."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.engine.lexicon import Lexicon
from extract.engine.patterns import alternation
from extract.stages.recognise.reporters import Reporters
from extract.stages.recognise.sentence import SentenceView

_LONGEST, _FULL = 8, 16
"""Characters of a name before its results, and before its number on an exchange."""
_CODE = 6
"""Signs of a short code in its brackets, which little else tells from another number."""
_PROPER = ("nz", "nr", "nt", "eng")
_COINED = 2
"""Loose characters that make a name together."""
_BETWEEN = ("t", "m", "q", "d", "ad", "f")
"""Tags of words between a firm and what it does: 8月7日晚间, 去年, 累计."""
_TIMES = ("t", "m")
_STOPS = ("p", "c", "u", "r", "d", "x", "m", "t", "y", "q", "v")
_NEVER = ("p", "c", "u", "r", "d", "x", "m", "t", "y", "q")
"""Tags of words that are in no firm's name, however sure it is that one stands there."""
_LEADS = ("p", "c", "u")
"""Tags of words that no name begins with: 根据|年报."""
_MAY = (3, 6)
"""Characters of a name that is made of common words."""
_TAIL = (2, 3, 4)
"""How long the rest of a name that begins with a place may be: 中国|某车."""


@dataclass(frozen=True, slots=True)
class ClauseHeads:
    """Built by `compile` from knowledge/organisations.yaml."""

    marks: Lexicon[None]
    """What only a firm does or has: 披露, 净利润."""
    coded: re.Pattern[str]
    """The code under which a firm's shares are traded: （600001）."""
    common: frozenset[str]
    """Words that are no firm's name by themselves, nor behind a place: 企业, 经济."""
    many: frozenset[str]
    """Those of them that no name ends in: 企业, not 汽车."""
    plain: frozenset[str]
    forms: tuple[str, ...]
    trades: tuple[str, ...]
    endings: tuple[str, ...]
    """What a name may end in whatever its tag: 控股."""
    stops: frozenset[str]
    """Words that no name holds, of one character too: 在, 也."""
    kinds: tuple[str, ...]
    """How words end that name many firms at once: 车企, 银行业."""
    light: frozenset[str]
    """Verbs between a firm and its result that say nothing: 实现."""
    notices: re.Pattern[str]
    """What only a firm that is traded gives out, or says of itself: 19日晚间公告, 在年报中表示."""
    heard: re.Pattern[str]
    """Where a text has it from, before what it then calls a firm: 记者从|某股份|获悉，…公司."""
    sourced: re.Pattern[str]
    """Who gives out the figures that a clause is taken from: 根据|某股份|披露的经营数据."""
    reporters: Reporters
    wires: frozenset[str]
    """What stands between a medium and the text that it gives: 讯."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> ClauseHeads:
        """Raises KeyError where a list is missing."""
        return cls(
            Lexicon(dict.fromkeys(data["results"])),
            re.compile(
                rf"[（(\[【](?:(?:{alternation(list(data['exchanges']))}){{1,2}}[：:.]?(?:\d{{3,6}}|[A-Z]{{1,5}}(?![a-z]))"
                rf"(?: ?[/、，,] ?(?:\d{{4,6}}\.[A-Z]{{2}}|[A-Z]{{1,5}}))?|\d{{5,6}}"
                rf"|(?:\d{{4,6}}|[A-Z]{{1,5}})\.[A-Z]{{2}}(?:[/、，,]\d{{4,6}}\.[A-Z]{{2}})?)[）)\]】]"
                rf"|（\d{{1,4}}）(?={alternation(list(data['behind_code']))})"
            ),
            frozenset((*data["generic"], *data["common_heads"])),
            frozenset(data["common_heads"]),
            frozenset(data["plain"]),
            tuple(data["firm"]),
            tuple(data["trade"]),
            (*data["firm"], *data["trade"]),
            frozenset(data["stops"]),
            tuple(data["kinds"]),
            frozenset(data["light"]),
            re.compile(data["notices"]),
            re.compile(data["heard"]),
            re.compile(data["sourced"]),
            Reporters.compile(data),
            frozenset(data["media_tell"]),
        )

    def find(self, seen: SentenceView) -> Iterator[tuple[tuple[int, int], bool]]:
        """The spans of firms in a sentence, each with whether it is sure; one that is not must come again."""
        yield from ((span, True) for span in self.reporters.find(seen))
        for found in self.coded.finditer(seen.text):
            short = found.end() - found.start() <= _CODE
            span = self._up_to(seen, seen.offset + found.start(), seen.opens_phrase, _LONGEST if short else _FULL)
            if span is not None and not self._means_many("".join(seen.words(*span))):
                yield span, True
        for start, _, _ in self.marks.find(seen.text, seen.offset):
            if start > seen.offset and seen.ends_word(start):
                span = self._up_to(seen, self._before_time(seen, start), seen.opens_clause, _LONGEST)
                if span is not None and self._is_name(seen, *span):
                    yield span, True
                elif span is not None and self._may_name(seen, *span):
                    yield span, False
        yield from ((span, True) for span in self._told(seen))

    def _told(self, seen: SentenceView) -> Iterator[tuple[int, int]]:
        """Who gives out a notice, and from whom a text has it, whatever words the name is made of."""
        for found in (hit for told in (self.notices, self.heard, self.sourced) for hit in told.finditer(seen.text)):
            start, end = seen.offset + found.start("name"), seen.offset + found.end("name")
            first = seen.word_at(start)
            place = seen.place_starts.get(start) == end or first is None or first[1].startswith(_LEADS)
            if not place and not self._means_many(found["name"]) and seen.ends_word(end):
                yield start, end

    def _may_name(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether nouns that are words elsewhere may be a firm's name: 海某|水泥, 东某|财富, 中国|石油."""
        words = list(reversed(seen.words(start, end)))
        text = "".join(words)
        if not _MAY[0] <= len(text) <= _MAY[1] or not text.isalnum() or text.isascii() or self._means_many(text):
            return False
        many = words[-1] in self.many or (words[-1].endswith(self.kinds) and not text.endswith(self.endings))
        if many or not self.stops.isdisjoint(words):
            return False
        placed = seen.place_starts.get(start) is not None
        if seen.place_starts.get(start) == end or (all(word in self.common for word in words[placed:]) and not placed):
            return False
        tags = (seen.tag_of(at, at + len(word)) for at, word in _placed(start, words) if len(word) > 1)
        return all(not tag.startswith(_NEVER) for tag in tags)

    def _before_time(self, seen: SentenceView, at: int) -> int:
        """Where the firm ends, before when and how it does something."""
        while at > seen.offset:
            word, tag = seen.word_before(at)
            if not tag.startswith(_BETWEEN) and seen.text[word - seen.offset : at - seen.offset] not in self.light:
                break
            at = word
        return at

    def _up_to(
        self, seen: SentenceView, end: int, opens: Callable[[int], bool], longest: int
    ) -> tuple[int, int] | None:
        """The words that end at `end`, back to where the phrase or the clause opens, with a time before it or none."""
        at = end
        while at > seen.offset and (at == end or not (opens(at) or seen.word_before(at)[1].startswith(_TIMES))):
            word, tag = seen.word_before(at)
            text = seen.text[word - seen.offset : at - seen.offset]
            # 蓝某|跃动|集团, 云某|控股
            verb = tag.startswith("v") and (longest == _FULL or text.endswith(self.endings))
            if at < end and text in self.wires:
                break  # 某某科技|讯|某股份（600001）
            if end - word > longest or (tag.startswith(_STOPS) and at - word > 1 and not verb):
                return None
            at = word
        return (at, end) if at < end else None

    def _is_name(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether words are a name: one that is tagged so or is none of the language, or a place and a short rest."""
        words = list(reversed(seen.words(start, end)))
        text = "".join(words)
        if len(text) < _COINED or not text.isalnum() or text.isascii() or self._means_many(text):
            return False
        if words[-1] in self.many or not self.stops.isdisjoint(words):
            return False
        behind = seen.place_starts.get(start)
        if behind is not None:
            rest = text[behind - start :]
            known = any(word in self.common for word in seen.words(behind, end))  # 某港|业务|营运
            return len(rest) in _TAIL and not known and not self._means_many(rest)
        tagged = [(word, seen.tag_of(at, at + len(word))) for at, word in _placed(start, words)]
        if any(len(word) > 1 and tag.startswith(_PROPER) for word, tag in tagged):
            return True
        form = next((form for form in self.forms if text.endswith(form)), "")
        if form and len(text) - len(form) >= _COINED and words[0] not in self.common:
            return not words[0].endswith(self.trades)
        loose = "".join(word for word in words if len(word) == 1)
        if len(loose) < _COINED or self.plain.issuperset(loose):
            return False
        return all(len(word) == 1 or tag.startswith("n") for word, tag in tagged)  # 霁德|时代

    def _means_many(self, text: str) -> bool:
        """企业, 车企 and 房地产业 name no single firm."""
        return text in self.common or (text.endswith(self.kinds) and not text.endswith(self.trades))


def _placed(start: int, words: Sequence[str]) -> Iterator[tuple[int, str]]:
    for word in words:
        yield start, word
        start += len(word)
