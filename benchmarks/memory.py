"""Peak memory of a run over one long source: `python -m benchmarks.memory [MEGABYTES] [.txt|.jsonl]`.

The source is made of the articles of corpus/, in a random order and with random figures, so that no two are alike.
"""

from __future__ import annotations

import json
import random
import re
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

CORPUS = Path(__file__).parent.parent / "corpus"
DIGIT = re.compile("[1-9]")


def write(path: Path, size: int) -> int:
    """Write articles to `path` until it has `size` bytes; the number of articles."""
    chance = random.Random(2024)
    texts = [file.read_text("utf-8") for file in sorted(CORPUS.glob("*.txt"))]
    written = count = 0
    with path.open("w", encoding="utf-8") as file:
        while written < size:
            text = DIGIT.sub(lambda digit: chance.choice("123456789"), chance.choice(texts))
            line = json.dumps({"text": text}, ensure_ascii=False) if path.suffix == ".jsonl" else text + "\n"
            file.write(line + "\n")
            written += len(line.encode()) + 1
            count += 1
    return count


def main(megabytes: int, suffix: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, f"long{suffix}")
        count = write(path, megabytes * 1_000_000)
        began = time.perf_counter()
        command = [sys.executable, "-m", "extract", "run", str(path), "--output", str(Path(folder, "out")), "--quiet"]
        subprocess.run(command, check=True)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{megabytes} MB in {count} articles: {peak:,.0f} MB at the peak, {time.perf_counter() - began:,.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5, sys.argv[2] if len(sys.argv) > 2 else ".txt")
