"""The derived rows behind the list of reports, kept up to date in the transaction that changes what they show."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from testigo.casebook import draw, drawn, index, tables, tasks
from testigo.casebook.days import days
from testigo.casebook.history import deciding, of_keys
from testigo.casebook.values import NewTrouble

Select = Callable[[str, Sequence[Any]], list[tuple[Any, ...]]]

COLUMNS = (
    "report_id", "original_id", "reading_id", "publisher", "published", "first", "last", "language", "claims",
    "unreadable", "directives", "judged", "troubles", "title", "added",
)  # fmt: skip
TOLD = ("kind", "act", "status")
BATCH = 200
"""So many readings at a time are put into the index of claims."""
_COUNT_ONE = (
    "INSERT INTO tally (what, value, reports) VALUES (%s, %s, 1)"
    " ON CONFLICT (what, value) DO UPDATE SET reports = reports + 1"
)
_LATEST = (
    "SELECT r.id, r.title, r.body, date(r.at), (SELECT max(g.id) FROM reading g WHERE g.report_id = r.id) FROM report r"
    " WHERE r.original_id = %s ORDER BY r.id DESC LIMIT 1"
)
_COUNTS = (
    "SELECT (SELECT count(*) FROM claim WHERE reading_id = g.id), (SELECT count(*) FROM directive WHERE reading_id = g.id),"
    " g.language IS NULL FROM reading g WHERE g.id = %s"
)
_TIMES = (
    "SELECT f.claim_id, f.value FROM filler f JOIN claim c ON c.id = f.claim_id"
    " WHERE c.reading_id = %s AND f.slot = 'time' AND f.value IS NOT NULL ORDER BY f.claim_id, f.number"
)
_TROUBLES = (
    "SELECT count(*) FROM trouble t WHERE t.original_id = %s"
    " OR t.report_id IN (SELECT id FROM report WHERE original_id = %s)"
)
_JUDGED = (
    "UPDATE shelf SET judged = (SELECT count(*) FROM standing s JOIN claim c ON c.id = s.claim_id"
    " WHERE c.reading_id = shelf.reading_id) WHERE reading_id = %s"
)


def originals_of(reports: Iterable[int]) -> list[tuple[int, int]]:
    """Pairs of original and report for the reports."""
    pairs = []
    for report in reports:
        row = tables.one("SELECT original_id FROM report WHERE id = %s", (report,))
        if row is not None:
            pairs.append((int(row[0]), report))
    return pairs


def refresh(pairs: Iterable[tuple[int, int]]) -> None:
    """Make the rows of these originals again. pairs: of original and report."""
    readings: list[int] = []
    for original in dict.fromkeys(original for original, _ in pairs):
        old = tables.one("SELECT reading_id, report_id FROM shelf WHERE original_id = %s", (original,))
        if old is not None:
            _clear_reading(*old)
            tables.run("DELETE FROM shelf WHERE original_id = %s", (original,))
        row = line(original, tables.select)
        tables.insert("shelf", COLUMNS, (row,))
        if row[2] is not None:
            readings.append(row[2])
            _tell(row[0], row[2])
            tables.insert("dated", ("claim_id", "first", "last"), dated_rows(row[2], tables.select))
            keys = tables.select("SELECT key FROM claim WHERE reading_id = %s", (row[2],))
            _stand(key for (key,) in keys)
    for start in range(0, len(readings), BATCH):
        index.add_claims(readings[start : start + BATCH])
        drawn.refresh(readings[start : start + BATCH])


def _clear_reading(reading: int | None, report: int) -> None:
    if reading is None:
        return
    index.drop_claims(reading)
    tables.run("DELETE FROM drawn WHERE report_id = %s", (report,))
    for table in ("standing", "draw", "dated"):
        tables.run(
            f"DELETE FROM {table} WHERE claim_id IN (SELECT id FROM claim WHERE reading_id = %s)",  # noqa: S608 - ours
            (reading,),
        )
    tables.run(
        "UPDATE tally SET reports = reports - 1 WHERE EXISTS"
        " (SELECT 1 FROM told t WHERE t.report_id = %s AND t.what = tally.what AND t.value = tally.value)",
        (report,),
    )
    tables.run("DELETE FROM tally WHERE reports < 1")
    tables.run("DELETE FROM told WHERE report_id = %s", (report,))


def told_rows(report: int, reading: int, select: Select) -> list[tuple[Any, ...]]:
    """The columns report_id, what, value for a reading. select: runs a query and gives all rows."""
    rows = select("SELECT kind, act, status FROM claim WHERE reading_id = %s", (reading,))
    pairs = {(what, value) for row in rows for what, value in zip(TOLD, row, strict=True)}
    return [(report, what, value) for what, value in sorted(pairs)]


def _tell(report: int, reading: int) -> None:
    rows = told_rows(report, reading, tables.select)
    tables.insert("told", ("report_id", "what", "value"), rows)
    for _, what, value in rows:
        tables.run(_COUNT_ONE, (what, value))


def dated_rows(reading: int, select: Select) -> list[tuple[Any, ...]]:
    """The columns claim_id, first, last for every dated time of a reading. select: runs a query and gives all rows."""
    rows = [(claim, *days(value)) for claim, value in select(_TIMES, (reading,))]
    return [row for row in rows if row[1:] != (None, None)]


def line(original: int, select: Select) -> tuple[Any, ...]:
    """The columns of an original's row, with `judged` 0. select: runs a query and gives all rows."""
    report, title, body, added, reading = select(_LATEST, (original,))[0]
    about = json.loads(body)
    published = about.get("published")
    counts = (0, 0, False) if reading is None else select(_COUNTS, (reading,))[0]
    (troubles,) = select(_TROUBLES, (original, original))[0]
    return (
        report, original, reading, about.get("publisher") or "", published, *days(published),
        about.get("language") or "", counts[0], bool(counts[2]), counts[1], 0, troubles, title, added,
    )  # fmt: skip


