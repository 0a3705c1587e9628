"""Files in: text, web pages, PDF, DOCX, tables, standard input; their encodings; and what could not be used."""

from extract.sources.carriers import Skipped, SkipReason
from extract.sources.errors import SourceError
from extract.sources.options import PARTS, Fields, Reading
from extract.sources.reading import READERS, Reader, read

__all__ = ["PARTS", "READERS", "Fields", "Reader", "Reading", "SkipReason", "Skipped", "SourceError", "read"]
