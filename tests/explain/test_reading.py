"""`extract explain TEXT`."""

from __future__ import annotations

from tests.command import run

TEXT = "2031年，南坞市完成工业投资46亿元，占全部投资的41.2%，比北坞市高3.5个百分点。"


def test_a_slot_stands_on_one_line_however_narrow_the_terminal() -> None:
    lines = run("explain", TEXT, "--place", "南坞市").stdout.splitlines()
    (period, *_) = [line for line in lines if line.startswith("   period")]
    assert period.split(maxsplit=1)[1] == "{'text': '2031年', 'start': '2031-01-01', 'end': '2031-12-31'}"
    (share,) = [line for line in lines if "'value': 41.2" in line]
    assert share.endswith("'unit': '%', 'bound': 'exact'}")
