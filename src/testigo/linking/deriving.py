"""The whole of linking on values: claims of reports and people's verdicts in, events, persons, links and clusterings out.

Rules:
- Same claims, same verdicts, same seed: same values, in the same order, whatever order the reports come in, and however
  many processes share the work.
- What is found is told some at a time, so that never all of it is in memory; a report is unpacked where it is told.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, TypeVar

from testigo.linked import Clustering, Event, Link, Person
from testigo.linking import assembling, showing
from testigo.linking.gathering import Incoming, gathered
from testigo.linking.happenings import Found, happenings
from testigo.linking.judged import Verdicts
from testigo.linking.persons import persons
from testigo.linking.read import Read, in_order
from testigo.linking.recounting import (
    Events,
    Links,
    Made,
    Members,
    Owned,
    Persons,
    Plausible,
    Recounted,
    as_it_is,
    recount_events,
    recount_links,
    recount_persons,
)  # fmt: skip
from testigo.linking.sharing import Shared
from testigo.linking.tangles import tangles
from testigo.linking.telling import Telling

if TYPE_CHECKING:
    from testigo.linking.database import Database

R = TypeVar("R")
COMPARING, PERSONS = "comparing the claims", "comparing the persons"
AT_ONCE = 1_000
"""Clusters of a chunk."""


@dataclass(frozen=True, slots=True)
class Derivation:
    """Everything that one run derives, and the counts that it tells of itself."""

    events: tuple[Event, ...]
    persons: tuple[Person, ...]
    links: tuple[Link, ...]
    clusterings: tuple[Clustering, ...]
    counts: Mapping[str, int]


def derive(
    db: Database,
    reports: Iterable[tuple[int, Sequence[Telling]]],
    events: Verdicts,
    people: Verdicts,
    *,
    seed: int,
    shared: Shared | None = None,
) -> Derivation:
    """Link the claims of reports and give everything at once. reports: id of each with its tellings in the order of the text."""
    told = linked(db, Incoming(reports, as_told), events, people, seed=seed, shared=shared)
    made = list(told.made())
    return Derivation(
        tuple(sorted((m for m in made if isinstance(m, Event)), key=lambda e: e.key)),
        tuple(sorted((m for m in made if isinstance(m, Person)), key=lambda p: p.key)),
        tuple(sorted((m.link for m in made if isinstance(m, Owned)), key=lambda one: (one.kind, one.left, one.right))),
        tuple(m.clustering for m in made if isinstance(m, Plausible)), told.counts,
    )  # fmt: skip


def as_told(report: int, tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Tellings that were made already."""
    del report
    return tellings


def linked(
    db: Database,
    incoming: Incoming,
    events: Verdicts,
    people: Verdicts,
    *,
    seed: int,
    shared: Shared | None = None,
) -> Teller:
    """Link the claims of reports; what was found is told by what this gives. shared: the processes that share the work."""
    shared = shared or Shared()
    read = in_order(gathered(shared, incoming, events, people))
    shared.say(COMPARING, 0, 0)
    happened = happenings(db, read, events, seed=seed)
    shared.say(PERSONS, 0, 0)
    known = persons(db, read, happened, people, seed=seed)
    return Teller(read, happened, known, events, people, shared)


@dataclass(frozen=True, slots=True)
class _Clusters:
    """Clusters of occurrences, or of persons of reports. of: cluster of each; order: all places, cluster after cluster, in

    the order of their firsts; ends: where each cluster ends in it. keys, chance, place: by the smallest row of a cluster, its
    key number, its chance and its place among the clusters.
    """

    of: Any
    order: Any
    ends: Any
    keys: Any
    chance: Any
    place: Any

    def some(self) -> Iterator[tuple[Any, Any]]:
        """Some clusters at a time: their members, and where each ends among these."""
        start = 0
        for first in range(0, len(self.ends), AT_ONCE):
            ends = self.ends[first : first + AT_ONCE]
            yield self.order[start : int(ends[-1])], ends - start
            start = int(ends[-1])


