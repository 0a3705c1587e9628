"""People beside their titles and callings, and names that stand by themselves: 党组书记、局长江明远."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from extract.data import Article, Label, Mention, Tokens
from extract.engine.lexicon import Lexicon
from extract.stages.recognise.listed_people import MARKS, PARTED, ListedPeople, Stands
from extract.stages.recognise.name_forms import Name, Sure
from extract.stages.recognise.name_lists import RepeatedNames, in_bracketed_lists, in_long_lists
from extract.stages.recognise.offices import disjoint, given_office, latin_name
from extract.stages.recognise.personal_names import PersonalNames
from extract.stages.recognise.sentence import SentenceView
from extract.stages.recognise.signatures import Signatures

_QUOTES = "“”"
_BRAND = 3
"""How soon a quotation closes behind what begins it like a name, and is a thing's: 台风“麦某姆”, “苏某优|品”."""
_GOES_ON = ("v", "p", "d", "u", "c", "x", "m", "t", "r", "a", "f", "y", "s")
"""Tags of what may follow a name that no title stands beside."""
_LEADS = ("v", "p", "d")
"""Tags of what makes a clause of what stands before it."""
_BEHIND_SHORT = ("（",)
_NEXT = ("ns", "nt", "nr")
_PERSON = "nr"
"""The tag of a word that the segmenter knows as a person's name."""
_NO_NAME = ("x", "p", "c", "u", "v", "d", "m", "r", "t", "f")
_LOOSE = ("m", "d", "v")
"""Tags of a family name's character that is taken for a word of its own."""
_ONE = ("nr", "ns", "nz", "j")
"""Tags of a word that is a name of two characters wherever it comes again."""
_ATTRIBUTED = ("n", "nz", "b")
"""Tags of what stands right behind a firm's or a place's name rather than a person's: 秦某原|产业聚集区."""
_LONGEST_TITLE = 8
_PARTS = re.compile("[·\\- ]")
"""What stands between the parts of a foreign name."""
_LAST = 2
"""Characters of a foreign family name that stands for the whole afterwards."""


