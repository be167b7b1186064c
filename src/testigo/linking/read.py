"""What was taken in, in the order of reports: arrays that events and persons are made from. See intake.py for their meaning.

Rules:
- Places in arrays are numbers from 0; a report is known by its place among the reports, an occurrence and a mention by
  theirs, in the order of reports and of the text; a row by the first occurrence that tells it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from testigo.linking.gathering import Gathered

    Ints = NDArray[np.int64]
    Flags = NDArray[np.bool_]
    Keys = NDArray[np.uint64]


@dataclass(frozen=True, slots=True)
class Told:
    """Occurrences, or persons of reports. report: place of the report; number: place in it; key: of the first claim or mention."""

    report: Ints
    number: Ints
    key: Keys


@dataclass(slots=True)
class Lines:
    """What rows are compared by: a table of Arrow, and (row, key, how) by which they meet. Given away once, then let go."""

    table: Any
    keys: tuple[Any, Any, Any] | None

    def given(self) -> tuple[Any, tuple[Any, Any, Any]]:
        """Both, to whom they are of use now."""
        if self.keys is None:
            raise ValueError("these rows were given away already")
        table, keys = self.table, self.keys
        self.table = self.keys = None
        return table, keys


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows of occurrences. of: the row of each occurrence; first: the occurrence that a row is shown by.

    bound_towns, towns, sex, sort, act: numbers in `words`.
    """

    lines: Lines
    of: Ints
    first: Ints
    shown: tuple[str, ...]
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
    """Everything that was taken in.

    happened, spoken: of each report, packed; claims: id of the first claim of each occurrence; judged_claims,
    judged_mentions: the occurrence and the person of what people judged; mentioned: claim, target and filler of the first
    mention of each person; called: the fullest words for them.
    """

    ids: Ints
    happened: tuple[bytes, ...]
    spoken: tuple[bytes, ...]
    occurrences: Told
    claims: Ints
    rows: Rows
    people: Told
    statics: tuple[Any, ...]
    static_of: Ints
    judged: Flags
    mentioned: tuple[Ints, Ints, Ints]
    called: tuple[str, ...]
    part_person: Ints
    part_occurrence: Ints
    part_target: Flags
    words: tuple[Any, ...]
    judged_claims: Mapping[str, int]
    judged_mentions: Mapping[str, int]

    def subject(self, place: int) -> str:
        """What judgements know a person of a report by: the first mention."""
        claim, target, filler = (int(column[place]) for column in self.mentioned)
        return f"{claim}.{'target' if target else 'actor'}.{filler}"


def in_order(taken: Gathered) -> Read:
    """The arrays of what was gathered, in the order of reports. Its columns are let go."""
    import numpy as np

    ids = np.array(taken.ids, dtype=np.int64)
    came = np.argsort(ids)
    ids = ids[came]
    column = taken.column
    report, number = column("occurrences.report"), column("occurrences.number")
    order = np.lexsort((number, report))
    told = Told(np.searchsorted(ids, report[order]), number[order], column("occurrences.key")[order])
    rank = _ranks(np.lexsort((taken.row_number, taken.row_report)))
    report, number = column("mentions.report"), column("mentions.number")
    persons = np.lexsort((number, report))
    people = Told(np.searchsorted(ids, report[persons]), number[persons], column("mentions.key")[persons])
    person, occurrence = _ranks(persons)[column("parts.person")], _ranks(order)[column("parts.occurrence")]
    target = column("parts.target").astype(bool)
    parts = np.lexsort((~target, occurrence, person))
    return Read(
        ids, tuple(taken.happened[n] for n in came.tolist()), tuple(taken.spoken[n] for n in came.tolist()),
        told, column("occurrences.claim")[order], _rows(taken, rank, rank[column("occurrences.row")][order]), people,
        tuple(taken.statics.values), column("mentions.told")[persons], column("mentions.judged")[persons].astype(bool),
        (column("mentions.claim")[persons], column("mentions.target")[persons], column("mentions.filler")[persons]),
        tuple(taken.called[n] for n in persons.tolist()),
        person[parts], occurrence[parts], target[parts], tuple(taken.words.values),
        {claim: int(_ranks(order)[n]) for claim, n in taken.judged_claims.items()},
        {mention: int(_ranks(persons)[n]) for mention, n in taken.judged_mentions.items()},
    )  # fmt: skip


def _rows(taken: Gathered, rank: Ints, of: Ints) -> Rows:
    """The rows by their new numbers. rank: the new number of each; of: the row of each occurrence in its new place."""
    import numpy as np

    back = np.argsort(rank, kind="stable")
    first = np.unique(of, return_index=True)[1]
    columns = ("sort", "act", "towns", "bound_towns", "sex", "day", "until", "anchored", "full")
    made = {name: taken.column(f"rows.{name}")[back] for name in columns}
    for name in ("anchored", "full"):
        made[name] = made[name].astype(bool)
    keys = (
        rank[taken.column("rows.key_row")].astype(np.int32),
        taken.column("rows.key"),
        taken.column("rows.how"),
    )
    table = taken.columns.table(rank)
    taken.columns.clear()
    return Rows(Lines(table, keys), of, first, tuple(taken.shown[n] for n in back.tolist()), **made)


def _ranks(order: Ints) -> Ints:
    """The place of each in the order."""
    import numpy as np

    ranks = np.empty(len(order), dtype=np.int64)
    ranks[order] = np.arange(len(order))
    return ranks
