"""Lines of a file of any size: cut where they end in every encoding, decoded one by one, never kept if too long."""

from __future__ import annotations

import io

import pytest
from hypothesis import given
from hypothesis import strategies as st

from extract.sources.carriers import UnusableError
from extract.sources.errors import SourceError
from extract.sources.lines import RawLine, read_lines

TEXTS = st.lists(st.text(st.sampled_from("渔港上下。5%a਀Ċ\r \u2028"), max_size=20), min_size=1, max_size=8)


class Slow(io.BytesIO):
    """A file that gives a few bytes at a time, after its beginning."""

    def read(self, size: int | None = -1) -> bytes:
        return super().read(min(7, size) if self.tell() and size else size)


def texts(data: bytes, encoding: str | None = None) -> list[str]:
    return [line.text() for line in read_lines(Slow(data), encoding)]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "utf-16-be", "utf-32-le", "gb18030"])
@given(lines=TEXTS)
def test_lines_are_those_of_the_whole_text(encoding: str, lines: list[str]) -> None:
    data = "\n".join(lines).encode(encoding)
    assert texts(data, encoding) == (lines if lines[-1] else lines[:-1])


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "utf-32", "gb18030", "big5hkscs"])
def test_the_encoding_is_found_on_the_beginning(encoding: str) -> None:
    lines = ["漁港今年卸下海蝦三百噸，比上年多。", "鹽場開工，工人說好。"]
    assert texts("\n".join(lines).encode(encoding)) == lines


def test_a_line_that_does_not_decode_is_told_by_itself() -> None:
    good, bad, other = read_lines(io.BytesIO("渔港\n".encode() + b"\xff\xfe\n" + "盐场".encode()), "utf-8")
    assert (good.text(), other.text()) == ("渔港", "盐场")
    with pytest.raises(UnusableError) as caught:
        bad.text()
    assert caught.value.error is SourceError.UNDECODABLE


@pytest.mark.parametrize("encoding", ["utf-8", "gb18030"])
def test_a_few_bad_lines_do_not_decide_on_the_encoding(encoding: str) -> None:
    lines = [
        "渔港今年卸下海虾三百吨，比上年多。".encode(encoding),
        b"\xff\x80\xff",
        "盐场开工，工人说好。".encode(encoding),
    ]
    found = list(read_lines(io.BytesIO(b"\n".join(lines)), None))
    assert [line.encoding for line in found] == [encoding] * 3
    assert found[2].text() == "盐场开工，工人说好。"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le"])
@pytest.mark.parametrize("newline", ["", "\n"])
def test_a_line_longer_than_the_limit_is_passed_over(encoding: str, newline: str) -> None:
    data = ("甲\n" + "长" * 500 + "\n乙" + newline).encode(encoding)
    found = list(read_lines(Slow(data), encoding, longest=100))
    size = len(("长" * 500).encode(encoding))
    assert [line.size for line in found] == [len("甲".encode(encoding)), size, len("乙".encode(encoding))]
    assert found[1] == RawLine(None, encoding, size)
    with pytest.raises(UnusableError) as caught:
        found[1].text()
    assert caught.value.error is SourceError.ROW_TOO_LONG


def test_the_last_line_may_be_longer_than_the_limit() -> None:
    (line,) = read_lines(Slow(b"x" * 5000), "utf-8", longest=100)
    assert (line.data, line.size) == (None, 5000)
