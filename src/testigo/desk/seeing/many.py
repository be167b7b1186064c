"""All claims at once, out of their packed rows: which of them fit, and how many there are of what a picture shows.

Rules:
- The only file of the desk that counts with numpy. No claim is made for it, whatever the casebook holds.
- What is counted comes back as happenings that stand for many claims (`Happening.claims`): pictures draw them as any other.
- A claim counts as it is after an amendment; it is chosen by the act and status that it was read with, as in the list.
"""

from __future__ import annotations

import datetime as dt
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from testigo.casebook.values import Drawn
from testigo.desk.seeing.happening import Happening, When, family
from testigo.reference.tables import BORDER_WORDS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Numbers = NDArray[np.int64]
    Chosen = NDArray[np.bool_]

FIELDS = [("id", "<i8"), ("first", "<i4"), ("last", "<i4"), ("read", "<u2"), ("act", "<u2"), ("status", "<u2"),
          ("verdict", "<u2"), ("places", "<u4")]  # fmt: skip
BORDER = "~"
YEAR = 365
NEVER = -YEAR * 2
"""Where a time has no year: before any other."""
WIDEST = 3653
"""Days: a time wider than this falls into no month."""


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which claims. verdict: "open" for not judged, None for all but the rejected; month: YYYY-MM; place: whether the ids of
    a claim's places, and whether its words mean the border, fit.
    """

    act: str | None = None
    status: str | None = None
    verdict: str | None = None
    month: str | None = None
    place: Callable[[tuple[str, ...], bool], bool] | None = None


class Many:
    """The claims that fit. count: how many."""

    def __init__(self, drawn: Drawn, wanted: Wanted) -> None:
        import numpy as np

        rows = np.frombuffer(drawn.rows, dtype=np.dtype(FIELDS))
        self._words = drawn.words
        self._rows = rows
        self._fit = self._chosen(rows, wanted)
        self.count = int(np.count_nonzero(self._fit))

    # -- which --------------------------------------------------------------------------------------------------

    def _chosen(self, rows: Any, wanted: Wanted) -> Chosen:
        import numpy as np

        chosen = np.ones(len(rows), dtype=bool)
        if wanted.verdict is None:
            chosen &= ~self._is(rows, "verdict", "verdict", lambda word: word == "reject")
        else:
            verdict = "" if wanted.verdict == "open" else wanted.verdict
            chosen &= self._is(rows, "verdict", "verdict", lambda word: word == verdict)
        if wanted.act is not None:
            chosen &= self._is(rows, "read", "act", lambda word: word.partition(".")[2] == wanted.act)
        if wanted.status is not None:
            chosen &= self._is(rows, "status", "status", lambda word: word == wanted.status)
        if (fits := wanted.place) is not None:
            chosen &= self._is(rows, "places", "place", lambda word: fits(*places_of(word)))
        if wanted.month is not None:
            chosen &= _in_month(rows, wanted.month)
        return chosen

    def _is(self, rows: Any, field: str, what: str, fits: Callable[[str], bool]) -> Chosen:
        """Whether the word of a field fits, asked once for each word."""
        import numpy as np

        answers = np.array([fits(word) for word in self._words.get(what, ())] or [False], dtype=bool)
        found: Chosen = answers[rows[field]]
        return found

    def _column(self, field: str) -> Any:
        """One field of those that fit; the others stay where they are."""
        return self._rows[field][self._fit]

    # -- what they are ------------------------------------------------------------------------------------------

    def ids(self, offset: int, limit: int) -> tuple[int, ...]:
        """Ids of a page of them, in the order in which they were read."""
        import numpy as np

        ids = np.sort(self._column("id"))
        return tuple(ids[offset : offset + limit].tolist())

    def acts(self) -> list[Happening]:
        """One for each act."""
        return [_many(n, act=self._words["act"][number]) for number, n in self._counts("act")]

    def places(self) -> list[Happening]:
        """One for each set of places that claims name."""
        return [_many(n, places=self._words["place"][number]) for number, n in self._counts("places")]

    def _counts(self, field: str) -> Iterable[tuple[int, int]]:
        import numpy as np

        counts = np.bincount(self._column(field))
        return ((number, n) for number, n in enumerate(counts.tolist()) if n)

    def days(self) -> list[Happening]:
        """One for each time that claims tell, as far as its days go; times without a year together."""
        import numpy as np

        first, last = self._column("first"), self._column("last")
        whole = first == last  # days are most of them, and counted without being put in order
        single = np.bincount(first[whole])
        told = np.flatnonzero(single)
        found = [(day, day, n) for day, n in zip(told.tolist(), single[told].tolist(), strict=True)]
        rest = first[~whole].astype(np.int64) << 32 | last[~whole]
        both, counts = np.unique(rest, return_counts=True)
        found += [
            (pair >> 32, pair & 0xFFFFFFFF, n) for pair, n in zip(both.tolist(), counts.tolist(), strict=True)
        ]
        return [_many(n, when=_when(start, end)) for start, end, n in sorted(found)]

    def latest(self, most: int) -> tuple[tuple[int, ...], int]:
        """Ids of those whose time begins latest, the last ones last; and how many have a time with a year."""
        import numpy as np

        first, last, ids = (self._column(field) for field in ("first", "last", "id"))
        first = np.where(first > 0, first, np.where(last > 0, last - YEAR, NEVER))
        dated = int(np.count_nonzero(first != NEVER))
        if len(first) > most:
            least = np.partition(first, len(first) - most)[len(first) - most]
            first, ids = first[first >= least], ids[first >= least]
        order: Any = np.lexsort((ids, first))[-min(most, dated) :] if dated else []
        return tuple(ids[order].tolist()) if dated else (), dated


def places_of(word: str) -> tuple[tuple[str, ...], bool]:
    """The ids in a word of the list of places, and whether it means the border."""
    ids = word.removesuffix(BORDER)
    return tuple(ids.split("\n")) if ids else (), word.endswith(BORDER)


def _many(claims: int, *, act: str = "", places: str = "", when: When | None = None) -> Happening:
    """A happening that stands for so many claims."""
    kind, _dot, name = act.partition(".")
    ids, border = places_of(places)
    words = BORDER_WORDS[:1] if border else ()
    return Happening(0, name, family(kind, name), "", "", when, places=ids, place_words=words, claims=claims)


def _when(first: int, last: int) -> When | None:
    if not first and not last:
        return None
    start, end = first or last - YEAR, last or first + YEAR
    days = (dt.date.fromordinal(max(start, 1)), dt.date.fromordinal(min(end, dt.date.max.toordinal())))
    return When(*days, "", "", open_start=not first, open_end=not last)


def _in_month(rows: Any, month: str) -> Chosen:
    """Whether some day of a time lies in a month, for times that tell both ends and are not too wide."""
    year, number = int(month[:4]), int(month[5:])
    if not (1 <= year <= 9998 and 1 <= number <= 12):
        return rows["id"] != rows["id"]  # type: ignore[no-any-return]
    begin = dt.date(year, number, 1).toordinal()
    end = dt.date(year + number // 12, number % 12 + 1, 1).toordinal()
    told = (rows["first"] > 0) & (rows["last"] > 0) & (rows["last"] - rows["first"] < WIDEST)
    found: Chosen = told & (rows["first"] < end) & (rows["last"] >= begin)
    return found
