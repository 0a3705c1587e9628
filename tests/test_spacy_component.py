"""The pipeline as a spaCy component."""

from __future__ import annotations

from pathlib import Path

import spacy

TEXT = "2022年，全市完成工业投资460亿元。"


def test_the_component_is_found_by_its_name_and_fills_the_doc() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("extract_records", config={"place": "滨海市"})
    doc = nlp(TEXT)
    (record,) = doc._.records
    assert (record.subject, record.metric, record.quantity.value) == ("滨海市", "工业投资", 46_000_000_000)
    assert {span.label_ for span in doc.spans["extract"]} >= {"QUANTITY", "TIME"}
    assert all(span.text for span in doc.spans["extract"])


def test_it_survives_being_saved_and_loaded(tmp_path: Path) -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("extract_records", config={"place": "滨海市"})
    before = [record.model_dump() for record in nlp(TEXT)._.records]
    nlp.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    assert [record.model_dump() for record in loaded(TEXT)._.records] == before


def test_a_pipe_of_texts_is_read_in_order() -> None:
    nlp = spacy.blank("zh")
    nlp.add_pipe("extract_records")
    assert [len(doc._.records) for doc in nlp.pipe([TEXT, "今天天气很好。", TEXT])] == [1, 0, 1]


def test_it_takes_a_users_words(tmp_path: Path) -> None:
    lexicon = tmp_path / "words.tsv"
    lexicon.write_text("云机\tORG\t云台机械集团有限公司\n", "utf-8")
    nlp = spacy.blank("zh")
    nlp.add_pipe("extract_records", config={"lexicon": str(lexicon)})
    (record,) = nlp("2022年，云机完成工业投资460亿元。")._.records
    assert (record.subject, record.full_names) == ("云机", {"云机": "云台机械集团有限公司"})


def test_it_takes_names_from_a_model(tmp_path: Path) -> None:
    named = spacy.blank("zh")
    named.add_pipe("entity_ruler").add_patterns([{"label": "ORG", "pattern": "丘南制造所"}])  # type: ignore[attr-defined]
    named.to_disk(tmp_path / "model")
    nlp = spacy.blank("zh")
    nlp.add_pipe("extract_records", config={"names": f"spacy:{tmp_path / 'model'}"})
    (record,) = nlp("2022年，丘南制造所完成工业投资460亿元。")._.records
    assert record.subject == "丘南制造所"
