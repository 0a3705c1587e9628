"""Tokenizers: whichever is chosen, the words add up to the text and agree on numbers and Latin."""

from __future__ import annotations

from functools import cache
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extract.backends import models
from extract.backends.errors import BackendError
from extract.backends.tokenizers import CutTokenizer, ModelTokenizer, Tokenizer, cut_ascii, tokenizer

built = cache(tokenizer)


@pytest.fixture(scope="module", params=["rjieba", "jieba"])
def each(request: pytest.FixtureRequest) -> Tokenizer:
    return built(request.param)


def test_words_carry_jiebas_tags(each: Tokenizer) -> None:
    assert each.tag("全市新增企业21家") == [("全市", "n"), ("新增", "v"), ("企业", "n"), ("21", "m"), ("家", "q")]


@pytest.mark.parametrize(
    ("run", "words"),
    [
        ("4.5-5%", ["4.5", "-", "5", "%"]),
        ("5G-A", ["5G-A"]),
        ("1,200.5", ["1,200.5"]),
        ("PM2.5", ["PM2.5"]),
        ("C919", ["C919"]),
        ("AI+", ["AI", "+"]),
        ("R&D", ["R&D"]),
    ],
)
def test_ascii_is_cut_by_our_own_rule(run: str, words: list[str]) -> None:
    assert [word for word, _ in cut_ascii(run)] == words


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="滨海市增长5.3%，G-A 工业（云台）公司、\n", max_size=40))
def test_words_add_up_to_the_text_and_both_tokenizers_agree(text: str) -> None:
    fast, plain = (built(name).tag(text) for name in ("rjieba", "jieba"))
    assert "".join(word for word, _ in fast) == text
    assert [word for word, _ in fast] == [word for word, _ in plain]


def test_a_fake_is_a_lambda() -> None:
    fake = CutTokenizer(lambda text: [(char, "n") for char in text])
    assert fake.tag("云台5G") == [("云", "n"), ("台", "n"), ("5G", "eng")]


def test_a_tokenizer_that_loses_characters_is_refused() -> None:
    with pytest.raises(BackendError, match="do not add up"):
        CutTokenizer(lambda text: [(text[1:], "n")]).tag("云台市")


class TestAModelsWords:
    def test_carry_jiebas_tags_and_keep_to_our_cut_of_ascii(self) -> None:
        model = ModelTokenizer(
            lambda texts: [["全市", "新增5G", "-", "A企业", "21", "家"] for _ in texts], built("rjieba")
        )
        assert model.tag("全市新增5G-A企业21家") == [
            ("全市", "n"), ("新增", "v"), ("5G-A", "eng"), ("企业", "n"), ("21", "m"), ("家", "q"),
        ]  # fmt: skip

    def test_that_no_dictionary_holds_take_the_tag_of_their_last_part(self) -> None:
        model = ModelTokenizer(lambda texts: [["云台山货", "增长"]], built("rjieba"))
        assert model.tag("云台山货增长")[0][0] == "云台山货"
        assert model.tag("云台山货增长")[0][1] == built("rjieba").tag("云台山货")[-1][1]

    def test_may_leave_spaces_out(self) -> None:
        model = ModelTokenizer(lambda texts: [["云台", "增长"]], built("rjieba"))
        assert [word for word, _ in model.tag("云台 增长")] == ["云台", " ", "增长"]

    def test_that_are_not_in_the_text_leave_it_to_the_dictionary(self, caplog: pytest.LogCaptureFixture) -> None:
        model = ModelTokenizer(lambda texts: [["别处"] if "市" in text else [text] for text in texts], built("rjieba"))
        assert model.batch(["全市", "增长"]) == [[("全市", "n")], [("增长", "v")]]
        assert "别处" in caplog.text

    @settings(max_examples=60, deadline=None)
    @given(st.text(alphabet="滨海市增长5.3%，G-A 公司\n", max_size=30), st.sets(st.integers(1, 29)))
    def test_add_up_to_the_text_however_it_is_cut(self, text: str, cuts: set[int]) -> None:
        bounds = [0, *sorted(at for at in cuts if at < len(text)), len(text)]
        words = [text[a:b] for a, b in pairwise(bounds)]
        model = ModelTokenizer(lambda texts: [words], built("rjieba"))
        assert "".join(word for word, _ in model.tag(text)) == text


@pytest.mark.parametrize("name", ["rjieba", "jieba"])
def test_a_character_that_no_dictionary_holds_is_no_mark(name: str) -> None:
    assert dict(tokenizer(name).tag("沄，嵊。"))["沄"] == "nz"
    assert dict(tokenizer(name).tag("沄，嵊。"))["，"] == "x"


def test_an_unknown_name_lists_the_known_ones() -> None:
    with pytest.raises(BackendError, match="rjieba, jieba, hanlp:MODEL"):
        tokenizer("unknown")


def test_a_missing_package_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> object:
        raise ImportError(name)

    monkeypatch.setattr(models, "import_module", missing)
    with pytest.raises(BackendError, match="pip install rjieba"):
        tokenizer("rjieba")
