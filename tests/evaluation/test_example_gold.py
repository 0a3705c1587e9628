"""The labels that came with the contract, in their earlier dress."""

from __future__ import annotations

from pathlib import Path

from extract.batch.process import extractor
from extract.batch.request import Request
from extract.batch.run import run as run_batch
from extract.evaluation import evaluate
from extract.pipeline import Pipeline


def test_they_are_read_and_scored_against_a_run_on_their_seed(pipeline: Pipeline, shared: Path, tmp_path: Path) -> None:
    run_batch(Request([str(shared / "seeds")], tmp_path / "run", lambda: extractor(pipeline)))
    report = evaluate(shared / "example-gold.jsonl", tmp_path / "run")
    assert len(report.matchings) == 1
    assert (report.statistics.gold, report.others.gold) == (48, 26)
    # parts name their totals by text and offset there
    assert report.slots["statistic"]["part_of"].counts.gold == 8
    assert (report.score("found") or 0) > 0.9
