"""How right linking is on a generated casebook with known truth, and how its time and memory grow with it.

    python bench/linking_casebook.py [--reports 20000] [--sizes 1000,4000,16000] [--copies 2000] [--book 0] [--seed 1]

First one casebook of --reports: F1 of pairs of claims that tell one happening, and of pairs of mentions of one person.
Then the sizes of --sizes (reports), each in a process of its own: claims, mentions, pairs, seconds by the clock for both
steps, processor seconds of linking, and the largest memory; a claim costs the same at every size where time grows linearly. Then one article with --copies copies.
What is timed there: claims in memory to events and persons (casebook.db is not read or written). On two threads.
--book: a casebook of so many reports is made on the disk, and the parts of `testigo link` are timed: reading its claims,
linking them, and writing what comes of it; and linking it again, when nothing has changed.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Hashable, Mapping
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.worlds.recording import record, tellings
from bench.worlds.worlds import Size, World, world

from testigo.linking.database import database
from testigo.linking.deriving import Derivation, derive
from testigo.linking.judged import Verdicts

Clusters = Mapping[int, Hashable]


def f1(true: Clusters, found: Clusters) -> tuple[float, float, float]:
    """Precision, recall and F1 of pairs, by counting how clusters meet."""

    def pairs(counts: Counter[Hashable]) -> int:
        return sum(n * (n - 1) // 2 for n in counts.values())

    hit = pairs(Counter((true[k], found[k]) for k in true))
    right, made = pairs(Counter(true.values())), pairs(Counter(found[k] for k in true))
    return (
        hit / made if made else 1.0,
        hit / right if right else 1.0,
        2 * hit / (made + right) if made + right else 1.0,
    )


def truth(made: World) -> tuple[dict[int, str], dict[int, str]]:
    """Event and person of each claim, by the ids that `recording.tellings` gives."""
    events, persons = {}, {}
    for report in made.reports:
        for number, said in enumerate(report.said):
            id_ = 16 * report.number + number + 1
            events[id_] = said.event.id
            if said.event.person is not None:
                persons[id_] = said.event.person.id
    return events, persons


def linked(made: World, seed: int) -> tuple[Derivation, float, float]:
    """What linking gives, and the seconds for preparing the claims and for linking them."""
    began = time.perf_counter()
    reports = list(tellings(made))
    ready = time.perf_counter()
    with database() as run:
        found = derive(run, reports, Verdicts(), Verdicts(), seed=seed)
    return found, ready - began, time.perf_counter() - ready


def quality(reports: int, seed: int) -> None:
    """The figures of one casebook."""
    made = world(Size(reports), seed)
    found, _, seconds = linked(made, seed)
    events, persons = truth(made)
    of_event = {c: e.key for e in found.events for c in e.claims}
    of_person = {m.claim: p.key for p in found.persons for m in p.mentions if m.slot == "target"}
    relays = Counter(r.how or "own" for r in made.reports)
    print(
        f"{reports} reports ({', '.join(f'{n} {how}' for how, n in sorted(relays.items()))}), seed {seed}, {seconds:.0f} s"
    )
    print(
        f"  {len(events)} claims tell {len(set(events.values()))} happenings, found {found.counts['events']}"
    )
    print("  event pairs   P {:.3f} R {:.3f} F1 {:.3f}".format(*f1(events, of_event)))
    told = {k: v for k, v in persons.items() if k in of_person}
    print(
        f"  {len(persons)} mentions of {len(set(persons.values()))} persons, {len(persons) - len(told)} not taken for a person's"
    )
    print("  person pairs  P {:.3f} R {:.3f} F1 {:.3f}".format(*f1(told, of_person)))
    print(
        f"  {found.counts['compared']} pairs compared, {found.counts['dropped']} keys held too many, {found.counts['open']} links open",
        flush=True,
    )


def one_size(
    reports: int, copies: int, seed: int, answer: multiprocessing.SimpleQueue[tuple[float, ...]]
) -> None:
    """Link one size in this process."""
    made = world(Size(reports, copies), seed)
    before = time.process_time()
    found, preparing, linking = linked(made, seed)
    worked = time.process_time() - before
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    counts = found.counts
    answer.put((counts["claims"], counts["mentions"], counts["compared"], preparing, linking, worked, most))


def in_its_own_process(reports: int, copies: int, seed: int) -> tuple[float, ...]:
    """Claims, mentions, pairs, seconds of preparing and of linking, processor seconds, MiB at the most."""
    context = multiprocessing.get_context("spawn")
    answer: multiprocessing.SimpleQueue[tuple[float, ...]] = context.SimpleQueue()
    process = context.Process(target=one_size, args=(reports, copies, seed, answer))
    process.start()
    process.join()
    return answer.get() if not answer.empty() else (0.0,) * 7


def on_the_disk(reports: int, seed: int) -> None:
    """Seconds of the processor for reading, linking and writing a casebook."""
    from testigo.casebook.casebook import create
    from testigo.linking import link as door

    with tempfile.TemporaryDirectory() as folder, create(Path(folder) / "book", None, plain=True) as book:
        record(book, world(Size(reports), seed))
        began = time.process_time()
        claims = sum(
            len(door.told_of(*given)) for given in ((rows.report, rows) for rows in book.claims_by_report())
        )  # the door's own way of reading
        reading = time.process_time() - began
        spent = []
        for _ in range(2):
            began = time.process_time()
            done = door.link(book, seed=seed)
            spent.append(time.process_time() - began)
            print(f"  linked: {done.written} values written, {done.dropped} dropped")
    print(f"a casebook of {reports} reports, {claims} claims: reading {reading:.1f} s of processor, reading, linking and writing"
          f" {spent[0]:.1f} s, again with nothing changed {spent[1]:.1f} s")  # fmt: skip


def main() -> None:
    """Print quality, growth and the bad case."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--reports", type=int, default=20_000)
    parser.add_argument("--sizes", default="1000,4000,16000")
    parser.add_argument("--copies", type=int, default=2000)
    parser.add_argument("--book", type=int, default=0)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    if asked.book:
        on_the_disk(asked.book, asked.seed)
    if asked.reports:
        quality(asked.reports, asked.seed)
    print(
        f"{'reports':>9}{'claims':>9}{'mentions':>10}{'pairs':>9}{'ready s':>9}{'link s':>9}{'cpu s':>9}{'us/claim':>10}{'MiB':>8}"
    )
    for size in [int(n) for n in asked.sizes.split(",") if n]:
        claims, mentions, pairs, ready, seconds, worked, most = in_its_own_process(size, 0, asked.seed)
        each = 1e6 * worked / claims if claims else 0
        print(
            f"{size:>9}{claims:>9.0f}{mentions:>10.0f}{pairs:>9.0f}{ready:>9.1f}{seconds:>9.1f}{worked:>9.1f}{each:>10.0f}{most:>8.0f}",
            flush=True,
        )
    if asked.copies:
        claims, _, pairs, ready, seconds, _, most = in_its_own_process(200, asked.copies, asked.seed)
        print(f"one article {asked.copies} times among 200 reports: {claims:.0f} claims, {pairs:.0f} pairs compared, "
              f"{ready + seconds:.1f} s, {most:.0f} MiB")  # fmt: skip


if __name__ == "__main__":
    main()
