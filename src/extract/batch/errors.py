"""Why a run as a whole does not go on. What befalls a source is a rejection, and no error."""

from __future__ import annotations


class RefusedError(Exception):
    """The run cannot be started as it was asked for; the message says what to do instead."""

    def __init__(self, message: str, code: str | None = None) -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[type[RefusedError], tuple[str, str | None]]:
        """Travels from another process with its code."""
        return type(self), (str(self), self.code)


class BrokenOffError(Exception):
    """The run had to stop. What was finished is kept, and `--resume` goes on from there."""
