"""Everything that the documents show is run."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from tools.generate import ROOT, SHOWING, differing

PYTHON = re.compile(r"```python\n(.*?)```(?:\n\n[^\n]+\n\n```text\n(.*?)```)?", re.DOTALL)
LINK = re.compile(r"\]\((?!https?:)([^)#]+)\)")


def blocks(name: str) -> list[tuple[str, str]]:
    return [(m[1], m[2] or "") for m in PYTHON.finditer((ROOT / name).read_text("utf-8"))]


@pytest.mark.parametrize("name", SHOWING)
def test_the_python_of_a_page_runs_and_prints_what_it_shows(
    name: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(ROOT)
    found = blocks(name)
    assert len(found) >= 2
    for code, shown in found:
        exec(compile(code, name, "exec"), {})
        assert capsys.readouterr().out == shown


def test_the_two_readmes_show_the_same_code() -> None:
    assert blocks("README.md") == blocks("README.zh.md")


def test_what_is_generated_is_up_to_date() -> None:
    assert differing() == []


def test_the_words_that_a_page_shows_are_those_of_its_example() -> None:
    rows = (ROOT / "docs" / "examples" / "words.tsv").read_text("utf-8").split("\n", 1)[1]
    assert f"```text\n{rows}```" in (ROOT / "docs" / "names.md").read_text("utf-8")


@pytest.mark.parametrize(
    "name", [*SHOWING, "CONTRIBUTING.md", "docs/architecture.md", "docs/sources.md", "docs/stores.md", "docs/batch.md"]
)
def test_links_lead_somewhere(name: str) -> None:
    page = ROOT / name
    missing = [target for target in LINK.findall(page.read_text("utf-8")) if not (page.parent / Path(target)).exists()]
    assert missing == []
