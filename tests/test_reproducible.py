"""The same text gives the same records in every process: no choice hangs on the order in which a set is walked."""

from __future__ import annotations

import os
import subprocess
import sys

from extract.loading import Knowledge, load_rules, rule_files

READ = """
import sys
import extract

pipeline = extract.load()
for text in sys.stdin.read().splitlines():
    for record in pipeline(text):
        print(record.model_dump_json())
"""


def example_texts() -> str:
    """The examples of all rules, one a line."""
    knowledge = Knowledge()
    rules = load_rules(rule_files(), knowledge.yaml("words"), knowledge.yaml("patterns"))
    texts = (example["text"] for rule in rules for example in rule.examples)
    return "\n".join(text for text in texts if "\n" not in text)


def records(texts: str, seed: int) -> str:
    """What a process of its own reads, its sets ordered by a seed."""
    environment = {**os.environ, "PYTHONHASHSEED": str(seed), "PYTHONUTF8": "1"}
    done = subprocess.run(
        [sys.executable, "-c", READ], input=texts, capture_output=True, encoding="utf-8", env=environment, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_two_processes_read_the_same() -> None:
    texts = example_texts()
    first = records(texts, 1)
    assert first.count("\n") > 500
    assert first == records(texts, 4)
