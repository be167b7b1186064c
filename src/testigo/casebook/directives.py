"""Orders of readings in force, each with what people decided of it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from testigo import wire
from testigo.casebook import tables
from testigo.casebook.history import deciding, of_keys
from testigo.casebook.values import DirectiveLine, DirectivePage
from testigo.errors import BadInput

_SELECT = (
    "SELECT d.id, g.report_id, d.number, r.title, s.publisher, s.published, s.language, g.body, d.key FROM directive d"
    " JOIN reading g ON g.id = d.reading_id JOIN report r ON r.id = g.report_id"
    " LEFT JOIN shelf s ON s.report_id = g.report_id"
)
_OF_REPORT = f"{_SELECT} WHERE g.id = (SELECT max(id) FROM reading WHERE report_id = %s) ORDER BY d.number"  # noqa: S608 - ours
# CROSS JOIN keeps the order: along the list of reports, so that the first page is found at its beginning.
_PAGE = (
    "SELECT d.id FROM shelf s CROSS JOIN directive d ON d.reading_id = s.reading_id"
    ' ORDER BY s."first" DESC, s.report_id DESC, d.number LIMIT %s OFFSET %s'
)


def page(offset: int, limit: int) -> DirectivePage:
    """A page of the orders of all reports, of the newest report first."""
    ((total,),) = tables.select("SELECT coalesce(sum(directives), 0) FROM shelf")
    ids = tables.select(_PAGE, (limit, offset))
    return DirectivePage(_lines([tables.select(f"{_SELECT} WHERE d.id = %s", id_)[0] for id_ in ids]), total)


def of_report(report: int) -> tuple[DirectiveLine, ...]:
    """The orders of the reading in force of a report, as they stand in the reading."""
    return _lines(tables.select(_OF_REPORT, (report,)))


def one(id_: int) -> DirectiveLine:
    """An order with its history. Errors: BadInput."""
    rows = tables.select(f"{_SELECT} WHERE d.id = %s", (id_,))
    if not rows:
        raise BadInput(f"there is no order {id_} in this casebook")
    return _lines(rows)[0]


def _lines(rows: Sequence[Sequence[Any]]) -> tuple[DirectiveLine, ...]:
    histories = of_keys("directive", (row[8] for row in rows))
    made = []
    for id_, report, number, title, publisher, published, language, body, key in rows:
        value = wire.directive_from_json(json.loads(body)["directives"][number])
        history = histories.get(key, ())
        made.append(
            DirectiveLine(
                id_, report, number, title, publisher or "", published, language or None, value, key, deciding(history), history
            )
        )  # fmt: skip
    return tuple(made)
