"""The object store: durable, once, true, and silent to who seizes it."""

from __future__ import annotations

import errno
import hashlib
import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from testigo.archive import durable, seal
from testigo.archive.objects import ObjectStore, Stored
from testigo.errors import Broken, Conflict, TestigoError

KEYS = (bytes(range(32)), bytes(range(32, 64)))


class World:
    """A store and the names that its database would know."""

    def __init__(self, folder: Path) -> None:
        self.store = ObjectStore(folder / "archive", *KEYS)
        self.known: set[str] = set()

    def has(self, name: str) -> bool:
        return name in self.known

    def add(self, *contents: bytes) -> list[Stored]:
        with self.store.batch(self.has) as batch:
            stored = [batch.put(content) for content in contents]
            batch.publish()
            self.known.update(one.name for one in stored)
        return stored

    def files(self) -> set[str]:
        return {p.name for p in self.store.directory.rglob("*") if p.is_file() and p.name != "lock"}


@pytest.fixture
def world(tmp_path: Path) -> World:
    return World(tmp_path)


def test_what_was_put_can_be_read_and_is_the_same(world: World) -> None:
    (stored,) = world.add(b"a report")
    assert stored.sha256 == hashlib.sha256(b"a report").digest()
    assert world.store.read(stored.name, stored.sha256, 100) == b"a report"
    assert world.store.digest(stored.name) == (stored.sha256, 8)


def test_the_same_bytes_are_one_object(world: World) -> None:
    first, twin = world.add(b"a report", b"a report")
    (again,) = world.add(b"a report")
    assert (first.new, twin.new, again.new) == (True, False, False)
    assert world.files() == {first.name}


def test_names_and_sizes_do_not_tell_what_is_held(world: World) -> None:
    (stored,) = world.add(b"a known leaflet")
    path = world.store.path_of(stored.name)
    plain = hashlib.sha256(b"a known leaflet").hexdigest()
    assert plain not in str(path)
    assert ObjectStore(world.store.directory, KEYS[0], bytes(32)).name_of(stored.sha256) != stored.name
    assert path.stat().st_size == seal.sealed_size(100)
    assert b"leaflet" not in path.read_bytes()
    assert path.stat().st_mode & 0o077 == 0


def test_large_originals_stream_through(world: World) -> None:
    pieces = [bytes([i]) * 300_000 for i in range(12)]
    with world.store.batch(world.has) as batch:
        stored = batch.put_stream(iter(pieces))
        assert batch.put(b"".join(pieces)).new is False
        batch.publish()
        world.known.add(stored.name)
    assert world.store.digest(stored.name) == (hashlib.sha256(b"".join(pieces)).digest(), 3_600_000)


def test_reading_stops_at_the_limit(world: World) -> None:
    (stored,) = world.add(b"x" * 1000)
    with pytest.raises(ValueError, match="larger than 999"):
        world.store.read(stored.name, stored.sha256, 999)


def test_a_missing_or_exchanged_object_is_named(world: World) -> None:
    first, second = world.add(b"one", b"two")
    world.store.path_of(first.name).write_bytes(world.store.path_of(second.name).read_bytes())
    with pytest.raises(Broken):
        world.store.digest(first.name)
    world.store.path_of(first.name).unlink()
    with pytest.raises(Broken, match="missing"):
        world.store.digest(first.name)


@pytest.mark.parametrize(
    "name", ["", "..", "../" * 20 + "etc/passwd", "A" * 64, "a" * 63, "a" * 65, "g" * 64, "\0" * 64]
)
def test_only_object_names_become_paths(world: World, name: str) -> None:
    with pytest.raises(ValueError, match="not an object name"):
        world.store.path_of(name)


