"""Everything that a comparison says as plain data, and as a page on which errors can be filtered."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import jinja2

from extract.evaluation.changes import Changes
from extract.evaluation.errors import Error
from extract.evaluation.levels import LEVELS
from extract.evaluation.scores import OTHERS, STATISTIC, Report

TEMPLATE = "page.html.j2"


def data(report: Report, errors: Sequence[Error], compared: Changes | None = None) -> dict[str, Any]:
    """Scores, errors and changes for `--json`; what was not asked for is null."""
    return {
        **report.data(),
        "errors": [error.data() for error in errors],
        "against": compared and compared.data(),
    }


def page(everything: dict[str, Any], sides: tuple[str, str] = ("gold", "run")) -> str:
    """The data as one HTML page that needs nothing from elsewhere."""
    environment = jinja2.Environment(
        loader=jinja2.PackageLoader("extract.evaluation", ""),
        autoescape=True,
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters["percent"] = _percent
    environment.filters["range"] = _range
    return environment.get_template(TEMPLATE).render(
        data=everything, sides=sides, levels=LEVELS, kinds=(STATISTIC, OTHERS), filters=_filters(everything["errors"])
    )


def _filters(errors: Sequence[dict[str, Any]]) -> dict[str, list[str]]:
    """What errors can be chosen by: name of the choice to its values, in their order."""
    choices = {
        "kind": [error["kind"] for error in errors],
        "type": [error["record_type"] for error in errors],
        "slot": sorted(slot for error in errors for slot in error["wrong"]),
        "rule": sorted(error["rule"] for error in errors if error["rule"]),
        "article": sorted(error["article"] for error in errors),
    }
    return {name: list(dict.fromkeys(values)) for name, values in choices.items()}


def _percent(score: float | None) -> str:
    return "–" if score is None else f"{100 * score:.1f}"


def _range(found: Sequence[float] | None) -> str:
    return "" if found is None else "–".join(f"{100 * end:.0f}" for end in found)
