"""Name recognisers by name: trained models that find names our rules know no ending for.

recogniser("spacy:zh_core_web_sm", labels).batch(["江明远任滨海市市长"]) → [[(0, 3, PERSON), (4, 7, PLACE)]]
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable, Mapping, Sequence
from types import MappingProxyType
from typing import Any, Protocol

from extract.backends.batches import answers, edges
from extract.backends.errors import BackendError
from extract.backends.models import AUTO, Loaded, loaded
from extract.data import Label

Name = tuple[int, int, Label]
Tagged = list[tuple[int, int, str]]
"""Spans of one text with a model's own labels; positions are code points."""

RULES = "rules"
"""No recogniser beside our rules."""
_log = logging.getLogger(__name__)


class NameRecognizer(Protocol):
    """Finds names in texts; positions are code points, end-exclusive."""

    @property
    def name(self) -> str:
        """How the user named it: hanlp:MODEL or spacy:MODEL."""
        ...

    def batch(self, texts: Sequence[str]) -> list[list[Name]]:
        """The names of each text, in order."""
        ...


class Labels:
    """A model's labels → ours, as knowledge/names.yaml has them; a label that it does not hold is reported once."""

    def __init__(self, ours: Mapping[str, Sequence[str]], left: Iterable[str]) -> None:
        """`ours` is our label → the models' words for it, `left` are those that name nothing of ours.

        >>> Labels({"PLACE": ["GPE", "NS"]}, ["DATE"]).of("GPE")
        <Label.PLACE: 'PLACE'>
        """
        self._ours = {word: Label(label) for label, words in ours.items() for word in words}
        self._told = set(left)

    def of(self, word: str) -> Label | None:
        """Our label, or None for one that names nothing of ours."""
        label = self._ours.get(word)
        if label is None and word not in self._told:
            self._told.add(word)
            _log.warning(
                "the model's label %s is unknown, its spans are left out; a names.yaml under --knowledge can map it "
                "[unknown_label]",
                word,
            )
        return label


class ModelNames:
    """A name recogniser from a function that labels many texts at once.

    `ModelNames(lambda texts: [[(0, 3, "PERSON")] for _ in texts], labels)` is a fake for a test.
    """

    def __init__(self, label: Callable[[list[str]], Sequence[Tagged]], labels: Labels, name: str = "model") -> None:
        self._label, self._labels, self.name = label, labels, name

    def batch(self, texts: Sequence[str]) -> list[list[Name]]:
        """The names of each text; a text that the model fails on has none, which is logged."""
        return answers(self._names, texts, lambda text: [])

    def _names(self, texts: list[str]) -> list[list[Name]]:
        found = self._label(texts)
        if len(found) != len(texts):
            raise BackendError(f"the model answered for {len(found)} of {len(texts)} texts")
        return [self._of(spans, len(text)) for spans, text in zip(found, texts, strict=True)]

    def _of(self, spans: Tagged, size: int) -> list[Name]:
        names = []
        for start, end, word in spans:
            if not 0 <= start < end <= size:
                raise BackendError(f"the model gave the span {start}:{end} in a text of {size} characters")
            label = self._labels.of(word)
            if label is not None:
                names.append((start, end, label))
        return sorted(names, key=lambda name: (name[0], -name[1]))


def recogniser(name: str, labels: Labels, device: str = AUTO) -> ModelNames:
    """The recogniser `hanlp:MODEL` or `spacy:MODEL`, MODEL being a name or a folder.

    Raises `BackendError` for an unknown kind, a package that is not installed or a model that cannot be had or is none
    for names.
    """
    model = loaded(name, "ner", "mtl", device=device)
    return ModelNames(_READERS[model.kind](model), labels, name)


# ---- the models -----------------------------------------------------------------------------------------------


def _hanlp(loaded: Loaded) -> Callable[[list[str]], list[Tagged]]:
    """A recogniser gives (name, label, start, end) in the characters it was given; a multi-task model cuts words."""
    model = loaded.model
    if not hasattr(model, "tasks"):
        return lambda texts: [_on_characters(spans, None) for spans in model([list(text) for text in texts])]
    if not any(str(task).startswith("ner") for task in model.tasks):
        raise BackendError(f"the model {loaded.name!r} has no task for names", "no_model")

    def read(texts: list[str]) -> list[Tagged]:
        document = model(texts, tasks="ner")
        words = next(document[key] for key in document if key.startswith("tok"))
        found = next(document[key] for key in document if key.startswith("ner"))
        return [_on_characters(spans, edges(text, own)) for spans, text, own in zip(found, texts, words, strict=True)]

    return read


def _spacy(loaded: Loaded) -> Callable[[list[str]], list[Tagged]]:
    model = loaded.model
    if not {"ner", "entity_ruler"} & set(model.pipe_names) and "doc.ents" not in _assigned(model):
        raise BackendError(f"the model {loaded.name!r} has no component for names", "no_model")
    return lambda texts: [[(e.start_char, e.end_char, e.label_) for e in doc.ents] for doc in model.pipe(texts)]


def _assigned(model: Any) -> set[str]:
    return {slot for name in model.pipe_names for slot in model.get_pipe_meta(name).assigns}


_READERS: Mapping[str, Callable[[Loaded], Callable[[list[str]], list[Tagged]]]] = MappingProxyType(
    {"hanlp": _hanlp, "spacy": _spacy}
)


def _on_characters(spans: Iterable[Sequence[Any]], words: Sequence[tuple[int, int]] | None) -> Tagged:
    if words is None:
        return [(start, end, label) for _, label, start, end in spans]
    return [(words[start][0], words[end - 1][1], label) for _, label, start, end in spans]
