"""Half-width punctuation beside Chinese text, made Chinese one for one; figures, times and addresses keep theirs."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

_HAN = "\u3400-\u9fff\uf900-\ufaff"
# Chinese text and its punctuation: a sign beside one of these is Chinese
_CJK = f"{_HAN}\u3000-\u301f\uff01\uff08\uff09\uff0c\uff1a\uff1b\uff1f\u2014\u2018-\u201d\u2026"
_SIGN = re.compile(
    rf"(?<=[{_CJK}%])[,;:?!](?![/\\])|[,;:?!](?=\s?[{_CJK}])|(?<=[{_CJK}%])\.(?=\s*(?:[{_HAN}\u201c]|\n|\Z))"
)
_BRACKETS = re.compile(r"\(([^()\n]{0,200})\)")
_PAIR = re.compile(r'"([^"\n]{1,200})"')
_IS_CJK = re.compile(f"[{_CJK}]")


class Punctuation:
    """The signs to exchange, compiled from knowledge/typography.yaml."""

    def __init__(self, typography: Mapping[str, Any]) -> None:
        self._signs: dict[str, str] = typography["punctuation"]
        self._open: str = typography["quotes"]["open"]
        self._close: str = typography["quotes"]["close"]

    def widen(self, text: str) -> str:
        """`text`, of the same length, with Chinese punctuation where the context is Chinese.

        >>> widen("同比增長5.1%,全年1,234家(含補報).")
        '同比增長5.1%，全年1,234家（含補報）。'
        """
        if '"' in text:
            text = _PAIR.sub(self._quotes, text)
        if "(" in text:
            text = _BRACKETS.sub(self._brackets, text)
        return _SIGN.sub(lambda m: self._signs[m[0]], text)

    def _quotes(self, match: re.Match[str]) -> str:
        return f"{self._open}{match[1]}{self._close}" if _beside_chinese(match) else match[0]

    def _brackets(self, match: re.Match[str]) -> str:
        return self._signs["("] + match[1] + self._signs[")"] if _beside_chinese(match) else match[0]


def _beside_chinese(match: re.Match[str]) -> bool:
    text = match.string
    around = text[max(match.start() - 1, 0) : match.start()] + match[1] + text[match.end() : match.end() + 1]
    return bool(_IS_CJK.search(around))
