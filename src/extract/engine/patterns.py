"""A rule's pattern, compiled to one regular expression over the symbols of a coded sentence.

A pattern is a row of items separated by spaces:

    同比            the word itself
    {rise}          a word of the class `rise` (words.yaml)
    PERCENT         in angle brackets, `<quantity:PERCENT>`: a symbol for a slot; `<PERCENT>`: for none
    <way:rise>      in angle brackets with a word class: a word that fills a slot
    <metric:NP>     an open noun phrase; at either end of a pattern its far boundary is found by `engine.phrases`
    <name:ANY>      a stretch of one clause inside a pattern, figures and all; `<name:ITEM>`: one without an item mark
    <honor:QUOTED>  what stands in quotation marks
    [claim: A B]    a row of items that fills a slot as it stands
    (A|B)           either; each branch is again a row of items
    item?           may be missing
    @name           the pattern of that name in knowledge/patterns.yaml
    …               at most twelve symbols of the same clause
    ，              a clause mark other than a full stop
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from extract.engine.coding import CLASSES

WordClasses = Mapping[str, Mapping[str, str]]
"""Class name → surface → value (`rise`: 增长 → `+`)."""

OPEN = "NP"
TEXT = "TEXT"
FIGURE = "quantity"
"""The slot of a rule's figure: where it is filled by a mention, nothing is read without one."""
QUOTED = "QUOTED"
_INNER = r"[^，。；：！？…—\n\ue000-\ue03f]{1,32}?"  # no mark and no figure
_ANY = r"[^，。；：！？…—\n]{1,60}?"
_ONE = r"[^，。；：！？…—、\n]{1,40}?"
_GAP = r"[^，。；：！？…—\n]{0,12}?"
_COMMA = r"[，；：—]{1,2}"
_ITEM = re.compile(
    r"<(?:(?P<slot>[a-z_]+):)?(?P<cls>[A-Za-z_\[\]+]+)>|\{(?P<word>[a-z_]+)\}|(?P<other>[^\s<>{}()\[\]|?…，]+)"
)


