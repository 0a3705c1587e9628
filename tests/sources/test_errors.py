"""The codes of rejections stand in docs/errors.md, each with its meaning."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from extract.records.checks import Check
from extract.sources import SourceError

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "errors.md").read_text("utf-8")
ROW = re.compile(r"^\| `([a-z_]+)` \| (.+) \|$", re.M)


def section(title: str) -> dict[str, str]:
    part = PAGE.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]
    return dict(ROW.findall(part))


def test_sources_are_those_of_the_enumeration() -> None:
    assert section("Sources") == {error.value: error.meaning for error in SourceError}


def test_relations_are_those_that_the_code_refuses_with() -> None:
    source = ROOT / "src" / "extract"
    records = "\n".join(path.read_text("utf-8") for path in (source / "records").glob("*.py"))
    codes = set(re.findall(r'refuse\(\s*"([a-z_]+)"', records))
    documented = set(section("Relations"))
    assert codes <= documented
    raised = "\n".join(path.read_text("utf-8") for path in source.rglob("*.py"))
    assert {code for code in documented if code not in raised and not code.startswith("no_")} == set()


def test_warnings_are_the_checks() -> None:
    source = (ROOT / "src" / "extract" / "records" / "checks.py").read_text("utf-8")
    meanings = dict(re.findall(r'= "(\w+)"\n    """(.+?)"""', source))
    assert section("Warnings") == meanings
    assert set(meanings) == set(Check)


def test_those_of_the_command_line_are_those_that_the_code_tells() -> None:
    source = "\n".join(path.read_text("utf-8") for path in (ROOT / "src" / "extract").rglob("*.py"))
    assert {
        code for code in section("The command line") if f'"{code}"' not in source and f"[{code}]" not in source
    } == set()
    raised = set(re.findall(r'(?:BackendError|LexiconError)\((?:[^"]|"[^"]*")*?"([a-z]+(?:_[a-z]+)+)"\)', source))
    assert raised <= set(section("The command line"))
    assert {"no_model", "lexicon_row"} <= raised


def test_no_code_is_told_twice() -> None:
    codes = [code for code, _ in ROW.findall(PAGE)]
    assert sorted(codes) == sorted(set(codes))


@pytest.mark.parametrize("error", SourceError)
def test_a_code_is_its_own_value_and_says_what_it_means(error: SourceError) -> None:
    assert error == error.value
    assert error.meaning.endswith(".")
