"""Actual, forecast, target or planned: from the words before the figure, its section, and what the rule says."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from extract.data import Bound, Filler, Quantity, Relation, TimeKind
from extract.stages.resolve.context import STATISTIC, Context, code, first, mapped, period_of, place
from extract.stages.resolve.cumulative import is_cumulative
from extract.stages.resolve.goal_parts import parts_of_goals
from extract.stages.resolve.polls import is_polled
from extract.stages.resolve.sections import reviewed_sections, section_modalities
from extract.stages.resolve.taken import untaken

ModalityWords = Sequence[tuple[str, re.Pattern[str]]]
_ANCHORS = ("name", "title", "product", "honor", "object")
_STOP = re.compile("[；。！？]")
_PAUSES = frozenset("，；")
_VERB = 4
"""Characters of a verb before a level, at most."""
_CLAUSE = re.compile("[，；。：！？]")
_YEAR = re.compile(r"(?:19|20)[0-9]{2}")
_NOW = frozenset({TimeKind.NOW, TimeKind.RECENT})
_THINGS = frozenset({"project", "milestone", "event"})
_OUTCOMES = frozenset({"growth", "share", "change", "gap"})


def resolve_modality(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Set `modality` and `cumulative`. A rule that states a modality keeps it."""
    sections = section_modalities(context)

    def step(relation: Relation) -> Relation:
        whole = context.before(relation)
        before = whole[max((m.end() for m in _STOP.finditer(whole)), default=0) :]
        if "modality" not in relation.codes:
            before = untaken(context, relation, _since_told(context, relation, _uncompared(relation, before)))
            found = (
                _of_view(context, relation)
                or _of_scale(context, relation)
                or _of_stage(relation)
                or _brought(context, relation, before)
                or _modality(context, relation, before)
                or _of_list(context, relation, whole)
                or _behind(context, relation)
                or _bounded(context, relation, before)
                or _of_section(context, relation, before, sections[relation.sentence])
            )
            relation = code(relation, modality=found)
        if relation.record_type == STATISTIC and "cumulative" not in relation.codes:
            relation = code(relation, cumulative=is_cumulative(context, relation))
        return relation

    return tuple(parts_of_goals(context, mapped(relations, step)))


def _since_told(context: Context, relation: Relation, before: str) -> str:
    """今年计划完成20亿元，1—6月完成9亿元: behind a figure of the plan a time that is over tells what has happened.

    So does a clause that counts what was done: 计划投资9亿元，|1—6月累计完成4亿元.
    """
    at, written = place(relation), context.written
    if done := list(context.words.done_clause.finditer(before)):
        before = before[done[-1].start() :]
    if written is None:
        return before
    counted = False
    for mention in context.by_sentence[relation.sentence]:
        counted = counted or (isinstance(mention.normal, Quantity) and mention.start >= at - len(before))
        period = period_of(mention)
        if not counted or mention.end > at or period is None or period.end is None or period.end > written:
            continue
        if period.kind is TimeKind.SPAN and context.article.text(mention.start - 1, mention.start) in _PAUSES:
            before = context.article.text(mention.start, at)
    return before


def _uncompared(relation: Relation, before: str) -> str:
    """What stands before a figure without what it is compared with: 高于|预期目标|2个百分点 has happened."""
    reference = first(relation, "reference")
    if reference is None or reference.inherited or not reference.spans:
        return before
    begins = place(relation) - len(before)
    start, end = (max(0, at - begins) for at in reference.spans[0])
    return before[:start] + before[end:]


def _inside(context: Context, relation: Relation) -> str:
    """What a rule read around the name of a happening: 《…方案》|将于近期|出台, 双方|计划成立|某公司."""
    if relation.record_type == STATISTIC:
        return ""
    anchor = _anchor(relation)
    if anchor is None:
        return context.article.text(relation.start, relation.end)
    start, end = anchor.spans[0][0], anchor.spans[-1][1]
    front = context.article.text(relation.start, start) if relation.start < start else ""
    return front + (context.article.text(end, relation.end) if relation.start <= end < relation.end else "")


def _anchor(relation: Relation) -> Filler | None:
    return next((relation.slots[s][0] for s in _ANCHORS if s in relation.slots), None)


def _of_view(context: Context, relation: Relation) -> str | None:
    """How many of those asked hold a view is a fact, whatever they expect: 有49%的商户预期…，38%预计…."""
    quantity = relation.slots["quantity"][0].normal if "quantity" in relation.slots else None
    part = isinstance(quantity, Quantity) and quantity.unit == "%"
    return "actual" if part and is_polled(context, relation.sentence) else None


def _bounded(context: Context, relation: Relation, before: str) -> str | None:
    """失业率控制在|5%以内 is a goal where neither a heading nor a time before it says that it is over.

    What came out to the point is told, not aimed at: 药占比控制在|25.3%.
    """
    if relation.record_type != STATISTIC or not context.words.bounded_goal.search(before):
        return None
    quantity = relation.slots["quantity"][0].normal
    if isinstance(quantity, Quantity) and quantity.bound is Bound.EXACT:
        return None
    sentence, written = context.article.sentences[relation.sentence], context.written
    if sentence.section in reviewed_sections(context):
        return None
    start = sentence.start
    told = [period for m in context.begun(start, place(relation)) if (period := period_of(m)) is not None]
    over = written is not None and bool(told) and told[-1].end is not None and told[-1].end <= written
    return None if over else "target"


def _of_stage(relation: Relation) -> str | None:
    """A project that is approved or prepared is planned."""
    return "planned" if relation.codes.get("stage") == "planned" else None


