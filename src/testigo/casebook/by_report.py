"""All claims as they stand in their rows, those of a report together: for stages that take them apart in other processes.

Rules:
- Nothing is taken apart here: a claim is the text of its body, with the judgement in force beside it.
- Claims of readings in force in the order of the text, then those that people added; reports by id. A few hundred reports
  at a time are in memory.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from testigo import wire
from testigo.casebook import added, tables
from testigo.casebook.history import deciding, of_keys
from testigo.casebook.values import ClaimFilter, StoredClaim
from testigo.judgement import Judgement

ClaimRow = tuple[int, str, str, str | None, str | None]
"""Id, key and body of a claim (JSON, see wire.py); verdict and amendment in force."""
_AT_ONCE = 250
_REPORTS = "SELECT r.id, r.body FROM shelf s CROSS JOIN report r ON r.id = s.report_id WHERE s.report_id > %s ORDER BY s.report_id LIMIT %s"
_CLAIMS = (
    "SELECT s.report_id, c.id, c.key, c.body FROM shelf s CROSS JOIN claim c ON c.reading_id = s.reading_id"
    " WHERE s.report_id BETWEEN %s AND %s ORDER BY s.report_id, c.number"
)
_CALLED = (
    "SELECT j.value, c.id FROM json_each(%s) j CROSS JOIN claim c ON c.key = j.value CROSS JOIN shelf s ON s.reading_id = c.reading_id"
    " ORDER BY c.id"
)


class ReportRows(NamedTuple):
    """A report with its claims. about: JSON of the report without its text, as its row has it."""

    report: int
    about: str
    claims: tuple[ClaimRow, ...]


def by_report() -> Iterator[ReportRows]:
    """Every report that has claims, with them."""
    by_hand: dict[int, list[ClaimRow]] = defaultdict(list)
    for one in added.that(ClaimFilter(added=True)):
        by_hand[one.report].append(_by_hand(one))
    after = 0
    while reports := tables.select(_REPORTS, (after, _AT_ONCE)):
        claims: dict[int, list[ClaimRow]] = defaultdict(list)
        rows = tables.select(_CLAIMS, (reports[0][0], reports[-1][0]))
        judged = of_keys("claim", (key for _, _, key, _ in rows))
        for report, id_, key, body in rows:
            claims[report].append((id_, key, body, *_decided(judged.get(key, ()))))
        for report, about in reports:
            every = (*claims.get(report, ()), *by_hand.get(report, ()))
            if every:
                yield ReportRows(report, about, every)
        after = reports[-1][0]


def called(keys: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
    """The ids of the claims that have these keys, of readings in force and added; keys without any are left out."""
    wanted = set(keys)
    found: dict[str, list[int]] = defaultdict(list)
    for one in added.that(ClaimFilter(added=True)):
        if one.key in wanted:
            found[one.key].append(one.id)
    for key, id_ in tables.select(_CALLED, (json.dumps(sorted(wanted)),)):
        found[key].append(id_)
    return {key: tuple(ids) for key, ids in found.items()}


def _decided(history: tuple[Judgement, ...]) -> tuple[str | None, str | None]:
    now = deciding(history) if history else None
    return (None, None) if now is None else (now.verdict, now.amended)


def _by_hand(one: StoredClaim) -> ClaimRow:
    body = json.dumps(wire.to_json(one.claim), ensure_ascii=False, separators=(",", ":"))
    now = one.judgement
    return one.id, one.key, body, now.verdict if now else None, now.amended if now else None