def test_copying_out_leaves_nothing_of_a_damaged_object(world: World, tmp_path: Path) -> None:
    content = os.urandom(3 * seal.CHUNK)
    (stored,) = world.add(content)
    path = world.store.path_of(stored.name)
    data = bytearray(path.read_bytes())
    data[-20] ^= 1
    good = path.read_bytes()
    path.write_bytes(data)
    out = tmp_path / "out"
    out.mkdir()
    with pytest.raises(Broken):
        world.store.copy_out(stored.name, stored.sha256, out / "copy.bin")
    assert list(out.iterdir()) == []
    path.write_bytes(good)
    world.store.copy_out(stored.name, stored.sha256, out / "copy.bin")
    assert (out / "copy.bin").read_bytes() == content


def test_an_error_before_the_commit_leaves_nothing(world: World) -> None:
    with pytest.raises(RuntimeError), world.store.batch(world.has) as batch:  # noqa: PT012
        batch.put(b"never acknowledged")
        batch.publish()
        raise RuntimeError
    assert world.files() == set()


def test_what_a_killed_writer_left_is_cleared_by_the_next(world: World) -> None:
    (kept,) = world.add(b"kept")
    store = world.store
    leftover, half = store.name_of(b"\1" * 32), store.directory / "incoming" / "1234"
    store.path_of(leftover).parent.mkdir(exist_ok=True)
    store.path_of(leftover).write_bytes(b"published, never committed")
    half.write_bytes(b"half")
    (store.directory / "pending").write_text(f"{leftover}\n{kept.name}\n../../x\n")
    store.clear_leftovers(world.has)
    assert world.files() == {kept.name}


def test_an_object_that_no_row_and_no_batch_names_is_never_removed(world: World) -> None:
    stranger = world.store.name_of(b"\1" * 32)
    world.add(b"kept")
    world.store.path_of(stranger).parent.mkdir(exist_ok=True)
    world.store.path_of(stranger).write_bytes(b"perhaps the database is an old copy")
    world.add(b"more")
    assert stranger in world.files()


def test_bytes_whose_row_was_lost_can_be_added_again(world: World) -> None:
    (stored,) = world.add(b"one")
    world.known.clear()
    (again,) = world.add(b"one")
    assert again.new
    assert world.store.digest(stored.name) == (stored.sha256, 3)


def test_an_object_that_lost_its_file_is_written_again(world: World) -> None:
    (stored,) = world.add(b"one")
    world.store.path_of(stored.name).unlink()
    assert world.add(b"one")[0].new
    assert world.store.digest(stored.name) == (stored.sha256, 3)


