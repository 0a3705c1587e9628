"""The page: everything in one file, nothing from elsewhere."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from extract.evaluation.changes import changes
from extract.evaluation.errors import errors
from extract.evaluation.items import Item
from extract.evaluation.page import data, page
from extract.evaluation.scoring import compare_items

from .cases import item

GOLD = [item((0, 2), name_="甲-001"), item((4, 6), metric="<b>车间</b>", name_="甲-002"), item((8, 10))]
RUN = [item((0, 2), subject="乙县", rule="statistic.level"), item((4, 6), metric="车间", rule="statistic.bare")]


class Tags(HTMLParser):
    """Counts tags, and what they point to."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.links: list[str] = []
        self.errors: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self.links += [str(given[name]) for name in ("src", "href") if name in given]
        if "error" in str(given.get("class", "")):
            self.errors.append(given)
        if tag not in ("meta", "input"):
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def written(gold: list[Item], run: list[Item], other: list[Item] | None = None) -> tuple[str, Tags]:
    report = compare_items(["甲.txt"], gold, run)
    compared = None if other is None else changes(compare_items(["甲.txt"], gold, other), report)
    html = page(data(report, errors(report), compared))
    tags = Tags()
    tags.feed(html)
    assert tags.open == []
    return html, tags


def test_it_needs_nothing_from_elsewhere() -> None:
    html, tags = written(GOLD, RUN, RUN[:1])
    assert tags.links == []
    assert not re.search(r"https?:|url\(|@import", html)


def test_every_error_is_there_with_what_it_can_be_chosen_by() -> None:
    _, tags = written(GOLD, RUN)
    chosen = [(e["data-kind"], e["data-slot"], e["data-rule"], e["data-article"]) for e in tags.errors]
    assert chosen == [
        ("missed", "", "", "甲.txt"),
        ("wrong slot", "subject", "statistic.level", "甲.txt"),
        ("wrong slot", "metric", "statistic.bare", "甲.txt"),
    ]


def test_what_texts_say_is_no_markup() -> None:
    html, _ = written(GOLD, RUN)
    assert "&lt;b&gt;车间&lt;/b&gt;" in html
    assert "<b>车间</b>" not in html


def test_changes_against_another_run_are_shown() -> None:
    html, _ = written(GOLD, RUN, RUN[:1])
    assert "better: missed → found" in html


def test_a_report_without_anything_is_a_page_too() -> None:
    html, tags = written([], [])
    assert tags.errors == []
    assert '<span id="shown">0</span> of 0 errors' in html
