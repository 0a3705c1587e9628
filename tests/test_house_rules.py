"""What imports cannot say about the source tree."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

import extract
from extract.records.union import RECORD_TYPES

SOURCE = Path(extract.__file__).parent
MODULES = sorted(SOURCE.rglob("*.py"))
HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")


def _documentation(tree: ast.AST) -> set[int]:
    """The ids of strings that only explain: docstrings, those below a field, and a field's description."""
    explained: set[int] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Expr) or (isinstance(node, ast.keyword) and node.arg == "description"):
            explained.add(id(node.value))
    return explained


@pytest.mark.parametrize("path", MODULES, ids=lambda p: p.relative_to(SOURCE).as_posix())
def test_mechanism_holds_no_chinese_word(path: Path) -> None:
    source = path.read_text("utf-8")
    tree = ast.parse(source)
    documentation = _documentation(tree)
    strings = [
        ast.get_source_segment(source, node) or ""
        for node in ast.walk(tree)
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and HAN.search(node.value)
        if id(node) not in documentation
    ]
    # a range of code points ([\u4e00-\u9fff]) is no word
    assert [text for text in strings if HAN.search(text)] == []


def test_knowledge_holds_no_code() -> None:
    assert list((SOURCE / "knowledge").rglob("*.py")) == []


@pytest.mark.parametrize("name", RECORD_TYPES)
def test_every_record_type_has_its_twin(name: str) -> None:
    assert (SOURCE / "records" / f"{name}.py").exists()
    assert (SOURCE / "records" / f"{name}.yaml").exists()


def test_every_knowledge_file_is_read_by_something() -> None:
    code = "\n".join(path.read_text("utf-8") for path in MODULES)
    unread = [
        p.name for p in (SOURCE / "knowledge").iterdir() if f'"{p.name}"' not in code and f'"{p.stem}"' not in code
    ]
    assert unread == []
