"""A small casebook with invented reports, and a desk before it."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.desk.wsgi import Browser

from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.casebook.setup import configure
from testigo.casebook.values import NewCapture, NewReading, NewReport, NewTrouble
from testigo.claim import Reading
from testigo.desk.door import Door
from testigo.desk.samples import PARAGRAPHS, sample
from testigo.desk.site import Desk, options
from testigo.report import Report

configure(options())
PORT = 8645
NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)
Put = Callable[[Report, Reading | None], int]


def put(casebook: Casebook, report: Report, reading: Reading | None) -> int:
    """A report in the casebook, with its reading if there is one; its id."""
    digest = hashlib.sha256(report.text.encode("utf-8", "surrogatepass")).digest()
    capture = NewCapture(
        digest, len(report.text), digest.hex(), "text/plain", "letter.txt", NOON, tool="testigo add"
    )
    (captured,) = casebook.record_captures((capture,))
    (id_,) = casebook.record_reports((NewReport(captured.original, report),))
    if reading is not None:
        casebook.record_readings((NewReading(id_, reading),))
    return id_


def sample_report() -> tuple[Report, Reading]:
    made = sample()
    report = Report(
        made.text, made.blocks, title=PARAGRAPHS[0][1], publisher="Northtown Courier",
        published="2026-11-24", language="en", extractor="text", version="1",
    )  # fmt: skip
    return report, Reading("sample", "1", "1", "en", made.claims, (made.directive,))


@pytest.fixture
def casebook(tmp_path: Path) -> Iterator[Casebook]:
    """Two invented reports, the second one not read yet, and one trouble."""
    with create(tmp_path / "case", None, plain=True, cost=FOR_TESTS) as made:
        put(made, *sample_report())
        put(made, Report("북부 시장에서 단속이 강화되었다.", (), title="북부 시장", language="ko"), None)
        made.record_troubles(
            (NewTrouble("extract", "letter.pdf", "the file asks for a password", "save it without one"),)
        )
        yield made


@pytest.fixture
def desk(casebook: Casebook) -> Desk:
    return Desk(casebook, "case", PORT, Door(), plain=True)


@pytest.fixture
def browser(desk: Desk) -> Browser:
    """A browser that came in."""
    return Browser(desk).come_in()
