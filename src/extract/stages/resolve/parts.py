"""其中: which figures are parts of which total, and the set that a figure belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from extract.data import Dimension, Quantity, Relation
from extract.engine.coding import CLAUSE_MARKS
from extract.stages.resolve.context import STATISTIC, Context, code, fill, first, place

_SUMMABLE = frozenset({"level", "increment"})
_HEAD = 2
"""Characters of a noun that tell what is counted."""
_CLOSING = "）"
_BRACKET = "（"


def resolve_parts(context: Context, relations: Sequence[Relation]) -> tuple[Relation, ...]:
    """Give parts the owner and the measure of their total, and totals such as 总投资 the set that they belong to."""
    out: list[Relation] = []
    for relation in relations:
        if relation.record_type == STATISTIC and relation.codes.get("measure") in _SUMMABLE:
            relation = _owned(relation, out) if relation.parent is not None else _scoped(context, relation, out)
        out.append(relation)
    return tuple(_of_next(context, relation, out[index + 1 :]) for index, relation in enumerate(out))


def _of_next(context: Context, relation: Relation, later: Sequence[Relation]) -> Relation:
    """总投资32亿元|的8个项目|集中签约: a sum is that of the set counted behind 的, in its clause."""
    metric, figure = first(relation, "metric"), first(relation, "quantity")
    if relation.record_type != STATISTIC or metric is None or figure is None or "scope" in relation.slots:
        return relation
    end = figure.spans[-1][1]
    of = context.article.text(end, end + len(context.words.of)) == context.words.of
    if not of or not context.words.scope_takers.fullmatch(metric.text):
        return relation
    counted = next((r for r in later if r.sentence == relation.sentence and _is_count(r) and "metric" in r.slots), None)
    if counted is None or set(CLAUSE_MARKS) & set(context.article.text(end, counted.slots["quantity"][0].spans[0][0])):
        return relation
    return fill(relation, "scope", counted.slots["metric"][0], inherited=True)


def parent_of(context: Context, relation: Relation, done: Sequence[Relation]) -> int | None:
    """The index of the total that a figure under 其中 is a part of."""
    if relation.codes.get("measure") not in _SUMMABLE or relation.rule in context.words.differences:
        return None
    opened = opened_by(context, relation)
    if opened is None:
        return None
    total, beside = _total(context, relation, opened, done), _part_beside(relation, opened, done)
    if beside is None:
        return total
    alike = total is not None and _likeness(relation, done[total]) > 0
    return total if alike and not _in_list(context, beside, relation) else beside.parent


def _part_beside(relation: Relation, opened: int, done: Sequence[Relation]) -> Relation | None:
    """The last part in the same unit that the same 其中 opens: 其中小学招生8万人，增加1万人；|初中|6万人."""
    mine = _quantity(relation)
    for earlier in reversed(done):
        if earlier.record_type != STATISTIC or place(earlier) <= opened:
            return None
        its = _quantity(earlier)
        if earlier.parent is not None and mine and its and mine.unit == its.unit:
            return earlier
    return None


def _in_list(context: Context, beside: Relation, relation: Relation) -> bool:
    """Whether a part stands right behind another of its unit in one list."""
    mine, its, metric = _quantity(relation), _quantity(beside), first(relation, "metric")
    if not mine or not its or mine.unit != its.unit or metric is None or metric.inherited:
        return False
    return context.article.text(beside.end, metric.spans[0][0]) in context.words.joins


def _owned(relation: Relation, done: Sequence[Relation]) -> Relation:
    """A part without an owner of its own belongs to the owner of its total; a part of what is new is new."""
    assert relation.parent is not None
    parent = done[relation.parent]
    own, total = first(relation, "subject"), first(parent, "subject")
    if parent.codes.get("measure") == "increment":
        relation = code(relation, measure="increment")
    return fill(relation, "subject", total, inherited=True) if total and (own is None or own.inherited) else relation


def in_part(context: Context, relation: Relation) -> bool:
    """Whether a figure is a part of a total, or its whole sentence tells of a part: 其中|高中6所，招生5万人."""
    opens = context.article.sentences[relation.sentence].start
    return relation.parent is not None or opened_by(context, relation) == opens


def opened_by(context: Context, relation: Relation) -> int | None:
    """Where the 其中 that governs the figure stands: a clean offset, None where none does.

    At the front of its sentence it governs all of it, else up to the next semicolon; in a bracket up to its end.
    """
    before = context.before(relation)
    for found in reversed(list(context.words.parts.finditer(before))):
        rest = before[found.end() :]
        if before[found.start()] == _BRACKET:
            open_still = _CLOSING not in rest
        else:
            leads = not before[: found.start()].strip() or rest[:1] == "，"
            open_still = (leads or "；" not in rest) and "。" not in rest
        if open_still and not context.words.closers.search(rest):
            return context.article.sentences[relation.sentence].start + found.start()
    return None


def _total(context: Context, relation: Relation, opened: int, done: Sequence[Relation]) -> int | None:
    """The figure of the same unit before 其中: the one whose metric is most like the part's, else the nearest."""
    figure = _quantity(relation)
    best: tuple[int, int] | None = None
    for index in range(len(done) - 1, -1, -1):
        total = done[index]
        if total.sentence < relation.sentence - 1 or (best and total.sentence < done[best[1]].sentence):
            break
        if total.record_type != STATISTIC or place(total) >= opened or total.rule in context.words.differences:
            continue
        other = _quantity(total)
        if total.codes.get("measure") not in _SUMMABLE or not figure or not other:
            continue
        if figure.unit != other.unit and not _of_one_kind(relation, total):
            continue
        nested = context.article.text(opened, opened + 1) == _BRACKET  # 学校1239所（含独立学院164所）
        if other.value < figure.value or (total.parent is not None and not nested):
            continue
        if nested:
            return index
        likeness = _likeness(relation, total)
        if best is None or likeness > best[0]:
            best = likeness, index
    return best[1] if best else None


def _of_one_kind(part: Relation, total: Relation) -> bool:
    """Whether two counts in other measure words count one thing: 企业（产品）17户，其中11家|示范企业、6个|产品."""
    mine, its = first(part, "metric"), first(total, "metric")
    if mine is None or its is None or not (_is_count(part) and _is_count(total)):
        return False
    return mine.text[-_HEAD:] in its.text


def _likeness(part: Relation, total: Relation) -> int:
    """How many characters a part's metric has in common with a total's."""
    mine, its = first(part, "metric"), first(total, "metric")
    return len(set(mine.text) & set(its.text)) if mine and its else 0


def _scoped(context: Context, relation: Relation, done: Sequence[Relation]) -> Relation:
    """总投资 is that of the set counted just before it."""
    metric = first(relation, "metric")
    if metric is None or "scope" in relation.slots or not done:
        return relation
    if context.words.scope_takers.fullmatch(metric.text):
        last = done[-1]
        counted = first(last, "scope") or (first(last, "metric") if _is_count(last) else None)
        other = counted is not None and counted.text != metric.text
        if last.record_type == STATISTIC and last.sentence == relation.sentence and counted and other:
            return fill(relation, "scope", counted, inherited=True)
    return relation


def _is_count(relation: Relation) -> bool:
    """Whether a figure counts the things of a set: a sum has none."""
    figure = _quantity(relation) if relation.record_type == STATISTIC else None
    return figure is not None and figure.dimension is Dimension.COUNT


def _quantity(relation: Relation) -> Quantity | None:
    figure = first(relation, "quantity")
    return figure.normal if figure and isinstance(figure.normal, Quantity) else None
