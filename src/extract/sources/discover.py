"""Inputs to files, in a fixed order: inputs as named, the files of a folder sorted by their relative path."""

from __future__ import annotations

import os
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from pathlib import Path, PurePath

from extract.data import Rejection
from extract.locations import Location, LocationError, Remote, location
from extract.sources.carriers import Skipped, SkipReason, reject
from extract.sources.errors import SourceError

State = tuple[int, int, int, int]
"""What tells a file from another one, and from itself at another time; the third is its size in bytes."""


def file_state(path: Location) -> State:
    """The state of a file as it is now. Raises OSError."""
    if isinstance(path, Remote):
        return path.state()
    state = path.stat()
    return state.st_dev, state.st_ino, state.st_size, state.st_mtime_ns


_HIDDEN = (".", "~$")
"""How the names of hidden entries begin, and of the files that Office leaves beside an open document."""


@dataclass(frozen=True, slots=True)
class Found:
    """A file to read. `source_id` is relative to the input named, with forward slashes."""

    source_id: str
    path: Location
    suffix: str
    """The type in lower case, one of those asked for: .txt, .jsonl.gz."""
    listed: State | None = field(default=None, compare=False)
    """The state in which a store listed it: asking for each file again would take longer than reading them."""

    def state(self) -> State:
        """The state of the file: as it was listed, else as it is now. Raises OSError."""
        return self.listed or file_state(self.path)


def suffix_of(name: str, suffixes: Container[str]) -> str | None:
    """The longest ending of a file's name that is one of `suffixes`, at most two parts; None where none is."""
    parts = PurePath(name.lower()).suffixes[-2:]
    return next((suffix for suffix in ("".join(parts), *parts[-1:]) if suffix in suffixes), None)


def discover(
    name: str, suffixes: Container[str], leave_out: Location | None = None
) -> Iterator[Found | Rejection | Skipped]:
    """The files that the input `name` stands for; a folder is searched to its depth, hidden entries left out.

    A named file of a type not in `suffixes` is a rejection, one inside a folder is skipped. The folder `leave_out`
    is not entered: a run's own output is no input. Raises LocationError for a URL that leads to no store.
    """
    path = location(name)
    label = path.name or name
    try:
        if path.is_dir():
            yield from _folder(path, label, suffixes, leave_out)
        elif isinstance(path, Remote):
            if path.is_file():
                yield _named(path, label, suffixes)
            else:
                yield reject(label, SourceError.MISSING_PATH, f"no such file or folder: {path}")
        elif not os.path.lexists(path):
            yield reject(label, SourceError.MISSING_PATH, f"no such file or folder: {name}")
        elif not path.is_file():
            broken = path.is_symlink() and not path.exists()
            error = SourceError.MISSING_PATH if broken else SourceError.NOT_A_FILE
            yield reject(label, error, f"no regular file: {name}")
        else:
            yield _named(path, label, suffixes)
    except LocationError:
        raise
    except (OSError, ValueError) as error:
        yield reject(label, SourceError.UNREADABLE, str(error))


def _folder(
    root: Location, label: str, suffixes: Container[str], leave_out: Location | None
) -> Iterator[Found | Rejection | Skipped]:
    empty = True
    items: Iterator[Found | Rejection | Skipped]
    if isinstance(root, Remote):
        items = _list(root, suffixes, leave_out)
    else:
        items = _walk(root, "", suffixes, leave_out.resolve() if isinstance(leave_out, Path) else None)
    for item in items:
        empty = empty and isinstance(item, Skipped)
        yield item
    if empty:
        yield reject(label, SourceError.FOLDER_WITHOUT_TEXT, f"no file that a reader handles in {root}")


def _named(file: Location, label: str, suffixes: Container[str]) -> Found | Rejection:
    """A file that is an input by itself."""
    if (suffix := suffix_of(file.name, suffixes)) is None:
        told = f"no reader for files of type {PurePath(file.name).suffix or '(none)'}"
        return reject(label, SourceError.UNKNOWN_TYPE, told)
    return Found(label, file, suffix)


def _list(root: Remote, suffixes: Container[str], leave_out: Location | None) -> Iterator[Found | Skipped]:
    """What `_walk` yields, of an object store: the same files in the same order."""
    inside = f"{leave_out}/" if isinstance(leave_out, Remote) else None
    for source_id, file, state in root.files():
        if any(part.startswith(_HIDDEN) for part in source_id.split("/")) or (inside and f"{file}".startswith(inside)):
            continue
        suffix = suffix_of(file.name, suffixes)
        yield Skipped(source_id, SkipReason.UNKNOWN_TYPE) if suffix is None else Found(source_id, file, suffix, state)


def _walk(
    folder: Path, prefix: str, suffixes: Container[str], leave_out: Path | None
) -> Iterator[Found | Rejection | Skipped]:
    try:
        with os.scandir(folder) as entries:
            visible = [(entry, entry.is_dir()) for entry in entries if not entry.name.startswith(_HIDDEN)]
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
