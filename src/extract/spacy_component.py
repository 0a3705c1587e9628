"""The pipeline as a spaCy component: `spacy.blank("zh").add_pipe("extract_records")`.

The component reads `doc.text` whole and leaves the tokenizer alone. It fills `doc._.records` and the span group
`doc.spans["extract"]`, where each mention that falls on token boundaries is a labelled span.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from spacy.language import Language
from spacy.tokens import Doc

from extract.assembly import load
from extract.pipeline import text_source

if TYPE_CHECKING:
    from collections.abc import Iterable

SPANS = "extract"


class ExtractRecords:
    """Callable on a Doc. Its configuration is what it is serialised as: a loaded pipeline is built anew."""

    def __init__(
        self,
        *,
        published: str | None,
        place: str | None,
        rules: str | None,
        knowledge: str | None,
        segmenter: str,
        names: str,
        lexicon: str | None,
    ) -> None:
        self._published, self._place = published, place
        self._pipeline = load(
            rules=Path(rules) if rules else None,
            knowledge=Path(knowledge) if knowledge else None,
            segmenter=segmenter,
            names=names,
            lexicon=Path(lexicon) if lexicon else None,
        )

    def __call__(self, doc: Doc) -> Doc:
        """Read the text of the Doc."""
        processed = self._pipeline.process(text_source(doc.text, published=self._published, place=self._place))
        doc._.records = [record for article in processed.articles for record in article.records]
        spans = []
        for article in processed.articles:
            for row in article.mention_rows:
                span = doc.char_span(row.start, row.end, label=row.label.value)
                if span is not None:
                    spans.append(span)
        doc.spans[SPANS] = spans
        return doc

    def to_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> None:
        """Nothing beside the configuration."""

    def from_disk(self, path: str | Path, *, exclude: Iterable[str] = ()) -> ExtractRecords:
        """Nothing beside the configuration."""
        return self

    def to_bytes(self, *, exclude: Iterable[str] = ()) -> bytes:
        """Nothing beside the configuration."""
        return b""

    def from_bytes(self, data: bytes, *, exclude: Iterable[str] = ()) -> ExtractRecords:
        """Nothing beside the configuration."""
        return self


@Language.factory(
    "extract_records",
    assigns=["doc._.records", "doc.spans"],
    default_config={
        "published": None,
        "place": None,
        "rules": None,
        "knowledge": None,
        "segmenter": "rjieba",
        "names": "rules",
        "lexicon": None,
    },
)
def create(
    nlp: Language,
    name: str,
    published: str | None,
    place: str | None,
    rules: str | None,
    knowledge: str | None,
    segmenter: str,
    names: str,
    lexicon: str | None,
) -> ExtractRecords:
    """The factory that spaCy finds by its entry point."""
    if not Doc.has_extension("records"):
        Doc.set_extension("records", default=())
    return ExtractRecords(
        published=published,
        place=place,
        rules=rules,
        knowledge=knowledge,
        segmenter=segmenter,
        names=names,
        lexicon=lexicon,
    )
