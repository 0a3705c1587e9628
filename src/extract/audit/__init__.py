"""The ledger of a finished run: where each figure of each article went, and why one is in no record."""

from extract.audit.ledger import Entry, Ledger, Reading, audit
from extract.audit.report import data, tables, unaccounted_lines, unused_lines

__all__ = [
    "Entry",
    "Ledger",
    "Reading",
    "audit",
    "data",
    "tables",
    "unaccounted_lines",
    "unused_lines",
]
