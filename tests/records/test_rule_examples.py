"""The examples of the rule files, run through the whole pipeline: each gives what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from extract.engine.declarations import Rule
from extract.loading import Knowledge, load_rules, rule_files
from extract.pipeline import Pipeline
from extract.records.base import RecordBase

LOOKED_UP = {"indicator", "region_code"}
"""Compared only where an example lists them."""


def _rules() -> tuple[Rule, ...]:
    knowledge = Knowledge()
    return load_rules(rule_files(), knowledge.yaml("words"), knowledge.yaml("patterns"))


RULES = _rules()
EXAMPLES = [
    pytest.param(rule, example, id=f"{rule.id}-{i}") for rule in RULES for i, example in enumerate(rule.examples)
]
TODO = [pytest.param(rule, example, id=f"{rule.id}-{i}") for rule in RULES for i, example in enumerate(rule.todo)]
COUNTER = [
    pytest.param(rule, text, id=f"{rule.id}-{i}") for rule in RULES for i, text in enumerate(rule.counterexamples)
]


def flat(record: RecordBase) -> dict[str, Any]:
    """A record as an example writes it: the quantity's fields and the period's ends in the open."""
    row = record.model_dump(mode="json")
    out = {name: row[name] for name in type(record).slots()}
    if "quantity" in out:
        quantity = out.pop("quantity")
        out |= {name: quantity[name] for name in ("value", "upper", "unit", "bound")}
        out.pop("part_of")
    out["period"] = [row["period"]["start"], row["period"]["end"]] if row["period"] else None
    out["modality"] = row["modality"]
    out["rule"] = row["rule"]
    return out


def expected(rule: Rule, given: dict[str, Any]) -> dict[str, Any]:
    """What an example gives, with what it leaves out as the contract has it: null, empty, actual, exact."""
    out = {k: ([str(d) if d else None for d in v] if k == "period" else v) for k, v in given.items()}
    out.setdefault("rule", rule.id)
    return out


DEFAULTS: dict[str, Any] = {"modality": "actual", "bound": "exact", "cumulative": False}


def agrees(got: dict[str, Any], want: dict[str, Any]) -> bool:
    return not differences(got, want)


def differences(got: dict[str, Any], want: dict[str, Any]) -> list[str]:
    out = []
    for name, value in got.items():
        default = DEFAULTS.get(name, [] if isinstance(value, list) and name != "period" else None)
        if name in LOOKED_UP and name not in want:
            continue
        wanted = want.get(name, default)
        if isinstance(wanted, dict) and isinstance(value, dict):
            if any(value.get(k) != v for k, v in wanted.items()):
                out.append(f"{name}: {value!r} is not {wanted!r}")
        elif value != wanted:
            out.append(f"{name}: {value!r} is not {wanted!r}")
    return out


def read(pipeline: Pipeline, example: dict[str, Any]) -> Iterator[dict[str, Any]]:
    context = dict(example.get("context") or {})
    before = context.pop("before", "")
    if context.get("published"):
        context["published"] = str(context["published"])
    for record in pipeline(before + example["text"], **context):
        if record.evidence.start >= len(before):
            yield flat(record)


def check(pipeline: Pipeline, rule: Rule, example: dict[str, Any]) -> list[str]:
    gives = example["gives"] if isinstance(example["gives"], list) else [example["gives"]]
    got = list(read(pipeline, example))
    faults = []
    for given in gives:
        want = expected(rule, {"rule": None, **given} if len(gives) > 1 and "rule" not in given else given)
        if want["rule"] is None:
            candidates = [{**row, "rule": None} for row in got]
        else:
            candidates = got
        if not any(agrees(row, want) for row in candidates):
            nearest = min(candidates, key=lambda row: len(differences(row, want)), default=None)
            faults.append(f"{want} not found; nearest: {nearest and differences(nearest, want)}")
    if not any(row["rule"] == rule.id for row in got):
        faults.append(f"{rule.id} did not fire; {[row['rule'] for row in got]} did")
    return faults


@pytest.mark.parametrize(("rule", "example"), EXAMPLES)
def test_an_example_gives_what_it_says(pipeline: Pipeline, rule: Rule, example: dict[str, Any]) -> None:
    assert not check(pipeline, rule, example), example["text"]


@pytest.mark.parametrize(("rule", "text"), COUNTER)
def test_a_counterexample_gives_nothing_by_its_rule(pipeline: Pipeline, rule: Rule, text: str) -> None:
    assert [r for r in pipeline(text, place="滨海市") if r.rule == rule.id] == []


@pytest.mark.parametrize(("rule", "example"), TODO)
def test_a_known_gap_is_still_one(pipeline: Pipeline, rule: Rule, example: dict[str, Any]) -> None:
    assert check(pipeline, rule, example), f"{example['text']} is read rightly now: move it to the examples"
