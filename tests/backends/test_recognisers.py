"""Name recognisers: a model's spans become our labels, and what goes wrong is said aloud."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import spacy

from extract.backends import recognisers
from extract.backends.errors import BackendError
from extract.backends.recognisers import ModelNames, recogniser
from extract.data import Label

TEXT = "江明远任滨海市市长"


def test_a_models_labels_become_ours_and_the_rest_is_left_out() -> None:
    fake = ModelNames(lambda texts: [[(4, 7, "GPE"), (0, 3, "PERSON"), (0, 9, "DATE")] for _ in texts])
    assert fake.names(TEXT) == [(0, 3, Label.PERSON), (4, 7, Label.PLACE)]


def test_a_span_outside_the_text_is_refused() -> None:
    with pytest.raises(BackendError, match="0:99"):
        ModelNames(lambda texts: [[(0, 99, "ORG")]]).names(TEXT)


def test_an_answer_short_of_a_text_is_refused() -> None:
    with pytest.raises(BackendError, match="1 of 2"):
        ModelNames(lambda texts: [[]]).batch([TEXT, TEXT])


@pytest.mark.parametrize("name", ["other:model", "spacy", "spacy:", ""])
def test_an_unknown_kind_lists_the_known_ones(name: str) -> None:
    with pytest.raises(BackendError, match="hanlp:MODEL, spacy:MODEL"):
        recogniser(name)


class TestSpacy:
    def test_entities_of_a_saved_model(self, tmp_path: Path) -> None:
        nlp = spacy.blank("zh")
        ruler: Any = nlp.add_pipe("entity_ruler")
        ruler.add_patterns([{"label": "GPE", "pattern": "滨海市"}])
        nlp.to_disk(tmp_path / "model")
        assert recogniser(f"spacy:{tmp_path / 'model'}").names(TEXT) == [(4, 7, Label.PLACE)]

    def test_a_model_that_is_not_there(self) -> None:
        with pytest.raises(BackendError, match="no-such-model"):
            recogniser("spacy:no-such-model")


def hanlp_with(monkeypatch: pytest.MonkeyPatch, model: object) -> ModelNames:
    package = SimpleNamespace(
        load=lambda name: model, pretrained=SimpleNamespace(ner=SimpleNamespace(ALL={}), mtl=SimpleNamespace(ALL={}))
    )
    monkeypatch.setattr(recognisers, "import_module", lambda name: package)
    return recogniser("hanlp:tiny")


class TestHanlp:
    def test_a_recogniser_is_fed_with_characters(self, monkeypatch: pytest.MonkeyPatch) -> None:
        def model(texts: list[list[str]]) -> list[list[tuple[str, str, int, int]]]:
            assert texts == [list(TEXT)]
            return [[("江明远", "NR", 0, 3)]]

        assert hanlp_with(monkeypatch, model).names(TEXT) == [(0, 3, Label.PERSON)]

    def test_a_multi_task_model_counts_in_its_own_words(self, monkeypatch: pytest.MonkeyPatch) -> None:
        class Model:
            tasks = ()

            def __call__(self, texts: list[str], tasks: str) -> dict[str, Any]:
                return {
                    "tok/fine": [["江明远", "任", "滨海市", "市长"]],
                    "ner/msra": [[("滨海市", "LOCATION", 2, 3)]],
                }

        assert hanlp_with(monkeypatch, Model()).names(TEXT[:3] + " " + TEXT[3:]) == [(5, 8, Label.PLACE)]

    def test_one_bad_text_does_not_cost_its_neighbours_their_names(
        self, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
    ) -> None:
        def model(texts: list[list[str]]) -> list[list[tuple[str, str, int, int]]]:
            if any("坏" in text for text in texts):
                raise ValueError("ill-formed tags")
            return [[("江", "NR", 0, 1)] for _ in texts]

        found = hanlp_with(monkeypatch, model).batch(["江", "坏", " ", "江"])
        assert found == [[(0, 1, Label.PERSON)], [], [], [(0, 1, Label.PERSON)]]
        assert "ill-formed tags" in caplog.text

    def test_a_missing_package_says_what_to_install_and_what_the_models_are_for(
        self, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        def missing(name: str) -> object:
            raise ImportError(name)

        monkeypatch.setattr(recognisers, "import_module", missing)
        with pytest.raises(BackendError, match=r"extract\[hanlp\].*research and teaching"):
            recogniser("hanlp:any")
