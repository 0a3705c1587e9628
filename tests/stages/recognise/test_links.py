"""Short forms of organisations, for names that the article itself gives in full."""

from __future__ import annotations

import pytest

from extract.data import Article, CleanText, Label, Mention, OffsetMap, Script, Source
from extract.stages.recognise.links import full_names

FIRM = ["股份有限公司", "有限公司", "集团", "公司"]


def links(*names: str, known: dict[str, str] | None = None) -> dict[str, str]:
    text = "，".join(names)
    clean = CleanText(Source("a", text, "", len(text)), text, OffsetMap((), ()), (), Script.HANS)
    article = Article(clean, 1, 0, len(text), None, None, None, (), ())
    found = [
        Mention(text.index(name), text.index(name) + len(name), Label.ORG, (known or {}).get(name)) for name in names
    ]
    return dict(full_names(article, found, FIRM))


@pytest.mark.parametrize("short", ["海川造船", "海川造船公司", "海川集团"])
def test_a_short_form_s_stem_stands_in_the_full_name(short: str) -> None:
    assert links("海川造船股份有限公司", short) == {short: "海川造船股份有限公司"}


def test_a_name_of_another_stem_is_another_body() -> None:
    assert links("海川造船股份有限公司", "云岭公司") == {}


def test_where_two_full_names_would_do_none_is_taken() -> None:
    assert links("甲河海川造船股份有限公司", "乙山海川造船股份有限公司", "海川造船") == {}


def test_a_name_that_is_never_given_in_full_has_no_full_name() -> None:
    assert links("海川造船", "海川公司") == {}


def test_a_body_of_the_state_has_its_declared_name() -> None:
    assert links("工信部", known={"工信部": "工业和信息化部"}) == {"工信部": "工业和信息化部"}
