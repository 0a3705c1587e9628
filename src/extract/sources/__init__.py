"""Files in: text, Markdown, JSON Lines, standard input; their encodings; and what could not be used."""

from extract.sources.carriers import Skipped, SkipReason
from extract.sources.errors import SourceError
from extract.sources.reading import READERS, Reader, read

__all__ = ["READERS", "Reader", "SkipReason", "Skipped", "SourceError", "read"]
