"""People beside their titles."""

from __future__ import annotations

import pytest

from extract.data import Label
from extract.pipeline import Pipeline

from .reading import named


@pytest.mark.parametrize(
    ("text", "titles", "people"),
    [
        ("市委书记江明远出席。", ["市委书记"], ["江明远"]),
        ("副市长欧阳文介绍情况。", ["副市长"], ["欧阳文"]),
        ("总工程师张三。", ["总工程师"], ["张三"]),
        ("党组书记、局长周海明说", ["党组书记", "局长"], ["周海明"]),
        ("会议任命王大川为厂长。", ["厂长"], ["王大川"]),
    ],
)
def test_a_name_stands_beside_its_title(pipeline: Pipeline, text: str, titles: list[str], people: list[str]) -> None:
    assert named(pipeline, text, Label.TITLE) == titles
    assert named(pipeline, text, Label.PERSON) == people


@pytest.mark.parametrize("text", ["市长高度重视。", "局长马上行动。", "书记和市长应邀到会。", "江明远很高兴。"])
def test_a_surname_s_character_makes_no_person_by_itself(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.PERSON) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("国王普密蓬今天会见客人。", ["普密蓬"]),
        ("总理川·立派出席会议。", ["川·立派"]),
        ("土库曼斯坦总统别尔德穆哈梅多夫出席会议。", ["别尔德穆哈梅多夫"]),
        ("副院长常樵说，进展顺利。", ["常樵"]),
        ("研究员江琮认为，东亚正在走出低谷。", ["江琮"]),
        ("与会的有江根生、周海、林兰英等。", ["江根生", "周海", "林兰英"]),
        ("副市长周刚在致辞中说，进展顺利。", ["周刚"]),
        ("在市委书记江奇和市长陈海明陪同下。", ["江奇", "陈海明"]),
        ("米德尔顿说，她将访问加拿大。", ["米德尔顿"]),
        ("总统卡塔比，首先发言。", ["卡塔比"]),
        ("经纪人Nora Quill起诉，Quill表示不满。", ["Nora Quill", "Quill"]),
        ("操盘手唐尼-沃森对此不满意。", ["唐尼-沃森"]),
    ],
)
def test_a_name_ends_where_what_the_person_does_begins(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.PERSON) == names


@pytest.mark.parametrize(
    "text",
    [
        "路和电也有联系。",
        "活动是美·美集市。",
        "基金经理履行职务。",
        "国王和王后出席。",
        "连照明也换了。",
        "学生练立焊。",
        "有常客说，票价便宜了。",
        "文博会开幕。",
        "贡献率上升。",
    ],
)
def test_words_that_begin_like_a_name_are_nobody(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.PERSON) == []


def test_a_name_that_only_transcribes_sounds_is_a_firms_where_a_firm_acts(pipeline: Pipeline) -> None:
    text = "2021年，塔迪亚实现营收216亿元，净利润30亿元。塔迪亚去年扩产。"
    assert named(pipeline, text, Label.ORG) == ["塔迪亚", "塔迪亚"]
    assert named(pipeline, text, Label.PERSON) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("张稀哲在禁区内射门。", ["张稀哲"]),
        ("许鸿基听村民议论这件事。", ["许鸿基"]),
        ("影片由范丞岚、蒋龙、蒋易等主演。", ["范丞岚", "蒋龙", "蒋易"]),
        ("改编自徐世海的真实经历。", ["徐世海"]),
        ("台风“麦德姆”将影响沿海。", []),
        ("青年导演霍猛执导。", ["霍猛"]),
        ("柳工推出新机型。", []),
    ],
)
def test_loose_characters_behind_a_family_name_are_a_name(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.PERSON) == names


@pytest.mark.parametrize(
    "text",
    [
        "黄鹿至安州铁路全线首座隧道贯通。",
        "江澜高速、安州运河等路线改造完成。",
        "加快林创原、远达汽车零部件等项目建设。",
        "两市共建江大澜长创新走廊。",
        "“江农优品”市集开市。",
        "林创原扩容升级，引进团队9支。优化林创原产业布局。",
    ],
)
def test_what_has_the_form_of_a_name_and_stands_like_a_thing_is_nobody(pipeline: Pipeline, text: str) -> None:
    assert named(pipeline, text, Label.PERSON) == []


