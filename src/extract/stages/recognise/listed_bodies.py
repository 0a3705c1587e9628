"""Bodies that a list calls so behind it: 恒某、澜某和云某等|多家|企业."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.engine.patterns import alternation
from extract.stages.recognise.sentence import SentenceView

_ITEM = 8
"""Characters of an item, at most."""
_SHORTEST = 2
_HALF = 2
_SHARES = (3, 4)
"""Characters of the short name under which a share is traded."""
_FULL = 4
_SHARE = re.compile("[\u4e00-\u9fffA-Z]+")
_WHOLE = ("nz", "nrt", "nt", "eng", "nr", "x", "n", "ns")
_STOPS = ("p", "c", "u", "d", "r", "m", "t", "y", "q", "v", "a", "f")


@dataclass(frozen=True, slots=True)
class ListedBodies:
    """Built by `compile` from knowledge/organisations.yaml."""

    closed: re.Pattern[str]
    """A list and what its items are; the group `items` holds it."""
    led: re.Pattern[str]
    """What a list of bodies is called before it, and its items: 基金公司为|甲、乙."""
    kinds: tuple[str, ...]
    shares: re.Pattern[str]
    """What shows that a sentence lists shares: 涨停, A股."""
    row: re.Pattern[str]
    """Three items and more."""
    no_shares: tuple[str, ...]
    """How an item ends that is no single firm's: 板块."""
    joins: re.Pattern[str]
    common: frozenset[str]
    """Words that are no single body's: 国企, 港口."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> ListedBodies:
        """Raises KeyError where a list is missing."""
        joins = "".join(data["list_joins"])
        kinds = alternation(list(data["listed"]))
        items = "(?P<items>[^，。；：！？（）“”《》\\s]{2,80}?)"
        between = "(?:[\u4e00-\u9fff0-9]{0,6}?)"
        return cls(
            re.compile(f"(?<=[{joins}]){items}{data['listing']}{between}(?:{kinds})"),
            re.compile(
                f"(?:{kinds})(?:{alternation(list(data['list_leads']))})(?P<items>[^，。；：！？（）“”《》\\s]{{2,80}})"
            ),
            tuple(data["listed"]),
            re.compile(data["shares"]),
            re.compile(
                "[\u4e00-\u9fffA-Z]{2,12}(?:、[\u4e00-\u9fffA-Z]{2,5}){2,}"
                f"(?=[{data['listing']}，。；（）]|{alternation(list(data['joins']))})"
            ),
            tuple(data["no_shares"]),
            re.compile(f"[{joins}]"),
            frozenset((*data["generic"], *data["common_heads"], *data["listed"])),
        )

    def find(self, seen: SentenceView) -> Iterator[tuple[int, int]]:
        """The items between the joins of a list, each of them a body; its first, whose front is not marked, is none."""
        for found in self.closed.finditer(seen.text):
            if not seen.ends_word(seen.offset + found.end()):
                continue  # 机构|化
            at = found.start("items")
            for item in self.joins.split(found["items"]):
                start, at = at, at + len(item) + 1
                end = start + len(item)
                if self._is_name(seen, seen.offset + start, seen.offset + end):
                    yield seen.offset + start, seen.offset + end
        yield from self._shares(seen)
        for found in self.led.finditer(seen.text):
            at, spans = found.start("items"), []
            for item in self.joins.split(found["items"]):
                spans.append((seen.offset + at, seen.offset + at + len(item)))
                at += len(item) + 1
            sure = sum(self._is_name(seen, *span) or seen.part(*span).endswith(self.kinds) for span in spans)
            if len(spans) > 1 and sure * _HALF >= len(spans):
                yield from (span for span in spans if self._is_name(seen, *span, led=True))

    def _shares(self, seen: SentenceView) -> Iterator[tuple[int, int]]:
        """The items of a long list in a sentence about shares, whatever words they are made of: 大山科技、明河股份."""
        if not self.shares.search(seen.text):
            return
        for run in self.row.finditer(seen.text):
            spans = [
                (seen.offset + run.start() + item.start(), seen.offset + run.start() + item.end())
                for item in _SHARE.finditer(run[0])
            ]
            spans[0] = self._first(seen, *spans[0])
            sure = [span for span in spans if self._is_share(seen, *span)]
            if len(sure) * _HALF > len(spans):
                yield from sure

    @staticmethod
    def _first(seen: SentenceView, start: int, end: int) -> tuple[int, int]:
        """The last words of the first item, back to one that is in no name: 涨停的有|大山科技."""
        at = end
        while at > start and end - at < _FULL:
            word, tag = seen.word_before(at)
            if word < start or (tag.startswith(_STOPS) and at - word > 1) or tag.startswith(("u", "p", "x")):
                break
            at = word
        return at, end

    def _is_share(self, seen: SentenceView, start: int, end: int) -> bool:
        text = seen.part(start, end)
        if not _SHARES[0] <= len(text) <= _SHARES[1] or text in self.common or text.endswith(self.no_shares):
            return False
        bounds = seen.word_at(start) is not None and seen.ends_word(end)
        return bounds and seen.place_starts.get(start) != end

    def _is_name(self, seen: SentenceView, start: int, end: int, *, led: bool = False) -> bool:
        """Whether an item is a name: one word that is tagged so, or characters that make no word together."""
        text = seen.text[start - seen.offset : end - seen.offset]
        if not _SHORTEST <= len(text) <= _ITEM or text in self.common or not text.isalnum() or text.isdigit():
            return False
        if seen.word_at(start) is None or not seen.ends_word(end) or start in seen.place_starts:
            return False
        tag = seen.tag_of(start, end)
        if tag:
            return led or (tag.startswith(_WHOLE) and tag not in ("n", "ns"))
        words = seen.words(start, end)
        return all(len(word) == 1 for word in words) and len(words) > 1
