"""How long it takes to confront many orders with many events, and how the time grows.

    python bench/orders_confront.py [--most 100000] [--door]

Orders and events are invented: counties of the reference table, six acts, four groups, ten years; a tenth of the orders hold
nationwide. Timed, in seconds of processor time (one core is used, so that a busy machine does not count): claims into events, directives into orders, and each order against the events near it. The growth is
printed as the exponent of the time between sizes, beside that of n log n. With --door a casebook of that size is filled and
confronted as `testigo orders` does it (a plain casebook, each report for itself): reading it, the work above, keeping the
verdicts; then once more, when nothing has changed.
"""

from __future__ import annotations

import argparse
import datetime as dt
import hashlib
import math
import os
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.casebook.values import NewCapture, NewReading, NewReport
from testigo.claim import Claim, Filler, Reading, Span
from testigo.directive import Clause, Directive
from testigo.orders import built, confront, events, matching, where, who
from testigo.orders import scene as scenes
from testigo.orders.told import Happening, Page, Stated, ToldOrder
from testigo.reference import tables
from testigo.report import Block, Report

SIZES = ((10, 1_000), (100, 10_000), (1_000, 100_000))
ACTS = (("arrested", "arrest"), ("searched", "search"), ("watched", "surveillance"), ("struck off the list", "watchlisting"),
        ("sentenced", "sentence"), ("released", "release"))  # fmt: skip
WHO = (
    "a trader",
    "the sister of a man who crossed the river",
    "a returnee",
    "a man with nothing in his file",
)
PER_REPORT, YEARS, BATCH = 20, 10, 200
NOON = dt.datetime(2026, 11, 24, 12, 0, tzinfo=dt.UTC)


def say(text: str) -> None:
    """A line on standard output."""
    sys.stdout.write(text + "\n")


def filler(text: str, words: str, at: int, **more: Any) -> Filler:
    """Words at or behind an offset."""
    start = text.index(words, at)
    return Filler(Span(start, start + len(words)), words, **more)


def day(rng: random.Random) -> str:
    """A day of ten years."""
    return f"{2014 + rng.randrange(YEARS)}-{rng.randrange(1, 13):02d}-{rng.randrange(1, 29):02d}"


