"""What goes wrong with a backend."""

from __future__ import annotations


class BackendError(Exception):
    """A backend that is unknown, not installed or misbehaves; the message says what to do.

    `code` is stable: `unknown_backend`, `not_installed`, `no_model` or `model_failed` (docs/errors.md).
    """

    def __init__(self, message: str, code: str = "model_failed") -> None:
        super().__init__(message)
        self.code = code

    def __reduce__(self) -> tuple[type[BackendError], tuple[str, str]]:
        """Travels from a worker process with its code."""
        return type(self), (str(self), self.code)
