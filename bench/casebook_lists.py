"""How fast a casebook of many reports records, lists, searches and verifies, and what memory it takes.

python bench/casebook_lists.py [REPORTS] [--keep DIR]      default 10,000 reports of 13 claims
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.casebook import worlds

from testigo.casebook.casebook import Casebook, create
from testigo.casebook.values import ClaimFilter, NewReading, NewReport, ReportFilter
from testigo.claim import Claim
from testigo.report import Report

BATCH = 500
CLAIMS = 13
OUTLETS = ("The Dorna Mail", "Radio South", "Border Letter", "도르나 소식", "")
ACTS = ("arrest", "search", "sentence", "surveillance", "order", "movement")
STATUSES = ("reported", "asserted", "hedged", "denied")


def words(chance: random.Random) -> list[str]:
    """A made-up vocabulary: few words are frequent, many are rare."""
    return ["".join(chance.choice("abdeilmnorstu") for _ in range(chance.randint(3, 9))) for _ in range(8000)]


def report(chance: random.Random, vocabulary: list[str]) -> Report:
    """About 3,000 characters, every fifth report with Korean."""
    rest = " ".join(vocabulary[int(chance.paretovariate(0.6)) % len(vocabulary)] for _ in range(420))
    korean = worlds.KOREAN if chance.random() < 0.2 else ""
    published = f"20{chance.randint(21, 30)}-{chance.randint(1, 12):02}-{chance.randint(1, 28):02}"
    return worlds.report(
        worlds.TEXT + rest + "\n" + korean, published=published, publisher=chance.choice(OUTLETS)
    )


def claims(chance: random.Random) -> tuple[Claim, ...]:
    """Thirteen claims of different acts and statuses."""
    base = worlds.arrest()
    return tuple(
        replace(base, act=chance.choice(ACTS), status=chance.choice(STATUSES), rule=f"r.{n}")
        for n in range(CLAIMS)
    )


def timed(what: str, call: Callable[[], object], count: int = 0) -> None:
    """Run it once to warm up unless it counts things, then print what it takes."""
    rounds = 1 if count else 5
    if not count:
        call()
    begin = time.perf_counter()
    for _ in range(rounds):
        call()
    took = (time.perf_counter() - begin) / rounds
    rate = f"{count / took:10,.0f} per s" if count else f"{took * 1000:10.1f} ms"
    sys.stdout.write(f"{what:44}{rate}\n")
    sys.stdout.flush()


def fill(book: Casebook, size: int) -> None:
    """Record everything, each stage timed."""
    chance = random.Random(1)
    vocabulary = words(chance)
    captures = [worlds.capture(f"{n}") for n in range(size)]
    parts = range(0, size, BATCH)
    timed(
        "captures recorded", lambda: [book.record_captures(captures[at : at + BATCH]) for at in parts], size
    )
    reports = [NewReport(n + 1, report(chance, vocabulary)) for n in range(size)]
    timed("reports recorded", lambda: [book.record_reports(reports[at : at + BATCH]) for at in parts], size)
    readings = [
        NewReading(n + 1, worlds.reading(*claims(chance), directives=(worlds.order(),))) for n in range(size)
    ]
    timed(
        "readings recorded", lambda: [book.record_readings(readings[at : at + BATCH]) for at in parts], size
    )
    timed(
        "judgements recorded, one by one",
        lambda: [book.record_judgements([worlds.judge(n)]) for n in range(1, 101)],
        100,
    )


def look(book: Casebook) -> None:
    """Every list and page, timed."""
    timed("counts", book.counts)
    timed("facets", book.facets)
    timed("reports, first page", book.reports)
    timed("reports, page 150", lambda: book.reports(offset=7500))
    timed("reports by title", lambda: book.reports(ReportFilter(sort="title")))
    timed("reports, status denied", lambda: book.reports(ReportFilter(status="denied")))
    timed("reports, act and status", lambda: book.reports(ReportFilter(act="arrest", status="denied")))
    timed("reports, one outlet", lambda: book.reports(ReportFilter(publisher="Radio South")))
    timed("reports, words", lambda: book.reports(ReportFilter(words="weaver")))
    timed("one report with claims", lambda: book.report(77))
    timed("one claim", lambda: book.claim(777))
    timed("claims, first page", book.claims)
    timed("claims of a place", lambda: book.claims(ClaimFilter(fillers=("dorna",), act="arrest")))
    timed("orders", book.directives)
    timed("search, a word in every report", lambda: book.search("weaver"))
    timed("search, two words", lambda: book.search("arrested traders"))
    timed("search, a phrase", lambda: book.search('"market traders"'))
    timed("search, the beginning of a word", lambda: book.search("weav*"))
    timed("search, Korean word of two signs", lambda: book.search("체포"))
    timed("search, Korean word of three signs", lambda: book.search("보위부"))
    timed("ledger, first page", book.entries)
    timed("all claims, one after the other", lambda: sum(1 for _ in book.all_claims()), book.counts().claims)
    timed(
        "verify_rows, entries",
        lambda: book.verify_rows().damages and sys.exit("damaged"),
        book.counts().entries,
    )


def main() -> None:
    """Fill, look, verify; then the memory."""
    size = next((int(word) for word in sys.argv[1:] if word.isdigit()), 10_000)
    with tempfile.TemporaryDirectory() as name, create(Path(name) / "book", worlds.PASSPHRASE) as book:
        fill(book, size)
        look(book)
        size_mb = (Path(name) / "book" / "casebook.db").stat().st_size / 1e6
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    sys.stdout.write(f"database {size_mb:.0f} MB, peak memory {peak:.0f} MiB\n")


if __name__ == "__main__":
    main()
