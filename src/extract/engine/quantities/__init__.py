"""Figures in running text: found, bounded, measured."""

from extract.engine.quantities.account import unaccounted
from extract.engine.quantities.grammar import QuantityGrammar
from extract.engine.quantities.units import Unit, UnitTable, currencies, tails

__all__ = ["QuantityGrammar", "Unit", "UnitTable", "currencies", "tails", "unaccounted"]
