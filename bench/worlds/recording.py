"""A generated world as a casebook, or as the values that linking takes: with claims as a reading without a mistake gives them."""

from __future__ import annotations

import datetime as dt
import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from testigo.casebook.values import NewCapture, NewReading, NewReport
from testigo.claim import Reading, Span
from testigo.linking.telling import Telling, telling
from testigo.report import Block, Report

if TYPE_CHECKING:
    from bench.worlds.worlds import Told, World

    from testigo.casebook.casebook import Casebook

BATCH = 500
NOON = dt.datetime(2031, 5, 6, 12, 0, tzinfo=dt.UTC)


def record(book: Casebook, made: World) -> dict[tuple[int, int], int]:
    """Put every report of the world into a casebook; gives the id of each claim by (report number, claim number)."""
    ids: dict[tuple[int, int], int] = {}
    for start in range(0, len(made.reports), BATCH):
        some = made.reports[start : start + BATCH]
        with book.together():
            captured = book.record_captures([_capture(r) for r in some])
            stored = book.record_reports(
                [NewReport(c.original, report(r)) for c, r in zip(captured, some, strict=True)]
            )
            book.record_readings([
                NewReading(id_, Reading("world", "1", "1", r.language, r.claims)) for id_, r in zip(stored, some, strict=True)
            ])  # fmt: skip
        for id_, r in zip(stored, some, strict=True):
            reading = book.report(id_).reading
            ids |= {(r.number, c.number): c.id for c in (reading.claims if reading else ())}
    return ids


def _capture(told: Told) -> NewCapture:
    name = f"world-{told.number}.txt"
    digest = hashlib.sha256(name.encode()).digest()
    return NewCapture(
        digest,
        len(told.text),
        hashlib.sha256(b"object " + digest).hexdigest(),
        "text/plain",
        name,
        NOON,
        tool="world",
    )


def report(told: Told) -> Report:
    """The report as extracted."""
    end = told.text.index("\n")
    return Report(
        told.text, (Block("title", Span(0, end)), Block("body", Span(end + 2, len(told.text)))), told.title, publisher=told.outlet,
        published=told.published.isoformat(), language=told.language, extractor="world", version="1",
    )  # fmt: skip


def tellings(made: World) -> Iterator[tuple[int, tuple[Telling, ...]]]:
    """What linking takes, without a casebook. The id of claim c of report r is 16 * r + c + 1."""
    for told in made.reports:
        found = (
            telling(
                (16 * told.number + n + 1, f"{told.number}.{n}", told.number),
                claim,
                published=told.published.isoformat(),
            )
            for n, claim in enumerate(told.claims)
        )
        yield told.number, tuple(t for t in found if t is not None)
