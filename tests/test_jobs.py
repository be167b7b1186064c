"""What several commands do, where no other test looks."""

from __future__ import annotations

from pathlib import Path

import pytest

from testigo.archive.preserve import Options, preserve
from testigo.archive.text import report_of_text
from testigo.casebook.casebook import create
from testigo.casebook.keys import FOR_TESTS
from testigo.errors import BadInput
from testigo.jobs import check_date, read_into, read_or_refuse
from testigo.terminal import Telling


def test_a_text_that_is_too_long_is_kept_and_says_why_it_is_not_read(monkeypatch: pytest.MonkeyPatch) -> None:
    report = report_of_text("Police arrested a man in Hyesan on May 3, a source said.")
    assert read_or_refuse(report).claims
    monkeypatch.setenv("TESTIGO_MAX_READ_MB", "0")
    reading = read_or_refuse(report)
    assert not reading.claims
    assert "TESTIGO_MAX_READ_MB" in reading.notes[0]


def test_one_overlong_text_does_not_hold_up_the_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "long.txt").write_text("Police arrested a man. " * 60_000, "utf-8")
    (tmp_path / "short.txt").write_text("Police arrested a woman in Hyesan on May 3.", "utf-8")
    monkeypatch.setenv("TESTIGO_MAX_READ_MB", "1")
    with create(tmp_path / "case", None, plain=True, cost=FOR_TESTS) as book:
        preserve(book, [tmp_path / "long.txt", tmp_path / "short.txt"])
        assert read_into(book, quiet=True) == 2
        assert read_into(book, quiet=True) == 0
        assert book.counts().claims >= 1


def test_other_schemes_than_http_are_told_as_such(tmp_path: Path) -> None:
    with create(tmp_path / "case", None, plain=True, cost=FOR_TESTS) as book:
        for address in ("ftp://example.org/report.html", "file:///etc/passwd", "gopher://x"):
            with pytest.raises(BadInput, match="can be fetched"):
                preserve(book, [address], Options(fetch=True))


def test_a_date_given_by_hand_is_checked() -> None:
    check_date("2021-10")
    check_date(None)
    with pytest.raises(BadInput):
        check_date("last Tuesday")


def test_long_work_is_told_of_in_few_plain_lines_where_there_is_no_terminal() -> None:
    said: list[str] = []
    now = [0.0]
    told = Telling(said.append, lambda: now[0])
    for second, step, done, of in (
        (1, "taking in the claims", 0, 300_000), (9, "taking in the claims", 5_000, 300_000),
        (31, "taking in the claims", 90_000, 300_000), (45, "taking in the claims", 140_000, 300_000),
        (70, "comparing the claims", 0, 0), (71, "comparing the persons", 0, 0), (140, "keeping what was found", 5_000, 0),
    ):  # fmt: skip
        now[0] = second
        told(step, done, of)
    assert said == [
        "taking in the claims: 90,000 of 300,000, 31 s so far",
        "comparing the claims, 1 min 10 s so far",
        "comparing the persons, 1 min 11 s so far",
        "keeping what was found: 5,000, 2 min 20 s so far",
    ]


def test_short_work_is_not_told_of() -> None:
    said: list[str] = []
    told = Telling(said.append, lambda: 0.0)
    for step in ("taking in the claims", "comparing the claims"):
        told(step)
    assert said == []
