"""How a text came to its records, and how one record of a run came about, in plain words."""

from extract.explain.provenance import Sources, explain_record
from extract.explain.reading import explain

__all__ = ["Sources", "explain", "explain_record"]
