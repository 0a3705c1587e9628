"""Scoring: records against gold labels, and labellings against each other."""

from extract.evaluation.check import check_gold
from extract.evaluation.evaluate import agreement, evaluate
from extract.evaluation.gold import GoldError, Problem
from extract.evaluation.report import Report
from extract.evaluation.summary import summary

__all__ = ["GoldError", "Problem", "Report", "agreement", "check_gold", "evaluate", "summary"]