class PatternError(ValueError):
    """A pattern that cannot be compiled; the message says where and why."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """A compiled `when`: its expression, and the slots whose phrases lie open at either end."""

    regex: re.Pattern[str]
    left: str | None
    """The slot whose open phrase ends where the match starts, if any."""
    left_optional: bool
    right: str | None
    """The slot whose open phrase starts where the match ends, if any."""
    right_optional: bool
    classes: Mapping[str, str]
    """Slot → the class it is filled by (a mention class, a word class or NP)."""
    needs: frozenset[str] = frozenset()
    """The symbols of which a sentence must hold one: those of its figure."""


def alternation(words: Mapping[str, str] | list[str]) -> str:
    """The words as one alternation, the longest first."""
    return "|".join(re.escape(w) for w in sorted(words, key=lambda w: (-len(w), w)))


def expand(source: str, named: Mapping[str, str]) -> str:
    """The pattern with each `@name` replaced by the named pattern. Raises `PatternError` for an unknown name."""

    def replace(found: re.Match[str]) -> str:
        if found[1] not in named:
            raise PatternError(f"no pattern is called {found[1]!r}")
        return named[found[1]]

    return re.sub(r"@([a-z_]+)", replace, source)


def compile_pattern(source: str, classes: WordClasses) -> Pattern:
    """Compile an expanded `when`. Raises `PatternError` for an unknown class, an open group, no core."""
    items = _items(source)
    left = _open_slot(items[0]) if items else None
    right = _open_slot(items[-1]) if len(items) > 1 else None
    core = items[1 if left else 0 : len(items) - 1 if right else len(items)]
    if not core:
        raise PatternError(f"a pattern needs something closed to match: {source!r}")
    slots: dict[str, str] = {}
    regex = _row(" ".join(core), classes, slots)
    for open_slot in (left, right):
        if open_slot:
            slots[open_slot[0]] = OPEN
    return Pattern(
        regex=re.compile(regex),
        left=left[0] if left else None,
        left_optional=bool(left and left[1]),
        right=right[0] if right else None,
        right_optional=bool(right and right[1]),
        classes=slots,
        needs=frozenset(CLASSES.get(slots.get(FIGURE, ""), "")),
    )


def _items(source: str) -> list[str]:
    """The row cut at spaces outside brackets."""
    out, depth, start = [], 0, 0
    for i, char in enumerate(source + " "):
        depth += 1 if char in "([" else -1 if char in ")]" else 0
        if char.isspace() and depth == 0:
            out.append(source[start:i])
            start = i + 1
    return [item for item in out if item]


def _open_slot(item: str) -> tuple[str, bool] | None:
    found = re.fullmatch(r"<([a-z_]+):NP>(\?)?", item)
    return (found[1], found[2] is not None) if found else None


def _row(source: str, classes: WordClasses, slots: dict[str, str]) -> str:
    out: list[str] = []
    at = 0
    while at < len(source):
        char = source[at]
        if char.isspace():
            at += 1
            continue
        if char == "(":
            end = _closing(source, at)
            branches = _branches(source[at + 1 : end])
            piece = "(?:" + "|".join(_row(branch, classes, slots) for branch in branches) + ")"
            at = end + 1
        elif char == "[":
            end = _closing(source, at, "[]")
            slot, _, inner = source[at + 1 : end].partition(":")
            piece, at = f"(?P<{_new(slot.strip(), TEXT, slots)}>{_row(inner, classes, slots)})", end + 1
        elif char == "…":
            piece, at = _GAP, at + 1
        elif char == "，":
            piece, at = _COMMA, at + 1
        else:
            found = _ITEM.match(source, at)
            if not found:
                raise PatternError(f"cannot read {source[at:]!r} in {source!r}")
            piece, at = _item(found, classes, slots), found.end()
        if at < len(source) and source[at] == "?":
            piece, at = f"(?:{piece})?", at + 1
        out.append(piece)
    return "".join(out)


def _item(found: re.Match[str], classes: WordClasses, slots: dict[str, str]) -> str:
    if found["other"]:
        return re.escape(found["other"])
    if found["word"]:
        return f"(?:{alternation(_words(found['word'], classes))})"
    cls, slot = found["cls"], found["slot"]
    if cls == OPEN:
        body = _INNER
    elif cls in {"ANY", "ITEM"}:
        body = _ANY if cls == "ANY" else _ONE
    elif cls == QUOTED:
        body = "“[^”]{1,40}”"
    elif cls in CLASSES:
        body = f"[{CLASSES[cls]}]"
    else:
        body = alternation(_words(cls, classes))
    if slot is None:
        return f"(?:{body})"
    return f"(?P<{_new(slot, cls, slots)}>{body})"


def _new(slot: str, cls: str, slots: dict[str, str]) -> str:
    if slot in slots:
        raise PatternError(f"the slot {slot} stands twice")
    slots[slot] = cls
    return slot


def _words(name: str, classes: WordClasses) -> Mapping[str, str]:
    try:
        return classes[name]
    except KeyError:
        raise PatternError(f"no word class is called {name!r}") from None


def _closing(source: str, at: int, pair: str = "()") -> int:
    depth = 0
    for i in range(at, len(source)):
        depth += {pair[0]: 1, pair[1]: -1}.get(source[i], 0)
        if depth == 0:
            return i
    raise PatternError(f"a bracket is not closed: {source[at:]!r}")


def _branches(source: str) -> list[str]:
    depth, start, out = 0, 0, []
    for i, char in enumerate(source):
        depth += {"(": 1, ")": -1}.get(char, 0)
        if char == "|" and depth == 0:
            out.append(source[start:i])
            start = i + 1
    return [*out, source[start:]]
