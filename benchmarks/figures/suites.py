"""Other projects' cases, as they were converted: a text, and what its authors expect to be read from it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

TIME_SUITES = frozenset(
    {
        "duckling_time",
        "jionlp_time_extractor",
        "jionlp_time_parser",
        "minlp_date",
        "minlp_time",
        "recognizers_dateperiodparser",
        "recognizers_datetime",
    }
)


class SuiteError(ValueError):
    """A folder of suites that cannot be read."""


@dataclass(frozen=True, slots=True)
class Expected:
    """One thing that a case expects, in its authors' own convention; `row` holds all of it."""

    start: int
    end: int
    text: str
    row: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Case:
    """One text of a suite; `reference` is the day on which relative expressions are said."""

    suite: str
    name: str
    text: str
    expected: tuple[Expected, ...]
    reference: date | None
    row: Mapping[str, Any]

    @property
    def about_time(self) -> bool:
        """Whether its suite asks for periods rather than for figures."""
        return self.suite in TIME_SUITES


def cases(folder: Path, names: Sequence[str] = ()) -> Iterator[Case]:
    """The cases of every suite of the folder, or of those whose names begin with one of `names`, in order.

    Raises `SuiteError` where the folder or the suites named are not there, or a line is malformed.
    """
    files = sorted(folder.glob("*.jsonl"))
    if not files:
        raise SuiteError(f"{folder}: no suites (*.jsonl) there")
    chosen = [path for path in files if not names or path.stem.startswith(tuple(names))]
    if not chosen:
        raise SuiteError(f"{folder}: no suite begins with {', '.join(names)}")
    for path in chosen:
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
            try:
                yield _case(json.loads(line))
            except (ValueError, KeyError, TypeError) as error:
                raise SuiteError(f"{path}:{number}: {error!r}") from None


def _case(row: Mapping[str, Any]) -> Case:
    said = row.get("context", {}).get("reference_datetime")
    return Case(
        suite=row["suite"],
        name=row["id"],
        text=row["text"],
        expected=tuple(Expected(e["start"], e["end"], e["text"], e) for e in row["expected"]),
        reference=_day(said) if said else None,
        row=row,
    )


def _day(said: str) -> date:
    """2013-02-12T04:30:00, and 2019 or 2019-05 where no more is said: the first day of it."""
    year, month, day = ([int(part) for part in said[:10].split("-")] + [1, 1])[:3]
    return date(year, month, day)
