"""Raw text to clean text: the steps in order, each an edit that keeps the way home."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from extract.data import Block, BlockKind, CleanText, Source
from extract.engine.offsets import Edit, TracedText, begin
from extract.stages.clean.blocks import classify
from extract.stages.clean.column import Column
from extract.stages.clean.drafts import Draft
from extract.stages.clean.folding import Folding, drop_invisible
from extract.stages.clean.layout import Layout
from extract.stages.clean.lines import Line, split_lines
from extract.stages.clean.marks import LABEL
from extract.stages.clean.markup import strip_markup
from extract.stages.clean.noise import drop_noise, is_noise
from extract.stages.clean.punctuation import Punctuation
from extract.stages.clean.script import Convert, ScriptReader, opencc_convert
from extract.stages.clean.spacing import is_spaced, spacing
from extract.stages.clean.unwrap import runs_of, unwrap

_LATIN_END = re.compile(r"[A-Za-z0-9.,;:!?%)'\"]\Z")
_LATIN_START = re.compile(r"[A-Za-z0-9('\"]")


class Cleaner:
    """The clean stage, built once. Calling it gives the `CleanText` of a `Source`.

    `typography` and `press` are the content of knowledge/typography.yaml and knowledge/press.yaml; `convert`
    turns traditional characters into simplified ones. Raises ExpressionError on a row that fails its example.
    """

    def __init__(self, typography: Mapping[str, Any], press: Mapping[str, Any], convert: Convert | None = None) -> None:
        self._folding = Folding(typography)
        self._punctuation = Punctuation(typography)
        self._scripts = ScriptReader(typography, convert or opencc_convert())
        self._layout = Layout.compile(press, typography)
        self._note_marks = re.compile(str(typography["note_marks"]["pattern"]))

    def __call__(self, source: Source) -> CleanText:
        """The simplified, width-folded, unwrapped text of `source` in blocks, with the map to its raw text."""
        seen = drop_noise(drop_invisible(strip_markup(begin(source.text)))).sub(self._note_marks, "")
        folded = self._folding.fold(seen)
        script = self._scripts.script(folded.text)
        shown = self._scripts.simplify(folded.text, script)
        runs = runs_of(line for line in split_lines(folded.text, shown, seen) if not self._is_noise(line.text))
        column = Column.of(runs)
        groups = unwrap(runs, column, self._layout)
        joined = folded.edit(_joints(folded.text, groups, column))
        joined = joined.exchange(self._scripts.simplify(joined.text, script))
        joined = joined.exchange(self._punctuation.widen(joined.text))
        joined, drafts = self._drafts(joined, groups)
        texts = [draft.text for draft in drafts]
        kinds = classify(drafts, self._layout)
        spaced = joined.edit(self._spacing(texts, kinds))
        return CleanText(source, spaced.text, spaced.offsets(), tuple(_blocks(spaced, kinds)), script)

    def spellings(self, word: str) -> tuple[str, ...]:
        """How a word may stand in clean text: as it is written, and in simplified characters.

        >>> cleaner.spellings("雲臺２號")
        ('雲臺2號', '云台2号')
        """
        folded = self._folding.fold(drop_invisible(begin(word))).text
        return tuple(dict.fromkeys(self._punctuation.widen(text) for text in self._scripts.variants(folded)))

    def simplified(self, name: str) -> str:
        """A name as text values of records have it: 雲臺市 is 云台市."""
        folded = self._folding.fold(drop_invisible(begin(name))).text
        return self._punctuation.widen(self._scripts.simplify(folded, self._scripts.script(folded)))

    def _is_noise(self, text: str) -> bool:
        # a rule or the number of a page is furniture that parts blocks
        return is_noise(text) and not self._layout.is_chrome(text)

    def _drafts(self, joined: TracedText, groups: Sequence[Sequence[Line]]) -> tuple[TracedText, list[Draft]]:
        """The blocks, where one that begins with its heading in brackets is parted from it: 【车市两旺】2月份，…"""
        drafts: list[Draft] = []
        edits: list[Edit] = []
        at = 0
        for text, lines in zip(joined.text.split("\n") if groups else (), groups, strict=True):
            mark, gap = lines[0].mark, lines[0].gap
            if label := self._layout.label_of(text):
                edits += [(at, at + 1, ""), (at + label.end() - 1, at + label.end(), "\n")]
                drafts += [Draft(label[1], LABEL, gap), Draft(text[label.end() :], mark, 1)]
            else:
                drafts.append(Draft(text, mark, gap))
            at += len(text) + 1
        return joined.edit(edits), drafts

    def _spacing(self, texts: Sequence[str], kinds: Sequence[BlockKind]) -> Iterator[Edit]:
        spaced = is_spaced(text for text, kind in zip(texts, kinds, strict=True) if kind is BlockKind.PARAGRAPH)
        at = 0
        for text, kind in zip(texts, kinds, strict=True):
            if " " in text:
                for start, end, new in spacing(text, kind, self._layout.names, spaced):
                    yield at + start, at + end, new
            at += len(text) + 1


def _joints(text: str, groups: Sequence[Sequence[Line]], column: Column) -> Iterator[Edit]:
    """What replaces the stretches between lines: one newline between blocks, nothing or a space within one."""
    join = _careless_joint if column.length else _joint
    at = 0
    for number, lines in enumerate(groups):
        for index, line in enumerate(lines):
            if line.start > at:
                new = "" if at == 0 and number == 0 else "\n" if index == 0 else join(text, at, line.start)
                yield at, line.start, new
            at = line.end
    if at < len(text):
        yield at, len(text), ""


def _joint(text: str, end: int, start: int) -> str:
    """A space where a line ended in one or between two Latin words; nothing in a figure or after a hyphen."""
    before, after = text[end - 1], text[start]
    if not (_LATIN_END.match(before) and _LATIN_START.match(after)):
        return " " if text[end] == " " else ""
    figure = after.isdigit() and (before.isdigit() or (before in ".," and text[end - 2 : end - 1].isdigit()))
    return "" if figure else " "


def _careless_joint(text: str, end: int, start: int) -> str:
    """The space that a line broke at, where lines break at a number of characters, inside words too."""
    return " " if " " in text[end:start] else ""


def _blocks(traced: TracedText, kinds: Sequence[BlockKind]) -> Iterator[Block]:
    at = 0
    for text, kind in zip(traced.text.split("\n"), kinds, strict=False):
        yield Block(at, at + len(text), kind)
        at += len(text) + 1
