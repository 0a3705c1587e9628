"""Segmentation: words with clean offsets that cover each sentence."""

from __future__ import annotations

from extract.backends.tokenizers import CutTokenizer
from extract.data import Article, Block, BlockKind, CleanText, OffsetMap, Script, Sentence, Source
from extract.engine.lexicon import Lexicon
from extract.stages.segment import segment, tokens_of

TEXT = "云台工业增长。\n滨海港开港。"


def article() -> Article:
    places = tuple(range(len(TEXT)))
    clean = CleanText(
        Source("t", TEXT, "", len(TEXT)),
        TEXT,
        OffsetMap(places, tuple(i + 1 for i in places)),
        (Block(0, 7, BlockKind.PARAGRAPH), Block(8, 14, BlockKind.PARAGRAPH)),
        Script.HANS,
    )
    sentences = (Sentence(0, 7, BlockKind.PARAGRAPH), Sentence(8, 14, BlockKind.PARAGRAPH))
    return Article(clean, 1, 0, len(TEXT), None, None, None, (), sentences)


PAIRS = CutTokenizer(lambda text: [(text[i : i + 2], "n") for i in range(0, len(text), 2)])


def words(vocabulary: dict[str, str]) -> list[list[str]]:
    found = segment(article(), PAIRS, Lexicon({"不在文中": "n", **vocabulary}))
    return [[TEXT[s:e] for s, e in zip(t.starts, t.ends, strict=True)] for t in found]


def test_each_sentence_has_its_words_at_clean_offsets() -> None:
    assert words({}) == [["云台", "工业", "增长", "。"], ["滨海", "港开", "港。"]]


def test_a_word_of_the_vocabulary_is_kept_whole_and_its_neighbours_keep_their_rest() -> None:
    assert words({"滨海港": "ns"})[1] == ["滨海港", "开", "港。"]
    assert segment(article(), PAIRS, Lexicon({"滨海港": "ns"}))[1].tags == ("ns", "n", "n")


def test_words_stand_one_after_the_other() -> None:
    tokens = tokens_of([("云台", "ns"), ("的", "uj")], 5)
    assert (tokens.starts, tokens.ends, tokens.tags) == ((5, 7), (7, 8), ("ns", "uj"))
