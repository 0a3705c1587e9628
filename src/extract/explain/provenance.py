"""How one record of a finished run came about: what `extract explain --record ID RUN_DIR` shows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from rich.console import RenderableType
from rich.text import Text

from extract.engine.declarations import Rule
from extract.evaluation.runs import Run, RunError
from extract.evaluation.texts import sentence_span, source_of
from extract.records.base import RecordBase, Span
from extract.records.rows import ArticleRow, MentionRow
from extract.records.statistic import Statistic
from extract.stages.check import Checker

CODES = ("modality", "measure", "basis", "stage", "cumulative")
"""Slots that words decide but no place in the text fills, where they have no span."""


@dataclass(frozen=True, slots=True)
class Sources:
    """What explaining looks up: the rules, how many of a rule's records were right, and the checks."""

    rules: Mapping[str, Rule]
    measured: Mapping[str, tuple[int, int]]
    """Rule id to its records on the development labels, and how many of them were right."""
    checker: Checker


def explain_record(run: Run, record_id: str, sources: Sources) -> Iterator[RenderableType]:
    """The story of a record: sentence, slots with their places, what came from context, rule, checks.

    Texts that say the same letter for letter give the same ids: each such record is told. Raises RunError where the
    run has none of this id, or where the raw text of one is not found.
    """
    found = [record for records in run.records.values() for record in records if record.record_id == record_id]
    if not found:
        raise RunError(f"{run.folder} has no record {record_id}")
    for record in found:
        source = source_of(record.article_id)
        text = run.text(source)
        if text is None:
            raise RunError(f"{source}: the raw text is not found; name its folder with --texts")
        yield from _Story(run, record, text, sources).told()


@dataclass(frozen=True, slots=True)
class _Story:
    """One record with what surrounds it."""

    run: Run
    record: RecordBase
    text: str
    sources: Sources

    def told(self) -> Iterator[RenderableType]:
        """Heading, sentence, slots, rule, total, warnings."""
        record, article = self.record, self.article
        yield Text(f"{record.record_type} {record.record_id}", style="bold")
        published = f", published {article.published}" if article.published else ""
        place = f", about {article.place.name}" if article.place else ""
        yield Text(f"{article.article_id}  {article.title or ''}{published}{place}")
        yield Text("")
        yield Text(_marked(self.text, (record.evidence.start, record.evidence.end), record.anchor_spans))
        yield Text("")
        for line in (*self.slots(), "", *self.rule(), *self.names(), *self.total(), *self.warnings()):
            yield Text(line)
        yield Text("")

    @property
    def article(self) -> ArticleRow:
        """Its article's line."""
        rows = self.run.articles.get(source_of(self.record.article_id), ())
        found = next((row for row in rows if row.article_id == self.record.article_id), None)
        if found is None:
            raise RunError(f"{self.record.article_id}: the run has no such article")
        return found

    def slots(self) -> Iterator[str]:
        """Each slot that is filled, with its value and the place it was read at."""
        dumped = self.record.model_dump(mode="json")
        for name in ("period", "modality", *type(self.record).slots()):
            if dumped[name] in (None, [], False):
                continue
            first, *more = [*self.places(name)] or [""]
            yield _line(name, f"{_value(dumped[name])}  {first}".rstrip())
            yield from (_line("", f"  {line}") for line in more)

    def places(self, name: str) -> Iterator[str]:
        """Where a slot was read: its words, the mention that they are, and the sentence of an antecedent."""
        inherited = name in self.record.inherited
        spans = {key: pieces for key, pieces in self.record.spans.items() if key.partition(".")[0] == name}
        for pieces in spans.values():
            for start, end in pieces:
                words = "".join(self.text[start:end].split())
                mention = self.mention(start, end)
                label = f" {mention.label}" if mention else ""
                yield f"← {'from context: ' if inherited else ''}{words} [{start}:{end}]{label}"
                if inherited and not self.record.evidence.start <= start < self.record.evidence.end:
                    sentence = sentence_span(self.text, start, end)
                    yield f"in {_marked(self.text, sentence, [(start, end)])}"
        if not spans and inherited:
            yield "← from context"
        elif not spans and name in CODES:
            yield "← by the rule and the words of the sentence"

    def mention(self, start: int, end: int) -> MentionRow | None:
        """The mention that covers exactly this place."""
        mentions = self.run.mentions.get(source_of(self.record.article_id), ())
        return next((row for row in mentions if (row.start, row.end) == (start, end)), None)

    def rule(self) -> Iterator[str]:
        """Which rule read it, what the rule says, and how far it can be trusted."""
        rule = self.sources.rules.get(self.record.rule)
        yield _line("rule", f"{self.record.rule}: {rule.says if rule else 'this version has no such rule'}")
        count, right = self.sources.measured.get(self.record.rule, (0, 0))
        seen = f"{right} of {count} on the development labels were right" if count else "not seen on the labels"
        yield _line("trust", f"{'–' if self.record.confidence is None else f'{self.record.confidence:.2f}'} ({seen})")

    def names(self) -> Iterator[str]:
        """The full names of its short forms."""
        for short, full in self.record.full_names.items():
            yield _line("name", f"{short} is {full}")

    def total(self) -> Iterator[str]:
        """The total that it is a part of, and its own parts."""
        if not isinstance(self.record, Statistic):
            return
        for other in self.others():
            if not isinstance(other, Statistic):
                continue
            if other.record_id == self.record.part_of:
                yield _line("part of", f"{other.metric} {other.quantity.text} ({other.record_id})")
            elif other.part_of == self.record.record_id:
                yield _line("its part", f"{other.metric} {other.quantity.text} ({other.record_id})")

    def warnings(self) -> Iterator[str]:
        """The checks that it failed, with the figures; else that it failed none."""
        findings = self.sources.checker.findings(self.others(), self.article.published, self.text)
        said = {finding.check.value: finding.says for finding in findings if finding.record_id == self.record.record_id}
        for code in self.record.warnings:
            yield _line("warning", f"{code}: {said.get(code, 'not with the checks of this version')}")
        if not self.record.warnings:
            yield _line("checks", "no warning")

    def others(self) -> list[RecordBase]:
        """The records of its article, itself included."""
        records = self.run.records[source_of(self.record.article_id)]
        return [record for record in records if record.article_id == self.record.article_id]


def _line(label: str, said: str) -> str:
    """A label, and what it says in a column of its own: as wide as the longest name of a slot."""
    return f"{label:<12}{said}"


def _marked(text: str, sentence: Span, pieces: Any) -> str:
    """A sentence on one line with pieces of it between lenticular brackets."""
    shown, at = "", sentence[0]
    for start, end in sorted(pieces):
        if at <= start and end <= sentence[1]:
            shown += f"{text[at:start]}\u3010{text[start:end]}\u3011"
            at = end
    return "".join((shown + text[at : sentence[1]]).split())


def _value(value: Any) -> str:
    """A slot's value in words: 460亿元 = 46000000000 CNY."""
    if isinstance(value, list):
        return ", ".join(map(str, value))
    if isinstance(value, dict) and "unit" in value:
        upper = f" to {value['upper']}" if value["upper"] is not None else ""
        bound = "" if value["bound"] in ("exact", "range") else f" ({value['bound']})"
        return f"{value['value']}{upper} {value['unit'] or ''}".rstrip() + bound
    if isinstance(value, dict):
        return f"{value['start'] or '…'} to {value['end'] or '…'}"
    return str(value)
