"""Inputs to files, in a fixed order: inputs as named, the files of a folder sorted by their relative path."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePath

from extract.data import Rejection
from extract.sources.carriers import Skipped, SkipReason, reject
from extract.sources.errors import SourceError


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `source_id` is relative to the input named, with forward slashes."""

    source_id: str
    path: Path
    suffix: str
    """The type in lower case, one of those asked for: .txt, .jsonl.gz."""


def suffix_of(name: str, suffixes: Container[str]) -> str | None:
    """The longest ending of a file's name that is one of `suffixes`, at most two parts; None where none is."""
    parts = PurePath(name.lower()).suffixes[-2:]
    return next((suffix for suffix in ("".join(parts), *parts[-1:]) if suffix in suffixes), None)


def discover(
    name: str, suffixes: Container[str], leave_out: Path | None = None
) -> Iterator[Found | Rejection | Skipped]:
    """The files that the input `name` stands for; a folder is searched to its depth, hidden entries left out.

    A named file of a type not in `suffixes` is a rejection, one inside a folder is skipped. The folder `leave_out`
    is not entered: a run's own output is no input.
    """
    path = Path(name)
    label = path.name or name
    try:
        if path.is_dir():
            yield from _folder(path, label, suffixes, leave_out)
        elif not os.path.lexists(path):
            yield reject(label, SourceError.MISSING_PATH, f"no such file or folder: {name}")
        elif not path.is_file():
            broken = path.is_symlink() and not path.exists()
            error = SourceError.MISSING_PATH if broken else SourceError.NOT_A_FILE
            yield reject(label, error, f"no regular file: {name}")
        elif (suffix := suffix_of(path.name, suffixes)) is None:
            yield reject(label, SourceError.UNKNOWN_TYPE, f"no reader for files of type {path.suffix or '(none)'}")
        else:
            yield Found(label, path, suffix)
    except (OSError, ValueError) as error:
        yield reject(label, SourceError.UNREADABLE, str(error))


def _folder(
    root: Path, label: str, suffixes: Container[str], leave_out: Path | None
) -> Iterator[Found | Rejection | Skipped]:
    empty = True
    for item in _walk(root, "", suffixes, leave_out and leave_out.resolve()):
        empty = empty and isinstance(item, Skipped)
        yield item
    if empty:
        yield reject(label, SourceError.FOLDER_WITHOUT_TEXT, f"no file that a reader handles in {root}")


def _walk(
    folder: Path, prefix: str, suffixes: Container[str], leave_out: Path | None
) -> Iterator[Found | Rejection | Skipped]:
    try:
        with os.scandir(folder) as entries:
            visible = [(entry, entry.is_dir()) for entry in entries if not entry.name.startswith(".")]
    except OSError as error:
        yield reject(prefix.rstrip("/") or folder.name, SourceError.UNREADABLE, str(error))
        return
    # With a slash behind folders the order is that of the whole relative paths, so the walk can stream.
    for entry, is_folder in sorted(visible, key=lambda pair: pair[0].name + "/" * pair[1]):
        source_id = prefix + entry.name
        if is_folder and entry.is_symlink():
            yield Skipped(source_id, SkipReason.LINKED_FOLDER)
        elif is_folder:
            if leave_out is None or Path(entry.path).resolve() != leave_out:
                yield from _walk(Path(entry.path), source_id + "/", suffixes, leave_out)
        elif (suffix := suffix_of(entry.name, suffixes)) is None or not entry.is_file():
            yield Skipped(source_id, SkipReason.UNKNOWN_TYPE)
        else:
            yield Found(source_id, Path(entry.path), suffix)
