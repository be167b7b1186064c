"""The whole of linking on values: claims of reports and people's verdicts in, events, persons, links and clusterings out.

Rules:
- Same claims, same verdicts, same seed: same values, in the same order, whatever order the reports come in.
- What is found is told one after the other, so that never all of it is in memory; a report is unpacked where it is told.
"""

from __future__ import annotations

from collections import Counter, OrderedDict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from testigo.linked import Clustering, Event, Link, Person
from testigo.linking import assembling, event_model, nearness, person_model, showing
from testigo.linking.happenings import Found, happenings
from testigo.linking.intake import Intake
from testigo.linking.judged import Verdicts, pair
from testigo.linking.packing import Reported
from testigo.linking.persons import persons
from testigo.linking.read import Read
from testigo.linking.tangles import tangles
from testigo.linking.telling import Mentioned, Telling
from testigo.reason import Reason

if TYPE_CHECKING:
    from testigo.linking.database import Database

AT_HAND = 4_096
"""Reports that are kept unpacked."""
TWICE = "one report tells it more than once, and nothing in it keeps the two apart"
ONE_NAME = "one report speaks of this person more than once"
ALONE = "nothing in it tells where or when: it is held against reports that share other happenings with it, and no others"
REASONS = (TWICE, ONE_NAME, ALONE, *event_model.REASONS, *person_model.REASONS, *nearness.REASONS)


@dataclass(frozen=True, slots=True)
class Owned:
    """A link, with the keys of the events or persons that its two sides stand in."""

    link: Link
    owners: tuple[str, str]


@dataclass(frozen=True, slots=True)
class Plausible:
    """A clustering of what is uncertain together. key: stays while its first claim or mention does."""

    key: str
    clustering: Clustering


Made = Event | Person | Owned | Plausible


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
) -> Derivation:
    """Link the claims of reports and give everything at once. reports: id of each with its tellings in the order of the text."""
    told = linked(db, reports, events, people, seed=seed)
    made = list(told.made())
    return Derivation(
        tuple(sorted((m for m in made if isinstance(m, Event)), key=lambda e: e.key)),
        tuple(sorted((m for m in made if isinstance(m, Person)), key=lambda p: p.key)),
        tuple(sorted((m.link for m in made if isinstance(m, Owned)), key=lambda one: (one.kind, one.left, one.right))),
        tuple(m.clustering for m in made if isinstance(m, Plausible)), told.counts,
    )  # fmt: skip


def linked(
    db: Database,
    reports: Iterable[tuple[int, Sequence[Telling]]],
    events: Verdicts,
    people: Verdicts,
    *,
    seed: int,
) -> Teller:
    """Link the claims of reports; what was found is told by what this gives."""
    taken = Intake(events, people)
    for report, tellings in reports:
        taken.add(report, tellings)
    read = taken.finish()
    del taken
    happened = happenings(db, read, events, seed=seed)
    known = persons(db, read, happened, people, seed=seed)
    return Teller(read, happened, known, events, people)


@dataclass(frozen=True, slots=True)
class _Clusters:
    """Clusters of occurrences, or of persons of reports. of: cluster of each; first: by cluster the place of its first.

    order: all places, cluster after cluster, in the order of their firsts; ends: where each cluster ends in it.
    """

    of: Any
    order: Any
    ends: Any
    keys: Any
    chance: Any
    root: Any


@dataclass(slots=True)
class _Open:
    """A report at hand. keys: of its persons, by their number; told: the telling and mention of each place."""

    report: Reported
    keys: dict[int, str]
    told: dict[tuple[int, str, int], tuple[Telling, Mentioned]]


