"""When two spans are the same: they may differ in words, never in a figure."""

from __future__ import annotations

import re

FIGURES = re.compile(
    "[0-9０-９零〇一二两兩三四五六七八九十百千万萬亿億廿卅卌几幾数數半壹贰貳叁參肆伍陆陸柒捌玖拾佰仟%％‰]"
)


def same_span(text: str, ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Whether the spans differ in no figure: with or without 约 and 家 in front and behind (近300家, 300)."""
    start, end = min(ours[0], theirs[0]), max(ours[1], theirs[1])
    inner_start, inner_end = max(ours[0], theirs[0]), min(ours[1], theirs[1])
    if inner_start >= inner_end:
        return False
    return not any(
        FIGURES.search(rest.removesuffix("百分之")) for rest in (text[start:inner_start], text[inner_end:end])
    )
