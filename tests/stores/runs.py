"""Runs as tests need them: invented articles, and whatever hypothesis makes of the models."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import orjson
from hypothesis import strategies as st
from tests.records.test_models import row

from extract.data import Bound, Label
from extract.records import RECORD, RECORD_TYPES, ArticleRow, MentionRow, Record, RunManifest
from extract.stores.jsonl import line

HASH = "0" * 64


@dataclass(frozen=True)
class Told:
    """An article with what was read in it."""

    article: ArticleRow
    records: Sequence[Record] = ()
    mentions: Sequence[MentionRow] = ()


def told(article_id: str, *records: dict[str, Any], published: str | None = None, mentions: int = 0) -> Told:
    """An article; a record is told by what differs from the example of its type."""
    article = ArticleRow.model_validate(
        {
            "article_id": article_id,
            "source_id": article_id.rpartition("#")[0],
            "sha256": HASH,
            "start": 0,
            "end": 90,
            "title": "丙县新闻",
            "published": published,
            "place": {"name": "丙县", "code": None},
            "script": "hans",
            "bylines": ["江明远"],
            "figures": {"records": len(records)},
        }
    )
    made = [
        RECORD.validate_python(row(**{"record_type": "statistic", **one, "article_id": article_id})) for one in records
    ]
    marks = [
        MentionRow(article_id=article_id, start=n, end=n + 2, text="丙县", label=Label.PLACE, normal="丙县")
        for n in range(mentions)
    ]
    return Told(article, made, marks)


def statistic(number: int, value: float = 5, **changes: Any) -> dict[str, Any]:
    """A statistic with an id and a value."""
    return {"record_id": f"{number:016x}", "quantity": {"text": f"{value}家", "value": value, "unit": "家"}, **changes}


def write_run(folder: Path, articles: Iterable[Told]) -> Path:
    """The files of a finished run."""
    folder.mkdir(parents=True, exist_ok=True)
    known = list(articles)
    (folder / "articles.jsonl").write_bytes(b"".join(line(one.article) for one in known))
    (folder / "records.jsonl").write_bytes(b"".join(line(r) for one in known for r in one.records))
    (folder / "mentions.jsonl").write_bytes(b"".join(line(m) for one in known for m in one.mentions))
    (folder / "rejects.jsonl").write_bytes(b"")
    (folder / "run.json").write_bytes(orjson.dumps(RunManifest(version="0").model_dump(mode="json")))
    return folder


def lines(run: Path, name: str) -> list[dict[str, Any]]:
    """The lines of a file of a run."""
    return [orjson.loads(text) for text in (run / name).read_bytes().splitlines()]


WORDS = st.text(st.characters(exclude_categories=["Cs", "Zl", "Zp", "Cc"]), min_size=1, max_size=12).map(
    lambda text: f"甲{text}乙".translate(
        dict.fromkeys((*range(65296, 65306), *range(65313, 65339), *range(65345, 65371)), "x")
    )
)
DAYS = st.dates(date(1900, 1, 1), date(2100, 12, 31))
NUMBERS = st.integers(-(10**15), 10**15) | st.floats(-1e20, 1e20, allow_nan=False)


@st.composite
def quantities(draw: st.DrawFn) -> dict[str, Any]:
    bound = draw(st.sampled_from(Bound))
    upper = draw(NUMBERS) if bound is Bound.RANGE else None
    unit = draw(st.none() | WORDS.filter(lambda unit: unit != "rank"))
    return {"text": draw(WORDS), "value": draw(NUMBERS), "upper": upper, "unit": unit, "bound": bound}


@st.composite
def periods(draw: st.DrawFn) -> dict[str, Any] | None:
    days = sorted(draw(st.lists(DAYS, min_size=2, max_size=2)))
    start, end = draw(st.sampled_from([(days[0], days[1]), (None, days[1]), (days[0], None)]))
    return draw(st.none() | st.just({"text": draw(WORDS), "start": start, "end": end}))


@st.composite
def records(draw: st.DrawFn, number: int) -> dict[str, Any]:
    """A record of any type; its slots are its type's example, or drawn."""
    kind = draw(st.sampled_from(list(RECORD_TYPES)))
    changes: dict[str, Any] = {
        "record_type": kind,
        "record_id": f"{number:016x}",
        "period": draw(periods()),
        "full_names": draw(st.dictionaries(WORDS, WORDS, max_size=2)),
        "warnings": draw(st.lists(WORDS, max_size=2)),
        "confidence": draw(st.none() | st.floats(0, 1)),
    }
    for slot in ("orgs", "titles", "recipients"):
        if slot in RECORD_TYPES[kind].model_fields:
            changes[slot] = draw(st.lists(WORDS, min_size=1, max_size=3))
    for slot in ("quantity", "investment", "capacity", "prize"):
        if slot in RECORD_TYPES[kind].model_fields:
            changes[slot] = draw(quantities() if slot == "quantity" else st.none() | quantities())
    for slot in ("subject", "scope", "reference", "location", "claim", "issuer"):
        if slot in RECORD_TYPES[kind].model_fields:
            changes[slot] = draw(st.none() | WORDS)
    return changes


@st.composite
def runs(draw: st.DrawFn) -> list[Told]:
    """A few articles with records of all types."""
    made: list[Told] = []
    for number in range(draw(st.integers(0, 4))):
        found = [draw(records(n)) for n in range(draw(st.integers(0, 4)))]
        published = draw(st.none() | DAYS)
        made.append(
            told(
                f"{number}-{draw(WORDS)}#1",
                *found,
                published=published.isoformat() if published else None,
                mentions=draw(st.integers(0, 3)),
            )
        )
    return made
