"""By what means those in front have a figure: 限额以上单位|通过公共网络实现零售额, 企业|通过某班列出口."""

from __future__ import annotations

from extract.data import Filler, Relation
from extract.engine.coding import QUANTITIES, Coded, plain
from extract.stages.resolve.context import Context, fill


def by_means(context: Context, coded: Coded, relation: Relation) -> Relation | None:
    """The relation whose metric has the means in front of it and those who use them; None where no means stand there.

    限额以上单位|通过公共网络实现|零售额 only of those told by their size: whoever else does what he does by something.
    """
    metric = relation.slots["metric"][0]
    start, end = coded.at(metric.spans[0][0]), coded.at(metric.spans[-1][1] - 1) + 1
    clause, words = coded.clause_start(start), context.words
    means = words.phrases.declared.means
    leads = [i for i in range(clause, start) if coded.words[i] == i and coded.following(i) in means]
    if not leads or any(symbol in QUANTITIES for symbol in coded.text[leads[-1] : start]):
        return None
    lead = leads[-1]
    users = words.phrases.left(coded, lead)
    begin = coded.after_names(*users) if users and users[1] == lead else lead
    traded = any(dealt.search(coded.surface(start, end)) for dealt in words.metrics.dealings.values())
    beside = coded.word_end(lead) == start and traded
    sized = words.metrics.by_size.match(coded.surface(begin, lead)) is not None
    if not beside and not (sized and begin < lead):
        return None
    span = coded.span(begin, end)
    return fill(relation, "metric", Filler((span,), plain(context.article.text(*span))))
