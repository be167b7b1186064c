"""From the persons of reports to persons of the casebook: compared by name, age, place and the happenings they share.

Rules:
- Two persons whom one report tells apart are never one, unless a person says so.
- A name alone joins nobody, however rare: it is proposed, and waits for a place, an age, a role or a shared happening.
- A mention without a name, outside any happening shared with another report, stays a person of its own: no eleventh
  is made, and none of the ten is taken for it.
"""

from __future__ import annotations

from array import array
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from testigo.linking import person_model
from testigo.linking.blocking import blocks
from testigo.linking.columns import Columns, Ids
from testigo.linking.comparing import LEAST, compared
from testigo.linking.grouping import NO_WINDOW, Edges, Marks, Tied, draws, grouped
from testigo.linking.happenings import Found, in_one_report, numbered, pair_numbers, times_for
from testigo.linking.intake import sign_of
from testigo.linking.judged import Ties, Verdicts, ties
from testigo.linking.person_rows import Part, PersonRow, blocks_of, person_row
from testigo.linking.read import Read
from testigo.linking.splinking import Weighed
from testigo.linking.taken import NO_DAY
from testigo.linking.whole_names import CANNOT, EITHER, Answers

if TYPE_CHECKING:
    from testigo.linking.database import Database
    from testigo.linking.model import Model

YEARS_OFF = 4
TOO_WIDE = 800
"""Days over which a time tells no year."""


@dataclass(slots=True)
class _Rows:
    """The rows of persons, as they are made. of: the row of each person of a report; the rest by row."""

    columns: Columns = field(default_factory=lambda: Columns(PersonRow))
    of: Any = field(default_factory=lambda: array("i"))
    first: Any = field(default_factory=lambda: array("i"))
    key_row: Any = field(default_factory=lambda: array("i"))
    key: Any = field(default_factory=lambda: array("q"))
    how: Any = field(default_factory=lambda: array("b"))
    born: Any = field(default_factory=lambda: array("i"))
    until: Any = field(default_factory=lambda: array("i"))
    names: Any = field(default_factory=lambda: array("i"))
    sex: Any = field(default_factory=lambda: array("i"))
    words: Ids = field(default_factory=Ids)
    spelt: Any = field(default_factory=lambda: array("i"))
    spellings: Ids = field(default_factory=Ids)
    shown: list[str] = field(default_factory=list)


def persons(db: Database, read: Read, events: Found, judged: Verdicts, *, seed: int) -> Found:
    """The persons of all reports."""
    import numpy as np

    rows = _rows(read, events)
    of, first = np.array(rows.of, dtype=np.int64), np.array(rows.first, dtype=np.int64)
    count = len(first)
    model = person_model.model(count)
    db.put("persons", rows.columns.table())
    rows.columns.clear()
    keys = tuple(
        np.array(column, dtype=kind)
        for column, kind in ((rows.key_row, np.int32), (rows.key, np.int64), (rows.how, np.int8))
    )
    held = blocks(db, (keys[0], keys[1], keys[2]))
    answers = Answers(model, np.array(rows.spelt, dtype=np.int64), tuple(rows.spellings.values))
    pairs = compared(db, "persons", model, held.pairs(), person_model.CANNOT, answers)
    db.drop("persons")
    bound = ties(judged, {mention: int(of[at]) for mention, at in read.judged_mentions.items()})
    together = in_one_report(read.people.report, of, first, pairs.weighed)
    edges = _edges(pairs.weighed, model, bound)
    left = np.concatenate([pairs.left, pairs.weighed.left[together]])
    right = np.concatenate([pairs.right, pairs.weighed.right[together]])
    tied = Tied(left, right, bound.must, bound.cannot, _marks(rows))
    known = read.people.key[first]
    drawn = draws(count, edges, tied, known, seed=seed, times=times_for(count))
    clusters = grouped(count, edges, tied)
    return Found(
        of, first, tuple(rows.shown), known, model, clusters, pairs.weighed, drawn, pairs.count, held.crowded
    )


def _rows(read: Read, events: Found) -> _Rows:
    """A row for each person of a report; where everything that counts is the same, and it counts, they share one."""
    made = _Rows()
    known: dict[bytes, int] = {}
    again: dict[PersonRow, int] = {}
    home = -1
    people = zip(
        _parts(read, events), read.people.report.tolist(), read.static_of.tolist(), read.judged.tolist(), read.people.key.tolist(), strict=True
    )  # fmt: skip
    for person, (parts, report, static, judged, key) in enumerate(people):
        if report != home:
            home = report
            again.clear()
        row = person_row(read.statics[static], parts)
        own = judged or not (row.events or (row.full and row.towns))
        sign = sign_of(row, again.get(row, 0), key if own else "")
        again[row] = again.get(row, 0) + 1
        at = known.get(sign)
        if at is None:
            at = known[sign] = made.columns.add(row)
            made.first.append(person)
            _add(made, at, row, (read.called[person], read.statics[static].spelt))
        made.of.append(at)
    return made