def test_two_writers_take_turns(world: World) -> None:
    other = World(world.store.directory.parent)
    other.known = world.known
    failed: list[BaseException] = []

    def work(one: World, mark: bytes) -> None:
        try:
            for number in range(20):
                one.add(b"shared", mark + bytes([number]))
        except BaseException as error:  # noqa: BLE001  shown by the assertion below
            failed.append(error)

    threads = [threading.Thread(target=work, args=(w, m)) for w, m in ((world, b"a"), (other, b"b"))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed
    assert world.files() == world.known
    assert len(world.known) == 41


def test_a_lock_held_too_long_is_a_conflict(tmp_path: Path) -> None:
    with (
        durable.locked(tmp_path / "lock"),
        pytest.raises(Conflict, match="another process"),
        durable.locked(tmp_path / "lock", 0.1),
    ):
        pass


# -- failing disks ---------------------------------------------------------------------------------------------


class Failing:
    """Lets the nth call of a function of `os` fail, once it is armed."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, name: str, number: int) -> None:
        self.calls, self.armed, self.number, self.at = 0, False, number, 10**9
        real = getattr(os, name)

        def call(*args: object, **kwargs: object) -> object:
            if self.armed:
                self.calls += 1
                if self.calls == self.at:
                    raise OSError(self.number, os.strerror(self.number))
            return real(*args, **kwargs)

        monkeypatch.setattr(os, name, call)


@pytest.fixture
def _always_fsync(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(durable, "_syncfs", lambda: None)


@pytest.mark.parametrize("name", ["write", "open", "fsync", "replace", "lseek"])
@pytest.mark.parametrize("number", [errno.ENOSPC, errno.EIO, errno.EMFILE])
@pytest.mark.usefixtures("_always_fsync")
def test_whatever_call_fails_nothing_half_done_is_visible_and_a_retry_works(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, number: int
) -> None:
    failing = Failing(monkeypatch, name, number)
    contents = [b"x" * size for size in (10, 300, 1_300_000)]
    for at in range(1, 40):
        world = World(tmp_path / str(at))
        world.add(b"before")
        failing.calls, failing.at, failing.armed = 0, at, True
        try:
            world.add(*contents)
        except TestigoError:
            pass
        else:
            assert failing.calls < at, "a failed call was passed over"
            assert at > 1, "the call is never made"
            break
        finally:
            failing.armed = False
        assert len(world.known) == 1, "an unacknowledged original is known"
        world.store.clear_leftovers(world.has)
        assert world.files() == world.known
        assert [stored.new for stored in world.add(*contents)] == [True, True, True]
        assert world.files() == world.known
    else:
        pytest.fail("the loop never came through")


def test_a_full_disk_is_said_in_plain_words(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    failing = Failing(monkeypatch, "write", errno.ENOSPC)
    world = World(tmp_path)
    failing.at, failing.armed = 1, True
    with pytest.raises(TestigoError, match="the disk is full") as caught:
        world.add(b"one")
    assert "add again" in caught.value.hint


# -- each step of durability is needed -------------------------------------------------------------------------


def steps(world: World, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The order of renames, syncs and the commit in one batch."""
    seen: list[str] = []
    real_replace, real_sync = Path.replace, durable.sync_all

    def replace(self: Path, target: Path) -> Path:
        seen.append("list" if Path(target).name == "pending" else "rename")
        return real_replace(self, target)

    def sync(directory: Path, files: Iterator[Path], directories: Iterator[Path]) -> None:
        real_sync(directory, files, directories)
        seen.append("sync")

    monkeypatch.setattr(Path, "replace", replace)
    monkeypatch.setattr(durable, "sync_all", sync)
    with world.store.batch(world.has) as batch:
        one = batch.put(b"one")
        batch.put(b"two")
        batch.publish()
        seen.append("commit")
        world.known.add(one.name)
        assert (world.store.directory / "pending").exists(), "the list goes only after the commit"
    return seen


def test_bytes_are_synced_before_they_get_their_names_and_names_before_the_commit(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert steps(world, monkeypatch) == ["list", "sync", "rename", "rename", "sync", "commit"]
    assert not (world.store.directory / "pending").exists()


def test_every_file_and_folder_written_is_among_those_synced(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    synced: list[set[str]] = []
    monkeypatch.setattr(
        durable,
        "sync_all",
        lambda _top, files, folders: synced.append({p.name for p in [*files, *folders]}),
    )
    with world.store.batch(world.has) as batch:
        stored = batch.put(b"one")
        waiting = {p.name for p in (world.store.directory / "incoming").iterdir()}
        batch.publish()
        world.known.add(stored.name)
    first, second = synced
    assert waiting | {"pending"} <= first
    assert {stored.name[:2], "archive"} <= second


def test_the_few_are_synced_one_by_one_and_the_many_at_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []
    real = os.fsync

    def fsync(handle: int) -> None:
        calls.append(handle)
        real(handle)

    monkeypatch.setattr(os, "fsync", fsync)
    files = [tmp_path / str(n) for n in range(20)]
    for file in files:
        file.write_bytes(b"x")
    durable.sync_all(tmp_path, files[:3], [tmp_path])
    assert len(calls) == 4
    durable.sync_all(tmp_path, files, [tmp_path])
    assert len(calls) in (4, 25)  # 25 where the system has no syncfs
