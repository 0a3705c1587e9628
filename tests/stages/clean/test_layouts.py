"""Layouts of sites, papers and accounts: their furniture is not read, their text is, whatever the page looks like."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from extract.data import BlockKind, CleanText

Clean = Callable[[str], CleanText]
K = BlockKind

UNREAD = {K.BYLINE, K.CHROME}
HEAD = "盐场开足马力"
BODY = "白沙盐场今天开工，日产五百二十吨。"


def kinds(result: CleanText) -> list[BlockKind]:
    return [block.kind for block in result.blocks]


def read(result: CleanText) -> list[str]:
    return [result.text[block.start : block.end] for block in result.blocks if block.kind not in UNREAD]


class TestFurniture:
    @pytest.mark.parametrize(
        "line",
        [
            # the navigation and the tools of a site
            "首页  机构概况  新闻动态  统计数据",
            "白沙网 > 时政 > 正文",
            "首页 >> 新闻中心 >> 部门动态",
            "要闻 本地 财经 视频 专题",
            "联系我们",
            "无障碍浏览",
            "放大+ 缩小- 默认○",
            "上一版 下一版",
            "返回列表",
            "缩小字体 放大字体 收藏 微博 微信 分享",
            "阅读下一篇：渔港也在忙",
            "分享至好友和朋友圈",
            "我要反馈",
            "打印此文 关闭此页",
            "A- A+",
            "上一篇文章：渔港也在忙",
            "首页 → 经济新闻",
            "跟贴 12",
            "赞 25",
            "+2",
            "09:15:30",
            # an account's invitations
            "点击蓝字 关注我们",
            "↑点击上方“白沙发布”关注我们",
            "以下文章来源于白沙海关 ，作者小海",
            "关注“白沙融媒”，更多资讯早知道",
            "喜欢就点个“在看”吧！",
            "点“阅读原文”了解更多",
            "点分享",
            "— END —",
            "预览时标签不可点",
            "下载App看更多即时新闻",
            # who made a page, when, and how often it was read
            "来源丨白沙海关",
            "一审：王小明 二审：李大伟 三审：张强",
            "监制：王小明 | 责编：李大伟",
            "编审|张强",
            "[编辑: 王小明 ]",
            "发布人：管理员 发布日期：2024-12-10 人气：356",
            "日期：2024-10-18 15:20  浏览次数：123 来源：白沙调查队 字号：[ 大 中 小 ]  视力保护色：",
            "2024/6/20 16:00（6/20 16:35 更新）",
            "第 04 版：经济",
            "白沙日报 2024年11月05日 星期二",
            "投稿：baisha@example.com",
            "点击数：759 更新时间：2023-11-13",
            "出版：2024-12-17 16:35　更新：2024-12-17 17:02",
            "2024-09-10 18:00 白沙日报",
            "白沙发布 2024-09-10 18:00 滨海",
            "2024-11-06 | 白沙盐业",
            "2024年8月22日（星期四）",
            "7月5日 星期五 农历五月三十",
            "发布日期：113-07-31",
            "二〇二三年六月十二日",
            "王小明 摄",
            "王小明 李大伟 摄影报道",
            "经济日报 记者陈小明／台北即时报道",
            "（图片由受访者提供）",
            "（来源：白沙日报）",
            "（原标题：渔港也在忙）",
            "索 引 号：014567890/2025-00123 主题分类：统计",
            "关键词：盐业 产量",
            "主办：白沙县人民政府 承办：白沙县人民政府办公室",
            "附件：白沙县主要指标.xlsx",
            "#白沙 #盐业",
            # what must not be copied
            "本新闻专供会员阅读，未经授权不得转载",
            "转载请注明出处",
            "本网站之文字、图片及影音，非经授权，不得转载、公开播送或公开传输及利用。",
            "交易所对本公告的内容概不负责，对其准确性亦不发表任何声明。",
            "※ 未经授权，请勿复制转贴文章内容",
            "社址：白沙县盐场路1号 邮编：100000 零售1.50元",
        ],
    )
    def test_is_not_read(self, clean: Clean, line: str) -> None:
        assert read(clean(f"{HEAD}\n\n{BODY}\n\n{line}")) == [HEAD, BODY]

    @pytest.mark.parametrize(
        "line",
        [
            "下一条生产线将于年底投产",
            "下一条生产线将于年底投产，年产原盐5万吨。",
            "未经审批同意不得开工的项目共有12个，均已整改。",
            "扫一扫即可查询的服务事项达326项。",
            "扫一扫查社保",
            "更多精彩活动将在五一期间举行，预计接待游客20万人次。",
            "点击量进入全省前10名。",
            "全市完成ICP备案网站3200个，增长5%。",
            "服务热线接听来电3200余件",
            "印刷和广告业增加值增长5.2%",
            "时间：2024年5月9日，参展企业320家，成交额12亿元。",
            "来源广泛的数据支撑了决策，入库数据1.2亿条。",
            "首页推荐企业12家，点击进入的用户3万人次。",
            "关注民生，全年投入35亿元。",
            "关注“一老一小”，新增床位1200张。",
            "评论区收到留言3200条。",
            "分享到朋友圈的用户达12万人次。",
            "声明称，公司全年产量35万吨。",
            "参与企业320家",
            "附件加工企业26家，产值12亿元。",
            "主办单位介绍，展会参展企业320家。",
            "统筹：抓好三件大事，完成投资12亿元",
            "设计：融入本地元素",
            "图片由智能系统识别，准确率达98%。",
            "二〇二三年六月十二日投产，年产值12亿元。",
            "2024年9月10日18:00前，全市转移群众320人。",
            "增速>5%的行业有12个",
            "公司对本次检查的内容高度重视，整改问题12个。",
            "摄影大赛",
            "原标题栏目改版",
            "相关新闻发布会于5月8日举行。",
            "全市统计局系统培训320人。",
        ],
    )
    def test_is_no_line_of_the_text(self, clean: Clean, line: str) -> None:
        assert read(clean(f"{HEAD}\n\n{BODY}\n\n{line}\n\n{BODY}")) == [HEAD, BODY, line, BODY]


class TestAMasthead:
    @pytest.mark.parametrize(
        "name",
        [
            "白沙新闻网",
            "≡ 白沙新闻网",
            "中国盐业网",
            "要闻",
            "A12 财经",
            "部门动态",
            "白沙县统计局",
            "白沙发布",
            "新闻公报",
        ],
    )
    def test_beside_a_headline_is_furniture(self, clean: Clean, name: str) -> None:
        assert read(clean(f"{name}\n\n{HEAD}\n\n{BODY}")) == [HEAD, BODY]
        assert read(clean(f"{HEAD}\n\n{name}\n\n{BODY}")) == [HEAD, BODY]

    def test_alone_over_a_text_is_its_headline(self, clean: Clean) -> None:
        assert kinds(clean(f"部门动态\n\n{BODY}")) == [K.HEADLINE, K.PARAGRAPH]

    @pytest.mark.parametrize(
        "title", ["全市工业经济开好局", "专精特新企业名单发布", "织就一张民生网", "加快构建发展新格局"]
    )
    def test_is_no_headline_that_ends_like_one(self, clean: Clean, title: str) -> None:
        assert kinds(clean(f"{title}\n\n渔港也在忙\n\n{BODY}"))[0] is K.HEADLINE

    def test_set_as_a_headline_stays_one(self, clean: Clean) -> None:
        assert kinds(clean(f"# 要闻\n\n渔港也在忙\n\n{BODY}"))[0] is K.HEADLINE


class TestTheHeadline:
    def test_stands_below_words_of_navigation(self, clean: Clean) -> None:
        result = clean(f"走进白沙\n\n便民服务\n\n白沙县盐业生产稳中向好\n\n{BODY}")
        assert kinds(result) == [K.SUBHEADING, K.SUBHEADING, K.HEADLINE, K.PARAGRAPH]

    @pytest.mark.parametrize("below", ["——白沙县盐业生产一线见闻", "一、白沙县盐业生产稳中向好", "渔港也在忙"])
    def test_may_be_short(self, clean: Clean, below: str) -> None:
        assert kinds(clean(f"盐场春早\n\n{below}\n\n{BODY}"))[0] is K.HEADLINE


class TestLinks:
    def test_to_the_end_are_furniture(self, clean: Clean) -> None:
        result = clean(f"{HEAD}\n\n{BODY}\n\n往期推荐\n\n1. 渔港开门红\n\n2. 好消息！市场开张\n\n分享")
        assert read(result) == [HEAD, BODY]

    def test_end_where_a_text_begins(self, clean: Clean) -> None:
        result = clean(f"{HEAD}\n\n{BODY}\n\n■ 相关链接\n\n渔港也在忙\n\n{BODY}")
        assert read(result) == [HEAD, BODY, "渔港也在忙", BODY]


class TestASignature:
    def test_over_the_date_at_the_end_is_a_byline(self, clean: Clean) -> None:
        result = clean(f"{HEAD}\n\n{BODY}\n\n白沙盐业股份有限公司董事会\n\n2024年8月29日")
        assert kinds(result)[2:] == [K.BYLINE, K.BYLINE]

    def test_without_a_date_is_a_heading(self, clean: Clean) -> None:
        assert kinds(clean(f"{HEAD}\n\n{BODY}\n\n白沙盐业股份有限公司\n\n{BODY}"))[2] is K.SUBHEADING


class TestATable:
    def test_keeps_its_figures(self, clean: Clean) -> None:
        result = clean(
            f"{HEAD}\n\n{BODY}\n\n| 名称 | 产量（万吨） | 增长（%） |\n| --- | --- | --- |\n| 原盐 | 12 | 5 |"
        )
        assert read(result)[2:] == ["名称", "产量（万吨）", "增长（%）", "原盐", "12", "5"]

    def test_of_labels_names_the_text(self, clean: Clean) -> None:
        raw = f"索引号： | 000-1 | 主题分类： | 统计 |\n标 题： | {HEAD} | 文 号： | 白统1号 |\n\n{BODY}"
        assert read(clean(raw)) == [HEAD, BODY]

    def test_may_give_a_number_below_its_label(self, clean: Clean) -> None:
        assert read(clean(f"{HEAD}\n\n索引号：\n\n113300000/2025-0001\n\n{BODY}")) == [HEAD, BODY]


def test_a_writers_name_behind_its_last_sentence_closes_a_paragraph(clean: Clean) -> None:
    raw = (
        "渔港迎来第一船\n本报讯 白沙渔港开渔，首日卸鱼三百二十吨，价格平稳。（王小明）\n"
        "盐田机收率提高\n本报讯 白沙盐场今年机收率百分之九十五，比上年提高。（李大伟）\n"
    )
    assert [k for k in kinds(clean(raw)) if k is not K.HEADLINE] == [K.PARAGRAPH, K.SUBHEADING, K.PARAGRAPH]
