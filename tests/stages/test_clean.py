"""Raw text to clean text: what is folded, joined, dropped and kept, and that every character knows its origin."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.data import BlockKind, CleanText, Script, Source
from extract.loading import Knowledge
from extract.stages.clean import Cleaner

KNOWN = Knowledge()
CLEANER = Cleaner(KNOWN.yaml("typography"), KNOWN.yaml("press"))


def clean(text: str) -> CleanText:
    return CLEANER(Source("a.txt", text, "", 0))


def blocks(text: str) -> list[tuple[str, str]]:
    cleaned = clean(text)
    return [(block.kind.value, cleaned.text[block.start : block.end]) for block in cleaned.blocks]


def only(text: str) -> str:
    return clean(text).text


# ---- characters -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("产量增长１２．５％。", "产量增长12.5%。"),
        ("新增ＡＰＰ３个。", "新增APP3个。"),
        ("\ufeff产\u200b量增\u00ad长。", "产量增长。"),
        ("产量&nbsp;增长，A&amp;B公司投产。", "产量增长，A&B公司投产。"),
        ("培育「單項冠軍」企業。", "培育“单项冠军”企业。"),
        ("让・皮埃尔来访。", "让·皮埃尔来访。"),
        ("⼯业增加值上升。", "工业增加值上升。"),
        ("全年增长5.1%,其中一季度4%;投资持平。", "全年增长5.1%，其中一季度4%；投资持平。"),
        ("共有产品(技术)1,234项,其中3.5成为新增.", "共有产品（技术）1,234项，其中3.5成为新增。"),
        ("会议于19:00开始,网址https://a.example/b,c。", "会议于19:00开始，网址https://a.example/b,c。"),
        ('打造"老字号"品牌。', "打造“老字号”品牌。"),
    ],
)
def test_signs_are_folded(raw: str, expected: str) -> None:
    assert only(raw) == expected


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("纳入项目 80项，建 设 码 头 3 座。", "纳入项目80项，建设码头3座。"),
        ("与 Blue Ocean Ltd 公司签约。", "与Blue Ocean Ltd公司签约。"),
        ("记者 王小明 李大伟 报道，港口开航。", "记者 王小明 李大伟 报道，港口开航。"),
    ],
)
def test_spaces_of_the_layout_go_and_those_between_words_stay(raw: str, expected: str) -> None:
    assert only(raw) == expected


def test_in_a_heading_a_space_stands_for_a_comma() -> None:
    text = "港口通航 货运提速\n\n全市港口吞吐量增长5%，货运量增长6%。"
    assert blocks(text)[0] == ("headline", "港口通航 货运提速")
    text = "港口进港2800万部 5G手机过半\n\n全市港口吞吐量增长5%，货运量增长6%。"
    assert blocks(text)[0] == ("headline", "港口进港2800万部 5G手机过半")


# ---- script ---------------------------------------------------------------------------------------------------


def test_traditional_text_is_simplified_and_says_so() -> None:
    cleaned = clean("全市規模以上工業增加值增長5%，標誌著產業升級。")
    assert cleaned.text == "全市规模以上工业增加值增长5%，标志着产业升级。"
    assert cleaned.script is Script.HANT


def test_a_simplified_text_keeps_its_rare_characters() -> None:
    cleaned = clean("成效显著，王喆说，这家企业产销两旺。")
    assert cleaned.text == "成效显著，王喆说，这家企业产销两旺。"
    assert cleaned.script is Script.HANS


def test_scripts_are_told_apart_by_paragraph() -> None:
    cleaned = clean("全市规模以上工业增加值增长5%，产业结构优化，财政收入稳步增长。\n\n規模以上工業企業營業收入增長。")
    assert cleaned.text.split("\n")[1] == "规模以上工业企业营业收入增长。"
    assert cleaned.script is Script.HANS


# ---- markup ---------------------------------------------------------------------------------------------------


def test_html_becomes_blocks() -> None:
    raw = "<p><strong>工业</strong>增长5%。</p><p><strong>外贸回暖</strong></p><p>进出口增长。<br/>投资增长。</p>"
    assert blocks(raw) == [
        ("paragraph", "工业增长5%。"),
        ("subheading", "外贸回暖"),
        ("paragraph", "进出口增长。"),
        ("paragraph", "投资增长。"),
    ]


def test_markdown_loses_its_marks() -> None:
    raw = "# 港口通航\n\n全市**货运量**增长6%，见[公报](https://a.example/b)。\n\n- 新建码头3座\n- 改造泊位5个\n"
    assert blocks(raw) == [
        ("headline", "港口通航"),
        ("paragraph", "全市货运量增长6%，见公报。"),
        ("list_item", "新建码头3座"),
        ("list_item", "改造泊位5个"),
    ]


def test_cells_of_a_table_are_blocks() -> None:
    raw = "| 指标 | 数值 |\n|---|---|\n| 投资 | 5亿元 |\n"
    assert blocks(raw) == [("cell", "指标"), ("cell", "数值"), ("cell", "投资"), ("cell", "5亿元")]


# ---- lines ----------------------------------------------------------------------------------------------------

PAGE = """
滨海港口建设提速

