"""From the persons of reports to persons of the casebook: compared by name, age, place and the happenings they share.

Rules:
- Two persons whom one report tells apart are never one, unless a person says so.
- A name alone joins nobody, however rare: it is proposed, and waits for a place, an age, a role or a shared happening.
- A mention without a name, outside any happening shared with another report, stays a person of its own: no eleventh
  is made, and none of the ten is taken for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from testigo.linking import person_model
from testigo.linking.clustering import Draws, Mark, Pair, clustered, draws
from testigo.linking.described import LOOSE, Traits
from testigo.linking.engine import Engine, Table, blocked, key_number, scored
from testigo.linking.happenings import LEAST, Happenings, times_for
from testigo.linking.judged import Verdicts, bounds
from testigo.linking.model import Model, Scored
from testigo.linking.name_keys import keys_of, rarity_of

YEARS_OFF = 4
COLUMNS = (
    "names", "parts", "sounds", "script", "usual", "full", "rarity", "born_from", "born_to", "sex", "roles", "offices", "towns", "events", "acts",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class PersonRow:
    """What is compared of a person; see person_model.py. born: years; events: places in happenings, as keys."""

    names: tuple[str, ...]
    parts: tuple[str, ...]
    sounds: tuple[str, ...]
    script: str
    usual: bool
    full: bool
    rarity: int
    born_from: int | None
    born_to: int | None
    sex: str
    roles: tuple[str, ...]
    offices: tuple[str, ...]
    towns: tuple[str, ...]
    events: tuple[str, ...]
    acts: tuple[str, ...]


@dataclass(slots=True)
class Persons:
    """Everything that linking persons found; as Happenings. places: (report index, local index)."""

    places: list[tuple[int, int]]
    node: list[int]
    rows: list[PersonRow]
    keys: list[str]
    model: Model
    clusters: dict[int, int] = field(default_factory=dict)
    links: list[Scored] = field(default_factory=list)
    drawn: Draws = field(default_factory=Draws)
    dropped: int = 0
    compared: int = 0

    def members(self) -> dict[int, list[int]]:
        """The persons of reports in each cluster, by its smallest row."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, node in enumerate(self.node):
            found[self.clusters.get(node, node)].append(number)
        return found


def persons(run: Engine, events: Happenings, judged: Verdicts, *, seed: int) -> Persons:
    """The persons of all reports."""
    found = _rows(events, judged)
    found.model = person_model.model(len(found.rows))
    several = sorted(row for row, count in Counter(found.node).items() if count > 1)
    keys = ((n, key_number(key), seeks) for n, row in enumerate(found.rows) for key, seeks in _blocks(row))
    pairs = blocked(run, keys, selves=several)
    links, found.model = scored(run, found.model, Table(COLUMNS, found.rows), pairs, least=LEAST)
    found.links = [link for link in links if link.left != link.right]
    found.dropped, found.compared = pairs.dropped, pairs.count
    edges, apart = _edges(found)
    bound = replace(
        bounds(judged, _row_of_mention(events, found, judged), edges, apart),
        marks=[_mark(r) for r in found.rows],
    )
    found.clusters = clustered(edges, bound)
    found.drawn = draws(edges, bound, found.keys, seed=seed, times=times_for(len(found.rows)))
    return found


def _rows(events: Happenings, judged: Verdicts) -> Persons:
    """A row for each person of a report; where everything that counts is the same, and it counts, they share one."""
    found = Persons([], [], [], [], person_model.model(1))
    parts = _parts_played(events)
    known: dict[tuple[PersonRow, int, str], int] = {}
    subjects = judged.subjects
    for r, report in enumerate(events.reports):
        again: Counter[PersonRow] = Counter()
        for p, local in enumerate(report.people):
            if not local.mentions:  # taken for another one, told twice
                continue
            row = _row(local.traits, parts.get((r, p), ()))
            c, s, n = local.mentions[0]
            telling = next(t for o in report.occurrences for t in o.tellings if t.id == c)
            key = f"{telling.key}.{s}.{n}"
            own = not (row.events or (row.full and row.towns)) or bool(
                subjects and any(f"{c}.{s}.{n}" in subjects for c, s, n in local.mentions)
            )
            place = (row, again[row], key if own else "")
            again[row] += 1
            if place not in known:
                known[place] = len(found.rows)
                found.rows.append(row)
                found.keys.append(key)
            found.places.append((r, p))
            found.node.append(known[place])
    return found


