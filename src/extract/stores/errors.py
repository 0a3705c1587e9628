"""How a store refuses: one line with a stable code."""

from __future__ import annotations


class StoreError(Exception):
    """A run, a store or a query that cannot be used; `docs/errors.md` has the codes."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(f"{message} [{code}]")
        self.code = code


def first_line(error: BaseException) -> str:
    """The first line of what a database says, which is the one that tells."""
    return next((line.strip() for line in str(error).splitlines() if line.strip()), type(error).__name__)
