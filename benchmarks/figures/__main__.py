"""How many figures and periods are read exactly, by us and by other readers.

python -m benchmarks.figures [FOLDER] [--suite PREFIX ...] [--peers PYTHON] [--gold FOLDER ...]

FOLDER holds the suites (default ../shared/suites). `--peers` is the Python of an environment with Recognizers-Text and
JioNLP (`make bench-figures` builds one); they read the same texts in processes of their own.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

import extract
from benchmarks.figures import gold, numbers, times
from benchmarks.figures.peers import NAMES, PeerError, run_peer
from benchmarks.figures.readings import Reading, Text, ours
from benchmarks.figures.suites import Case, SuiteError, cases
from benchmarks.figures.verdicts import Verdict, judge

Runs = Mapping[str, tuple[Mapping[str, Sequence[Reading]], float]]
"""By reader: its readings by text, and the seconds that they took."""


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
    """Every case that was not read exactly, by class: what is wrong with it, in figures and in times."""
    classes: dict[str, list[str]] = {}
    for row in rows:
        if row.wrong:
            shown = f"{row.case.name}  {row.case.text!r}: {row.wrong}"
            classes.setdefault(f"{_kind(row.case)}, {_fault(row.wrong)}", []).append(shown)
    lines = [f"failed: {sum(map(len, classes.values()))}"]
    for name in sorted(classes):
        lines += [f"{len(classes[name]):6}  {name}", *(f"          {shown}" for shown in classes[name])]
    return "\n".join(lines)


def _fault(wrong: str) -> str:
    """The class of a failure: its span, value, unit or interval is another, or it is read where nothing is, or not."""
    first = wrong.partition(" ")[0]
    if first == "read":
        return "read as several" if "several" in wrong else "read where nothing is"
    return "not read" if first == "not" else f"another {first}"


def beside(chosen: Sequence[Case], runs: Runs) -> str:
    """The share of cases that each reader reads exactly, on the cases in our scope."""
    judged = {name: verdicts(chosen, found) for name, (found, _) in runs.items()}
    suites = list(dict.fromkeys(case.suite for case in chosen))
    lines = [f"{'exact, of the cases in scope':<30}" + "".join(f"{name:>18}" for name in runs)]
    for suite in [*suites, "numbers", "times"]:
        cells = []
        for rows in judged.values():
            group = [r for r in rows if not r.aside and suite in (r.case.suite, _kind(r.case))]
            cells.append(f"{100 * sum(not r.wrong for r in group) / len(group):17.1f}%" if group else f"{'-':>18}")
        lines.append(f"{suite:<30}" + "".join(cells))
    return "\n".join(lines)


def _kind(case: Case) -> str:
    return "times" if case.about_time else "numbers"


def gold_table(folders: Sequence[Path], corpus: Path, runs: Runs, texts: Sequence[Text]) -> str:
    """How each reader reads the gold figures: found, value, value and unit, and the span besides."""
    _, figures = gold.gold_figures(folders, corpus)
    lines = [f"{'gold figures':<20} {'figures':>8} {'found':>7} {'value':>7} {'+unit':>7} {'+span':>7} {'char/s':>10}"]
    size = sum(len(text.text) for text in texts)
    for name, (found, seconds) in runs.items():
        result = gold.score(figures, texts, found, measures=name == "extract")
        rates = "".join(
            f"{100 * n / result.figures:7.1f}%" for n in (result.found, result.value, result.unit, result.span)
        )
        lines.append(f"{name:<20} {result.figures:8}{rates} {size / seconds:11,.0f}")
        if name == "extract":
            ours_wrong = [
                f"    {f.doc} {f.start}: gold {f.value} {f.unit}: {why}" for f, why in result.wrong if f.shown
            ]
    return "\n".join([*lines, "ours that differ:", *ours_wrong])


def read_all(texts: Sequence[Text], python: Path | None) -> Runs:
    """The readings of every reader at hand; a peer that fails is said and left out."""
    read = ours(extract.load())
    read(texts[:20])
    started = time.perf_counter()
    runs = {"extract": (read(texts), 0.0)}
    runs["extract"] = (runs["extract"][0], time.perf_counter() - started)
    for name, title in NAMES.items():
        if python is None:
            break
        try:
            done = run_peer(python, name, texts)
        except (PeerError, OSError) as error:
            print(error, file=sys.stderr)
            continue
        runs[title] = (done.found, done.seconds)
    return runs


def main(arguments: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.figures", description=__doc__.split("\n")[0])
    parser.add_argument("folder", nargs="?", type=Path, default=Path("../shared/suites"))
    parser.add_argument("--suite", action="append", default=[], help="only suites whose names begin so")
    parser.add_argument("--peers", type=Path, help="the Python of an environment with the other readers")
    parser.add_argument("--gold", action="append", type=Path, default=[], help="folders of labels to read as well")
    parser.add_argument("--corpus", type=Path, default=Path("corpus"), help="the texts of the labels")
    options = parser.parse_args(arguments)
    try:
        chosen = list(cases(options.folder, options.suite))
    except SuiteError as error:
        print(error, file=sys.stderr)
        return 1
    runs = read_all([_text(case) for case in chosen], options.peers)
    rows = verdicts(chosen, runs["extract"][0])
    print(table(rows, "extract"), asides(rows), failures(rows), sep="\n\n")
    if len(runs) > 1:
        print("", beside(chosen, runs), sep="\n")
    if options.gold:
        texts, _ = gold.gold_figures(options.gold, options.corpus)
        print("", gold_table(options.gold, options.corpus, read_all(texts, options.peers), texts), sep="\n")
    return 0


def _text(case: Case) -> Text:
    whole = str(case.row.get("mode", "")).endswith("whole_string")
    return Text(case.name, case.text, case.reference, whole)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
