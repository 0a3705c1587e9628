"""What a sentence leaves out, from its context: one file a slot, in the order in which slots need each other."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace

from extract.data import Relation
from extract.stages.resolve.actors import resolve_actors
from extract.stages.resolve.basis import resolve_basis
from extract.stages.resolve.ceremonies import without_ceremonies
from extract.stages.resolve.context import Context, place
from extract.stages.resolve.described import by_its_name
from extract.stages.resolve.happenings import resolve_happenings
from extract.stages.resolve.honors import resolve_honors
from extract.stages.resolve.markets import resolve_markets
from extract.stages.resolve.measure import resolve_measure
from extract.stages.resolve.members import without_members
from extract.stages.resolve.metric import resolve_metric
from extract.stages.resolve.metric_words import MetricWords
from extract.stages.resolve.modality import resolve_modality
from extract.stages.resolve.named_again import resolve_named_again
from extract.stages.resolve.parts import resolve_parts
from extract.stages.resolve.period import resolve_period
from extract.stages.resolve.projects import resolve_projects
from extract.stages.resolve.reference import resolve_reference
from extract.stages.resolve.run_in import without_run_in
from extract.stages.resolve.runs import deal_out
from extract.stages.resolve.subject import resolve_subject
from extract.stages.resolve.sums import without_sums
from extract.stages.resolve.words import ResolveWords
from extract.stages.resolve.works import resolve_works

__all__ = ["STEPS", "Context", "MetricWords", "ResolveWords", "resolve"]

_THINGS = frozenset({"project", "milestone", "event", "cooperation"})
Step = Callable[[Context, Sequence[Relation]], tuple[Relation, ...]]

STEPS: tuple[Step, ...] = (
    without_sums,
    without_run_in,
    deal_out,
    without_members,
    resolve_subject,
    resolve_measure,
    resolve_metric,
    resolve_markets,
    resolve_modality,
    resolve_basis,
    resolve_named_again,
    resolve_happenings,
    resolve_period,
    resolve_works,
    resolve_honors,
    resolve_parts,
    resolve_reference,
    resolve_projects,
    resolve_actors,
    without_ceremonies,
)


def resolve(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """The relations of an article in text order, with every slot that its context fills."""
    done = tuple(sorted(relations, key=lambda r: (place(r), r.record_type)))
    done = tuple(by_its_name(context, relation) for relation in done)
    things = tuple(r for r in done if r.record_type in _THINGS)
    context = replace(context, things=things)
    for step in STEPS:
        done = step(context, done)
    return done
