"""What the words of a line say of its part on the page, compiled from knowledge/press.yaml."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from extract.engine.expressions import compile_row, compile_rows, expand


@dataclass(frozen=True, slots=True)
class Layout:
    """Expressions over one line or block of text; each is `match`ed at its start."""

    lead: tuple[re.Pattern[str], ...]
    byline: re.Pattern[str]
    credit: tuple[re.Pattern[str], ...]
    chrome: re.Pattern[str]
    chrome_opening: re.Pattern[str]
    item: re.Pattern[str]
    section: re.Pattern[str]
    label: re.Pattern[str]
    """What stands before a value in the table over a text."""
    title_label: re.Pattern[str]
    """Such a label whose value is the title."""
    digest: re.Pattern[str]
    """The title of a text of several short items."""
    column: re.Pattern[str]
    """A title that such a text shares with the columns of a site."""
    masthead: re.Pattern[str]
    """The name of a site, a paper, an authority or a column beside a headline."""
    links: re.Pattern[str]
    """What heads links to other texts."""
    signer: re.Pattern[str]
    """Who signs a text at its end."""
    opening: re.Pattern[str]
    """Words that begin a paragraph of a list."""
    finished: re.Pattern[str]
    """Searched: the line ends as a sentence or a clause of a list does."""
    names: re.Pattern[str]
    """Searched: a role and the names after it, whose spaces part the names (记者 王小明 李大伟)."""

    @classmethod
    def compile(cls, press: Mapping[str, Any], typography: Mapping[str, Any]) -> Layout:
        """The expressions of the two knowledge files. Raises ExpressionError on a row that fails its example."""
        macros: Mapping[str, str] = press["macros"]
        enders, closers = re.escape(typography["enders"]), re.escape(typography["closers"])
        signs = re.escape("".join(typography["punctuation"][sign] + sign for sign in ";:"))
        return cls(
            lead=tuple(compile_row(row, macros) for row in press["leads"]),
            byline=compile_rows([*press["bylines"], *press["publishers"]], macros, whole=True),
            credit=tuple(compile_row(row, macros) for row in press["credits"]),
            chrome=compile_rows([*press["chrome"], *press["link_heads"]], macros, whole=True),
            chrome_opening=compile_rows(press["chrome_openings"], macros),
            item=compile_rows(press["list_items"], macros),
            section=compile_rows(press["sections"], macros),
            label=compile_rows(press["labels"], macros, whole=True),
            title_label=compile_rows(press["title_labels"], macros, whole=True),
            digest=compile_rows(press["digests"], macros, whole=True),
            column=compile_rows(press["columns"], macros, whole=True),
            masthead=compile_rows(press["mastheads"], macros, whole=True),
            links=compile_rows(press["link_heads"], macros, whole=True),
            signer=compile_rows(press["signers"], macros, whole=True),
            opening=compile_rows(press["openings"], macros),
            finished=re.compile(f"[{enders}{signs}][{closers}]{{0,3}}\\Z"),
            names=re.compile(expand("<ROLE> ?<NAMES> ?", macros)),
        )

    def is_lead(self, text: str) -> bool:
        """Whether a paragraph opens with a lead (本报讯)."""
        return any(lead.match(text) for lead in self.lead)

    def label_of(self, text: str) -> re.Match[str] | None:
        """The heading in brackets that begins a paragraph, its words in group 1; None for a lead in brackets."""
        found = _LABEL.match(text)
        led = found and (self.is_lead(text) or self.is_lead(found[1]) or self.is_byline(found[1]))
        return None if led else found

    def is_caption(self, text: str) -> bool:
        """Whether a block ends in a photo's credit."""
        return len(text) <= _CAPTION and any(credit.search(text[-40:]) for credit in self.credit)

    def is_byline(self, text: str) -> bool:
        """Whether a block only says who wrote, where from or when."""
        return len(text) <= _BYLINE and any(self.byline.match(form) for form in _forms(text))

    def is_chrome(self, text: str) -> bool:
        """Whether a block is page furniture."""
        whole = len(text) <= _BYLINE and any(self.chrome.match(form) for form in _forms(text))
        return bool(whole or self.chrome_opening.match(text))


def _forms(text: str) -> tuple[str, ...]:
    """A text as it stands, and without the spaces that may have got between its characters."""
    return (text, _INSIDE.sub("", text)) if " " in text else (text,)


_LABEL = re.compile("\u3010((?:[^\u3010\u3011\n ] ?){5,40})\u3011(?=.{12}.*\u3002)")
_INSIDE = re.compile("(?<=[\u4e00-\u9fff]) (?=[\u4e00-\u9fff])")


_CAPTION = 160
_BYLINE = 100
