"""Regular expressions as data: none loads without an example that it matches."""

from __future__ import annotations

from typing import Any

import pytest

from extract.engine.expressions import ExpressionError, compile_row, compile_rows, expand

MACROS = {"DIGIT": "[0-9]", "NUMBER": "<DIGIT>{1,9}", "BOAT": "渔船|货轮"}


class TestAMacro:
    def test_is_written_out(self) -> None:
        assert expand("<DIGIT>+艘", MACROS) == "(?:[0-9])+艘"

    def test_may_hold_another(self) -> None:
        assert expand("<NUMBER>艘", MACROS) == "(?:(?:[0-9]){1,9})艘"

    def test_is_one_group_whatever_it_holds(self) -> None:
        row = {"pattern": "<BOAT>出海", "example": "渔船出海", "not": "渔船"}
        assert compile_row(row, MACROS).search("货轮出海")

    def test_that_is_not_known_is_refused(self) -> None:
        with pytest.raises(ExpressionError, match="unknown macro <CREW>"):
            expand("<CREW>上船", MACROS)

    def test_leaves_named_groups_alone(self) -> None:
        assert expand("(?P<day>[0-9])", MACROS) == "(?P<day>[0-9])"


class TestARow:
    def test_is_searched_for(self) -> None:
        row = {"pattern": "<NUMBER>艘", "example": "共有210艘渔船"}
        found = compile_row(row, MACROS).search("回港35艘")
        assert found is not None
        assert found[0] == "35艘"

    def test_may_stand_for_the_whole_text(self) -> None:
        row = {"pattern": "<BOAT>", "example": "渔船", "not": "渔船出海"}
        expression = compile_row(row, MACROS, whole=True)
        assert expression.match("货轮")
        assert not expression.match("货轮出海")

    @pytest.mark.parametrize(
        ("row", "reason"),
        [
            ({"pattern": "盐"}, "no example"),
            ({"pattern": "盐", "example": "虾"}, "does not match its example 虾"),
            ({"pattern": "盐", "example": "盐场", "not": "盐田"}, "matches its counter-example 盐田"),
        ],
    )
    def test_that_does_not_do_what_it_says_is_refused(self, row: dict[str, Any], reason: str) -> None:
        with pytest.raises(ExpressionError, match=reason):
            compile_row(row, {})

    def test_is_checked_as_it_will_be_used(self) -> None:
        row = {"pattern": "盐", "example": "盐场"}
        compile_row(row, {})
        with pytest.raises(ExpressionError):
            compile_row(row, {}, whole=True)


class TestRows:
    def test_match_what_any_of_them_does(self) -> None:
        expression = compile_rows([{"pattern": "盐|卤", "example": "盐"}, {"pattern": "虾", "example": "虾"}], {})
        assert [m[0] for m in expression.finditer("卤水里的虾")] == ["卤", "虾"]

    def test_that_are_none_match_nothing(self) -> None:
        assert not compile_rows([], {}).search("盐场")

    def test_are_each_checked(self) -> None:
        with pytest.raises(ExpressionError):
            compile_rows([{"pattern": "盐", "example": "盐"}, {"pattern": "虾", "example": "盐"}], {})
