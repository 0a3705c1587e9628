"""Tokenizers by name: text to words with jieba's part-of-speech tags.

tokenizer("rjieba").tag("全市新增企业21家") → [("全市", "n"), ("新增", "v"), ("企业", "n"), ("21", "m"), ("家", "q")]
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import pairwise
from types import MappingProxyType
from typing import Protocol

from extract.backends.batches import answers, edges
from extract.backends.errors import BackendError
from extract.backends.models import AUTO, installed, loaded

Tagged = list[tuple[str, str]]

# our own cut of ASCII, so that all tokenizers agree on 4.5-5% and 5G-A: a number, a word with its digits, a sign
RUN = re.compile(r"[!-~]+")
PIECE = re.compile(r"(\d[\d,]*(?:\.\d+)?(?![A-Za-z]))|([A-Za-z0-9]+(?:[.&'-][A-Za-z0-9]+)*)|(.)")


UNKNOWN = "n"
"""The tag of a word that neither the dictionary holds nor its parts tell of."""
MARK, PROPER = "x", "nz"
"""The tag of a mark, which the dictionary gives a character too that it does not hold, and that of a proper noun."""


class Tokenizer(Protocol):
    """Cuts text into words; the words' concatenation is the text."""

    def tag(self, text: str) -> Tagged:
        """Words with their tags, in order."""
        ...

    def batch(self, texts: Sequence[str]) -> list[Tagged]:
        """The tagged words of each text."""
        ...


class CutTokenizer:
    """A tokenizer from a function that tags a text without ASCII; ASCII runs are cut by our own rule."""

    def __init__(self, tag: Callable[[str], Iterable[tuple[str, str]]]) -> None:
        self._tag = tag

    def tag(self, text: str) -> Tagged:
        """Words with their tags. Raises `BackendError` where the words don't add up to the text."""
        words: Tagged = []
        at = 0
        for run in RUN.finditer(text):
            if run.start() > at:
                words += map(_lettered, self._tag(text[at : run.start()]))
            words += cut_ascii(run[0])
            at = run.end()
        if at < len(text):
            words += map(_lettered, self._tag(text[at:]))
        if sum(len(word) for word, _ in words) != len(text):
            raise BackendError("the tokenizer's words do not add up to the text")
        return words

    def batch(self, texts: Sequence[str]) -> list[Tagged]:
        """The tagged words of each text, one after the other."""
        return [self.tag(text) for text in texts]


class ModelTokenizer:
    """A tokenizer from a model that cuts many texts at once; `plain` gives its words their tags.

    ASCII runs are cut by our own rule. A text that the model fails on is cut by `plain`, which is logged.
    """

    def __init__(self, cut: Callable[[list[str]], Sequence[Sequence[str]]], plain: Tokenizer) -> None:
        self._cut, self._plain = cut, plain
        self._tag = lru_cache(maxsize=1 << 16)(self._tag_of)

    def tag(self, text: str) -> Tagged:
        """Words with their tags, in order."""
        return self.batch([text])[0]

    def batch(self, texts: Sequence[str]) -> list[Tagged]:
        """The tagged words of each text."""
        return answers(self._tagged, texts, self._plain.tag)

    def _tagged(self, texts: list[str]) -> list[Tagged]:
        cut = self._cut([*texts])  # a copy: HanLP's recurrent tokenizer changes the list that it is given
        spans = [edges(text, words) for text, words in zip(texts, cut, strict=True)]
        return [list(self._words(text, own)) for text, own in zip(texts, spans, strict=True)]

    def _words(self, text: str, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[str, str]]:
        bounds = {0, len(text), *(at for span in spans for at in span)}
        runs = {run.start(): run[0] for run in RUN.finditer(text)}
        inside = {at for start, run in runs.items() for at in range(start + 1, start + len(run))}
        bounds = {*(bounds - inside), *runs, *(start + len(run) for start, run in runs.items())}
        order = sorted(bounds)
        for start, end in pairwise(order):
            if start in runs:
                yield from cut_ascii(runs[start])
            else:
                yield text[start:end], self._tag(text[start:end])

    def _tag_of(self, word: str) -> str:
        """The tag of a word in jieba's dictionary; of one that is not there that of its head, the last of its parts."""
        parts = self._plain.tag(word)
        head, tag = parts[-1]
        # 一千二百 is a number; the last character of a coined word (江明远) says nothing of it
        return tag if len(head) > 1 or {part[1] for part in parts} == {tag} else UNKNOWN


def _lettered(row: tuple[str, str]) -> tuple[str, str]:
    """A character that no dictionary holds is no mark, but that of a name: 沄."""
    word, tag = row
    return (word, PROPER) if tag == MARK and word.isalpha() else row


def cut_ascii(run: str) -> Tagged:
    """An ASCII run as numbers (m), words (eng) and signs (x): 5G-A is one word, 4.5-5% are four."""
    return [
        (match[0], "m" if match[1] is not None else "eng" if match[2] is not None else MARK)
        for match in PIECE.finditer(run)
    ]


def rjieba(hmm: bool = False) -> Tokenizer:
    """jieba's dictionary and algorithm in Rust, on an instance of its own."""
    instance = installed("rjieba", "pip install rjieba").Jieba()
    return CutTokenizer(lambda text: instance.tag(text, hmm))


def jieba(hmm: bool = False) -> Tokenizer:
    """jieba's posseg, on an instance of its own."""
    module, posseg = (installed(name, "pip install jieba") for name in ("jieba", "jieba.posseg"))
    module.setLogLevel(logging.WARNING)
    instance = posseg.POSTokenizer(module.Tokenizer())
    return CutTokenizer(lambda text: [(pair.word, pair.flag) for pair in instance.cut(text, HMM=hmm)])


def hanlp(model: str, device: str = AUTO) -> Tokenizer:
    """A HanLP tokenizer, or the finest cut of a multi-task model; tags are those of jieba's dictionary."""
    taken = loaded(f"hanlp:{model}", "tok", "mtl", device=device).model
    if not hasattr(taken, "tasks"):
        return ModelTokenizer(taken, rjieba())
    tasks = sorted(
        (str(task) for task in taken.tasks if str(task).startswith("tok")), key=lambda task: "fine" not in task
    )
    if not tasks:
        raise BackendError(f"the model {model!r} has no task that cuts words", "no_model")
    return ModelTokenizer(lambda texts: taken(texts, tasks=tasks[0])[tasks[0]], rjieba())


TOKENIZERS: Mapping[str, Callable[[], Tokenizer]] = MappingProxyType({"rjieba": rjieba, "jieba": jieba})


def tokenizer(name: str = "rjieba", device: str = AUTO) -> Tokenizer:
    """The tokenizer `rjieba`, `jieba` or `hanlp:MODEL`, MODEL being a name or a folder.

    Raises `BackendError` for an unknown name, a package that is not installed or a model that cannot be had.
    """
    kind, _, model = name.partition(":")
    if kind == "hanlp" and model:
        return hanlp(model, device)
    if name not in TOKENIZERS:
        raise BackendError(
            f"unknown tokenizer {name!r}; there are {', '.join(TOKENIZERS)}, hanlp:MODEL", "unknown_backend"
        )
    return TOKENIZERS[name]()
