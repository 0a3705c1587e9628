"""What goes wrong with a backend."""

from __future__ import annotations


class BackendError(Exception):
    """A backend that is unknown, not installed or misbehaves; the message says what to do."""
