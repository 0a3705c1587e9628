"""How long ten thousand records take to score, from files to numbers, errors and page.

python -m benchmarks.scoring [RECORDS]      exits with 1 where ten thousand would take 20 s or more
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import orjson

from extract.evaluation import data, errors, evaluate, page
from extract.records import record_id
from extract.sources.text import text_hash

RECORDS = 10_000
LIMIT = 20.0
A_TEXT = 100
"""Labels of one text."""

CLAUSE = "丙{0}县新建水库{1}座，"


def label(doc: str, quote: str, anchor: str, number: int) -> dict[str, Any]:
    said = {
        "measure": "level",
        "subject": quote[: quote.index("县") + 1],
        "metric": "水库",
        "value": number,
        "unit": "座",
    }
    return {"doc": doc, "record_type": "statistic", "quote": quote, "anchor": anchor, "modality": "actual", **said}


def record(label: dict[str, Any], start: int, sha256: str) -> dict[str, Any]:
    """A record that says what a label says, or in one of five not quite."""
    end = start + len(label["anchor"])
    luck = random.random()
    quantity = {"text": label["anchor"], "value": label["value"] + (luck < 0.05), "unit": label["unit"]}
    metric = "大水库" if 0.05 <= luck < 0.15 else label["metric"]
    return {
        "record_id": record_id(sha256, "statistic", [(start, end)], "level", metric),
        "record_type": "statistic",
        "article_id": f"{label['doc']}#1",
        "modality": "actual" if luck < 0.95 else "target",
        "evidence": {"start": start, "end": end, "text": label["anchor"]},
        "spans": {"quantity": [[start, end]]},
        "rule": f"statistic.rule_{label['value'] % 40}",
        "subject": label["subject"],
        "metric": metric,
        "measure": "level",
        "quantity": quantity | {"upper": None, "bound": "exact"},
    }


def write(folder: Path, size: int) -> None:
    """Gold and a run of `size` records over texts of a hundred labels each."""
    lines: dict[str, list[dict[str, Any]]] = {"articles": [], "records": [], "mentions": []}
    inputs = []
    for first in range(0, size, A_TEXT):
        doc = f"texts-{first // A_TEXT + 1:03}.txt"
        numbers = range(first, min(first + A_TEXT, size))
        clauses = [CLAUSE.format(number, number % 97 + 3) for number in numbers]
        text, sha256 = "".join(clauses), text_hash("".join(clauses))
        labels = [
            label(doc, c[:-1], c[c.index("库") + 1 : -1], n % 97 + 3) for n, c in zip(numbers, clauses, strict=True)
        ]
        starts = [text.index(one["quote"]) + one["quote"].index("库") + 1 for one in labels]
        (folder / doc).write_bytes(text.encode())
        inputs.append({"path": (folder / doc).as_posix(), "size": len(text), "sha256": sha256})
        lines[f"gold/{doc[:-4]}"] = labels
        lines["records"] += [record(one, at, sha256) for one, at in zip(labels, starts, strict=True)]
        lines["articles"].append(
            {"article_id": f"{doc}#1", "source_id": doc, "sha256": sha256, "start": 0, "end": len(text), "title": None}
            | {"published": None, "place": None, "script": "hans", "figures": {}}
        )
    (folder / "gold").mkdir()
    (folder / "run.json").write_bytes(orjson.dumps({"version": "0", "inputs": inputs}))
    for name, rows in lines.items():
        (folder / f"{name}.jsonl").write_bytes(b"".join(orjson.dumps(row) + b"\n" for row in rows))


def main(size: int) -> int:
    random.seed(size)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write(folder, size)
        started, busy = time.perf_counter(), time.process_time()
        report = evaluate(folder / "gold", folder)
        scored = time.perf_counter()
        found = errors(report)
        page(data(report, found))
        shown, busy = time.perf_counter(), time.process_time() - busy
    limit, took = LIMIT * size / RECORDS, shown - started
    print(f"{size:,} labels and records in {len(report.matchings)} texts, {len(found):,} errors")
    print(
        f"scored {scored - started:.2f} s, with errors and page {took:.2f} s ({busy:.2f} s of CPU), limit {limit:.0f} s"
    )
    return int(took >= limit)


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else RECORDS))
