"""Where the raw texts of labelled documents come from, and which source a document's name means."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path

TextFinder = Callable[[str], str | None]
"""A document's name to its raw text, or None where there is none."""


def raw_text(path: Path) -> str:
    """The raw text of a UTF-8 file: without its BOM, newlines untouched."""
    return path.read_bytes().decode("utf-8-sig")


_ENDS = re.compile(r"[。！？!?]+[”』」’）)]*|(?<=[。！？!?”』」’）)])\s*\n|\n\s*\n")
"""Where sentences end in raw text: a hard-wrapped line does not end one."""


_LONGEST = 400
"""Characters on either side beyond which no end is looked for."""


def sentence_at(text: str, start: int, end: int) -> str:
    """The sentence of a raw text that a span stands in, line breaks included."""
    begin, until = sentence_span(text, start, end)
    return text[begin:until]


def sentence_span(text: str, start: int, end: int) -> tuple[int, int]:
    """Where the sentence of a span begins and ends, without outer spaces."""
    first, last = max(0, start - _LONGEST), min(len(text), end + _LONGEST)
    begin = max((m.end() for m in _ENDS.finditer(text, first, start)), default=first)
    after = _ENDS.search(text, end, last)
    until = after.end() if after else last
    outer = text[begin:until]
    return begin + len(outer) - len(outer.lstrip()), until - (len(outer) - len(outer.rstrip()))


def source_of(article_id: str) -> str:
    """The source of an article: 2012/甲报.txt#2 is from 2012/甲报.txt."""
    return article_id.rpartition("#")[0]


def named(doc: str, names: Iterable[str]) -> str | None:
    """Which of the names a label's `doc` means: the same name, else the only one whose last path part it is."""
    every = list(names)
    if doc in every:
        return doc
    found = {name for name in every if last_part(name) == doc}
    return found.pop() if len(found) == 1 else None


def last_part(name: str) -> str:
    """The last part of a path with slashes."""
    return name.rpartition("/")[2]


def file_stems(names: Iterable[str]) -> dict[str, str]:
    """Name to what its file of labels is called without the ending: 2012/甲报-01.txt gives 甲报-01.

    Where two names would give the same, all are called by their whole paths: 2012_甲报-01.
    """
    every = list(dict.fromkeys(names))
    short = [_stem(last_part(name)) for name in every]
    whole = [_stem(name).replace("/", "_") for name in every]
    stems = next((found for found in (short, whole) if len(set(found)) == len(found)), every)
    return dict(zip(every, (stem.replace(":", "_").replace("/", "_") for stem in stems), strict=True))


def _stem(name: str) -> str:
    stem, dot, _ = name.rpartition(".")
    return stem if dot and stem else name


def told_missing(doc: str) -> str:
    """What is said where no text is found for a label's `doc`."""
    return f"no text in UTF-8 is called {doc}; of pages and other encodings the folder of a run has the text"


def folder_texts(folder: Path) -> TextFinder:
    """Finds texts below a folder, by the path relative to it or by the file name alone."""
    return _finder({path.relative_to(folder).as_posix(): path for path in sorted(folder.rglob("*")) if path.is_file()})


def input_texts(paths: Iterable[Path]) -> TextFinder:
    """Finds texts among the inputs of a run, by the end of their paths."""
    files = {path.as_posix(): path for path in paths if path.is_file()}

    def find(doc: str) -> str | None:
        for path in (path for name, path in files.items() if name == doc or name.endswith(f"/{doc}")):
            return _text(path)
        return None

    return find


def first_of(*finders: TextFinder) -> TextFinder:
    """Asks one finder after the other."""

    def find(doc: str) -> str | None:
        return next((text for finder in finders if (text := finder(doc)) is not None), None)

    return find


def _finder(files: Mapping[str, Path]) -> TextFinder:
    def find(doc: str) -> str | None:
        name = named(doc, files)
        return None if name is None else _text(files[name])

    return find


def _text(path: Path) -> str | None:
    try:
        return raw_text(path)
    except (OSError, UnicodeDecodeError):
        return None
