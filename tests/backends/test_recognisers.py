"""Name recognisers: a model's spans become our labels, and what goes wrong is said aloud."""

from __future__ import annotations

from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
import spacy
from spacy.training import Example
from thinc.api import fix_random_seed

from extract.backends import models
from extract.backends.errors import BackendError
from extract.backends.recognisers import Labels, ModelNames, recogniser
from extract.data import Label
from extract.loading import Knowledge

TEXT = "江明远任滨海市市长"
NAMING = Knowledge().yaml("names")


@pytest.fixture
def labels() -> Labels:
    return Labels(NAMING["labels"], NAMING["left"])


class TestLabels:
    @pytest.mark.parametrize(
        ("word", "label"),
        [("NR", "PERSON"), ("NS", "PLACE"), ("NT", "ORG"), ("PERSON", "PERSON"), ("GPE", "PLACE"), ("FAC", "PLACE"),
         ("LOC", "PLACE"), ("LOCATION", "PLACE"), ("ORGANIZATION", "ORG"), ("nr", "PERSON"), ("PRODUCT", "PRODUCT")],
    )  # fmt: skip
    def test_of_msra_pku_and_ontonotes_become_ours(self, labels: Labels, word: str, label: str) -> None:
        assert labels.of(word) == label

    @pytest.mark.parametrize("word", ["DATE", "MONEY", "CARDINAL", "NORP"])
    def test_of_what_our_grammar_reads_are_left(
        self, labels: Labels, word: str, caplog: pytest.LogCaptureFixture
    ) -> None:
        assert labels.of(word) is None
        assert caplog.text == ""

    def test_that_no_table_holds_are_reported_once(self, labels: Labels, caplog: pytest.LogCaptureFixture) -> None:
        assert [labels.of("SHIP"), labels.of("SHIP")] == [None, None]
        assert [record.message.split(" is ")[0] for record in caplog.records] == ["the model's label SHIP"]

    def test_are_one_label_a_word(self) -> None:
        words = [word for row in NAMING["labels"].values() for word in row]
        assert len(words) == len(set(words))
        assert not set(words) & set(NAMING["left"])

    def test_every_name_label_has_a_part_of_speech(self) -> None:
        assert set(NAMING["tags"]) == set(Label) - {Label.QUANTITY, Label.TIME, Label.ORDINAL}


class TestModelNames:
    def test_are_those_with_a_label_of_ours_in_order(self, labels: Labels) -> None:
        fake = ModelNames(lambda texts: [[(4, 7, "GPE"), (0, 3, "PERSON"), (0, 9, "DATE")] for _ in texts], labels)
        assert fake.batch([TEXT]) == [[(0, 3, Label.PERSON), (4, 7, Label.PLACE)]]

    def test_with_a_span_outside_the_text_are_none_and_it_is_told(
        self, labels: Labels, caplog: pytest.LogCaptureFixture
    ) -> None:
        assert ModelNames(lambda texts: [[(0, 99, "ORG")]], labels).batch([TEXT]) == [[]]
        assert "0:99" in caplog.text

    def test_too_few_for_the_texts_are_none_and_it_is_told(
        self, labels: Labels, caplog: pytest.LogCaptureFixture
    ) -> None:
        assert ModelNames(lambda texts: [], labels).batch([TEXT, TEXT]) == [[], []]
        assert "0 of 1" in caplog.text

    def test_of_one_bad_text_do_not_cost_its_neighbours_theirs(
        self, labels: Labels, caplog: pytest.LogCaptureFixture
    ) -> None:
        def label(texts: list[str]) -> list[list[tuple[int, int, str]]]:
            if any("坏" in text for text in texts):
                raise ValueError("ill-formed tags")
            return [[(0, 1, "NR")] for _ in texts]

        found = ModelNames(label, labels).batch(["江", "坏", " ", "江"])
        assert found == [[(0, 1, Label.PERSON)], [], [], [(0, 1, Label.PERSON)]]
        assert "ill-formed tags" in caplog.text


@pytest.mark.parametrize("name", ["other:model", "spacy", "spacy:", ""])
def test_an_unknown_kind_lists_the_known_ones(labels: Labels, name: str) -> None:
    with pytest.raises(BackendError, match="hanlp:MODEL, spacy:MODEL") as raised:
        recogniser(name, labels)
    assert raised.value.code == "unknown_backend"


def test_an_unknown_device_lists_the_known_ones(labels: Labels) -> None:
    with pytest.raises(BackendError, match="auto, cpu or the number of a GPU"):
        recogniser("spacy:any", labels, "gpu")


def trained(folder: Path) -> Path:
    """A tiny statistical recogniser that has learned one sentence."""
    fix_random_seed()  # thirty rounds teach it from most beginnings, not from all
    nlp = spacy.blank("zh")
    nlp.add_pipe("ner")
    annotations = {"entities": [(0, 3, "PERSON"), (4, 7, "GPE")]}
    examples = [Example.from_dict(nlp.make_doc(TEXT), annotations)]
    optimizer = nlp.initialize(lambda: examples)
    for _ in range(30):
        nlp.update(examples, sgd=optimizer)
    nlp.to_disk(folder)
    return folder


