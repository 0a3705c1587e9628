"""Peak memory of a run over one long source: `python -m benchmarks.memory [MEGABYTES] [.txt|.jsonl|pages]`.

The source is made of the articles of corpus/, in a random order and with random figures, so that no two are alike.
`pages` is a table as crawlers keep it: in each row a brief of some 200 characters, and beside it 150 kB of a raw page
that no field of the pipeline reads.
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
from collections.abc import Callable
from pathlib import Path

from benchmarks.archive import CORPUS, briefed

PAGE = 150_000
BRIEF = 150
DIGIT = re.compile("[1-9]")


def plain(text: str) -> str:
    return text + "\n"


def row(text: str) -> str:
    return json.dumps({"text": text}, ensure_ascii=False)


def pages(chance: random.Random) -> Callable[[str], str]:
    """Rows with a page beside the text: another stretch of markup in each."""
    tags = ("div", "span", "script", "li", "a", "p")
    markup = "".join(f'<{chance.choice(tags)} id="{chance.getrandbits(40):x}">' for _ in range(20_000))

    def made(text: str) -> str:
        start = chance.randrange(len(markup) - PAGE)
        page = f"<html><body><h1>{text}</h1>{markup[start : start + PAGE]}</body></html>"
        return json.dumps({"id": f"{chance.getrandbits(60):x}", "html": page, "text": text}, ensure_ascii=False)

    return made


def write(path: Path, size: int, kind: str) -> int:
    """Write articles to `path` until it has `size` bytes; the number of articles."""
    chance = random.Random(2024)
    forms: dict[str, Callable[[str], str]] = {".txt": plain, ".jsonl": row, "pages": pages(chance)}
    brief = BRIEF if kind == "pages" else None
    texts = [briefed(file.read_text("utf-8"), brief) for file in sorted(CORPUS.glob("*.txt"))]
    written = count = 0
    with path.open("w", encoding="utf-8") as file:
        while written < size:
            text = DIGIT.sub(lambda digit: chance.choice("123456789"), chance.choice(texts))
            line = forms[kind](text)
            file.write(line + "\n")
            written += len(line.encode()) + 1
            count += 1
    return count


def main(megabytes: int, kind: str) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "long.jsonl" if kind == "pages" else f"long{kind}")
        count = write(path, megabytes * 1_000_000, kind)
        began = time.perf_counter()
        command = [sys.executable, "-m", "extract", "run", str(path), "--output", str(Path(folder, "out")), "--quiet"]
        subprocess.run(command, check=True)
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    print(f"{megabytes} MB in {count} articles: {peak:,.0f} MB at the peak, {time.perf_counter() - began:,.0f} s")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 5, sys.argv[2] if len(sys.argv) > 2 else ".txt")