@dataclass(slots=True)
class Teller:
    """Tells what was found: once, and `counts` after it."""

    read: Read
    happened: Found
    known: Found
    judged_events: Verdicts
    judged_people: Verdicts
    shared: Shared
    counts: Counter[str] = field(default_factory=Counter)
    _events: _Clusters = field(init=False)
    _people: _Clusters = field(init=False)
    _days: list[tuple[str | None, str | None]] = field(default_factory=list)
    _said: set[tuple[str, tuple[str, str]]] = field(default_factory=set)

    def __post_init__(self) -> None:
        self._events = _clusters(self.happened, self.read.occurrences.key)
        self._people = _clusters(self.known, self.read.people.key)
        self.counts.update(
            claims=0, mentions=0, events=len(self._events.ends), persons=len(self._people.ends),
            rows=len(self.happened.first) + len(self.known.first), compared=self.happened.compared + self.known.compared,
            dropped=self.happened.crowded + self.known.crowded, open=0, untold=0,
        )  # fmt: skip

    def made(self) -> Iterator[Made]:
        """Events, persons, links and clusterings, each cluster in the order of reports."""
        yield from self.told(as_it_is)

    def told(self, each: Callable[[Made], R]) -> Iterator[R]:
        """What `each` makes of every event, person, link and clustering, in the order of `made`."""
        judged = {"event": self.judged_events, "person": self.judged_people}
        for done in self.shared.each(recount_events, self._some_events(each)):
            days: dict[tuple[str | None, str | None], tuple[str | None, str | None]] = {}
            self._days += (days.setdefault(day, day) for day in done.days)
            yield from self._counted("event", "claims", done)
        for done in self.shared.each(recount_persons, self._some_persons(each)):
            yield from self._counted("person", "mentions", done)
        for kind, found, clusters, subject in (
            ("event", self.happened, self._events, self._claim), ("person", self.known, self._people, self._mention),
        ):  # fmt: skip
            links = showing.shown(kind, found, subject, clusters.keys)
            for done in self.shared.each(recount_links, (Links(some, judged[kind], each) for some in links)):
                yield from self._counted(kind, "", done)
            yield from map(each, self._verdicts(kind, clusters, judged[kind]))
        for kind, found, subject in (
            ("event", self.happened, self._claim),
            ("person", self.known, self._mention),
        ):
            for number, clustering in tangles(kind, found, subject):
                yield each(Plausible(number, clustering))

    def _counted(self, kind: str, parts: str, done: Recounted) -> Iterator[Any]:
        if parts:
            self.counts[parts] += done.parts
        self.counts["open"] += done.open
        self.counts["untold"] += done.untold
        self._said.update((kind, ends) for ends in done.said)
        return iter(done.made)

    # --- events and persons

    def _some_events(self, each: Callable[[Made], Any]) -> Iterator[Events]:
        import numpy as np

        read, clusters = self.read, self._events
        starts = np.searchsorted(read.people.report, np.arange(len(read.ids) + 1))
        held = read.rows.anchored[read.rows.of]
        for members, ends in clusters.some():
            some, homes = _members(clusters, members, ends, read.occurrences, read.happened)
            firsts = members[np.concatenate([[0], ends[:-1]])]
            alone = (np.diff(ends, prepend=0) == 1) & ~held[firsts]
            people = []
            for home in homes.tolist():
                theirs = slice(int(starts[home]), int(starts[home + 1]))
                keys = self._people.keys[self._people.of[theirs]].tolist()
                people.append(dict(zip(read.people.number[theirs].tolist(), keys, strict=True)))
            yield Events(some, alone.tolist(), people, self.judged_events, each)

    def _some_persons(self, each: Callable[[Made], Any]) -> Iterator[Persons]:
        import numpy as np

        in_time = _in_time(self._days, self._events)
        for members, ends in self._people.some():
            some, _ = _members(self._people, members, ends, self.read.people, self.read.spoken)
            person = np.searchsorted(ends, np.arange(len(members)), side="right")
            yield Persons(
                some, self._events_of(members, person, len(ends), in_time), self.judged_people, each
            )

    def _events_of(self, members: Any, person: Any, count: int, in_time: Any) -> list[list[int]]:
        """The key numbers of the events of some persons, in the order of time. person: to which each member belongs."""
        import numpy as np

        read = self.read
        low, high = (np.searchsorted(read.part_person, members, side=side) for side in ("left", "right"))
        counts = high - low
        at = np.repeat(low - np.concatenate([[0], np.cumsum(counts)[:-1]]), counts) + np.arange(counts.sum())
        order, keys = in_time
        event = order[self._events.place[self._events.of[read.part_occurrence[at]]]]
        both = np.unique(np.repeat(person, counts).astype(np.int64) << 32 | event)
        found = keys[both & 0xFFFFFFFF].tolist()
        ends = np.searchsorted(both >> 32, np.arange(count), side="right").tolist()
        return [found[start:end] for start, end in zip([0, *ends[:-1]], ends, strict=True)]

    # --- links

    def _verdicts(self, kind: str, clusters: _Clusters, judged: Verdicts) -> Iterator[Made]:
        """A link for each verdict about a pair that the machine did not propose."""
        known = self.read.judged_claims if kind == "event" else self.read.judged_mentions
        sign = "e" if kind == "event" else "p"
        for ends, verdict in sorted(judged.by_pair.items()):
            if (kind, ends) not in self._said and ends[0] in known and ends[1] in known:
                one, other = (int(clusters.of[known[end]]) for end in ends)
                link = Link(kind, *ends, 0.0, (), verdict, one == other)
                left, right = (assembling.key_of(sign, int(clusters.keys[root])) for root in (one, other))
                yield Owned(link, (left, right))

    def _claim(self, place: int) -> str:
        return str(int(self.read.claims[place]))

    def _mention(self, place: int) -> str:
        return self.read.subject(place)


