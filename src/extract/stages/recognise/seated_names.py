"""Names of a place and a word that a text never has without it: 某江|甬能."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.data import Article
from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.word_bounds import occurrences

_SHORTEST, _LONGEST = 2, 4
_GOES_ON = ("v", "p", "d", "u", "c", "x", "m", "t", "a", "n", "j")


@dataclass(frozen=True, slots=True)
class SeatedNames:
    """Built by `compile` from knowledge/organisations.yaml."""

    stops: frozenset[str]
    """Words that no name holds."""
    general: frozenset[str]
    """Words that many firms or bodies are called by."""
    of_places: tuple[str, ...]
    """What stands behind a place's name and no firm's: 地区."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> SeatedNames:
        """Raises KeyError where a list is missing."""
        general = (*data["generic"], *data["common_heads"], *data["trade"], *data["firm"])
        return cls(frozenset(data["stops"]), frozenset(general), tuple(data["of_places"]))

    def find(self, article: Article, views: Sequence[SentenceView]) -> Iterator[str]:
        """Names of a place and a word that the article never has without it, and that does something: 某江|甬能."""
        whole = article.text(article.start, article.end)
        seats: dict[str, list[str]] = {}
        words: dict[str, str] = {}
        for seen in views:
            for end, start in seen.place_ends.items():
                if end - start != _SHORTEST or not seen.offset <= start < seen.offset + len(seen.text) - _LONGEST:
                    continue
                name, word = self._pair(seen, start, end)
                if name:
                    seats.setdefault(name, []).append(seen.tag_after(end + _SHORTEST))
                    words[name] = word
        for name, tags in seats.items():
            acts = sum(tag.startswith(("v", "p")) for tag in tags)
            if acts and len(tags) >= _SHORTEST and occurrences(whole, name) == occurrences(whole, words[name]):
                yield name

    def _pair(self, seen: SentenceView, start: int, end: int) -> tuple[str, str]:
        last = end + _SHORTEST
        word = seen.text[end - seen.offset : last - seen.offset]
        tag = seen.tag_of(end, last)
        ordinary = word in self.stops or word in self.general or word.endswith(self.of_places)
        if ordinary or not word.isalpha() or word.isascii() or not (tag.startswith("n") or not tag):
            return "", ""
        if seen.word_at(end) is None or not seen.ends_word(last) or not seen.opens_phrase(start):
            return "", ""
        follows = seen.tag_after(last)
        apart = not follows or (follows.startswith(_GOES_ON) and not follows.startswith(("u", "n", "a", "j", "m")))
        return (seen.text[start - seen.offset : last - seen.offset], word) if apart else ("", "")
