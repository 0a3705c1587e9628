"""Bodies by their own officers."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "bodies"),
    [
        ("水产技术二司副司长贺延龄通报情况。", ["水产技术二司"]),
        ("重型工业部副部长刘剑峰、机械工业部部长王强出席。", ["重型工业部", "机械工业部"]),
        ("南坞市水产研究中心主任林青参加会议。", ["南坞市水产研究中心"]),
        ("省养蜂协会会长吴平、动物疫病防控中心主任孙明说。", ["省养蜂协会", "动物疫病防控中心"]),
        ("国务院外办主任周明到会。", ["国务院外办"]),
        ("新华社国际部副主任李明到会。", ["新华社国际部"]),
        ("云岭中学校长赵刚说。", ["云岭中学"]),
        ("海川集团办公室主任李强说。", ["海川集团办公室"]),
    ],
)
def test_a_title_that_takes_up_the_ending_shows_the_body(pipeline: Pipeline, text: str, bodies: list[str]) -> None:
    assert named(pipeline, text, Label.ORG) == bodies


@pytest.mark.parametrize(
    "text",
    [
        "公司办公室主任李强说。",
        "社区居委会主任王芳说。",
        "物管办公室主任何奋说。",
        "该局局长李刚说。",
        "派出所所长王勇说。",
        "我校党委书记张强说。",
        "村党支部书记李刚说。",
        "局办公室主任李强说。",
    ],
)
def test_what_many_have_is_no_body_of_its_own(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.ORG) == []
