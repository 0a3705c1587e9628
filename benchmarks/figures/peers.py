"""The other readers: started as processes in an environment of their own, their readings brought into our form."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from benchmarks.figures.readings import Reading, Text, reading_from
from benchmarks.figures.units import code_of

SCRIPT = Path(__file__).with_name("peer.py")
NAMES = {"recognizers": "Recognizers-Text", "jionlp": "JioNLP"}


class PeerError(RuntimeError):
    """Another reader that did not run; the message is the end of what it said."""


@dataclass(frozen=True, slots=True)
class PeerRun:
    """The readings by the name of the text, and the seconds that reading took, without the start."""

    found: Mapping[str, Sequence[Reading]]
    seconds: float


def run_peer(python: Path, name: str, texts: Sequence[Text]) -> PeerRun:
    """Read the texts with another reader. Raises `PeerError` where it fails."""
    tasks = "".join(json.dumps(_task(text), ensure_ascii=False) + "\n" for text in texts)
    done = subprocess.run(
        [str(python), "-P", str(SCRIPT), name],
        input=tasks,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise PeerError(f"{NAMES[name]} failed:\n{done.stderr[-2000:]}")
    found: dict[str, list[Reading]] = {}
    seconds = 0.0
    for line in done.stdout.splitlines():
        answer = json.loads(line)
        readings = [reading_from(row) for row in answer["found"]]
        found[answer["name"]] = _outermost([replace(r, unit=code_of(r.unit)) for r in readings])
        seconds += answer["seconds"]
    return PeerRun(found, seconds)


def _task(text: Text) -> dict[str, object]:
    said = text.reference.isoformat() if text.reference else None
    return {"name": text.name, "text": text.text, "reference": said, "whole": text.whole}


def _outermost(readings: Sequence[Reading]) -> list[Reading]:
    """Each figure once: the 460亿 of one model lies inside the 460亿元 of another."""
    kept: list[Reading] = []
    for one in sorted(readings, key=lambda r: (r.start - r.end, r.unit is None)):
        if not any(o.label == one.label and o.start <= one.start and one.end <= o.end for o in kept):
            kept.append(one)
    return sorted(kept, key=lambda r: r.start)
