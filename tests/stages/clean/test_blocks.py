"""What a block is on its page."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.data import BlockKind, CleanText

Clean = Callable[[str], CleanText]
K = BlockKind

BODY = "白沙盐场今天开工，日产五百二十吨。"


def kinds(result: CleanText) -> list[BlockKind]:
    return [block.kind for block in result.blocks]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("记者 王小明 李大伟", K.BYLINE),
        ("本报记者 王小明 通讯员 李大伟", K.BYLINE),
        ("（记者 王小明）", K.BYLINE),
        ("来源：白沙日报", K.BYLINE),
        ("发布时间：2024-03-18 09:20", K.BYLINE),
        ("2024-03-18", K.BYLINE),
        ("编辑：王小明", K.BYLINE),
        ("盐工正在收盐。 王小明 摄", K.CAPTION),
        ("盐工正在收盐。本报记者 王小明摄", K.CAPTION),
        ("新建的码头。 资料片", K.CAPTION),
        ("【字号：", K.CHROME),
        ("打印本页", K.CHROME),
        ("相关阅读：", K.CHROME),
        ("https://example.org/a.html", K.CHROME),
        ("- 12 -", K.CHROME),
        ("特别声明：以上内容为平台用户上传并发布", K.CHROME),
        ("未经本报书面授权不得转载", K.CHROME),
        ("1.盐场开工", K.LIST_ITEM),
        ("（2）渔港开工", K.LIST_ITEM),
        ("●市场开张", K.LIST_ITEM),
        ("一、盐业生产情况", K.SUBHEADING),
        ("（二）渔业生产情况", K.SUBHEADING),
        ("渔港也在忙", K.SUBHEADING),
        ("渔港也在忙。", K.PARAGRAPH),
        ("3.5%的增速不低", K.SUBHEADING),
        ("记者从渔港获悉，海虾价格平稳。", K.PARAGRAPH),
        ("1.盐场开工。渔港也开工，市场热闹。", K.PARAGRAPH),
    ],
)
def test_a_block_below_the_body(clean: Clean, text: str, kind: BlockKind) -> None:
    assert kinds(clean(f"盐场开足马力\n\n{BODY}\n\n{text}")) == [K.HEADLINE, K.PARAGRAPH, kind]


@pytest.mark.parametrize(
    ("item", "kind"), [("●临海的港城", K.SUBHEADING), ("1.盐场开工", K.SUBHEADING), ("●产盐3万吨", K.LIST_ITEM)]
)
def test_an_item_over_a_paragraph_of_its_own_is_a_subheading(clean: Clean, item: str, kind: BlockKind) -> None:
    assert kinds(clean(f"盐场开足马力\n\n{BODY}" + f"\n\n{item}\n\n{BODY}" * 2))[2] == kind


@pytest.mark.parametrize("raw", ["12", "2031-04-05", "2031年4月5日"])
def test_a_figure_or_a_date_that_is_all_of_its_source_is_read(clean: Clean, raw: str) -> None:
    assert kinds(clean(raw)) == [K.PARAGRAPH]
    assert K.PARAGRAPH not in kinds(clean(f"盐场开工\n\n{raw}"))


class TestTheHeadline:
    def test_is_the_first_heading(self, clean: Clean) -> None:
        result = clean(f"盐场开足马力\n\n{BODY}\n\n渔港也在忙\n\n{BODY}")
        assert kinds(result) == [K.HEADLINE, K.PARAGRAPH, K.SUBHEADING, K.PARAGRAPH]

    def test_may_stand_under_a_byline(self, clean: Clean) -> None:
        assert kinds(clean(f"来源：白沙日报\n\n盐场开足马力\n\n{BODY}")) == [K.BYLINE, K.HEADLINE, K.PARAGRAPH]

    def test_is_missing_where_the_text_begins_at_once(self, clean: Clean) -> None:
        assert K.HEADLINE not in kinds(clean(f"{BODY}\n\n渔港也在忙\n\n{BODY}"))

    def test_repeated_over_the_text_is_furniture(self, clean: Clean) -> None:
        result = clean(f"盐场开足马力\n\n来源：白沙日报\n\n盐场开足马力\n\n{BODY}")
        assert kinds(result) == [K.HEADLINE, K.BYLINE, K.CHROME, K.PARAGRAPH]


def test_the_value_under_a_label_is_part_of_the_byline(clean: Clean) -> None:
    assert kinds(clean(f"盐场开足马力\n\n来源：\n\n白沙日报\n\n{BODY}")) == [
        K.HEADLINE,
        K.BYLINE,
        K.BYLINE,
        K.PARAGRAPH,
    ]


def test_a_line_where_a_picture_stood_is_its_caption(clean: Clean) -> None:
    raw = f"盐场开足马力\n\n{BODY}\n\n渔港也在忙\n\n{BODY}\n\n\n\n\n码头上的虾筐\n\n{BODY}"
    assert kinds(clean(raw))[4] is K.CAPTION


@pytest.mark.parametrize("head", ["下线了！首台样机走出车间", "钱从哪来？人往哪去", "好消息！南坞港又添新航线"])
def test_a_headline_may_call_or_ask_within_itself(clean: Clean, head: str) -> None:
    body = "南坞市的港口今年新开三条航线，其中两条通往东南亚。码头工人说，船比去年多了一倍。"
    assert kinds(clean(f"{head}\n{body}\n"))[:2] == [BlockKind.HEADLINE, BlockKind.PARAGRAPH]


@pytest.mark.parametrize(
    "first", ["船来了！工人说。", "“船来了！”工人说，今年的船比去年多了一倍，码头上从早到晚都有人在忙着装卸"]
)
def test_a_sentence_that_calls_is_no_headline(clean: Clean, first: str) -> None:
    body = "南坞市的港口今年新开三条航线。"
    assert kinds(clean(f"{first}\n{body}\n"))[0] is BlockKind.PARAGRAPH