Part = tuple[int, str, str, tuple[str, ...], int | None]
"""A place in a happening: its cluster, the slot, the act, the towns, the year."""


def _parts_played(events: Happenings) -> dict[tuple[int, int], tuple[Part, ...]]:
    found: dict[tuple[int, int], list[Part]] = defaultdict(list)
    for (r, o), node in zip(events.places, events.node, strict=True):
        row, cluster = events.rows[node], events.clusters.get(node, node)
        one = events.reports[r].occurrences[o]
        year = None if row.first is None or (row.last or 0) - row.first > 800 else row.first // 365
        for slot, who in (("target", one.targets), ("actor", one.actors)):
            for p in who:
                found[r, p].append((cluster, slot, row.act, row.towns, year))
    return {place: tuple(parts) for place, parts in found.items()}


def _row(traits: Traits, parts: Iterable[Part]) -> PersonRow:
    played = tuple(parts)
    keys = keys_of(traits)
    years = [year for *_, year in played if year is not None]
    born = (
        None if traits.age is None or not years else (years[0] - traits.age[1] - 1, years[0] - traits.age[0])
    )
    return PersonRow(
        tuple(sorted(keys.names)), tuple(sorted(keys.parts)), tuple(sorted(keys.sounds)), keys.script, keys.usual, bool(traits.names), rarity_of(traits),
        born[0] if born else None, born[1] if born else None, traits.sex or "", tuple(sorted(set(traits.words) - LOOSE)), tuple(sorted(traits.offices)),
        tuple(sorted({t for *_, towns, _ in played for t in towns})), tuple(sorted({f"{e}{s}" for e, s, *_ in played})),
        tuple(sorted({f"{s}.{act}" for _, s, act, *_ in played})),
    )  # fmt: skip


def _blocks(row: PersonRow) -> tuple[tuple[str, bool], ...]:
    """Places in happenings, whole names (with town and year of birth for the common ones), surnames in a town."""
    found = [f"e:{event}" for event in row.events] + [f"o:{office}" for office in row.offices]
    for name in (*row.names, *row.sounds):
        found.append(f"n:{name}")
        found += [f"n:{name}|{town}" for town in row.towns]
        found += [f"n:{name}|{year}" for year in range(row.born_from or 1, (row.born_to or 0) + 1)][:12]
    found += [f"p:{part}|{town}" for part in row.parts for town in row.towns if not row.full]
    waiting = [(f"p:{part}|{town}", False) for part in row.parts for town in row.towns if row.full]
    return (*dict.fromkeys((key, True) for key in found), *dict.fromkeys(waiting))


def _mark(row: PersonRow) -> Mark:
    """What keeps persons apart by way of others: years of birth, whole names (or how they sound), sex."""
    window = None if row.born_from is None or row.born_to is None else (row.born_from, row.born_to)
    names = frozenset((*row.names, *row.sounds)) if row.full else frozenset()
    return Mark(window, YEARS_OFF, (names, frozenset({row.sex} if row.sex else ())))


def _edges(found: Persons) -> tuple[dict[Pair, float], set[Pair]]:
    homes: list[set[int]] = [set() for _ in found.rows]
    for (r, _), node in zip(found.places, found.node, strict=True):
        homes[node].add(r)
    edges: dict[Pair, float] = {}
    apart: set[Pair] = set()
    for link in found.links:
        pair = (link.left, link.right)
        if homes[link.left] & homes[link.right] or found.model.stands_at(link, person_model.CANNOT):
            apart.add(pair)
        bits = (
            link.bits
            if found.model.stands_at(link, person_model.SUPPORT)
            else min(link.bits, person_model.BY_NAME_ALONE)
        )
        if bits > LEAST:
            edges[pair] = bits
    return edges, apart


def _row_of_mention(events: Happenings, found: Persons, judged: Verdicts) -> dict[str, int]:
    """The row of each mention, where any was judged."""
    if not judged.by_pair:
        return {}
    return {
        f"{c}.{s}.{n}": node
        for (r, p), node in zip(found.places, found.node, strict=True)
        for c, s, n in events.reports[r].people[p].mentions
    }