@dataclass(frozen=True, slots=True)
class People:
    """Titles and surnames; `compile` takes knowledge/people.yaml."""

    names: PersonalNames
    titles: Lexicon[None]
    granted: Lexicon[None]
    """Titles, and what is one only where somebody gets it: 任东海省委|委员."""
    callings: Lexicon[None]
    """Nouns before a name that are no titles: 村民, and offices abroad."""
    addresses: tuple[str, ...]
    """How somebody is called behind the name: 先生."""
    behind: tuple[str, ...]
    """What follows a name and nothing else: 同志, 院士."""
    acts: tuple[str, ...]
    """What a person does: 表示, 当选."""
    after: tuple[str, ...]
    not_names: tuple[str, ...]
    appoint: Lexicon[None]
    holds: Lexicon[None]
    """Verbs before an office that whoever is told of gives up or keeps: 辞去."""
    removes: Lexicon[None]
    """Verbs before the name of who loses an office: 免去."""
    posts: tuple[str, ...]
    """What stands behind an office that somebody gets or loses: 职务."""
    gets: tuple[str, ...]
    among: tuple[str, ...]
    """What stands behind the first of several who get an office: 、 and 等."""
    grown: tuple[str, ...]
    """How bodies end that hold the front of what looks like a title: 市总工会|主席."""
    named: frozenset[str]
    """Words that are titles only before a name: 代表 in 以…为代表 is none."""
    acting: tuple[str, ...]
    """Words behind which such a word is a verb: 我|代表|石桥乡人民政府."""
    unsplit: tuple[str, ...]
    """Words behind a name that are no end of one: 先后, 兼任."""
    adverbs: frozenset[str]
    """Characters that follow a name of two and end none: 将 in 某某将出席."""
    between: frozenset[str]
    """What stands between two titles of one person: 、 and 兼."""
    listed: ListedPeople
    reaches: frozenset[str]
    """What joins two ends of a line: 至."""
    building: frozenset[str]
    """Verbs whose object is a thing or a firm: 加快, 共建."""
    where: frozenset[str]
    """Words before a place: 在."""
    ends: frozenset[str]
    """What a noun for a person ends in: 削球|手."""
    nobody: frozenset[str]
    """Nouns that end so and are no person's: 国家."""
    signatures: Signatures
    fellow: tuple[str, ...]
    """What stands behind a whole name, whatever word it is elsewhere: 万里|同志."""
    scores: re.Pattern[str]
    """What a player has in figures, behind the name: 米德尔|25分."""
    numbered: re.Pattern[str]
    """What stands behind the number on a player's back."""

    @classmethod
    def compile(cls, data: Mapping[str, Any], sounds: str) -> People:
        """`sounds` are the characters that transcribe foreign names. Raises KeyError where a list is missing."""
        titles, names = data["titles"], PersonalNames.compile(data, sounds)
        behind = (*data["addresses"], *data["offices"], *titles)
        return cls(
            names,
            Lexicon(dict.fromkeys(titles)),
            Lexicon(dict.fromkeys((*titles, *data["granted"]))),
            Lexicon(dict.fromkeys((*data["roles"], *data["offices"], *titles))),
            tuple(data["addresses"]),
            behind,
            tuple(data["acts"]),
            tuple(data["after"]),
            tuple(data["not_names"]),
            Lexicon(dict.fromkeys(data["appoint"])),
            Lexicon(dict.fromkeys(data["holds"])),
            Lexicon(dict.fromkeys(data["removes"])),
            tuple(data["posts"]),
            tuple(data["gets"]),
            tuple(data["among"]),
            tuple(data["grown"]),
            frozenset(data["named"]),
            tuple(data["acting"]),
            tuple(data["unsplit"]),
            frozenset(data["adverbs"]),
            frozenset(data["between"]),
            ListedPeople(names, frozenset(data["joins"]), behind, tuple(data["after"])),
            frozenset(data["reaches"]),
            frozenset(data["building"]),
            frozenset(data["where"]),
            frozenset(data["person_ends"]),
            frozenset(data["nobody"]),
            Signatures.compile(data, names),
            tuple(data["fellow"]),
            re.compile(data["scores"]),
            re.compile(data["numbered"]),
        )

    def recognise(self, article: Article, tokens: Sequence[Tokens]) -> list[Mention]:
        """TITLE and PERSON mentions of an article; a name that was sure once is known wherever it stands."""
        views = [
            SentenceView.of(article.text(sentence.start, sentence.end), sentence.start, words, ())
            for sentence, words in zip(article.sentences, tokens, strict=True)
        ]
        out: list[Mention] = []
        likely = RepeatedNames(article.text(article.start, article.end), self.names)
        for seen in views:
            out += self._titled(seen)
            spans = {m.start: m.end for m in out if m.label is Label.PERSON and m.start >= seen.offset}
            called, begins = self._called_at(seen), self._begins(seen)
            spans |= {name.start: name.end for name in self._standing(seen, called, begins)}
            spans |= {name.start: name.end for name in self.names.foreign.dotted(seen, called)}
            spans |= self._fellows(seen)
            spans |= {name.start: name.end for name in self.signatures.find(seen)}
            spans = self.listed.find(seen, spans, called if spans else (), Stands(self._opens, self._goes_on))
            spans |= in_long_lists(seen, spans, self.names) | in_bracketed_lists(seen, spans, self.names)
            out += [Mention(start, end, Label.PERSON) for start, end in spans.items()]
            likely.called |= {seen.part(start, end) for start, end in spans.items() if start in called}
            out += [title for end in spans.values() for title in self._given(seen, end)]
            self._collect(seen, [at for at in begins if at not in spans], called, likely)
        out = likely.without_things(article, [*out, *likely.names()])
        return disjoint([*out, *self._again(article, views, out)])

    def doubtful(self, article: Article, found: Sequence[Mention]) -> set[str]:
        """The names that only transcribe sounds and stand beside no title: a firm may be called so."""
        starts = {m.start for m in found if m.label is Label.PERSON}
        offices = [m for m in found if m.label is Label.TITLE]
        # 任某堂|社长|岩田 holds no office of 任某堂
        titles = {m.end for m in offices} | {m.start for m in offices if m.end not in starts}
        called: set[str] = set()
        out: set[str] = set()
        for mention in found:
            text = article.text(mention.start, mention.end)
            if mention.label is Label.PERSON and len(text) > _LAST and self.names.foreign.transcribes(text):
                near = article.text(max(article.start, mention.start - _LONGEST_TITLE), mention.start)
                beside = mention.start in titles or mention.end in titles
                (called if beside or any(hit.end == len(near) for hit in self.callings.every(near)) else out).add(text)
        return out - called

    # ---- beside a title -----------------------------------------------------------------------------------------

    def _titled(self, seen: SentenceView) -> Iterator[Mention]:
        """A name right behind a title, or right before 任 and the like."""
        text, offset = seen.text, seen.offset
        for begin, end, _ in self.titles.find(text):
            start = next((k for k in range(begin + 1, end) if text.endswith(self.grown, 0, k)), begin)
            at = end + (text[end : end + 1] == " ")  # 县长 江明远, the signature of a report
            size = 0 if self._is_adverb(seen, offset + at) else self._name(text, at) or latin_name(text, end)
            if text[start:end] in self.named and text.endswith(self.acting, 0, start):
                continue
            if size and (at == end or at + size == len(text)):
                yield Mention(offset + start, offset + end, Label.TITLE)
                yield Mention(offset + at, offset + at + size, Label.PERSON)
                continue
            name = self._called(seen, offset + end)
            joined = text[end : end + 1] in self.between or text.endswith(self.gets, 0, start)
            if name is not None or (joined and text[start:end] not in self.named):
                yield Mention(offset + start, offset + end, Label.TITLE)
        for _, end, _ in self.appoint.find(text):
            size = self._name(text, end)
            if size and text.startswith(self.gets, self._past_address(text, end + size)):  # 聘任江明远|先生|为
                yield Mention(offset + end, offset + end + size, Label.PERSON)
            elif size and text.startswith(self.among, end + size) and self._is_given(text[end : end + size]):
                yield Mention(offset + end, offset + end + size, Label.PERSON)
                yield from self._given_to_all(seen, end + size)  # 任命江明远|、李向东为|市监委委员

        for _, end, _ in self.holds.find(text):  # 因工作调整，申请辞去|公司董事长|职务
            yield from given_office(self.granted, text, end, offset, MARKS, self.posts, self.between)

        for _, end, _ in self.removes.find(text):
            name = self._called(seen, offset + end)
            if name is not None:  # 免去|江明远|的滨海市市长|职务
                yield Mention(name.start, name.end, Label.PERSON)
                yield from given_office(self.granted, text, name.end - offset, offset, MARKS, self.posts, self.between)

    def _given(self, seen: SentenceView, end: int) -> Iterator[Mention]:
        """The office that whoever's name ends at `end` gets: 江明|当选为滨海市商会会长."""
        at = self._past_address(seen.text, end - seen.offset)
        if seen.text.startswith(self.gets, at):
            at += max(len(word) for word in self.gets if seen.text.startswith(word, at))
            yield from given_office(self.granted, seen.text, at, seen.offset, MARKS, self.posts, self.between)

    def _is_given(self, name: str) -> bool:
        """Whether a name is a family name that is seldom a word, or holds only what is given as a name."""
        return name[0] in self.names.families or self.names.given.issuperset(name[1:])

    def _given_to_all(self, seen: SentenceView, at: int) -> Iterator[Mention]:
        """The office that several get, behind the first's name: 任命江明远|等12名同志为滨海市法院|院长."""
        stop = next((i for i in range(at, len(seen.text)) if seen.text[i] in MARKS - self.between), len(seen.text))
        found = [i for i in range(at, stop) if seen.text.startswith(self.gets, i)]
        if found:
            at = found[0] + max(len(word) for word in self.gets if seen.text.startswith(word, found[0]))
            yield from given_office(self.granted, seen.text, at, seen.offset, MARKS, self.posts, self.between)

    def _past_address(self, text: str, at: int) -> int:
        """Where a text goes on behind how somebody is called: 江明远|同志|任."""
        return at + len(next((word for word in self.addresses if text.startswith(word, at)), ""))

    @staticmethod
    def _is_adverb(seen: SentenceView, at: int) -> bool:
        """Whether a surname's character is an adverb before a verb: 委员长|曾|指出."""
        word = seen.word_at(at) if at < seen.offset + len(seen.text) else None
        return word is not None and word[1] == "d" and word[0] - at == 1 and seen.tag_after(word[0]).startswith("v")

    def _name(self, text: str, at: int) -> int:
        """How long the name at `at` is: surname and one or two characters up to a mark or a verb; 0 for none."""
        rest = text[at : at + 5]
        if not rest or rest.startswith(self.not_names):
            return 0
        surname = 2 if rest[:2] in self.names.double else 1 if rest[0] in self.names.surnames else 0
        if not surname:
            return 0
        for size in (surname + 2, surname + 1):
            name, following = text[at : at + size], text[at + size : at + size + _LONGEST_TITLE]
            if size > surname + 1 and text.startswith(self.unsplit, at + size - 1):
                continue  # 彭辉|先后, 王可|兼任
            if len(name) < size or name[-1] in self.adverbs or any(not "\u4e00" <= c <= "\u9fff" for c in name):
                continue
            if (
                not following
                or following[0] in MARKS
                or following.startswith((*self.after, *self.adverbs, *self.addresses))
                or (name[-1] not in self.listed.joins and size > surname + 1 and following.startswith(self.behind))
            ):
                return size
        return 0

    def _called(self, seen: SentenceView, at: int) -> Name | None:
        """The name that a title or a calling before `at` makes sure."""
        if at - seen.offset >= len(seen.text) or seen.text.startswith(self.not_names, at - seen.offset):
            return None
        name = self.names.at(seen, at) or self.names.coined(seen, at) or self.names.foreign.transcribed(seen, at)
        name = name or self.names.bare(seen, at)
        known = name is not None and seen.tag_of(name.start, name.end) == _PERSON
        if name is None or known or self._goes_on(seen, name.end):
            return name
        # the next signer's place or name begins right behind: 主任江明远|滨海市
        foreign = self.names.foreign.transcribes(seen.text[at - seen.offset : name.end - seen.offset])
        if not foreign and seen.tag_after(name.end).startswith(_NEXT):
            return name
        return name if self.names.plain(seen, name) else None  # 副省长|黄某|受贿案

    # ---- by itself ----------------------------------------------------------------------------------------------

    def _standing(self, seen: SentenceView, called: frozenset[int], begins: Iterable[int]) -> Iterator[Name]:
        """Names behind a calling, before what only a person does, or sure enough by their form."""
        for at in sorted({*begins, *called.intersection(seen.tokens.starts)}):
            if at in called:
                name = self._called(seen, at) or self.names.latin(seen, at)
            else:
                name = self.names.at(seen, at)
                name = name if name is not None and self._stands(seen, name) else self._appointed(seen, at)
            if name is not None:
                yield name

    def _appointed(self, seen: SentenceView, at: int) -> Name | None:
        """A name of two characters at the front of a clause whose office is told behind it: 周海|任滨海市市长."""
        name = self.names.short(seen, at) if self._opens(seen, at) else None
        return name if name is not None and any(self._given(seen, name.end)) else None

    def _fellows(self, seen: SentenceView) -> dict[int, int]:
        """Words that begin like a name and go on as one, before how only somebody is called: 万里|同志."""
        return {
            start: end
            for start, end in zip(seen.tokens.starts, seen.tokens.ends, strict=True)
            if end - start in (_LAST, _LAST + 1)
            and seen.char(start) in self.names.surnames
            and self.names.given.issuperset(seen.part(start + 1, end))
            and seen.text.startswith(self.fellow, end - seen.offset)
        }

    def _called_at(self, seen: SentenceView) -> frozenset[int]:
        """Where titles and other callings end, and the number on a player's back: 16号|米德尔."""
        numbered = (seen.offset + found.end() for found in self.numbered.finditer(seen.text))
        called = (end for _, end, _ in self.callings.find(seen.text, seen.offset))
        return frozenset((*called, *numbered))

    def _begins(self, seen: SentenceView) -> list[int]:
        """Where a name may begin: by a word's first character, or with a word known as a foreign name."""
        words = zip(seen.tokens.starts, seen.tokens.ends, seen.tokens.tags, strict=True)
        first, text, offset = self.names.first, seen.text, seen.offset
        return [
            start
            for start, end, tag in words
            if (
                tag == "nrt" or text[start - offset] in first
                if tag == "t" or not tag.startswith(_NO_NAME)
                else end - start == 1 and tag in _LOOSE and text[start - offset] in self.names.families
            )
        ]

    def _short(self, seen: SentenceView, at: int) -> Name | None:
        """A name of two characters that heads a clause before a verb or what leads to one: ，|郭英|是."""
        name = self.names.short(seen, at) if self._opens(seen, at) else None
        word = seen.word_at(name.end) if name is not None and name.end < seen.offset + len(seen.text) else None
        if name is None or word is None or seen.part(name.end, word[0]) in self.reaches:
            return None  # 黄某|至某州铁路
        if seen.part(name.end, word[0]) in _BEHIND_SHORT:
            return name  # 胜|周海（甲省）
        leads = seen.tag_after(word[0]) if word[1] == "d" else word[1]  # 沈某|高速 leads to no verb
        return name if leads.startswith(_LEADS) else None

    def _collect(
        self, seen: SentenceView, begins: Iterable[int], called: frozenset[int], likely: RepeatedNames
    ) -> None:
        """What has the form of a name and stands like one, with nothing beside it that makes it sure."""
        for at in begins:
            if (short := self._short(seen, at)) is not None:
                likely.stand(seen, short)
            name = self.names.at(seen, at)
            if name is not None and self._parted(seen, name):
                continue
            if name is not None and self._opens(seen, at) and self._goes_on(seen, name.end):
                likely.add(seen, (name,))
                if self.names.foreign.loose(seen, name):
                    likely.sound(seen, name)
            elif (
                name is not None
                and seen.tag_after(name.end) in _ATTRIBUTED
                and called.isdisjoint(range(name.end, name.end + _LONGEST_TITLE))
            ):
                likely.attribute(seen.part(at, name.end))
            elif name is not None and at > seen.offset and seen.word_to(at) in self.where:
                likely.leave(seen.text[at - seen.offset : name.end - seen.offset])

    def _stands(self, seen: SentenceView, name: Name) -> bool:
        if name.sure is Sure.KNOWN:
            return True
        end = name.end - seen.offset
        if self._parted(seen, name):
            return False
        behind = seen.text.startswith(self.behind, end)
        if behind and (name.sure is Sure.FORMED or self.names.plain(seen, name)):
            return True  # 经|江明远|先生, 公司|王|景|总经理
        if not self._opens(seen, name.start) and not self._loose(seen, name):
            return False
        if seen.text.startswith((*self.behind, *self.acts), end) or self.scores.match(seen.text, end):
            return True
        if any(self._given(seen, name.end)):
            return True  # 江明|任滨海县副县长
        return name.sure is Sure.FORMED and self._goes_on(seen, name.end)

    @staticmethod
    def _parted(seen: SentenceView, name: Name) -> bool:
        """Whether a name is the rest of a longer one, or stands in quotation marks like a thing's: 台风“麦某姆”."""
        before = seen.part(max(seen.offset, name.start - 1), name.start)
        after = seen.part(name.end, name.end + _BRAND)
        return before in PARTED or (before == _QUOTES[0] and _QUOTES[1] in after)

    def _loose(self, seen: SentenceView, name: Name) -> bool:
        """Whether a name of three loose characters stands even where a place does: 改编自|徐世海, 从|任宇昕."""
        if name.sure is not Sure.FORMED or seen.char(name.start) not in self.names.families:
            return False
        word, tag = seen.word_before(name.start)
        before = seen.text[word - seen.offset : name.start - seen.offset]
        loose = seen.tag_of(name.start, name.start + 1) and not seen.tag_of(name.start, name.end)
        return bool(loose) and (before in self.where or tag == "nz")

    def _opens(self, seen: SentenceView, at: int) -> bool:
        """Whether a name may stand at `at`; behind 在 or 赴 it would be a place's, behind 共建 a thing's."""
        if at == seen.offset:
            return True
        word, tag = seen.word_before(at)
        before = seen.part(word, at)
        if before in self.where or before in self.building:
            return False
        if tag == "n" and len(before) > 1 and self._in_full(seen, at):
            return True  # 小天后|江明远
        # 某某大学|江明远|认为
        return seen.opens_phrase(at) or tag in ("v", "nt", "ul") or self._is_person(seen, word, at)

    def _in_full(self, seen: SentenceView, at: int) -> bool:
        """Whether a family name that is a word by itself and two characters given as names begin at `at`."""
        name = self.names.at(seen, at)
        three = name is not None and name.sure > Sure.LIKE and name.end - at == _LAST + 1
        return three and name is not None and self.names.plain(seen, name)

    def _is_person(self, seen: SentenceView, word: int, at: int) -> bool:
        """Whether a noun for a person stands before `at`: 削球手, 重臣."""
        tag = seen.tag_of(word, at)
        noun = seen.text[word - seen.offset : at - seen.offset]
        return len(noun) > 1 and tag.startswith("n") and noun[-1] in self.ends and noun not in self.nobody

    def _goes_on(self, seen: SentenceView, end: int) -> bool:
        tag = seen.tag_after(end)
        rest = seen.text[end - seen.offset :]
        return not rest or tag.startswith(_GOES_ON) or rest.startswith((*self.behind, *self.acts, *self.after))

    # ---- elsewhere ----------------------------------------------------------------------------------------------

    def _again(self, article: Article, views: Iterable[SentenceView], found: Iterable[Mention]) -> Iterator[Mention]:
        names: set[str] = set()
        for mention in found:
            if mention.label is Label.PERSON:
                text = article.text(mention.start, mention.end)
                parts = _PARTS.split(text)
                names |= {name for name in (text, parts[-1]) if len(name) >= _LAST}
                names |= {text[:_LAST]} & self.names.japanese if len(text) > _LAST + 1 else set()
        if not names:
            return
        lexicon: Lexicon[None] = Lexicon(dict.fromkeys(names))
        for seen in views:
            for start, end, _ in lexicon.find(seen.text, seen.offset):
                bounds = seen.word_at(start) is not None and seen.ends_word(end)
                tag = seen.tag_of(start, end)
                if end - start > _LAST or (bounds and (not tag or tag.startswith(_ONE))):
                    yield Mention(start, end, Label.PERSON)
