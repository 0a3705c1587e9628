"""A text that is nothing but a number, as a table's cell: 二, 千三, 一七二〇, -1200K, 三毛."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from extract.data import Dimension, Label, Mention, Quantity
from extract.engine.numerals import Numerals

_LONGEST = 40
_MEASURED = frozenset({Dimension.MONEY, Dimension.PHYSICAL})


@dataclass(frozen=True, slots=True)
class LoneReader:
    """Reads such a text where running text shuns it, for 二 and 三毛 may be part of a word."""

    numerals: Numerals
    signs: tuple[str, ...]
    """Minus signs and words."""
    letters: Mapping[str, Decimal]
    """Letters that multiply the number: 1.2M."""

    def read(
        self,
        text: str,
        found: Sequence[Mention],
        bare: bool,
        counted: Callable[[str, int, int], Mention | None],
    ) -> Mention | None:
        """The one figure that the text is, unless `found` holds it; `bare` where it holds no figure and no word.

        `counted` reads a numeral that is known to be a number with the measure word behind it.
        """
        start, end = len(text) - len(text.lstrip()), len(text.rstrip())
        if end - start > _LONGEST or any(_whole(mention, start, end) for mention in found):
            return None
        sign = next((sign for sign in self.signs if text.startswith(sign, start)), "")
        begin = start + len(sign)
        begin += text[begin : begin + 1] == " "
        numeral = self.numerals.read(text, begin, end, sure=True)
        if numeral is None:
            return None
        if bare and numeral.end < end:
            mention = counted(text, begin, numeral.end)
            if mention is not None and mention.end == end and _measured(mention):
                return mention
        times = self.letters.get(text[numeral.end : end]) if numeral.arabic else None
        headless = numeral.headless and not any(char in self.numerals.digits for char in text[begin + 1 : end])
        if headless or numeral.high is not None or (numeral.end != end and times is None):
            return None
        value = numeral.low * (times or 1) * (-1 if sign else 1)
        return Mention(start, end, Label.QUANTITY, Quantity(value, None, numeral.bound, Dimension.NUMBER))


def _measured(mention: Mention) -> bool:
    return isinstance(mention.normal, Quantity) and mention.normal.dimension in _MEASURED


def _whole(mention: Mention, start: int, end: int) -> bool:
    """Whether a mention other than a row of digits holds all of the text."""
    return (mention.start, mention.end) == (start, end) and mention.normal is not None
