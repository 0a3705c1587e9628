"""Name recognisers by name: trained models that find names our rules know no ending for.

recogniser("spacy:zh_core_web_sm").names("江明远任滨海市市长") → [(0, 3, PERSON), (4, 7, PLACE)]
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from importlib import import_module
from types import MappingProxyType
from typing import Any, Protocol

from extract.backends.errors import BackendError
from extract.data import Label

Name = tuple[int, int, Label]
Tagged = Iterable[tuple[int, int, str]]
"""Spans of one text with a model's own labels; positions are code points."""

HANLP_NOTICE = "HanLP's code is Apache-2.0; its Chinese models are for research and teaching"

# what MSRA, PKU and OntoNotes call them; anything else a model finds (DATE, MONEY …) is left to our own grammar
LABELS: Mapping[str, Label] = MappingProxyType(
    {
        **dict.fromkeys(("PERSON", "PER", "NR", "nr"), Label.PERSON),
        **dict.fromkeys(("LOCATION", "LOC", "GPE", "NS", "ns"), Label.PLACE),
        **dict.fromkeys(("ORGANIZATION", "ORG", "NT", "nt"), Label.ORG),
        "PRODUCT": Label.PRODUCT,
        "EVENT": Label.EVENT,
    }
)
_log = logging.getLogger(__name__)


class NameRecognizer(Protocol):
    """Finds names in a text; positions are code points, end-exclusive."""

    def names(self, text: str) -> list[Name]:
        """The names of one text, in order."""
        ...


class ModelNames:
    """A name recogniser from a function that labels many texts at once.

    `ModelNames(lambda texts: [[(0, 3, "PERSON")] for _ in texts])` is a fake for a test.
    """

    def __init__(self, label: Callable[[list[str]], Sequence[Tagged]]) -> None:
        self._label = label

    def names(self, text: str) -> list[Name]:
        """The names of one text, in order."""
        return self.batch([text])[0]

    def batch(self, texts: Sequence[str]) -> list[list[Name]]:
        """The names of each text. Raises `BackendError` where the model gives too few answers or wrong spans."""
        found = self._label(list(texts))
        if len(found) != len(texts):
            raise BackendError(f"the model answered for {len(found)} of {len(texts)} texts")
        return [_names(spans, len(text)) for spans, text in zip(found, texts, strict=True)]


def _names(spans: Tagged, size: int) -> list[Name]:
    names = []
    for start, end, label in spans:
        if not 0 <= start < end <= size:
            raise BackendError(f"the model gave the span {start}:{end} in a text of {size} characters")
        if label in LABELS:
            names.append((start, end, LABELS[label]))
    return sorted(names, key=lambda name: (name[0], -name[1]))


# ---- the models -----------------------------------------------------------------------------------------------


def hanlp(model: str) -> ModelNames:
    """A HanLP recogniser by its name or folder, fed with characters. See `HANLP_NOTICE` for what its models are for."""
    library = _installed("hanlp", f"pip install 'extract[hanlp]'. {HANLP_NOTICE}")
    name = model
    for package in ("ner", "mtl"):
        name = getattr(library.pretrained, package).ALL.get(model, name)
    loaded = _loaded(lambda: library.load(name), model)
    return ModelNames(lambda texts: _guarded(lambda some: _hanlp_spans(loaded, some), texts))


def spacy(model: str) -> ModelNames:
    """The entities of a spaCy model by its name or folder."""
    library = _installed("spacy", "pip install spacy")
    loaded = _loaded(lambda: library.load(model), model)
    return ModelNames(
        lambda texts: [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in loaded.pipe(texts)]
    )


RECOGNISERS: Mapping[str, Callable[[str], ModelNames]] = MappingProxyType({"hanlp": hanlp, "spacy": spacy})


def recogniser(name: str) -> ModelNames:
    """The recogniser `hanlp:MODEL` or `spacy:MODEL`, MODEL being a name or a folder.

    Raises `BackendError` for an unknown kind, a package that is not installed or a model that cannot be loaded.
    """
    kind, _, model = name.partition(":")
    if kind not in RECOGNISERS or not model:
        kinds = ", ".join(f"{known}:MODEL" for known in RECOGNISERS)
        raise BackendError(f"unknown name recogniser {name!r}; there are {kinds}")
    return RECOGNISERS[kind](model)


def _hanlp_spans(model: Any, texts: list[str]) -> list[list[tuple[int, int, str]]]:
    """A recogniser gives (name, label, start, end) in the tokens it was given; a multi-task model cuts its own."""
    if hasattr(model, "tasks"):
        document = model(texts, tasks="ner")
        words = next(document[key] for key in document if key.startswith("tok"))
        found = next(document[key] for key in document if key.startswith("ner"))
        return [_on_characters(spans, _edges(text, own)) for spans, text, own in zip(found, texts, words, strict=True)]
    return [_on_characters(spans, None) for spans in model([list(text) for text in texts])]


def _on_characters(
    spans: Iterable[Sequence[Any]], edges: Sequence[tuple[int, int]] | None
) -> list[tuple[int, int, str]]:
    if edges is None:
        return [(start, end, label) for _, label, start, end in spans]
    return [(edges[start][0], edges[end - 1][1], label) for _, label, start, end in spans]


def _edges(text: str, words: Iterable[str]) -> list[tuple[int, int]]:
    """Where a model's words stand; it may leave spaces out. Raises `BackendError` for a word that the text has not."""
    edges, at = [], 0
    for word in words:
        at = text.find(word, at)
        if at < 0:
            raise BackendError(f"the model's word {word!r} is not in the text")
        edges.append((at, at + len(word)))
        at += len(word)
    return edges


def _guarded(
    label: Callable[[list[str]], list[list[tuple[int, int, str]]]], texts: list[str]
) -> list[list[tuple[int, int, str]]]:
    """One ill-formed tag sequence fails a whole batch: then each text is read by itself, and a bad one has none."""
    filled = [text for text in texts if text.strip()]  # no model takes an empty text
    found: list[list[tuple[int, int, str]]] = []
    try:
        found = label(filled) if filled else []
    except Exception:  # a model's own errors have no common type
        for text in filled:
            try:
                found += label([text])
            except Exception as error:
                _log.warning("the model could not read a text of %d characters: %s", len(text), error)
                found.append([])
    answers = iter(found)
    return [next(answers, []) if text.strip() else [] for text in texts]


def _installed(package: str, remedy: str) -> Any:
    try:
        return import_module(package)
    except ImportError:
        raise BackendError(f"{package} is not installed: {remedy}") from None


def _loaded(load: Callable[[], Any], model: str) -> Any:
    try:
        return load()
    except Exception as error:  # each library raises its own
        raise BackendError(f"the model {model!r} cannot be loaded: {error}") from error
