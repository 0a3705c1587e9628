"""Names from a lexicon and from a model, on the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
import spacy
from tests.command import rows, run, run_alone

TEXT = "2022年，云机与丘南制造所完成投资三百二十万元。"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a.txt"
    path.write_text(TEXT, "utf-8")
    return path


@pytest.fixture
def lexicon(tmp_path: Path) -> Path:
    path = tmp_path / "words.tsv"
    path.write_text("云机\tORG\t云台机械集团有限公司\n三百\tORG\n", "utf-8")
    return path


@pytest.fixture
def model(tmp_path: Path) -> Path:
    nlp = spacy.blank("zh", meta={"license": "MIT"})
    ruler: Any = nlp.add_pipe("entity_ruler")
    ruler.add_patterns([{"label": "ORG", "pattern": "丘南制造所"}, {"label": "SHIP", "pattern": "投资"}])
    nlp.to_disk(tmp_path / "model")
    return tmp_path / "model"


def names(out: Path) -> dict[str, str | None]:
    return {row["text"]: row["normal"] for row in rows(out / "mentions.jsonl") if row["label"] == "ORG"}


def test_a_run_takes_both_and_records_them(source: Path, lexicon: Path, model: Path, tmp_path: Path) -> None:
    done = run_alone(
        "run",
        source,
        source.parent / "a.txt",
        "-o",
        tmp_path / "out",
        "--lexicon",
        lexicon,
        "--names",
        f"spacy:{model}",
    )
    assert names(tmp_path / "out") == {"云机": "云台机械集团有限公司", "丘南制造所": None}
    options = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["options"]
    assert (options["lexicon"], options["names"]) == (lexicon.as_posix(), f"spacy:{model}")
    assert "its licence is MIT" in done.stderr
    assert done.stderr.count("[unknown_label]") == 1


def test_a_word_that_is_cut_is_told_once(lexicon: Path, tmp_path: Path) -> None:
    texts = tmp_path / "texts"
    texts.mkdir()
    for name in "ab":
        (texts / f"{name}.txt").write_text(TEXT, "utf-8")
    done = run("run", texts, "-o", tmp_path / "out", "--lexicon", lexicon)
    assert done.returncode == 0
    assert done.stderr == "extract: 三百 is not kept whole, 2 times [lexicon_word_cut]\n"


def test_explain_says_who_read_a_name(lexicon: Path, model: Path) -> None:
    shown = run("explain", TEXT, "--lexicon", lexicon, "--names", f"spacy:{model}").stdout
    assert "ORG:云机 = 云台机械集团有限公司 [lexicon]" in shown
    assert f"ORG:丘南制造所 [spacy:{model}]" in shown
    assert "三百: not kept whole [lexicon_word_cut]" in shown


def test_a_quiet_run_tells_warnings_alone(source: Path, model: Path, tmp_path: Path) -> None:
    done = run("run", source, "-q", "-o", tmp_path / "out", "--names", f"spacy:{model}")
    assert "licence" not in done.stderr
    assert "[unknown_label]" in done.stderr


@pytest.mark.parametrize("command", ["run", "explain"])
@pytest.mark.parametrize(
    ("option", "value", "code"),
    [
        ("--names", "other", "unknown_backend"),
        ("--names", "spacy:no-such-model", "no_model"),
        ("--segmenter", "none", "unknown_backend"),
        ("--lexicon", "none.tsv", "lexicon_unreadable"),
    ],
)
def test_what_cannot_be_had_is_a_usage_error_with_a_code(
    source: Path, tmp_path: Path, command: str, option: str, value: str, code: str
) -> None:
    output: list[str | Path] = ["-o", tmp_path / "out"] if command == "run" else []
    done = run(command, source, *output, option, value)
    assert done.returncode == 2
    assert f"[{code}]" in done.stderr
    assert not (tmp_path / "out").exists()


def test_a_malformed_row_is_told_with_file_and_line(source: Path, lexicon: Path, tmp_path: Path) -> None:
    lexicon.write_text("云机\tORG\n云台\n", "utf-8")
    done = run("run", source, "-o", tmp_path / "out", "--lexicon", lexicon)
    assert done.returncode == 2
    assert f"{lexicon}:2: " in done.stderr
    assert "[lexicon_row]" in done.stderr


def test_an_audit_with_the_same_lexicon_agrees_with_its_run(lexicon: Path, source: Path, tmp_path: Path) -> None:
    lexicon.write_text("云机六号\tPRODUCT\n", "utf-8")
    source.write_text("2022年，云机六号完成投资320万元。", "utf-8")
    assert run("run", source, "-o", tmp_path / "out", "--lexicon", lexicon).returncode == 0
    done = run("audit", tmp_path / "out", "--lexicon", lexicon)
    assert done.returncode == 0, done.stderr
