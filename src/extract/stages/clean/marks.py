"""Marks that markup leaves in the text until lines are read: Unicode noncharacters, which no text may hold."""

from __future__ import annotations

BREAK = "\ufdd0"
"""A new block begins here (`<p>`, `<br>`)."""
HEAD = "\ufdd1"
"""The block is a headline (`#`, `<h1>`)."""
SUBHEAD = "\ufdd2"
"""The block is set off as a whole, in bold."""
ITEM = "\ufdd3"
"""The block is an item of a list."""
CELL = "\ufdd4"
"""The block is a cell of a table."""
LABEL = "\ufdd5"
"""The block stood in brackets at the beginning of the next one, which it heads."""

KINDS = HEAD + SUBHEAD + ITEM + CELL
ALL = BREAK + KINDS + LABEL
