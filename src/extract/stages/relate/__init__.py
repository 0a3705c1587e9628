"""Mentions to relations, by declared rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from extract.data import Article, Label, Mention, Rejection, Relation, Tokens
from extract.engine.coding import QUANTITIES, Coded, encode
from extract.engine.lists import Sharing
from extract.engine.rules import RuleSet
from extract.engine.settling import settle
from extract.stages.relate.emit import Emitter

_SPEAKING = frozenset({Label.QUANTITY, Label.PERSON})
"""Mentions that are cues by themselves."""


@dataclass(frozen=True, slots=True)
class Relator:
    """What `relate` needs to know: the rules, and the words that join the items of a list."""

    rules: RuleSet
    sharing: Sharing
    joins: frozenset[str]

    def relate(
        self, article: Article, tokens: Sequence[Tokens], mentions: Sequence[Mention]
    ) -> tuple[tuple[Coded | None, ...], tuple[Relation, ...], tuple[Rejection, ...]]:
        """The sentences as the rules saw them (None where no cue stands), the relations, and lists that do not fit.

        `tokens` are one entry a sentence of the article; `mentions` are the article's, in text order.
        """
        classes = self.rules.classes
        emitter = Emitter(
            article,
            self.sharing,
            self.joins,
            tuple(classes.get("firms", ())),
            tuple(classes.get("modifying", ())),
            frozenset(classes.get("title_joins", ())),
            tuple(self.rules.phrases.declared.grouping),
        )
        by_sentence = _group(article, mentions)
        coded: list[Coded | None] = []
        relations: list[Relation] = []
        rejections: list[Rejection] = []
        for index, sentence in enumerate(article.sentences):
            held = by_sentence[index]
            if sentence.borrowed:
                coded.append(None)
                continue
            text = article.text(sentence.start, sentence.end)
            if not any(m.label in _SPEAKING for m in held) and not self.rules.speak(text):
                coded.append(None)
                continue
            code = encode(article.clean.text, sentence, tokens[index], held, self.joins)
            coded.append(code)
            figures = frozenset(QUANTITIES)
            for match in settle(self.rules.matches(code), code, figures):
                made, refused = emitter.emit(match, code, index)
                relations.extend(made)
                rejections.extend(refused)
        return tuple(coded), tuple(relations), tuple(rejections)


def _group(article: Article, mentions: Sequence[Mention]) -> list[list[Mention]]:
    """The mentions of each sentence."""
    out: list[list[Mention]] = [[] for _ in article.sentences]
    at = 0
    for mention in mentions:
        while at < len(article.sentences) and article.sentences[at].end <= mention.start:
            at += 1
        if at < len(article.sentences) and article.sentences[at].start <= mention.start:
            if mention.end <= article.sentences[at].end:
                out[at].append(mention)
    return out
