"""Checking rows: each against the ledger entry that records it, and those that repeat others against these.

Rules:
- Where the tree is sound, a digest that does not match means that the row (or its salt) changed.
- `body` is covered by an entry; the columns and rows made from it are made again and compared.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any

from testigo import wire
from testigo.casebook import check_tasks, content, identity, record_said, shelf
from testigo.casebook.values import Damage, NewReport
from testigo.ledger import SALT_SIZE, salted

FIXED = (
    "person", "original", "capture", "trouble", "entry", "checkpoint", "report", "reading", "claim", "filler", "source",
    "directive", "clause", "judgement",
)  # fmt: skip
RECORDED = ("person", "capture", "report", "reading", "judgement", "trouble")
_ORPHANS = (
    (
        "original",
        "SELECT o.id FROM original o WHERE NOT EXISTS (SELECT 1 FROM capture c WHERE c.original_id = o.id)",
    ),
)
_JUDGED = "SELECT count(*) FROM standing s JOIN claim c ON c.id = s.claim_id WHERE c.reading_id = %s"
_DATED = 'SELECT d.claim_id, d."first", d."last" FROM dated d JOIN claim c ON c.id = d.claim_id WHERE c.reading_id = %s'

Parts = dict[str, Callable[[], Iterable[Damage]]]


def parts(connection: Any, counts: dict[str, int]) -> Parts:
    """The checks of this module by the name of what they look at."""
    checks: Parts = {
        f"the table {kind}": lambda kind=kind: _recorded(connection, kind, counts)  # type: ignore[misc]
        for kind in RECORDED
    }
    checks["entries without their row"] = lambda: _missing(connection)
    checks["originals without a capture"] = lambda: _orphans(connection)
    checks["texts of reports"] = lambda: _reports(connection)
    checks["claims and orders of readings"] = lambda: _readings(connection, counts)
    checks["the list of reports"] = lambda: _shelf(connection)
    checks["the counts of filters"] = lambda: _tally(connection)
    checks["to whom reports were given"] = lambda: check_tasks.tasks(connection)
    return checks


def _columns(kind: str, table: str) -> str:
    return ", ".join(f'{table}."{column}"' for column in content.COLUMNS[kind])


def _recorded(connection: Any, kind: str, counts: dict[str, int]) -> Iterator[Damage]:
    """Every row of a kind against its entry."""
    counts[kind] = 0
    sql = (
        f"SELECT e.number, e.digest, e.salt, {_columns(kind, 't')} FROM {kind} t"  # noqa: S608 - names are ours
        f" LEFT JOIN entry e ON e.subject_kind = '{kind}' AND e.subject = t.id ORDER BY t.id"
    )
    for number, digest, salt, *row in connection.execute(sql):
        counts[kind] += 1
        what = f"{kind} {row[0]}"
        if number is None:
            yield Damage("row", what, "no entry of the ledger records it")
            continue
        covered = content.canonical(kind, row, _covered(connection, kind, row))
        if not isinstance(salt, bytes) or len(salt) != SALT_SIZE or salted(salt, covered) != digest:
            yield Damage("row", what, f"it is not as entry {number} recorded it")


def _covered(connection: Any, kind: str, row: Sequence[Any]) -> list[tuple[Any, ...]]:
    """The rows that the entry of a row covers with it."""
    if kind == "capture":
        sql = f"SELECT {_columns('original', 'o')} FROM original o WHERE o.id = ?"  # noqa: S608 - names are ours
        return list(connection.execute(sql, (row[1],)))
    if kind == "reading":
        sql = f"SELECT {_columns('claim', 'c')} FROM claim c WHERE c.reading_id = ? ORDER BY c.number"  # noqa: S608
        return list(connection.execute(sql, (row[0],)))
    return []


def _missing(connection: Any) -> Iterator[Damage]:
    for kind in RECORDED:
        sql = (
            f"SELECT e.number, e.subject FROM entry e WHERE e.subject_kind = '{kind}'"  # noqa: S608 - names are ours
            f" AND NOT EXISTS (SELECT 1 FROM {kind} t WHERE t.id = e.subject)"
        )
        for number, subject in connection.execute(sql):
            yield Damage("row", f"{kind} {subject}", f"missing, though entry {number} recorded it")
    marks = ", ".join("?" * len(RECORDED))
    sql = f"SELECT number FROM entry WHERE subject_kind NOT IN ({marks})"  # noqa: S608 - marks only
    for (number,) in connection.execute(sql, RECORDED):
        yield Damage("entry", f"entry {number}", "it records a kind of row that there is not")


def _orphans(connection: Any) -> Iterator[Damage]:
    for kind, sql in _ORPHANS:
        for (id_,) in connection.execute(sql):
            yield Damage("row", f"{kind} {id_}", "no capture says where it came from")


def _reports(connection: Any) -> Iterator[Damage]:
    """What repeats the body of a report, against it."""
    sql = f"SELECT {_columns('report', 't')} FROM report t ORDER BY t.id"  # noqa: S608 - names are ours
    for row in connection.execute(sql):
        values = dict(zip(content.COLUMNS["report"], row, strict=True))
        report = wire.report_from_json({**json.loads(values["body"]), "text": values["text"]})
        again = record_said.report_row(row[0], NewReport(values["original_id"], report), values["at"])
        if list(again) != list(row):
            yield Damage("row", f"report {row[0]}", "its columns do not say what its body says")


def _readings(connection: Any, counts: dict[str, int]) -> Iterator[Damage]:
    counts["claim"] = 0
    sql = (
        "SELECT g.id, g.body, r.text, o.sha256 FROM reading g JOIN report r ON r.id = g.report_id"
        " JOIN original o ON o.id = r.original_id ORDER BY g.id"
    )
    for id_, body, text, sha256 in connection.execute(sql):
        key = identity.text_key(sha256, text)
        yield from _claims(connection, id_, key, counts)
        yield from _directives(connection, id_, key, body)


def _names(columns: Sequence[str]) -> str:
    return ", ".join(f'"{column}"' for column in columns)


def _claims(connection: Any, reading: int, key: str, counts: dict[str, int]) -> Iterator[Damage]:
    sql = f"SELECT {_names(record_said.CLAIM)} FROM claim WHERE reading_id = ? ORDER BY number"  # noqa: S608
    fillers = _parts_of(connection, "filler", record_said.FILLER, reading)
    sources = _parts_of(connection, "source", record_said.SOURCE, reading)
    for number, row in enumerate(connection.execute(sql, (reading,))):
        counts["claim"] += 1
        value = json.loads(row[-1])
        claim = wire.claim_from_json(value)
        (again,) = record_said.claim_rows((key, reading, row[0]), (claim,), (row[-1],), (value,))
        if row[2] != number or (*again[:2], number, *again[3:]) != row:
            yield Damage("row", f"claim {row[0]}", "its columns do not say what its body says")
        for table, there, wanted in (
            ("filler", fillers, record_said.filler_rows(row[0], claim)),
            ("source", sources, record_said.source_rows(row[0], claim)),
        ):
            if sorted(there.get(row[0], ()), key=repr) != sorted(wanted, key=repr):
                yield Damage("row", f"{table} rows of claim {row[0]}", "they do not say what the claim says")


def _parts_of(
    connection: Any, table: str, columns: Sequence[str], reading: int
) -> dict[int, list[tuple[Any, ...]]]:
    """The rows of a table that belong to the claims of a reading, by claim."""
    sql = (
        f"SELECT {_names(columns)} FROM {table} WHERE claim_id IN (SELECT id FROM claim WHERE reading_id = ?)"  # noqa: S608
    )
    found: dict[int, list[tuple[Any, ...]]] = {}
    for row in connection.execute(sql, (reading,)):
        found.setdefault(row[0], []).append(row)
    return found


def _directives(connection: Any, reading: int, key: str, body: str) -> Iterator[Damage]:
    directives = wire.reading_from_json({**json.loads(body), "claims": []}).directives
    sql = f"SELECT {_names(record_said.DIRECTIVE)} FROM directive WHERE reading_id = ? ORDER BY number"  # noqa: S608
    rows = list(connection.execute(sql, (reading,)))
    wanted = list(record_said.directive_rows(key, reading, 0, directives))
    if [row[1:] for row in rows] != [row[1:] for row in wanted]:
        yield Damage("row", f"directive rows of reading {reading}", "they do not say what the reading says")
        return
    for row, directive in zip(rows, directives, strict=True):
        clauses = f"SELECT {_names(record_said.CLAUSE)} FROM clause WHERE directive_id = ? ORDER BY number"  # noqa: S608
        if list(connection.execute(clauses, (row[0],))) != record_said.clause_rows(row[0], directive):
            yield Damage("row", f"clause rows of directive {row[0]}", "they do not say what the reading says")


def _shelf(connection: Any) -> Iterator[Damage]:
    """The derived list of reports against what it is derived from."""
    names = _names(shelf.COLUMNS)
    there = {row[1]: row for row in connection.execute(f"SELECT {names} FROM shelf")}  # noqa: S608 - names are ours
    for (original,) in connection.execute("SELECT DISTINCT original_id FROM report ORDER BY 1").fetchall():
        row = there.pop(original, None)
        if row is None or not _fits(connection, row):
            yield Damage(
                "index",
                f"the list line of original {original}",
                "it is not what its rows say; it can be rebuilt",
            )
    for original in there:
        yield Damage(
            "index", f"the list line of original {original}", "there is no report for it; it can be rebuilt"
        )


def _fits(connection: Any, row: Sequence[Any]) -> bool:
    def ask(sql: str, values: Sequence[Any]) -> list[tuple[Any, ...]]:
        return list(connection.execute(sql.replace("%s", "?"), list(values)))

    (judged,) = ask(_JUDGED, (row[2],))[0]
    line = shelf.line(row[1], ask)
    dated = ask(_DATED, (row[2],))
    told = ask("SELECT report_id, what, value FROM told WHERE report_id = %s ORDER BY what, value", (row[0],))
    times = [] if row[2] is None else shelf.dated_rows(row[2], ask)
    said = [] if row[2] is None else shelf.told_rows(row[0], row[2], ask)
    rows_fit = sorted(dated, key=repr) == sorted(times, key=repr) and told == said
    return tuple(row) == (*line[:11], judged, *line[12:]) and rows_fit


def _tally(connection: Any) -> Iterator[Damage]:
    there = connection.execute("SELECT what, value, reports FROM tally ORDER BY 1, 2").fetchall()
    wanted = connection.execute(
        "SELECT what, value, count(*) FROM told GROUP BY 1, 2 ORDER BY 1, 2"
    ).fetchall()
    if there != wanted:
        yield Damage("index", "the counts of filters", "they are not what the rows say; they can be rebuilt")
