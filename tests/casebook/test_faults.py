"""What the database refuses comes out as an error that a person can act on, and nothing half stays behind."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.db import connection, utils
from tests.casebook import worlds
from tests.casebook.worlds import PASSPHRASE, capture, reading, report

from testigo.casebook import casebook, faults, folder
from testigo.casebook.backend import base, raw
from testigo.casebook.casebook import Casebook, open_casebook
from testigo.casebook.values import NewReading, NewReport, NewTrouble
from testigo.claim import Claim, Filler, Span
from testigo.errors import BadInput, Broken, Conflict, TestigoError


def test_a_full_disk_is_told_and_leaves_nothing_of_the_batch(book: Casebook) -> None:
    before = book.counts()
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA page_count")
        (pages,) = cursor.fetchone()
        cursor.execute(f"PRAGMA max_page_count = {pages}")
        cursor.fetchall()
    with pytest.raises(TestigoError, match="disk is full"):
        book.record_captures([capture(f"many {n}") for n in range(500)])
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA max_page_count = 1000000")
        cursor.fetchall()
    assert book.counts() == before
    assert book.verify_rows().damages == ()
    book.record_captures([capture("again")])
    assert book.counts().captures == before.captures + 1


def test_a_lock_held_too_long_is_a_conflict(book: Casebook, monkeypatch: pytest.MonkeyPatch) -> None:
    key = book.keys.database_key
    book.close()
    monkeypatch.setattr(base, "_BUSY_SECONDS", 0.05)
    with open_casebook(book.path, PASSPHRASE) as again:
        with raw.connected(book.path / folder.DATABASE, key) as other:
            other.execute("BEGIN IMMEDIATE")
            with pytest.raises(Conflict, match="another process"):
                again.record_captures([capture("late")])
            assert again.counts().captures == 2
            other.execute("ROLLBACK")
        assert again.record_captures([capture("late")])[0].new


def test_a_casebook_of_a_newer_testigo_is_left_alone(book: Casebook) -> None:
    key = book.keys.database_key
    book.close()
    with raw.connected(book.path / folder.DATABASE, key) as other:
        other.execute(
            "INSERT INTO django_migrations (app, name, applied) VALUES ('casebook', '9999_later', '2040-01-01 00:00:00')"
        )
    with pytest.raises(BadInput, match="newer Testigo"):
        open_casebook(book.path, PASSPHRASE)


def test_a_head_that_cannot_be_written_is_told_after_the_commit(book: Casebook) -> None:
    (book.path / folder.HEAD).unlink()
    with pytest.raises(TestigoError, match="head"):
        book.record_captures([capture("new")])
    assert book.counts().captures == 3


def test_a_trouble_about_nothing_is_refused(book: Casebook) -> None:
    for bad in (NewTrouble("read", "x", "y", original=99), NewTrouble("read", "x", "y", report=99)):
        with pytest.raises(BadInput, match="there is no"):
            book.record_troubles([bad])
    assert book.counts().troubles == 1


def test_half_of_a_surrogate_pair_stays_out_of_the_rows(bare: Casebook) -> None:
    (one,) = bare.record_captures([capture("a")])
    (id_,) = bare.record_reports(
        [NewReport(one.original, report("Title \ud800\n\nText \udfff end", byline="\udc80"))]
    )
    assert bare.report(id_).report.text == "Title �\n\nText � end"
    words = (Filler(Span(0, 1), "\ud800"),)
    with pytest.raises(ValueError, match="surrogates"):
        bare.record_readings(
            [
                NewReading(
                    id_, reading(Claim("event", "arrest", Span(0, 1), Span(0, 1), "asserted", target=words))
                )
            ]
        )
    assert bare.counts().readings == 0
    assert bare.verify_rows().damages == ()


@pytest.mark.parametrize(
    ("said", "kind"),
    [
        ("database disk image is malformed", Broken),
        ("file is not a database", Broken),
        ("database is locked", Conflict),
        ("database or disk is full", TestigoError),
        ("attempt to write a readonly database", BadInput),
        ("unable to open database file", BadInput),
        ("disk I/O error", Broken),
    ],
)
def test_each_refusal_has_its_kind(said: str, kind: type[TestigoError]) -> None:
    assert type(faults.meant(utils.OperationalError(said))) is kind


def test_no_value_and_no_statement_stands_in_a_message(book: Casebook) -> None:
    from testigo.casebook import tables

    assert book.counts().reports == 2
    with pytest.raises(TestigoError) as caught, faults.told():
        tables.run("INSERT INTO person VALUES (1, 'a secret name', 'x')")
    assert "secret" not in str(caught.value)
    assert "INSERT" not in str(caught.value)


def test_the_library_says_nothing_on_standard_error_about_damage(
    tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    worlds.small(tmp_path / "book").close()
    database = tmp_path / "book" / folder.DATABASE
    content = bytearray(database.read_bytes())
    for at in range(0, len(content), 4096):
        content[at + 50] ^= 1
    database.write_bytes(bytes(content))
    with pytest.raises(Broken):
        open_casebook(tmp_path / "book", PASSPHRASE)
    assert casebook.inspect(tmp_path / "book", PASSPHRASE).damages
    assert capfd.readouterr() == ("", "")
