"""The scores of one comparison of labels with predictions, by everything that they can be told apart by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from extract.evaluation.counts import Counts, figure_counts, outcome_counts, slot_counts
from extract.evaluation.groups import Group, Slot, group, group_of, rows_by_document, slot
from extract.evaluation.items import Item, compared_slots
from extract.evaluation.levels import LEVELS
from extract.evaluation.manners import manner
from extract.evaluation.matching import Matching, Outcome
from extract.evaluation.mentions import MentionReport
from extract.records import RECORD_TYPES

STATISTIC_SLOTS = (
    *("value", "unit", "measure", "period", "modality", "subject"),
    *("metric", "reference", "scope", "basis", "bound", "part_of", "cumulative"),
)
"""The slots of a statistic in the order of reports."""

STATISTIC, OTHERS = "statistic", "others"

Split = Mapping[str, Group]
"""The groups of `statistic` and of the `others` together."""

ArticleOf = Callable[[Item], str]
"""The article that an item's place is in."""


@dataclass(frozen=True)
class Report:
    """Everything that one comparison says. Optional labels count nowhere."""

    matchings: Mapping[str, Matching]
    """Document to who met whom there."""
    article_of: ArticleOf
    overall: Split
    types: Mapping[str, Group]
    """Record type to its scores; types that neither side has are left out."""
    articles: Mapping[str, Split]
    """Article to its scores; intervals over its records."""
    manners: Mapping[str, Split]
    """Manner of text to its scores; documents whose name tells no manner are left out."""
    rules: Mapping[str, Group]
    """Rule to the scores of its predictions; recall is its part of the recall of its type."""
    slots: Mapping[str, Mapping[str, Slot]]
    """Record type to its slots."""
    figures: Group
    """Statistics by value and unit alone: `found` counts pairs in which both are right, whatever their measure."""
    mentions: MentionReport | None
    """The scores of mentions; None where two labellings of records are compared."""

    @property
    def statistics(self) -> Counts:
        """The counts of statistics."""
        return self.overall[STATISTIC].counts

    @property
    def others(self) -> Counts:
        """The counts of all other types together."""
        return self.overall[OTHERS].counts

    def score(self, name: str) -> float | None:
        """An F1 by its name: `found`, `core` … of statistics, `others_core` … of the others. Raises KeyError."""
        level = name.removeprefix("others_")
        if level not in LEVELS:
            raise KeyError(name)
        return (self.statistics if level == name else self.others).f1(level)

    def data(self) -> dict[str, Any]:
        """The report for JSON."""
        return {
            **{name: found.data() for name, found in self.overall.items()},
            "figures": self.figures.data(levels=("found",)),
            "types": {name: found.data() for name, found in self.types.items()},
            "slots": {
                name: {slot_name: found.data() for slot_name, found in slots.items()}
                for name, slots in self.slots.items()
            },
            "articles": {name: _split_data(parts) for name, parts in self.articles.items()},
            "manners": {name: _split_data(parts) for name, parts in self.manners.items()},
            "rules": {name: found.data() for name, found in self.rules.items()},
            "mentions": self.mentions and self.mentions.data(),
        }


def report(
    matchings: Mapping[str, Matching],
    article_of: ArticleOf = lambda item: item.doc,
    mentions: MentionReport | None = None,
) -> Report:
    """Score documents that have been matched."""
    in_order = [sorted(matching.outcomes, key=lambda o: o.item.spans) for _, matching in sorted(matchings.items())]
    outcomes = [outcome for of_document in in_order for outcome in of_document]
    by_type = _by(outcomes, lambda outcome: outcome.record_type)
    by_type = {name: by_type[name] for name in RECORD_TYPES if name in by_type}
    by_article: dict[str, list[Outcome]] = {doc: [] for doc, m in sorted(matchings.items()) if not m.outcomes}
    by_article |= _by(outcomes, lambda outcome: article_of(outcome.item))
    return Report(
        matchings=dict(sorted(matchings.items())),
        article_of=article_of,
        overall=_split(outcomes),
        types={name: group(found) for name, found in by_type.items()},
        articles={name: _split(found, by_record=True) for name, found in by_article.items()},
        manners={name: _split(found) for name, found in sorted(_by(outcomes, lambda o: manner(o.doc)).items())},
        rules=_rules(by_type),
        slots={name: _slots(name, found) for name, found in by_type.items()},
        figures=group(by_type.get(STATISTIC, ()), figure_counts),
        mentions=mentions,
    )


def _by(outcomes: Sequence[Outcome], key: Callable[[Outcome], str | None]) -> dict[str, list[Outcome]]:
    found: dict[str, list[Outcome]] = {}
    for outcome in outcomes:
        if (name := key(outcome)) is not None:
            found.setdefault(name, []).append(outcome)
    return found


def _split(outcomes: Sequence[Outcome], *, by_record: bool = False) -> dict[str, Group]:
    kinds = _by(outcomes, lambda outcome: STATISTIC if outcome.record_type == STATISTIC else OTHERS)
    return {name: group(kinds.get(name, ()), by_record=by_record) for name in (STATISTIC, OTHERS)}


def _rules(by_type: Mapping[str, Sequence[Outcome]]) -> dict[str, Group]:
    """By rule: its predictions, and the labels of its type that others met or none, which count as labels alone."""
    found: dict[str, dict[str, list[Counts]]] = {}
    for outcomes in by_type.values():
        labels = Counter(outcome.doc for outcome in outcomes if outcome.gold)
        for rule, own in _by(outcomes, _rule).items():
            rows = found.setdefault(rule, {})
            met = Counter(outcome.doc for outcome in own if outcome.gold)
            for doc, of_doc in rows_by_document(own, outcome_counts).items():
                rows.setdefault(doc, []).extend(of_doc)
            for doc in [doc for doc, every in labels.items() if every > met[doc]]:
                rows.setdefault(doc, []).extend([Counts(gold=1)] * (labels[doc] - met[doc]))
    return {rule: group_of(by_doc) for rule, by_doc in sorted(found.items())}


def _rule(outcome: Outcome) -> str | None:
    """The rule that made the prediction; None where there is no prediction, or it is a label itself."""
    return (outcome.predicted.rule or None) if outcome.predicted else None


def _slots(record_type: str, outcomes: Sequence[Outcome]) -> dict[str, Slot]:
    names = STATISTIC_SLOTS if record_type == STATISTIC else compared_slots(record_type)
    return {name: slot(outcomes, partial(slot_counts, slot=name)) for name in names}


def _split_data(parts: Split) -> dict[str, Any]:
    return {name: found.data() for name, found in parts.items()}