def reports(
    rng: random.Random, count: int, counties: list[tables.Place]
) -> Iterator[tuple[Page, list[Stated]]]:
    """Reports with twenty claims each."""
    claim = 0
    for report in range(1, count // PER_REPORT + 1):
        told, parts, text = [], [], ""
        for _ in range(PER_REPORT):
            (verb, act), person, place, when = (
                rng.choice(ACTS),
                rng.choice(WHO),
                rng.choice(counties),
                day(rng),
            )
            told.append((len(text), verb, act, person, place, when))
            sentence = f"{person.capitalize()} was {verb} in {place.name} on {when} after a remark. "
            parts.append(sentence)
            text += sentence
        stated = []
        for at, verb, act, person, place, when in told:
            claim += 1
            end = text.index(". ", at)
            made = Claim(
                "event", act, Span(at, end), filler(text, verb, at).span, "reported",
                target=(filler(text, person.capitalize(), at),), place=(filler(text, place.name, at, id=place.id),),
                time=(filler(text, when, at, value=when),),
            )  # fmt: skip
            stated.append(Stated(claim, report, made))
        yield Page(report, text, f"report {report}", "outlet", "2024-06-01", "en"), stated


def orders(
    rng: random.Random, count: int, first: int, counties: list[tables.Place]
) -> Iterator[tuple[Page, ToldOrder]]:
    """Orders with four clauses each, one report each."""
    for number in range(1, count + 1):
        where_ = "the whole country" if number % 10 == 0 else f"{rng.choice(counties).name} County"
        when = day(rng)
        head = f"Order No. {number} of {when} applies to {where_}. "
        clauses = (
            ("exempt", "watchlisting", "Residents without a record are taken off the watch lists", "Residents without a record"),
            ("retain", "surveillance", "Relatives of people who crossed the river stay under supervision", "Relatives of people who crossed the river"),
            ("forbid", "search", "No home is searched at night without the signature of a prosecutor", ""),
            ("permit", "movement", "On market days residents travel without a pass", ""),
        )  # fmt: skip
        text = head + ". ".join(words for _, _, words, _ in clauses) + "."
        made = tuple(
            Clause(filler(text, words, 0).span, modality, (filler(text, group, 0),) if group else (), measure)
            for modality, measure, words, group in clauses
        )
        directive = Directive(Span(0, len(head)), made, issued=filler(text, when, 0, value=when))
        yield (
            Page(first + number, text, f"order {number}", "outlet", "2024-06-01", "en"),
            ToldOrder(number, first + number, 0, directive),
        )


def confronted(order_count: int, event_count: int) -> tuple[float, float, float, int, int]:
    """Seconds for events, orders and confronting; how many verdicts were listed and how many counted."""
    rng = random.Random(20240304)
    counties = [p for p in tables.places().values() if p.level == 2]
    told = list(reports(rng, event_count, counties))
    directives = list(orders(rng, order_count, len(told), counties))
    pages = {page.id: page for page, _ in told} | {page.id: page for page, _ in directives}
    stated = [one for _, group in told for one in group]
    start = time.process_time()
    places = where.Places(pages.values(), stated)
    scene = scenes.Scene(stated, pages, places, who.People(stated, pages, {}))
    seen = [events.sighting(Happening(str(s.id), (s.id,), linked=True), scene) for s in stated]
    matcher = matching.Matcher([s for s in seen if s is not None], places)
    at_events = time.process_time()
    made = built.orders_of([one for _, one in directives], pages, built.by_report(stated), places, {})
    at_orders = time.process_time()
    listed = counted = 0
    for order in made.orders:
        matched = matcher.match(order, made.bounds[order.key])
        listed += len(matched.practices)
        counted += sum(t.in_line + t.contrary + t.cannot_tell + t.outside for t in matched.tallies)
    return at_events - start, at_orders - at_events, time.process_time() - at_orders, listed, counted


def through_door(order_count: int, event_count: int) -> None:
    """Fill a casebook of that size and confront it twice."""
    rng = random.Random(20240304)
    counties = [p for p in tables.places().values() if p.level == 2]
    told = list(reports(rng, event_count, counties))
    whole: list[tuple[Page, tuple[Claim, ...], tuple[Directive, ...]]] = [
        (page, tuple(one.claim for one in stated), ()) for page, stated in told
    ]
    whole += [(page, (), (one.directive,)) for page, one in orders(rng, order_count, len(told), counties)]
    with (
        tempfile.TemporaryDirectory() as folder,
        create(Path(folder) / "book", None, plain=True, cost=FOR_TESTS) as book,
    ):
        start = time.perf_counter()
        for at in range(0, len(whole), BATCH):
            record(book, whole[at : at + BATCH])
        say(f"filled with {len(whole):,} reports in {time.perf_counter() - start:.1f} s")
        for words in ("first run", "nothing changed"):
            clock, spent = time.perf_counter(), time.process_time()
            found = confront.confront(book)
            say(
                f"door, {words}: {time.process_time() - spent:.1f} s of processor, {time.perf_counter() - clock:.1f} s,"
                f" {len(found.orders):,} orders, {found.events:,} events, {len(found.practices):,} verdicts kept"
            )


def record(book: Casebook, some: Sequence[tuple[Page, tuple[Claim, ...], tuple[Directive, ...]]]) -> None:
    """Put reports with their readings into a casebook."""
    digests = [hashlib.sha256(page.text.encode()).digest() for page, _, _ in some]
    captured = book.record_captures(
        tuple(
            NewCapture(digest, len(page.text), digest.hex(), "text/plain", page.title, NOON, tool="bench")
            for digest, (page, _, _) in zip(digests, some, strict=True)
        )
    )
    ids = book.record_reports(
        tuple(
            NewReport(
                one.original,
                Report(page.text, (Block("body", Span(0, len(page.text))),), title=page.title, publisher=page.publisher,
                       published=page.published, language=page.language),
            )
            for one, (page, _, _) in zip(captured, some, strict=True)
        )
    )  # fmt: skip
    book.record_readings(
        tuple(
            NewReading(id_, Reading("bench", "1", "1", "en", claims, made))
            for id_, (_, claims, made) in zip(ids, some, strict=True)
        )
    )


def main() -> None:
    """Print a line for each size, the growth between them, and a bar for each."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--most", type=int, default=SIZES[-1][1], help="the largest number of events")
    parser.add_argument(
        "--door", action="store_true", help="through a casebook too, at a tenth of the largest size"
    )
    asked = parser.parse_args()
    most = asked.most
    say(
        f"{'orders':>7} {'events':>8} {'into events':>12} {'into orders':>12} {'confront':>9} {'all':>7}  listed / held against"
    )
    before: tuple[int, float] | None = None
    rows = []
    for order_count, event_count in SIZES:
        if event_count > most:
            break
        one, two, three, listed, counted = confronted(order_count, event_count)
        whole = one + two + three
        size = order_count + event_count
        growth = ""
        if before:
            was, ratio = before[0], math.log(size / before[0])
            n_log_n = 1 + math.log(math.log(size) / math.log(was)) / ratio
            growth = f"growth {math.log(whole / before[1]) / ratio:.2f} (n log n: {n_log_n:.2f})"
        say(
            f"{order_count:>7,} {event_count:>8,} {one:>11.2f}s {two:>11.2f}s {three:>8.2f}s {whole:>6.2f}s  {listed:,} / {counted:,} {growth}"
        )
        before = (size, whole)
        rows.append((event_count, whole))
    longest = max(whole for _, whole in rows)
    for event_count, whole in rows:
        say(f"{event_count:>8,} {'#' * max(1, round(50 * whole / longest))} {whole:.2f} s")
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    say(f"peak memory {peak:.0f} MiB; load {os.getloadavg()[0]:.1f}")
    if asked.door:
        through_door(*max(size for size in SIZES if size[1] * 10 <= max(most, 10_000)))


if __name__ == "__main__":
    main()