def test_a_title_behind_a_name_makes_it_no_thing_s(pipeline: Pipeline) -> None:
    assert named(pipeline, "梁远强国家主席出席。会见梁远强国家主席后，梁远强说。", Label.PERSON) == ["梁远强"] * 3


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("客队12号詹宁斯踢入一球，2号海因里希斯又添两分。", ["詹宁斯", "海因里希斯"]),
        ("上场的有二传江坤、接应周海红和自由人张娜。", ["江坤", "周海红", "张娜"]),
        ("主任吴久洪大使时指出，局势困难。", ["吴久洪"]),
        ("萨伦杰曾是首轮新秀。后来，萨伦杰的伤病越来越重，萨伦杰感到失望。", ["萨伦杰", "萨伦杰", "萨伦杰"]),
        ("河北队的王丽以五十三秒夺得第一名。", ["王丽"]),
        ("周建国（甲省）胜刘洪（乙省）。", ["周建国", "刘洪"]),
        ("3号楼的居民很高兴。", []),
        ("开往欧洲的中欧班列今年开行千列。", []),
    ],
)
def test_a_name_stands_behind_a_number_a_role_or_by_its_sounds(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.PERSON) == names


def test_names_run_on_without_a_mark(pipeline: Pipeline) -> None:
    text = "演员林宇森周小刚姜文贾樟柯王小帅、徐文涛等到场。"
    assert named(pipeline, text, Label.PERSON) == ["林宇森", "周小刚", "姜文", "贾樟柯", "王小帅", "徐文涛"]
    assert named(pipeline, "江明远高兴地说，周海方面没有意见。", Label.PERSON) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("影评人程青松发起活动。", ["程青松"]),
        ("原副局长黄胜受贿案开庭。", ["黄胜"]),
        ("沉痛悼念高峰同志。", ["高峰"]),
        ("副司令员李亚洲带队。", ["李亚洲"]),
        ("民警田龙、张相超火速赶到。", ["田龙", "张相超"]),
        ("张相超有14分入账。", ["张相超"]),
        ("常委同志、各位同志请注意。", []),
    ],
)
def test_what_calls_somebody_makes_a_name_of_words(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.PERSON) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("他用马蒂亚斯·苏勒换下保罗·迪巴拉。", ["马蒂亚斯·苏勒", "保罗·迪巴拉"]),
        ("坎布·苏尼赛和冯佩·赛格亚出席。", ["坎布·苏尼赛", "冯佩·赛格亚"]),
        ("议长披猜·拉达军、大臣到场。", ["披猜·拉达军"]),
    ],
)
def test_names_with_dots_end_where_other_words_begin(pipeline: Pipeline, text: str, names: list[str]) -> None:
    assert named(pipeline, text, Label.PERSON) == names


def test_no_name_ends_with_the_front_of_a_word_behind_it(pipeline: Pipeline) -> None:
    for text, name in (("东屿镇党委书记彭辉先后作了发言。", "彭辉"), ("省委常委王可兼任组织部部长。", "王可")):
        assert name in named(pipeline, text, Label.PERSON)


def test_the_first_of_several_who_get_an_office_is_a_person(pipeline: Pipeline) -> None:
    text = "会议任命江明远、李向东为滨海市监察委员会委员。"
    assert named(pipeline, text, Label.PERSON) == ["江明远", "李向东"]


def test_whose_officer_is_named_is_a_body(pipeline: Pipeline) -> None:
    text = "英勒尔宣布收购计划。英勒尔首席执行官欧文德表示满意。"
    assert named(pipeline, text, Label.ORG) == ["英勒尔", "英勒尔"]
    assert named(pipeline, text, Label.PERSON) == ["欧文德"]


def test_a_join_before_the_next_name_and_the_end_of_a_quotation_are_nobody(pipeline: Pipeline) -> None:
    assert named(pipeline, "巡逻民警陈浩和谢璘童在休息。", Label.PERSON) == ["陈浩", "谢璘童"]
    assert named(pipeline, "县里组织“专家百村行”活动。", Label.PERSON) == []
