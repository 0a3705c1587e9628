"""Names that others make sure: those in a long list of names, and those that an article has again and again."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence

from extract.data import Article, Label, Mention
from extract.stages.recognise.name_forms import Name
from extract.stages.recognise.personal_names import PersonalNames
from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.word_bounds import occurrences

_LIST = re.compile("(?<=[^\\w·])[\u4e00-\u9fff·]{2,12}(?=、)|(?<=、)[\u4e00-\u9fff·]{2,12}(?=[^\\w·])")
"""An item with another before or behind it."""
_NOTED = re.compile("([\u4e00-\u9fff·]{2,8})（[^（）]{2,12}）")
"""An item with a bracket behind it."""
_BRACKETED = re.compile(f"(?:{_NOTED.pattern}[，、/]?)+")
_SHARE = 3
"""Of so many items one is known, at least."""
_ITEM = (2, 3, 4)
"""Characters of an item that may be a name by its neighbours alone."""
_HALF = 2
_SELDOM = 3
"""One time in so many a name stands before a noun that is a thing's."""
_OFTEN = 3
"""How often a name comes, at least, that nothing else makes sure."""
_PAIR = 2
_PERSON = "nr"
_SURNAMES = ("nr", "zg")
"""Tags of a surname that is a word by itself."""


def in_long_lists(seen: SentenceView, known: Mapping[int, int], names: PersonalNames) -> dict[int, int]:
    """The items between names of a list that has more known names than other items: 江明远、周海、老某、林兰英.

    `known` are the starts and ends of the names of the sentence.
    """
    out: dict[int, int] = {}
    for items in _runs(seen):
        items = [(start, _shortened(seen, start, end, names)) for start, end in items]
        sure = sum(known.get(start) == end for start, end in items)
        if sure < _PAIR or sure * _HALF < len(items):
            continue
        for start, end in items:
            free = all(at not in known for at in range(start, end))
            text = seen.text[start - seen.offset : end - seen.offset]
            ordinary = text in names.ordinary and not seen.tag_of(start, end).startswith(_PERSON)
            if free and end - start in _ITEM and not ordinary and seen.ends_word(end):
                out[start] = end
    return out


def in_bracketed_lists(seen: SentenceView, known: Mapping[int, int], names: PersonalNames) -> dict[int, int]:
    """The foreign names of a list that has a bracket behind each, one in three known: 米德（甲）、贝隆（乙）."""
    out: dict[int, int] = {}
    for run in _BRACKETED.finditer(seen.text):
        items = [(seen.offset + run.start() + hit.start(), hit[1]) for hit in _NOTED.finditer(run[0])]
        spans = [(start, start + len(text)) for start, text in items]
        sure = sum(known.get(start) == end for start, end in spans)
        if len(spans) > _PAIR and sure and sure * _SHARE >= len(spans):
            free = (span for span in spans if all(at not in known for at in range(*span)))
            out |= {start: end for start, end in free if names.foreign.transcribes(seen.part(start, end))}
    return out


def _shortened(seen: SentenceView, start: int, end: int, names: PersonalNames) -> int:
    """Where the last name of a list ends before what closes it: 林兰英|等悉数亮相."""
    if seen.char(start) in names.surnames:
        for at in (start + size for size in _ITEM[:_PAIR] if start + size < end):
            given = names.given.issuperset(seen.part(start + 1, at))
            if given and seen.ends_word(at) and seen.tag_after(at).startswith("v"):
                return at  # 秦萧|组成的团队
    ends = (at for at in range(start + _ITEM[0], min(start + _ITEM[-1], end - 1) + 1) if seen.char(at) in names.adverbs)
    return next(ends, end) if end - start > _ITEM[-1] and seen.char(start) in names.surnames else end


def _runs(seen: SentenceView) -> Iterator[list[tuple[int, int]]]:
    """The items between the joins of each list of a sentence."""
    run: list[tuple[int, int]] = []
    for found in _LIST.finditer(seen.text):
        span = seen.offset + found.start(), seen.offset + found.end()
        if run and span[0] != run[-1][1] + 1:
            yield run
            run = []
        run.append(span)
    if run:
        yield run


class RepeatedNames:
    """Collects what looks like a name while an article is read; what comes often and stands like one is one."""

    def __init__(self, whole: str, names: PersonalNames) -> None:
        """`whole` is the text of the article."""
        self._whole, self._surnames, self._given, self._ends = whole, names.surnames, names.given, names.no_ends
        self._placed: set[str] = set()
        self.called: set[str] = set()
        """Names that stand beside a title somewhere."""
        self._attributes: Counter[str] = Counter()
        self._standing: list[tuple[str, Name]] = []
        self._found: dict[str, list[Name]] = {}
        self._sounds: dict[str, list[Name]] = {}

    def add(self, seen: SentenceView, found: Iterable[Name]) -> None:
        """Takes in the names of a sentence that nothing makes sure; one that ends like a kind of people is none."""
        for name in found:
            text = seen.text[name.start - seen.offset : name.end - seen.offset]
            tag = seen.tag_of(name.start, name.end)
            loose = len(text) > _PAIR and all(len(word) == 1 for word in seen.words(name.start, name.end))
            given = text[1:_PAIR] if loose else text[1:]  # 马|晓|轶
            coined = text[0] in self._surnames and self._given.issuperset(given)
            # a word of two characters may be a plant's or a thing's, whatever the dictionary takes it for: 毛竹
            apart = not tag and (loose or seen.tag_of(name.start, name.start + 1) in _SURNAMES)
            if coined and (apart or (len(text) > _PAIR and tag.startswith("nr"))) and text[-1] not in self._ends:
                self._found.setdefault(text, []).append(name)

    def stand(self, seen: SentenceView, name: Name) -> None:
        """Takes in a name that stands as only a name does, unless it stands as a place elsewhere."""
        self._standing.append((seen.text[name.start - seen.offset : name.end - seen.offset], name))

    def sound(self, seen: SentenceView, name: Name) -> None:
        """Takes in a foreign name that stands like a person's and is no word: 萨林杰."""
        self._sounds.setdefault(seen.part(name.start, name.end), []).append(name)

    def leave(self, text: str) -> None:
        """Drops what stands where a place does."""
        self._placed.add(text)

    def attribute(self, text: str) -> None:
        """Takes in that a name stands right before a noun, as a firm's or a thing's does."""
        self._attributes[text] += 1

    def names(self) -> Iterator[Mention]:
        """The names that the text has often, at least twice where a name may stand by itself."""
        for text, name in self._standing:
            if text not in self._placed:
                yield Mention(name.start, name.end, Label.PERSON)
        for text, found in self._sounds.items():
            if text not in self._placed and len(found) >= _PAIR:
                yield from (Mention(name.start, name.end, Label.PERSON) for name in found)
        for text, found in self._found.items():
            least = (1, _PAIR) if len(text) > _PAIR else (_PAIR, _OFTEN)
            often = len(found) >= least[0] and occurrences(self._whole, text) >= least[1]
            if text not in self._placed and often:
                yield from (Mention(name.start, name.end, Label.PERSON) for name in found)

    def without_things(self, article: Article, found: Sequence[Mention]) -> list[Mention]:
        """Without the people whose name stands before a noun, often, and never beside a title."""
        things = {
            text
            for text, times in self._attributes.items()
            if text not in self.called and times * _SELDOM >= occurrences(self._whole, text)
        }
        return [m for m in found if m.label is not Label.PERSON or article.text(m.start, m.end) not in things]