今年以来，全市港口货物吞吐量达到2
千亿级产业集群的预期水平，其中集
装箱吞吐量同比增长12.5%，T-
BOX终端装车量居全省首位，外贸

企业订单充足。
下一步，全市将新建泊位3个。

海铁联运

海铁联运线路增至20条，覆盖12
个城市，运量比上年增加15%，为
沿线企业节省物流成本3亿元。

码头工人正在装卸集装箱。 王小明 摄
"""


def test_a_column_is_unwrapped_and_its_headings_and_captions_are_not() -> None:
    assert blocks(PAGE) == [
        ("headline", "滨海港口建设提速"),
        (
            "paragraph",
            (
                "今年以来，全市港口货物吞吐量达到2千亿级产业集群的预期水平，其中集装箱吞吐量同比增长12.5%，"
                "T-BOX终端装车量居全省首位，外贸企业订单充足。"
            ),
        ),
        ("paragraph", "下一步，全市将新建泊位3个。"),
        ("subheading", "海铁联运"),
        ("paragraph", "海铁联运线路增至20条，覆盖12个城市，运量比上年增加15%，为沿线企业节省物流成本3亿元。"),
        ("caption", "码头工人正在装卸集装箱。王小明摄"),
    ]


def test_a_long_paragraph_that_breaks_off_goes_on_behind_a_blank_line() -> None:
    first = "全市坚持项目为王，全年新开工项目946个，完成投资增长8%，港口货物吞吐量稳步提高，实体经济质量全面"
    assert only(f"{first}\n\n提升，群众收入同步增加。") == f"{first}提升，群众收入同步增加。"


def test_lines_that_are_no_column_stay_apart() -> None:
    text = "一、工业\n增加值增长5%。\n投资增长6%。\n二、农业\n粮食产量增长3%。"
    assert [kind for kind, _ in blocks(text)] == ["headline", "paragraph", "paragraph", "subheading", "paragraph"]


PARAGRAPHS = [
    (
        "今年前三季度，全市规模以上工业增加值同比增长5.1%，高于全省平均水平1.5个百分点，其中装备制造业增加值增长"
        "12%，电子信息产业增加值增长20.5%。全市新开工项目946个，总投资3476亿元，同比增长约11%，投资结构继续优化。"
    ),
    (
        "目前，全市拥有国家级绿色工厂14家、省级绿色工厂41家，“专精特新”企业达到461家，创新能力不断增强。下一步，"
        "全市将继续推动制造业高端化、智能化、绿色化发展，力争全年工业投资完成460亿元，增长10%以上，走在全省前列。"
    ),
    (
        "港口是开放的窗口。前三季度，全市港口完成货物吞吐量2.3亿吨，完成集装箱吞吐量380万标箱，分别增长4%和6.5%，"
        "海铁联运班列开行1200列，中欧班列开行150列，外贸进出口总额达到3200亿元，贸易伙伴遍及160个国家和地区。"
    ),
]


def wrap(text: str, width: int) -> str:
    return "\n".join(text[i : i + width] for i in range(0, len(text), width))


@given(st.integers(12, 40), st.permutations(PARAGRAPHS), st.sampled_from(["\n\n", "\n\u3000\u3000"]))
def test_wrapping_at_any_width_changes_nothing(width: int, paragraphs: list[str], between: str) -> None:
    wrapped = between.join(wrap(text, width) for text in paragraphs)
    plain = "\n\n".join(paragraphs)
    assert clean(wrapped).text == clean(plain).text


# ---- kinds of blocks --------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("来源：滨海日报", BlockKind.BYLINE),
        ("时间：2026-02-05 09:20", BlockKind.BYLINE),
        ("本报记者 王小明 通讯员 李大伟", BlockKind.BYLINE),
        ("责任编辑：王小明", BlockKind.CHROME),
        ("下载", BlockKind.CHROME),
        ("【字号：", BlockKind.CHROME),
        ("特别声明：以上内容由用户上传，本平台仅提供存储服务。", BlockKind.CHROME),
        ("Notice: The content above is uploaded by a user.", BlockKind.CHROME),
        ("[查看原文](https://a.example/b)", BlockKind.CHROME),
        ("工人正在装配机组。 王小明 摄", BlockKind.CAPTION),
        ("新下水的集装箱船。（资料图片）", BlockKind.CAPTION),
        ("（一）深化重点领域改革，扩大对外开放", BlockKind.SUBHEADING),
        ("外贸稳步回升", BlockKind.SUBHEADING),
        ("（1）港口通航", BlockKind.LIST_ITEM),
        ("2.持续优化营商环境；", BlockKind.LIST_ITEM),
        ("3.5%的增速高于全省。", BlockKind.PARAGRAPH),
        ("记者从市统计局获悉，投资增长5%。", BlockKind.PARAGRAPH),
    ],
)
def test_a_block_is_known_by_its_wording(line: str, kind: BlockKind) -> None:
    text = f"滨海经济运行平稳\n\n全市工业增加值增长5%。\n\n{line}\n\n全市投资增长6%。"
    assert clean(text).blocks[2].kind is kind


def test_a_label_takes_the_next_line_and_a_source_line_does_not() -> None:
    head = "滨海经济运行平稳\n\n"
    assert blocks(f"{head}来源：\n滨海市政府\n\n投资增长6%。")[2] == ("byline", "滨海市政府")
    assert blocks(f"{head}滨海日报消息（早间新闻）：\n\n港口通航提速\n\n货运增长6%。")[2] == (
        "subheading",
        "港口通航提速",
    )


def test_a_repeated_headline_is_furniture() -> None:
    text = "2026年滨海市政府工作报告\n2026-02-02\n下载\n2026年滨海市政府工作报告\n各位代表：\n现在报告工作。"
    assert [kind for kind, _ in blocks(text)] == [
        "headline",
        "byline",
        "chrome",
        "chrome",
        "paragraph",
        "paragraph",
    ]


# ---- the way home -----------------------------------------------------------------------------------------------

PIECES = st.sampled_from(
    [
        "产业增长",
        "５．５％",
        "，",
        "。",
        "\u3000",
        " ",
        "\n",
        "\n\n",
        "\r\n",
        "&nbsp;",
        "<p>",
        "</p>",
        "<br>",
        "**",
        "\u200b",
        "規模以上工業",
        "APP",
        "(技术)",
        "1,234家",
        "T-",
        "2.5",
        "“老字号”",
        "記者 王小明",
        "本报讯 ",
        "# ",
        "|",
        "\ufdd0",
        ",",
        "- ",
    ]
)
TEXTS = st.lists(PIECES, max_size=40).map("".join)


@given(TEXTS)
@settings(max_examples=300)
def test_no_text_breaks_it_and_origins_keep_order(raw: str) -> None:
    cleaned = clean(raw)
    starts, ends = cleaned.offsets.starts, cleaned.offsets.ends
    assert len(starts) == len(ends) == len(cleaned.text)
    assert list(starts) == sorted(starts)
    assert list(ends) == sorted(ends)
    assert all(0 <= a < b <= len(raw) for a, b in zip(starts, ends, strict=True))
    assert cleaned.text == "\n".join(cleaned.text[block.start : block.end] for block in cleaned.blocks)
    assert all(block.start < block.end for block in cleaned.blocks)


@given(TEXTS, st.data())
@settings(max_examples=300)
def test_the_origin_of_a_span_cleans_to_the_span(raw: str, data: st.DataObject) -> None:
    # which script a few characters are in is told by what stands around them
    raw = raw.replace("規模以上工業", "规模以上工业").replace("記", "记")
    cleaned = clean(raw)
    words = [m.span() for m in re.finditer("[\u4e00-\u9fff0-9A-Za-z.%“”]+", cleaned.text)]
    if words:
        start, end = data.draw(st.sampled_from(words))
        low, high = cleaned.offsets.raw(start, end)
        again = clean(raw[low:high]).text
        assert signless(again) == signless(cleaned.text[start:end])


def signless(text: str) -> str:
    """A text without what depends on its neighbours: spaces, line breaks and the width of a sign."""
    return re.sub(r"[\s*，,.。|#-]", "", text)


def test_cleaning_is_linear_on_hostile_texts() -> None:
    for piece in ("<", "[", "**", "（", "记者 王", "“", "|", " ", "&", "(", "*", "- ", "1.", "　", "一、", "。", "甲 "):
        clean(piece * 20_000)
