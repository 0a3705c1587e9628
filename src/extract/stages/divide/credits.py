"""Who wrote and who took the pictures: leads, bylines and credits, compiled from knowledge/press.yaml."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.data import BlockKind
from extract.engine.expressions import compile_row, expand

_LEAD = 200
_TAIL = 80
_CREDIT = 60


@dataclass(frozen=True, slots=True)
class Lead:
    """What opens a piece: where its sentence begins, the dateline and the persons named."""

    end: int
    place: str | None = None
    month: int | None = None
    day: int | None = None
    persons: tuple[str, ...] = ()
    year: int | None = None


class Credits:
    """Finds leads, bylines and credits in the text of one block."""

    def __init__(self, press: Mapping[str, Any]) -> None:
        macros: Mapping[str, str] = press["macros"]
        self._leads = [compile_row(row, macros) for row in press["leads"]]
        self._tails = [compile_row(row, macros) for row in press["lead_tails"]]
        self._credits = [compile_row(row, macros) for row in press["credits"]]
        self._closing = compile_row(press["closing_credit"], macros)
        self._role = re.compile(expand("<ROLE>", macros))
        self._people = re.compile(expand("<ROLE>[\uff1a:/ ]{0,2}(<NAMES>)", macros))
        self._names = re.compile(expand("<NAMES>", macros))
        self._name = re.compile(expand("<NAME>", macros))

    def lead(self, text: str) -> Lead | None:
        """The lead at the start of a paragraph: 新华社北京1月17日电（记者 王小明）."""
        head = text[:_LEAD]
        for expression in self._leads:
            if found := expression.match(head):
                groups = found.groupdict()
                end, behind = self._tail(head, found.end())
                persons = (*self._split(groups.get("credits") or ""), *behind)
                year, month, day = (int(v) if (v := groups.get(k)) else None for k in ("year", "month", "day"))
                named = tuple(self._split(groups.get("credits") or ""))
                return Lead(end, groups.get("place"), month, day, (*named, *persons), year)
        return None

    def _tail(self, head: str, end: int) -> tuple[int, tuple[str, ...]]:
        persons: list[str] = []
        moved = True
        while moved:
            moved = False
            for expression in self._tails:
                if (found := expression.match(head, end)) and found.end() > end:
                    named = found.groupdict().get("credits") or ""
                    persons += self.persons(named) or (self._split(named) if self._names.fullmatch(named) else ())
                    end, moved = found.end(), True
        return end, tuple(persons)

    def persons(self, text: str) -> list[str]:
        """The names that stand behind a role: 记者 王小明 通讯员 李大伟."""
        return [name for found in self._people.finditer(text) for name in self._split(found[1])]

    def _split(self, names: str) -> Iterator[str]:
        for found in self._name.finditer(names):
            yield found[0].replace(" ", "")

    def caption(self, text: str) -> tuple[int, tuple[str, ...]]:
        """Where the credit at a caption's end begins (its length where there is none), and who is named."""
        shift = max(len(text) - _CREDIT, 0)
        for expression in self._credits:
            if found := expression.search(text[shift:]):
                start = shift + found.start()
                start += text[start] == "\u3002"
                return start, tuple(self._split(found.groupdict().get("credits") or ""))
        return len(text), ()

    def closing(self, text: str) -> tuple[int, tuple[str, ...]]:
        """Where the names in brackets at an article's end begin, （王小明）, and the names."""
        shift = max(len(text) - _TAIL, 0)
        found = self._closing.search(text[shift:])
        if found is None:
            return len(text), ()
        named = found["credits"] or ""
        persons = self.persons(named) or list(self._split(named))
        return shift + found.start(), tuple(persons)

    def of_block(self, text: str, kind: BlockKind) -> tuple[str, ...]:
        """The persons that a whole byline or caption names."""
        # 何山 摄 as a block of its own
        credited = self.caption(text if kind is BlockKind.CAPTION else f" {text}")[1]
        return credited if kind is BlockKind.CAPTION else tuple(self.persons(text)) or credited
