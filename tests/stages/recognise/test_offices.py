"""Offices that somebody gets, and names in Latin letters behind a title."""

from __future__ import annotations

import pytest

from extract.data import Label, Mention
from extract.engine.lexicon import Lexicon
from extract.stages.recognise.offices import clear_of_offices, disjoint, given_office, latin_name

TITLES: Lexicon[None] = Lexicon(dict.fromkeys(["市长", "副部长", "总裁"]))
MARKS = frozenset("，。")


def _office(text: str, at: int) -> list[str]:
    return [text[m.start : m.end] for m in given_office(TITLES, text, at, 0, MARKS)]


def test_the_office_that_ends_the_clause_is_given() -> None:
    assert _office("选举江明远为滨海市市长，会议闭幕。", 5) == ["市长"]
    assert _office("任命李向东为商务部副部长", 5) == ["副部长"]


def test_those_beside_it_are_given_too() -> None:
    assert _office("选举江明远为商务部副部长、海川集团总裁，会议闭幕。", 5) == ["副部长", "总裁"]
    assert _office("选举江明远为商务部副部长、出席仪式。", 5) == ["副部长"]


def test_a_title_of_somebody_else_further_on_is_not() -> None:
    assert _office("选举江明远为代表，市长李向东出席。", 5) == []
    assert _office("选举江明远为市长助理人选之一。", 5) == []


@pytest.mark.parametrize(
    ("text", "size"),
    [("Robyn Holm表示", 10), ("Ann M. Lee", 10), ("GDP增长", 0), ("Bob表示", 0), ("江明远", 0)],
)
def test_a_latin_name_has_two_words(text: str, size: int) -> None:
    assert latin_name(text, 0) == size


def test_of_overlapping_mentions_of_a_label_the_longest_stands() -> None:
    long, short, other = Mention(0, 3, Label.PERSON), Mention(0, 2, Label.PERSON), Mention(1, 3, Label.TITLE)
    assert disjoint([short, other, long]) == [long, other]


def test_a_body_that_crosses_an_office_ends_before_it() -> None:
    committee, office = Mention(0, 5, Label.ORG), Mention(3, 8, Label.TITLE)  # 云岭集团党委|副书记
    assert clear_of_offices([committee, office]) == [Mention(0, 3, Label.ORG), office]


def test_what_is_left_of_a_committee_is_its_place() -> None:
    place, committee, office = Mention(0, 3, Label.PLACE), Mention(0, 4, Label.ORG), Mention(2, 6, Label.TITLE)
    assert clear_of_offices([place, committee, office]) == [Mention(0, 2, Label.PLACE), office]  # 云岭|市委书记


def test_two_places_side_by_side_hold_no_office() -> None:
    names = [Mention(0, 3, Label.PLACE), Mention(3, 6, Label.PLACE), Mention(2, 4, Label.TITLE)]
    assert clear_of_offices(names) == names  # 西安市|长安区
