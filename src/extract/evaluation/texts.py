"""Where a document's text is found, and which source of a run it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from pathlib import Path, PurePosixPath

_BOM = "\ufeff"


def read_text(path: Path) -> str:
    """A text file as a source is decoded: UTF-8, a BOM dropped, line ends as they are."""
    return path.read_bytes().decode().removeprefix(_BOM)


def find_text(doc: str, folders: Iterable[Path], digest: str | None = None) -> str | None:
    """The text of a document: a file of its name (or that and `.txt`) below one of the folders, in this order.

    With a digest only a file of that content counts. None where there is none.
    """
    name = PurePosixPath(doc).name
    for folder in folders:
        paths = [folder] if folder.is_file() else sorted([*folder.rglob(f"{name}.txt"), *folder.rglob(name)])
        for path in paths:
            if not path.is_file() or path.name not in (name, f"{name}.txt", f"{_stored(name)}.txt"):
                continue
            text = read_text(path)
            if digest is None or sha256(text.encode()).hexdigest() == digest:
                return text
    return None


def _stored(source: str) -> str:
    return source.replace(":", "_")


def source_of(doc: str, sources: Iterable[str]) -> str | None:
    """The source of a run that a gold document is: the same id, else the same file name, else without its ending.

    None where the run has none. Raises ValueError where several sources could be meant.
    """
    known = list(sources)
    if doc in known:
        return doc
    name = PurePosixPath(doc).name
    for same in (lambda s: PurePosixPath(s).name == name, lambda s: PurePosixPath(s).stem == PurePosixPath(name).stem):
        found = [source for source in known if same(source)]
        if len(found) > 1:
            raise ValueError(f"the gold document {doc} could be any of {', '.join(sorted(found))}")
        if found:
            return found[0]
    return None


def manifest_folders(run: Path, inputs: Iterable[Mapping[str, object]]) -> list[Path]:
    """Where a run's texts may lie: its own `texts/`, then the inputs that its manifest names."""
    paths = [run / "texts", *(Path(str(entry["path"])) for entry in inputs)]
    return [path for path in paths if path.exists()]
