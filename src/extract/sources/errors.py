"""Why an input could not be used: stable codes, each with its meaning. docs/errors.md lists the same."""

from __future__ import annotations

from enum import StrEnum


class SourceError(StrEnum):
    """The `error` of a rejected source. The value is written to `rejects.jsonl` and never changes its sense."""

    meaning: str

    MISSING_PATH = "missing_path", "No file or folder has this path."
    UNREADABLE = "unreadable", "The file or folder exists but could not be opened or read (permissions, a broken disk)."
    NOT_A_FILE = "not_a_file", "The path is neither a regular file nor a folder (a socket, a device)."
    UNKNOWN_TYPE = "unknown_type", "A named file has a type that no reader handles."
    FOLDER_WITHOUT_TEXT = "folder_without_text", "A named folder holds no file of a type that a reader handles."
    DUPLICATE_SOURCE_ID = "duplicate_source_id", "Another input of this run already has this source_id."
    EMPTY = "empty", "The file is empty or holds only white space."
    BINARY = "binary", "The bytes are no text: NUL bytes or many control characters."
    UNDECODABLE = (
        "undecodable",
        "None of the encodings tried, or more than one, makes plausible Chinese text of it.",
    )
    UNKNOWN_ENCODING = "unknown_encoding", "The encoding that was asked for does not exist."
    CHANGED = "changed", "The file changed while it was read; what was read before stays."
    DAMAGED = "damaged", "The file is broken, cut short, or not what its type says: PDF, DOCX, Parquet, gzip."
    ENCRYPTED = "encrypted", "The document asks for a password."
    TOO_LARGE = "too_large", "A document unpacks to more than a reader takes."
    NO_TEXT = "no_text", "The document holds no text: a scanned PDF, a page of pictures, HTML without a main text."
    MISSING_FIELD = (
        "missing_field",
        "A Parquet file has no column of the name asked for, or no text column.",
    )
    MALFORMED_ROW = "malformed_row", "A line of a JSONL file is no JSON object, or a field of a row has the wrong type."
    ROW_WITHOUT_TEXT = "row_without_text", "A row of a table has no text, or only white space."
    ROW_TOO_LONG = "row_too_long", "A line of a JSONL file is longer than a reader takes."
    TIMEOUT = "timeout", "Reading or processing the source took longer than `--timeout` allows."
    OUT_OF_MEMORY = "out_of_memory", "Reading or processing the source took more memory than `--memory` allows."
    CRASHED = "crashed", "The process that worked on the source died, and died again when it was tried once more."
    FAILED = "failed", "The program raised an error on the source: a defect to report, with the message."

    def __new__(cls, code: str, meaning: str) -> SourceError:
        """A member is its code, and knows its meaning."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member