class TestSpacy:
    def test_a_trained_recogniser_is_loaded_from_its_folder(self, labels: Labels, tmp_path: Path) -> None:
        found = recogniser(f"spacy:{trained(tmp_path / 'model')}", labels)
        both = [(0, 3, Label.PERSON), (4, 7, Label.PLACE)]
        assert found.batch([TEXT, "", TEXT]) == [both, [], both]

    def test_a_models_licence_is_logged(self, labels: Labels, tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
        nlp = spacy.blank("zh", meta={"license": "MIT"})
        nlp.add_pipe("entity_ruler")
        nlp.to_disk(tmp_path / "model")
        with caplog.at_level("INFO"):
            recogniser(f"spacy:{tmp_path / 'model'}", labels)
        assert "its licence is MIT" in caplog.text

    def test_a_model_that_is_not_there_says_what_to_do(self, labels: Labels) -> None:
        with pytest.raises(BackendError, match=r"no-such-model.*python -m spacy download") as raised:
            recogniser("spacy:no-such-model", labels)
        assert raised.value.code == "no_model"

    def test_a_model_without_names_is_refused(self, labels: Labels, tmp_path: Path) -> None:
        spacy.blank("zh").to_disk(tmp_path / "model")
        with pytest.raises(BackendError, match="no component for names"):
            recogniser(f"spacy:{tmp_path / 'model'}", labels)


def hanlp_with(monkeypatch: pytest.MonkeyPatch, model: object, labels: Labels) -> ModelNames:
    known = SimpleNamespace(ALL={"TINY": "tiny"})
    none = SimpleNamespace(ALL={})
    package = SimpleNamespace(load=lambda name, **_: model, pretrained=SimpleNamespace(ner=known, mtl=none))
    monkeypatch.setattr(models, "import_module", lambda name: package)
    return recogniser("hanlp:TINY", labels)


class TestHanlp:
    def test_a_recogniser_is_fed_with_characters(self, monkeypatch: pytest.MonkeyPatch, labels: Labels) -> None:
        def model(texts: list[list[str]]) -> list[list[tuple[str, str, int, int]]]:
            assert texts == [list(TEXT)]
            return [[("江明远", "NR", 0, 3)]]

        assert hanlp_with(monkeypatch, model, labels).batch([TEXT]) == [[(0, 3, Label.PERSON)]]

    def test_a_multi_task_model_counts_in_its_own_words(self, monkeypatch: pytest.MonkeyPatch, labels: Labels) -> None:
        class Model:
            tasks = ("tok/fine", "ner/msra")

            def __call__(self, texts: list[str], tasks: str) -> dict[str, Any]:
                return {
                    "tok/fine": [["江明远", "任", "滨海市", "市长"]],
                    "ner/msra": [[("滨海市", "LOCATION", 2, 3)]],
                }

        found = hanlp_with(monkeypatch, Model(), labels)
        assert found.batch([TEXT[:3] + " " + TEXT[3:]]) == [[(5, 8, Label.PLACE)]]

    def test_a_multi_task_model_without_names_is_refused(self, monkeypatch: pytest.MonkeyPatch, labels: Labels) -> None:
        with pytest.raises(BackendError, match="no task for names"):
            hanlp_with(monkeypatch, SimpleNamespace(tasks=("tok/fine",)), labels)

    def test_a_pretrained_models_licence_is_logged(
        self, monkeypatch: pytest.MonkeyPatch, labels: Labels, caplog: pytest.LogCaptureFixture
    ) -> None:
        with caplog.at_level("INFO"):
            hanlp_with(monkeypatch, lambda texts: [], labels)
        assert "CC BY-NC-SA 4.0: not for commercial use" in caplog.text

    def test_a_name_that_is_neither_pretrained_nor_a_folder_says_what_to_do(
        self, monkeypatch: pytest.MonkeyPatch, labels: Labels
    ) -> None:
        hanlp_with(monkeypatch, lambda texts: [], labels)
        with pytest.raises(BackendError, match=r"NO_SUCH.*hanlp\.pretrained or a folder") as raised:
            recogniser("hanlp:NO_SUCH", labels)
        assert raised.value.code == "no_model"

    def test_a_missing_package_says_what_to_install_and_what_the_models_are_for(
        self, monkeypatch: pytest.MonkeyPatch, labels: Labels
    ) -> None:
        def missing(name: str) -> object:
            raise ImportError(name)

        monkeypatch.setattr(models, "import_module", missing)
        with pytest.raises(BackendError, match=r"extract\[hanlp\].*CC BY-NC-SA 4\.0") as raised:
            recogniser("hanlp:any", labels)
        assert raised.value.code == "not_installed"
