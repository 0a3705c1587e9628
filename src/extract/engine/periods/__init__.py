"""Time expressions in running text: found, and resolved to calendar periods."""

from extract.engine.periods.expression import Reference, TimeExpression
from extract.engine.periods.grammar import TimeGrammar

__all__ = ["Reference", "TimeExpression", "TimeGrammar"]
