"""Files of labels to a tool's file and back."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Any

import orjson
from pydantic import ValidationError

from extract.data import Label as MentionKind
from extract.evaluation.exchange import doccano, label_studio
from extract.evaluation.exchange.carriers import PART_OF, Document, ExchangeError, Link, Region, Row
from extract.evaluation.gold import (
    LABEL,
    MENTION_LABEL,
    MENTIONS,
    GoldError,
    GoldLine,
    MentionLine,
    Problem,
    gold_files,
    mention_files,
    problems_of,
    read_file,
    read_mentions,
)
from extract.evaluation.labels import run_or_folder_texts, sorted_out
from extract.evaluation.quoting import anchored, anchored_once
from extract.evaluation.resolve import locate
from extract.evaluation.texts import TextFinder, file_stems, sentence_span, told_missing
from extract.records import RECORD_TYPES

FORMATS = ("label-studio", "doccano")

_KINDS = frozenset(map(str, MentionKind))


def export_labels(gold: Path, texts_dir: Path, form: str, *, as_predictions: bool = False) -> bytes:
    """Labels with their texts as the content of a tool's file; `as_predictions` is known to Label Studio alone.

    Raises FileNotFoundError, and GoldError for labels that do not stand in their texts.
    """
    documents = gold_documents(gold, run_or_folder_texts(texts_dir))
    if form == "doccano":
        return doccano.write(documents)
    return label_studio.write(documents, as_predictions=as_predictions)


def import_labels(content: bytes, form: str, output: Path, texts_dir: Path | None = None) -> list[Problem]:
    """Write a tool's file as files of labels, one a document, and a file of mentions beside it where there are any.

    Everything is written; the problems say what a label still lacks, and which links or labels mean nothing here. With
    `texts_dir` a text that is not there is written there, and one that differs is the problem `text_differs`. Raises
    ExchangeError for what is no file of the tool, FileExistsError for a file of labels that is there already.
    """
    documents = doccano.read(content) if form == "doccano" else label_studio.read(content)
    stems = file_stems(_checked([document.doc for document in documents]))
    for stem in stems.values():
        if (output / f"{stem}.jsonl").exists():
            raise FileExistsError(f"{output / f'{stem}.jsonl'} is there already")
    problems: list[Problem] = []
    for document in documents:
        labels, mentions = document_rows(document, stems[document.doc], problems)
        _write(output / f"{stems[document.doc]}.jsonl", labels)
        if mentions:
            _write(output / f"{stems[document.doc]}{MENTIONS}", mentions)
        if texts_dir is not None:
            problems += _text(document, texts_dir)
    return problems


def _checked(docs: Sequence[str]) -> Sequence[str]:
    """The names of documents, each once and none outside the folder that it is written to. Raises ExchangeError."""
    for doc in docs:
        if PurePosixPath(doc).is_absolute() or ".." in PurePosixPath(doc).parts:
            raise ExchangeError(f"{doc}: a document's name is a path within its folder")
        if docs.count(doc) > 1:
            raise ExchangeError(f"{doc}: two texts have this name")
    return docs


# ---- files of labels to documents ---------------------------------------------------------------------------------


def gold_documents(gold: Path, texts: TextFinder) -> list[Document]:
    """The documents of files of labels, in the order of the files. Raises GoldError, FileNotFoundError."""
    problems: list[Problem] = []
    rows: dict[str, list[_Placed]] = {}
    for path in gold_files(gold):
        labels, wrong = sorted_out(read_file(path))
        problems += wrong
        if not labels and not wrong:
            rows.setdefault(f"{path.stem}.txt", [])  # an empty file: its text holds no record
        for line in labels:
            rows.setdefault(line.label.doc, []).extend(_placed(line, line.label.record_type, path, texts, problems))
    for path in mention_files(gold):
        marks, wrong = sorted_out(read_mentions(path))
        problems += wrong
        for mark in marks:
            rows.setdefault(mark.label.doc, []).extend(_placed(mark, str(mark.label.label), path, texts, problems))
    if problems:
        raise GoldError(problems)
    return [_document(doc, texts(doc) or "", placed) for doc, placed in rows.items()]


@dataclass(frozen=True, slots=True)
class _Placed:
    start: int
    end: int
    label: str
    row: dict[str, Any]


def _placed(
    line: GoldLine | MentionLine, label: str, path: Path, texts: TextFinder, problems: list[Problem]
) -> Iterator[_Placed]:
    text = texts(line.label.doc)
    if text is None:
        problems.append(Problem(line.file, line.line, "no_text", told_missing(line.label.doc)))
        return
    place = locate(line, text)
    if isinstance(place, Problem):
        problems.append(place)
        return
    yield _Placed(*place, label, orjson.loads(path.read_bytes().split(b"\n")[line.line - 1]))


def _document(doc: str, text: str, rows: Sequence[_Placed]) -> Document:
    ids = [row.row.get("id") for row in rows]
    names = [str(name) if name is not None and ids.count(name) == 1 else f"_{at}" for at, name in enumerate(ids)]
    regions = tuple(Region(name, row.start, row.end, row.label, row.row) for name, row in zip(names, rows, strict=True))
    totals = set(names)
    links = tuple(
        Link(region.name, total, PART_OF)
        for region in regions
        if region.row and (total := region.row.get(PART_OF)) in totals
    )
    return Document(doc, text, regions, links)


# ---- documents to files of labels ---------------------------------------------------------------------------------


def document_rows(document: Document, stem: str, problems: list[Problem]) -> tuple[list[Row], list[Row]]:
    """The lines of labels and of mentions that a document gives; what is wrong with them is added to `problems`.

    `stem` is the name of their files without its ending.
    """
    names = _row_ids(document)
    totals = _totals(document, names, problems)
    labels: list[Row] = []
    mentions: list[Row] = []
    for region in document.regions:
        row = _row(document, region, names[region.name], totals)
        if region.label in RECORD_TYPES:
            labels.append(row)
            problems += _lacking(LABEL, row, f"{stem}.jsonl", len(labels))
        elif region.label in _KINDS:
            mentions.append(row)
            problems += _lacking(MENTION_LABEL, row, f"{stem}{MENTIONS}", len(mentions))
        else:
            problems.append(Problem(document.doc, 0, "unknown_label", f"no label is called {region.label}"))
    return labels, mentions


def _row_ids(document: Document) -> Mapping[str, str | None]:
    """Region to the id of its line: the one it had, or a new one where it was drawn in the tool."""
    taken = {region.row.get("id") for region in document.regions if region.row}
    free = (name for n in range(1, len(document.regions) * 2 + 2) if (name := f"new-{n}") not in taken)
    return {region.name: region.row.get("id") if region.row else next(free) for region in document.regions}


def _totals(document: Document, names: Mapping[str, str | None], problems: list[Problem]) -> Mapping[str, str | None]:
    """Region to the id of its total."""
    totals: dict[str, str | None] = {}
    for link in document.links:
        if link.kind == PART_OF and link.source in names and names.get(link.target) is not None:
            totals[link.source] = names[link.target]
        else:
            said = f"{link.source} → {link.target}: {link.kind or 'a relation without a label'}"
            problems.append(Problem(document.doc, 0, "unknown_relation", said))
    return totals


def _row(document: Document, region: Region, name: str | None, totals: Mapping[str, str | None]) -> dict[str, Any]:
    """The line of a region: the one it had, with what the tool changed."""
    row: dict[str, Any] = {"doc": document.doc, "id": name} if region.row is None else dict(region.row)
    row |= {"doc": document.doc}
    row |= {"record_type" if region.label in RECORD_TYPES else "label": region.label}
    if not _stands(row, region, document.text):
        sentence = sentence_span(document.text, region.start, region.end)
        row = {key: value for key, value in row.items() if key not in ("start", "end")}
        row |= anchored(document.text, region.start, region.end, sentence)
    if region.name in totals:
        row[PART_OF] = totals[region.name]
    elif row.get(PART_OF) in {other.row.get("id") for other in document.regions if other.row} - {None}:
        row[PART_OF] = None  # the link was taken away
    return row


def _stands(row: Row, region: Region, text: str) -> bool:
    """Whether quote and anchor of a line still say where the region is."""
    quote, anchor = row.get("quote"), row.get("anchor")
    if not isinstance(quote, str) or not isinstance(anchor, str) or text[region.start : region.end] != anchor:
        return False
    place, at = (region.start, region.end), text.find(quote)
    within = at <= region.start and region.end <= at + len(quote) and text.find(quote, at + 1) < 0
    given = (row.get("start"), row.get("end")) == place
    return within and (given or anchored_once(text, place, (at, at + len(quote))))


def _lacking(adapter: Any, row: Row, file: str, line: int) -> list[Problem]:
    try:
        adapter.validate_python(row)
    except ValidationError as error:
        return problems_of(error, file, line)
    return []


def _write(path: Path, rows: Iterable[Row]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"".join(orjson.dumps(dict(row)) + b"\n" for row in rows))


def _text(document: Document, texts_dir: Path) -> list[Problem]:
    path = texts_dir / document.doc
    if path.is_file():
        same = path.read_bytes().decode("utf-8-sig") == document.text
        return [] if same else [Problem(document.doc, 0, "text_differs", f"not the text of {path}")]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(document.text.encode())
    return []