def _of_list(context: Context, relation: Relation, before: str) -> str | None:
    """预计 at the front of a sentence covers the whole list behind it, across its semicolons."""
    if relation.record_type != STATISTIC:
        return None
    return next((name for name, words in context.words.wide if words.match(before)), None)


def _brought(context: Context, relation: Relation, before: str) -> str | None:
    """达产后年产值9亿元 and 可新增就业400人 are expected; what an agreement promises is planned."""
    if relation.record_type != STATISTIC:
        return None
    words = context.words
    if words.completing.search(before) or words.bringing.search(before):
        return "forecast"
    if words.enabling.search(before) and _nearest(words.modality + words.weak_modality, before) == "planned":
        return "forecast"
    return "planned" if words.pledged.search(before) else None


def _behind(context: Context, relation: Relation) -> str | None:
    """首批6台|将于月底装船: the figure's own clause says that it is to come; 确定了烟叶6万亩|的目标 sets a goal."""
    if relation.record_type != STATISTIC:
        return None
    start = relation.slots["quantity"][0].spans[-1][1]
    end = context.article.sentences[relation.sentence].end
    rest = context.article.text(start, end)
    if context.words.goal_behind.match(rest) and context.words.goal_set.search(context.before(relation)):
        return "target"
    return "planned" if context.words.behind.match(rest) else None


def _of_scale(context: Context, relation: Relation) -> str | None:
    """打造万亿级、千亿级集群: a scale after a verb of building is a target, in every item of the list."""
    quantity = relation.slots["quantity"][0].normal if "quantity" in relation.slots else None
    if not isinstance(quantity, Quantity) or quantity.bound is not Bound.SCALE:
        return None
    return "target" if context.words.aiming.search(context.before(relation)) else None


def _of_section(context: Context, relation: Relation, before: str, modality: str) -> str:
    """In a section of plans an outcome is a target (增长6%), an amount of work is planned (治理90万亩).

    What is built or enacted is planned in a section of goals too; a clause that says so tells what has happened.
    """
    told = context.words.past.search(_CLAUSE.split(before)[-1] + _inside(context, relation))
    if modality == "actual" or told or _done(context, relation):
        return "actual"
    if relation.record_type != STATISTIC:
        return "planned"
    outcome = relation.codes.get("measure") in _OUTCOMES or _reached(context, relation)
    return "target" if modality == "planned" and outcome else modality


def _reached(context: Context, relation: Relation) -> bool:
    """Whether a verb of reaching stands before a level, its bound included: 产值|超过|200亿元."""
    if relation.codes.get("measure") != "level":
        return False
    start, end = relation.slots["quantity"][0].spans[0]
    figure = context.article.text(start, end)
    bound = figure[: next((i for i, char in enumerate(figure) if char.isdigit()), 0)]
    return context.words.reaching.search(context.before(relation, _VERB) + bound) is not None


def _done(context: Context, relation: Relation) -> bool:
    """Whether a verb in front of a title tells what was done: 编制|了|《…纲要》."""
    action, title = first(relation, "action"), first(relation, "title")
    if action is None or title is None:
        return False
    return context.article.text(action.spans[-1][1], title.spans[0][0]).startswith(context.words.done)


def _modality(context: Context, relation: Relation, before: str) -> str | None:
    """The modality whose word stands nearest before the figure in its part of the sentence, a mere 将 last.

    A clause that a time opens which is over begins anew (计划投资9亿元，1—6月|完成4亿元), and so does one with a
    subject of its own but for what governs a row of clauses from its front (确保甲桥合龙，乙桥|通车).
    """
    clause = max((m.end() for m in _CLAUSE.finditer(before)), default=0)
    start = place(relation) - len(before)
    inside = _inside(context, relation)
    if _told_anew(context, relation, start + clause):
        before, clause = before[clause:], 0
    own = before[clause:] + inside
    if not _has_subject(relation):
        return _nearest(context.words.modality, before + inside, context.written) or _nearest(
            context.words.weak_modality, before + inside
        )
    return (
        _nearest(context.words.modality, own, context.written)
        or _nearest(context.words.weak_modality, own)
        or _governing(context.words.modality, before[:clause])
    )


def _told_anew(context: Context, relation: Relation, at: int) -> bool:
    """Whether a time that is over at publication opens the clause at a clean offset."""
    opening = next((m for m in context.by_sentence[relation.sentence] if m.start == at), None)
    period = period_of(opening) if opening else None
    if period is None:
        return False
    return period.kind in _NOW or bool(context.written and period.end and period.end <= context.written)


def _has_subject(relation: Relation) -> bool:
    """Whether the name of what was built or made stands before what became of it: 某大桥|合龙."""
    anchor = _anchor(relation)
    verb = relation.slots.get("stage") or relation.slots.get("action")
    if relation.record_type not in _THINGS or anchor is None or not verb:
        return False
    return anchor.spans[0][0] < verb[0].spans[0][0]


def _governing(table: ModalityWords, before: str) -> str | None:
    """The modality of the last word that opens a clause: it governs those behind it."""
    clauses = _CLAUSE.split(before)
    return next((name for c in reversed(clauses) for name, words in table if words.match(c)), None)


def _nearest(table: ModalityWords, before: str, written: date | None = None) -> str | None:
    """The modality whose word ends last; by a year that was over when the text was written nothing is aimed at."""
    best: tuple[int, str] | None = None
    for name, words in table:
        found = words.search(before)
        while found:
            by = _YEAR.match(found[0], 1)  # 到|2001|年底，…达
            over = written is not None and by is not None and int(by[0]) < written.year
            if not over and (best is None or found.end() > best[0]):
                best = (found.end(), name)
            found = words.search(before, found.start() + 1 if over else max(found.end(), found.start() + 1))
    return best[1] if best else None
