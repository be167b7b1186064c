"""What was taken in, in the order of reports: arrays that events and persons are made from. See intake.py for their meaning.

Rules:
- Places in arrays are numbers from 0; a report is known by its place among the reports, an occurrence and a mention by
  theirs, in the order of reports and of the text; a row by the first occurrence that tells it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from testigo.linking.packing import Reported, unpacked

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from testigo.linking.intake import Intake

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Told:
    """Occurrences, or persons of reports. report: place of the report; number: place in it; key: of the first claim or mention."""

    report: Ints
    number: Ints
    key: Keys


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of occurrences. of: the row of each occurrence; first: the occurrence that a row is shown by.

    keys: (row, key, how) by which rows meet. bound_towns, towns, sex, sort, act: numbers in `words`.
    """

    table: Any
    of: Ints
    first: Ints
    shown: tuple[str, ...]
    keys: tuple[Any, Any, Any]
    sort: Ints
    act: Ints
    towns: Ints
    bound_towns: Ints
    sex: Ints
    day: Ints
    until: Ints
    anchored: Flags
    full: Flags


@dataclass(frozen=True, slots=True)
class Read:
    """Everything that was taken in. claims: id of the first claim of each occurrence; judged_claims, judged_mentions: the

    occurrence and the person of what people judged; called: the fullest words for each person.
    """

    ids: Ints
    blobs: tuple[bytes, ...]
    occurrences: Told
    claims: Ints
    rows: Rows
    people: Told
    statics: tuple[Any, ...]
    static_of: Ints
    judged: Flags
    subjects: tuple[str, ...]
    called: tuple[str, ...]
    part_person: Ints
    part_occurrence: Ints
    part_target: Flags
    words: tuple[Any, ...]
    judged_claims: Mapping[str, int]
    judged_mentions: Mapping[str, int]

    def report(self, place: int) -> Reported:
        """A report by its place."""
        return unpacked(self.blobs[place])


def in_order(taken: Intake) -> Read:
    """The arrays of an intake in the order of reports."""
    import numpy as np

    ids = np.array(sorted(taken.blobs), dtype=np.int64)
    told, people, rows = taken.occurrences, taken.mentions, taken.rows
    order = np.lexsort((_array(told.number), _array(told.report)))
    rank = _ranks(np.lexsort((_array(rows.number), _array(rows.report))))
    persons = np.lexsort((_array(people.number), _array(people.report)))
    part = taken.parts
    person, occurrence = _ranks(persons)[_array(part.person)], _ranks(order)[_array(part.occurrence)]
    target = _array(part.target).astype(bool)
    parts = np.lexsort((~target, occurrence, person))
    return Read(
        ids, tuple(taken.blobs[int(id_)] for id_ in ids),
        _told(ids, told, order), _array(told.claim)[order],
        _rows(taken, rank, rank[_array(told.row)][order]),
        _told(ids, people, persons),
        tuple(taken.statics.values), _array(people.told)[persons], _array(people.judged)[persons].astype(bool),
        tuple(people.subject[n] for n in persons), tuple(people.words[n] for n in persons),
        person[parts], occurrence[parts], target[parts], tuple(taken.words.values),
        {claim: int(_ranks(order)[n]) for claim, n in taken.judged_claims.items()},
        {mention: int(_ranks(persons)[n]) for mention, n in taken.judged_mentions.items()},
    )  # fmt: skip


def _told(ids: Ints, taken: Any, order: Ints) -> Told:
    import numpy as np

    places = np.searchsorted(ids, _array(taken.report)[order])
    return Told(places, _array(taken.number)[order], _array(taken.key)[order])


def _rows(taken: Intake, rank: Ints, of: Ints) -> Rows:
    """The rows by their new numbers. rank: the new number of each; of: the row of each occurrence in its new place."""
    import numpy as np

    rows = taken.rows
    back = np.argsort(rank, kind="stable")
    first = np.unique(of, return_index=True)[1]
    columns = ("sort", "act", "towns", "bound_towns", "sex", "day", "until", "anchored", "full")
    made = {name: _array(getattr(rows, name))[back] for name in columns}
    for name in ("anchored", "full"):
        made[name] = made[name].astype(bool)
    keys = rank[_array(rows.key_row)].astype(np.int32), _array(rows.key), _array(rows.how)
    table = taken.columns.table(rank)
    taken.columns.clear()
    return Rows(table, of, first, tuple(rows.words[n] for n in back), keys, **made)


def _ranks(order: Ints) -> Ints:
    """The place of each in the order."""
    import numpy as np

    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return ranks


def _array(values: Any) -> Any:
    """A view of an array.array as numbers of NumPy."""
    import numpy as np

    return np.frombuffer(values, dtype=values.typecode) if len(values) else np.empty(0, values.typecode)
