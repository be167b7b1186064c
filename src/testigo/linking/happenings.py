"""From the claims of reports to events: occurrences within each report, compared across reports, and clustered.

Rules:
- First each report by itself (within.py), then reports against each other (event_model.py), then what reports that share
  happenings say without place or day: there the context is the anchor.
- Two occurrences of one report are not brought together by way of another report unless much speaks for it.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from testigo.linking import event_model
from testigo.linking.clustering import Draws, Pair, clustered, draws, groups_of
from testigo.linking.engine import Engine, Table, blocked, given, key_number, scored
from testigo.linking.event_rows import COLUMNS, EventRow, blocks_of, mark_of, row_of
from testigo.linking.judged import Verdicts, bounds
from testigo.linking.model import Model, Scored
from testigo.linking.telling import Telling
from testigo.linking.within import Local, Occurrence, locals_of, occurrences_of

LEAST = -6.0
"""Bits below which a pair is not kept."""
IN_ONE_REPORT = -5.0
"""Bits against two occurrences that one report tells apart."""
_TELLS = {"things": ("one", "two"), "number": ("same",), "person": ("name", "part", "usual", "sound", "called"), "charge": ("one", "two"),
          "punishment": ("same",), "place": ("site", "town", "sound"), "time": ("day", "days")}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reported:
    """The occurrences and persons of one report."""

    report: int
    people: tuple[Local, ...]
    who: Mapping[tuple[int, str, int], int]
    occurrences: tuple[Occurrence, ...]


@dataclass(slots=True)
class Happenings:
    """Everything that linking events found. places: (report index, occurrence index) of each occurrence.

    node: which row stands for an occurrence; clusters: row to the smallest row of its cluster; links: pairs of rows that
    were scored; drawn: further clusterings; keys: what each row is known by; dropped: keys that held too many.
    """

    reports: tuple[Reported, ...]
    places: list[tuple[int, int]]
    node: list[int]
    rows: list[EventRow]
    keys: list[str]
    model: Model
    clusters: dict[int, int] = field(default_factory=dict)
    links: list[Scored] = field(default_factory=list)
    drawn: Draws = field(default_factory=Draws)
    dropped: int = 0
    compared: int = 0

    def members(self) -> dict[int, list[int]]:
        """The occurrences of each cluster, by its smallest row."""
        found: dict[int, list[int]] = defaultdict(list)
        for number, node in enumerate(self.node):
            found[self.clusters.get(node, node)].append(number)
        return found


def reported(report: int, tellings: Sequence[Telling], events: Verdicts, persons: Verdicts) -> Reported:
    """One report by itself."""
    people, who = locals_of(tellings, persons)
    occurrences = tuple(occurrences_of(tellings, people, who, events))
    return Reported(report, tuple(people), who, occurrences)


def happenings(run: Engine, reports: Sequence[Reported], judged: Verdicts, *, seed: int) -> Happenings:
    """The events of all reports."""
    found = _rows(reports, judged)
    found.model = event_model.model(len(found.rows))
    edges, apart = _compared(run, found, seed)
    at = _row_of_claim(found, judged)
    marks = [mark_of(row) for row in found.rows]
    bound = replace(bounds(judged, at, edges, apart), marks=marks)
    found.clusters = clustered(edges, bound)
    if _in_context(run, found, edges, apart, {*bound.must, *bound.cannot}):
        bound = replace(bounds(judged, at, edges, apart), marks=marks)
        found.clusters = clustered(edges, bound)
    found.drawn = draws(edges, bound, found.keys, seed=seed, times=times_for(len(found.rows)))
    return found


def _rows(reports: Sequence[Reported], judged: Verdicts) -> Happenings:
    """A row for each occurrence; occurrences that tell the same share one, but never two of one report."""
    found = Happenings(tuple(reports), [], [], [], [], event_model.model(1))
    known: dict[tuple[EventRow, int, str], int] = {}
    subjects = judged.subjects
    for r, report in enumerate(reports):
        again: Counter[EventRow] = Counter()
        for o, one in enumerate(report.occurrences):
            row = row_of(one, report.people)
            own = not row.anchored or bool(subjects and any(str(t.id) in subjects for t in one.tellings))
            place = (row, again[row], one.tellings[0].key if own else "")
            again[row] += 1
            if place not in known:
                known[place] = len(found.rows)
                found.rows.append(row)
                found.keys.append(one.tellings[0].key)
            found.places.append((r, o))
            found.node.append(known[place])
    return found


def _compared(run: Engine, found: Happenings, seed: int) -> tuple[dict[Pair, float], set[Pair]]:
    """Bits by pair of rows, and the pairs that cannot be one."""
    keys = ((n, key_number(key), seeks) for n, row in enumerate(found.rows) for key, seeks in blocks_of(row))
    several = sorted(row for row, count in Counter(found.node).items() if count > 1)
    pairs = blocked(run, keys, selves=several)
    links, found.model = scored(run, found.model, Table(COLUMNS, found.rows), pairs, least=LEAST, learn=seed)
    found.links = [link for link in links if link.left != link.right] + _told_apart(
        found, {link.left: link for link in links if link.left == link.right and link.bits <= 0}
    )
    found.dropped, found.compared = pairs.dropped, pairs.count
    return _edges(found, found.links)


def _told_apart(found: Happenings, weak: Mapping[int, Scored]) -> list[Scored]:
    """Give occurrences a row each where telling the same is not enough to be one; the links of each to the first."""
    made: list[Scored] = []
    seen: set[int] = set()
    for number, node in enumerate(found.node):
        if node in weak and node in seen:
            r, o = found.places[number]
            found.node[number] = len(found.rows)
            made.append(replace(weak[node], right=len(found.rows)))
            found.rows.append(found.rows[node])
            found.keys.append(found.reports[r].occurrences[o].tellings[0].key)
        seen.add(node)
    return made


def _edges(found: Happenings, links: Iterable[Scored]) -> tuple[dict[Pair, float], set[Pair]]:
    edges: dict[Pair, float] = {}
    apart: set[Pair] = set()
    homes = _homes(found)
    for link in links:
        pair, bits = (link.left, link.right), link.bits
        if homes[link.left] & homes[link.right]:
            bits += IN_ONE_REPORT
        if found.model.stands_at(link, event_model.CANNOT):
            apart.add(pair)
        if bits > LEAST:
            edges[pair] = bits
    return edges, apart


def _homes(found: Happenings) -> list[set[int]]:
    homes: list[set[int]] = [set() for _ in found.rows]
    for (r, _), node in zip(found.places, found.node, strict=True):
        homes[node].add(r)
    return homes


def _row_of_claim(found: Happenings, judged: Verdicts) -> dict[str, int]:
    """The row of each claim, where any was judged."""
    if not judged.by_pair:
        return {}
    return {
        str(t.id): node
        for (r, o), node in zip(found.places, found.node, strict=True)
        for t in found.reports[r].occurrences[o].tellings
    }


# --- context ------------------------------------------------------------------------------------------------------


def _in_context(
    run: Engine, found: Happenings, edges: dict[Pair, float], apart: set[Pair], decided: set[Pair]
) -> bool:
    """Compare what reports that share happenings say besides; adds to the edges. Gives whether anything was added."""
    pairs = _neighbours(found, edges, decided)
    if not pairs:
        return False
    model = replace(found.model, prior=0.5)
    links, _ = scored(run, model, Table(COLUMNS, found.rows), given(run, sorted(pairs)), least=LEAST)
    added = False
    for link in links:
        pair = (link.left, link.right)
        share = pairs[pair]
        told = {f.name: model.level(f.name, n).name for f, n in zip(model.fields, link.levels, strict=True)}
        if model.stands_at(link, event_model.CANNOT):
            apart.add(pair)
        elif any(told[name] in levels for name, levels in _TELLS.items()):
            bits = round(link.bits + share, 2)
            edges[pair] = bits
            found.links.append(replace(link, bits=bits))
            added = True
    return added


def _neighbours(found: Happenings, edges: Mapping[Pair, float], decided: set[Pair]) -> dict[Pair, float]:
    """Pairs of rows of one sort that were not compared, of reports that share happenings, with the bits of that context.

    The context is the share of the smaller report's occurrences that the two have in common. Of many reports that tell
    one happening each is held against the one before it and the first.
    """
    by_report: dict[int, list[int]] = defaultdict(list)
    for (r, _), node in zip(found.places, found.node, strict=True):
        by_report[r].append(node)
    shared: Counter[Pair] = Counter()
    for members in found.members().values():
        told = sorted({found.places[m][0] for m in members})
        for at, r in enumerate(told[1:], 1):
            for other in {told[0], told[at - 1]}:
                shared[other, r] += 1
    pairs: dict[Pair, float] = {}
    for (one, other), count in sorted(shared.items()):
        share = count / min(len(by_report[one]), len(by_report[other]))
        for a in by_report[one]:
            for b in by_report[other]:
                pair = (min(a, b), max(a, b))
                new = (
                    a != b
                    and found.rows[a].sort == found.rows[b].sort
                    and pair not in edges
                    and pair not in decided
                )
                if (
                    new
                    and found.clusters.get(a, a) != found.clusters.get(b, b)
                    and not (_full(found.rows[a]) and _full(found.rows[b]))
                ):
                    pairs[pair] = max(pairs.get(pair, -9.0), round(min(2.0, 4.0 * share - 2.0), 2))
    return pairs


def _full(row: EventRow) -> bool:
    """Whether place and day hold it: then it was compared by them."""
    return row.town is not None and row.first is not None


def times_for(rows: int) -> int:
    """How many clusterings are drawn: fewer where each takes long."""
    return 24 if rows < 4096 else 12 if rows < 65_536 else 6


def chances(clusters: Mapping[int, int], drawn: Draws) -> dict[int, float]:
    """For each cluster of more than one, by its smallest node, in how many of the draws it stands just so."""
    found = {root: nodes for root, nodes in groups_of(clusters).items() if len(nodes) > 1}
    sure = {root: 1.0 for root, nodes in found.items() if root not in drawn.nodes}
    if not drawn.drawn:
        return dict.fromkeys(found, 1.0)
    counts: Counter[int] = Counter()
    for one in drawn.drawn:
        groups = groups_of(one)
        for root, nodes in found.items():
            counts[root] += root not in sure and groups.get(root) == nodes
    return {root: sure.get(root, round(counts[root] / len(drawn.drawn), 4)) for root in found}
