"""Knowledge and rules from files, ours with a user's own on top."""

from __future__ import annotations

import contextlib
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.loading import (
    Knowledge,
    KnowledgeError,
    LexiconError,
    load_rules,
    merged,
    read_lexicon,
    read_yaml,
    rule_files,
)
from extract.records.union import RECORD_TYPES

TREES = st.recursive(
    st.integers() | st.text(max_size=3),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=2), inner, max_size=3),
    max_leaves=8,
)


def user(folder: Path, **files: str) -> Knowledge:
    """Knowledge with a user's files; `people_yaml` is people.yaml."""
    for name, content in files.items():
        stem, _, suffix = name.rpartition("_")
        (folder / f"{stem}.{suffix}").write_text(content, "utf-8")
    return Knowledge(folder)


class TestMerging:
    @pytest.mark.parametrize(
        ("ours", "theirs", "both"),
        [
            (["盐"], ["虾"], ["盐", "虾"]),
            ({"a": 1}, {"b": 2}, {"a": 1, "b": 2}),
            ({"a": ["盐"]}, {"a": ["虾"]}, {"a": ["盐", "虾"]}),
            ({"a": {"b": "盐", "c": "卤"}}, {"a": {"b": "虾"}}, {"a": {"b": "虾", "c": "卤"}}),
            ("盐", "虾", "虾"),
        ],
    )
    def test_appends_lists_joins_tables_and_replaces_the_rest(self, ours: Any, theirs: Any, both: Any) -> None:
        assert merged(ours, theirs, "") == both

    @pytest.mark.parametrize(
        ("ours", "theirs", "expected"),
        [
            ({"a": 1}, ["b"], "a table"),
            (["a"], {"b": 1}, "a list"),
            ({"a": ["b"]}, {"a": "c"}, "a list"),
            (["a"], None, "a list"),
        ],
    )
    def test_refuses_another_shape_and_names_the_file(self, ours: Any, theirs: Any, expected: str) -> None:
        with pytest.raises(KnowledgeError, match=f"own.yaml: expected {expected}"):
            merged(ours, theirs, "own.yaml")

    @given(TREES)
    def test_with_nothing_changes_nothing(self, tree: Any) -> None:
        nothing: Any = {} if isinstance(tree, dict) else [] if isinstance(tree, list) else tree
        assert merged(tree, nothing, "") == tree

    @given(st.dictionaries(st.text(max_size=2), st.lists(st.integers(), max_size=3)), TREES)
    def test_leaves_ours_as_it_was(self, ours: dict[str, list[int]], theirs: Any) -> None:
        before = {key: list(value) for key, value in ours.items()}
        with contextlib.suppress(KnowledgeError):
            merged(ours, theirs, "")
        assert ours == before


class TestAUsersKnowledge:
    def test_adds_to_a_class_of_words(self, tmp_path: Path) -> None:
        ours: dict[str, dict[str, str]] = Knowledge().yaml("words")
        both = user(tmp_path, words_yaml='way:\n  卤增: "+"\n').yaml("words")
        assert both == {**ours, "way": {**ours["way"], "卤增": "+"}}

    def test_may_change_the_sense_of_a_word(self, tmp_path: Path) -> None:
        way: dict[str, str] = Knowledge().yaml("words")["way"]
        word = next(iter(way))
        assert user(tmp_path, words_yaml=f'way: {{{word}: "0"}}\n').yaml("words")["way"] == {**way, word: "0"}

    def test_leaves_the_files_that_it_does_not_name(self, tmp_path: Path) -> None:
        assert user(tmp_path, words_yaml="{}").yaml("press") == Knowledge().yaml("press")

    def test_adds_rows_to_a_table(self, tmp_path: Path) -> None:
        ours = Knowledge().table("indicators.tsv")
        row = "\t".join(["原盐产量", *["x"] * (len(ours[0]) - 1)])
        both = user(tmp_path, indicators_tsv=row + "\n").table("indicators.tsv")
        assert both[:-1] == ours
        assert next(iter(both[-1].values())) == "原盐产量"

    def test_may_repeat_a_tables_head_and_hold_comments(self, tmp_path: Path) -> None:
        ours = Knowledge().table("indicators.tsv")
        head = "\t".join(ours[0])
        row = "\t".join(["原盐产量"] * len(ours[0]))
        both = user(tmp_path, indicators_tsv=f"# 盐业\n{head}\n\n{row}\n").table("indicators.tsv")
        assert len(both) == len(ours) + 1

    def test_may_be_an_empty_folder(self, tmp_path: Path) -> None:
        assert Knowledge(tmp_path).yaml("words") == Knowledge().yaml("words")

    def test_may_be_an_empty_file(self, tmp_path: Path) -> None:
        # a file of comments adds nothing
        assert user(tmp_path, words_yaml="# 以后再写\n").yaml("words") == Knowledge().yaml("words")

    def test_may_begin_with_a_byte_order_mark(self, tmp_path: Path) -> None:
        ours = Knowledge().table("indicators.tsv")
        row = "\t".join(["原盐产量"] * len(ours[0]))
        both = user(tmp_path, indicators_tsv="\ufeff" + row + "\n").table("indicators.tsv")
        assert next(iter(both[-1].values())) == "原盐产量"