def refresh_judged(keys: Iterable[str]) -> None:
    """Find again which judgement is in force about claims with these keys in readings in force."""
    touched = _stand(keys)
    readings = sorted({reading for reading, _ in touched})
    index.renew(readings, {claim for _, claim in touched})
    drawn.refresh(readings)


def _stand(keys: Iterable[str]) -> list[tuple[int, int]]:
    """The rows of `standing` for these keys, made again. Gives the claims concerned: reading and id."""
    touched: list[tuple[int, int]] = []
    stands: list[tuple[int, str, str | None]] = []
    for key, history in of_keys("claim", keys).items():
        claims = tables.select(
            "SELECT c.id, c.reading_id, c.act FROM claim c JOIN shelf s ON s.reading_id = c.reading_id WHERE c.key = %s",
            (key,),
        )
        decided = deciding(history)
        for claim, reading, act in claims:
            touched.append((reading, claim))
            stands.append((claim, key, None if decided is None else decided.verdict))
            tables.run("DELETE FROM standing WHERE claim_id = %s", (claim,))
            if decided is not None:
                row = (claim, decided.verdict, decided.id, key, act)
                tables.insert("standing", ("claim_id", "verdict", "judgement_id", "key", "act"), (row,))
    for reading in {reading for reading, _ in touched}:
        tables.run(_JUDGED, (reading,))
    draw.refresh(stands)
    return touched


def refresh_troubles(new: Sequence[NewTrouble]) -> None:
    """Count again the troubles of the originals and reports that new ones concern."""
    originals = {item.original for item in new if item.original is not None}
    originals |= {
        original for original, _ in originals_of(item.report for item in new if item.report is not None)
    }
    for original in originals:
        (count,) = tables.select(_TROUBLES, (original, original))[0]
        tables.run("UPDATE shelf SET troubles = %s WHERE original_id = %s", (count, original))


def rebuild() -> None:
    """Make every row again."""
    index.drop_all_claims()
    for table in ("standing", "dated", "told", "tally", "draw", "drawn", "code", "shelf"):
        tables.run(f"DELETE FROM {table}")  # noqa: S608 - names are ours
    refresh(
        (original, 0) for (original,) in tables.select("SELECT DISTINCT original_id FROM report ORDER BY 1")
    )
    draw.redraw()
    tasks.rebuild()
