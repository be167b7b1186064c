"""Killed writers, writers at once, damaged write-ahead logs: what was acknowledged is there and true, nothing else is."""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.casebook import worlds
from tests.casebook.worlds import PASSPHRASE, digest

from testigo.casebook.casebook import Casebook, open_casebook
from testigo.errors import Broken

ROOT = Path(__file__).resolve().parents[2]
SIZE = 3


def writer(path: Path, name: str, batches: int) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "tests.casebook.writer", str(path), name, str(batches), str(SIZE)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline() == "ready\n"
    return process


def kill(process: subprocess.Popen[str], after: float) -> list[str]:
    """What it had acknowledged when it was killed."""
    time.sleep(after)
    process.kill()
    said, _ = process.communicate(timeout=30)
    return said.split()


def holds(book: Casebook, batch: str) -> int:
    """How many of a batch's originals are there."""
    return sum(book.original_by_sha256(digest(f"{batch}.{n}")) is not None for n in range(SIZE))


def test_what_a_killed_writer_had_acknowledged_is_there_and_nothing_half(tmp_path: Path) -> None:
    path = tmp_path / "book"
    worlds.empty(path).close()
    chance = random.Random(7)
    acknowledged: list[str] = []
    for run in range(5):
        acknowledged += kill(writer(path, f"run{run}", 10_000), chance.uniform(0.0, 0.4))
        with open_casebook(path, PASSPHRASE) as book:
            assert book.verify_rows().damages == ()
            assert all(holds(book, batch) == SIZE for batch in acknowledged)
            counts = book.counts()
            assert counts.originals == counts.captures == counts.reports == counts.readings == counts.claims
            assert counts.originals % SIZE == 0
            # At most one batch of each run was done but not yet acknowledged.
            assert len(acknowledged) * SIZE <= counts.originals <= (len(acknowledged) + run + 1) * SIZE
    assert acknowledged


def test_two_processes_record_at_once(tmp_path: Path) -> None:
    path = tmp_path / "book"
    worlds.empty(path).close()
    both = [writer(path, name, 12) for name in ("left", "right")]
    with open_casebook(path, PASSPHRASE) as book:
        while any(process.poll() is None for process in both):
            book.reports()
            book.search("weaver")
            time.sleep(0.02)
        for process in both:
            assert process.communicate()[1] == ""
            assert process.returncode == 0
        assert book.counts().reports == 2 * 12 * SIZE
        assert book.verify_rows().damages == ()


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, list[str]]:
    """A casebook whose writer was killed, with its write-ahead log, and what was acknowledged."""
    path = tmp_path_factory.mktemp("killed") / "book"
    worlds.empty(path).close()
    process = writer(path, "run", 4)
    assert process.stdout is not None
    acknowledged = [process.stdout.readline().strip() for _ in range(3)]
    acknowledged += kill(process, 0)
    return path, [batch for batch in acknowledged if batch]


def test_a_damaged_write_ahead_log_never_loses_a_commit_in_silence(
    killed: tuple[Path, list[str]], tmp_path: Path
) -> None:
    path, acknowledged = killed
    log = path / "casebook.db-wal"
    if not log.exists():
        pytest.skip("the writer was faster than the kill and closed its casebook")
    content = log.read_bytes()
    assert len(content) > 4096
    outcomes = set()
    for at in [0, 5, 12, 20, 30, *range(32, len(content), len(content) // 12)]:
        copy = tmp_path / f"{at}"
        shutil.copytree(path, copy)
        changed = bytearray(content)
        changed[at] ^= 16
        (copy / "casebook.db-wal").write_bytes(bytes(changed))
        outcomes.add(outcome(copy, acknowledged))
        shutil.rmtree(copy)
    assert "told" in outcomes


def outcome(path: Path, acknowledged: list[str]) -> str:
    """Whether the loss was told, or nothing was lost."""
    told = ""
    try:
        with open_casebook(path, PASSPHRASE) as book:
            assert all(holds(book, batch) == SIZE for batch in acknowledged)
            assert book.verify_rows().damages == ()
    except Broken as error:
        told = error.message
    kept = path / "casebook.db-wal.kept"
    assert kept.exists() == bool(told)
    assert not told or kept.stat().st_mode & 0o077 == 0
    assert not told or "acknowledged" in told or "damaged" in told
    return "told" if told else "whole"
