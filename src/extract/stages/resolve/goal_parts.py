"""The parts of what is aimed at are aimed at too: 到2031年，电站达到90座。其中，公共电站达到50座。"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extract.data import Relation
from extract.stages.resolve.context import STATISTIC, Context, code

_CLAUSE = re.compile("[，；。：！？]")


def parts_of_goals(context: Context, relations: Sequence[Relation]) -> Iterator[Relation]:
    """The relations; a figure in a sentence that opens with 其中 has the modality of the sentence's before.

    What its own clause says has happened (其中，已建成50座) has.
    """
    told: dict[int, str] = {}
    for relation in relations:
        index = relation.sentence
        if relation.record_type == STATISTIC:
            before = told.get(index - 1, "actual")
            if before != "actual" and relation.codes.get("modality") == "actual" and _goes_on(context, index):
                clause = _CLAUSE.split(context.before(relation))[-1]
                relation = relation if context.words.past.search(clause) else code(relation, modality=before)
            told[index] = str(relation.codes.get("modality", "actual"))
        yield relation


def _goes_on(context: Context, index: int) -> bool:
    """Whether a sentence opens with 其中 and stands in one paragraph with the one before."""
    opens = context.words.parts.match(context.sentence_text(index))
    return opens is not None and context.paragraph(index) == context.paragraph(index - 1)
