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
    UNDECODABLE = "undecodable", "No encoding that is tried makes plausible Chinese text of the bytes."
    UNKNOWN_ENCODING = "unknown_encoding", "The encoding that was asked for does not exist."
    MALFORMED_ROW = "malformed_row", "A line of a JSONL file is no JSON object, or a field of it has the wrong type."
    ROW_WITHOUT_TEXT = "row_without_text", "A row of a JSONL file has no text, or only white space."

    def __new__(cls, code: str, meaning: str) -> SourceError:
        """A member is its code, and knows its meaning."""
        member = str.__new__(cls, code)
        member._value_ = code
        member.meaning = meaning
        return member
