"""From rows of occurrences to events: compared across reports, clustered, and compared again in context.

Rules:
- Reports have been read by themselves (intake.py). Here they are held against each other (event_model.py), and then what
  reports that share happenings say without place or day: there the context is the anchor.
- Two occurrences of one report are not brought together by way of another report unless much speaks for it.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from testigo.linking import event_model
from testigo.linking.blocking import Blocks, blocks
from testigo.linking.comparing import LEAST, chosen, compared, joined, learned
from testigo.linking.event_rows import DAYS_OFF
from testigo.linking.grouping import NO_WINDOW, Draws, Edges, Marks, Tied, draws, grouped
from testigo.linking.judged import Ties, Verdicts, ties
from testigo.linking.model import Model
from testigo.linking.read import Lines, Read
from testigo.linking.splinking import Weighed, weighed
from testigo.linking.taken import NO_DAY

if TYPE_CHECKING:
    from testigo.linking.database import Database

IN_ONE_REPORT = -5.0
"""Bits against two occurrences that one report tells apart."""
_TELLS = {
    "things": frozenset({"one", "two"}), "number": frozenset({"same"}), "charge": frozenset({"one", "two"}),
    "person": frozenset({"name", "part", "usual", "sound", "called"}), "punishment": frozenset({"same"}),
    "place": frozenset({"site", "town", "sound"}), "time": frozenset({"day", "days"}),
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Found:
    """What linking found, of events or of persons; all arrays.

    row: the row of each occurrence, or person of a report; first: by row the one it is shown by; clusters: by row the
    smallest of its cluster; links: pairs of rows that were scored; drawn: further clusterings; keys: by row.
    """

    row: Any
    first: Any
    shown: tuple[str, ...]
    keys: Any
    model: Model
    clusters: Any
    links: Weighed
    drawn: Draws
    compared: int
    crowded: int

    @property
    def cluster(self) -> Any:
        """The cluster of each occurrence, or person of a report, by its smallest row."""
        return self.clusters[self.row]


@dataclass(frozen=True, slots=True)
class _Rows:
    """The rows, told apart where telling the same is not enough. base: the row that each was compared as."""

    of: Any
    first: Any
    base: Any
    links: Weighed


def happenings(db: Database, read: Read, judged: Verdicts, *, seed: int) -> Found:
    """The events of all reports."""
    rows, count = read.rows, len(read.rows.first)
    held = _put(db, rows.lines)
    model = learned(event_model.model(count), db, "events", count, seed)
    pairs = compared(db, "events", model, held.pairs(), event_model.CANNOT)
    told = _told_apart(db, read, model)
    links = joined([pairs.weighed, told.links])
    bound = ties(judged, {claim: int(told.of[at]) for claim, at in read.judged_claims.items()})
    edges = _edges(read, told, links, bound)
    tied = Tied(pairs.left, pairs.right, bound.must, bound.cannot, _marks(read, told.base))
    size = len(told.first)
    clusters = grouped(size, edges, tied)
    more, barred = _in_context(db, read, told, (clusters, _known(edges, links, bound)), model)
    if len(more.bits):
        links = joined([links, more])
        edges = _edges_of(edges, more)
        tied = replace(tied, left=_both(tied.left, barred[0]), right=_both(tied.right, barred[1]))
        clusters = grouped(size, edges, tied)
    db.drop("events")
    keys = read.occurrences.key[told.first]
    drawn = draws(size, edges, tied, keys, seed=seed, times=times_for(size))
    shown = tuple(rows.shown[base] for base in told.base.tolist())
    return Found(told.of, told.first, shown, keys, model, clusters, links, drawn, pairs.count, held.crowded)


def _put(db: Database, lines: Lines) -> Blocks:
    """The rows in the database, and nowhere else; and what brings them together."""
    table, keys = lines.given()
    db.put("events", table)
    return blocks(db, keys)


def times_for(rows: int) -> int:
    """How many clusterings are drawn: fewer where each takes long."""
    return 24 if rows < 4096 else 12 if rows < 65_536 else 6


def _told_apart(db: Database, read: Read, model: Model) -> _Rows:
    """Give occurrences a row each where telling the same is not enough to be one, with the links of each to the first."""
    import numpy as np

    of, first = read.rows.of, read.rows.first
    several = np.nonzero(np.bincount(of, minlength=len(first)) > 1)[0]
    base = np.arange(len(first))
    if not len(several):
        return _Rows(of, first, base, _none(model))
    db.make_pairs("selves", several, several)
    own = weighed(db, model.settings(), "events", "selves")
    db.drop("selves")
    weak = np.full(len(first), -1)
    weak[own.left[own.bits <= 0]] = np.nonzero(own.bits <= 0)[0]
    again = np.nonzero((weak[of] >= 0) & (np.arange(len(of)) != first[of]))[0]
    was = of[again]
    now = of.copy()
    now[again] = len(first) + np.arange(len(again))
    links = chosen(own, weak[was])
    return _Rows(
        now, np.concatenate([first, again]), np.concatenate([base, was]), replace(links, right=now[again])
    )


def _none(model: Model) -> Weighed:
    return joined([], fields=len(model.fields))


def _edges(read: Read, told: _Rows, links: Weighed, bound: Ties) -> Edges:
    """Bits by pair of rows. What people are unsure of is not joined by its own link: its bits are set below 0."""
    import numpy as np

    bits = links.bits + IN_ONE_REPORT * in_one_report(read.occurrences.report, told.of, told.first, links)
    unsure = pair_numbers(*np.array(bound.unsure, dtype=np.int64).reshape(-1, 2).T)
    keep = (bits > LEAST) & ~np.isin(pair_numbers(links.left, links.right), unsure)
    more = np.array(bound.unsure, dtype=np.int64).reshape(-1, 2)
    return Edges(
        _both(links.left[keep], more[:, 0]), _both(links.right[keep], more[:, 1]), _both(bits[keep], np.full(len(more), -1.0)),
    )  # fmt: skip


def pair_numbers(left: Any, right: Any) -> Any:
    """Pairs of rows as one number each."""
    return left.astype("int64") << 32 | right.astype("int64")


def _edges_of(edges: Edges, more: Weighed) -> Edges:
    return Edges(_both(edges.left, more.left), _both(edges.right, more.right), _both(edges.bits, more.bits))


def _both(one: Any, other: Any) -> Any:
    import numpy as np

    return np.concatenate([one, other])


def in_one_report(report: Any, of: Any, first: Any, links: Weighed) -> Any:
    """Whether the two rows of each link stand in one report. report: of each occurrence or person; of: its row."""
    import numpy as np

    several = np.bincount(of, minlength=len(first)) > 1
    found = report[first[links.left]] == report[first[links.right]]
    at = np.nonzero(several[links.left] | several[links.right])[0]
    asked = np.isin(of, np.unique(np.concatenate([links.left[at], links.right[at]])))
    homes: dict[int, set[int]] = {}
    for row, home in zip(of[asked].tolist(), report[asked].tolist(), strict=True):
        homes.setdefault(row, set()).add(home)
    for n, left, right in zip(at.tolist(), links.left[at].tolist(), links.right[at].tolist(), strict=True):
        found[n] = not homes[left].isdisjoint(homes[right])
    return found


def _marks(read: Read, base: Any) -> Marks:
    """What keeps clusters apart: days further off than ten, other towns, a man and a woman."""
    import numpy as np

    rows = read.rows
    dated = rows.day[base] != NO_DAY
    low, high = (np.where(dated, column[base], NO_WINDOW) for column in (rows.day, rows.until))
    sets, values = zip(
        *(numbered(read.words, column[base]) for column in (rows.bound_towns, rows.sex)), strict=True
    )
    return Marks(low, high, DAYS_OFF, sets, values)


def numbered(words: tuple[Any, ...], column: Any) -> tuple[Any, tuple[frozenset[str], ...]]:
    """A column of numbers of tuples as numbers of sets; the empty set is 0. words: what the numbers stand for."""
    import numpy as np

    used, back = np.unique(column, return_inverse=True)
    sets: dict[frozenset[str], int] = {frozenset(): 0}
    numbers = [sets.setdefault(frozenset(words[n]), len(sets)) for n in used.tolist()]
    return np.array(numbers, dtype=np.int64)[back], tuple(sets)


# --- context ------------------------------------------------------------------------------------------------------

_TOLD = "SELECT DISTINCT cluster, report FROM occurrences"
_NEAR = (
    "SELECT report, lag(report) OVER (PARTITION BY cluster ORDER BY report) AS earlier,"
    " min(report) OVER (PARTITION BY cluster) AS opening FROM told"
)
_SHARED = (
    "SELECT one, other, count(*) AS n FROM (SELECT earlier AS one, report AS other FROM near WHERE earlier IS NOT NULL"
    " UNION ALL SELECT opening, report FROM near WHERE opening <> report AND opening <> earlier) s GROUP BY one, other"
)
_SIZES = "SELECT report, count(*) AS n FROM occurrences GROUP BY report"
_NEIGHBOURS = (
    "SELECT least(a.line, b.line) AS l, greatest(a.line, b.line) AS r,"
    " max(least(2.0, 4.0 * s.n / least(x.n, y.n) - 2.0)) AS share FROM shared s"
    " JOIN sizes x ON x.report = s.one JOIN sizes y ON y.report = s.other"
    " JOIN occurrences a ON a.report = s.one JOIN occurrences b ON b.report = s.other AND a.sort = b.sort"
    " WHERE a.line <> b.line AND a.cluster <> b.cluster AND NOT (a.held AND b.held) GROUP BY 1, 2 ORDER BY 1, 2"
)


def _in_context(
    db: Database, read: Read, told: _Rows, so_far: tuple[Any, Any], model: Model
) -> tuple[Weighed, tuple[Any, Any]]:
    """What reports that share happenings say besides, compared; and of these what cannot be one.

    The context is the share of the smaller report's occurrences that the two have in common. Of many reports that tell
    one happening each is held against the one before it and the first.
    """
    import numpy as np

    left, right, share = _neighbours(db, read, told, so_far)
    nothing = (np.empty(0, np.int64), np.empty(0, np.int64))
    if not len(left):
        return _none(model), nothing
    db.make_pairs("given", told.base[left], told.base[right])
    found = weighed(db, replace(model, prior=0.5).settings(), "events", "given")
    db.drop("given")
    found = _each(found, told.base, left, right)
    barred = model.standing(found.levels, event_model.CANNOT)
    tells = ~barred & (found.bits > LEAST) & model.standing(found.levels, _TELLS)
    more = chosen(found, tells)
    return replace(more, bits=np.round(more.bits + share[tells], 2)), (left[barred], right[barred])


def _known(edges: Edges, links: Weighed, bound: Ties) -> Any:
    """The pairs, as numbers, that need no context: they have bits already, or people decided about them."""
    import numpy as np

    decided = np.array([*bound.must, *bound.cannot], dtype=np.int64).reshape(-1, 2)
    sides = ((edges.left, edges.right), (links.left, links.right), (decided[:, 0], decided[:, 1]))
    return np.concatenate([pair_numbers(left, right) for left, right in sides])


def _neighbours(db: Database, read: Read, told: _Rows, so_far: tuple[Any, Any]) -> tuple[Any, Any, Any]:
    """Pairs of rows of one sort that were not compared, of reports that share happenings, with the bits of that context.

    so_far: the cluster of each row, and the pairs that are known.
    """
    import numpy as np
    import pyarrow as pa

    clusters, known = so_far
    base = told.base[told.of]
    db.put("occurrences", pa.table({
        "report": pa.array(read.occurrences.report, pa.int32()), "line": pa.array(told.of, pa.int32()),
        "cluster": pa.array(clusters[told.of], pa.int32()), "sort": pa.array(read.rows.sort[base], pa.int32()),
        "held": pa.array(read.rows.full[base])}))  # fmt: skip
    for name, query in (("told", _TOLD), ("near", _NEAR), ("shared", _SHARED), ("sizes", _SIZES)):
        db.make(name, query)
    met = db.fetch(_NEIGHBOURS)
    db.drop("occurrences", "told", "near", "shared", "sizes")
    left, right = met["l"].astype(np.int64), met["r"].astype(np.int64)
    new = ~np.isin(pair_numbers(left, right), known)
    return left[new], right[new], np.round(met["share"][new].astype(np.float64), 2)


def _each(found: Weighed, base: Any, left: Any, right: Any) -> Weighed:
    """The weights of pairs of base rows, for each pair of rows that were compared as them."""
    import numpy as np

    low, high = np.minimum(base[left], base[right]), np.maximum(base[left], base[right])
    at = np.searchsorted(pair_numbers(found.left, found.right), pair_numbers(low, high))
    return replace(chosen(found, at), left=left, right=right)
