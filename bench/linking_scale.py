"""How linking grows: a stream of generated reports, from 30,000 claims to two million, linked in a process of its own each.

    python bench/linking_scale.py [--claims 30000,100000,300000,2000000] [--seed 1] [--out bench/out/linking_scale.csv]
    python bench/linking_scale.py --plot bench/linking_scale.csv      # the picture of growth, bench/linking_scale.svg

Every 5,000 reports are a world of their own (bench/worlds) in the same ten years and towns, so that the casebook becomes
denser as it grows: the hard case, since what is told of one town and week grows with it. What is timed is linking, from
claims as values to events, persons, links and clusterings, told one after the other and let go; making the reports is
taken off. Reading a casebook and writing into it are measured by bench/linking_casebook.py --book.
A line for each size: claims, mentions, pairs compared, seconds by the clock, of the processor (with all threads), the
share of it that the machine gave, the largest memory, and the F1 of pairs of claims and of mentions.
"""

from __future__ import annotations

import argparse
import csv
import multiprocessing
import resource
import sys
import time
from array import array
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.worlds.recording import tellings
from bench.worlds.worlds import Size, world

from testigo.linked import Event, Person
from testigo.linking.database import database
from testigo.linking.deriving import linked
from testigo.linking.judged import Verdicts
from testigo.linking.telling import Telling

BLOCK, SLOTS = 5_000, 16
NAMES = (
    "claims",
    "mentions",
    "events",
    "persons",
    "compared",
    "clock",
    "processor",
    "mib",
    "event_f1",
    "person_f1",
)


class Stream:
    """Reports one after the other, with the truth about their claims. spent: seconds that making them took."""

    def __init__(self, claims: int, seed: int) -> None:
        self.claims, self.seed = claims, seed
        self.events, self.persons = array("i"), array("i")
        self.spent = self.spent_processor = 0.0

    def reports(self) -> Iterator[tuple[int, tuple[Telling, ...]]]:
        """Reports until there are so many claims. The id of claim c of report r is 16 * r + c + 1."""
        made, block, base = 0, 0, 0
        while made < self.claims:
            began, worked = time.perf_counter(), time.process_time()
            some = world(Size(BLOCK), self.seed * 100_003 + block)
            first = block * BLOCK
            ids: dict[str, int] = {}
            some.reports = [replace(r, number=first + r.number) for r in some.reports]
            block += 1
            for report in some.reports:
                events = [base + ids.setdefault(s.event.id, len(ids)) for s in report.said]
                persons = [
                    base + ids.setdefault(s.event.person.id, len(ids)) if s.event.person else -1
                    for s in report.said
                ]
                for column, known in ((self.events, events), (self.persons, persons)):
                    column.extend([*known, *([-1] * (SLOTS - len(known)))])
            base += len(ids)
            self.spent += time.perf_counter() - began
            self.spent_processor += time.process_time() - worked
            for report_id, told in tellings(some):
                yield report_id, told
                made += len(told)
                if made >= self.claims:
                    return


