"""Coordinations: the items of a list, the heads and modifiers they share, and pairing them with figures."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, TypeVar

from extract.data import Filler
from extract.engine.coding import ITEM_MARK, Coded
from extract.engine.shared_heads import longest_first, shared_front, shared_head

_SHORT = 2
"""Characters of a modifier that may be the beginning of a title: 国家."""
_SAID = 2
"""Characters from which a word that stands twice in a row is one."""
_OPENING, _CLOSING = "（）"
A = TypeVar("A")
B = TypeVar("B")


@dataclass(frozen=True, slots=True)
class Sharing:
    """Declared words that a list may share: heads at the end of its last item, modifiers at the front of its first."""

    heads: tuple[str, ...]
    """Longest first: 增加值 in 采矿业、制造业增加值."""
    modifiers: tuple[str, ...]
    """Longest first: 市级以上 in 市级以上企业技术中心、工业设计中心."""
    endings: tuple[str, ...] = ()
    """Endings of what is measured: 率 in 基本养老保险、基本医疗保险|参保率."""
    pairs: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    """Words that stand for several: 城乡 for 城镇 and 农村."""
    parallels: tuple[tuple[str, str], ...] = ()
    """Words that share what stands around them: 城镇 and 农村 in 城镇和农村居民人均收入, 出口 and 进口."""
    doing: tuple[str, ...] = ()
    """Verbs in front of a head of `extents` that belong to it, longest first: 养殖 in 海参、鲍鱼养殖面积."""
    extents: frozenset[str] = frozenset()
    """Heads that say how far something is done: 面积."""
    numbered: re.Pattern[str] | None = None
    """What is told by its numbers (第一、二、三产业), with the groups `lead` and `numbers`."""
    apposed: re.Pattern[str] | None = None
    """What only sums up a list behind it: 三大指标."""
    summed: re.Pattern[str] | None = None
    """What stands for the list before it, in front of the head: 等新三样|出口."""
    relative: re.Pattern[str] | None = None
    """A clause in front that describes every item: 对某国出口的|机床、轴承."""
    kinds: tuple[str, ...] = ()
    """Words in the last item that say of what kind all are, longest first: 行业 in 医药、建材行业产值."""
    sorts: tuple[str, ...] = ()
    """Those that a list shares though nothing measured is behind them: 冶金、建材行业."""
    ends: frozenset[str] = frozenset()
    """Ends that items of one character share: 肉 in 牛、羊、鸡肉产量."""
    ordinal: str = ""
    """What numbers may leave out (二、三产业) before `ordered`."""
    ordered: str = ""

    @classmethod
    def compile(cls, data: Mapping[str, Any], doing: Iterable[str] = ()) -> Sharing:
        """The words of knowledge/sharing.yaml, put in order; `doing` are verbs that may stand in a noun phrase."""

        return cls(
            heads=longest_first(data["heads"]),
            modifiers=longest_first(data["modifiers"]),
            endings=longest_first(data.get("endings", ())),
            pairs={k: tuple(v) for k, v in data.get("pairs", {}).items()},
            parallels=tuple((a, b) for row in data.get("parallels", ()) for a, b in (row, row[::-1])),
            doing=longest_first(doing),
            extents=frozenset(data.get("extents", ())),
            apposed=re.compile(data["apposed"]) if "apposed" in data else None,
            numbered=re.compile(data["numbered"]) if "numbered" in data else None,
            summed=re.compile(data["summed"]) if "summed" in data else None,
            relative=re.compile(data["relative"]) if "relative" in data else None,
            kinds=longest_first(data.get("kinds", ())),
            sorts=longest_first(data.get("sorts", ())),
            ends=frozenset(data.get("ends", ())),
            ordinal=data.get("ordinal", ""),
            ordered=data.get("ordered", ""),
        )

    def head(self, text: str) -> str | None:
        """The shared head that a text ends with, if it has something before it."""
        if not text.endswith(self.heads):
            return None
        return next((h for h in self.heads if text.endswith(h) and len(text) > len(h)), None)

    def full_head(self, text: str) -> str | None:
        """The shared head with the verb in front that belongs to it: 养殖面积 of 鲍鱼养殖面积."""
        head = self.head(text)
        return None if head is None else self.extended(text, head)

    def extended(self, text: str, head: str, first: str = "") -> str:
        """A head of `extents` with the verbs in front of it, but with none that `first` ends with: 保险参保人数."""
        if head not in self.extents:
            return head
        while True:
            front = text[: len(text) - len(head)]
            verbs = (v for v in self.doing if front.endswith(v) and len(front) > len(v) and not first.endswith(v))
            verb = next(verbs, "")
            if not verb:
                return head
            head = verb + head

    def measured(self, text: str) -> bool:
        """Whether a text says by its own ending what is measured: 毛利率, 合同额, 财政收入（本级）."""
        opened = text.rfind(_OPENING, 1) if text.endswith(_CLOSING) else -1
        return text[: opened if opened > 0 else len(text)].endswith((*self.heads, *self.endings))

    def modifier(self, text: str) -> str | None:
        """The modifier that a text starts with, with those behind it: 全国|规模以上."""
        described = self.relative.match(text) if self.relative else None
        own = described[0] if described else ""
        while found := next((m for m in self.modifiers if text.startswith(m, len(own))), None):
            own += found
        return own or None

    def told_apart(self, item: Filler, count: int) -> list[Filler] | None:
        """The several things that one phrase names, if they are `count`.

        城乡居民收入 are 城镇居民收入 and 农村居民收入, 第一、二、三产业 are 第一产业, 第二产业 and 第三产业.
        """
        for word, parts in self.pairs.items():
            if len(parts) == count and word in item.text:
                return [replace(item, text=item.text.replace(word, part, 1)) for part in parts]
        found = self.numbered.match(item.text) if self.numbered else None
        if found is None:
            return None
        numbers = [n for n in found["numbers"] if n.isalnum()]
        rest = item.text[found.end() :]
        lead = found["lead"] or (self.ordinal if self.ordered and rest.startswith(self.ordered) else "")
        return [replace(item, text=lead + n + rest) for n in numbers] if len(numbers) == count else None

    def _mirrored(self, items: Sequence[Filler]) -> tuple[Filler, ...] | None:
        """Two items around words that mirror each other: 整体|出口|和|进口|货值 are 整体出口货值 and 整体进口货值."""
        if len(items) != 2:
            return None
        first, last = items
        for one, other in self.parallels:
            if first.text.endswith(one) and last.text.startswith(other):
                front, behind = len(first.text) - len(one), len(last.text) - len(other)
                both = front and first.text[front - 1] == other[0]  # 进出口、进口值: the first is of both
                if both or not (front or behind):
                    return None
                lead = piece(first, 0, front)
                tail = piece(last, len(last.text) - behind, len(last.text))
                return joined(first, tail), joined(lead, last)
        return None

    def restore(self, items: Sequence[Filler], last_word: str = "", names: int = 0) -> tuple[Filler, ...]:
        """The items with what they leave out: 采矿业、制造业增加值 gives 采矿业增加值 and 制造业增加值.

        `last_word` is the last word of the last item: the head, where it says what is measured (烟尘、二氧化硫|排放量);
        `names` how many characters of the first item are the names of owners (全省|规模以上工业产值、投资).
        """
        if len(items) < 2:
            return tuple(items)
        if self.apposed and (found := self.apposed.search(items[-1].text)):  # 甲量、乙量|两大指标
            items = [*items[:-1], piece(items[-1], 0, found.start())]
        mirrored = self._mirrored(items)
        if mirrored:
            return mirrored
        items, head = self._summed_up(items)
        out = list(items)
        head = head or shared_head(self, [item.text for item in items], last_word, names)
        said = [self.measured(item.text) or (head is not None and item.text.endswith(head)) for item in items[:-1]]
        first_bare = said.count(True)  # 装车量、|集装箱、商品汽车发送量
        if head and not any(said[first_bare:]):
            tail = piece(items[-1], len(items[-1].text) - len(head), len(items[-1].text))
            out[first_bare:-1] = [joined(item, tail) for item in items[first_bare:-1]]
        modifier = shared_front(self, [items[0].text[names:], *(item.text for item in items[1:])])
        if names and modifier and len(modifier) <= _SHORT:
            modifier = None  # 某市|国家高新技术企业、科技型企业
        if modifier and not any(self.modifier(item.text) for item in items[1:]) and self._alike(out, modifier, names):
            lead = piece(items[0], names, names + len(modifier))
            out[1:] = [joined(lead, item) for item in out[1:]]
        return tuple(out)

    def _summed_up(self, items: Sequence[Filler]) -> tuple[list[Filler], str | None]:
        """甲、乙等新三样出口: the items without the word that stands for them, and their head."""
        last, found = items[-1], self.summed.search(items[-1].text, 1) if self.summed else None
        if found is None:
            return list(items), None
        own, head = piece(last, 0, found.start()), piece(last, found.end(), len(last.text))
        return ([*items[:-1], joined(own, head)], head.text) if head.text else ([*items[:-1], own], None)

    def _alike(self, items: Sequence[Filler], modifier: str, names: int) -> bool:
        """Whether the items are of one kind but for the modifier: both begin or end alike, or none is an indicator."""
        first, last = items[0].text[names + len(modifier) :], items[-1].text
        if not (self.measured(first) and self.measured(last)):
            return True
        return first[:2] == last[:2] or first[-2:] == last[-2:]


def piece(filler: Filler, start: int, end: int) -> Filler:
    """The characters `start:end` of a filler's text, with their places counted from its end unless they begin it.

    The places hold quotation marks that the text has not.
    """
    spans: list[tuple[int, int]] = []
    at = len(filler.text) - sum(high - low for low, high in filler.spans) if start else 0
    for low, high in filler.spans:
        size = high - low
        left, right = max(start, at), min(end, at + size)
        if left < right:
            spans.append((low + left - at, low + right - at))
        at += size
    return Filler(tuple(spans), filler.text[start:end])


def joined(*fillers: Filler) -> Filler:
    """Fillers as one, in this order; words that one ends and the next begins with are not said twice.

    其他园区|园区 is one 其他园区, and 改造老旧|老旧厂区 one 改造老旧厂区.
    """
    spans, text = fillers[0].spans, fillers[0].text
    for filler in fillers[1:]:
        most = min(len(text), len(filler.text))
        said = next((n for n in range(most, _SAID - 1, -1) if text.endswith(filler.text[:n])), 0)
        behind = piece(filler, said, len(filler.text)) if said else filler
        spans, text = (*spans, *behind.spans), text + behind.text
    return Filler(spans, text)


def zipped(left: Sequence[A], right: Sequence[B]) -> list[tuple[A, B]] | None:
    """Pairs of two lists of one length, else None: a list that does not fit is never guessed."""
    return list(zip(left, right, strict=True)) if len(left) == len(right) else None


def items(coded: Coded, start: int, end: int, joins: frozenset[str]) -> list[tuple[int, int]]:
    """The items of a coordination in the symbols `start:end`, cut at item marks and at words that join.

    Marks inside brackets and quotes do not cut: 产品（技术、服务）、企业 are two.
    """
    out: list[tuple[int, int]] = []
    depth, at, i = 0, start, start
    while i < end:
        char = coded.text[i]
        depth += 1 if char in "（“《" else -1 if char in "）”》" else 0
        word = i
        stop = i + 1
        while stop < end and coded.words[stop] == coded.words[word]:
            stop += 1
        surface = coded.text[i:stop] if coded.words[i] == i else ""  # 国家和地区 is one word
        if depth == 0 and (char == ITEM_MARK or surface in joins):
            out.append((at, i))
            at = i = i + (1 if char == ITEM_MARK else len(surface))
            continue
        i += 1
    out.append((at, end))
    return [(a, b) for a, b in out if a < b]
