"""Labels to Label Studio and doccano and back, against what those tools document."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import orjson
import pytest
from hypothesis import given
from hypothesis import strategies as st
from tools.generate import ROOT

from extract.evaluation import GoldError
from extract.evaluation.exchange import FORMATS, doccano, export_labels, import_labels, label_studio
from extract.evaluation.exchange.carriers import Document, ExchangeError, Link, Region
from extract.evaluation.exchange.transfer import document_rows
from extract.evaluation.gold import Problem

from .cases import label, write_lines

TEXT = "𠮷县有工厂5家，其中新厂3家。𠮷县人民银行行长丁某到场。"
LABELS = [
    label(id="甲-001", quote="工厂5家", anchor="5家", value=5, subject="𠮷县"),
    label(id="甲-002", quote="新厂3家", anchor="3家", value=3, subject="𠮷县", metric="新厂", part_of="甲-001"),
    label(record_type="role", quote="行长丁某", anchor="丁某", person="丁某", org="𠮷县人民银行", titles=["行长"]),
]
MENTIONS: list[dict[str, Any]] = [
    {"doc": "甲.txt", "label": "PLACE", "quote": "𠮷县有", "anchor": "𠮷县"},
    {"doc": "甲.txt", "label": "PERSON", "quote": "丁某", "anchor": "丁某", "optional": True},
]


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    (tmp_path / "texts").mkdir()
    (tmp_path / "texts" / "甲.txt").write_text(TEXT, "utf-8")
    write_lines(tmp_path / "gold" / "甲.jsonl", LABELS)
    write_lines(tmp_path / "gold" / "甲.mentions.jsonl", MENTIONS)
    return tmp_path


def exported(gold: Path, form: str, **options: bool) -> Any:
    content = export_labels(gold / "gold", gold / "texts", form, **options)
    return orjson.loads(content) if form == "label-studio" else [orjson.loads(line) for line in content.splitlines()]


def rows(path: Path) -> list[dict[str, Any]]:
    return [orjson.loads(line) for line in path.read_bytes().splitlines()]


def imported(gold: Path, form: str, content: Any) -> list[Problem]:
    many = form == "doccano"
    data = b"\n".join(map(orjson.dumps, content)) if many else orjson.dumps(content)
    return import_labels(data, form, gold / "back", gold / "texts")


@pytest.mark.parametrize("form", FORMATS)
def test_nothing_is_lost_on_the_way_there_and_back(gold: Path, form: str) -> None:
    assert imported(gold, form, exported(gold, form)) == []
    assert rows(gold / "back" / "甲.jsonl") == LABELS
    assert rows(gold / "back" / "甲.mentions.jsonl") == MENTIONS


@pytest.mark.parametrize("form", FORMATS)
def test_the_gold_set_of_the_project_goes_there_and_back(tmp_path: Path, form: str) -> None:
    content = export_labels(ROOT / "gold" / "dev", ROOT / "corpus", form)
    assert import_labels(content, form, tmp_path / "back", ROOT / "corpus") == []
    for path in sorted((ROOT / "gold" / "dev").glob("*.jsonl")):
        assert rows(tmp_path / "back" / path.name) == rows(path), path.name


@pytest.mark.parametrize("form", FORMATS)
def test_the_text_comes_back_where_it_is_not_yet(gold: Path, form: str) -> None:
    content = export_labels(gold / "gold", gold / "texts", form)
    assert import_labels(content, form, gold / "a", gold / "new") == []
    assert (gold / "new" / "甲.txt").read_bytes().decode() == TEXT
    (gold / "new" / "甲.txt").write_text("other", "utf-8")
    assert [problem.code for problem in import_labels(content, form, gold / "b", gold / "new")] == ["text_differs"]


@pytest.mark.parametrize("form", FORMATS)
def test_a_text_without_a_label_goes_along(gold: Path, form: str) -> None:
    write_lines(gold / "gold" / "乙.jsonl", [])
    (gold / "texts" / "乙.txt").write_text("无事。", "utf-8")
    assert imported(gold, form, exported(gold, form)) == []
    assert rows(gold / "back" / "乙.jsonl") == []


def test_labels_that_do_not_stand_in_their_text_are_not_exported(gold: Path) -> None:
    write_lines(gold / "gold" / "甲.jsonl", [LABELS[0] | {"anchor": "6家"}])
    with pytest.raises(GoldError, match="anchor_not_found"):
        exported(gold, "doccano")


def test_what_was_corrected_is_not_written_over(gold: Path) -> None:
    content = export_labels(gold / "gold", gold / "texts", "doccano")
    with pytest.raises(FileExistsError):
        import_labels(content, "doccano", gold / "gold")


@pytest.mark.parametrize(
    ("docs", "said"),
    [(["../甲.txt"], "within its folder"), (["/etc/甲.txt"], "within its folder"), (["甲.txt", "甲.txt"], "two texts")],
)
def test_a_name_that_would_write_elsewhere_or_over_another_is_refused(
    tmp_path: Path, docs: list[str], said: str
) -> None:
    content = doccano.write([Document(doc, TEXT) for doc in docs])
    with pytest.raises(ExchangeError, match=said):
        import_labels(content, "doccano", tmp_path / "back", tmp_path / "texts")
    assert list(tmp_path.iterdir()) == []


# ---- Label Studio: labelstud.io/guide/task_format ------------------------------------------------------------------


def test_a_task_has_the_documented_shape(gold: Path) -> None:
    (task,) = exported(gold, "label-studio")
    assert set(task) == {"data", "annotations"}
    assert task["data"] == {"doc": "甲.txt", "text": TEXT}
    results = task["annotations"][0]["result"]
    region, slots = results[:2]
    # offsets count code points: 𠮷 is one
    assert region["value"] == {"start": 5, "end": 7, "text": "5家", "labels": ["statistic"]}
    assert (region["type"], region["from_name"], region["to_name"]) == ("labels", "label", "text")
    assert (slots["type"], slots["from_name"], slots["id"]) == ("textarea", "slots", region["id"])
    assert orjson.loads(slots["value"]["text"][0]) == LABELS[0]
    (link,) = [result for result in results if result["type"] == "relation"]
    part = next(r for r in results if r.get("value", {}).get("text") == "3家")
    ends = {"from_id": part["id"], "to_id": region["id"]}
    assert link == {"type": "relation", **ends, "direction": "right", "labels": ["part_of"]}


def test_ids_have_the_documented_characters_and_are_unique(gold: Path) -> None:
    (task,) = exported(gold, "label-studio")
    ids = [r["id"] for r in task["annotations"][0]["result"] if r["type"] == "labels"]
    assert len(set(ids)) == len(ids) == 5
    assert all(set(name) <= set(map(chr, range(128))) for name in ids)


def test_a_draft_may_go_as_predictions(gold: Path) -> None:
    (task,) = exported(gold, "label-studio", as_predictions=True)
    assert set(task) == {"data", "predictions"}
    assert task["predictions"][0]["model_version"] == "extract"
    assert imported(gold, "label-studio", [task]) == []
    assert rows(gold / "back" / "甲.jsonl") == LABELS


def test_the_configuration_names_every_tag_and_label_that_results_have(gold: Path) -> None:
    from xml.etree import ElementTree

    root = ElementTree.fromstring(label_studio.configuration())
    tags = {element.get("name"): element.tag for element in root if element.get("name")}
    assert tags == {"label": "Labels", "text": "Text", "slots": "TextArea"}
    offered = {element.get("value") for element in root.iter("Label")}
    (task,) = exported(gold, "label-studio")
    used = {name for r in task["annotations"][0]["result"] for name in r.get("value", {}).get("labels", [])}
    assert used <= offered
    assert {element.get("value") for element in root.iter("Relation")} == {"part_of"}


def tool_task(*results: dict[str, Any]) -> dict[str, Any]:
    """A task as the tool exports it, with the fields that it adds."""
    annotation = {"id": 9, "completed_by": 1, "result": list(results), "was_cancelled": False, "ground_truth": False}
    annotation |= {"created_at": "2031-03-09T22:16:08.728353Z", "lead_time": 4.2, "result_count": 2, "task": 1}
    return {
        "id": 1,
        "data": {"doc": "甲.txt", "text": TEXT},
        "annotations": [annotation],
        "predictions": [],
        "project": 8,
    }


def region(name: str, start: int, end: int, kind: str, text: str | None = None) -> dict[str, Any]:
    value = {"start": start, "end": end, "labels": [kind]} | ({} if text is None else {"text": text})
    return {"id": name, "from_name": "label", "to_name": "text", "type": "labels", "origin": "manual", "value": value}


def test_what_the_tool_exports_is_read(gold: Path) -> None:
    link = {"type": "relation", "from_id": "b", "to_id": "a", "direction": "right", "labels": ["part_of"], "notes": ""}
    task = tool_task(region("a", 5, 7, "statistic"), region("b", 12, 14, "statistic", "3家"), link)
    (document,) = label_studio.read(orjson.dumps([task]))
    assert document.regions == (Region("a", 5, 7, "statistic"), Region("b", 12, 14, "statistic"))
    assert document.links == (Link("b", "a", "part_of"),)


def test_an_arrow_to_the_left_points_the_other_way() -> None:
    link = {"type": "relation", "from_id": "a", "to_id": "b", "direction": "left", "labels": ["part_of"]}
    task = tool_task(region("a", 5, 7, "statistic"), region("b", 12, 14, "statistic"), link)
    assert label_studio.read(orjson.dumps([task]))[0].links == (Link("b", "a", "part_of"),)


def test_the_last_annotation_that_was_not_skipped_is_taken() -> None:
    task = tool_task(region("a", 5, 7, "statistic"))
    skipped = {"result": [region("b", 0, 2, "PLACE")], "was_cancelled": True}
    earlier = {"result": [region("c", 0, 2, "PLACE")]}
    task["annotations"] = [earlier, *task["annotations"], skipped]
    assert [r.name for r in label_studio.read(orjson.dumps([task]))[0].regions] == ["a"]


def test_offsets_in_utf16_units_are_turned_back() -> None:
    # as releases before code points wrote them: 𠮷 is two units
    task = tool_task(region("a", 0, 3, "PLACE", "𠮷县"), region("b", 6, 8, "statistic", "5家"))
    (document,) = label_studio.read(orjson.dumps([task]))
    assert [TEXT[r.start : r.end] for r in document.regions] == ["𠮷县", "5家"]


@pytest.mark.parametrize(
    ("results", "said"),
    [
        ([region("a", 5, 7, "statistic", "6家")], "does not stand at 5-7"),
        ([region("a", 5, 99, "statistic")], "does not stand"),
        ([region("a", 7, 7, "statistic")], "does not stand"),
        ([region("a", 5, 7, "statistic") | {"value": {"start": "/p[1]", "end": 7, "labels": ["statistic"]}}], "whole"),
        ([region("a", 5, 7, "statistic") | {"value": {"start": 5, "end": 7, "labels": []}}], "one label"),
        ([{"type": "textarea", "id": "a", "value": {"text": ["{"]}}], "no JSON"),
        ([{"type": "textarea", "id": "a", "value": {"text": ["[]"]}}], "no JSON object"),
    ],
)
def test_what_cannot_be_read_says_why(results: list[dict[str, Any]], said: str) -> None:
    with pytest.raises(ExchangeError, match=said):
        label_studio.read(orjson.dumps([tool_task(*results)]))


@pytest.mark.parametrize("content", [b"{}", b"[", orjson.dumps([{"data": {"text": "x"}}])])
def test_a_file_of_something_else_is_refused(content: bytes) -> None:
    with pytest.raises(ExchangeError):
        label_studio.read(content)


# ---- doccano: its catalogue's example of relation extraction -------------------------------------------------------


def test_a_line_has_the_documented_shape(gold: Path) -> None:
    (line,) = exported(gold, "doccano")
    assert line["text"] == TEXT
    assert line["entities"][:2] == [
        {"id": 1, "label": "statistic", "start_offset": 5, "end_offset": 7},
        {"id": 2, "label": "statistic", "start_offset": 12, "end_offset": 14},
    ]
    assert line["relations"] == [{"id": 1, "from_id": 2, "to_id": 1, "type": "part_of"}]


def test_ids_count_through_the_file(gold: Path) -> None:
    write_lines(gold / "gold" / "乙.jsonl", [label(doc="乙.txt", quote="厂1家", anchor="1家", value=1)])
    (gold / "texts" / "乙.txt").write_text("有厂1家。", "utf-8")
    ids = [entity["id"] for line in exported(gold, "doccano") for entity in line["entities"]]
    assert sorted(ids) == list(range(1, 7))


def test_lines_are_known_again_after_the_tool_gave_new_ids(gold: Path) -> None:
    # exported again: ids of its own, the text under `data`, our fields as they were, comments
    (line,) = exported(gold, "doccano")
    ids = {entity["id"]: 700 - entity["id"] for entity in line["entities"]}
    again = {"id": 31, "data": line["text"], "doc": line["doc"], "rows": line["rows"], "Comments": []}
    again["entities"] = [entity | {"id": ids[entity["id"]]} for entity in reversed(line["entities"])]
    ends = [(link["from_id"], link["to_id"]) for link in line["relations"]]
    again["relations"] = [{"id": 5, "from_id": ids[a], "to_id": ids[b], "type": "part_of"} for a, b in ends]
    assert imported(gold, "doccano", [again]) == []
    assert rows(gold / "back" / "甲.jsonl") == LABELS


def test_a_line_outside_its_text_is_refused() -> None:
    entity = {"id": 1, "label": "PLACE", "start_offset": 1, "end_offset": 9}
    with pytest.raises(ExchangeError, match=r"line 1: 甲\.txt: no text stands at 1-9"):
        doccano.read(orjson.dumps({"text": "甲县", "doc": "甲.txt", "entities": [entity]}))
    with pytest.raises(ExchangeError, match="line 1: doc"):
        doccano.read(orjson.dumps({"text": "甲县"}))


# ---- what was changed in a tool ------------------------------------------------------------------------------------


def changed(regions: list[Region], links: tuple[Link, ...] = ()) -> tuple[list[dict[str, Any]], list[str]]:
    problems: list[Problem] = []
    labels, _ = document_rows(Document("甲.txt", TEXT, tuple(regions), links), "甲", problems)
    return [dict(row) for row in labels], [problem.code for problem in problems]


def test_a_region_that_was_moved_is_quoted_anew() -> None:
    # 5家 becomes 工厂5家
    (row,), problems = changed([Region("a", 3, 7, "statistic", LABELS[0])])
    assert (row["anchor"], row["quote"], problems) == ("工厂5家", "𠮷县有工厂5家", [])
    assert {k: v for k, v in row.items() if k not in ("anchor", "quote")} == {
        k: v for k, v in LABELS[0].items() if k not in ("anchor", "quote")
    }


def test_a_region_drawn_in_the_tool_is_a_label_that_lacks_its_slots() -> None:
    (row,), problems = changed([Region("a", 5, 7, "statistic")])
    assert row == {
        "doc": "甲.txt",
        "id": "new-1",
        "record_type": "statistic",
        "quote": "𠮷县有工厂5家",
        "anchor": "5家",
    }
    assert set(problems) == {"bad_value"}


def test_a_link_drawn_or_taken_away_changes_the_total() -> None:
    both = [Region("a", 5, 7, "statistic", LABELS[0]), Region("b", 12, 14, "statistic", LABELS[1])]
    assert [row.get("part_of") for row in changed(both)[0]] == [None, None]
    assert [row.get("part_of") for row in changed(both, (Link("b", "a", "part_of"),))[0]] == [None, "甲-001"]
    assert [row.get("part_of") for row in changed(both, (Link("a", "b", "part_of"),))[0]] == ["甲-002", None]


def test_what_means_nothing_here_is_said() -> None:
    regions = [Region("a", 5, 7, "statistic", LABELS[0]), Region("b", 0, 2, "TOWN")]
    rows_, problems = changed(regions, (Link("a", "b", "located_in"),))
    assert (len(rows_), problems) == (1, ["unknown_relation", "unknown_label"])


# ---- any text ------------------------------------------------------------------------------------------------------


ANY = '甲乙5家，。\r\n"\\<&𠮷🚢'


@st.composite
def documents(draw: st.DrawFn) -> Document:
    text = draw(st.text(ANY, min_size=1, max_size=30))
    spans = draw(st.lists(st.tuples(st.integers(0, len(text) - 1), st.integers(1, 5)), max_size=6))
    kinds = st.sampled_from(["statistic", "PLACE", "QUANTITY"])
    row = st.one_of(
        st.none(), st.fixed_dictionaries({"quote": st.text(ANY, max_size=5), "value": st.integers(0, 2**53)})
    )
    regions = tuple(
        Region(f"r{at}", start, min(start + size, len(text)), draw(kinds), draw(row))
        for at, (start, size) in enumerate(spans)
    )
    names = [region.name for region in regions]
    ends = st.tuples(st.sampled_from(names), st.sampled_from(names)) if names else st.nothing()
    links = draw(st.lists(ends, max_size=3)) if names else []
    return Document("甲.txt", text, regions, tuple(Link(a, b, "part_of") for a, b in links))


@given(documents())
def test_label_studio_carries_any_document(document: Document) -> None:
    assert label_studio.read(label_studio.write([document])) == [document]


@given(documents())
def test_doccano_carries_any_document_but_for_the_names_of_regions(document: Document) -> None:
    (back,) = doccano.read(doccano.write([document]))
    names = dict(zip((region.name for region in back.regions), (r.name for r in document.regions), strict=True))
    assert (back.doc, back.text) == (document.doc, document.text)
    assert [(r.start, r.end, r.label, r.row) for r in back.regions] == [
        (r.start, r.end, r.label, r.row) for r in document.regions
    ]
    assert tuple(Link(names[a.source], names[a.target], a.kind) for a in back.links) == document.links