def f1(true: array[int], found: array[int]) -> float:
    """F1 of pairs, by counting how clusters meet. Places where either is -1 do not count."""
    both = [(t, f) for t, f in zip(true, found, strict=True) if t >= 0 and f >= 0]

    def pairs(counts: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    hit, right, made = (pairs(Counter(of)) for of in (both, (t for t, _ in both), (f for _, f in both)))
    return 2 * hit / (right + made) if right + made else 1.0


def one_size(claims: int, seed: int, answer: multiprocessing.SimpleQueue[dict[str, float]]) -> None:
    """Link one size in this process."""
    stream = Stream(claims, seed)
    began, worked = time.perf_counter(), time.process_time()
    with database() as db:
        told = linked(db, stream.reports(), Verdicts(), Verdicts(), seed=seed)
    events, persons = array("i", [-1]) * len(stream.events), array("i", [-1]) * len(stream.events)
    for number, made in enumerate(told.made()):
        if isinstance(made, Event):
            for claim in made.claims:
                events[claim - 1] = number
        elif isinstance(made, Person):
            for mention in made.mentions:
                if mention.slot == "target":
                    persons[mention.claim - 1] = number
    clock, processor = time.perf_counter() - began, time.process_time() - worked
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    counts = {name: told.counts[name] for name in NAMES[:5]}
    answer.put(counts | {
        "clock": round(clock - stream.spent, 1), "processor": round(processor - stream.spent_processor, 1), "mib": round(most),
        "event_f1": round(f1(stream.events, events), 3), "person_f1": round(f1(stream.persons, persons), 3),
    })  # fmt: skip


def in_its_own_process(claims: int, seed: int) -> dict[str, float]:
    """The figures of one size."""
    context = multiprocessing.get_context("spawn")
    answer: multiprocessing.SimpleQueue[dict[str, float]] = context.SimpleQueue()
    process = context.Process(target=one_size, args=(claims, seed, answer))
    process.start()
    process.join()
    if process.exitcode:
        raise SystemExit(f"{claims} claims ended with {process.exitcode}")
    return answer.get()


def picture(rows: list[dict[str, str]]) -> str:
    """Processor time and memory by claims, as a drawing with logarithmic axes and the line of straight growth."""
    import math

    size, left, foot = (640, 400), 60, 40
    claims = [float(r["claims"]) for r in rows]
    low, high = math.floor(math.log10(min(claims))), math.ceil(math.log10(max(claims)))

    def at(x: float, y: float, span: tuple[float, float]) -> tuple[float, float]:
        across = (math.log10(x) - low) / (high - low)
        up = (math.log10(y) - span[0]) / (span[1] - span[0])
        return left + across * (size[0] - left - 20), size[1] - foot - up * (size[1] - foot - 20)

    span = (0.0, 4.0)
    parts = [f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size[0]} {size[1]}" font-family="sans-serif" font-size="12">',
             "<title>Linking: processor seconds by claims</title>", f'<rect width="{size[0]}" height="{size[1]}" fill="white"/>']  # fmt: skip
    for power in range(low, high + 1):
        x, y = at(10**power, 1, span)
        parts.append(
            f'<line x1="{x:.0f}" y1="20" x2="{x:.0f}" y2="{y:.0f}" stroke="#ddd"/><text x="{x:.0f}" y="{y + 16:.0f}" text-anchor="middle">{10**power:,}</text>'
        )
    for power in range(5):
        x, y = at(10**low, 10**power, span)
        parts.append(
            f'<line x1="{x:.0f}" y1="{y:.0f}" x2="{size[0] - 20}" y2="{y:.0f}" stroke="#ddd"/><text x="{x - 6:.0f}" y="{y + 4:.0f}" text-anchor="end">{10**power:,} s</text>'
        )
    seconds = [float(r["processor"]) for r in rows]
    straight = [seconds[0] * c / claims[0] for c in claims]
    for values, look in (
        (straight, 'stroke="#888" stroke-dasharray="5 4"'),
        (seconds, 'stroke="#0b5" stroke-width="2"'),
    ):
        points = " ".join(
            "{:.1f},{:.1f}".format(*at(c, v, span)) for c, v in zip(claims, values, strict=True)
        )
        parts.append(f'<polyline points="{points}" fill="none" {look}/>')
    for c, s, r in zip(claims, seconds, rows, strict=True):
        x, y = at(c, s, span)
        parts.append(
            f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="#0b5"/><text x="{x - 6:.1f}" y="{y - 8:.1f}" text-anchor="end">{s:,.0f} s, {float(r["mib"]):,.0f} MiB</text>'
        )
    parts.append(
        f'<text x="{left}" y="{size[1] - 6}">claims (processor time, green; straight growth from the first size, dashed)</text></svg>'
    )
    return "\n".join(parts) + "\n"


def main() -> None:
    """Print, and keep, a line for each size; or draw what was kept."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--claims", default="30000,100000,300000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=Path(__file__).parent / "out" / "linking_scale.csv")
    parser.add_argument("--plot", type=Path)
    asked = parser.parse_args()
    if asked.plot:
        with asked.plot.open(encoding="utf-8") as kept:
            asked.plot.with_suffix(".svg").write_text(picture(list(csv.DictReader(kept))), "utf-8")
        return
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    new = not asked.out.exists()
    for size in [int(n) for n in asked.claims.split(",")]:
        row = in_its_own_process(size, asked.seed)
        print(", ".join(f"{name} {row[name]:,}" for name in NAMES), flush=True)
        with asked.out.open("a", encoding="utf-8", newline="") as kept:
            writer = csv.DictWriter(kept, NAMES)
            if new:
                writer.writeheader()
                new = False
            writer.writerow(row)


if __name__ == "__main__":
    main()