def _parts(read: Read, events: Found) -> Iterator[list[Part]]:
    """For each person of a report, in order, what they took part in."""
    import numpy as np

    ends = np.searchsorted(read.part_person, np.arange(len(read.people.key)), side="right")
    start, said, core = 0, read.words, events.drawn.cores(events.clusters)
    for some in np.array_split(ends, len(ends) // AT_ONCE + 1):
        parts = [
            Part(cluster, core, target, said[act], said[towns], None if year == NO_DAY else year)
            for cluster, core, target, act, towns, year in _places(
                read, events, core, slice(start, int(some[-1]) if len(some) else start)
            )
        ]
        offset = start
        for end in some.tolist():
            yield parts[start - offset : end - offset]
            start = end


AT_ONCE = 20_000
"""Persons whose parts are values at the same time."""


def _places(
    read: Read, events: Found, core: Any, which: slice
) -> Iterator[tuple[int, int, bool, int, int, int]]:
    """Cluster, core, whether target, act, towns and year of some parts. core: by row of what happened."""
    import numpy as np

    row = read.rows.of[read.part_occurrence[which]]
    dated = (read.rows.day[row] != NO_DAY) & (read.rows.until[row] - read.rows.day[row] <= TOO_WIDE)
    year = np.where(dated, read.rows.day[row] // 365, NO_DAY)
    happened = events.row[read.part_occurrence[which]]
    columns = (
        events.clusters[happened], core[happened], read.part_target[which], read.rows.act[row], read.rows.towns[row], year,
    )  # fmt: skip
    return zip(*(column.tolist() for column in columns), strict=True)


def _add(made: _Rows, at: int, row: PersonRow, told: tuple[str, tuple[str, ...]]) -> None:
    words, spelt = told
    keys = blocks_of(row)
    made.key_row.extend([at] * len(keys))
    made.key.extend(keys)
    made.how.extend(keys.values())
    made.born.append(NO_WINDOW if row.born_from is None else row.born_from)
    made.until.append(NO_WINDOW if row.born_to is None else row.born_to)
    made.names.append(made.words.of((*row.names, *row.sounds) if row.full else ()))
    made.sex.append(made.words.of((row.sex,) if row.sex else ()))
    made.spelt.append(made.spellings.of(spelt))
    made.shown.append("\x1f".join((words, " ".join(row.roles), ", ".join(row.towns), "\x1e".join(spelt))))


def _edges(links: Weighed, model: Model, bound: Ties) -> Edges:
    """Bits by pair of rows; what only a name speaks for is not joined, nor what people are unsure of."""
    import numpy as np

    supported = model.standing(links.levels, person_model.SUPPORT)
    standing = model.standing
    either = standing(links.levels, {"name": frozenset({EITHER})})
    supported &= ~either | standing(links.levels, {"happening": frozenset({"shared"})})
    supported &= ~standing(links.levels, {"name": frozenset({CANNOT})})
    bits = np.where(supported, links.bits, np.minimum(links.bits, person_model.BY_NAME_ALONE))
    more = np.array(bound.unsure, dtype=np.int64).reshape(-1, 2)
    unsure = pair_numbers(more[:, 0], more[:, 1])
    keep = (bits > LEAST) & ~np.isin(pair_numbers(links.left, links.right), unsure)
    return Edges(
        np.concatenate([links.left[keep], more[:, 0]]), np.concatenate([links.right[keep], more[:, 1]]),
        np.concatenate([bits[keep], np.full(len(more), -1.0)]),
    )  # fmt: skip


def _marks(rows: _Rows) -> Marks:
    """What keeps persons apart by way of others: years of birth, whole names (or how they sound), sex."""
    import numpy as np

    words = tuple(rows.words.values)
    columns = (np.array(rows.names, dtype=np.int64), np.array(rows.sex, dtype=np.int64))
    sets, values = zip(*(numbered(words, column) for column in columns), strict=True)
    return Marks(
        np.array(rows.born, dtype=np.int64), np.array(rows.until, dtype=np.int64), YEARS_OFF, sets, values
    )
