"""Reading knowledge and rules from files: the only place where the language part touches the disk."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from importlib import resources
from pathlib import Path
from typing import Any, NamedTuple

import yaml

from extract.data import Label
from extract.engine.declarations import Rule, RuleError, load_rule
from extract.records.union import RECORD_TYPES


class KnowledgeError(ValueError):
    """A knowledge or rule file that cannot be used; the message names the file and says why."""


class LexiconError(KnowledgeError):
    """A user's lexicon that cannot be used; `code` is stable (docs/errors.md: `lexicon_row` …)."""

    def __init__(self, message: str, code: str) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[type[LexiconError], tuple[str, str]]:
        """Travels from a worker process with its code."""
        return type(self), (str(self), self.code)


class LexiconRow(NamedTuple):
    """A row of a user's lexicon: the word, what it names, and its standard or full name."""

    word: str
    label: Label
    normal: str | None


def read_yaml(path: Path) -> Any:
    """The content of one YAML file. Raises `KnowledgeError` naming the file where it is none."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        return yaml.load(read_lines(path), Loader=loader)  # a safe loader either way
    except yaml.YAMLError as error:
        raise KnowledgeError(f"{path}: {error}") from None


def read_lines(path: Path) -> str:
    """The text of a knowledge file, its last line ended. Raises `KnowledgeError` where it is no UTF-8."""
    try:
        text = path.read_text("utf-8-sig")  # editors on Windows write a mark at the beginning
    except (OSError, UnicodeDecodeError) as error:
        raise KnowledgeError(f"{path}: {error}") from None
    return text if text.endswith("\n") else text + "\n"


class Knowledge:
    """The files of `knowledge/`, with a user's own on top.

    A user's file of the same name adds to ours: rows to a list or a table, words to a class of words.
    """

    def __init__(self, extra: Path | None = None) -> None:
        self.home = Path(str(resources.files("extract"))) / "knowledge"
        self.extra = extra
        self._read: dict[str, Any] = {}
        if extra is not None and not extra.is_dir():
            raise KnowledgeError(f"{extra}: no such folder")
        unknown = sorted(p.name for p in extra.iterdir() if not (self.home / p.name).exists()) if extra else []
        if unknown:
            raise KnowledgeError(f"{extra}: no knowledge file is called {', '.join(unknown)}")

    def yaml(self, name: str) -> Any:
        """The file `name.yaml`, merged with the user's; read once, for readers that change nothing in it."""
        if name not in self._read:
            self._read[name] = self._merged(name)
        return self._read[name]

    def _merged(self, name: str) -> Any:
        content = read_yaml(self.home / f"{name}.yaml")
        own = self.extra / f"{name}.yaml" if self.extra else None
        added = read_yaml(own) if own and own.exists() else None
        return content if added is None else merged(content, added, str(own))

    def text(self, name: str) -> str:
        """The file `name`, with the lines of the user's appended."""
        content = read_lines(self.home / name)
        own = self.extra / name if self.extra else None
        return content + read_lines(own) if own and own.exists() else content

    def table(self, name: str) -> list[dict[str, str]]:
        """The rows of the tab-separated file `name`; lines that begin with # are comments.

        Raises `KnowledgeError` for a row with another number of columns than the head.
        """
        lines = [line for line in self.text(name).splitlines() if line.strip() and not line.startswith("#")]
        head = lines[0].split("\t")
        rows = []
        for line in lines[1:]:
            cells = line.split("\t")
            if cells == head:
                continue
            if len(cells) != len(head):
                raise KnowledgeError(f"{name}: expected {len(head)} columns: {line}")
            rows.append(dict(zip(head, cells, strict=True)))
        return rows


def read_lexicon(path: Path, labels: Collection[str]) -> list[LexiconRow]:
    """The rows of a tab-separated lexicon: word, label, optional normal form; lines that begin with # are comments.

    `labels` are those that a word may have. Raises `LexiconError` with file and line for a row that is malformed, has
    another label, or says something else of a word than an earlier row.
    """
    try:
        lines = read_lines(path).splitlines()
    except KnowledgeError as error:
        raise LexiconError(str(error), "lexicon_unreadable") from None
    rows: dict[str, LexiconRow] = {}
    for number, line in enumerate(lines, 1):
        if not line.strip() or line.startswith("#"):
            continue
        row = _lexicon_row(line, labels, f"{path}:{number}")
        if rows.setdefault(row.word, row) != row:
            raise LexiconError(f"{path}:{number}: {row.word} stands in an earlier row, otherwise", "lexicon_conflict")
    return list(rows.values())


def _lexicon_row(line: str, labels: Collection[str], where: str) -> LexiconRow:
    cells = [cell.strip() for cell in line.split("\t")]
    if not 2 <= len(cells) <= 3 or not any(char.isalnum() for char in cells[0]):
        raise LexiconError(f"{where}: expected word, label and perhaps a normal form, by tabs: {line}", "lexicon_row")
    if cells[1] not in labels:
        raise LexiconError(f"{where}: no label is {cells[1]!r}; there are {', '.join(labels)}", "lexicon_label")
    return LexiconRow(cells[0], Label(cells[1]), cells[2] or None if len(cells) == 3 else None)


def merged(ours: Any, theirs: Any, where: str) -> Any:
    """`ours` with what `theirs` adds: lists are appended, tables joined key by key, anything else replaced."""
    if isinstance(ours, dict) and isinstance(theirs, dict):
        return {**ours, **{k: merged(ours[k], v, where) if k in ours else v for k, v in theirs.items()}}
    if isinstance(ours, list) and isinstance(theirs, list):
        return [*ours, *theirs]
    if isinstance(ours, dict | list):
        raise KnowledgeError(f"{where}: expected {'a table' if isinstance(ours, dict) else 'a list'}")
    return theirs


def rule_files(extra: Path | None = None) -> list[Path]:
    """Our rule files, one a record type, then the user's. Raises `KnowledgeError` for a file of no record type."""
    home = Path(str(resources.files("extract"))) / "records"
    files = [home / f"{name}.yaml" for name in RECORD_TYPES]
    if extra is not None:
        if not extra.is_dir():
            raise KnowledgeError(f"{extra}: no such folder")
        own = sorted(extra.glob("*.yaml"))
        for path in own:
            if path.stem not in RECORD_TYPES:
                raise KnowledgeError(f"{path}: a rule file is named after a record type")
        files += own
    return files


def load_rules(
    files: Iterable[Path], classes: Mapping[str, Mapping[str, str]], named: Mapping[str, str]
) -> tuple[Rule, ...]:
    """The rules of the files, in order. Raises `KnowledgeError` with file and rule where one does not load."""
    rules: list[Rule] = []
    for path in files:
        rows = read_yaml(path) or []
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            raise KnowledgeError(f"{path}: expected a list of rules")
        for row in rows:
            try:
                rules.append(load_rule(row, path.stem, classes, named))
            except RuleError as error:
                raise KnowledgeError(f"{path}: {error}") from None
    return tuple(rules)
