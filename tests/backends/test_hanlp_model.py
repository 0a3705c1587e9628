"""A HanLP model, trained here in seconds: its offsets and the plumbing, not its taste."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.backends.recognisers import recogniser
from extract.data import Label

TEXT = "江明远任滨海市长"
TAGS = ["B-PERSON", "I-PERSON", "I-PERSON", "O", "B-LOCATION", "I-LOCATION", "I-LOCATION", "O"]


@pytest.mark.filterwarnings("ignore")
def test_a_trained_tagger_is_loaded_from_its_folder(tmp_path: Path) -> None:
    rnn_ner = pytest.importorskip("hanlp.components.ner.rnn_ner")
    sentence = "\n".join(f"{char}\t{tag}" for char, tag in zip(TEXT, TAGS, strict=True))
    data, model = tmp_path / "train.tsv", tmp_path / "model"
    data.write_text("\n\n".join([sentence] * 40) + "\n", "utf-8")
    rnn_ner.RNNNamedEntityRecognizer().fit(
        *(str(data), str(data), str(model)),
        embed=16,
        rnn_hidden=16,
        epochs=25,
        lr=0.02,
        drop=0.0,
        tagging_scheme="BIO",
        crf=False,
        devices=-1,
        verbose=False,
    )
    found = recogniser(f"hanlp:{model}")
    both = [(0, 3, Label.PERSON), (4, 7, Label.PLACE)]
    assert found.names(TEXT) == both
    assert found.batch(["", TEXT]) == [[], both]