def _clusters(found: Found, keys: Any) -> _Clusters:
    """The clusters of a finding. keys: of each occurrence or person of a report."""
    import numpy as np

    of = found.cluster
    roots, first, back = np.unique(of, return_index=True, return_inverse=True)
    order = np.lexsort((np.arange(len(of)), first[back]))
    ends = np.nonzero(np.diff(first[back][order], append=-1))[0] + 1 if len(of) else np.empty(0, np.int64)
    by_root = np.zeros(len(found.clusters), dtype=np.uint64)
    by_root[roots] = keys[first]
    place = np.zeros(len(found.clusters), dtype=np.int64)
    place[roots[np.argsort(first)]] = np.arange(len(roots))
    sizes = np.bincount(found.clusters, minlength=len(found.clusters))
    chance = np.where(sizes > 1, found.drawn.chances(found.clusters), 1.0)
    return _Clusters(of, order, ends, by_root, chance, place)


def _members(
    clusters: _Clusters, members: Any, ends: Any, told: Any, packed: Sequence[bytes]
) -> tuple[Members, Any]:
    """Some clusters with the reports of their members, and which reports these are."""
    import numpy as np

    homes, home = np.unique(told.report[members], return_inverse=True)
    firsts = members[np.concatenate([[0], ends[:-1]])]
    chance = clusters.chance[clusters.of[firsts]].tolist()
    blobs = [packed[n] for n in homes.tolist()]
    return Members(blobs, home.tolist(), told.number[members].tolist(), ends.tolist(), chance), homes


def _in_time(days: Sequence[tuple[str | None, str | None]], events: _Clusters) -> tuple[Any, Any]:
    """The place in time of each event, and the key numbers of all of them in that order. days: first and last of each."""
    import numpy as np

    when = sorted(set(days), key=lambda day: (day[0] is None, day[0] or "", day[1] or ""))
    number = {day: n for n, day in enumerate(when)}
    firsts = (
        events.of[events.order[np.concatenate([[0], events.ends[:-1]]).astype(np.int64)]]
        if len(days)
        else events.of[:0]
    )
    keys = events.keys[firsts]
    order = np.lexsort((keys, np.array([number[day] for day in days], dtype=np.int64)))
    place = np.empty(len(order), dtype=np.int64)
    place[order] = np.arange(len(order))
    return place, keys[order]
