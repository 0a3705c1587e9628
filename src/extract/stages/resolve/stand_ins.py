"""Words that stand for a body or a place named before: 公司, 集团, 协会, 该县, 我县; 公司|两江工厂."""

from __future__ import annotations

from dataclasses import replace

from extract.data import Filler, Label, Mention, Place
from extract.engine.coding import plain
from extract.stages.resolve.antecedents import antecedent
from extract.stages.resolve.context import Context
from extract.stages.resolve.owners import name_filler

_LEAST = 3
"""Characters behind such a word that make a name of their own: 公司|两江工厂."""


def meant(context: Context, filler: Filler, *, parts: bool = True) -> Filler:
    """What an actor's words mean: the body or place that they stand for, else the filler itself.

    With `parts`, a name that opens with such a word is told in full: 公司两江工厂 is 海川汽车|两江工厂.
    """
    start, end = filler.spans[0]
    text = context.article.text(start, end)
    whole = _whole(context, start, text)
    if whole is not None:
        return whole
    group = context.words.group.match(text)
    if not parts or group is None or len(text) - group.end() < _LEAST:
        return filler
    owner = antecedent(context, start, group[0])
    if owner is None or owner.text == group[0]:
        return filler
    return Filler(((start, end),), owner.text + plain(text[group.end() :]))


def spoken_of(context: Context, start: int, end: int) -> Filler | None:
    """The body for which the words at the front of a clause `start:end` stand: 公司|将于9月召开…, 协会|与…."""
    text = context.article.text(start, end)
    group = context.words.group.match(text)
    if group:
        return antecedent(context, start, group[0])
    noun = context.words.body_noun.match(text)
    return body(context, noun[0], start) if noun else None


def body(context: Context, noun: str, position: int) -> Filler | None:
    """The last body before a clean offset whose name ends with a noun: 协会 is 滨海市纺织协会."""
    for mention in reversed(context.mentions):
        if mention.label is Label.ORG and mention.end <= position:
            text = context.article.text(mention.start, mention.end)
            if text.endswith(noun) and text != noun:
                return Filler(((mention.start, mention.end),), text, inherited=True)
    return None


def _whole(context: Context, start: int, text: str) -> Filler | None:
    """What a word that is nothing else stands for; None where it stands for nothing that is known."""
    if context.words.group.fullmatch(text):
        return antecedent(context, start, text)
    if context.words.body_noun.fullmatch(text):
        return body(context, text, start)
    if text in context.words.deictics:
        held = [m for m in context.mentions if m.start == start and m.label is Label.PLACE]
        found = name_filler(context, held[0]) if held else None
        if found and found.text != text and found.normal != context.words.nation:
            return found
    lead = context.words.pointing.match(text)
    return _place(context, text[lead.end() :], start) if lead else None


def _place(context: Context, level: str, position: int) -> Filler | None:
    """The last place before a clean offset whose name ends with a level of places: 该|县 is 铜岭县."""
    if level not in context.words.levels:
        return None
    for mention in reversed(context.mentions):
        if mention.label is Label.PLACE and mention.end <= position and isinstance(mention.normal, Place):
            if mention.normal.name.endswith(level):
                return replace(_named(mention, mention.normal.name), inherited=True)
    return None


def _named(mention: Mention, name: str) -> Filler:
    assert isinstance(mention.normal, Place)
    return Filler(((mention.start, mention.end),), name, mention.normal)
