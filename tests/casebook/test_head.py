"""The file that knows how far the ledger came."""

from __future__ import annotations

from pathlib import Path

from testigo.casebook import head
from testigo.casebook.head import Head

KEY = bytes(range(32))


def test_the_latest_head_is_read_and_an_older_one_never_comes_back(tmp_path: Path) -> None:
    path = tmp_path / "head"
    head.make(path, KEY)
    for size in (3, 7, 5, 9, 1):
        head.advance(path, KEY, Head(size, bytes([size]) * 32))
    assert head.latest(path, KEY) == Head(9, b"\x09" * 32)


def test_a_torn_write_spoils_one_record_at_most(tmp_path: Path) -> None:
    path = tmp_path / "head"
    head.make(path, KEY)
    for size in range(1, 9):
        head.advance(path, KEY, Head(size, bytes(32)))
        before = path.read_bytes()
        half = len(before) // 2
        for torn in (before[:half] + bytes(half), bytes(half) + before[half:]):
            path.write_bytes(torn)
            found = head.latest(path, KEY)
            assert found is not None
            assert found.size >= size - 1
        path.write_bytes(before)


def test_a_spoiled_record_is_written_anew_first(tmp_path: Path) -> None:
    path = tmp_path / "head"
    head.make(path, KEY)
    head.advance(path, KEY, Head(4, bytes(32)))
    content = bytearray(path.read_bytes())
    content[-1] ^= 1
    path.write_bytes(bytes(content))
    head.advance(path, KEY, Head(5, bytes(32)))
    assert head.read(path, KEY) == (Head(4, bytes(32)), Head(5, bytes(32)))


def test_every_changed_byte_is_noticed(tmp_path: Path) -> None:
    path = tmp_path / "head"
    head.make(path, KEY)
    head.advance(path, KEY, Head(4, bytes(32)))
    content = path.read_bytes()
    for at in range(len(content)):
        changed = bytearray(content)
        changed[at] ^= 1
        path.write_bytes(bytes(changed))
        assert None in head.read(path, KEY)
    path.write_bytes(content[:-1])
    assert head.read(path, KEY) == (None, None)


def test_the_two_records_cannot_change_places(tmp_path: Path) -> None:
    path = tmp_path / "head"
    head.make(path, KEY)
    head.advance(path, KEY, Head(4, bytes(32)))
    content = path.read_bytes()
    half = len(content) // 2
    path.write_bytes(content[half:] + content[:half])
    assert head.read(path, KEY) == (None, None)
