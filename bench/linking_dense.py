"""How right linking is in a dense casebook, without making a large one: happenings of ten years told of --years instead.

    python bench/linking_dense.py [--years 1] [--claims 20000] [--seed 13]

What makes a large casebook hard is that much is told of one town and week: 20,000 claims of one year are as dense as
200,000 of ten. (Names are not: a large casebook holds more people of one name in other towns.) Printed are precision,
recall and F1 of pairs of claims that tell one happening, and of pairs of mentions of one person.
"""

from __future__ import annotations

import argparse
import sys
from array import array
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.worlds import worlds

from testigo.linked import Event, Person
from testigo.linking.database import database
from testigo.linking.deriving import as_told, linked
from testigo.linking.gathering import Incoming
from testigo.linking.judged import Verdicts
from testigo.linking.telling import Telling, telling

BLOCK = 5_000


class Days(float):
    """Years of which 365 make a whole number of days."""

    def __rmul__(self, of: int) -> int:  # type: ignore[override]
        return int(of * float(self))


def made(claims: int, seed: int) -> tuple[list[tuple[int, tuple[Telling, ...]]], array[int], array[int]]:
    """Reports with their tellings; by claim the numbers of its event and person (-1: of none)."""
    reports: list[tuple[int, tuple[Telling, ...]]] = []
    truth = array("q"), array("q")
    ids: dict[tuple[int, str], int] = {}
    block = 0
    while len(truth[0]) < claims:
        for told in worlds.world(worlds.Size(BLOCK), seed * 100_003 + block).reports:
            some = []
            for claim, said in zip(told.claims, told.said, strict=True):
                who = said.event.person
                truth[0].append(ids.setdefault((block, said.event.id), len(ids)))
                truth[1].append(ids.setdefault((block, who.id), len(ids)) if who else -1)
                stored = (len(truth[0]), f"{len(reports)}.{len(truth[0])}", len(reports))
                some.append(telling(stored, claim, published=told.published.isoformat()))
            reports.append((len(reports), tuple(t for t in some if t is not None)))
        block += 1
    return reports, *truth


def told(name: str, true: array[int], found: array[int]) -> None:
    """Print precision, recall and F1 of pairs."""
    both = [(t, f) for t, f in zip(true, found, strict=True) if t >= 0 and f >= 0]

    def pairs(counts: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    hit, right, joined = (pairs(Counter(of)) for of in (both, (t for t, _ in both), (f for _, f in both)))
    print(
        f"  {name:8} P {hit / joined:.3f} R {hit / right:.3f} F1 {2 * hit / (right + joined):.3f}", flush=True
    )


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--years", type=float, default=1.0)
    parser.add_argument("--claims", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=13)
    asked = parser.parse_args()
    worlds.YEARS = Days(asked.years)  # type: ignore[assignment]
    reports, events, persons = made(asked.claims, asked.seed)
    with database() as db:
        found = linked(db, Incoming(reports, as_told), Verdicts(), Verdicts(), seed=1)
    of = {Event: array("q", [-1]) * len(events), Person: array("q", [-1]) * len(events)}
    for number, one in enumerate(found.made()):
        if isinstance(one, Event):
            for claim in one.claims:
                of[Event][claim - 1] = number
        elif isinstance(one, Person):
            for mention in one.mentions:
                if mention.slot == "target":
                    of[Person][mention.claim - 1] = number
    print(
        f"{len(events)} claims of {asked.years:g} years, seed {asked.seed}: {found.counts['compared']} pairs compared"
    )
    told("events", events, of[Event])
    told("persons", persons, of[Person])


if __name__ == "__main__":
    main()
