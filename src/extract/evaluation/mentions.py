"""How well the mentions of a run meet labelled ones, by mention label, strictly and where they overlap.

Two things can be known. A file `NAME.mentions.jsonl` that labels a name or a figure says of its text all names, or all
figures, that there are: of these labels precision and recall are known, and one that the file does not hold is not in
the text. The labels of records say of their anchors that a mention must be there, and of nothing else: of these only
recall is known. Only anchors are taken whose label the contract makes certain.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import Any

from extract.data import Label as MentionKind
from extract.evaluation.counts import ratio
from extract.evaluation.items import Item
from extract.evaluation.matching import assign, nearness, overlapping
from extract.evaluation.resolve import Mark

ANCHORS: Mapping[str, MentionKind] = {
    "statistic": MentionKind.QUANTITY,
    "honor": MentionKind.HONOR,
    "role": MentionKind.PERSON,
    "event": MentionKind.EVENT,
    "policy": MentionKind.POLICY,
}
"""What the anchor of a record is as a mention. A project or a product may be anchored in a word that points at it
(大桥), and the object of a cooperation may be of any label; a rank's words are no figure."""


FIGURES = frozenset({MentionKind.QUANTITY, MentionKind.TIME, MentionKind.ORDINAL, MentionKind.NAMED_NUMBER})
NAMES = frozenset(MentionKind) - FIGURES - {MentionKind.INDICATOR}
"""A file of mentions is complete for each of the two groups of which it labels one; indicators are not labelled."""


@dataclass(frozen=True, slots=True)
class MentionCounts:
    """Labelled and predicted mentions of a label, and how many of them meet."""

    gold: int = 0
    predicted: int | None = None
    """None where the labels do not say all that there is."""
    strict: int = 0
    """On the same characters."""
    overlapping: int = 0
    """Sharing a character, each met once."""

    def data(self) -> dict[str, Any]:
        """Counts and scores for JSON."""
        found: dict[str, Any] = {"gold": self.gold, "predicted": self.predicted}
        for name, hits in (("strict", self.strict), ("overlapping", self.overlapping)):
            whole = self.predicted is not None
            found[name] = {
                "count": hits,
                "precision": ratio(hits, self.predicted) if self.predicted is not None else None,
                "recall": ratio(hits, self.gold),
                "f1": ratio(2 * hits, self.gold + (self.predicted or 0)) if whole else None,
            }
        return found


@dataclass(frozen=True)
class MentionReport:
    """The scores of mentions by label."""

    labelled: Mapping[MentionKind, MentionCounts]
    """Where files of mentions say all that there is."""
    anchors: Mapping[MentionKind, MentionCounts]
    """Where records' anchors say that a mention must be there."""

    def data(self) -> dict[str, Any]:
        """The report for JSON."""
        return {
            "labelled": {str(kind): counts.data() for kind, counts in self.labelled.items()},
            "anchors": {str(kind): counts.data() for kind, counts in self.anchors.items()},
        }


def compare_mentions(
    labelled: Sequence[Mark], items: Iterable[Item], predicted_in: Callable[[str], Sequence[Mark]]
) -> MentionReport:
    """Match labelled mentions and the anchors of labelled records with the mentions predicted in their documents."""
    anchors = [mark for item in items for mark in _anchor(item)]
    docs = sorted({mark.doc for mark in (*labelled, *anchors)})
    predicted = [mark for doc in docs for mark in predicted_in(doc)]
    known = {(mark.doc, kind) for mark in labelled for kind in _group(mark.label)}
    return MentionReport(
        labelled=_counts(labelled, [mark for mark in predicted if (mark.doc, mark.label) in known], known),
        anchors=_counts(anchors, predicted),
    )


def _anchor(item: Item) -> Iterator[Mark]:
    kind = ANCHORS.get(item.record_type)
    if kind is not None and not item.optional and item.slots.get("measure") != "rank":
        yield Mark(item.doc, kind, (item.spans[0][0], item.spans[-1][1]))


def _group(kind: MentionKind) -> frozenset[MentionKind]:
    """The labels for which a file is complete that labels this one."""
    return next((group for group in (FIGURES, NAMES) if kind in group), frozenset({kind}))


def _counts(
    gold: Sequence[Mark], predicted: Sequence[Mark], known: Set[tuple[str, MentionKind]] = frozenset()
) -> dict[MentionKind, MentionCounts]:
    """By label; `known` are documents with a label of which all mentions are labelled, be there none.

    Anchors stand for one mention where several records share them (甲、乙均为30家).
    """
    labels, found = _by_place(dict.fromkeys(gold)), _by_place(predicted)
    counts: dict[MentionKind, MentionCounts] = {}
    whole = bool(known)
    for doc, kind in sorted({*labels, *(place for place in found if place in known)}):
        marks, others = labels.get((doc, kind), []), found.get((doc, kind), [])
        strict, overlapped = (_meet(marks, others, exact=exact) for exact in (True, False))
        before = counts.get(kind, MentionCounts(predicted=0 if whole else None))
        counts[kind] = MentionCounts(
            before.gold + sum(not mark.optional for mark in marks),
            None if before.predicted is None else before.predicted + len(others) - overlapped[1],
            before.strict + strict[0],
            before.overlapping + overlapped[0],
        )
    return {kind: counts[kind] for kind in MentionKind if kind in counts}


def _by_place(marks: Iterable[Mark]) -> dict[tuple[str, MentionKind], list[Mark]]:
    found: dict[tuple[str, MentionKind], list[Mark]] = {}
    for mark in sorted(marks, key=lambda mark: (mark.doc, mark.span, mark.optional)):
        found.setdefault((mark.doc, mark.label), []).append(mark)
    return found


def _meet(gold: Sequence[Mark], predicted: Sequence[Mark], *, exact: bool) -> tuple[int, int]:
    """How many required mentions are met, and how many predictions go to optional ones."""
    left, right = [(mark.span,) for mark in gold], [(mark.span,) for mark in predicted]
    merits = {
        (i, j): (int(not gold[i].optional), int(gold[i].optional), nearness(left[i], right[j]))
        for i, j in overlapping(left, right)
        if not exact or left[i] == right[j]
    }
    chosen = assign(merits)
    required = sum(not gold[i].optional for i, _ in chosen)
    return required, len(chosen) - required
