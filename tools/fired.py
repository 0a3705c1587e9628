"""How often each rule fired in runs, those that never did first: a rule that reads nothing real has to go.

python -m tools.fired RUN_DIR ...
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import orjson

from extract.loading import Knowledge, load_rules, rule_files


def fired(run_dirs: Iterable[Path]) -> Counter[str]:
    """Rule id to the number of its records in the runs; 0 for a rule without one."""
    knowledge = Knowledge()
    counts = Counter(
        {rule.id: 0 for rule in load_rules(rule_files(), knowledge.yaml("words"), knowledge.yaml("patterns"))}
    )
    for folder in run_dirs:
        for line in (folder / "records.jsonl").read_bytes().splitlines():
            counts[orjson.loads(line)["rule"]] += 1
    return counts


def main(arguments: list[str]) -> None:
    counts = fired(map(Path, arguments))
    for rule, count in sorted(counts.items(), key=lambda row: (row[1], row[0])):
        print(f"{count:6}  {rule}")
    print(f"{sum(not count for count in counts.values())} of {len(counts)} rules never fired")


if __name__ == "__main__":
    main(sys.argv[1:])
