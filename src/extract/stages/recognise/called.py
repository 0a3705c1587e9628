"""What a bracket says that a body is called by: 滨海港务集团有限公司（以下简称“滨海港务”）."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from extract.engine.patterns import alternation

_BEFORE = 40
"""Characters before a bracket in which the name stands that it shortens."""


@dataclass(frozen=True, slots=True)
class Called:
    """Built by `compile` from knowledge/organisations.yaml."""

    brackets: re.Pattern[str]
    """（以下简称“…”）, and （下称…） behind a body: the name is its group `quoted` or `bare`."""
    bodies: frozenset[str]
    """What a body's name ends in before such a bracket."""

    @classmethod
    def compile(cls, data: Mapping[str, Any]) -> Called:
        """Raises KeyError where a list is missing."""
        return cls(_brackets(data), frozenset(data["called_body"]))

    def find(self, text: str) -> Iterator[str]:
        """The short names that the brackets of a text give."""
        for found in self.brackets.finditer(text):
            if self._is_short(found):
                yield found["quoted"] or found["bare"]

    def _is_short(self, found: re.Match[str]) -> bool:
        """Whether a bracket stands behind a body, or shortens what stands before it: 滨海朗海队（简称“滨海队”）."""
        before = found.string[max(0, found.start() - _BEFORE) : found.start()]
        whole = iter(before)
        body = before.rstrip("（(")[-1:] in self.bodies
        return body or all(char in whole for char in found["quoted"] or found["bare"])


def _brackets(data: Mapping[str, Any]) -> re.Pattern[str]:
    """What a bracket calls a body by, but for a word that calls any: （以下简称“公司”）."""
    words, name = alternation(list(data["called"])), f"(?!(?:{alternation(list(data['called_alike']))})[”）])"
    bare = f"(?<=[{''.join(data['called_body'])}]（)(?:{words}){name}(?P<bare>[^“”（），。、；]{{2,8}})）"
    return re.compile(f"(?:{words})“{name}(?P<quoted>[^“”（）]{{2,8}})”|{bare}")
