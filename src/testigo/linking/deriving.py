"""The whole of linking on values: claims of reports and people's verdicts in, events, persons, links and clusterings out.

Rules:
- Same claims, same verdicts, same seed: same values, in the same order.
- A link is shown by the first claims of its two sides; of many copies one link stands for all.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, replace

from testigo.linked import Clustering, Event, Link, Person
from testigo.linking import assembling, event_model, person_model
from testigo.linking.engine import Engine
from testigo.linking.happenings import Happenings, chances, happenings, reported
from testigo.linking.judged import Verdicts, pair
from testigo.linking.model import reasons_of
from testigo.linking.persons import Persons, persons
from testigo.linking.spelt import folded
from testigo.linking.telling import Mentioned, Telling
from testigo.linking.within import Occurrence
from testigo.reason import Reason

SHOWN, BEST, CLUSTERINGS = 0.03, 6, 8
"""The least probability of a link that is shown; how many are shown for one claim; how many clusterings are kept."""
TWICE = "one report tells it more than once, and nothing in it keeps the two apart"
ONE_NAME = "one report speaks of this person more than once"
ALONE = "nothing in it tells where or when: it is held against reports that share other happenings with it, and no others"
REASONS = (TWICE, ONE_NAME, ALONE, *event_model.REASONS, *person_model.REASONS)


@dataclass(frozen=True, slots=True)
class Derivation:
    """Everything that one run derives, and the counts that it tells of itself."""

    events: tuple[Event, ...]
    persons: tuple[Person, ...]
    links: tuple[Link, ...]
    clusterings: tuple[Clustering, ...]
    counts: Mapping[str, int]


def derive(
    run: Engine,
    reports: Sequence[tuple[int, Sequence[Telling]]],
    events: Verdicts,
    people: Verdicts,
    *,
    seed: int,
) -> Derivation:
    """Link the claims of reports. reports: id of each with its tellings in the order of the text."""
    places = {key for _, told in reports for t in told for w in t.places for key in w.keys}
    local = [
        reported(id_, [_without_places(t, places) for t in told], events, people) for id_, told in reports
    ]
    happened = happenings(run, local, events, seed=seed)
    known = persons(run, happened, people, seed=seed)
    keys = _keys(happened, known)
    made_events = _events(happened, known, keys)
    made_persons = _persons(happened, known, {e.key: e for e in made_events})
    links = (*_event_links(happened, events), *_person_links(happened, known, people))
    counts = {
        "claims": sum(len(e.claims) for e in made_events), "mentions": sum(len(p.mentions) for p in made_persons),
        "events": len(made_events), "persons": len(made_persons), "rows": len(happened.rows) + len(known.rows),
        "compared": happened.compared + known.compared, "dropped": happened.dropped + known.dropped,
        "open": sum(link.judged is None and not link.joined for link in links),
    }  # fmt: skip
    clusterings = (
        *_clusterings("event", happened, _claims_of(happened)),
        *_clusterings("person", known, _mentions_of(happened, known)),
    )
    return Derivation(tuple(made_events), tuple(made_persons), links, clusterings, counts)


def _without_places(told: Telling, places: AbstractSet[str]) -> Telling:
    """The telling without mentions that are the name of a place: "Corven" is who gave the order, and no person."""
    people = tuple(m for m in told.people if not _is_place(m, places))
    return told if len(people) == len(told.people) else replace(told, people=people)


def _is_place(mention: Mentioned, places: AbstractSet[str]) -> bool:
    traits = mention.traits
    bare = not (traits.names or traits.words or traits.age or traits.sex)
    return bare and all(folded(name) in places for name in traits.surnames)


Keys = tuple[dict[int, str], dict[int, str]]
"""Keys of events and of persons, by the smallest row of their cluster."""


def _keys(happened: Happenings, known: Persons) -> Keys:
    events: dict[int, str] = {}
    for root, members in happened.members().items():
        first = min((t for m in members for t in _occurrence(happened, m).tellings), key=assembling.order)
        events[root] = assembling.key_of("e", first.key)
    people = {
        root: min(
            _parts(happened, known, members), key=lambda p: (assembling.order(p[0]), p[1].slot, p[1].number)
        )
        for root, members in known.members().items()
    }
    return events, {
        root: assembling.key_of("p", f"{t.key}.{m.slot}.{m.number}") for root, (t, m) in people.items()
    }


def _occurrence(happened: Happenings, number: int) -> Occurrence:
    r, o = happened.places[number]
    return happened.reports[r].occurrences[o]


def _parts(happened: Happenings, known: Persons, members: Iterable[int]) -> list[tuple[Telling, Mentioned]]:
    found = []
    for number in members:
        r, p = known.places[number]
        report = happened.reports[r]
        wanted = set(report.people[p].mentions)
        found += [
            (t, m)
            for o in report.occurrences
            for t in o.tellings
            for m in t.people
            if (t.id, m.slot, m.number) in wanted
        ]
    return found


def _events(happened: Happenings, known: Persons, keys: Keys) -> list[Event]:
    sure = chances(happened.clusters, happened.drawn)
    who = {
        place: known.clusters.get(node, node) for place, node in zip(known.places, known.node, strict=True)
    }
    made = []
    for root, members in happened.members().items():
        ones = [_occurrence(happened, m) for m in members]
        at = [happened.places[m][0] for m in members]
        people = dict.fromkeys(
            keys[1][who[r, p]]
            for r, one in zip(at, ones, strict=True)
            for p in sorted(one.targets | one.actors)
        )
        alone = len(members) == 1 and not happened.rows[root].anchored
        made.append(assembling.event(ones, [happened.reports[r].people for r in at], tuple(people), sure.get(root, 1.0),
                                     (Reason(ALONE),) if alone else ()))  # fmt: skip
    return sorted(made, key=lambda e: e.key)


def _persons(happened: Happenings, known: Persons, events: Mapping[str, Event]) -> list[Person]:
    sure = chances(known.clusters, known.drawn)
    of_claim = {claim: event for event in events.values() for claim in event.claims}
    made = []
    for root, members in known.members().items():
        parts = _parts(happened, known, members)
        theirs = {of_claim[t.id].key: of_claim[t.id] for t, _ in parts}
        in_time = sorted(theirs.values(), key=lambda e: (e.first is None, e.first or "", e.last or "", e.key))
        made.append(assembling.person(parts, [e.key for e in in_time], sure.get(root, 1.0)))
    return sorted(made, key=lambda p: p.key)


# --- links --------------------------------------------------------------------------------------------------------


def _event_links(happened: Happenings, judged: Verdicts) -> tuple[Link, ...]:
    first: dict[int, Occurrence] = {}
    for (r, o), node in zip(happened.places, happened.node, strict=True):
        first.setdefault(node, happened.reports[r].occurrences[o])
    subject = {node: str(one.tellings[0].id) for node, one in first.items()}
    words = {node: _event_words(one) for node, one in first.items()}
    made = _links("event", happened, _Rows(subject, words), judged)
    for number, _ in enumerate(happened.places):
        one = _occurrence(happened, number)
        for again in one.tellings[1:]:
            ends = pair(str(one.tellings[0].id), str(again.id))
            made.setdefault(ends, Link("event", *ends, 0.95, (Reason(TWICE),), judged(*ends), joined=True))
    node_of = {str(t.id): happened.clusters.get(n, n) for (r, o), n in zip(happened.places, happened.node, strict=True)
               for t in happened.reports[r].occurrences[o].tellings}  # fmt: skip
    return _with_verdicts("event", made, judged, node_of)


def _event_words(one: Occurrence) -> dict[str, str]:
    slots = {
        "place": "place",
        "time": "time",
        "number": "quantity",
        "charge": "charge",
        "punishment": "punishment",
    }
    found = {
        name: next((f.text for t in one.tellings for f in getattr(t.claim, slot)), "")
        for name, slot in slots.items()
    }
    person = [m.text for t in one.tellings for m in t.people if m.slot == "target"] or [
        m.text for t in one.tellings for m in t.people
    ]
    things = [f.text for t in one.tellings for f in t.claim.target]
    return {**found, "person": person[0] if person else "", "age": person[0] if person else "", "things": things[0] if things else "",
            "act": one.tellings[0].claim.act}  # fmt: skip


def _person_links(happened: Happenings, known: Persons, judged: Verdicts) -> tuple[Link, ...]:
    subject: dict[int, str] = {}
    words: dict[int, dict[str, str]] = {}
    for (r, p), node in zip(known.places, known.node, strict=True):
        local = happened.reports[r].people[p]
        c, s, n = local.mentions[0]
        if node not in subject:
            subject[node] = f"{c}.{s}.{n}"
            text = max(local.texts, key=len)
            row = known.rows[node]
            words[node] = {
                "name": text,
                "age": text,
                "role": " ".join(row.roles) or text,
                "place": ", ".join(row.towns),
            }
    made = _links("person", known, _Rows(subject, words), judged)
    for r, p in known.places:
        first, *rest = happened.reports[r].people[p].mentions
        for again in rest:
            ends = pair(".".join(map(str, first)), ".".join(map(str, again)))
            made.setdefault(
                ends, Link("person", *ends, 0.95, (Reason(ONE_NAME),), judged(*ends), joined=True)
            )
    node_of = {".".join(map(str, m)): known.clusters.get(n, n) for (r, p), n in zip(known.places, known.node, strict=True)
               for m in happened.reports[r].people[p].mentions}  # fmt: skip
    return _with_verdicts("person", made, judged, node_of)


@dataclass(frozen=True, slots=True)
class _Rows:
    """What links between rows are shown by: the subject of each row, and its words by column."""

    subject: Mapping[int, str]
    words: Mapping[int, Mapping[str, str]]


def _links(
    kind: str, found: Happenings | Persons, rows: _Rows, judged: Verdicts
) -> dict[tuple[str, str], Link]:
    """The best links of each side, by their ends."""
    model, clusters, subject, words = found.model, found.clusters, rows.subject, rows.words
    shown: Counter[int] = Counter()
    made: dict[tuple[str, str], Link] = {}
    for one in sorted(found.links, key=lambda s: (-s.bits, s.left, s.right)):
        if one.probability < SHOWN:
            break
        joined = clusters.get(one.left, one.left) == clusters.get(one.right, one.right)
        ends = pair(subject[one.left], subject[one.right])
        if shown[one.left] >= BEST or shown[one.right] >= BEST or ends[0] == ends[1]:
            continue
        shown.update((one.left, one.right))
        one_first = ends[0] == subject[one.left]
        sides = (words[one.left], words[one.right]) if one_first else (words[one.right], words[one.left])
        gaps = {name: _sides(sides[0].get(name, ""), sides[1].get(name, "")) for name in sides[0]}
        made[ends] = Link(
            kind, *ends, round(one.probability, 4), reasons_of(model, one, gaps), judged(*ends), joined
        )
    return made


def _sides(left: str, right: str) -> tuple[str, str]:
    return " ".join(left.split())[:80], " ".join(right.split())[:80]


def _with_verdicts(
    kind: str, made: dict[tuple[str, str], Link], judged: Verdicts, node_of: Mapping[str, int]
) -> tuple[Link, ...]:
    """The links, and one for each verdict about a pair that the machine did not propose."""
    for ends, verdict in judged.by_pair.items():
        if ends[0] in node_of and ends[1] in node_of and ends not in made:
            made[ends] = Link(kind, *ends, 0.0, (), verdict, node_of[ends[0]] == node_of[ends[1]])
    return tuple(made[ends] for ends in sorted(made))


# --- clusterings --------------------------------------------------------------------------------------------------


def _claims_of(happened: Happenings) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for number, node in enumerate(happened.node):
        found[node] += [str(t.id) for t in _occurrence(happened, number).tellings]
    return found


def _mentions_of(happened: Happenings, known: Persons) -> Mapping[int, list[str]]:
    found: dict[int, list[str]] = defaultdict(list)
    for (r, p), node in zip(known.places, known.node, strict=True):
        found[node] += [".".join(map(str, m)) for m in happened.reports[r].people[p].mentions]
    return found


def _clusterings(
    kind: str, found: Happenings | Persons, ids: Mapping[int, list[str]]
) -> tuple[Clustering, ...]:
    """The plausible clusterings, the most drawn first; the one in force where nothing was drawn."""
    outside = {node: root for node, root in found.clusters.items() if node not in found.drawn.nodes}
    drawn = found.drawn.drawn or (found.clusters,)
    shapes = Counter(_shape({**outside, **one}, ids) for one in drawn)
    kept = sorted(shapes.items(), key=lambda s: (-s[1], s[0]))[:CLUSTERINGS]
    total = sum(count for _, count in kept)
    return tuple(Clustering(kind, round(count / total, 4), shape) for shape, count in kept)


def _shape(clusters: Mapping[int, int], ids: Mapping[int, list[str]]) -> tuple[tuple[str, ...], ...]:
    held: dict[int, list[str]] = defaultdict(list)
    for node, names in ids.items():
        held[clusters.get(node, node)] += names
    return tuple(sorted(tuple(sorted(names)) for names in held.values() if len(names) > 1))
