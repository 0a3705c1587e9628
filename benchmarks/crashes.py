"""A run that is killed again and again, beside one that is not: the same bytes? And what the workers' memory does.

python -m benchmarks.crashes [SOURCES] [KILLS] [CHARACTERS]      (20000 and 20 by default: hours on a small machine)

The archive is made by varying the corpus; with CHARACTERS of each article only the lines up to so many. A worker and
the main process are killed with SIGKILL in turn, at random moments; a main process that was killed is started again
with --resume.
"""

from __future__ import annotations

import filecmp
import json
import random
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path

from benchmarks.archive import build
from extract.batch.limits import resident


def start(archive: Path, out: Path, *options: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "extract", "run", str(archive), "-o", str(out), "-q", "--log-json", *options]
    return subprocess.Popen(command, stderr=subprocess.PIPE, text=True, encoding="utf-8")


def workers_of(process: int) -> list[int]:
    """The workers that live; Python's own tracker of resources is a child too, and none of them."""
    found = []
    with suppress(OSError):
        for child in Path(f"/proc/{process}/task/{process}/children").read_text("ascii").split():
            if b"spawn_main" in Path(f"/proc/{child}/cmdline").read_bytes():
                found.append(int(child))
    return found


def undisturbed(archive: Path, out: Path, sources: int) -> float:
    """Run and tell the workers' memory after a tenth of the sources, and at the end; the seconds that it took."""
    began = time.perf_counter()
    process = start(archive, out)
    done, told = 0, 0
    largest: dict[int, int] = {}
    assert process.stderr is not None
    for line in process.stderr:
        event = json.loads(line)
        if event["event"] != "shard":
            continue
        done += event["counts"].get("sources", 0)
        for worker in workers_of(process.pid):
            largest[worker] = max(largest.get(worker, 0), resident(worker))
        if done >= sources // 10 and not told:
            told = done
            print(f"resident memory after {done} sources: {_megabytes(largest)}")
    print(f"largest resident memory of each worker by the end ({done} sources): {_megabytes(largest)}")
    code = process.wait()
    seconds = time.perf_counter() - began
    print(f"undisturbed: exit code {code}, {seconds:,.0f} s")
    return seconds


def _megabytes(sizes: dict[int, int]) -> str:
    return ", ".join(f"{size / (1 << 20):,.0f} MB" for size in sizes.values())


def killed(archive: Path, out: Path, kills: int, seconds: float) -> None:
    """Run under `kills` SIGKILLs, spread at random over about as long as the run takes."""
    chance = random.Random(7)
    mains = workers = starts = 0
    process = None
    while mains + workers < kills:
        if process is None:
            starts += 1
            process = start(archive, out, "--resume")
        time.sleep(chance.uniform(0.2, 2 * seconds / kills))
        if process.poll() is not None:
            print(f"the run was finished before all kills: exit code {process.returncode}")
            break
        worker_next = (mains + workers) % 2 == 1
        while worker_next and not workers_of(process.pid) and process.poll() is None:
            time.sleep(0.1)
        if worker_next and (victims := workers_of(process.pid)):
            subprocess.run(["kill", "-KILL", str(chance.choice(victims))], check=False)
            workers += 1
        else:
            process.kill()
            process.communicate()
            process = None
            mains += 1
    last = process or start(archive, out, "--resume")
    last.communicate()
    print(f"killed: the main process {mains} times, a worker {workers} times; exit code {last.returncode}")


def differing(one: Path, other: Path) -> list[str]:
    """The files that two folders do not share byte for byte."""
    names = {
        path.relative_to(folder).as_posix() for folder in (one, other) for path in folder.rglob("*") if path.is_file()
    }
    return sorted(name for name in names if not _same(one / name, other / name))


def _same(one: Path, other: Path) -> bool:
    return one.exists() and other.exists() and filecmp.cmp(one, other, shallow=False)


def main(sources: int, kills: int, characters: int | None) -> int:
    with tempfile.TemporaryDirectory() as folder:
        archive, whole, resumed = (Path(folder, name) for name in ("archive", "whole", "resumed"))
        print(f"{sources} sources, {build(archive, sources, characters):,} characters")
        seconds = undisturbed(archive, whole, sources)
        killed(archive, resumed, kills, seconds)
        other = differing(whole, resumed)
        count = sum(1 for path in whole.rglob("*") if path.is_file())
        print(f"{count} files, {len(other)} differ{': ' + ', '.join(other[:5]) if other else ''}")
    return 1 if other else 0


if __name__ == "__main__":
    asked = [*map(int, sys.argv[1:]), *(None, None, None)]
    sys.exit(main(asked[0] or 20000, asked[1] or 20, asked[2]))
