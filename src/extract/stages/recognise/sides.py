"""Clubs in texts about sport, by what only a club has, does or is in: 西某堡|主帅, 加盟|西某堡, 西某堡-诺某翰."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from extract.data import Article
from extract.engine.lexicon import Lexicon
from extract.engine.patterns import alternation
from extract.stages.recognise.sentence import SentenceView

_SHORTEST, _LONGEST = 2, 7
_TELLS = 2
"""Different words of sport that a text about it has, at least."""
_OWN = ("nz", "nr", "ns", "nt", "j", "eng")
"""Tags of words that may be a club's name."""
_NEVER = ("p", "c", "u", "r", "d", "x", "m", "y", "q", "t", "v", "f")
"""Tags of characters that are in no club's name."""
_SOUND_TAGS = ("p", "c", "u", "x", "r")
_HAN = "[\u4e00-\u9fff]"
_ROW = 3
"""Players with their clubs in brackets that make a list of them."""
_OF_CLUB = re.compile(rf"(?:{_HAN}|·){{2,8}}（(?P<club>{_HAN}{{2,8}})）")
_LISTED = re.compile(rf"(?:{_OF_CLUB.pattern.replace('?P<club>', '?:')}[，、/ ]?){{{_ROW},}}")


@dataclass(frozen=True, slots=True)
class Sides:
    """Built by `compile` from knowledge/organisations.yaml and the sounds of knowledge/places.yaml."""

    sport: Lexicon[None]
    """Words by which a text is about sport: 赛季."""
    before: Lexicon[None]
    """What stands before a club's name: 加盟, 豪门."""
    behind: Lexicon[None]
    """What stands behind it: 主帅, 球迷."""
    common: frozenset[str]
    """Words that are no single club's: 球队, 对手."""
    sounds: frozenset[str]
    plain: frozenset[str]
    pairs: re.Pattern[str]
    """Two sides of a fixture or a result; groups `left` and `right`."""
    lists: re.Pattern[str]
    """A list that says behind it that it is one of clubs: 甲堡、乙翰等|豪门."""
    joins: frozenset[str]
    team: str
    """What ends a club's full name: 火鸟|队."""
    no_teams: frozenset[str]
    """What stands before it and names none: 国家|队."""
    ends: frozenset[str]
    """What ends no club's name: 美|裔."""

    @classmethod
    def compile(cls, data: Mapping[str, Any], sounds: str) -> Sides:
        """Raises KeyError where a list is missing."""
        before, behind = data["side_before"], data["side_behind"]
        words = (*before, *behind, *data["sport"], *data["meets"], *data["grounds"])
        common = (*data["generic"], *data["common_heads"], *data["stops"], *data["no_clubs"], *words)
        return cls(
            Lexicon(dict.fromkeys(data["sport"])),
            Lexicon(dict.fromkeys((*before, *data["meets"]))),
            Lexicon(dict.fromkeys(behind)),
            frozenset(common),
            frozenset(sounds),
            frozenset(data["plain"]),
            re.compile(
                rf"(?<![\u4e00-\u9fff\w·-])(?P<left>{_HAN}{{2,7}})"
                rf"(?:[-—]|\s?(?:VS|vs)\s?|\s?\d{{1,3}}[-:{data['score']}]\d{{1,3}}\s?)"
                rf"(?P<right>{_HAN}{{2,7}})(?![\u4e00-\u9fffA-Za-z·-])"
            ),
            re.compile(f"{data['listing']}{_HAN}{{0,4}}?(?:{alternation(list(data['side_lists']))})"),
            frozenset(data["list_joins"]),
            data["side_team"],
            frozenset(data["no_sides"]),
            frozenset(data["side_ends"]),
        )

    def find(self, article: Article, views: Sequence[SentenceView], fixed: Set[int]) -> set[str]:
        """The names of clubs that an article about sport makes sure; none lies on the places `fixed`."""
        whole = article.text(article.start, article.end)
        words = {whole[start:end] for start, end, _ in self.sport.find(whole)}
        if len(words) < _TELLS:
            clubs = [span for seen in views if words for span in self._clubs_of_players(seen, fixed)]
            return {article.text(*span) for span in clubs} | set(self._fixtures(views, fixed))
        told: defaultdict[str, int] = defaultdict(int)
        sure: set[str] = set()
        for seen in views:
            for span, certain in self._beside(seen, fixed):
                name = seen.part(*span)
                told[name] += 1
                if certain:
                    sure.add(name)
            sure |= {seen.part(*span) for span in self._clubs_of_players(seen, fixed)}
            for start, end in self._teams(seen, fixed):
                sure.add(seen.part(start, end))
                stem, name = seen.part(start, end - 1), seen.part(start, end)
                told[stem] += 1 + (whole.count(stem) - whole.count(name) >= _TELLS)
        sure |= {name for name, times in told.items() if times > 1}
        sure |= set(self._fixtures(views, fixed))
        for seen in views:
            sure |= set(self._mates(seen, sure, fixed))
        return sure

    def _beside(self, seen: SentenceView, fixed: Set[int]) -> Iterator[tuple[tuple[int, int], bool]]:
        """The names beside a telling word, each with whether its form is a name's by itself."""
        for start, _, _ in self.behind.find(seen.text, seen.offset):
            at = self._back(seen, start)
            if at < start and fixed.isdisjoint(range(at, start)) and self._may_be(seen, at, start):
                yield (at, start), self._is_name(seen, at, start)
        limit = seen.offset + len(seen.text)
        for _, end, _ in self.before.find(seen.text, seen.offset):
            at = self._on(seen, end, limit)
            if at > end and fixed.isdisjoint(range(end, at)) and self._may_be(seen, end, at):
                follows = seen.tag_after(at) if at < limit else ""
                if not follows.startswith(("n", "ng", "m")) or self._behind_at(seen, at):
                    yield (end, at), self._is_name(seen, end, at)

    def _teams(self, seen: SentenceView, fixed: Set[int]) -> Iterator[tuple[int, int]]:
        """Full names of a word and an ending: 火鸟|队."""
        at = seen.text.find(self.team)
        while at > 0:
            end = seen.offset + at
            start, tag = seen.word_before(end if seen.word_at(end) else end + 1)
            stem = seen.part(start, end)
            named = len(stem) >= _SHORTEST and stem.isalpha() and not stem.isascii() and tag.startswith(("n", "j"))
            free = named and fixed.isdisjoint(range(start, end)) and start not in seen.place_starts
            if free and stem not in self.no_teams and stem not in self.common and seen.ends_word(end + 1):
                yield start, end + 1
            at = seen.text.find(self.team, at + 1)

    def _mates(self, seen: SentenceView, sure: Set[str], fixed: Set[int]) -> Iterator[str]:
        """The names of a list of clubs, and those beside a sure one in a list: 甲堡、乙翰和丙顿等豪门."""
        limit = seen.offset + len(seen.text)
        ends = [seen.offset + found.start() for found in self.lists.finditer(seen.text)]
        ends += [at for at in range(seen.offset + 1, limit - 1) if self._joins_sure(seen, at, sure)]
        for name in sure:
            at = seen.text.find(name)
            while at >= 0:
                behind = seen.offset + at + len(name)
                if behind + 1 < limit and seen.char(behind) in self.joins:
                    stop = self._on(seen, behind + 1, limit)
                    if stop > behind + 1 and self._mate(seen, behind + 1, stop, fixed):
                        yield seen.part(behind + 1, stop)
                at = seen.text.find(name, at + 1)
        while ends:
            end = ends.pop()
            at = self._back(seen, end)
            if at < end and self._mate(seen, at, end, fixed):
                yield seen.part(at, end)
                if at - 1 > seen.offset and seen.char(at - 1) in self.joins:
                    ends.append(at - 1)

    def _mate(self, seen: SentenceView, start: int, end: int, fixed: Set[int]) -> bool:
        """Whether an item of a list of clubs may be one."""
        free = fixed.isdisjoint(range(start, end)) and self._may_be(seen, start, end)
        return free and (self._is_name(seen, start, end) or start in seen.place_starts)

    def _joins_sure(self, seen: SentenceView, at: int, sure: Set[str]) -> bool:
        """Whether a join stands at `at` before a sure club."""
        return seen.char(at) in self.joins and any(seen.text.startswith(name, at + 1 - seen.offset) for name in sure)

    def _behind_at(self, seen: SentenceView, at: int) -> bool:
        return any(hit.start == 0 for hit in self.behind.find(seen.part(at, at + _LONGEST), 0))

    def _back(self, seen: SentenceView, end: int) -> int:
        """Where the words that may be a club's name begin that end at `end`."""
        at = end
        while at > seen.offset:
            word, tag = seen.word_before(at)
            if end - word > _LONGEST or not self._part(seen.part(word, at), tag, alone=at == end):
                break
            at = word
            if len(seen.part(at, end)) >= _SHORTEST and seen.opens_phrase(at):
                break
        return at

    def _on(self, seen: SentenceView, start: int, limit: int) -> int:
        """Where the words that may be a club's name end that begin at `start`."""
        at = start
        while at < limit:
            word = seen.word_at(at)
            if word is None or word[0] - start > _LONGEST:
                break
            if not self._part(seen.part(at, word[0]), word[1], alone=at == start):
                break
            at = word[0]
        return at

    def _part(self, text: str, tag: str, *, alone: bool) -> bool:
        """Whether a word may be a part of a club's name; a common noun only by itself: 火鸟|主帅."""
        if text in self.common or not text.isalpha() or text.isascii() or not self.joins.isdisjoint(text):
            return False
        if len(text) == 1:
            return (text in self.sounds and not tag.startswith(_SOUND_TAGS)) or not tag.startswith(_NEVER)
        return tag.startswith(_OWN) or self.sounds.issuperset(text) or (alone and tag in ("n", "b"))

    def _may_be(self, seen: SentenceView, start: int, end: int) -> bool:
        name = seen.part(start, end)
        fits = _SHORTEST <= len(name) <= _LONGEST and name[-1] not in self.ends
        return fits and name not in self.common and not self.plain.issuperset(name)

    def _is_name(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether words are a name by their form: tagged so, or characters that make no word together."""
        tag = seen.tag_of(start, end)
        return tag.startswith(_OWN) if tag else True

    def _whole(self, seen: SentenceView, start: int, end: int) -> bool:
        """Whether no word of a side is one that clubs stand beside, or a particle."""
        at = start
        while at < end:
            word = seen.word_at(at)
            text = seen.part(at, word[0]) if word is not None else ""
            if word is None or text in self.common:
                return False
            if word[1].startswith(("p", "d", "u", "c")) and text not in self.sounds:
                return False
            at = word[0]
        return True

    def _clubs_of_players(self, seen: SentenceView, fixed: Set[int]) -> Iterator[tuple[int, int]]:
        """The clubs behind the players of a list: 马某（西某堡）、贝某（诺某翰）."""
        for run in _LISTED.finditer(seen.text):
            spans = [
                (seen.offset + run.start() + hit.start("club"), seen.offset + run.start() + hit.end("club"))
                for hit in _OF_CLUB.finditer(run[0])
            ]
            names = {seen.part(*span): span for span in spans if self._may_be(seen, *span)}
            own = [n for n, at in names.items() if seen.tag_of(*at).startswith(_OWN) or self.sounds.issuperset(n)]
            if len(names) >= _ROW and len(own) * _SHORTEST >= len(spans):
                yield from (span for span in spans if fixed.isdisjoint(range(*span)))

    def _fixtures(self, views: Sequence[SentenceView], fixed: Set[int]) -> Iterator[str]:
        """The sides of fixtures and results; one that has two opponents makes them sure: 甲堡-乙翰, 甲堡-丙顿."""
        against: defaultdict[str, set[str]] = defaultdict(set)
        for seen in views:
            for found in self.pairs.finditer(seen.text):
                spans = [(seen.offset + found.start(side), seen.offset + found.end(side)) for side in ("left", "right")]
                if any(not self._whole(seen, *span) for span in spans):
                    continue  # 火鸟|以|3-1
                words = [seen.word_at(start) is not None and seen.ends_word(end) for start, end in spans]
                if all(words) and all(fixed.isdisjoint(range(*span)) for span in spans):
                    left, right = found["left"], found["right"]
                    against[left].add(right)
                    against[right].add(left)
        for name, others in against.items():
            if len(others) > 1 and name not in self.common:
                yield name
                yield from (other for other in others if other not in self.common)
