"""The names of a list beside one that is sure: 江明远、周海."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from extract.stages.recognise.name_forms import Name, Sure
from extract.stages.recognise.personal_names import PersonalNames
from extract.stages.recognise.sentence import SentenceView

MARKS = frozenset("，。；：、！？（）()“”《》 \n·")
"""What ends an item of a list."""
_RUN_ENDS = MARKS | {"…"}
PARTED = ("·", "-")
"""What joins the parts of one name."""
_LAST = 2


class Stands(NamedTuple):
    """Whether a name may begin at a place of a sentence, and whether what follows lets one end there."""

    opens: Callable[[SentenceView, int], bool]
    goes_on: Callable[[SentenceView, int], bool]


@dataclass(frozen=True, slots=True)
class ListedPeople:
    """What stands in lists of people."""

    names: PersonalNames
    joins: frozenset[str]
    """What stands between two items: 、 和."""
    behind: tuple[str, ...]
    """What follows a name and nothing else: 同志."""
    after: tuple[str, ...]

    def find(
        self, seen: SentenceView, spans: Mapping[int, int], called: Collection[int], stands: Stands
    ) -> dict[int, int]:
        """The names with those that stand in a list beside one: 江明远、周海."""
        out = dict(spans)
        queue = sorted(out.items())
        while queue:
            start, end = queue.pop()
            for at in self._next(seen, end):
                name = self.names.at(seen, at)
                if name is not None and at not in out and (name.end in out or self._ends_item(seen, name, stands)):
                    out[name.start] = name.end
                    queue.append((name.start, name.end))
            run_on = self._run_on(seen, start, end, out)
            if run_on is not None:
                out[run_on.start] = run_on.end
                queue.append((run_on.start, run_on.end))
            for before in self._before(seen, start, out, called, stands):
                out[before.start] = before.end
                queue.append((before.start, before.end))
        return out

    def _next(self, seen: SentenceView, end: int) -> Iterator[int]:
        word = seen.text[end - seen.offset : end - seen.offset + 1]
        if word in self.joins:
            yield end + 1

    def _run_on(self, seen: SentenceView, start: int, end: int, known: Mapping[int, int]) -> Name | None:
        """The name right behind another one, with a mark or a third one behind it: 江明远|周海|林兰英."""
        if end in known or not self._is_word(seen, start, end) or end - seen.offset >= len(seen.text):
            return None
        name = self.names.at(seen, end)
        if name is None or not (name.end - end > _LAST or self._is_word(seen, end, name.end)):
            return None
        rest = seen.text[name.end - seen.offset :]
        if not rest or rest[0] in _RUN_ENDS or rest.startswith(self.after) or name.end in known:
            return name
        third = self.names.at(seen, name.end)
        return name if third is not None and self._is_word(seen, name.end, third.end) else None

    def _is_word(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether a span is a Chinese name of one word, or of loose characters: 江明远, 贾|樟|柯."""
        tag = seen.tag_of(start, end)
        named = seen.char(start) in self.names.surnames and seen.part(start, end) not in self.names.ordinary
        return named and end - start in (_LAST, _LAST + 1) and (tag.startswith("nr") or not tag)

    def _ends_item(self, seen: SentenceView, name: Name, stands: Stands) -> bool:
        rest = seen.text[name.end - seen.offset :]
        if seen.tag_of(name.start, name.end) == "ns":
            return False
        foreign = name.end - name.start > _LAST and self.names.foreign.transcribes(
            seen.text[name.start - seen.offset : name.end - seen.offset]
        )
        if name.sure > Sure.LIKE and self.names.plain(seen, name) and name.end - name.start > _LAST:
            return True  # 田龙、|张|相|超|火速
        if name.sure > Sure.LIKE or foreign or seen.tag_of(name.start, name.end).startswith("nr"):
            return stands.goes_on(seen, name.end) or rest[0] in self.joins
        return not rest or rest[0] in MARKS or rest[0] in self.joins or rest.startswith((*self.behind, *self.after))

    def _before(
        self, seen: SentenceView, start: int, known: Mapping[int, int], called: Collection[int], stands: Stands
    ) -> Iterator[Name]:
        if start - 1 <= seen.offset or seen.char(start - 1) not in self.joins:
            return
        for size in (3, 2, 4):
            at = start - 1 - size
            if at < seen.offset or at in known or seen.char(at - 1) in PARTED:
                continue
            if not (at in called or stands.opens(seen, at) or seen.opens_phrase(at)):
                continue
            place = seen.tag_of(at, start - 1) == "ns"
            name = self.names.at(seen, at) if seen.word_at(at) is not None and not place else None
            if name is not None and name.end == start - 1:
                yield name
                return
