"""The wiring of knowledge into mechanism: a pipeline with our tables and rules, and a user's on top."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from functools import lru_cache
from pathlib import Path

from extract.backends.models import AUTO
from extract.backends.recognisers import RULES, Labels, recogniser
from extract.backends.tokenizers import Tokenizer, tokenizer
from extract.data import Dimension, Label, Place, Tokens
from extract.engine.glossary import Entry, Glossary, WholeWords
from extract.engine.lexicon import Lexicon
from extract.engine.lists import Sharing
from extract.engine.numerals import Numerals
from extract.engine.patterns import alternation
from extract.engine.periods import TimeGrammar
from extract.engine.phrases import Phrases
from extract.engine.quantities import QuantityGrammar, currencies, tails
from extract.engine.regions import Regions
from extract.engine.rules import RuleSet
from extract.loading import Knowledge, load_rules, read_lexicon, rule_files
from extract.pipeline import Pipeline
from extract.stages.check import Checker, DateForms
from extract.stages.clean import Cleaner
from extract.stages.divide import Divider
from extract.stages.recognise import (
    Brands,
    Currencies,
    Organisations,
    People,
    PlaceFinder,
    PlaceForms,
    Recogniser,
)
from extract.stages.recognise.officers import Officers
from extract.stages.recognise.products import Products
from extract.stages.relate import Relator
from extract.stages.resolve import MetricWords, ResolveWords
from extract.stages.segment import tokens_of
from extract.stages.validate import Validator

_PASSAGES = 256
"""Passages whose words are kept."""
_SHARED = {
    "basis": "basis",
    "stages": "stage",
    "status": "status",
    "awards": "awards",
    "organs": "title_bodies",
    "title_joins": "title_joins",
}
"""Word classes of the rules that `resolve` looks up too, by its own names for them."""
_KINDS = ("products", "vessels", "orbiters")
"""Word classes of the rules that name what is made."""


def load(
    *,
    published: date | str | None = None,
    place: str | None = None,
    rules: Path | None = None,
    knowledge: Path | None = None,
    segmenter: str = "rjieba",
    names: str = RULES,
    lexicon: Path | None = None,
    device: str = AUTO,
) -> Pipeline:
    """The pipeline with our knowledge and rules, and a user's on top.

    `published` and `place` stand in where a text states none; `rules` and `knowledge` are folders of files that add to
    ours; `segmenter` is `rjieba`, `jieba` or `hanlp:MODEL`; `names` is `rules`, or `hanlp:MODEL` or `spacy:MODEL` for
    a model's names beside those of the rules; `device` is where models run (`auto`, `cpu`, a GPU's number); `lexicon`
    is a file of own words. Raises `KnowledgeError` for a file that does not load, `BackendError` for a backend that
    cannot be had.
    """
    known = Knowledge(knowledge)
    naming = known.yaml("names")
    # what cannot be had is told before the long work begins
    cutter = tokenizer(segmenter, device)
    model = recogniser(names, Labels(naming["labels"], naming["left"]), device) if names != RULES else None
    words, context, sharing_words = known.yaml("words"), known.yaml("context"), known.yaml("sharing")
    phrases = Phrases.compile(known.yaml("phrases"))
    sharing = Sharing.compile(sharing_words, phrases.declared.nominal)
    declared = load_rules(rule_files(rules), words, known.yaml("patterns"))
    deictics = known.yaml("deictics")
    regions = Regions(known.table("regions.tsv"), known.table("countries.tsv"), deictics)
    forms = PlaceForms.compile(known.yaml("places"))
    money = Currencies.compile(known.yaml("currencies"))
    press, typography = known.yaml("press"), known.yaml("typography")
    cleaner = Cleaner(typography, press)
    entries = own_entries(lexicon, naming["tags"], cleaner) if lexicon else {}
    vocabulary, pairs = (
        Lexicon({word: tag for tag, row in known.yaml("vocabulary")[kind].items() for word in row})
        for kind in ("words", "pairs")
    )
    glossary = Glossary(entries)
    indicators = {
        **indicator_names(known.table("indicators.tsv")),
        **{word: entry.normal or entry.word for word, entry in entries.items() if entry.label is Label.INDICATOR},
    }
    return Pipeline(
        cleaner=cleaner,
        divider=Divider(press, PlaceFinder(regions, forms, _words(cutter), money)),
        tokenizer=cutter,
        vocabulary=WholeWords(vocabulary, glossary, pairs),
        recogniser=_recogniser(known, regions, forms, money, phrases),
        officers=Officers.compile(known.yaml("organisations"), sorted(phrases.declared.nominal)),
        products=Products.compile(known.yaml("products"), [kind for name in _KINDS for kind in words[name]]),
        relator=Relator(RuleSet.compile(declared, phrases, words), sharing, phrases.declared.conjunctions),
        words=ResolveWords.compile(
            {
                **context,
                **{ours: words[theirs] for ours, theirs in _SHARED.items()},
                "organisations": known.yaml("organisations"),
            },
            MetricWords.compile(known.yaml("metrics")),
            sharing,
            phrases,
            deictics,
            _points_at(regions),
            regions.means_own,
        ),
        validator=Validator(indicators.get, confidences(known.table("confidence.tsv"))),
        checker=checker(known),
        published=date.fromisoformat(published) if isinstance(published, str) else published,
        place=place,
        glossary=glossary,
        names=model,
    )


def own_entries(lexicon: Path, tags: Mapping[str, str], cleaner: Cleaner) -> dict[str, Entry]:
    """Every spelling of a word of the user's lexicon → its entry; a row's own spelling wins over another row's.

    `tags` are the parts of speech by label. Raises `LexiconError` for a file that does not load.
    """
    own: dict[str, Entry] = {}
    other: dict[str, Entry] = {}
    for word, label, normal in read_lexicon(lexicon, tags):
        first, *rest = cleaner.spellings(word)
        entry = Entry(cleaner.simplified(word), label, normal and cleaner.simplified(normal), tags[label])
        own[first] = entry
        other |= dict.fromkeys(rest, entry)
    return other | own


def checker(known: Knowledge) -> Checker:
    """The checks of records, by the units that indicators have."""
    usual = {row["name"]: row["unit"] for row in known.table("indicators.tsv") if row["unit"]}
    dimensions = {row["unit"]: Dimension(row["dimension"]) for row in known.yaml("units")["units"]}
    return Checker(usual.get, dimensions.get, DateForms.compile(known.yaml("checks")))


def _recogniser(
    known: Knowledge, regions: Regions, forms: PlaceForms, money: Currencies, phrases: Phrases
) -> Recogniser:
    numeral_words, units = known.yaml("numerals"), known.yaml("units")
    guards = tails(units, [*numeral_words["small"], *numeral_words["big"]])
    numerals = Numerals.compile(numeral_words, guards, currencies(units))
    organisations = known.yaml("organisations")
    return Recogniser(
        figures=QuantityGrammar.compile(
            numerals, units, known.yaml("bounds"), known.yaml("named_numbers"), words=known.yaml("idioms")["words"]
        ),
        times=TimeGrammar.compile(numerals, known.yaml("times")),
        currencies=money,
        regions=regions,
        forms=forms,
        organisations=Organisations.compile(organisations, sorted(phrases.declared.nominal)),
        brands=Brands.compile(organisations, known.yaml("people")["families"], known.yaml("places")["sounds"]),
        people=People.compile(known.yaml("people"), known.yaml("places")["sounds"]),
        papers=(*known.yaml("words")["papers"], *organisations["laws"]),
        honoured=honoured(known.yaml("words")["listed"]),
        firm=tuple(organisations["firm"]),
        counted=re.compile(str(organisations["counted"])),
    )


def honoured(verbs: Mapping[str, str]) -> re.Pattern[str]:
    """获评“…”: the title that a verb gives, its group what stands in the quotation marks."""
    return re.compile(f"(?:{alternation(dict(verbs))})(?:[^，。；！？“”]{{0,14}})“([^“”]{{4,24}})”")


def _words(cutter: Tokenizer) -> Callable[[str], Tokens]:
    """The words of a passage; those of the last ones are kept, as a passage is looked at several times."""
    return lru_cache(_PASSAGES)(lambda text: tokens_of(cutter.tag(text), 0))


def _points_at(regions: Regions) -> Callable[[str, Place], bool]:
    return lambda word, place: regions.deictic(word, place) == place


def indicator_names(rows: Iterable[Mapping[str, str]]) -> dict[str, str]:
    """Every name of an indicator → its standard name."""
    names: dict[str, str] = {}
    for row in rows:
        for name in (row["name"], *filter(None, row["aliases"].split("|"))):
            names[name] = row["name"]
    return names


def confidences(rows: Iterable[Mapping[str, str]]) -> dict[str, float]:
    """Rule id → the confidence of its records; a rule that has no row was not measured."""
    return {row["rule"]: float(row["confidence"]) for row in rows}