class TestAUsersMistake:
    def test_of_a_folder_that_does_not_exist_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(KnowledgeError, match="no such folder"):
            Knowledge(tmp_path / "none")

    def test_of_a_file_that_nothing_reads_is_told(self, tmp_path: Path) -> None:
        with pytest.raises(KnowledgeError, match=r"no knowledge file is called salt\.yaml"):
            user(tmp_path, salt_yaml="a: 1\n")

    def test_in_the_yaml_is_told_with_its_file(self, tmp_path: Path) -> None:
        knowledge = user(tmp_path, words_yaml="a: [")
        with pytest.raises(KnowledgeError, match=r"words\.yaml"):
            knowledge.yaml("words")

    def test_of_another_shape_is_told_with_its_file(self, tmp_path: Path) -> None:
        knowledge = user(tmp_path, words_yaml="- 盐\n")
        with pytest.raises(KnowledgeError, match=r"words\.yaml: expected a table"):
            knowledge.yaml("words")

    @pytest.mark.parametrize("row", ["原盐产量", "原盐" + "\tx" * 40])
    def test_in_the_columns_of_a_row_is_told_with_the_row(self, tmp_path: Path, row: str) -> None:
        knowledge = user(tmp_path, indicators_tsv=row + "\n")
        with pytest.raises(KnowledgeError, match=r"indicators\.tsv: expected \d+ columns: 原盐"):
            knowledge.table("indicators.tsv")

    def test_of_a_file_in_another_encoding_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "words.yaml").write_bytes("a: [盐]\n".encode("gb18030"))
        (tmp_path / "indicators.tsv").write_bytes("原盐\n".encode("gb18030"))
        knowledge = Knowledge(tmp_path)
        with pytest.raises(KnowledgeError, match=r"words\.yaml"):
            knowledge.yaml("words")
        with pytest.raises(KnowledgeError, match=r"indicators\.tsv"):
            knowledge.table("indicators.tsv")

    def test_of_a_yaml_that_runs_code_is_told(self, tmp_path: Path) -> None:
        path = tmp_path / "a.yaml"
        path.write_text("!!python/object/apply:os.getcwd []", "utf-8")
        with pytest.raises(KnowledgeError, match=r"a\.yaml"):
            read_yaml(path)


class TestOurs:
    @pytest.mark.parametrize("path", sorted(Knowledge().home.glob("*.yaml")), ids=lambda path: path.name)
    def test_yaml_loads(self, path: Path) -> None:
        assert Knowledge().yaml(path.stem)

    @pytest.mark.parametrize("path", sorted(Knowledge().home.glob("*.tsv")), ids=lambda path: path.name)
    def test_tables_load_with_every_row(self, path: Path) -> None:
        assert Knowledge().table(path.name)


