"""How many figures and periods are read exactly, by us and by other readers.

python -m benchmarks.figures [FOLDER] [--suite PREFIX ...] [--failures] [--peers PYTHON] [--gold FOLDER ...]

FOLDER holds the suites (default ../shared/suites). `--peers` is the Python of an environment with Recognizers-Text and
JioNLP (`make bench-figures` builds one); they read the same cases in processes of their own.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import extract
from benchmarks.figures import numbers, times
from benchmarks.figures.readings import Reading, Text, ours
from benchmarks.figures.suites import Case, SuiteError, cases
from benchmarks.figures.verdicts import Verdict, judge


def verdicts(chosen: Sequence[Case], found: Mapping[str, Sequence[Reading]]) -> list[Verdict]:
    """The verdict on each case, in order."""
    return [judge(case, (times if case.about_time else numbers).wanted(case), found[case.name]) for case in chosen]


def table(rows: Sequence[Verdict], name: str) -> str:
    """Cases in scope, read exactly, and the share of each suite and of all."""
    lines = [f"{name:<30} {'cases':>6} {'aside':>6} {'scope':>6} {'exact':>6} {'rate':>7}"]
    suites = list(dict.fromkeys(row.case.suite for row in rows))
    groups = [(suite, [row for row in rows if row.case.suite == suite]) for suite in suites]
    for title, group in [*groups, ("numbers", [r for r in rows if not r.case.about_time]),
                         ("times", [r for r in rows if r.case.about_time]), ("all", list(rows))]:  # fmt: skip
        scope = [row for row in group if not row.aside]
        if not group:
            continue
        exact = sum(not row.wrong for row in scope)
        rate = f"{100 * exact / len(scope):6.1f}%" if scope else "      -"
        lines.append(f"{title:<30} {len(group):6} {len(group) - len(scope):6} {len(scope):6} {exact:6} {rate}")
    return "\n".join(lines)


def asides(rows: Sequence[Verdict]) -> str:
    """The classes set aside, with the number of cases of each."""
    counts = Counter(row.aside for row in rows if row.aside)
    return "\n".join(["set aside:", *(f"{count:6}  {reason}" for reason, count in counts.most_common())])


def failures(rows: Sequence[Verdict]) -> str:
    """Every case that was not read exactly, by what is wrong with it."""
    failed = sorted((row for row in rows if row.wrong), key=lambda row: (row.case.suite, row.wrong.split(" ")[0]))
    return "\n".join(["failed:", *(f"  {r.case.name}  {r.case.text!r}: {r.wrong}" for r in failed)])


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures", description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/suites"))
    parser.add_argument("--suite", action="append", default=[], help="only suites whose names begin so")
    parser.add_argument("--aside", action="store_true", help="list the classes set aside")
    options = parser.parse_args(arguments)
    try:
        chosen = list(cases(options.folder, options.suite))
    except SuiteError as error:
        print(error, file=sys.stderr)
        return 1
    texts = [Text(case.name, case.text, case.reference) for case in chosen]
    rows = verdicts(chosen, ours(extract.load())(texts))
    print(table(rows, "extract"))
    print(asides(rows))
    print(failures(rows))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
