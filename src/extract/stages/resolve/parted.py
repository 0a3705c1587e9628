"""What stands before a time that belongs to the indicator behind it: 水泥|上半年|平均出厂价格."""

from __future__ import annotations

from extract.data import Filler, Label, Relation
from extract.engine.brackets import CLOSING, opening
from extract.engine.coding import CLAUSE_MARKS, NAMES, Coded, plain
from extract.engine.lists import items, joined
from extract.stages.resolve.antecedents import group_word
from extract.stages.resolve.context import Context, fill, first
from extract.stages.resolve.entities import may_end

_VERB, _PRONOUN, _NOUN = "v", "r", "n"
_PROPER = ("nr", "ns", "nt", "nz", "en", "x")
_WORD = 2
"""Characters of a word that is no piece of a name."""


def parted(context: Context, relation: Relation) -> Relation:
    """视听产品|12月|出口 is 视听产品出口: what stands before the time belongs to a head alone behind it."""
    metric, phrases = first(relation, "metric"), context.words.phrases
    sharing = context.words.sharing
    if metric is None or len(metric.spans) != 1 or not sharing.measured(metric.text):
        return relation
    head = metric.text in sharing.heads
    coded = context.coding(relation)
    at = coded.at(metric.spans[0][0]) - 1
    if at <= 0 or coded.text[at] != NAMES[Label.TIME] or coded.text[at - 1] in CLAUSE_MARKS:
        return relation
    phrase = phrases.left(coded, at, coded.clause_start(at))
    start = coded.after_names(*phrase) if phrase else at
    start += len(group_word(context, coded, start, at))  # 公司|前三季度|收入
    if phrase is None or phrase[1] != at or start >= at or phrases.word_end(coded, start) - start < _WORD:
        return relation
    if not head and not _heads_clause(context, coded, start, at):
        return relation
    nominal = phrases.declared.nominal
    acts = any(
        coded.tags[i] == _VERB and coded.text[coded.words[i] : coded.word_end(i)] not in nominal
        for i in range(start, at)
    )
    if coded.tags[start].startswith(_PRONOUN) or acts:
        return relation  # 航线开通|一年来|进出口
    span, owner = coded.span(start, at), first(relation, "subject")
    if owner and owner.spans and owner.spans[0][0] <= span[0] < owner.spans[-1][1]:
        return relation  # 某为|首季|出货量, 某地机场|全年|旅客吞吐量
    if dealt := _dealt(context, relation, coded, start, at):
        return fill(relation, "metric", dealt)
    return fill(relation, "metric", joined(Filler((span,), plain(context.article.text(*span))), metric))


def _dealt(context: Context, relation: Relation, coded: Coded, start: int, at: int) -> Filler | None:
    """轿车、客车|2月|产量分别为3万辆和2万辆: the k-th of the list before the time has the k-th figure."""
    item = relation.codes.get("item")
    if not isinstance(item, str):
        return None
    k, n = map(int, item.split("/"))
    spans = [coded.span(a, b) for a, b in items(coded, start, at, context.words.joins)]
    parts = [Filler((span,), plain(context.article.text(*span))) for span in spans]
    if len(parts) != n:
        return None
    told = context.words.sharing.restore([*parts[:-1], joined(parts[-1], relation.slots["metric"][0])])
    return told[k] if len(told) == n else None


def owner_before_time(context: Context, coded: Coded, start: int) -> Filler | None:
    """The name, known to no list, that opens a clause before the time in front of a metric: 某为|首季|出货量."""
    end, floor = start - 1, coded.clause_start(start)
    if end <= floor or coded.text[end] != NAMES[Label.TIME]:
        return None
    if coded.text[end - 1] in CLOSING:
        end = opening(coded, end - 1, floor) or floor
    tags = [coded.tags[i] for i in range(floor, end) if coded.words[i] == i]
    name = plain(coded.surface(floor, end)) if floor < end else ""
    known = name in context.words.phrases.declared.left_stops or any(i in coded.mentions for i in range(floor, end))
    if known or len(name) < _WORD or not tags or not all(tag.startswith(_PROPER) for tag in tags):
        return None  # 力争|年底前, and names that a list has are read elsewhere
    return Filler((coded.span(floor, end),), name)


def _heads_clause(context: Context, coded: Coded, start: int, end: int) -> bool:
    """Whether the nouns `start:end` open their clause and name a thing: 平板玻璃|上半年|平均出厂价格."""
    behind = start > 0 and coded.text[start - 1] in NAMES.values()
    opens = start - behind == coded.clause_start(start)
    last = coded.words[end - 1]
    noun = coded.tags[last].startswith(_NOUN) and not context.words.sharing.measured(coded.surface(start, end))
    text = plain(coded.surface(start, end))
    proper = any(coded.tags[i].startswith(_PROPER) for i in range(start, end))
    named = proper or (len(text) > _WORD and may_end(context, text))  # 某港|全年|吞吐量
    firm = group_word(context, coded, start, end)  # 公司|上半年|净利润
    return opens and noun and end - start > 1 and not (named or firm)
