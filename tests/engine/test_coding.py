from __future__ import annotations

import itertools
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from extract.data import BlockKind, Bound, Dimension, Label, Mention, Quantity, Sentence, Tokens
from extract.engine.coding import LIST, NAMES, SINGLE, Coded, encode

JOINS = ["和"]


def count(start: int, end: int, dimension: Dimension = Dimension.COUNT) -> Mention:
    return Mention(start, end, Label.QUANTITY, Quantity(Decimal(1), "家", Bound.EXACT, dimension))


def coded(text: str, *mentions: Mention, words: str | None = None) -> Coded:
    starts, ends, at = [], [], 0
    for word in (words or " ".join(text)).split():
        starts.append(at)
        at += len(word)
        ends.append(at)
    tokens = Tokens(tuple(starts), tuple(ends), ("n",) * len(starts))
    return encode(text, Sentence(0, len(text), BlockKind.PARAGRAPH), tokens, mentions, JOINS)


def test_a_figure_of_any_length_is_one_symbol() -> None:
    code = coded("企业达5300家。", count(3, 8))
    assert code.text == f"企业达{SINGLE[Dimension.COUNT]}。"
    assert code.span(3, 4) == (3, 8)
    assert code.surface(3, 4) == "5300家"


def test_amounts_of_several_kinds_are_one_list_where_no_noun_follows() -> None:
    money = count(3, 5, Dimension.MONEY)
    assert coded("分别为9元和6家。", money, count(6, 8)).text == f"分别为{LIST[Dimension.MONEY]}。"
    alone = f"分别为{SINGLE[Dimension.MONEY]}和{SINGLE[Dimension.COUNT]}店"
    assert coded("分别为9元和6家店", money, count(6, 8)).text == alone


def test_neighbouring_figures_of_one_kind_are_one_list() -> None:
    code = coded("分别为9家和6家", count(3, 5), count(6, 8))
    assert code.text == f"分别为{LIST[Dimension.COUNT]}"
    assert [(m.start, m.end) for m in code.mentions[3]] == [(3, 5), (6, 8)]


def test_figures_of_two_kinds_are_no_list() -> None:
    code = coded("9家、5%", count(0, 2), count(3, 5, Dimension.PERCENT))
    assert code.text == f"{SINGLE[Dimension.COUNT]}、{SINGLE[Dimension.PERCENT]}"


def ordinal(start: int, end: int) -> Mention:
    return Mention(start, end, Label.ORDINAL, Quantity(Decimal(1), None, Bound.EXACT, Dimension.NUMBER))


def test_places_in_a_ranking_are_one_list() -> None:
    code = coded("列第5位和第4位", ordinal(1, 4), ordinal(5, 8))
    assert code.text == f"列{NAMES[Label.ORDINAL]}"
    assert [(m.start, m.end) for m in code.mentions[1]] == [(1, 4), (5, 8)]


def test_ordinals_that_share_the_noun_of_the_last_are_no_list() -> None:
    code = coded("第一、第二产业", ordinal(0, 2), ordinal(3, 5))
    assert code.text == f"{NAMES[Label.ORDINAL]}、{NAMES[Label.ORDINAL]}产业"


def test_shares_between_colons_are_one_list() -> None:
    parts = [count(start, start + 1, Dimension.PERCENT) for start in (1, 3, 5)]
    assert coded("为1:2：3", *parts).text == f"为{LIST[Dimension.PERCENT]}"


def test_the_outermost_name_is_the_symbol() -> None:
    code = coded("滨海市港务局说", Mention(0, 3, Label.PLACE), Mention(0, 6, Label.ORG))
    assert code.text == f"{NAMES[Label.ORG]}说"


def test_a_mention_cuts_the_word_that_it_overlaps() -> None:
    code = coded("共有3家企业", count(2, 4), words="共有3 家企 业")
    assert code.words == (0, 0, 2, 3, 4)


def test_symbols_know_their_clause() -> None:
    code = coded("产值增长，利润下降")
    assert code.clause_start(6) == 5
    assert code.clause_start(2) == 0


def test_a_space_beside_a_figure_or_a_character_stands_for_a_comma() -> None:
    code = coded("产值9家 5G手机增长", count(2, 4))
    assert code.text == f"产值{SINGLE[Dimension.COUNT]}，5G手机增长"
    assert code.surface(0, len(code.text)) == "产值9家 5G手机增长"
    assert coded("甲 AI Lab").text == "甲，AI Lab"


@given(st.text("甲乙丙丁，。", min_size=1, max_size=30), st.data())
def test_symbols_cover_the_sentence_without_gap_or_overlap(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    code = coded(text, count(start, end))
    spans = list(zip(code.starts, code.ends, strict=True))
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(a[1] == b[0] for a, b in itertools.pairwise(spans))
    assert all(code.at(position) == i for i, (a, b) in enumerate(spans) for position in range(a, b))
