"""What a check found."""

from __future__ import annotations

from dataclasses import dataclass

from extract.records.checks import Check


@dataclass(frozen=True, slots=True)
class Finding:
    """One record fails one check; `says` gives the figures that do not go together."""

    record_id: str
    check: Check
    says: str
