"""Scoring: labels against a run, against their texts, and against one another."""

from extract.evaluation.errors import error_lines
from extract.evaluation.gold import GoldError, Problem
from extract.evaluation.levels import LEVELS
from extract.evaluation.report import tables
from extract.evaluation.runs import RunError
from extract.evaluation.scores import Counts, Report
from extract.evaluation.scoring import agreement, check_gold, evaluate
from extract.evaluation.summary import summary, with_summary

__all__ = [
    "LEVELS",
    "Counts",
    "GoldError",
    "Problem",
    "Report",
    "RunError",
    "agreement",
    "check_gold",
    "error_lines",
    "evaluate",
    "summary",
    "tables",
    "with_summary",
]
