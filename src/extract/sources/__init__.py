"""Files in: text, web pages, PDF, DOCX, tables, standard input; their encodings; and what could not be used."""

from extract.sources.carriers import Skipped, SkipReason, reject
from extract.sources.discover import Found, State, file_state, suffix_of
from extract.sources.errors import SourceError
from extract.sources.options import PARTS, Fields, Reading
from extract.sources.reading import READERS, ROWS, STDIN, Reader, find, read, read_file

__all__ = [
    "PARTS",
    "READERS",
    "ROWS",
    "STDIN",
    "Fields",
    "Found",
    "Reader",
    "Reading",
    "SkipReason",
    "Skipped",
    "SourceError",
    "State",
    "file_state",
    "find",
    "read",
    "read_file",
    "reject",
    "suffix_of",
]
