"""People beside their titles: 党组书记、局长江明远."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.data import Article, Label, Mention
from extract.engine.lexicon import Lexicon

_MARKS = frozenset("，。；：、！？（）()“”《》 \n·")


@dataclass(frozen=True, slots=True)
class People:
    """Titles and surnames; `compile` takes knowledge/people.yaml."""

    titles: Lexicon[None]
    surnames: frozenset[str]
    double: frozenset[str]
    after: tuple[str, ...]
    not_names: tuple[str, ...]
    appoint: Lexicon[None]
    gets: tuple[str, ...]
    named: frozenset[str]
    """Words that are titles only before a name: 代表 in 以…为代表 is none."""
    adverbs: frozenset[str]
    """Characters that follow a name of two and end none: 将 in 某某将出席."""
    between: frozenset[str]
    """What stands between two titles of one person: 、 and 兼."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> People:
        """Raises KeyError where a list is missing."""
        return cls(
            Lexicon(dict.fromkeys(data["titles"])),
            frozenset(data["surnames"]),
            frozenset(data["double_surnames"]),
            tuple(data["after"]),
            tuple(data["not_names"]),
            Lexicon(dict.fromkeys(data["appoint"])),
            tuple(data["gets"]),
            frozenset(data["named"]),
            frozenset(data["adverbs"]),
            frozenset(data["between"]),
        )

    def recognise(self, article: Article) -> list[Mention]:
        """TITLE and PERSON mentions of an article: a name right behind a title, or right before 任 and the like."""
        out: list[Mention] = []
        for sentence in article.sentences:
            text = article.text(sentence.start, sentence.end)
            for start, end, _ in self.titles.find(text):
                size = self._name(text, end)
                if size:
                    out.append(Mention(sentence.start + start, sentence.start + end, Label.TITLE))
                    out.append(Mention(sentence.start + end, sentence.start + end + size, Label.PERSON))
                elif text[start:end] not in self.named and (
                    text[end : end + 1] in self.between or text.endswith(self.gets, 0, start)
                ):
                    out.append(Mention(sentence.start + start, sentence.start + end, Label.TITLE))
            for _, end, _ in self.appoint.find(text):
                size = self._name(text, end)
                if size and text.startswith(self.gets, end + size):
                    out.append(Mention(sentence.start + end, sentence.start + end + size, Label.PERSON))
        return out

    def _name(self, text: str, at: int) -> int:
        """How long the name at `at` is: surname and one or two characters up to a mark or a verb; 0 for none."""
        rest = text[at : at + 5]
        if not rest or rest.startswith(self.not_names):
            return 0
        surname = 2 if rest[:2] in self.double else 1 if rest[0] in self.surnames else 0
        if not surname:
            return 0
        for size in (surname + 2, surname + 1):
            name, following = text[at : at + size], text[at + size : at + size + 3]
            if len(name) < size or name[-1] in self.adverbs or any(not "\u4e00" <= c <= "\u9fff" for c in name):
                continue
            if not following or following[0] in _MARKS or following.startswith((*self.after, *self.adverbs)):
                return size
        return 0
