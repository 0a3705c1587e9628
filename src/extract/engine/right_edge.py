"""Where a noun phrase ends that begins behind what a rule matched, or opens a clause."""

from __future__ import annotations

from unicodedata import category

from extract.data import Dimension, Label
from extract.engine import within
from extract.engine.brackets import CLOSING, OPENING, closing
from extract.engine.coding import CLAUSE_MARKS, ITEM_MARK, NAMES, QUANTITIES, SINGLE, Coded, says
from extract.engine.phrase_words import PhraseWords

_TIME = NAMES[Label.TIME]
_COUNTS = frozenset(SINGLE[Dimension.COUNT])
_MONEY = SINGLE[Dimension.MONEY]
_HARD = frozenset(CLAUSE_MARKS + QUANTITIES + _TIME + "；")
_NAMES = NAMES[Label.ORG] + NAMES[Label.PLACE]
_NAMED = frozenset(_NAMES)
_OF = "uj"
"""The tag of 的."""
_SIGNS = frozenset({"So", "No"})
"""Kinds of signs before an item: ▲ ①."""
_NOUNS = frozenset({"n", "nz", "vn", "b", "l", "j"})
_HEADING = "nvjlb"
"""How tags of words begin that a modifier stands before."""
_QUALITIES = frozenset({"a", "ad", "an", "b", "i", "v", "z", "d"})
_IDIOMS = frozenset({"l", "i"})
_IDIOM = 4
"""Characters of a set phrase that says by itself what became of something."""
_ITEM = 24
"""Symbols of an item before its own count, at most."""
_ASIDE = "（"
_ENDS = frozenset({"", *CLAUSE_MARKS})


def right(words: PhraseWords, coded: Coded, at: int) -> tuple[int, int] | None:
    """The phrase that starts at the symbol `at` and runs to a verb, a mark or a figure of the same clause."""
    end, size = at, len(coded.text)
    if end < size and (coded.text[end] == ITEM_MARK or coded.text[end : coded.word_end(end)] in words.conjunctions):
        return None
    end = first = _led(words, coded, at)
    at = first if coded.following(at) in words.sources else at  # 70名|来自各国的|选手
    while end < size:
        char = coded.text[end]
        if char in QUANTITIES and within.threshold(coded, end, size, words.thresholds):
            end += 1  # 10个|亿吨级大油田, 86个|投资亿元以上项目
            continue
        if char in _HARD or _before_figure(words, coded, end):
            break
        if char in OPENING:
            shut = closing(coded, end)
            if shut is None or any(c in QUANTITIES for c in coded.text[end:shut]):
                break
            if end == at and char == _ASIDE:
                at = first = shut  # 709万吨|（行业统计）|，
            end = shut
            continue
        if char in CLOSING:
            break
        stop = coded.word_end(end)
        if coded.tags[end] == _OF and _describes(words, coded, at, end):
            end = stop  # 2名|合格的|医生
            continue
        if _stops_right(words, coded, end, stop, first):
            break
        end = stop
    end = _trim_tail(words, coded, at, _doer(words, coded, at, end))
    return (at, end) if any(says(c) for c in coded.text[at:end]) else None


def _led(words: PhraseWords, coded: Coded, at: int) -> int:
    """Where a modifier ends that a preposition and 的 hold, at the symbol `at`: 26项|对农户的|帮扶措施."""
    if coded.following(at) not in words.leads:
        return at
    for i in range(coded.word_end(at), min(at + _ITEM, len(coded.text) - 1)):
        if coded.text[i] in _HARD or coded.text[i] == ITEM_MARK:
            return at
        if coded.tags[i] == _OF:
            return i + 1 if coded.tags[i + 1][0] in _HEADING else at
    return at


def _another(coded: Coded, at: int) -> bool:
    """Whether a phrase of its own goes on at the symbol `at`, behind a conjunction: 12个项目和|某集团投资的|工程."""
    if coded.text[at : at + 1] in _NAMED:
        return True
    for i in range(at, min(at + _ITEM, len(coded.text))):
        if coded.text[i] in _HARD or coded.text[i] == ITEM_MARK:
            return False
        if coded.tags[i] == _OF:
            return coded.tags[i - 1].startswith("v")
    return False


def _doer(words: PhraseWords, coded: Coded, at: int, end: int) -> int:
    """Where the noun of `at:end` ends that a measure word of persons or firms counts: 580户|农户|发展特色种植."""
    if not coded.surface(at - 1, at).endswith(tuple(words.counting_doers)) or coded.text[at - 1] not in QUANTITIES:
        return end
    found = word = at
    while word < end:
        stop = min(coded.word_end(word), end)
        if found > at and coded.tags[word] == "v" and coded.text[word:stop] not in words.nominal:
            break  # 200户|村民|加入|合作社
        if coded.text[at:stop].endswith(tuple(words.doers)):
            found = stop
        word = stop
    return found if found > at else end


