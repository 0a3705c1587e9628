"""What reading yields besides `Source` and `Rejection`, and the failure that becomes a rejection."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from pathlib import PurePath

from extract.data import Rejection
from extract.sources.errors import SourceError


class SkipReason(StrEnum):
    """Why a file was passed over."""

    UNKNOWN_TYPE = "unknown_type"
    """A file in a folder of a type that no reader handles."""
    LINKED_FOLDER = "linked_folder"
    """A symbolic link to a folder inside a folder: not followed, since it may lead in a circle."""
    READ_BEFORE = "read_before"
    """The same file was named twice, by itself and through its folder."""


@dataclass(frozen=True, slots=True)
class Skipped:
    """A file that was passed over without being an error; the manifest counts them by kind."""

    source_id: str
    reason: SkipReason

    @property
    def kind(self) -> str:
        """The end of its name (`.zip`) where its type is unknown, else the reason.

        >>> Skipped("2031/附件.ZIP", SkipReason.UNKNOWN_TYPE).kind
        '.zip'
        """
        if self.reason is not SkipReason.UNKNOWN_TYPE:
            return str(self.reason)
        return PurePath(self.source_id.lower()).suffix or "no_type"


class UnusableError(Exception):
    """Raised by a reader for an input that it cannot use; `read` turns it into a `Rejection`."""

    def __init__(self, error: SourceError, message: str) -> None:
        super().__init__(message)
        self.error = error


def reject(source_id: str, error: SourceError, message: str) -> Rejection:
    """A rejected source."""
    return Rejection("source", source_id, error.value, message)
