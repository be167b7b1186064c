"""Weighing over a generated casebook with known truth: relay edges, direction, the independence interval, and how time grows.

    python -m bench.weighing [--reports 20000] [--seed 3] [--copies 2000]

Printed are precision, recall and F1 of relay edges, in two counts. *Line*: the report that is named stands in the line of the
relay (its original, an original of that, or a report of the same line): that is what independence rests on. *Direct*: it is the
very report that the relay has its words from, which the words cannot always tell (a copy of a copy). Then, for exact and
reworded relays apart, how many are found, and the direct count (a report that is no relay and is given one counts against reworded); how many originals are named as a copy of their own relay (must be none; links
whose direction is said not to be known do not count); what one would reach of reworded ones who knew every line and every die of
the generator, since a copy and what it was copied from often tell the same; how often the interval of origins holds the true number, and how wide it
is; and the seconds at a tenth, a third and all of the reports, beside what linear growth would give.
"""

from __future__ import annotations

import argparse
import math
import resource
import time
from collections.abc import Sequence
from dataclasses import replace

from bench.worlds import recording
from bench.worlds.worlds import Said, Size, Told, World, world

from testigo.weighed import Relay
from testigo.weighing import corroboration, grounds, relays
from testigo.weighing.evidence import Field
from testigo.weighing.seen import SeenClaim, SeenReport


def seen(told: Told) -> SeenReport:
    """A generated report as weighing looks at it. Ids are one more than numbers; claim c of report r is 16 r + c + 1."""
    report = recording.report(told)
    blocks = report.readable()
    claims = tuple(
        SeenClaim(16 * told.number + n + 1, f"{told.number}.{n}", c) for n, c in enumerate(told.claims)
    )
    return SeenReport(
        told.number + 1, report.publisher or "", report.published, report.language or "", report.text,
        tuple(block.span for block in blocks), claims, blocks[0].span,
    )  # fmt: skip


def line_of(made: World) -> dict[int, int]:
    """For each report the first of its line."""
    first: dict[int, int] = {}
    for told in made.reports:
        first[told.number + 1] = told.number + 1 if told.relay_of is None else first[told.relay_of + 1]
    return first


def f1(hits: int, given: int, wanted: int) -> str:
    precision, recall = hits / max(1, given), hits / max(1, wanted)
    return f"precision {precision:.3f}, recall {recall:.3f}, F1 {2 * precision * recall / max(1e-9, precision + recall):.3f}"


def relay_figures(made: World, found: Sequence[Relay]) -> None:
    first = line_of(made)
    wanted = {t.number + 1: t for t in made.reports if t.relay_of is not None}
    given = [(r.relay, r.original, r.order) for r in found if r.holds and r.original is not None]
    direct = {(n, (t.relay_of or 0) + 1) for n, t in wanted.items()}
    in_line = [(a, b) for a, b, _ in given if first[a] == first[b]]
    # Where it is said that the direction is not known, either way round is the link.
    undirected = {(a, b) for a, b, order in given if order == "unknown"}
    exact = {(a, b) for a, b, _ in given} | {(b, a) for a, b in undirected}
    print(f"relays {len(wanted)} of {len(made.reports)} reports; links given {len(given)}")
    print("line:  ", f1(len(in_line), len(given), len(wanted)))
    print("direct:", f1(len(exact & direct), len(given), len(wanted)))
    related = {a for a, b in in_line} | {b for a, b in in_line if (a, b) in undirected}
    for how in ("exact", "reworded"):
        those = {n for n, t in wanted.items() if t.how == how}
        of_those = [(a, b) for a, b, _ in given if a in those or (how == "reworded" and a not in wanted)]
        hits = sum(n in those for n, _ in exact & direct)
        print(
            f"{how}: {sum(n in related for n in those)} of {len(those)} found; direct: {f1(hits, len(of_those), len(those))}"
        )
    print(f"reworded, what could be told of the very original by one who knew all: {knowable(made):.3f}")
    above = {(t.relay_of or 0) + 1: n for n, t in wanted.items()}
    wrong = sum(order != "unknown" and (b, a) in direct for a, b, order in given)
    print(f"originals named as a copy of their relay: {wrong} (of {len(above)})")


SOONEST, LATEST = 0, 9
"""Days within which the generator's relays come (worlds.py)."""


def knowable(made: World) -> float:
    """The share of reworded relays whose very original could be told by one who knows the lines, the days and the dice."""
    lines: dict[tuple[str, ...], list[Told]] = {}
    for told in made.reports:
        lines.setdefault(told.origins, []).append(told)
    hits = total = 0
    for relay in (t for t in made.reports if t.how == "reworded"):
        likely = [
            (
                math.prod(map(_made_from, old.said, relay.said)) / (1 + (old.number > relay.number)),
                -old.number,
            )
            for old in lines[relay.origins]
            if old.outlet != relay.outlet and SOONEST <= (relay.published - old.published).days <= LATEST
        ]
        total += 1
        hits += -max(likely)[1] == relay.relay_of
    return hits / max(1, total)


def _made_from(was: Said, now: Said) -> float:
    """How often the generator makes the one telling of the other: see worlds._changed."""
    hedge, number, place = (
        0.25 * (was.firm == "hedged"),
        0.12 * (was.number > 2),
        0.08 * (was.where == "town"),
    )
    if was == now:
        return (1 - hedge) * (1 - number) * (1 - place)
    if replace(was, firm="reported") == now:
        return hedge
    if replace(was, number=was.number + 10) == now:
        return (1 - hedge) * number
    return (1 - hedge) * (1 - number) * place if replace(was, where="province") == now else 0.0


def interval_figures(made: World, field: Field, found: Sequence[Relay]) -> None:
    behind = grounds.behind(field, found)
    truth = made.truth()
    claims: dict[str, list[int]] = {}
    for told in made.reports:
        for n, said in enumerate(told.said):
            claims.setdefault(said.event.id, []).append(16 * told.number + n + 1)
    covered = wide = sure = several = 0
    for event, about in truth["events"].items():
        weight = corroboration.weigh(behind.ground(f"event {event}", claims[event]), behind.origins)
        count = len(about["origins"])
        covered += weight.least <= count <= weight.most
        wide += weight.most - weight.least
        sure += weight.least <= count
        several += count > 1
    total = len(truth["events"])
    print(f"interval of origins over {total} events ({several} with several): holds the truth {covered / total:.3f}, "
          f"lower end right {sure / total:.3f}, mean width {wide / total:.2f}")  # fmt: skip


def timed(reports: Sequence[SeenReport]) -> tuple[float, Field, tuple[Relay, ...]]:
    start = time.process_time()
    field = Field(reports)
    found = relays.find(field)
    return time.process_time() - start, field, found


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--copies", type=int, default=2000)
    asked = parser.parse_args()
    made = world(Size(reports=asked.reports), asked.seed)
    every = [seen(told) for told in made.reports]
    timed(every[:200])  # what libraries take to load
    small = 0.0
    for share in (10, 3, 1):
        seconds, field, found = timed(every[: len(every) // share])
        small = small or seconds * 10
        print(
            f"{len(every) // share} reports: {seconds:.1f} s of processor, {seconds * share / small:.2f} times linear from the tenth"
        )
    relay_figures(made, found)
    interval_figures(made, field, found)
    copied = world(Size(reports=200, copies=asked.copies), asked.seed)
    seconds, _, found = timed([seen(told) for told in copied.reports])
    print(f"{asked.copies} copies of one article: {seconds:.1f} s, {len(found)} links")
    print(f"peak {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB")


if __name__ == "__main__":
    main()
