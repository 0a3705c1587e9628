"""The command line, run as a user runs it: where the process itself is the matter, as a process of its own."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from tests.command import rows, run, run_alone

GOOD = "2022年，全市完成工业投资460亿元。"


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    folder = tmp_path / "texts"
    folder.mkdir()
    (folder / "a.txt").write_text(GOOD, "utf-8")
    return folder


def test_a_run_writes_the_files_of_the_contract(texts: Path, tmp_path: Path) -> None:
    done = run_alone("run", texts, "--output", tmp_path / "out", "--place", "滨海市", "--published", "2023-01-20")
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    assert "records" in done.stdout
    names = {path.name for path in (tmp_path / "out").iterdir()}
    assert names == {"articles.jsonl", "mentions.jsonl", "records.jsonl", "rejects.jsonl", "run.json"}
    (article,) = rows(tmp_path / "out" / "articles.jsonl")
    assert (article["article_id"], article["source_id"], article["published"]) == ("a.txt#1", "a.txt", "2023-01-20")
    (record,) = rows(tmp_path / "out" / "records.jsonl")
    assert (record["metric"], record["subject"]) == ("工业投资", "滨海市")
    manifest = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))
    assert manifest["inputs"][0]["size"] == len(GOOD.encode())
    assert manifest["options"]["place"] == "滨海市"


def test_what_is_no_plain_text_leaves_its_decoded_text(tmp_path: Path) -> None:
    source = tmp_path / "gb.txt"
    source.write_bytes((GOOD * 20).encode("gb18030"))
    assert run("run", source, "-o", tmp_path / "out").returncode == 0
    text = (tmp_path / "out" / "texts" / "gb.txt.txt").read_text("utf-8")
    for mention in rows(tmp_path / "out" / "mentions.jsonl"):
        assert text[mention["start"] : mention["end"]] == mention["text"]


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("missing.txt", None, "missing_path"),
        ("empty.txt", b"", "empty"),
        ("blank.txt", b" \n\n", "empty"),
        ("binary.txt", bytes(range(256)) * 8, "binary"),
        ("broken.txt", b"\xff\xfe\xfa\xc1\x80\x81" * 50 + b"\x80", None),
        ("named.xyz", b"abc", "unknown_type"),
    ],
)
def test_bad_input_is_one_line_and_one_reject_and_the_rest_goes_on(
    tmp_path: Path, texts: Path, name: str, content: bytes | None, code: str | None
) -> None:
    bad = tmp_path / name
    if content is not None:
        bad.write_bytes(content)
    done = run("run", bad, texts, "--output", tmp_path / "out")
    assert done.returncode == 1
    lines = done.stderr.splitlines()
    assert len(lines) == 1
    assert name in lines[0]
    (reject,) = rows(tmp_path / "out" / "rejects.jsonl")
    assert reject["kind"] == "source"
    assert code is None or reject["error"] == code
    assert len(rows(tmp_path / "out" / "records.jsonl")) == 1


def test_a_folder_without_text_is_a_reject_and_other_files_are_skipped(tmp_path: Path, texts: Path) -> None:
    (texts / "picture.png").write_bytes(b"\x89PNG")
    hollow = tmp_path / "hollow"
    hollow.mkdir()
    done = run_alone("run", texts, hollow, "--output", tmp_path / "out")
    assert done.returncode == 1
    assert [r["error"] for r in rows(tmp_path / "out" / "rejects.jsonl")] == ["folder_without_text"]
    assert [line.split() for line in done.stdout.splitlines()[-2:]] == [["skipped", "files", "1"], [".png", "1"]]


def test_an_existing_run_is_refused_without_overwrite(texts: Path, tmp_path: Path) -> None:
    assert run("run", texts, "-o", tmp_path / "out").returncode == 0
    again = run("run", texts, "-o", tmp_path / "out")
    assert again.returncode == 2
    assert "--overwrite" in again.stderr
    assert run("run", texts, "-o", tmp_path / "out", "--overwrite").returncode == 0


@pytest.mark.parametrize(
    "arguments",
    [["run"], ["run", "x"], ["run", "x", "-o", "y", "--published", "tomorrow"], ["run", "x", "-o", "y", "--rules", "no"],
     ["explain", "x", "--segmenter", "none"], ["schema", "nothing"], ["nothing"]],
)  # fmt: skip
def test_usage_errors_are_two(arguments: list[str]) -> None:
    assert run(*arguments).returncode == 2


def test_a_process_ends_with_the_code_of_its_command() -> None:
    assert (run_alone("nothing").returncode, run_alone("schema", "nothing").returncode) == (2, 2)


def test_a_runs_own_output_is_no_input(texts: Path) -> None:
    for _ in range(2):
        done = run("run", texts, "-o", texts / "out", "--overwrite")
        assert done.returncode == 0, done.stderr
        assert [row["source_id"] for row in rows(texts / "out" / "articles.jsonl")] == ["a.txt"]
        manifest = json.loads((texts / "out" / "run.json").read_text("utf-8"))
        assert [Path(file["path"]).name for file in manifest["inputs"]] == ["a.txt"]


def test_standard_input_is_a_source(tmp_path: Path) -> None:
    done = run_alone("run", "-", "-o", tmp_path / "out", stdin=GOOD)
    assert done.returncode == 0
    assert len(rows(tmp_path / "out" / "records.jsonl")) == 1


def test_a_users_rule_reads_what_ours_do_not(tmp_path: Path, texts: Path) -> None:
    rules = tmp_path / "rules"
    rules.mkdir()
    (rules / "event.yaml").write_text(
        "- id: event.own\n  says: 某地欢庆盛会\n  cue: [欢庆]\n  when: '<name:NP> [action: 欢庆]'\n"
        "  where: {name: {ends: [盛会]}}\n"
        "  examples:\n    - {text: 渔业盛会欢庆。, gives: {name: 渔业盛会}}\n    - {text: 农业盛会欢庆。, gives: {name: 农业盛会}}\n"
        "  not: [欢庆的人群。]\n",
        "utf-8",
    )
    (texts / "a.txt").write_text("今天，渔业盛会欢庆。", "utf-8")
    done = run("run", texts, "-o", tmp_path / "out", "--rules", rules)
    assert done.returncode == 0, done.stderr
    assert [r["rule"] for r in rows(tmp_path / "out" / "records.jsonl")] == ["event.own"]


def test_a_rule_without_examples_does_not_load(tmp_path: Path, texts: Path) -> None:
    (tmp_path / "event.yaml").write_text("- {id: event.bad, says: x, cue: [庆], when: 庆, not: [庆]}\n", "utf-8")
    done = run("run", texts, "-o", tmp_path / "out", "--rules", tmp_path)
    assert done.returncode == 2
    assert "event.bad" in done.stderr
    assert "examples" in done.stderr


def test_explain_shows_the_way_from_text_to_record() -> None:
    shown = run("explain", GOOD, "--place", "滨海市")
    assert shown.returncode == 0, shown.stderr
    for part in ("words", "mentions", "460亿元", "statistic.bare_level", "工业投资"):
        assert part in shown.stdout


def test_explain_takes_a_text_too_long_for_a_file_name() -> None:
    shown = run("explain", GOOD * 20)
    assert (shown.returncode, shown.stderr) == (0, "")
    assert shown.stdout.count("statistic.bare_level") >= 20


def test_explain_reads_a_file_as_a_run_does(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps({"正文": GOOD}), "utf-8")
    assert "工业投资" in run("explain", tmp_path / "a.jsonl").stdout


def test_explain_reads_standard_input() -> None:
    assert "工业投资" in run("explain", "-", stdin=GOOD).stdout


def test_explain_takes_no_folder_and_no_missing_file_for_a_text(tmp_path: Path) -> None:
    of_folder, of_file = run("explain", tmp_path), run("explain", tmp_path / "gone.txt")
    assert (of_folder.returncode, of_file.returncode) == (2, 2)
    assert "--record" in of_folder.stderr
    assert "no such file" in of_file.stderr


def test_explain_says_why_a_file_cannot_be_used(tmp_path: Path) -> None:
    (tmp_path / "a.pdf").write_bytes(b"%PDF-1.4")
    done = run("explain", tmp_path / "a.pdf")
    assert done.returncode == 1
    assert "[damaged]" in done.stderr


def test_the_schema_of_a_file_is_printed() -> None:
    assert json.loads(run("schema", "records").stdout)
    assert set(json.loads(run("schema").stdout)) >= {"records", "mentions", "articles", "rejects", "gold", "rules"}


def test_the_version_is_told() -> None:
    assert run_alone("--version").stdout.startswith("extract ")
