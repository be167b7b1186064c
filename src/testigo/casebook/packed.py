"""All claims for pictures in memory, brought up to date by what was judged since they were taken out of the database.

Rules:
- A judgement changes the rows of its report alone: those are put in the place of the earlier ones, in a copy, since another
  page may be drawn from the earlier ones at this moment.
- After a new report or reading, or where the lists of words were made again, everything is taken out again.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace

from testigo.casebook import drawn, stages, tables
from testigo.casebook.values import Drawn

MOST_RENEWED = 1000
"""Up to so many reports are renewed one by one."""
_JUDGED = (
    "SELECT DISTINCT s.report_id FROM judgement j JOIN claim c ON c.key = j.key JOIN shelf s ON s.reading_id = c.reading_id"
    " WHERE j.id > %s AND j.subject_kind = 'claim'"
)


@dataclass(frozen=True, slots=True)
class Packed:
    """drawn: all claims; told: of what they are (`stages.told`); judged: the last judgement that they know.

    reports: their ids, ascending; ends: of each where its rows end, in bytes.
    """

    drawn: Drawn
    told: str
    judged: int
    reports: Sequence[int]
    ends: Sequence[int]

    def place(self, report: int) -> tuple[int, int]:
        """Where the rows of a report begin and end; nothing at all where there are none."""
        nth = bisect_left(self.reports, report)
        if nth == len(self.reports) or self.reports[nth] != report:
            return 0, 0
        return self.ends[nth - 1] if nth else 0, self.ends[nth]


def current(was: Packed | None) -> Packed:
    """The claims as they are now. was: as they were in memory."""
    told, judged = stages.told(), _last()
    if was is not None and was.told == told:
        if was.judged == judged:
            return was
        renewed = _renewed(was, judged)
        if renewed is not None:
            return renewed
    return _taken(told, judged)


def _last() -> int:
    ((last,),) = tables.select("SELECT coalesce(max(id), 0) FROM judgement")
    return int(last)


def _taken(told: str, judged: int) -> Packed:
    """Everything out of the database, in the order of reports."""
    reports, ends, end = array("q"), array("q"), 0
    found = tables.select("SELECT report_id, claims FROM drawn ORDER BY report_id")
    for report, row in found:
        end += len(row)
        reports.append(report)
        ends.append(end)
    rows = b"".join(row for _report, row in found)
    return Packed(Drawn(rows, drawn.codes(tables.select)), told, judged, reports, ends)


def _renewed(was: Packed, judged: int) -> Packed | None:
    """With the rows of reports that were judged since; None where they do not fit into what is there."""
    reports = sorted(report for (report,) in tables.select(_JUDGED, (was.judged,)))
    words = drawn.codes(tables.select)
    grown = all(words.get(what, ())[: len(values)] == values for what, values in was.drawn.words.items())
    if len(reports) > MOST_RENEWED or not grown:
        return None
    rows, pieces, after = memoryview(was.drawn.rows), [], 0
    for report in reports:
        start, end = was.place(report)
        found = tables.one("SELECT claims FROM drawn WHERE report_id = %s", (report,))
        if found is None or len(found[0]) != end - start:
            return None
        pieces += [rows[after:start], found[0]]
        after = end
    return replace(was, drawn=Drawn(b"".join([*pieces, rows[after:]]), words), judged=judged)
