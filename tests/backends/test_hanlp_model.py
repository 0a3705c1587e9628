"""HanLP models, trained here in seconds: their offsets and the plumbing, not their taste. `make test-hanlp` runs them."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

import extract
from extract.backends.recognisers import Labels, recogniser
from extract.backends.tokenizers import tokenizer
from extract.data import Label
from extract.loading import Knowledge

hanlp = pytest.importorskip("hanlp", reason="HanLP is not installed: make test-hanlp")
pytestmark = pytest.mark.filterwarnings("ignore")

TEXT = "望舒晚任滨海市长"
TAGS = ["B-PERSON", "I-PERSON", "I-PERSON", "O", "B-LOCATION", "I-LOCATION", "I-LOCATION", "O"]
TRAINING = {"epochs": 25, "lr": 0.02, "devices": -1, "verbose": False}
NAMING = Knowledge().yaml("names")
BOTH = [(0, 3, Label.PERSON), (4, 7, Label.PLACE)]


@pytest.fixture(params=["cpu", "0"])
def device(request: pytest.FixtureRequest) -> str:
    """The processor, and the first GPU where the machine has one."""
    import torch

    if request.param != "cpu" and not torch.cuda.is_available():
        pytest.skip("the machine has no GPU")
    return str(request.param)


@pytest.fixture(scope="module")
def names(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A recogniser that has learned one sentence."""
    from hanlp.components.ner.rnn_ner import RNNNamedEntityRecognizer

    folder = tmp_path_factory.mktemp("names")
    sentence = "\n".join(f"{char}\t{tag}" for char, tag in zip(TEXT, TAGS, strict=True))
    sizes = {"embed": 16, "rnn_hidden": 16, "drop": 0.0, "crf": False, "tagging_scheme": "BIO"}
    return fitted(RNNNamedEntityRecognizer(), folder, sentence + "\n\n", **sizes)


@pytest.fixture(scope="module")
def cutter(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A tokenizer on a transformer of one layer that has learned the cut 望舒晚|任|滨海|市长."""
    from hanlp.components.tokenizers.transformer import TransformerTaggingTokenizer

    folder = tmp_path_factory.mktemp("cutter")
    with pytest.MonkeyPatch.context() as patch:
        # HanLP trains with an optimizer that transformers has given up; nothing but training needs it
        patch.setattr("transformers.optimization.AdamW", adam, raising=False)
        return fitted(
            TransformerTaggingTokenizer(), folder, "望舒晚 任 滨海 市长\n",
            transformer=str(transformer(folder / "bert")), transformer_lr=0.01, word_dropout=0.0, warmup_steps=0,
        )  # fmt: skip


def adam(parameters: object, lr: float, eps: float, **_: object) -> object:
    import torch

    return torch.optim.AdamW(parameters, lr=lr, eps=eps)


def transformer(folder: Path) -> Path:
    """The folder of a transformer with random weights that knows the characters of TEXT."""
    from transformers import BertConfig, BertModel, BertTokenizerFast

    folder.mkdir()
    vocabulary = ["[PAD]", "[UNK]", "[CLS]", "[SEP]", "[MASK]", *dict.fromkeys(TEXT)]
    (folder / "vocab.txt").write_text("\n".join(vocabulary) + "\n", "utf-8")
    BertTokenizerFast(vocab_file=str(folder / "vocab.txt")).save_pretrained(folder)
    size = {"hidden_size": 16, "intermediate_size": 16, "num_hidden_layers": 1, "num_attention_heads": 2}
    BertModel(BertConfig(vocab_size=len(vocabulary), max_position_embeddings=64, **size)).save_pretrained(folder)
    return folder


def fitted(model: object, folder: Path, sentence: str, **options: object) -> Path:
    """The folder of a model that was trained on one sentence, over and over."""
    data, saved = folder / "train.tsv", folder / "model"
    data.write_text(sentence * 40, "utf-8")
    model.fit(str(data), str(data), str(saved), **TRAINING, **options)  # type: ignore[attr-defined]
    return saved


class TestNames:
    def test_of_a_batch_stand_at_their_characters(self, names: Path, device: str) -> None:
        found = recogniser(f"hanlp:{names}", Labels(NAMING["labels"], NAMING["left"]), device)
        assert found.batch(["", TEXT, TEXT]) == [[], BOTH, BOTH]

    def test_come_beside_those_of_the_rules(self, names: Path, device: str) -> None:
        pipeline = extract.load(names=f"hanlp:{names}", device=device)
        [article] = pipeline.process(extract.pipeline.text_source(TEXT + "。")).articles
        read = {(article.article.text(m.start, m.end), m.label) for m in article.mentions if m.reader}
        assert ("望舒晚", Label.PERSON) in read

    def test_are_chosen_on_the_command_line(self, names: Path, tmp_path: Path) -> None:
        (tmp_path / "a.txt").write_text(TEXT + "。", "utf-8")
        done = command(
            "run", tmp_path / "a.txt", "-o", tmp_path / "out", "--names", f"hanlp:{names}", "--device", "cpu"
        )
        assert done.returncode == 0, done.stderr
        assert "under the licence of those who trained it" in done.stderr
        mentions = [json.loads(line) for line in (tmp_path / "out" / "mentions.jsonl").read_text("utf-8").splitlines()]
        assert {"望舒晚"} <= {m["text"] for m in mentions if m["label"] == "PERSON"}
        options = json.loads((tmp_path / "out" / "run.json").read_text("utf-8"))["options"]
        assert options["names"] == f"hanlp:{names}"


class TestWords:
    def test_of_a_trained_tokenizer_add_up_and_are_tagged(self, cutter: Path, device: str) -> None:
        model = tokenizer(f"hanlp:{cutter}", device)
        first, blank, _ = model.batch([TEXT, "", "滨海市长"])
        assert [word for word, _ in first] == ["望舒晚", "任", "滨海", "市长"]
        assert first[3] == ("市长", "n")
        assert blank == []

    def test_are_what_a_pipeline_reads(self, cutter: Path) -> None:
        pipeline = extract.load(segmenter=f"hanlp:{cutter}", device="cpu")
        [article] = pipeline.process(extract.pipeline.text_source(TEXT + "，投资5亿元。")).articles
        [tokens] = article.tokens
        assert tokens.ends[-1] == len(article.article.clean.text)


@pytest.mark.parametrize("option", ["--names", "--segmenter"])
def test_a_folder_that_holds_no_model_is_a_usage_error(tmp_path: Path, option: str) -> None:
    done = command("explain", TEXT, option, f"hanlp:{tmp_path}")
    assert done.returncode == 2
    assert "config.json" in done.stderr
    assert "[no_model]" in done.stderr


def command(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8", "PYTHONWARNINGS": "ignore"}
    return subprocess.run(
        [sys.executable, "-m", "extract", *map(str, arguments)],
        capture_output=True, text=True, encoding="utf-8", env=environment, check=False,
    )  # fmt: skip
