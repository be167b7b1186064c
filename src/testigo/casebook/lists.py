"""Lists: reports, claims, orders, ledger entries, troubles; counts and what to filter by."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any

from testigo.casebook import added, search, tables
from testigo.casebook.history import of_keys
from testigo.casebook.look import stored_claim
from testigo.casebook.values import (
    ClaimFilter,
    ClaimPage,
    Counts,
    EntryLine,
    EntryPage,
    Facet,
    Facets,
    ReportFilter,
    ReportLine,
    ReportPage,
    StoredClaim,
    Trouble,
    TroublePage,
)
from testigo.errors import BadInput

_LINE = (
    "SELECT s.report_id, s.original_id, r.title, s.publisher, s.published, s.language, r.at, s.claims, s.directives,"  # noqa: S608 - ours
    " s.judged, s.troubles, s.reading_id IS NULL, s.unreadable, g.reader, g.version,"
    " CASE WHEN r.title = '' THEN (SELECT k.source FROM capture k WHERE k.original_id = s.original_id ORDER BY k.id LIMIT 1) END,"
    f" (SELECT count(*) FROM ({added.REPORTS} AND j.key = CAST(s.report_id AS TEXT))),"
    " (SELECT k.person FROM task k WHERE k.original_id = s.original_id)"
    " FROM shelf s JOIN report r ON r.id = s.report_id LEFT JOIN reading g ON g.id = s.reading_id"
)
_CLAIM = "SELECT c.id, c.key, s.report_id, c.reading_id, c.number, c.body"
_SORTS = {
    "published": 's."first" IS NULL, s."first", s.report_id',
    "-published": 's."first" DESC, s.report_id DESC',
    "added": "s.report_id",
    "-added": "s.report_id DESC",
    "title": "s.title COLLATE NOCASE, s.report_id",
    "-title": "s.title COLLATE NOCASE DESC, s.report_id DESC",
}
_JUDGED = {
    "all": f"(s.claims > 0 OR s.report_id IN ({added.REPORTS})) AND s.judged >= s.claims",
    "some": f"(s.judged > 0 OR s.report_id IN ({added.REPORTS})) AND s.judged < s.claims",
    "open": "s.judged < s.claims",
    "none": f"s.claims > 0 AND s.judged = 0 AND s.report_id NOT IN ({added.REPORTS})",
}
_OPEN = "NOT EXISTS (SELECT 1 FROM standing t WHERE t.claim_id = c.id)"
_COUNTS = (
    "SELECT (SELECT count(*) FROM original), (SELECT count(*) FROM capture),"  # noqa: S608 - ours
    " (SELECT coalesce(sum(size), 0) FROM original), (SELECT count(*) FROM shelf),"
    " (SELECT count(*) FROM shelf WHERE reading_id IS NULL), (SELECT count(*) FROM reading),"
    " (SELECT coalesce(sum(claims), 0) FROM shelf), (SELECT coalesce(sum(directives), 0) FROM shelf),"
    " (SELECT coalesce(sum(judged), 0) FROM shelf), (SELECT count(*) FROM judgement),"
    " (SELECT count(*) FROM trouble), (SELECT count(*) FROM entry),"
    f" ({added.COUNT})"
)

MOST_COUNTED = 10_000
"""Up to so many claims that fit a filter are counted: beyond, a list says that there are more."""
_AT_HAND = (
    "SELECT count(*), coalesce(sum(claims), 0), coalesce(sum(judged), 0), coalesce(sum(reading_id IS NULL), 0),"  # noqa: S608 - ours
    f" (SELECT count(*) FROM trouble), ({added.COUNT}) FROM shelf"
)
Where = tuple[list[str], list[Any]]


def reports(which: ReportFilter, offset: int, limit: int) -> ReportPage:
    """A page of reports. Errors: BadInput (no such sort or state)."""
    if which.sort not in _SORTS:
        raise BadInput(f"{which.sort!r} is no order of reports", f"use one of: {', '.join(_SORTS)}")
    parts, values = _report_parts(which)
    where = f" WHERE {' AND '.join(parts)}" if parts else ""
    ((total,),) = tables.select(f"SELECT count(*) FROM shelf s{where}", values)  # noqa: S608 - parts are ours
    # Which reports first, then what to show of them: a list in order must not carry the texts of all reports.
    ids = tables.select(
        f"SELECT s.report_id FROM shelf s{where} ORDER BY {_SORTS[which.sort]} LIMIT %s OFFSET %s",  # noqa: S608
        [*values, limit, offset],
    )
    return ReportPage(
        tuple(_line(tables.select(f"{_LINE} WHERE s.report_id = %s", id_)[0]) for id_ in ids), total
    )


def _report_parts(which: ReportFilter) -> Where:
    parts, values = search.rows_for(which.words, "s.report_id")
    for column, value in (("publisher", which.publisher), ("language", which.language)):
        if value is not None:
            parts.append(f"s.{column} = %s")
            values.append(tables.storable(value))
    if which.since is not None:
        parts.append('s."last" >= %s')
        values.append(which.since.isoformat())
    if which.until is not None:
        parts.append('s."first" <= %s')
        values.append(which.until.isoformat())
    if which.judged is not None:
        if which.judged not in _JUDGED:
            raise BadInput(f"{which.judged!r} is no state", f"use one of: {', '.join(_JUDGED)}")
        parts.append(_JUDGED[which.judged])
    if which.trouble is not None:
        parts.append("s.troubles > 0" if which.trouble else "s.troubles = 0")
    if which.unread is not None:
        parts.append("s.reading_id IS NULL" if which.unread else "s.reading_id IS NOT NULL")
    for condition, some in (_task_part(which.assigned), _day_part(which.added)):
        parts += [condition] if condition else []
        values += some
    told = {"kind": which.kind, "act": which.act, "status": which.status}
    for what, value in told.items():
        if value is not None:
            parts.append("s.report_id IN (SELECT report_id FROM told WHERE what = %s AND value = %s)")
            values += [what, tables.storable(value)]
    claims, more = _claim_parts(which.kind, which.act, which.status, which.verdict)
    if len(claims) > 1 or which.verdict is not None:  # all of them by one and the same claim
        claims.insert(0, "c.reading_id = s.reading_id")
        parts.append(f"EXISTS (SELECT 1 FROM claim c WHERE {' AND '.join(claims)})")  # noqa: S608
        values += more
    return parts, values


def _task_part(person: str | None) -> tuple[str, list[Any]]:
    if person is None:
        return "", []
    if not person:
        return "NOT EXISTS (SELECT 1 FROM task k WHERE k.original_id = s.original_id)", []
    return "s.original_id IN (SELECT original_id FROM task WHERE person = %s)", [tables.storable(person)]


def _day_part(day: dt.date | None) -> tuple[str, list[Any]]:
    return ("", []) if day is None else ("s.added = %s", [day.isoformat()])


def _claim_parts(kind: str | None, act: str | None, status: str | None, verdict: str | None) -> Where:
    parts: list[str] = []
    values: list[Any] = []
    for column, value in (("kind", kind), ("act", act), ("status", status)):
        if value is not None:
            parts.append(f"c.{column} = %s")
            values.append(tables.storable(value))
    if verdict == "open":
        parts.append(_OPEN)
    elif verdict is not None:
        parts.append("c.id IN (SELECT claim_id FROM standing WHERE verdict = %s)")
        values.append(tables.storable(verdict))
    return parts, values


def _line(row: Sequence[Any]) -> ReportLine:
    report, original, title, publisher, published, language, at = row[:7]
    claims, directives, judged, troubles, unread, unreadable, reader, version, source, by_hand, person = row[
        7:
    ]
    claims, judged = claims + by_hand, judged + by_hand
    return ReportLine(
        report, original, title, publisher, published, language or None, tables.aware(at), claims, directives, judged,
        troubles, bool(unread), bool(unreadable), reader or "", version or "", source or "", person or "",
    )  # fmt: skip


def facets() -> Facets:
    """What reports can be filtered by."""
    by_report = "SELECT {0}, count(*) FROM shelf GROUP BY 1 ORDER BY 2 DESC, 1"
    told = "SELECT value, reports FROM tally WHERE what = %s ORDER BY 2 DESC, 1"
    found = [
        *(tables.select(by_report.format(column)) for column in ("publisher", "language")),
        *(tables.select(told, (what,)) for what in ("act", "kind", "status")),
    ]
    return Facets(*(tuple(Facet(*row) for row in rows) for rows in found))


def claims(which: ClaimFilter, offset: int, limit: int) -> ClaimPage:
    """A page of claims of readings in force."""
    by_hand = added.that(which) if which.added and not which.words else ()
    first, which = by_hand[offset : offset + limit], replace(which, added=False)
    source, values = _claims_that(which)
    counted = (
        "SELECT coalesce(sum(claims), 0) FROM shelf"
        if which == ClaimFilter()
        else "SELECT count(*) FROM clauses WHERE clauses MATCH %s"
        if values and which == ClaimFilter(words=which.words, people=which.people)
        else f"SELECT count(*) FROM (SELECT 1 {source} LIMIT {MOST_COUNTED + 1})"  # noqa: S608 - parts are ours
    )
    ((total,),) = tables.select(counted, values)
    more = counted.endswith(f"LIMIT {MOST_COUNTED + 1})") and total > MOST_COUNTED
    order = "clauses.rowid DESC" if which.words and values else "s.report_id, c.number"
    rows = tables.select(
        f"{_CLAIM} {source} ORDER BY {order} LIMIT %s OFFSET %s",
        [*values, limit - len(first), max(0, offset - len(by_hand))],
    )
    return ClaimPage(
        (*first, *_stored(rows)),
        min(total, MOST_COUNTED) + len(by_hand) if more else total + len(by_hand),
        more,
    )


def all_claims(which: ClaimFilter) -> Iterator[StoredClaim]:
    """Every claim of readings in force that fits, in the same order, in pieces that begin where the last one ended."""
    if which.added and not which.words:
        yield from added.that(which)
    source, values = _claims_that(which, ["(s.report_id, c.number) > (%s, %s)"])
    after = (0, -1)
    while rows := tables.select(
        f"{_CLAIM} {source} ORDER BY s.report_id, c.number LIMIT 500", [*values, *after]
    ):
        yield from _stored(rows)
        after = (rows[-1][2], rows[-1][4])


def _decided(source: str, verdict: str | None) -> str:
    """The source that begins with the claims of a verdict, where one is asked for: they are few beside all claims."""
    if verdict in (None, "open") or "CROSS JOIN claim c ON c.reading_id = s.reading_id" not in source:
        return source
    begun = (
        "standing t CROSS JOIN claim c ON c.id = t.claim_id CROSS JOIN shelf s ON s.reading_id = c.reading_id"
    )
    return source.replace("shelf s CROSS JOIN claim c ON c.reading_id = s.reading_id", begun).replace(
        "c.id IN (SELECT claim_id FROM standing WHERE verdict = %s)", "t.verdict = %s"
    )


def _claims_that(which: ClaimFilter, more: Sequence[str] = ()) -> tuple[str, list[Any]]:
    """FROM and WHERE for the claims that fit, and their values. more: conditions whose values are added last."""
    parts, values = _claim_parts(which.kind, which.act, which.status, which.verdict)
    for column, value in (("report_id", which.report), ("publisher", which.publisher)):
        if value is not None:
            parts.append(f"s.{column} = %s")
            values.append(value if isinstance(value, int) else tables.storable(value))
    named, ids = _filler_part(which)
    condition, some = _time_part(which)
    parts += [condition] if condition else []
    values += some
    if named and which.words:
        parts.append(f"c.id IN ({named})")
        values += ids
    parts += more
    if which.words:
        match = search.claims_query(which.words, people=which.people)
        if match is None:
            return "FROM shelf s CROSS JOIN claim c ON c.reading_id = s.reading_id WHERE 0", []
        where = " AND ".join(["clauses MATCH %s", *parts])
        source = "FROM clauses CROSS JOIN claim c ON c.id = clauses.rowid CROSS JOIN shelf s ON s.reading_id = c.reading_id"
        return f"{source} WHERE {where}", [match, *values]
    where = f" WHERE {' AND '.join(parts)}" if parts else ""
    if named:  # few claims name a place: begin there
        return (
            f"FROM ({named}) n CROSS JOIN claim c ON c.id = n.claim_id CROSS JOIN shelf s ON s.reading_id = c.reading_id{where}",
            [*ids, *values],
        )
    # CROSS JOIN keeps the order: along the reports, so that a page is found without sorting all claims.
    return _decided(
        f"FROM shelf s CROSS JOIN claim c ON c.reading_id = s.reading_id{where}", which.verdict
    ), values


def _filler_part(which: ClaimFilter) -> tuple[str, list[Any]]:
    """A query for the ids of the claims that name any of the rows asked for, with its values; empty: not asked."""
    wanted = [*which.fillers, *([] if which.filler is None else [which.filler])]
    if not wanted:
        return "", []
    values = [json.dumps([tables.storable(one) for one in wanted])]
    named = "SELECT DISTINCT claim_id FROM filler WHERE ref IN (SELECT value FROM json_each(%s))"
    if which.slot is None:
        return named, values
    return named + " AND slot = %s", [*values, tables.storable(which.slot)]


def _time_part(which: ClaimFilter) -> tuple[str, list[Any]]:
    parts, values = [], []
    if which.since is not None:
        parts.append("coalesce(\"last\", '9999-12-31') >= %s")
        values.append(which.since.isoformat())
    if which.until is not None:
        parts.append("coalesce(\"first\", '0000-01-01') <= %s")
        values.append(which.until.isoformat())
    if not parts:
        return "", []
    return f"c.id IN (SELECT claim_id FROM dated WHERE {' AND '.join(parts)})", values  # noqa: S608 - parts are ours


def _stored(rows: Sequence[tuple[Any, ...]]) -> tuple[StoredClaim, ...]:
    histories = of_keys("claim", (row[1] for row in rows))
    return tuple(stored_claim(row, histories.get(row[1], ())) for row in rows)


def to_read(reader: str, version: str) -> tuple[int, ...]:
    """The latest reports of all originals that this version of this reader has not read."""
    rows = tables.select(
        "SELECT s.report_id FROM shelf s WHERE NOT EXISTS (SELECT 1 FROM reading g WHERE g.report_id = s.report_id"
        " AND g.reader = %s AND g.version = %s) ORDER BY s.report_id",
        (reader, version),
    )
    return tuple(row[0] for row in rows)


def entries(offset: int, limit: int) -> EntryPage:
    """A page of the ledger, newest first."""
    ((total,),) = tables.select("SELECT count(*) FROM entry")
    rows = tables.select(
        "SELECT e.number, e.at, e.actor, p.name, e.action, e.subject_kind, e.subject, e.digest,"
        " CASE e.subject_kind"
        "  WHEN 'capture' THEN (SELECT source FROM capture WHERE id = e.subject)"
        "  WHEN 'report' THEN (SELECT title FROM report WHERE id = e.subject)"
        "  WHEN 'reading' THEN (SELECT r.title FROM reading g JOIN report r ON r.id = g.report_id WHERE g.id = e.subject)"
        "  WHEN 'judgement' THEN (SELECT subject_kind || ' ' || subject || ': ' || verdict FROM judgement WHERE id = e.subject)"
        "  WHEN 'trouble' THEN (SELECT item FROM trouble WHERE id = e.subject)"
        "  WHEN 'person' THEN (SELECT name FROM person WHERE id = e.subject) END"
        " FROM entry e LEFT JOIN person p ON p.id = e.actor ORDER BY e.number DESC LIMIT %s OFFSET %s",
        (limit, offset),
    )
    return EntryPage(
        tuple(
            EntryLine(
                n, tables.aware(at), actor, name or "", action, kind, subject, bytes(digest), about or ""
            )
            for n, at, actor, name, action, kind, subject, digest, about in rows
        ),
        total,
    )


def troubles(offset: int, limit: int) -> TroublePage:
    """A page of troubles, newest first."""
    ((total,),) = tables.select("SELECT count(*) FROM trouble")
    rows = tables.select(
        "SELECT id, at, step, item, error, hint, original_id, report_id FROM trouble ORDER BY id DESC LIMIT %s OFFSET %s",
        (limit, offset),
    )
    return TroublePage(tuple(Trouble(row[0], tables.aware(row[1]), *row[2:]) for row in rows), total)


def counts() -> Counts:
    """How much there is of everything."""
    (row,) = tables.select(_COUNTS)
    got, by_hand = Counts(*row[:-1]), row[-1]
    return replace(got, claims=got.claims + by_hand, judged=got.judged + by_hand)


def at_hand() -> Counts:
    """Reports, claims, judged, unread and troubles: what every list shows, without looking at the originals."""
    ((reports_, claims_, judged, unread, failed, by_hand),) = tables.select(_AT_HAND)
    return Counts(
        reports=reports_, claims=claims_ + by_hand, judged=judged + by_hand, unread=unread, troubles=failed
    )
