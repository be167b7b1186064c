"""Nothing is called done before it is on the disk. A kill cannot show a missing sync: the calls themselves are watched."""

from __future__ import annotations

import os
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.db import connection
from tests.casebook import worlds
from tests.casebook.worlds import PASSPHRASE, capture

from testigo.casebook import durable, folder, head, keys
from testigo.casebook.casebook import Casebook
from testigo.casebook.head import Head

Calls = list[tuple[str, str]]


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Calls:
    """What was synced and renamed, in order, by the last part of its path."""
    seen: Calls = []

    def named(handle: int) -> str:
        return Path(f"/proc/self/fd/{handle}").readlink().name

    def watch(owner: Any, name: str, say: Callable[..., tuple[str, str]]) -> None:
        real = getattr(owner, name)

        def call(*args: Any) -> Any:
            seen.append(say(*args))
            return real(*args)

        monkeypatch.setattr(owner, name, call)

    watch(os, "fsync", lambda handle: ("sync", named(handle)))
    watch(Path, "replace", lambda path, target: ("rename", f"{path.name} > {Path(target).name}"))
    watch(Path, "rename", lambda path, target: ("rename", f"{path.name} > {Path(target).name}"))
    return seen


def test_a_small_file_is_synced_before_it_has_its_name_and_its_folder_after(
    tmp_path: Path, calls: Calls
) -> None:
    durable.write(tmp_path / "file", b"content")
    assert calls == [("sync", ".file.part"), ("rename", ".file.part > file"), ("sync", tmp_path.name)]


def test_a_small_file_that_cannot_be_synced_leaves_the_old_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_bytes(b"old")

    def fails(_: int) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fails)
    with pytest.raises(OSError, match="Input/output"):
        durable.write(tmp_path / "file", b"new")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("file", b"old")]


def test_a_casebook_gets_its_keys_last_and_everything_before_is_synced(tmp_path: Path, calls: Calls) -> None:
    folder.make(tmp_path / "book", PASSPHRASE, keys.FOR_TESTS)
    at = calls.index(("rename", ".keys.part > keys"))
    before, after = calls[:at], calls[at + 1 :]
    for wanted in (
        ("sync", ".1.part"),
        ("sync", ".2.part"),
        ("sync", ".keys.part"),
        ("sync", ".head.part"),
        ("sync", "book"),
    ):
        assert wanted in before
    assert after == [("sync", "book"), ("sync", tmp_path.name)]


def test_the_head_is_synced_each_time_it_moves(tmp_path: Path, calls: Calls) -> None:
    key = bytes(32)
    head.make(tmp_path / "head", key)
    calls.clear()
    head.advance(tmp_path / "head", key, Head(1, bytes(32)))
    head.advance(tmp_path / "head", key, Head(1, bytes(32)))
    assert calls == [("sync", "head")]


def test_a_recording_returns_only_after_the_head_is_synced(bare: Casebook, calls: Calls) -> None:
    bare.record_captures([capture("a")])
    assert calls == [("sync", "head")]


@pytest.mark.parametrize(
    ("pragma", "wanted"),
    [("journal_mode", "wal"), ("synchronous", 2), ("foreign_keys", 1), ("temp_store", 2), ("recursive_triggers", 1),
     ("secure_delete", 1), ("trusted_schema", 0)],
)  # fmt: skip
def test_every_thread_has_the_safe_settings(book: Casebook, pragma: str, wanted: object) -> None:
    seen: list[object] = []

    def ask() -> None:
        assert book.counts().reports == 2
        with connection.cursor() as cursor:
            cursor.execute(f"PRAGMA {pragma}")
            seen.append(cursor.fetchone()[0])
        connection.close()

    thread = threading.Thread(target=ask)
    thread.start()
    thread.join()
    ask()
    assert seen == [wanted, wanted]


def test_the_key_is_nowhere_in_the_settings_or_in_what_is_traced(tmp_path: Path) -> None:
    from django.conf import settings
    from django.test.utils import CaptureQueriesContext

    with worlds.empty(tmp_path / "book") as book:
        connection.close()
        with CaptureQueriesContext(connection) as traced:
            book.record_captures([capture("a")])
        secret = book.keys.database_key.hex()
        assert traced.captured_queries
        assert secret not in repr(
            [settings.DATABASES, connection.settings_dict, traced.captured_queries, vars(connection)]
        )
