"""The schemas: in step with models, files and rules."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest

from extract.engine.declarations import FIELDS
from extract.loading import read_yaml, rule_files
from extract.records import RECORD_TYPES
from extract.schemas import RULES, RuleRow, schemas

FOLDER = Path(__file__).parent.parent / "schemas"


def test_the_files_are_what_the_models_say() -> None:
    written = {path.name: orjson.loads(path.read_bytes()) for path in FOLDER.glob("*.json")}
    assert written == schemas()


def test_every_kind_of_file_has_one() -> None:
    names = {name.removesuffix(".schema.json") for name in schemas()}
    assert names == {
        *RECORD_TYPES,
        "records",
        "mentions",
        "articles",
        "rejects",
        "run",
        "gold",
        "gold_mentions",
        "rules",
    }


@pytest.mark.parametrize("schema", schemas().values(), ids=schemas())
def test_each_says_what_it_is(schema: dict[str, Any]) -> None:
    assert {"$schema", "title", "description"} <= set(schema)


def test_every_slot_of_every_type_is_in_its_schema() -> None:
    for name, model in RECORD_TYPES.items():
        schema = schemas()[f"{name}.schema.json"]
        assert set(schema["properties"]) == set(model.model_fields) == set(schema["required"]), name


def test_a_rule_has_the_fields_that_are_loaded() -> None:
    assert {field.alias or name for name, field in RuleRow.model_fields.items()} == set(FIELDS)


@pytest.mark.parametrize("path", rule_files(), ids=lambda path: path.stem)
def test_our_own_rule_files_fit(path: Path) -> None:
    RULES.validate_python(read_yaml(path) or [])
