"""How a text is read: what `extract explain TEXT` shows."""

from __future__ import annotations

from collections.abc import Iterator

from rich.console import RenderableType
from rich.text import Text

from extract.data import Mention, Period, Place, Quantity, Source
from extract.pipeline import ArticleResult, Pipeline
from extract.records.base import RecordBase


def explain(pipeline: Pipeline, source: Source) -> Iterator[RenderableType]:
    """Clean text, words, mentions, the rules that fired and the records of a source, article by article."""
    rules = {rule.id: rule for rule in pipeline.rules}
    for result in pipeline.process(source).articles:
        article = result.article
        yield Text(f"{article.article_id}  {article.title or ''}", style="bold")
        yield Text(f"published {article.published or '–'}, about {article.place.name if article.place else '–'}")
        for index, sentence in enumerate(article.sentences):
            yield Text(f"\n[{sentence.kind}] {article.text(sentence.start, sentence.end)}", style="bold")
            yield Text("words     " + _words(result, index))
            yield Text("mentions  " + _mentions(result, sentence.start, sentence.end))
            for relation in result.relations:
                if relation.sentence == index:
                    rule = rules[relation.rule]
                    yield Text(f"rule      {rule.id}: {rule.says}: {article.text(relation.start, relation.end)}")
        yield Text("")
        for record in result.records:
            yield from _record(record)
        for word in result.parted:
            yield Text(
                f"warning   {article.text(word.start, word.end)}: not kept whole [lexicon_word_cut]", style="yellow"
            )
        for rejection in result.rejections:
            yield Text(f"rejected  {rejection.error}: {rejection.message}", style="yellow")


def _words(result: ArticleResult, index: int) -> str:
    tokens = result.tokens[index]
    return " ".join(
        f"{result.article.text(start, end)}/{tag}"
        for start, end, tag in zip(tokens.starts, tokens.ends, tokens.tags, strict=True)
    )


def _mentions(result: ArticleResult, start: int, end: int) -> str:
    inside = [m for m in result.mentions if start <= m.start < end]
    return "  ".join(f"{m.label}:{result.article.text(m.start, m.end)}{_normal(m)}{_reader(m)}" for m in inside)


def _reader(mention: Mention) -> str:
    return f" [{mention.reader}]" if mention.reader else ""


def _normal(mention: Mention) -> str:
    match mention.normal:
        case Quantity(value=value, unit=unit, bound=bound, upper=upper):
            high = f"–{upper}" if upper is not None else ""
            return f" = {bound} {value:f}{high} {unit or ''}".rstrip()
        case Period(start=start, end=end):
            return f" = {start or '…'}/{end or '…'}"
        case Place(name=name, code=code):
            return f" = {name} {code or ''}".rstrip()
        case str(name):
            return f" = {name}"
    return ""


def _record(record: RecordBase) -> Iterator[Text]:
    """A record, a line a slot; no table, whose cells a narrow terminal or a pipe would break."""
    dumped = record.model_dump(mode="json")
    names = (*type(record).slots(), "modality", "period", "inherited", "full_names", "warnings", "rule")
    filled = {name: dumped[name] for name in names if dumped[name] not in (None, [], {}, False)}
    width = max(map(len, filled))
    yield Text(f"{record.record_type} {record.record_id}", style="italic")
    for name, value in filled.items():
        yield Text(f"   {name:<{width}}  {value}")
