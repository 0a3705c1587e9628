"""Scoring: labels against a run, against their texts, and against one another."""

from extract.evaluation.changes import Changes, change_lines, changes
from extract.evaluation.confidence import confidence_table
from extract.evaluation.counts import Counts
from extract.evaluation.draft import draft
from extract.evaluation.errors import Error, error_lines, errors
from extract.evaluation.gold import GoldError, Problem
from extract.evaluation.levels import LEVELS
from extract.evaluation.mentions import MentionReport
from extract.evaluation.page import data, page
from extract.evaluation.report import changes_table, errors_table, tables
from extract.evaluation.runs import RunError
from extract.evaluation.scores import Report
from extract.evaluation.scoring import agreement, check_gold, evaluate, unshared
from extract.evaluation.summary import summary, with_summary

__all__ = [
    "LEVELS",
    "Changes",
    "Counts",
    "Error",
    "GoldError",
    "MentionReport",
    "Problem",
    "Report",
    "RunError",
    "agreement",
    "change_lines",
    "changes",
    "changes_table",
    "check_gold",
    "confidence_table",
    "data",
    "draft",
    "error_lines",
    "errors",
    "errors_table",
    "evaluate",
    "page",
    "summary",
    "tables",
    "unshared",
    "with_summary",
]
