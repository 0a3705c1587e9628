"""Text values of slots, and the stable codes with which a model refuses what breaks the contract."""

from __future__ import annotations

import re
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

_BREAKS = re.compile(r"[\r\n\u2028\u2029]")
_WIDE_ALNUM = re.compile("[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]")


def refuse(code: str, message: str) -> PydanticCustomError:
    """An error for a validator to raise; `code` is what `rejects.jsonl` shows as `error`."""
    return PydanticCustomError(code, message)


def plain_text(value: str) -> str:
    """Returns `value` if it is as slots are written: no line breaks, no outer spaces, half-width digits and Latin.

    Raises `text_value`. `５Ｇ基站` is refused, `5G基站` passes.
    """
    if value != value.strip():
        raise refuse("text_value", "a text value has no outer spaces")
    if _BREAKS.search(value):
        raise refuse("text_value", "a text value has no line breaks")
    if _WIDE_ALNUM.search(value):
        raise refuse("text_value", "digits and Latin letters are half-width")
    return value


Text = Annotated[str, Field(min_length=1), AfterValidator(plain_text)]
"""A slot's text: simplified Chinese on one line, never empty (an unfilled slot is null)."""

Hash256 = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
"""A SHA-256 in lower-case hexadecimal digits."""

Offset = Annotated[int, Field(ge=0)]
"""A code-point offset into the source's decoded raw text."""
