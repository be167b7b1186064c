"""Lists: reports, ledger entries, troubles; counts and what to filter by."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from testigo.casebook import added, batches, query, search, tables
from testigo.casebook.claim_lists import Where, claim_parts
from testigo.casebook.values import (
    Counts,
    EntryLine,
    EntryPage,
    Facet,
    Facets,
    ReportFilter,
    ReportLine,
    ReportPage,
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
    " FROM json_each(%s) i CROSS JOIN shelf s ON s.report_id = i.value JOIN report r ON r.id = s.report_id"
    " LEFT JOIN reading g ON g.id = s.reading_id ORDER BY i.key"
)
_SORTS = {
    "published": 's."first" IS NULL, s."first", s.report_id',
    "-published": 's."first" DESC, s.report_id DESC',
    "added": "s.report_id",
    "-added": "s.report_id DESC",
    "title": "s.title COLLATE NOCASE, s.report_id",
    "-title": "s.title COLLATE NOCASE DESC, s.report_id DESC",
}
_TOLD = "SELECT report_id FROM told WHERE what = %s AND value = %s"
MOST_LOOKED_UP = 2_000
"""Where more reports than that tell something, the list is gone through in its order and each is asked, until a page is full."""
MOST_ASKED = 500
"""Up to so many reports are looked up in the index one by one to fill a page."""
_JUDGED = {
    "all": f"(s.claims > 0 OR s.report_id IN ({added.REPORTS})) AND s.judged >= s.claims",
    "some": f"(s.judged > 0 OR s.report_id IN ({added.REPORTS})) AND s.judged < s.claims",
    "open": "s.judged < s.claims",
    "none": f"s.claims > 0 AND s.judged = 0 AND s.report_id NOT IN ({added.REPORTS})",
}
_PRESERVED = (
    "SELECT (SELECT count(*) FROM original), (SELECT count(*) FROM capture),"
    " (SELECT coalesce(sum(size), 0) FROM original), count(*), coalesce(sum(reading_id IS NULL), 0),"
    " (SELECT count(*) FROM reading), coalesce(sum(claims), 0), coalesce(sum(directives), 0) FROM shelf"
)
_DECIDED = (
    "SELECT (SELECT count(*) FROM standing), (SELECT count(*) FROM judgement), (SELECT count(*) FROM trouble),"  # noqa: S608 - ours
    f" (SELECT count(*) FROM entry), ({added.COUNT})"
)

_ON_THE_SHELF = (
    "SELECT count(*), coalesce(sum(claims), 0), coalesce(sum(reading_id IS NULL), 0), coalesce(sum(directives), 0)"
    " FROM shelf"
)
_AT_HAND = f"SELECT (SELECT count(*) FROM standing), (SELECT count(*) FROM trouble), ({added.COUNT})"  # noqa: S608 - ours


def reports(which: ReportFilter, offset: int, limit: int) -> ReportPage:
    """A page of reports. Errors: BadInput (no such sort or state)."""
    if which.sort not in _SORTS:
        raise BadInput(f"{which.sort!r} is no order of reports", f"use one of: {', '.join(_SORTS)}")
    asked = search.condition(query.terms(which.words))
    parts, values = _report_parts(which, asked)
    where = f" WHERE {' AND '.join(parts)}" if parts else ""
    order = f"ORDER BY {_SORTS[which.sort]}"
    if asked and not _only_words(
        which
    ):  # to find those that fit is the work: they are not found once to be counted and once more
        found = tables.select(f"SELECT s.report_id FROM shelf s{where} {order}", values)  # noqa: S608 - parts are ours
        return ReportPage(_lines(found[offset : offset + limit]), len(found))
    total = _total(which, asked, where, values)
    if len(parts) == 1 and total > MOST_LOOKED_UP and (told := _only_told(which, asked)):
        where = f" WHERE EXISTS ({_TOLD} AND report_id = s.report_id)"
        values = list(told)
    elif asked and _is_common(total, offset + limit):
        parts, values = asked.each("s.report_id")
        where = f" WHERE {' AND '.join(parts)}"
    ids = tables.select(
        f"SELECT s.report_id FROM shelf s{where} {order} LIMIT %s OFFSET %s",  # noqa: S608 - parts are ours
        [*values, limit, offset],
    )
    return ReportPage(_lines(ids), total)


def _lines(ids: Sequence[tuple[int]]) -> tuple[ReportLine, ...]:
    """What is shown of these reports: asked once it is known which, so that a list in order carries no texts."""
    return tuple(map(_line, tables.select(_LINE, (json.dumps([id_ for (id_,) in ids]),))))


def _is_common(total: int, wanted: int) -> bool:
    """Whether so many reports hold the words that a page is full after a few are looked at."""
    if total <= MOST_LOOKED_UP:
        return False
    ((all_of_them,),) = tables.select("SELECT count(*) FROM shelf")
    return bool(wanted * all_of_them < MOST_ASKED * total)


def _only_words(which: ReportFilter) -> bool:
    return replace(which, words="", sort=ReportFilter().sort) == ReportFilter()


def _total(which: ReportFilter, asked: search.Condition | None, where: str, values: Sequence[Any]) -> int:
    """How many reports fit: where only a kind, act or status is asked, it is counted already; words alone by the index."""
    if told := _only_told(which, asked):
        row = tables.one("SELECT reports FROM tally WHERE what = %s AND value = %s", told)
        return 0 if row is None else int(row[0])
    if asked and _only_words(which):
        return search.count(asked)
    return int(tables.select(f"SELECT count(*) FROM shelf s{where}", values)[0][0])  # noqa: S608 - parts are ours


def _only_told(which: ReportFilter, asked: search.Condition | None) -> tuple[str, str] | None:
    """The one kind, act or status that is asked for, where nothing else is. asked: of its words."""
    told = {"kind": which.kind, "act": which.act, "status": which.status}
    some = [(what, tables.storable(value)) for what, value in told.items() if value is not None]
    alone = _only_words(replace(which, kind=None, act=None, status=None)) and asked is None
    return some[0] if len(some) == 1 and alone else None


def _report_parts(which: ReportFilter, asked: search.Condition | None) -> Where:
    parts: list[str] = []
    values: list[Any] = []
    if asked:
        words, texts = asked.sql("s.report_id")
        parts += words
        values += texts
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
    batch = ("", []) if which.batch is None else batches.condition(which.batch)
    for condition, some in (_task_part(which.assigned), _day_part(which.added), batch):
        parts += [condition] if condition else []
        values += some
    told = {"kind": which.kind, "act": which.act, "status": which.status}
    for what, value in told.items():
        if value is not None:
            parts.append(f"s.report_id IN ({_TOLD})")
            values += [what, tables.storable(value)]
    claims, more = claim_parts(which.kind, which.act, which.status, which.verdict)
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


def preserved() -> Counts:
    """Of everything how much there is that only a new original, report or reading changes."""
    (row,) = tables.select(_PRESERVED)
    return Counts(*row)


def counts(there: Counts) -> Counts:
    """How much there is of everything. there: as `preserved` gives it."""
    ((judged, judgements, failed, written, by_hand),) = tables.select(_DECIDED)
    return replace(
        there, claims=there.claims + by_hand, judged=judged + by_hand, judgements=judgements, troubles=failed, entries=written,
    )  # fmt: skip


def on_the_shelf() -> Counts:
    """Reports, claims that a machine read, unread and orders: what only a new report or reading changes."""
    ((reports_, claims_, unread, orders),) = tables.select(_ON_THE_SHELF)
    return Counts(reports=reports_, claims=claims_, unread=unread, directives=orders)


def at_hand(shelf: Counts) -> Counts:
    """Reports, claims, judged, unread and troubles: what every list shows, without looking at the originals."""
    ((judged, failed, by_hand),) = tables.select(_AT_HAND)
    return replace(shelf, claims=shelf.claims + by_hand, judged=judged + by_hand, troubles=failed)
