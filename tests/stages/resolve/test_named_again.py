"""What words point at that was named before."""

from __future__ import annotations

from extract.pipeline import Pipeline

from .reading import column, facts


def test_a_document_that_words_point_at_is_the_last_of_its_kind(pipeline: Pipeline) -> None:
    text = "大连市出台《大连市湿地保护办法》《大连市渔港条例》。该办法由市林业局起草。"
    rows = facts(pipeline, text, kind="policy")
    assert column(rows, "title", "issuer", "action")[-1] == ("大连市湿地保护办法", "市林业局", "起草")


def test_a_note_behind_a_title_does_not_hide_its_kind(pipeline: Pipeline) -> None:
    text = "《大连市人才住房办法（试行）》提出多项规定。该办法自2030年7月1日起施行。"
    assert column(facts(pipeline, text, kind="policy"), "title") == ["大连市人才住房办法（试行）"]


def test_what_points_at_no_document_is_no_policy(pipeline: Pipeline) -> None:
    assert not facts(pipeline, "市政府将于9月修订该办法。", kind="policy")


def test_an_honour_that_words_point_at_is_the_last_one_named(pipeline: Pipeline) -> None:
    text = "年会颁发了“2030年度东海企业文化优秀奖”，我市的海川集团获得这一殊荣。"
    rows = facts(pipeline, text, kind="honor")
    assert column(rows, "recipients", "honor") == [(["海川集团"], "2030年度东海企业文化优秀奖")]


def test_what_points_at_no_honour_is_none(pipeline: Pipeline) -> None:
    assert not facts(pipeline, "海川集团获得这一殊荣。", kind="honor")
