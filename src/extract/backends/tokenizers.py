"""Tokenizers by name: text to words with jieba's part-of-speech tags.

tokenizer("rjieba").tag("全市新增企业21家") → [("全市", "n"), ("新增", "v"), ("企业", "n"), ("21", "m"), ("家", "q")]
"""

from __future__ import annotations

import logging
import re
from collections.abc import Callable, Iterable, Mapping
from importlib import import_module
from types import MappingProxyType
from typing import Protocol

from extract.backends.errors import BackendError

Tagged = list[tuple[str, str]]

# our own cut of ASCII, so that all tokenizers agree on 4.5-5% and 5G-A: a number, a word with its digits, a sign
RUN = re.compile(r"[!-~]+")
PIECE = re.compile(r"(\d[\d,]*(?:\.\d+)?(?![A-Za-z]))|([A-Za-z0-9]+(?:[.&'-][A-Za-z0-9]+)*)|(.)")


class Tokenizer(Protocol):
    """Cuts text into words; the words' concatenation is the text."""

    def tag(self, text: str) -> Tagged:
        """Words with their tags, in order."""
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
                words += self._tag(text[at : run.start()])
            words += cut_ascii(run[0])
            at = run.end()
        if at < len(text):
            words += self._tag(text[at:])
        if sum(len(word) for word, _ in words) != len(text):
            raise BackendError("the tokenizer's words do not add up to the text")
        return words


def cut_ascii(run: str) -> Tagged:
    """An ASCII run as numbers (m), words (eng) and signs (x): 5G-A is one word, 4.5-5% are four."""
    return [
        (match[0], "m" if match[1] is not None else "eng" if match[2] is not None else "x")
        for match in PIECE.finditer(run)
    ]


def rjieba(hmm: bool = False) -> Tokenizer:
    """jieba's dictionary and algorithm in Rust, on an instance of its own."""
    instance = _installed("rjieba", "rjieba").Jieba()
    return CutTokenizer(lambda text: instance.tag(text, hmm))


def jieba(hmm: bool = False) -> Tokenizer:
    """jieba's posseg, on an instance of its own."""
    module, posseg = _installed("jieba", "jieba"), _installed("jieba.posseg", "jieba")
    module.setLogLevel(logging.WARNING)
    instance = posseg.POSTokenizer(module.Tokenizer())
    return CutTokenizer(lambda text: [(pair.word, pair.flag) for pair in instance.cut(text, HMM=hmm)])


TOKENIZERS: Mapping[str, Callable[[], Tokenizer]] = MappingProxyType({"rjieba": rjieba, "jieba": jieba})


def tokenizer(name: str = "rjieba") -> Tokenizer:
    """The tokenizer of this name. Raises `BackendError` for an unknown name or a package that is not installed."""
    if name not in TOKENIZERS:
        raise BackendError(f"unknown tokenizer {name!r}; there are {', '.join(TOKENIZERS)}")
    return TOKENIZERS[name]()


def _installed(module: str, package: str):  # type: ignore[no-untyped-def]
    try:
        return import_module(module)
    except ImportError:
        raise BackendError(f"{module} is not installed: pip install {package}") from None
