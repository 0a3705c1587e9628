"""Honours in detail."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def test_several_titles_on_one_verb_are_a_record_each(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "大连市先后荣获国家园林城市、全国双拥模范城称号。", kind="honor")
    assert column(rows, "honor") == ["国家园林城市", "全国双拥模范城"]


def test_a_product_is_named_with_its_owner(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "海川集团的“冰丝”系列面料获评省级创新产品。", kind="honor")
    assert column(rows, "recipients") == [["海川集团冰丝系列面料"]]


def test_the_prize_of_each_is_a_slot_and_no_statistic(pipeline: Pipeline) -> None:
    text = "海川集团、云台重工荣膺“功勋企业”称号，各奖励100万元。"
    [honor] = facts(pipeline, text, kind="honor")
    assert (honor["recipients"], honor["prize"]["value"]) == (["海川集团", "云台重工"], 1_000_000)
    assert facts(pipeline, text) == []


def test_a_batch_may_stand_behind_the_list(pipeline: Pipeline) -> None:
    [honor] = facts(pipeline, "海川集团入选省级单项冠军企业第七批名单。", kind="honor")
    assert (honor["honor"], honor["batch"]) == ("省级单项冠军企业", "第七批")


def test_titles_of_any_ending_and_quoted_ones_stand_in_a_row(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "河湾村先后获得全国文明村、中国美丽休闲乡村、省级乡村旅游重点村等荣誉称号。", kind="honor")
    assert column(rows, "honor") == ["全国文明村", "中国美丽休闲乡村", "省级乡村旅游重点村"]
    rows = facts(pipeline, "海川集团荣获“全省十佳产业园区”“省级循环化改造示范园区”等称号。", kind="honor")
    assert column(rows, "honor") == ["全省十佳产业园区", "省级循环化改造示范园区"]


def test_a_zone_that_heads_the_sentence_got_what_a_later_clause_tells(pipeline: Pipeline) -> None:
    text = "永丰经济开发区2005年成立，2011年被批准为省级经济开发区。"
    [honor] = facts(pipeline, text, kind="honor")
    assert (honor["recipients"], honor["honor"]) == (["永丰经济开发区"], "省级经济开发区")


def test_those_named_with_their_posts_are_honoured_together(pipeline: Pipeline) -> None:
    text = "滨江市人民医院主任医师刘敏，江东实验小学校长、高级教师赵晓红获全国五一劳动奖章。"
    [honor] = facts(pipeline, text, kind="honor")
    assert honor["recipients"] == ["刘敏", "赵晓红"]


def test_what_wins_stands_before_what_it_wins_by(pipeline: Pipeline) -> None:
    [honor] = facts(pipeline, "海川集团凭借自主研发的手术机器人夺得金奖。", kind="honor")
    assert honor["recipients"] == ["海川集团"]


def test_what_counts_two_honours_is_no_part_of_the_second(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "海川集团荣获“东海领军企业”和“科技创新”两个奖项。", kind="honor")
    assert column(rows, "honor") == ["东海领军企业", "科技创新"]


def test_how_somebody_is_called_is_no_part_of_the_name(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "周建民同志荣获东海五一劳动奖章。", kind="honor")
    assert column(rows, "recipients") == [["周建民"]]


def test_the_writer_s_place_in_front_is_no_part_of_the_name(pipeline: Pipeline) -> None:
    rows = facts(pipeline, "我市的海川集团入选国家级绿色工厂名单。", kind="honor")
    assert column(rows, "recipients") == [["海川集团"]]


def test_a_list_in_title_marks_is_an_honour_without_them_and_no_policy(pipeline: Pipeline) -> None:
    text = "省能源局公布《首批示范项目名单》，海川集团入选。"
    [honor] = facts(pipeline, text, kind="honor")
    assert (honor["honor"], honor["batch"], honor["granter"]) == ("示范项目名单", "首批", "省能源局")
    assert not facts(pipeline, text, kind="policy")


def test_three_titles_and_how_many_they_are(pipeline: Pipeline) -> None:
    text = "海川集团荣获大连市“金象”企业、大连市纳税大户、国家绿色制造示范名单三大奖项。"
    rows = facts(pipeline, text, kind="honor")
    assert column(rows, "honor") == ["大连市金象企业", "大连市纳税大户", "国家绿色制造示范名单"]


def test_a_number_of_units_is_no_recipient(pipeline: Pipeline) -> None:
    assert facts(pipeline, "省文旅厅公布了先进集体名单，东海4单位、8人入选。", kind="honor") == []
