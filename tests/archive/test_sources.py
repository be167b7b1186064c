"""What a person names becomes sources, and nothing that was not named."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from testigo.archive.names import shown
from testigo.archive.sources import IN_MEMORY, Failed, Fed, Source, files, is_address


def names(found: list[Fed]) -> list[str]:
    return [item.name for item in found if isinstance(item, Source)]


def troubles(found: list[Fed]) -> dict[str, str]:
    return {Path(item.name).name: item.trouble.message for item in found if isinstance(item, Failed)}


def test_the_files_of_a_folder_come_in_order_and_below_it_too(tmp_path: Path) -> None:
    for name in ("b.txt", "a.txt", "sub/c.txt", "sub/deeper/d.txt", ".hidden"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(name.encode())
    found = list(files(str(tmp_path)))
    assert names(found) == [
        str(tmp_path / n) for n in (".hidden", "a.txt", "b.txt", "sub/c.txt", "sub/deeper/d.txt")
    ]


def test_links_pipes_and_sockets_in_a_folder_are_noted_and_not_opened(tmp_path: Path) -> None:
    (tmp_path / "real.txt").write_bytes(b"x")
    (tmp_path / "link").symlink_to("/etc/passwd")
    (tmp_path / "loop").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    found = list(files(str(tmp_path)))
    assert names(found) == [str(tmp_path / "real.txt")]
    assert troubles(found) == {
        "link": "it is a link, which is not followed", "loop": "it is a link, which is not followed", "pipe": "it is no ordinary file",
    }  # fmt: skip


@pytest.mark.parametrize("name", ["missing", "a\0b", "x" * 5000, "/dev/zero", "/dev/null", ""])
def test_what_cannot_be_read_is_a_failure_with_a_reason(name: str, tmp_path: Path) -> None:
    (failed,) = (
        files(name if name.startswith("/") or not name else str(tmp_path / name))
        if name
        else files("/nonexistent")
    )
    assert isinstance(failed, Failed)
    assert failed.trouble.message


def test_the_casebooks_own_folder_is_left_out(tmp_path: Path) -> None:
    (tmp_path / "book").mkdir()
    (tmp_path / "book" / "inside").write_bytes(b"x")
    (tmp_path / "outside").write_bytes(b"x")
    assert names(list(files(str(tmp_path), tmp_path / "book"))) == [str(tmp_path / "outside")]


def test_large_files_stream_and_small_ones_are_in_memory(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as out:
        out.truncate(IN_MEMORY + 1)
    (source,) = files(str(tmp_path / "large"))
    assert isinstance(source, Source)
    assert source.content is None
    assert sum(map(len, source.pieces())) == IN_MEMORY + 1
    assert source.troubles == []


def test_a_file_that_changes_while_it_is_read_is_noted(tmp_path: Path) -> None:
    with (tmp_path / "large").open("wb") as out:
        out.truncate(IN_MEMORY + 1)
    (source,) = files(str(tmp_path / "large"))
    assert isinstance(source, Source)
    pieces = source.pieces()
    next(pieces)
    with (tmp_path / "large").open("ab") as out:
        out.write(b"more")
    for _ in pieces:
        pass
    assert "changed while it was read" in source.troubles[0].message


def test_names_that_are_no_text_are_shown_escaped(tmp_path: Path) -> None:
    for name in (b"\xff\xfe.txt", b"\x1b[2Jclear.txt", b"line\nbreak.txt", "\u202egnp.txt".encode()):
        Path(os.fsdecode(os.fsencode(tmp_path) + b"/" + name)).write_bytes(b"x")
    for shown_name in names(list(files(str(tmp_path)))):
        assert shown_name.isprintable()
        shown_name.encode("utf-8")


def test_showing_a_name_hides_nothing_and_is_short() -> None:
    assert shown("a\u202eb\x00c\ud800\n") == "a\\u202eb\\u0000c\\ud800\\u000a"
    assert len(shown("n" * 4000)) == 201
    assert shown("한글 이름.txt") == "한글 이름.txt"


def test_only_http_and_https_are_addresses() -> None:
    assert all(map(is_address, ("https://farbank.example/", "HTTP://farbank.example")))
    assert not any(map(is_address, ("ftp://x", "file:///x", "/http://x", "x.txt", "")))
