"""Many texts through a model at once, so that one it cannot read costs no other text its answer."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from extract.backends.errors import BackendError

Answer = TypeVar("Answer")
_log = logging.getLogger(__name__)


def answers(
    ask: Callable[[list[str]], Sequence[Answer]], texts: Sequence[str], without: Callable[[str], Answer]
) -> list[Answer]:
    """The model's answer for each text; `without(text)` stands for a blank text, and for one that it fails on.

    One ill-formed tag sequence fails a whole batch: then each text is read by itself, and a failure is logged.
    """
    filled = [text for text in texts if text.strip()]  # no model takes an empty text
    try:
        found = iter(_all(ask, filled))
    except Exception:  # a model's own errors have no common type
        found = iter([_one(ask, text, without) for text in filled])
    return [next(found) if text.strip() else without(text) for text in texts]


def _all(ask: Callable[[list[str]], Sequence[Answer]], texts: list[str]) -> Sequence[Answer]:
    found = ask(texts) if texts else []
    if len(found) != len(texts):
        raise BackendError(f"the model answered for {len(found)} of {len(texts)} texts")
    return found


def _one(ask: Callable[[list[str]], Sequence[Answer]], text: str, without: Callable[[str], Answer]) -> Answer:
    try:
        return _all(ask, [text])[0]
    except Exception as error:  # as above
        _log.warning("the model could not read a text of %d characters: %s [model_failed]", len(text), error)
        return without(text)


def edges(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where a model's words stand; it may leave spaces out. Raises `BackendError` for a word that the text has not."""
    found, at = [], 0
    for word in words:
        at = text.find(word, at)
        if at < 0:
            raise BackendError(f"the model's word {word!r} is not in the text")
        found.append((at, at + len(word)))
        at += len(word)
    return found
