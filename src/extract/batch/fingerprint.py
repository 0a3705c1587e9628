"""What the program is, as a hash: its code and knowledge, and the files that a user adds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from functools import cache
from importlib import resources
from pathlib import Path

_KINDS = (".py", ".yaml", ".tsv", ".txt", ".json")


def fingerprint(added: Iterable[Path] = ()) -> str:
    """A SHA-256 over the program and the files and folders `added`: where it is the same, so is what comes out."""
    digest = hashlib.sha256(_program().encode())
    for path in added:
        digest.update(_of(path).encode())
    return digest.hexdigest()


@cache
def _program() -> str:
    return _of(Path(str(resources.files("extract"))), _KINDS)


def _of(path: Path, kinds: tuple[str, ...] | None = None) -> str:
    files = sorted(p for p in path.rglob("*") if p.is_file()) if path.is_dir() else [path]
    digest = hashlib.sha256()
    for file in files:
        if kinds is None or file.suffix in kinds:
            name = file.relative_to(path).as_posix() if path.is_dir() else file.name
            try:
                content = file.read_bytes()
            except OSError:
                content = b""  # loading it will say what is wrong
            digest.update(f"{name}\0{len(content)}\0".encode("utf-8", "surrogateescape") + content)
    return digest.hexdigest()
