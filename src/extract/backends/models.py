"""Trained models by name or folder, loaded through the libraries that made them.

loaded("hanlp:MSRA_NER_ELECTRA_SMALL_ZH", "ner") downloads the model once, loaded("spacy:./model") reads a folder.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Mapping, Sequence
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import Any, NamedTuple

from extract.backends.errors import BackendError

HANLP_LICENCE = (
    "HanLP's code is Apache-2.0; its pretrained models, unless one says otherwise, are CC BY-NC-SA 4.0: "
    "not for commercial use"
)
_HANLP_REMEDY = (
    "name a model of hanlp.pretrained or a folder that holds its config.json; a named one is downloaded at its first "
    "use, which needs the network"
)
_SPACY_REMEDY = "install it (python -m spacy download NAME) or give the folder that nlp.to_disk wrote"
AUTO = "auto"
_log = logging.getLogger(__name__)


class Loaded(NamedTuple):
    """A model that is ready to be called, the kind of its library, and how the user named it."""

    model: Any
    kind: str
    name: str


def loaded(name: str, *packages: str, device: str = AUTO) -> Loaded:
    """The model `hanlp:MODEL` or `spacy:MODEL`, MODEL being a name or a folder; its licence is logged.

    `packages` are the parts of `hanlp.pretrained` that know a name; `device` is `auto`, `cpu` or a GPU's number.
    Raises `BackendError` for an unknown kind, a package that is not installed, a model that cannot be loaded.
    """
    kind, _, model = name.partition(":")
    if kind not in LOADERS or not model:
        kinds = ", ".join(f"{known}:MODEL" for known in LOADERS)
        raise BackendError(f"unknown model {name!r}; there are {kinds}", "unknown_backend")
    if device not in {AUTO, "cpu"} and not device.isdecimal():
        raise BackendError(f"unknown device {device!r}; say auto, cpu or the number of a GPU", "unknown_backend")
    return Loaded(LOADERS[kind](model, packages, device), kind, name)


def installed(package: str, remedy: str) -> Any:
    """The package. Raises `BackendError` that tells the remedy where it is not installed."""
    try:
        return import_module(package)
    except ImportError:
        raise BackendError(f"{package} is not installed: {remedy}", "not_installed") from None


def _hanlp(model: str, packages: Sequence[str], device: str) -> Any:
    library = installed("hanlp", f"pip install 'extract[hanlp]'. {HANLP_LICENCE}")
    known = {name: place for package in packages for name, place in getattr(library.pretrained, package).ALL.items()}
    if model not in known and not Path(model).is_dir():
        raise BackendError(f"the model {model!r} cannot be had: {_HANLP_REMEDY}", "no_model")
    licence = HANLP_LICENCE if model in known else "a model in a folder is under the licence of those who trained it"
    _log.info("hanlp:%s: %s", model, licence)
    return _had(lambda: library.load(known.get(model, model), **_devices(device)), model, _HANLP_REMEDY)


def _devices(device: str) -> dict[str, int]:
    """HanLP takes a free GPU where there is one, unless it is told which; -1 is the CPU."""
    return {} if device == AUTO else {"devices": -1 if device == "cpu" else int(device)}


def _spacy(model: str, packages: Sequence[str], device: str) -> Any:
    library = installed("spacy", "pip install spacy")
    if device == "cpu":
        library.require_cpu()
    elif device != AUTO:
        _had(lambda: library.require_gpu(int(device)), model, "a GPU needs cupy: pip install 'spacy[cuda12x]'")
    nlp = _had(lambda: library.load(model), model, _SPACY_REMEDY)
    _log.info("spacy:%s: its licence is %s", model, nlp.meta.get("license") or "not stated")
    return nlp


LOADERS: Mapping[str, Callable[[str, Sequence[str], str], Any]] = MappingProxyType({"hanlp": _hanlp, "spacy": _spacy})


def _had(load: Callable[[], Any], model: str, remedy: str) -> Any:
    try:
        return load()
    except Exception as error:  # each library raises its own
        reason = (str(error).strip() or type(error).__name__).splitlines()[0]
        raise BackendError(f"the model {model!r} cannot be had: {reason} ({remedy})", "no_model") from error
