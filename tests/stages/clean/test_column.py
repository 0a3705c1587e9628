"""How the lines of a text were broken, and which of them are full."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from benchmarks.variants import cut, typeset

from extract.data import BlockKind, CleanText
from extract.engine.offsets import begin
from extract.stages.clean.column import Column
from extract.stages.clean.lines import split_lines
from extract.stages.clean.unwrap import runs_of

Clean = Callable[[str], CleanText]
K = BlockKind

HEAD = "一、盐业生产情况"
SALT = "今年以来，白沙盐场改造3条输送带，日产原盐由400吨提高到520吨，增长30%，工人们说，机器多了，活儿轻了。"
PORT = "渔港方面，休渔期结束后共有210艘渔船出海，前3天卸下海虾300吨，比上年同期多出15.5%，价格平稳，卖得很快。"
ROWS = ["原盐产量 520吨", "海虾产量 300吨", "海带产量 180吨", "鱼苗投放 80万尾"]


def column_of(text: str) -> Column:
    return Column.of(runs_of(split_lines(text, text, begin(text))))


class TestAText:
    @pytest.mark.parametrize("width", range(12, 25))
    def test_that_is_cut_tells_at_how_many_characters(self, width: int) -> None:
        lines = [line for text in (SALT, PORT, SALT) for line in cut(text, width)]
        assert column_of("\n".join(lines)).length == width

    @pytest.mark.parametrize("width", range(12, 28))
    def test_that_is_typeset_is_wrapped_at_no_number_of_characters(self, width: int) -> None:
        lines = [line for text in (SALT, PORT, SALT) for line in typeset(text, width)]
        column = column_of("\n".join(lines))
        assert column.wrapped
        assert not column.length

    @pytest.mark.parametrize("text", ["\n".join([HEAD, SALT, PORT]), "\n".join(ROWS), SALT, ""])
    def test_of_whole_paragraphs_or_rows_is_not_wrapped(self, text: str) -> None:
        assert not column_of(text).wrapped

    def test_that_lost_its_indents_is_seen_by_its_first_lines(self) -> None:
        lost = "\n".join("\n".join(typeset(text, 16, 2)) for text in (SALT, PORT, SALT))
        kept = "\n".join("\n".join(typeset(text, 16)) for text in (SALT, PORT, SALT))
        assert column_of(lost).unindented
        assert not column_of(kept).unindented


def test_a_line_is_full_where_the_next_word_would_not_have_fitted() -> None:
    text = "今年以来盐场日产原盐达到\n1234567吨，多\n两成。渔港也开工。"
    (run,) = runs_of(split_lines(text, text, begin(text)))
    assert Column(True).full(run, 0)[:2] == [True, False]


@pytest.mark.parametrize("width", range(12, 41))
@pytest.mark.parametrize("broken", [cut, typeset])
def test_a_heading_shorter_than_its_column_stays_by_itself(
    clean: Clean, broken: Callable[[str, int], list[str]], width: int
) -> None:
    # the lines of a text set at a width that its heading fills cannot be told apart
    texts = ["白沙盐场开足马力", SALT, HEAD, PORT, SALT]
    if any(len(text) == width for text in (texts[0], HEAD)):
        return
    lines = [line for text in texts for line in broken(text, width)]
    result = clean("\n".join(lines))
    headings = [result.text[b.start : b.end] for b in result.blocks if b.kind in (K.HEADLINE, K.SUBHEADING)]
    assert headings == [texts[0], HEAD]


def test_a_space_at_a_line_s_end_is_kept_where_names_are_parted_by_it(clean: Clean) -> None:
    lines = cut(f"本报讯（记者 王小明 通讯员 李大伟）{SALT}", 11)
    assert lines[0].endswith("王小明 ")
    assert "王小明 通讯员" in clean("\n".join(lines)).text


def test_a_latin_word_that_was_cut_is_whole_again(clean: Clean) -> None:
    text = "今年以来，白沙盐场引进SALTMASTER输送机，日产提高到520吨，工人们都说，机器多了，活儿轻了很多，价格平稳。"
    assert clean("\n".join(cut(text, 14))).text == text


@pytest.mark.parametrize("bullet", ["●", "【", "一是", "（二）"])
def test_what_opens_a_paragraph_is_not_joined_to_a_full_line(clean: Clean, bullet: str) -> None:
    full = "盐场今年开工早，工人都到齐了。"
    other = f"{bullet}渔港卸下海虾300吨，比上年同期多出15.5%，价格平稳，卖得很快，渔民都笑了。"
    lines = "\n".join([*cut(SALT, 15), *cut(full, 15), *cut(other, 15)])
    assert f"\n{bullet}" in clean(lines).text
