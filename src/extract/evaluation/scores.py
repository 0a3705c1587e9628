"""The scores of one comparison of labels with predictions, by everything that they can be told apart by."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any

from extract.evaluation.counts import Counts, figure_counts, outcome_counts, slot_counts
from extract.evaluation.groups import Group, Slot, group, slot
from extract.evaluation.items import Item, compared_slots
from extract.evaluation.levels import LEVELS
from extract.evaluation.manners import manner
from extract.evaluation.matching import Matching, Outcome
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
        }


def report(matchings: Mapping[str, Matching], article_of: ArticleOf = lambda item: item.doc) -> Report:
    """Score documents that have been matched."""
    outcomes = [outcome for _, matching in sorted(matchings.items()) for outcome in matching.outcomes]
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
        rules=_rules(outcomes),
        slots={name: _slots(name, found) for name, found in by_type.items()},
        figures=group(by_type.get(STATISTIC, ()), figure_counts),
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


def _rules(outcomes: Sequence[Outcome]) -> dict[str, Group]:
    """By rule: of its predictions all levels, of the other labels of its type that they are there."""
    found: dict[str, Group] = {}
    for rule, own in sorted(_by(outcomes, _rule).items()):
        types = {outcome.record_type for outcome in own}
        counted = [o for o in outcomes if o.record_type in types and (o.gold or _rule(o) == rule)]
        found[rule] = group(counted, partial(_counts_of_rule, rule))
    return found


def _rule(outcome: Outcome) -> str | None:
    """The rule that made the prediction; None where there is no prediction, or it is a label itself."""
    return (outcome.predicted.rule or None) if outcome.predicted else None


def _counts_of_rule(rule: str, outcome: Outcome) -> Counts:
    return outcome_counts(outcome) if _rule(outcome) == rule else Counts(gold=int(outcome.gold is not None))


def _slots(record_type: str, outcomes: Sequence[Outcome]) -> dict[str, Slot]:
    names = STATISTIC_SLOTS if record_type == STATISTIC else compared_slots(record_type)
    return {name: slot(outcomes, partial(slot_counts, slot=name)) for name in names}


def _split_data(parts: Split) -> dict[str, Any]:
    return {name: found.data() for name, found in parts.items()}
