"""Numbers as text: Arabic, Chinese and mixed numerals read into decimals, and written back."""

from extract.engine.numerals.numeral import ONE, TEN, ZERO, Numeral
from extract.engine.numerals.system import Numerals

__all__ = ["ONE", "TEN", "ZERO", "Numeral", "Numerals"]