def _stops_right(words: PhraseWords, coded: Coded, word: int, stop: int, first: int) -> bool:
    surface, tag = coded.text[word:stop], coded.tags[word]
    if surface in words.conjunctions and _another(coded, stop):
        return True
    if surface in words.right_stops or surface in _TIME:
        modifies = word == first and surface in words.nominal and "".join(coded.tags[stop : stop + 1]) in _NOUNS
        return not modifies  # 9万个|就业|岗位, but 9万人|就业
    if surface in words.nominal or (word == first and surface in words.attributive):
        return False
    if word == first:
        return tag in {"p", "d", "uj", "ul"} or (tag == "v" and stop >= len(coded.text))
    if tag in _IDIOMS and stop - word >= _IDIOM and coded.text[stop : stop + 1] in _ENDS:
        return coded.text[word - 1] not in _NAMED  # 55项|实事项目|如期完成, but 某省|劳动奖章
    counted = coded.text[first - 1 : first] in _COUNTS and coded.text[stop : stop + 1] in _ENDS and stop - word > 1
    if counted and tag == "v" and coded.surface(first - 1, first).endswith(tuple(words.counting_events)):
        return False  # 600场|商业|配对
    if tag == "v":
        # a verb before another noun is its modifier: 粮食|烘干|服务点
        follows = coded.tags[stop] if stop < len(coded.text) and coded.text[stop] not in _NAMES else ""
        modifies = follows.startswith(("n", "vn", "j", "l")) and follows != "ns"
        return not modifies or surface[-1] in words.directional
    joined = coded.text[coded.words[word - 1] : word] in words.conjunctions or coded.text[word - 1] == ITEM_MARK
    return tag in {"d", "p", "ul", "ad", "uj", "uz"} or (tag.startswith("r") and not joined)  # 直播和|其他服务收入


def _describes(words: PhraseWords, coded: Coded, start: int, at: int) -> bool:
    """Whether `start:at` is no noun and a noun follows the 的 at `at`: what is counted stands behind it."""
    after = at + 1
    if coded.text[start - 1 : start] == _MONEY:  # 3亿元|相关行业|的|收入
        return coded.following(after).endswith(tuple(words.measured))
    named = after < len(coded.text) and (coded.text[after] == "“" or coded.tags[after] in _NOUNS)
    return named and start < at and all(coded.tags[i] in _QUALITIES for i in range(start, at))


def _before_figure(words: PhraseWords, coded: Coded, at: int) -> bool:
    """An item mark or a conjunction before another figure opens a new item: 21家A、|129家B."""
    if coded.text[at] == ITEM_MARK:
        return at + 1 < len(coded.text) and (coded.text[at + 1] in QUANTITIES or _counted_anew(words, coded, at + 1))
    stop = coded.word_end(at)
    return coded.text[at:stop] in words.conjunctions and stop < len(coded.text) and coded.text[stop] in QUANTITIES


def _counted_anew(words: PhraseWords, coded: Coded, at: int) -> bool:
    """Whether the item at the symbol `at` has a figure of its own: 4所高校、|某所等2所院所, 6处煤矿、|产能3万吨."""
    for i in range(at + 1, min(at + _ITEM, len(coded.text))):
        if coded.text[i] in QUANTITIES:
            last = coded.text[coded.words[i - 1] : i]
            return last in words.grouping or last.endswith(tuple(words.measured))
        if coded.text[i] in _HARD or coded.text[i] == ITEM_MARK:
            return False
    return False


def _trim_tail(words: PhraseWords, coded: Coded, start: int, end: int) -> int:
    while end > start:
        word = max(coded.words[end - 1], start)
        surface = coded.text[word:end]
        bare = surface in words.tails and word > start
        if bare or surface in words.edges or surface in words.conjunctions or surface == ITEM_MARK:
            end = word
            continue
        break
    return end


def head(words: PhraseWords, coded: Coded, at: int) -> tuple[int, int] | None:
    """The noun phrase that opens the clause at the symbol `at`, across times and adverbs: 产量|继续提高，…."""
    while at < len(coded.text):
        stop = coded.word_end(at)
        sign = category(coded.text[at]) in _SIGNS
        governs = coded.tags[at] == "v" and coded.text[at:stop] in words.left_stops - words.netting  # 压降|负债，…
        if coded.text[at] == _TIME or sign or governs or coded.text[at:stop] in words.edges:
            at = stop
            continue
        break
    phrase = right(words, coded, at) if at < len(coded.text) else None
    if phrase and coded.tags[phrase[1] : phrase[1] + 1] == (_OF,):
        behind = right(words, coded, phrase[1] + 1)  # 珠宝及钟表|的|销货值，…
        return (phrase[0], behind[1]) if behind else phrase
    return phrase
