"""A copy of gold that was damaged loses exactly the points that were damaged."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from extract.evaluation import evaluate
from extract.evaluation.counts import Counts
from extract.evaluation.gold import gold_files
from extract.evaluation.items import Item
from extract.evaluation.labels import load
from extract.evaluation.runs import RECORDS
from extract.evaluation.scoring import compare_items
from extract.evaluation.texts import raw_text

from .cases import identity, item, record_of, write_lines, write_run

ROOT = Path(__file__).parents[2]

DAMAGES: dict[str, dict[str, Any]] = {
    "none": {},
    "scope": {"scope": "甲榜"},
    "cumulative": {"cumulative": True},
    "modality": {"modality": "target"},
    "bound": {"bound": ("over", None)},
    "period": {"period": ("2031-01-01", "2031-12-31")},
    "metric": {"metric": "港口"},
    "subject": {"subject": "丁州"},
    "unit": {"unit": "个"},
    "value": {"value": 7},
    "measure": {"measure": "increment"},
}
"""What is done to a record, by name; besides, a record may be dropped, doubled or made up."""

SPOILS = {"full": ["modality", "bound", "period"], "core": ["metric", "subject", "unit", "value"], "found": ["measure"]}
"""Level to the damages that it does not survive, beside those of the levels below it."""

MADE = st.sampled_from([*DAMAGES, "dropped", "doubled"])


def expected(damages: list[str], invented: int) -> Counts:
    kept = [damage for damage in damages if damage != "dropped"]
    found = [damage for damage in kept if damage not in SPOILS["found"]]
    core = [damage for damage in found if damage not in SPOILS["core"]]
    full = [damage for damage in core if damage not in SPOILS["full"]]
    predicted = len(kept) + damages.count("doubled") + invented
    # no damage here is one that the relaxed sense forgives
    return Counts(len(damages), predicted, *map(len, (found, core, full, core, full)))


@given(st.lists(MADE, max_size=30), st.integers(0, 3), st.randoms(use_true_random=False))
def test_each_damage_costs_what_it_spoils_and_nothing_else(damages: list[str], invented: int, random: Any) -> None:
    gold = [item((10 * at, 10 * at + 3), name_=str(at)) for at in range(len(damages))]
    run: list[Item] = []
    for at, damage in enumerate(damages):
        place = (10 * at, 10 * at + 3)
        run += [item(place, **DAMAGES.get(damage, {}))] * {"dropped": 0, "doubled": 2}.get(damage, 1)
    run += [item((10 * at + 5, 10 * at + 6)) for at in range(invented)]
    random.shuffle(run)
    report = compare_items(["甲.txt"], gold, run)
    assert report.statistics == expected(damages, invented)
    for slot in ("metric", "modality", "measure", "scope"):
        wrong = (
            sum(counts.pairs - counts.right for counts in [report.slots.get("statistic", {})[slot].counts])
            if damages
            else 0
        )
        assert wrong == damages.count(slot), slot


@settings(max_examples=10, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.data())
def test_a_damaged_copy_of_the_gold_set_loses_what_was_damaged(tmp_path: Path, data: st.DataObject) -> None:
    gold = ROOT / "gold" / "dev" / "stats-monthly-01.jsonl"
    doc = "stats-monthly-01.txt"
    text = raw_text(ROOT / "corpus" / doc)
    labels = [label for label in load(gold_files(gold), lambda name: text) if not label.optional]
    whole = [record_of(label, text, doc, {}) | {"record_id": identity(label, text)} for label in labels]
    damages = data.draw(
        st.lists(st.sampled_from(["none", "metric", "dropped"]), min_size=len(whole), max_size=len(whole))
    )
    damaged = [
        record | ({"metric": "港口吞吐"} if damage == "metric" else {})
        for record, damage in zip(whole, damages, strict=True)
        if damage != "dropped"
    ]
    run = write_run(tmp_path / "run", {doc: text}, [])
    write_lines(run / RECORDS, data.draw(st.permutations(damaged)))
    counts = evaluate(gold, run).statistics
    kept, right = len(whole) - damages.count("dropped"), damages.count("none")
    assert counts == Counts(len(whole), kept, kept, right, right, right, right)
