"""The list of claims of readings in force, by every filter; and all of them, for stages.

Rules:
- A page comes from the full-text index of claims alone (marks.py), which stops when the page is full; then the claims of
  that page are fetched, and no other.
- Its order is that of their ids: as reports were read. With words, the latest read come first.
- Few are counted to the end: beyond a bound the list says that there are more. Of one condition alone many are counted.
- All claims come in the order of reports; they are found by conditions on the rows, in another way than a page is. A test
  holds the two against each other.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from testigo.casebook import added, marks, search, tables
from testigo.casebook.history import of_keys
from testigo.casebook.look import stored_claim
from testigo.casebook.values import ClaimFilter, ClaimPage, StoredClaim

Where = tuple[list[str], list[Any]]
MOST_COUNTED = 100_000
"""Up to so many claims that fit one condition are counted: beyond, a list says that there are more."""
MOST_COUNTED_OF_MORE = 1_000
"""Up to so many that fit several."""
_CLAIM = "SELECT c.id, c.key, s.report_id, c.reading_id, c.number, c.body"
_OPEN = "NOT EXISTS (SELECT 1 FROM standing t WHERE t.claim_id = c.id)"
_ALL = "SELECT coalesce(sum(claims), 0) FROM shelf"


def claims(which: ClaimFilter, offset: int, limit: int) -> ClaimPage:
    """A page of claims of readings in force."""
    by_hand = added.that(which) if which.added and not which.words else ()
    first, which = by_hand[offset : offset + limit], replace(which, added=False)
    asked = _asked(which)
    if asked is None:
        return ClaimPage(first, len(by_hand))
    total, more = _counted(asked, plain=which == ClaimFilter())
    ids = tables.select(
        f"SELECT clauses.rowid {asked.source} ORDER BY clauses.rowid {asked.order} LIMIT %s OFFSET %s",
        [*asked.values, limit - len(first), max(0, offset - len(by_hand))],
    )
    return ClaimPage((*first, *of_ids(id_ for (id_,) in ids)), total + len(by_hand), more)


@dataclass(frozen=True, slots=True)
class _Asked:
    """A question to the index. source: FROM and WHERE, with its values; most: up to so many are counted."""

    source: str
    values: tuple[Any, ...]
    order: str
    most: int


def _asked(which: ClaimFilter) -> _Asked | None:
    """What a filter asks of the index; None: there is no word in its words."""
    said = search.claims_query(which.words, people=which.people) if which.words else ""
    if said is None:
        return None
    marked = marks.query(which)
    parts = [*([said] if said else []), *([f"marks : ({' AND '.join(marked)})"] if marked else [])]
    checks, values = _checks(which)
    match = " AND ".join(parts) or f"marks : {marks.EVERY}"
    source = "FROM clauses WHERE " + " AND ".join(["clauses MATCH %s", *checks])
    one = len(marked) + bool(said) < 2 and not checks
    return _Asked(
        source, (match, *values), "DESC" if said else "ASC", MOST_COUNTED if one else MOST_COUNTED_OF_MORE
    )


def _checks(which: ClaimFilter) -> Where:
    """What marks do not tell, or not exactly, asked of each claim that they leave."""
    parts, values = [], []
    if which.report is not None:
        parts.append(
            "clauses.rowid IN (SELECT c.id FROM shelf s JOIN claim c ON c.reading_id = s.reading_id WHERE s.report_id = %s)"
        )
        values.append(which.report)
    if which.slot is not None and (named := _filler_part(which))[0]:
        parts.append(f"EXISTS ({named[0]} AND claim_id = clauses.rowid)")
        values += named[1]
    when, days = _time_part(which)
    if when:
        parts.append(f"EXISTS (SELECT 1 FROM dated WHERE claim_id = clauses.rowid AND {when})")  # noqa: S608 - parts are ours
        values += days
    return parts, values


def _counted(asked: _Asked, *, plain: bool) -> tuple[int, bool]:
    """How many fit, and whether there are more. plain: nothing is asked."""
    if plain:
        return int(tables.select(_ALL)[0][0]), False
    ((total,),) = tables.select(
        f"SELECT count(*) FROM (SELECT 1 {asked.source} LIMIT {asked.most + 1})",  # noqa: S608 - parts are ours
        asked.values,
    )
    return min(total, asked.most), total > asked.most


def of_ids(ids: Iterable[int]) -> tuple[StoredClaim, ...]:
    """These claims of readings in force, in this order; others are left out."""
    rows = tables.select(
        f"{_CLAIM} FROM json_each(%s) i CROSS JOIN claim c ON c.id = i.value CROSS JOIN shelf s ON s.reading_id = c.reading_id"
        " ORDER BY i.key",
        (json.dumps(list(ids)),),
    )
    return _stored(rows)


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
    parts, values = claim_parts(which.kind, which.act, which.status, which.verdict)
    for column, value in (("report_id", which.report), ("publisher", which.publisher)):
        if value is not None:
            parts.append(f"s.{column} = %s")
            values.append(value if isinstance(value, int) else tables.storable(value))
    named, ids = _filler_part(which)
    condition, some = _time_part(which)
    parts += [f"c.id IN (SELECT claim_id FROM dated WHERE {condition})"] if condition else []  # noqa: S608
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
    """A condition on `dated` with its values; empty: not asked."""
    parts, values = [], []
    if which.since is not None:
        parts.append("coalesce(\"last\", '9999-12-31') >= %s")
        values.append(which.since.isoformat())
    if which.until is not None:
        parts.append("coalesce(\"first\", '0000-01-01') <= %s")
        values.append(which.until.isoformat())
    return " AND ".join(parts), values


def _stored(rows: Sequence[tuple[Any, ...]]) -> tuple[StoredClaim, ...]:
    histories = of_keys("claim", (row[1] for row in rows))
    return tuple(stored_claim(row, histories.get(row[1], ())) for row in rows)


def claim_parts(kind: str | None, act: str | None, status: str | None, verdict: str | None) -> Where:
    """Conditions on `claim c` and their values."""
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