class TestALexicon:
    LABELS = ("ORG", "PRODUCT")

    def read(self, tmp_path: Path, content: str) -> list[tuple[str, str, str | None]]:
        path = tmp_path / "words.tsv"
        path.write_text(content, "utf-8")
        return [(row.word, row.label.value, row.normal) for row in read_lexicon(path, self.LABELS)]

    def test_has_a_word_a_label_and_perhaps_a_normal_form(self, tmp_path: Path) -> None:
        content = "\ufeff# 词表\n云机\tORG\t云台机械集团有限公司\n\n蓝湾600\tPRODUCT\n云台\tORG\t\n"
        assert self.read(tmp_path, content) == [
            ("云机", "ORG", "云台机械集团有限公司"), ("蓝湾600", "PRODUCT", None), ("云台", "ORG", None),
        ]  # fmt: skip

    def test_may_repeat_a_row(self, tmp_path: Path) -> None:
        assert len(self.read(tmp_path, "云机\tORG\n云机\tORG\n")) == 1

    @pytest.mark.parametrize(
        ("row", "code"),
        [
            ("云机", "lexicon_row"),
            ("云机 ORG", "lexicon_row"),
            ("\tORG", "lexicon_row"),
            ("——\tORG", "lexicon_row"),
            ("云机\tORG\ta\tb", "lexicon_row"),
            ("云机\tCOMPANY", "lexicon_label"),
            ("云机\tQUANTITY", "lexicon_label"),
            ("云台\tPRODUCT", "lexicon_conflict"),
            ("云台\tORG\t云台集团", "lexicon_conflict"),
        ],
    )
    def test_with_a_row_that_cannot_be_used_is_told_with_its_line(self, tmp_path: Path, row: str, code: str) -> None:
        with pytest.raises(LexiconError, match=r"words\.tsv:3: ") as raised:
            self.read(tmp_path, f"# 词表\n云台\tORG\n{row}\n")
        assert raised.value.code == code

    def test_that_is_not_there_or_in_another_encoding_is_told(self, tmp_path: Path) -> None:
        (tmp_path / "gb.tsv").write_bytes("云机\tORG\n".encode("gb18030"))
        for name in ("none.tsv", "gb.tsv"):
            with pytest.raises(LexiconError, match=name) as raised:
                read_lexicon(tmp_path / name, self.LABELS)
            assert raised.value.code == "lexicon_unreadable"


class TestRuleFiles:
    def test_are_one_a_record_type_then_the_users(self, tmp_path: Path) -> None:
        (tmp_path / "honor.yaml").write_text("[]", "utf-8")
        (tmp_path / "event.yaml").write_text("[]", "utf-8")
        files = rule_files(tmp_path)
        assert [path.stem for path in files] == [*RECORD_TYPES, "event", "honor"]
        assert files[-2:] == [tmp_path / "event.yaml", tmp_path / "honor.yaml"]

    def test_of_no_record_type_are_told(self, tmp_path: Path) -> None:
        (tmp_path / "salt.yaml").write_text("[]", "utf-8")
        with pytest.raises(KnowledgeError, match=r"salt\.yaml: a rule file is named after a record type"):
            rule_files(tmp_path)

    def test_in_a_folder_that_does_not_exist_are_told(self, tmp_path: Path) -> None:
        with pytest.raises(KnowledgeError, match="no such folder"):
            rule_files(tmp_path / "none")

    def test_may_be_empty(self, tmp_path: Path) -> None:
        path = tmp_path / "event.yaml"
        path.write_text("", "utf-8")
        assert load_rules([path], {}, {}) == ()

    @pytest.mark.parametrize("content", ["- {}\n", "- id: a\n", "- 盐\n", "a: 1\n", "盐\n"])
    def test_with_a_row_that_is_no_rule_are_told(self, tmp_path: Path, content: str) -> None:
        path = tmp_path / "event.yaml"
        path.write_text(content, "utf-8")
        with pytest.raises(KnowledgeError, match=r"event\.yaml"):
            load_rules([path], {}, {})
