"""Why a run as a whole does not go on. What befalls a source is a rejection, and no error."""

from __future__ import annotations


class RefusedError(Exception):
    """The run cannot be started as it was asked for; the message says what to do instead."""


class BrokenOffError(Exception):
    """The run had to stop. What was finished is kept, and `--resume` goes on from there."""
