"""Verify finds every change and names exactly what is damaged."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import pytest
from tests.archive import makes

from testigo.archive.check import Kept, object_fault, text_fault
from testigo.archive.objects import ObjectStore
from testigo.archive.preserve import preserve
from testigo.archive.verify import Verified, verify
from testigo.archive.worker import Pool
from testigo.casebook.casebook import Casebook
from testigo.casebook.values import NewReport

WORDS = (
    "Guards arrest three\n\nThree people were arrested in Pellick on Tuesday, a source in the province said."
)


@pytest.fixture
def filled(book: Casebook, tmp_path: Path) -> Casebook:
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.txt").write_bytes(WORDS.encode("cp949"))
    (folder / "b.html").write_bytes(makes.page())
    (folder / "c.eml").write_bytes(
        makes.mail("Words of the mail.", d_txt=b"Words attached. They stand here.")
    )
    (folder / "e.pdf").write_bytes(makes.pdf("Guards arrest three\nThree people were arrested."))
    assert preserve(book, [str(folder)]).troubles == ()
    return book


def objects_of(book: Casebook) -> list[Path]:
    return [book.objects_dir / row.object[:2] / row.object for row in book.originals()]


def named(result: Verified) -> set[tuple[str, str]]:
    return {(damage.kind, damage.what.split(" (")[0]) for damage in result.damages}


def test_a_sound_casebook_is_found_sound_and_counted(filled: Casebook) -> None:
    result = verify(filled)
    assert result.damages == ()
    assert result.notes == ()
    assert result.counts["originals"] == 5
    assert result.counts["texts"] == 5
    assert result.checkpoint
    assert dict(result.in_force)["limits"].startswith("1024 MiB")


def test_progress_goes_to_the_end(filled: Casebook) -> None:
    class Told:
        def __init__(self) -> None:
            self.all: list[tuple[int, int]] = []

        def at(self, done: int, total: int) -> None:
            self.all.append((done, total))

    told = Told()
    verify(filled, progress=told)
    assert told.all[-1] == (10, 10)


def test_what_is_added_while_it_runs_is_no_damage(filled: Casebook, tmp_path: Path) -> None:
    class Adding:
        def at(self, done: int, _total: int) -> None:
            if done == 1:
                (tmp_path / "late.txt").write_text("It came while everything was verified.", "utf-8")
                assert preserve(filled, [str(tmp_path / "late.txt")]).troubles == ()

    assert verify(filled, texts=False, progress=Adding()).damages == ()
    assert len(objects_of(filled)) == 6


@pytest.mark.parametrize("at", [0, 9, 30, 70, 150, -1])
def test_a_changed_byte_in_any_object_names_that_original(filled: Casebook, at: int) -> None:
    for number, path in enumerate(objects_of(filled), 1):
        data = bytearray(path.read_bytes())
        data[at] ^= 1
        path.write_bytes(data)
        assert ("object", f"original {number}") in named(verify(filled, texts=False))
        assert len(verify(filled, texts=False).damages) == 1
        data[at] ^= 1
        path.write_bytes(data)
    assert verify(filled).damages == ()


def test_every_single_byte_of_one_object_counts(filled: Casebook) -> None:
    store = ObjectStore(filled.objects_dir, filled.keys.seal_key, filled.keys.name_key)
    row = next(filled.originals())
    path = store.path_of(row.object)
    data = bytearray(path.read_bytes())
    for at in range(len(data)):
        data[at] ^= 1
        path.write_bytes(data)
        assert object_fault(store, Kept(row.id, row.sha256, row.size, row.media_type, row.object)), at
        data[at] ^= 1
    path.write_bytes(data)
    assert not object_fault(store, Kept(row.id, row.sha256, row.size, row.media_type, row.object))


def test_missing_exchanged_and_extra_objects_are_named(filled: Casebook) -> None:
    first, second, *_ = objects_of(filled)
    held = first.read_bytes()
    first.unlink()
    assert ("object", "original 1") in named(verify(filled))
    first.write_bytes(second.read_bytes())
    assert ("object", "original 1") in named(verify(filled))
    first.write_bytes(held)
    extra = filled.objects_dir / "ab" / ("ab" * 32)
    extra.parent.mkdir(exist_ok=True)
    extra.write_bytes(b"planted")
    odd = extra.with_name("notes.txt")
    odd.write_bytes(b"planted")
    assert named(verify(filled)) == {("object", f"object {'ab' * 32}"), ("object", "object notes.txt")}


def test_a_text_that_its_original_does_not_give_is_named(filled: Casebook) -> None:
    row = next(filled.originals())
    report = filled.report(filled.reports_of(row.id)[0]).report
    forged = dataclasses.replace(report, text=report.text.replace("Three people", "Forty people"))
    (number,) = filled.record_reports([NewReport(row.id, forged)])
    result = verify(filled)
    assert named(result) == {("text", f"report {number}")}
    assert "not the one that its original gives" in result.damages[0].why


def test_blocks_that_its_original_does_not_give_are_named(filled: Casebook) -> None:
    row = next(filled.originals())
    report = filled.report(filled.reports_of(row.id)[0]).report
    forged = dataclasses.replace(
        report, blocks=tuple(dataclasses.replace(b, kind="furniture") for b in report.blocks)
    )
    store = ObjectStore(filled.objects_dir, filled.keys.seal_key, filled.keys.name_key)
    with Pool() as pool:
        kept = Kept(row.id, row.sha256, row.size, row.media_type, row.object)
        assert text_fault(store, pool, kept, report) == ("", "")
        assert text_fault(store, pool, kept, forged) == (
            "its blocks are not those that its original gives",
            "",
        )


def test_a_text_of_another_version_is_not_compared_and_that_is_said(filled: Casebook) -> None:
    row = next(filled.originals())
    report = filled.report(filled.reports_of(row.id)[0]).report
    older = dataclasses.replace(report, version="0", text=report.text + " ", blocks=())
    (number,) = filled.record_reports([NewReport(row.id, older)])
    result = verify(filled)
    assert result.damages == ()
    assert result.notes == (
        f"report {number}: it was made by plain 0; this installation has plain 1, so it was not compared",
    )


def test_what_a_killed_writer_left_is_no_damage(filled: Casebook) -> None:
    name = "cd" * 32
    (filled.objects_dir / "cd").mkdir(exist_ok=True)
    (filled.objects_dir / "cd" / name).write_bytes(b"published, never committed")
    (filled.objects_dir / "pending").write_text(name)
    (filled.objects_dir / "incoming" / "half").write_bytes(b"half")
    assert verify(filled).damages == ()
    assert not (filled.objects_dir / "cd" / name).exists()


def test_an_empty_casebook_is_sound(book: Casebook) -> None:
    assert verify(book).damages == ()
