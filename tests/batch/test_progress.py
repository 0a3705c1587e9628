"""What a person sees of a run."""

from __future__ import annotations

from collections import Counter

from rich.console import Console

from extract.batch.progress import table
from extract.batch.request import Summary


def shown(**counts: int) -> list[list[str]]:
    console = Console(width=80)
    with console.capture() as capture:
        console.print(table(Summary(Counter({name.replace("_", " "): count for name, count in counts.items()}))))
    return [line.split() for line in capture.get().splitlines()]


def test_the_kinds_of_skipped_files_stand_below_their_count_the_most_frequent_first() -> None:
    rows = shown(skipped=5, **{"skipped .doc": 1, "skipped .zip": 3, "skipped read_before": 1})
    assert rows[-4:] == [["skipped", "files", "5"], [".zip", "3"], [".doc", "1"], ["read", "before", "1"]]


def test_many_kinds_share_a_last_row() -> None:
    rows = shown(skipped=11, **{f"skipped .{end}": 1 for end in "abcdefghijk"})
    assert rows[-2:] == [[".h", "1"], ["others", "3"]]


def test_a_run_that_skipped_nothing_has_no_such_row() -> None:
    assert shown(sources=1)[-1] == ["rejected", "sources", "0"]
