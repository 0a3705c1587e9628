"""URLs as paths of a second kind."""

from __future__ import annotations

from pathlib import Path

import pytest

from extract.locations import LocationError, Remote, location


@pytest.mark.parametrize("name", ["a.txt", "/srv/press", "C:/press", "a:b/c", "-", "http:/x"])
def test_what_is_no_url_is_a_path(name: str) -> None:
    assert location(name) == Path(name)


@pytest.mark.parametrize(
    ("url", "shown", "name"),
    [
        ("s3://press", "s3://press/", "press"),
        ("s3://press/2030/", "s3://press/2030", "2030"),
        ("gs://press/新 闻/a%20b.jsonl", "gs://press/新 闻/a%20b.jsonl", "a%20b.jsonl"),
        ("s3://press/a.txt?endpoint_override=minio:9000&scheme=http", "s3://press/a.txt", "a.txt"),
        ("file:///srv/a.txt", "file:///srv/a.txt", "a.txt"),
    ],
)
def test_a_url_is_shown_without_its_options(url: str, shown: str, name: str) -> None:
    found = location(url)
    assert isinstance(found, Remote)
    assert (str(found), found.as_posix(), found.name) == (shown, shown, name)


def test_what_lies_below_keeps_the_options() -> None:
    below = location("s3://press?region=eu-north-1") / "2030" / "a.txt"
    assert below == Remote("s3://press", "2030/a.txt", "?region=eu-north-1")


@pytest.fixture
def folder(tmp_path: Path) -> Remote:
    found = location(f"file://{tmp_path}")
    assert isinstance(found, Remote)
    return found


def test_a_file_is_written_read_and_removed(folder: Remote, tmp_path: Path) -> None:
    file = folder / "新 闻" / "a.txt"
    assert not file.exists()
    with pytest.raises(FileNotFoundError):
        file.read_bytes()
    file.write_bytes("盐场".encode())
    assert (tmp_path / "新 闻" / "a.txt").read_text("utf-8") == "盐场"
    with file.open() as opened:
        assert (opened.read(1), opened.seek(3), opened.read()) == (b"\xe7", 3, "场".encode())
    assert (file.is_file(), file.is_dir(), (folder / "新 闻").is_dir()) == (True, False, True)
    file.unlink()
    file.unlink()
    assert not file.exists()


def test_files_are_listed_by_their_whole_paths_with_their_states(folder: Remote) -> None:
    for name in ("b/1.txt", "b.txt", "b-2.txt", ".hidden"):
        (folder / name).write_bytes(name.encode())
    found = list(folder.files())
    assert [name for name, _, _ in found] == [".hidden", "b-2.txt", "b.txt", "b/1.txt"]
    assert [state for _, _, state in found] == [file.state() for _, file, _ in found]
    assert [state[2] for _, _, state in found] == [7, 7, 5, 7]
    assert len({state[:2] for _, _, state in found}) == 4


def test_a_state_tells_a_change(folder: Remote) -> None:
    file = folder / "a.txt"
    file.write_bytes(b"1")
    before = file.state()
    file.write_bytes(b"12")
    assert file.state()[:2] == before[:2]
    assert file.state() != before
    with pytest.raises(FileNotFoundError):
        folder.state()


def test_a_folder_goes_with_all_that_is_in_it(folder: Remote, tmp_path: Path) -> None:
    (folder / "a" / "b.txt").write_bytes(b"1")
    (folder / "a").remove()
    (folder / "a").remove()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("url", ["nowhere://press/a", "x1y://z"])
def test_a_url_that_leads_to_no_store_is_refused(url: str) -> None:
    with pytest.raises(LocationError, match=url.split("/")[0]) as refused:
        (location(url) / "a").exists()
    assert refused.value.code == "unknown_store"
