"""Looking at one thing: an original, a report with everything about it, a claim with its history."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from testigo import wire
from testigo.casebook import added, tables, tasks
from testigo.casebook.history import deciding, history_of_key, of_keys
from testigo.casebook.values import (
    Capture,
    Heading,
    Original,
    ReportText,
    StoredClaim,
    StoredReading,
    StoredReport,
    StoredText,
    Trouble,
)
from testigo.claim import Claim
from testigo.errors import BadInput
from testigo.judgement import Judgement

_ORIGINAL = "SELECT id, sha256, size, media_type, object FROM original"
_CLAIM = (
    "SELECT c.id, c.key, g.report_id, c.reading_id, c.number, c.body, c.place FROM claim c"
    " JOIN reading g ON g.id = c.reading_id"
)
_OTHERS = (
    "SELECT o.key, o.place FROM json_each(%s) j CROSS JOIN claim c ON c.id = j.value CROSS JOIN claim o ON o.place = c.place"
    " WHERE o.key <> c.key AND o.reading_id < c.reading_id GROUP BY 1, 2 ORDER BY min(o.id)"
)
_ENTRY = "(SELECT number FROM entry WHERE subject_kind = '{0}' AND subject = {1}.id)"
_CAPTURES = (
    "SELECT c.id, c.original_id, c.at, p.name, c.how, c.source, c.tool, c.asked, c.answer, c.parent_id, "  # noqa: S608 - names are ours
    + _ENTRY.format("capture", "c")
    + " FROM capture c JOIN person p ON p.id = c.by_id WHERE c.original_id = %s ORDER BY c.id"
)
_REPORT = (
    "SELECT r.original_id, r.at, r.body, r.text, "  # noqa: S608 - names are ours
    + _ENTRY.format("report", "r")
    + " FROM report r WHERE r.id = %s"
)
_READING = (
    "SELECT g.report_id, g.at, g.body, " + _ENTRY.format("reading", "g") + " FROM reading g WHERE g.id = %s"  # noqa: S608 - names are ours
)


def has_object(name: str) -> bool:
    """Whether an original with that object name is recorded."""
    return tables.one("SELECT 1 FROM original WHERE object = %s", (name,)) is not None


def original_by_sha256(sha256: bytes) -> Original | None:
    """The original with that digest."""
    row = tables.one(f"{_ORIGINAL} WHERE sha256 = %s", (sha256.hex(),))
    return None if row is None else _original(row)


def original(id_: int) -> Original:
    """An original by its id. Errors: BadInput."""
    return _original(_found(tables.one(f"{_ORIGINAL} WHERE id = %s", (id_,)), f"original {id_}"))


def originals() -> Iterator[Original]:
    """Every original, by id."""
    for rows in tables.chunks(f"{_ORIGINAL} WHERE id > %s ORDER BY id", 1000):
        yield from map(_original, rows)


def _original(row: Sequence[Any]) -> Original:
    return Original(row[0], bytes.fromhex(row[1]), row[2], row[3], row[4])


def _found(row: tuple[Any, ...] | None, what: str) -> tuple[Any, ...]:
    if row is None:
        raise BadInput(f"there is no {what} in this casebook")
    return row


def captures(original_id: int) -> tuple[Capture, ...]:
    """Every time that an original came in, oldest first."""
    rows = tables.select(_CAPTURES, (original_id,))
    return tuple(Capture(row[0], row[1], tables.aware(row[2]), *row[3:]) for row in rows)


def report(id_: int) -> StoredReport:
    """A report with everything about it. Errors: BadInput."""
    row = _found(
        tables.one(_REPORT, (id_,)),
        f"report {id_}",
    )
    newer = tables.one("SELECT max(id) FROM report WHERE original_id = %s AND id > %s", (row[0], id_))
    (count, latest) = tables.select("SELECT count(*), max(id) FROM reading WHERE report_id = %s", (id_,))[0]
    value = wire.report_from_json({**json.loads(row[2]), "text": row[3]})
    notes = history_of_key("report", str(id_))
    return StoredReport(
        id_, tables.aware(row[1]), value, original(row[0]), captures(row[0]),
        None if latest is None else reading(latest), _troubles(row[0], id_),
        notes, count, None if newer is None else newer[0], row[4], added.of_report(notes),
        tasks.person_of(row[0]),
    )  # fmt: skip


def report_texts(ids: Iterable[int]) -> dict[int, ReportText]:
    """The words of reports, by id; ids that there are not are left out."""
    rows = tables.select(
        "SELECT r.id, r.title, coalesce(s.publisher, ''), s.language, r.text FROM json_each(%s) j"
        " CROSS JOIN report r ON r.id = j.value LEFT JOIN shelf s ON s.report_id = r.id",
        (json.dumps(sorted(set(ids))),),
    )
    return {
        id_: ReportText(title, publisher, language or None, text)
        for id_, title, publisher, language, text in rows
    }


def headings(ids: Iterable[int]) -> dict[int, Heading]:
    """What reports are called, by id; ids that there are not are left out."""
    rows = tables.select(
        "SELECT r.id, r.original_id, r.title, json_extract(r.body, '$.publisher'), json_extract(r.body, '$.published'),"
        " json_extract(r.body, '$.language'), r.at FROM json_each(%s) j CROSS JOIN report r ON r.id = j.value",
        (json.dumps(sorted(set(ids))),),
    )
    return {
        id_: Heading(id_, original, title, publisher or "", published, language, tables.aware(at))
        for id_, original, title, publisher, published, language, at in rows
    }


def reports_of(original_id: int) -> tuple[int, ...]:
    """The ids of the reports of an original, oldest first."""
    rows = tables.select("SELECT id FROM report WHERE original_id = %s ORDER BY id", (original_id,))
    return tuple(row[0] for row in rows)


def texts() -> Iterator[StoredText]:
    """Every report, by id."""
    sql = (
        "SELECT r.id, r.body, r.text, o.id, o.sha256, o.size, o.media_type, o.object,"
        " EXISTS (SELECT 1 FROM shelf s WHERE s.report_id = r.id)"
        " FROM report r JOIN original o ON o.id = r.original_id WHERE r.id > %s ORDER BY r.id"
    )
    for rows in tables.chunks(sql, 20):
        for id_, body, text, *about, newest in rows:
            value = wire.report_from_json({**json.loads(body), "text": text})
            yield StoredText(id_, _original(about), value, bool(newest))


def _troubles(original_id: int, report_id: int) -> tuple[Trouble, ...]:
    rows = tables.select(
        "SELECT id, at, step, item, error, hint, original_id, report_id FROM trouble"
        " WHERE original_id = %s OR report_id = %s ORDER BY id",
        (original_id, report_id),
    )
    return tuple(Trouble(row[0], tables.aware(row[1]), *row[2:]) for row in rows)


def reading(id_: int) -> StoredReading:
    """A reading with its claims and their judgements. Errors: BadInput."""
    row = _found(
        tables.one(_READING, (id_,)),
        f"reading {id_}",
    )
    rows = tables.select(f"{_CLAIM} WHERE c.reading_id = %s ORDER BY c.number", (id_,))
    histories = of_keys("claim", (r[1] for r in rows))
    before = _before(rows)
    claims = tuple(stored_claim(r, histories.get(r[1], ()), before.get(r[6], ())) for r in rows)
    value = replace(wire.reading_from_json(json.loads(row[2])), claims=tuple(c.claim for c in claims))
    return StoredReading(id_, row[0], tables.aware(row[1]), value, claims, row[3])


def claim(id_: int) -> StoredClaim:
    """A claim with its history; below 0: one that a person added. Errors: BadInput."""
    if id_ < 0:
        return added.claim(id_)
    row = _found(tables.one(f"{_CLAIM} WHERE c.id = %s", (id_,)), f"claim {id_}")
    return stored_claim(row, history_of_key("claim", row[1]), _before([row]).get(row[6], ()))


def stored_claim(
    row: Sequence[Any], history: tuple[Judgement, ...], before: tuple[Judgement, ...] = ()
) -> StoredClaim:
    """The value of a row: id, key, report, reading, number, body."""
    return StoredClaim(
        row[0], row[1], row[2], row[3], row[4], _value(row[5]), deciding(history), history, before
    )


@lru_cache(maxsize=8192)
def _value(body: str) -> Claim:
    """A claim out of its body. Rows of claims never change; to take one apart is most of the time of a page of many."""
    return wire.claim_from_json(json.loads(body))


def forget() -> None:
    """Let go of the claims in memory: the casebook is closed."""
    _value.cache_clear()


def _before(rows: Sequence[tuple[Any, ...]]) -> dict[str, tuple[Judgement, ...]]:
    """Judgements about other claims with the same act at the same words, in earlier readings, by place."""
    others: dict[str, list[str]] = {}
    for key, place in tables.select(_OTHERS, (json.dumps([row[0] for row in rows]),)):
        others.setdefault(place, []).append(key)
    histories = of_keys("claim", (key for keys in others.values() for key in keys))
    return {
        place: before
        for place, keys in others.items()
        if (before := tuple(one for key in keys for one in histories.get(key, ())))
    }


def history(subject_kind: str, subject_id: str) -> tuple[Judgement, ...]:
    """Every judgement about a thing, oldest first. Errors: BadInput."""
    from testigo.casebook.subjects import key_of

    return history_of_key(subject_kind, key_of(subject_kind, subject_id))
