"""A match to relations: slots to fillers, word classes to codes, figure lists to one relation a figure."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from extract.data import Article, Filler, Label, Mention, Place, Quantity, Rejection, Relation
from extract.engine import clauses
from extract.engine.coding import CLASSES, ITEM_MARK, Coded, plain
from extract.engine.figures import ranked, valued
from extract.engine.lists import Sharing, items, zipped
from extract.engine.patterns import OPEN, TEXT
from extract.engine.rules import Match
from extract.stages.relate.asides import asides, beside, without
from extract.stages.relate.members import in_clauses, joint, own_head, unlisted, with_heads

NAME_SLOTS = frozenset({"orgs", "recipients", "parties", "partners", "titles"})
"""Slots that hold a list."""
FIGURE_SLOTS = frozenset({"investment", "capacity", "prize", "base", "earlier", "later"})
"""Slots that hold the normal form of a figure or a time."""

_GOVERNING = "p"
"""The tag of a word that governs the name behind it: 对, 自."""
_BUILT = "project"
_STEM = 8
_MARKS = "，、（“《 "


@dataclass(frozen=True, slots=True)
class Emitter:
    """Makes the relations of one article."""

    article: Article
    sharing: Sharing
    joins: frozenset[str]
    firms: tuple[str, ...] = ()
    """Endings of an organisation that opens a project's name: 集团."""
    modifying: tuple[str, ...] = ()
    """Endings of what modifies the next item of a list: 化."""
    offices: frozenset[str] = frozenset()
    """Words between the titles of one person: 兼."""
    closing: tuple[str, ...] = ()
    """Words before a number that closes a list: 等."""

    def emit(self, match: Match, coded: Coded, sentence: int) -> tuple[list[Relation], list[Rejection]]:
        """The relations of one match, and a rejection where its lists do not fit each other."""
        made: list[Relation] = []
        refused: list[Rejection] = []
        for row in match.rule.gives or ({},):
            codes = self._codes(match, coded, row)
            slots = self._slots(match, coded, row)
            base = Relation(
                match.rule.record_type,
                match.rule.id,
                sentence,
                *coded.span(match.start, match.end),
                slots,
                codes,
            )
            relations, rejection = self._expand(base, match, coded, row)
            made.extend(self._beside(base, match, coded))
            made.extend(relations)
            if rejection:
                refused.append(rejection)
        return made, refused

    # ---- codes and slots --------------------------------------------------------------------------------------

    def _codes(self, match: Match, coded: Coded, row: Mapping[str, Any]) -> dict[str, str | bool]:
        codes: dict[str, str | bool] = {
            k: v for k, v in row.items() if isinstance(v, bool | str) and k not in {"quantity", "period"}
        }
        if row.get("timeless") and row.get("period") not in match.slots:
            codes["timeless"] = True
        for name, value in match.values.items():
            codes.setdefault(name, value)
        return codes

    def _slots(self, match: Match, coded: Coded, row: Mapping[str, Any]) -> dict[str, tuple[Filler, ...]]:
        slots: dict[str, tuple[Filler, ...]] = {}
        figure = row.get("quantity", "quantity")
        when = row.get("period")
        for name, (start, end) in match.slots.items():
            cls = match.classes[name]
            if name == when:
                slots["period"] = (self.figure(coded.mentions[start][0]),)
            if name == "rank":
                word = match.values.get(name)
                found = self.filler(coded, start, end)
                slots["quantity"] = self._ranks(coded, start) if word is None else (ranked(found, Decimal(word)),)
            elif name == "action" and match.values.get(name):
                slots[name] = (dataclasses.replace(self.filler(coded, start, end), text=match.values[name]),)
            elif name in match.values:
                slots[name] = (self.filler(coded, start, end),)
            elif name in {"quantity", "before"}:
                if name == figure and coded.mentions[start][0].label is Label.ORDINAL:
                    slots["quantity"] = self._ranks(coded, start)
                elif name == figure:
                    slots["quantity"] = tuple(self.figure(m) for m in coded.mentions[start])
            elif name in NAME_SLOTS and cls in {OPEN, "ANY", TEXT}:
                cut = items(coded, start, end, self.offices if name == "titles" else self.joins)
                slots[name] = tuple(f for a, b in cut if (f := self.filler(coded, a, clauses.said(coded, a, b))).text)
            elif cls in CLASSES and name in FIGURE_SLOTS:
                slots[name] = tuple(self.figure(m) for m in coded.mentions[start])
            else:
                slots[name] = (self.filler(coded, start, end),)
        if "partners" in slots:
            slots["parties"] = (*slots.get("parties", ()), *slots.pop("partners"))
        return slots

    def _ranks(self, coded: Coded, at: int) -> tuple[Filler, ...]:
        """Places in a ranking as figures: 第3位 is 3, 第5位和第4位 are two."""
        held = [(self.figure(m), m.normal) for m in coded.mentions[at]]
        return tuple(ranked(filler, n.value, n.bound) for filler, n in held if isinstance(n, Quantity))

    def filler(self, coded: Coded, start: int, end: int) -> Filler:
        """The symbols `start:end` as a filler; a lone name keeps its normal form."""
        span = coded.span(start, end)
        if end == start + 1 and coded.text[start] == CLASSES["POLICY"]:
            span = (span[0] + 1, span[1] - 1)  # a title stands without its marks
        if (parts := without(coded, start, end)) != [(start, end)]:
            spans = tuple(coded.span(*part) for part in parts)
            return Filler(spans, "".join(plain(self.article.text(*piece)) for piece in spans))
        held = coded.mentions.get(start) if end == start + 1 else None
        normal = held[0].normal if held and isinstance(held[0].normal, Place) else None
        return Filler((span,), plain(self.article.text(*span)), normal)

    def figure(self, mention: Mention) -> Filler:
        """A figure or a time as a filler, with its normal form."""
        normal = None if isinstance(mention.normal, str) else mention.normal
        return Filler(((mention.start, mention.end),), plain(self.article.text(mention.start, mention.end)), normal)

    # ---- lists ------------------------------------------------------------------------------------------------

    def _expand(
        self, base: Relation, match: Match, coded: Coded, row: Mapping[str, Any]
    ) -> tuple[list[Relation], Rejection | None]:
        figures = base.slots.get("quantity", ())
        if "zip" in row:
            return self._pairs(base, match, coded, row["zip"]), None
        if match.rule.each:
            return self._members(base, match, coded, row), None
        if base.record_type != "statistic" or not figures:
            return [base], None
        metrics = self._metrics(match, coded)
        if len(figures) == 1:
            many = bool(row.get("each")) and len(metrics) > 1
            chosen = metrics if many else [self._whole(match, coded)]
            return [self._statistic(base, figures[0], pair, row) for pair in chosen], None
        bases = self._compared(base, match, coded, len(figures))
        if len(metrics) == 1:
            metrics = self._in_clauses(match, coded, len(figures)) or metrics
        if not metrics or len(metrics) == 1:
            whole = metrics[0] if metrics else None
            apart = self.sharing.told_apart(whole, len(figures)) if whole else None
            if apart:
                return [self._statistic(b, f, m, row) for b, m, f in zip(bases, apart, figures, strict=True)], None
            size = len(figures)
            return [
                self._statistic(b, figure, whole, row, {"item": f"{i}/{size}"})
                for i, (b, figure) in enumerate(zip(bases, figures, strict=True))
            ], None
        pairs = zipped(metrics, figures) or zipped(self._metrics(match, coded, frozenset()), figures)
        if pairs is None and len(metrics) > len(figures) and self._goes_on(match, coded):
            whole = self._whole(match, coded)
            return [self._statistic(base, figure, whole, row, {"unpaired": True}) for figure in figures], None
        if pairs is None:
            start, end = self.article.clean.offsets.raw(base.start, base.end)
            message = f"{len(metrics)} names and {len(figures)} figures: {self.article.text(base.start, base.end)}"
            source = self.article.clean.source.source_id
            return [], Rejection(
                "relation", source, "list_count_mismatch", message, self.article.article_id, start, end
            )
        return [self._statistic(b, figure, metric, row) for b, (metric, figure) in zip(bases, pairs, strict=True)], None

    def _compared(self, base: Relation, match: Match, coded: Coded, count: int) -> list[Relation]:
        """分别高于|全国、全省|0.7和2.3个百分点: each figure has the reference in its place, where they are as many."""
        span = match.slots.get("reference")
        cut = items(coded, *span, self.joins) if span else []
        if len(cut) != count:
            return [base] * count
        return [base.having(slots={**base.slots, "reference": (self.filler(coded, *own),)}) for own in cut]

    def _in_clauses(self, match: Match, coded: Coded, count: int) -> list[Filler]:
        """粮油类，饮料类，|日用品类零售额|分别增长3%、4%和6%: the items of a list that commas part."""
        cut = in_clauses(coded, *match.slots["metric"], count)
        return list(self.sharing.restore([self.filler(coded, *item) for item in cut]))

    def _beside(self, base: Relation, match: Match, coded: Coded) -> list[Relation]:
        """团客（3万人次）及散客（5万人次）|分别增加1%及2%: the amounts in brackets are levels of the items."""
        span = match.slots.get("metric")
        if base.record_type != "statistic" or span is None or not asides(coded, *span):
            return []
        held = [asides(coded, a, min(b + 1, len(coded.text))) for a, b in items(coded, *span, self.joins)]
        figures = [self.figure(coded.mentions[own[0]][0]) if own else None for own in held]
        return beside(base, self._metrics(match, coded), figures)

    def _goes_on(self, match: Match, coded: Coded) -> bool:
        """Whether the list of figures goes on behind the match: 甲、乙、丙分别增长6%、1%|和|下降2%."""
        end = coded.word_end(match.end) if match.end < len(coded.text) else match.end
        return coded.text[match.end : end] in {*self.joins, ITEM_MARK}

    def _pairs(self, base: Relation, match: Match, coded: Coded, names: Sequence[str]) -> list[Relation]:
        """甲、乙分别牵头组建A、B: one relation a pair of the two slots' items; none where the lists do not fit."""
        lists = [
            [
                [f for a, b in items(coded, *match.slots[name], joins) if (f := self.filler(coded, a, b)).text]
                for joins in (self.joins, frozenset())
            ]
            for name in names
        ]
        pairs = next((p for left in lists[0] for right in lists[1] if (p := zipped(left, right))), [])
        both = "partners" in names  # 甲、乙分别与丙、丁签订: 甲 with 丙, 乙 with 丁
        made = [{"parties": pair} if both else {n: (f,) for n, f in zip(names, pair, strict=True)} for pair in pairs]
        return [base.having(slots={**base.slots, **slots}) for slots in made]

    def _members(self, base: Relation, match: Match, coded: Coded, row: Mapping[str, Any]) -> list[Relation]:
        """One relation an item of a list, each with the head that the list shares.

        A slot `head` (等项目) is the head of every item that has none of the rule's; without it an item takes the head
        of the next that has one (甲、乙机场). Items that still lack one are no names and are left out; where the row
        says `whole`, a list with such items is one name (经贸、文化交流会).
        """
        slot, heads = next(iter(match.rule.each.items()))
        shares = bool(row.get("shares", True))
        if slot not in match.slots:
            return [base]
        cut = clauses.members(coded, *match.slots[slot], self.joins, self.modifying, heads, shares)
        if joint(coded, cut):
            cut = [match.slots[slot]]
        words = match.rule.cuts.get(slot, frozenset())
        whole = [clauses.trim(coded, a, b, words, heads, opens=not i) for i, (a, b) in enumerate(cut)]
        fillers = [f for span in whole if span and (f := self.filler(coded, *span)).text]
        if row.get("whole") and any(own_head(f.text, heads) is None for f in fillers):
            return [base]
        stated = match.slots.get("head")
        tail = self.filler(coded, *stated) if stated else None
        out = with_heads(coded, fillers, heads, tail, shares, bare=base.record_type == _BUILT)
        slots = {k: v for k, v in base.slots.items() if k != "head"}
        made = [base.having(slots={**slots, slot: (item,)}) for item in out]
        return [self._headed(relation, coded) for relation in made]

    def _headed(self, relation: Relation, coded: Coded) -> Relation:
        """The project with the organisation that its name opens with by its ending (某某集团|易地改造项目)."""
        name = relation.slots.get("name")
        if relation.record_type != "project" or not name or "orgs" in relation.slots:
            return relation
        held = coded.mentions.get(coded.at(name[0].spans[0][0]))
        if held and held[0].label is Label.ORG:
            return relation
        start, text = name[0].spans[0][0], self.article.text(*name[0].spans[0])
        ends = [text.find(e, 2) + len(e) for e in self.firms if 2 <= text.find(e, 2) <= _STEM]
        size = min(ends, default=0)
        if not 0 < size <= len(text) - 2 or any(c in text[:size] for c in _MARKS):
            return relation
        return dataclasses.replace(
            relation, slots={**relation.slots, "orgs": (Filler(((start, start + size),), plain(text[:size])),)}
        )

    def _whole(self, match: Match, coded: Coded) -> Filler | None:
        span = unlisted(coded, match.slots.get("metric"), self.closing)
        if not span or not items(coded, *span, self.joins):  # 新增、460亿元: an item mark alone names nothing
            return None
        metric, front = self.filler(coded, *span), match.slots.get("front")
        if front is None:
            return metric
        verb = self.filler(coded, *front)
        return Filler((*verb.spans, *metric.spans), verb.text + metric.text)

    def _metrics(self, match: Match, coded: Coded, joins: frozenset[str] | None = None) -> list[Filler]:
        """The items of the metric, cut at `joins`: without any at item marks alone (甲、乙与丙制造 are two)."""
        span = unlisted(coded, match.slots.get("metric"), self.closing)
        if not span:
            return []
        bounds = items(coded, *span, self.joins if joins is None else joins)
        if not bounds:
            return []
        cut = [self.filler(coded, a, b) for a, b in bounds]
        last_word = coded.surface(max(coded.words[bounds[-1][1] - 1], bounds[-1][0]), bounds[-1][1])
        names = len(plain(coded.surface(span[0], coded.after_names(*span))))
        restored = self._owned(match, coded, cut) or self.sharing.restore([f for f in cut if f.text], last_word, names)
        front = match.slots.get("front")
        if front is None:
            return list(restored)
        lead = self.filler(coded, *front)  # 对|甲国、乙国出口
        return [Filler((*lead.spans, *item.spans), lead.text + item.text) for item in restored]

    def _owned(self, match: Match, coded: Coded, cut: list[Filler]) -> list[Filler]:
        """甲国、乙国投资: names of owners that share what is measured; empty where the items are no such names.

        So also names behind a word that governs them: 丙国|对|甲国、乙国的出口额.
        """
        end = match.slots["metric"][1]
        if len(cut) < 2 or not all(f.text for f in cut):
            return []
        names = [coded.at(cut[0].spans[0][1] - 1), *(coded.at(f.spans[0][0]) for f in cut[1:])]
        if any(coded.text[i] not in CLASSES["NAME"] for i in names) or names[-1] + 1 >= end:
            return []
        start = coded.at(cut[0].spans[0][0])
        if start < names[0] and coded.tags[coded.words[names[0] - 1]] != _GOVERNING:
            return []
        if any(f.spans[0][1] != coded.ends[i] for f, i in zip(cut[:-1], names, strict=False)):
            return []
        rest, lead = self.filler(coded, names[-1] + 1, end), self.filler(coded, start, names[0])
        parts = [
            (lead, f, rest) if start < names[0] else (f, rest) for f in (self.filler(coded, i, i + 1) for i in names)
        ]
        return [Filler(tuple(s for p in row for s in p.spans), "".join(p.text for p in row)) for row in parts]

    def _statistic(
        self,
        base: Relation,
        figure: Filler,
        metric: Filler | None,
        row: Mapping[str, Any],
        more: Mapping[str, str | bool] | None = None,
    ) -> Relation:
        slots = dict(base.slots)
        slots["quantity"] = (valued(figure, str(base.codes.get("way", "+")), row),)
        if metric and metric.text:
            slots["metric"] = (metric,)
        else:
            slots.pop("metric", None)
        return base.having(slots=slots, codes={**base.codes, **more} if more else base.codes)
