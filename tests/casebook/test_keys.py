"""The wrapped keys: one passphrase opens them, no changed byte goes unnoticed."""

from __future__ import annotations

import unicodedata
from pathlib import Path

import pytest
from tests.casebook.worlds import PASSPHRASE

from testigo.casebook import keys
from testigo.errors import BadInput, Broken


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    keys.make(tmp_path / "keys", PASSPHRASE, keys.FOR_TESTS)
    return tmp_path / "keys"


def test_the_passphrase_opens_the_same_keys_again(tmp_path: Path) -> None:
    made = keys.make(tmp_path / "keys", PASSPHRASE, keys.FOR_TESTS)
    again = keys.unwrap(tmp_path / "keys", PASSPHRASE)
    assert (again.seal_key, again.name_key, again.database_key, again.head_key) == (
        made.seal_key, made.name_key, made.database_key, made.head_key,
    )  # fmt: skip
    assert again.signer.private_bytes_raw() == made.signer.private_bytes_raw()
    assert (
        len({made.seal_key, made.name_key, made.database_key, made.head_key, made.signer.private_bytes_raw()})
        == 5
    )


def test_a_wrong_passphrase_says_so_and_nothing_more(folder: Path) -> None:
    told = set()
    for wrong in ("", " ", PASSPHRASE + " ", PASSPHRASE.upper(), PASSPHRASE[:-1], "x" * 10_000):
        with pytest.raises(BadInput) as caught:
            keys.unwrap(folder, wrong)
        told.add(str(caught.value))
    assert len(told) == 1


def test_a_passphrase_typed_as_parts_of_signs_is_the_same_passphrase(tmp_path: Path) -> None:
    composed = unicodedata.normalize("NFC", "café 한글 열쇠")
    keys.make(tmp_path / "keys", composed, keys.FOR_TESTS)
    keys.unwrap(tmp_path / "keys", unicodedata.normalize("NFD", composed))


def test_every_changed_byte_of_a_key_file_is_named(folder: Path) -> None:
    for name in keys.FILES:
        content = (folder / name).read_bytes()
        for at in range(len(content)):
            changed = bytearray(content)
            changed[at] ^= 1 << (at % 8)
            (folder / name).write_bytes(bytes(changed))
            assert keys.damages(folder) == ((name, "its bytes are not those that were written"),)
        (folder / name).write_bytes(content)
    assert keys.damages(folder) == ()


def test_one_good_key_file_is_enough_and_two_bad_ones_are_damage(folder: Path) -> None:
    (folder / "1").write_bytes(b"")
    keys.unwrap(folder, PASSPHRASE)
    (folder / "2").write_bytes((folder / "2").read_bytes() + b"\n")
    with pytest.raises(Broken, match="keys"):
        keys.unwrap(folder, PASSPHRASE)


def test_key_files_of_two_casebooks_do_not_mix(tmp_path: Path) -> None:
    keys.make(tmp_path / "a", PASSPHRASE, keys.FOR_TESTS)
    keys.make(tmp_path / "b", PASSPHRASE, keys.FOR_TESTS)
    (tmp_path / "a" / "2").write_bytes((tmp_path / "b" / "2").read_bytes())
    assert keys.damages(tmp_path / "a") == (("2", "it holds other keys than the file 1"),)


def test_nothing_of_the_keys_stands_in_the_files_of_a_closed_casebook(tmp_path: Path) -> None:
    made = keys.make(tmp_path / "keys", PASSPHRASE, keys.FOR_TESTS)
    content = (tmp_path / "keys" / "1").read_text()
    for key in (
        made.seal_key,
        made.name_key,
        made.database_key,
        made.head_key,
        made.signer.private_bytes_raw(),
    ):
        assert key.hex() not in content
    assert made.database_key.hex() not in repr(made)
    assert (tmp_path / "keys" / "1").stat().st_mode & 0o077 == 0


def test_a_cheap_passphrase_is_refused_outside_tests(tmp_path: Path) -> None:
    assert keys.DEFAULT.memory >= 64 << 10
    assert keys.DEFAULT.passes >= 3
    with pytest.raises(BadInput, match="too low"):
        keys.make(tmp_path / "keys", PASSPHRASE, keys.Cost(1024, 1, 1))
    with pytest.raises(BadInput, match="empty"):
        keys.make(tmp_path / "keys", "", keys.DEFAULT)


def test_a_file_that_asks_for_a_terabyte_of_memory_is_damage(folder: Path) -> None:
    stored = (folder / "1").read_text().replace('"cost": [64,', '"cost": [1073741824,')
    lines = "".join(stored.splitlines(keepends=True)[:2])
    import hashlib

    for name in keys.FILES:
        (folder / name).write_text(lines + hashlib.sha256(lines.encode()).hexdigest() + "\n")
    with pytest.raises(Broken):
        keys.unwrap(folder, PASSPHRASE)
