"""Bodies by their own officers: 水产二司|副司长, 海川市馆藏中心|主任 has the ending that the title takes up.

An officer's title repeats how the body ends, so that what stands right before it is a body whatever its words are; the
whole of which it is a part, or its place, begins its name (某社|国际部|主任).
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.data import Article, Label, Mention, Tokens
from extract.stages.recognise.sentence import SentenceView

_TAGS = ("n", "vn", "b", "a", "j", "m", "eng", "l", "s", "f", "g", "q")
_LONGEST = 16
_WORD, _LEVELLED, _ENDING = 2, 3, 4


@dataclass(frozen=True, slots=True)
class Officers:
    """Built by `compile` from knowledge/organisations.yaml."""

    endings: Mapping[str, tuple[str, ...]]
    """Title → how a body ends that has such an officer: 司长 → 司, 主任 → 办公室, 中心."""
    of_parts: Mapping[str, tuple[str, ...]]
    """The same of those that only a part of a named body has: 主任 → 部."""
    deputies: tuple[str, ...]
    """What stands before a title: 副, 常务副."""
    stops: frozenset[str]
    """Words that no name holds."""
    nobody: frozenset[str]
    """Words at whose beginning no single body is named: 社区|办公室."""
    nominal: frozenset[str]
    """Verbs that may stand inside a body's name: 管理, 投资."""

    @classmethod
    def compile(cls, data: Mapping[str, Any], nominal: Sequence[str]) -> Officers:
        """Raises KeyError where a list is missing."""
        return cls(
            {title: tuple(endings) for title, endings in data["officers"].items()},
            {title: tuple(endings) for title, endings in data["officers_of_parts"].items()},
            tuple(data["deputies"]),
            frozenset(data["stops"]),
            frozenset(data["no_officers"]),
            frozenset((*nominal, *data["inside"])),
        )

    def find(self, article: Article, tokens: Sequence[Tokens], mentions: Sequence[Mention]) -> tuple[Mention, ...]:
        """The mentions of an article with the bodies that its officers show; what they hold of a body goes."""
        bodies = [*self._bodies(article, tokens, mentions)]
        kept = (
            m
            for m in mentions
            if m.label is not Label.ORG or not any(b.start <= m.start < m.end <= b.end for b in bodies)
        )
        return (*kept, *bodies) if bodies else tuple(mentions)

    def _bodies(self, article: Article, tokens: Sequence[Tokens], mentions: Sequence[Mention]) -> Iterator[Mention]:
        titles = {m.start: m for m in mentions if m.label is Label.TITLE}
        found = [m for m in mentions if m.label in (Label.ORG, Label.PLACE)]
        ends = {m.end for m in found if m.label is Label.ORG}
        for sentence, words in zip(article.sentences, tokens, strict=True) if titles else ():
            heads = [at for at in titles if sentence.start < at < sentence.end and at not in ends]
            near = [m for m in found if sentence.start <= m.start < sentence.end] if heads else []
            seen = SentenceView.of(article.text(sentence.start, sentence.end), sentence.start, words, ())
            for at in heads:
                start = self._start(seen, at, article.text(at, titles[at].end), near)
                if start is not None:
                    yield Mention(start, at, Label.ORG)

    def _start(self, seen: SentenceView, end: int, title: str, near: Sequence[Mention]) -> int | None:
        """Where the body begins that ends at `end`, before the title of its officer; None where none does."""
        post = next((title.removeprefix(word) for word in self.deputies if title.startswith(word)), title)
        before = seen.part(max(seen.offset, end - _ENDING), end)
        ending = next((e for e in self.endings.get(post, ()) if before.endswith(e)), "")
        part = next((e for e in self.of_parts.get(post, ()) if before.endswith(e)), "")
        if not ending and not part:
            return None
        outer = {m.end: m for m in near if m.end < end}
        at = end
        while at > seen.offset and end - at < _LONGEST:
            if at in outer and at < end:
                whole = min((m for m in near if m.end == at), key=lambda m: m.start)
                return whole.start if self._names(seen, at, end, ending or part, part=True) else None
            word, tag = seen.word_before(at)
            text = seen.part(word, at)
            verb = tag.startswith("v") and (text in self.nominal or text in (ending or part))
            if not text.isalnum() or text in self.stops or not (tag.startswith(_TAGS) or verb or at == end):
                break
            at = word
        joined = at > seen.offset and seen.word_before(at)[1] == "c" and self._noun_before(seen, at)
        return at if ending and seen.opens_phrase(at) and not joined and self._names(seen, at, end, ending) else None

    @staticmethod
    def _noun_before(seen: SentenceView, at: int) -> bool:
        """Whether a join before `at` has a noun before it, of which the body may be a part: 经济|和|信息化局."""
        join, _ = seen.word_before(at)
        return join > seen.offset and seen.word_before(join)[1] in ("n", "vn")

    def _names(self, seen: SentenceView, start: int, end: int, ending: str, *, part: bool = False) -> bool:
        """Whether the words before an ending say which body it is; of the `part` of one its ending may be enough."""
        stem = seen.part(start, end).removesuffix(ending)
        first = seen.words(start, end)[-1]
        if not part and (first in self.nobody or seen.part(start, end) in self.nobody):
            return len(first) == 1 and len(stem) > _LEVELLED  # 县|人民医院
        return len(stem) >= _WORD or (part and len(stem) + len(ending) >= _WORD)