@dataclass(slots=True)
class Teller:
    """Tells what was found: `made` once, and `counts` after it."""

    read: Read
    happened: Found
    known: Found
    judged_events: Verdicts
    judged_people: Verdicts
    counts: Counter[str] = field(default_factory=Counter)
    _events: _Clusters = field(init=False)
    _people: _Clusters = field(init=False)
    _days: dict[int, tuple[str | None, str | None]] = field(default_factory=dict)
    _at_hand: OrderedDict[int, _Open] = field(default_factory=OrderedDict)
    _starts: Any = None
    _said: set[tuple[str, tuple[str, str]]] = field(default_factory=set)

    def __post_init__(self) -> None:
        import numpy as np

        self._events = _clusters(self.happened, self.read.occurrences.key)
        self._people = _clusters(self.known, self.read.people.key)
        self._starts = np.searchsorted(self.read.people.report, np.arange(len(self.read.ids) + 1))
        self.counts.update(
            claims=0, mentions=0, events=0, persons=0, rows=len(self.happened.first) + len(self.known.first),
            compared=self.happened.compared + self.known.compared, dropped=self.happened.crowded + self.known.crowded, open=0,
        )  # fmt: skip

    def made(self) -> Iterator[Made]:
        """Events, persons, links and clusterings, each cluster in the order of reports."""
        yield from self._told_events()
        yield from self._told_persons()
        yield from self._told_links()
        for kind, found, ids in (
            ("event", self.happened, self._claim_ids()),
            ("person", self.known, self._mention_ids()),
        ):
            for number, clustering in tangles(kind, found, ids):
                yield Plausible(number, clustering)

    # --- events and persons

    def _told_events(self) -> Iterator[Made]:
        read, clusters = self.read, self._events
        start = 0
        for end in clusters.ends.tolist():
            members = clusters.order[start:end].tolist()
            start = end
            event = self._event(members)
            self.counts["events"] += 1
            self.counts["claims"] += len(event.claims)
            self._days[int(clusters.of[members[0]])] = (event.first, event.last)
            yield event
            for member in members:
                one = self._open(int(read.occurrences.report[member])).report.occurrences[
                    int(read.occurrences.number[member])
                ]
                for again in one.tellings[1:]:
                    yield self._again("event", (str(one.tellings[0].id), str(again.id)), TWICE, event.key)

    def _event(self, members: Sequence[int]) -> Event:
        read, clusters = self.read, self._events
        at = [self._open(int(read.occurrences.report[m])) for m in members]
        ones = [
            o.report.occurrences[int(read.occurrences.number[m])] for o, m in zip(at, members, strict=True)
        ]
        people = dict.fromkeys(
            o.keys[p] for o, one in zip(at, ones, strict=True) for p in sorted(one.targets | one.actors)
        )
        row = int(self.happened.row[members[0]])
        alone = len(members) == 1 and not read.rows.anchored[read.rows.of[members[0]]]
        return assembling.event(
            ones, [o.report.people for o in at], tuple(people), float(clusters.chance[self.happened.clusters[row]]),
            (Reason(ALONE),) if alone else (),
        )  # fmt: skip

    def _told_persons(self) -> Iterator[Made]:
        read, clusters = self.read, self._people
        start = 0
        for end in clusters.ends.tolist():
            members = clusters.order[start:end].tolist()
            start = end
            person = self._person(members)
            self.counts["persons"] += 1
            self.counts["mentions"] += len(person.mentions)
            yield person
            for member in members:
                local = self._open(int(read.people.report[member])).report.people[
                    int(read.people.number[member])
                ]
                first, *rest = local.mentions
                for again in rest:
                    yield self._again("person", (subject(first), subject(again)), ONE_NAME, person.key)

    def _person(self, members: Sequence[int]) -> Person:
        read = self.read
        parts = []
        for member in members:
            at = self._open(int(read.people.report[member]))
            parts += [at.told[place] for place in at.report.people[int(read.people.number[member])].mentions]
        chance = self._people.chance[self.known.clusters[self.known.row[members[0]]]]
        return assembling.person(parts, self._in_time(members), float(chance))

    def _in_time(self, members: Sequence[int]) -> list[str]:
        """The keys of the events that persons of reports are in, in the order of time."""
        import numpy as np

        read = self.read
        low, high = (
            np.searchsorted(read.part_person, members, side=side).tolist() for side in ("left", "right")
        )
        roots = {
            int(self._events.of[o])
            for a, b in zip(low, high, strict=True)
            for o in read.part_occurrence[a:b].tolist()
        }
        theirs = [(*self._days[root], assembling.key_of("e", int(self._events.keys[root]))) for root in roots]
        return [
            key for _, _, key in sorted(theirs, key=lambda e: (e[0] is None, e[0] or "", e[1] or "", e[2]))
        ]

    def _open(self, place: int) -> _Open:
        found = self._at_hand.get(place)
        if found is not None:
            self._at_hand.move_to_end(place)
            return found
        report = self.read.report(place)
        start, end = int(self._starts[place]), int(self._starts[place + 1])
        numbers = self.read.people.number[start:end].tolist()
        keys = self._people.keys[self._people.of[start:end]].tolist()
        told = {
            (t.id, m.slot, m.number): (t, m) for o in report.occurrences for t in o.tellings for m in t.people
        }
        found = _Open(
            report, {n: assembling.key_of("p", key) for n, key in zip(numbers, keys, strict=True)}, told
        )
        self._at_hand[place] = found
        if len(self._at_hand) > AT_HAND:
            self._at_hand.popitem(last=False)
        return found

    # --- links

    def _again(self, kind: str, two: tuple[str, str], why: str, owner: str) -> Owned:
        """The link of two that one report tells as one."""
        judged = self.judged_events if kind == "event" else self.judged_people
        ends = pair(*two)
        return self._owned(
            Link(kind, *ends, 0.95, (Reason(why),), judged(*ends), joined=True), (owner, owner)
        )

    def _owned(self, link: Link, owners: tuple[str, str]) -> Owned:
        if link.judged is not None:
            self._said.add((link.kind, (link.left, link.right)))
        self.counts["open"] += link.judged is None and not link.joined
        return Owned(link, owners)

    def _told_links(self) -> Iterator[Made]:
        for kind, found, clusters, judged, subjects, words in (
            (
                "event",
                self.happened,
                self._events,
                self.judged_events,
                showing.event_subjects,
                showing.event_words,
            ),
            (
                "person",
                self.known,
                self._people,
                self.judged_people,
                showing.person_subjects,
                showing.person_words,
            ),
        ):
            for one in showing.proposed(kind, found, subjects(self.read, found), judged,
                                        lambda row, found=found, words=words: words(found.shown[row])):  # fmt: skip
                roots = found.clusters[list(one.rows)].tolist()
                left, right = (_key(kind, clusters, root) for root in roots)
                yield self._owned(one.link, (left, right))
            yield from self._verdicts(kind, clusters, judged)

    def _verdicts(self, kind: str, clusters: _Clusters, judged: Verdicts) -> Iterator[Made]:
        """A link for each verdict about a pair that the machine did not propose."""
        known = self.read.judged_claims if kind == "event" else self.read.judged_mentions
        for ends, verdict in sorted(judged.by_pair.items()):
            if (kind, ends) not in self._said and ends[0] in known and ends[1] in known:
                one, other = (int(clusters.of[known[end]]) for end in ends)
                link = Link(kind, *ends, 0.0, (), verdict, one == other)
                yield self._owned(link, (_key(kind, clusters, one), _key(kind, clusters, other)))

    # --- what tangles are told by

    def _claim_ids(self) -> Any:
        return lambda at: str(int(self.read.claims[at]))

    def _mention_ids(self) -> Any:
        return lambda at: self.read.subjects[at]


def subject(place: Sequence[Any]) -> str:
    """What judgements about a mention are kept by. place: claim, slot and number."""
    return ".".join(map(str, place))


def _key(kind: str, clusters: _Clusters, root: int) -> str:
    return assembling.key_of("e" if kind == "event" else "p", int(clusters.keys[root]))


def _clusters(found: Found, keys: Any) -> _Clusters:
    """The clusters of a finding. keys: of each occurrence or person of a report."""
    import numpy as np

    of = found.cluster
    roots, first, back = np.unique(of, return_index=True, return_inverse=True)
    order = np.lexsort((np.arange(len(of)), first[back]))
    ends = np.nonzero(np.diff(first[back][order], append=-1))[0] + 1 if len(of) else np.empty(0, np.int64)
    by_root = np.zeros(len(found.clusters), dtype=np.uint64)
    by_root[roots] = keys[first]
    sizes = np.bincount(found.clusters, minlength=len(found.clusters))
    chance = np.where(sizes > 1, found.drawn.chances(found.clusters), 1.0)
    return _Clusters(of, order, ends, by_root, chance, roots)
