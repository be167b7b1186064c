"""How linking grows: a stream of generated reports, from 30,000 claims to two million, linked in a process of its own each.

    python bench/linking_scale.py [--claims 30000,100000,300000,2000000] [--seed 1] [--workers 2] [--made FOLDER]
    python bench/linking_scale.py --plot bench/linking_scale.csv      # the picture of growth, bench/linking_scale.svg

Every 5,000 reports are a world of their own (bench/worlds/kept.py) in the same ten years and towns, so that the casebook
becomes denser as it grows: the hard case, since what is told of one town and week grows with it. What is timed is linking,
from claims as bytes to events, persons, links and clusterings, told one after the other and let go. Reports come from
--made, where they were made before (bench/worlds/kept.py), or are made by the way; the processor's time for that is taken
off, that by the clock is not. Reading a casebook and writing into it are measured by bench/linking_casebook.py --book.
A line for each size: claims, mentions, pairs compared, seconds by the clock, of the processor (all processes and threads),
the largest memory (this process and as many of the largest worker), and the F1 of pairs of claims and of mentions.
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
from collections.abc import Iterator, Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.worlds.kept import BLOCK, blocks, claims_of

from testigo.linked import Event, Person
from testigo.linking.database import database
from testigo.linking.deriving import linked
from testigo.linking.gathering import Incoming
from testigo.linking.judged import Verdicts
from testigo.linking.recounting import Made
from testigo.linking.sharing import Shared
from testigo.linking.telling import Telling, telling

SLOTS = 16
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
    "workers",
)
Given = tuple[str, bytes]
"""A report as it comes: day of publication, and claims as bytes."""


class Stream:
    """Reports one after the other, with the truth about their claims. spent: seconds of the processor that getting them took."""

    def __init__(self, claims: int, seed: int, folder: Path | None) -> None:
        self.claims, self.seed, self.folder = claims, seed, folder
        self.events, self.persons = array("i"), array("i")
        self.spent = 0.0

    def reports(self) -> Iterator[tuple[int, Given]]:
        """Reports until there are so many claims. The id of claim c of report r is 16 * r + c + 1."""
        got, base = 0, 0
        some = blocks(self.seed, self.folder)
        for block in range(1 << 30):
            worked = time.process_time()
            one = next(some)
            for column, known in ((self.events, one.events), (self.persons, one.persons)):
                for told in known:
                    column.extend(
                        [*(base + n if n >= 0 else -1 for n in told), *([-1] * (SLOTS - len(told)))]
                    )
            base += one.ids
            self.spent += time.process_time() - worked
            for (number, published, claims), told in zip(one.reports, one.events, strict=True):
                yield block * BLOCK + number, (published, claims)
                got += len(told)
                if got >= self.claims:
                    return


def tell(report: int, given: Given) -> Sequence[Telling]:
    """The claims of a report as linking has them."""
    published, packed = given
    found = (
        telling((SLOTS * report + n + 1, f"{report}.{n}", report), claim, published=published)
        for n, claim in enumerate(claims_of(packed))
    )
    return tuple(t for t in found if t is not None)


def kept(made: Made) -> tuple[str, tuple[int, ...]] | None:
    """Of what was told, what the figures need: the claims of an event, or those that have the person as target."""
    if isinstance(made, Event):
        return "event", made.claims
    if isinstance(made, Person):
        return "person", tuple(m.claim for m in made.mentions if m.slot == "target")
    return None


def f1(true: array[int], found: array[int]) -> float:
    """F1 of pairs, by counting how clusters meet. Places where either is -1 do not count."""
    both = [(t, f) for t, f in zip(true, found, strict=True) if t >= 0 and f >= 0]

    def pairs(counts: Counter[object]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    hit, right, made = (pairs(Counter(of)) for of in (both, (t for t, _ in both), (f for _, f in both)))
    return 2 * hit / (right + made) if right + made else 1.0


def one_size(
    claims: int, seed: int, workers: int, folder: Path | None, answer: multiprocessing.SimpleQueue[dict[str, float]]
) -> None:  # fmt: skip
    """Link one size in this process, and its workers."""
    stream = Stream(claims, seed, folder)
    began = time.perf_counter()
    found: dict[str, array[int]] = {}
    with Shared(workers) as shared:
        with database() as db:
            told = linked(
                db, Incoming(stream.reports(), tell), Verdicts(), Verdicts(), seed=seed, shared=shared
            )
        print(f"  {time.perf_counter() - began:.0f} s by the clock: clustered, {most(0):.0f} MiB", flush=True)
        for name in ("event", "person"):
            found[name] = array("i", [-1]) * len(stream.events)
        for number, part in enumerate(told.told(kept)):
            kind, claims_of_it = part or ("event", ())
            for claim in claims_of_it:
                found[kind][claim - 1] = number
    clock = time.perf_counter() - began
    counts = {name: told.counts[name] for name in NAMES[:5]}
    answer.put(counts | {
        "clock": round(clock, 1), "processor": round(processor() - stream.spent, 1), "mib": round(most(workers)),
        "event_f1": round(f1(stream.events, found["event"]), 3), "person_f1": round(f1(stream.persons, found["person"]), 3),
        "workers": workers,
    })  # fmt: skip


def processor() -> float:
    """Seconds of the processor of this process and of those that it started and that are done."""
    spent = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    return sum(one.ru_utime + one.ru_stime for one in spent)


def most(workers: int) -> float:
    """MiB at the most: of this process, and of so many of the largest that it started."""
    own, theirs = (
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return (own + (workers if workers > 1 else 0) * theirs) / 1024


def in_its_own_process(claims: int, seed: int, workers: int, folder: Path | None) -> dict[str, float]:
    """The figures of one size."""
    context = multiprocessing.get_context("spawn")
    answer: multiprocessing.SimpleQueue[dict[str, float]] = context.SimpleQueue()
    process = context.Process(target=one_size, args=(claims, seed, workers, folder, answer))
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
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--made", type=Path)
    parser.add_argument("--plot", type=Path)
    asked = parser.parse_args()
    if asked.plot:
        with asked.plot.open(encoding="utf-8") as kept:
            asked.plot.with_suffix(".svg").write_text(picture(list(csv.DictReader(kept))), "utf-8")
        return
    asked.out.parent.mkdir(parents=True, exist_ok=True)
    new = not asked.out.exists()
    for size in [int(n) for n in asked.claims.split(",")]:
        row = in_its_own_process(size, asked.seed, asked.workers, asked.made)
        print(", ".join(f"{name} {row[name]:,}" for name in NAMES), flush=True)
        with asked.out.open("a", encoding="utf-8", newline="") as kept:
            writer = csv.DictWriter(kept, NAMES)
            if new:
                writer.writeheader()
                new = False
            writer.writerow(row)


if __name__ == "__main__":
    main()
