"""How long the desk takes for its pages with many reports: median and 95th percentile, in milliseconds, and the median of
the processor's time, which says more on a machine that others use too.

    python bench/desk_pages.py [--reports 10000] [--rounds 30] [--plain] [--keep FOLDER]

Measured inside one process, from the request to the last byte of the page, without the network. The casebook is
SQLCipher unless --plain, filled by desk_fill.py: 20 claims a report, every fiftieth judged, and one report of ten megabytes
with 5,000 claims; and by desk_linked.py with an event for each report, as many pairs, and persons, relays and orders. Half
of the claims say something of 14 acts; "arrested" stands in nearly every report. Every page is asked for once before it is measured, but for those right after a judgement, which are asked for after one each time. --keep: where
the casebook is made, or found again if it was made before.
"""

from __future__ import annotations

import argparse
import io
import random
import resource
import statistics
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from desk_fill import CLAIMS, fill, heavy, some_words  # type: ignore[import-not-found]  # beside this script
from desk_linked import ORDERS, derive  # type: ignore[import-not-found]  # beside this script

from testigo.casebook.casebook import Casebook, create, is_casebook, open_casebook
from testigo.desk.door import Door
from testigo.desk.site import Desk, application
from testigo.judgement import Judgement


class Client:
    """Asks the desk for pages as a browser that came in."""

    def __init__(self, desk: Desk) -> None:
        self.app = application(desk)
        self.host = f"127.0.0.1:{desk.port}"
        self.cookie = f"{desk.cookie}={desk.door.open()}"

    def get(self, path: str) -> tuple[float, float, int, str]:
        """Seconds, seconds of the processor, bytes and status of one page."""
        where, _, query = path.partition("?")
        said: list[str] = []
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": where, "QUERY_STRING": query, "HTTP_HOST": self.host, "HTTP_COOKIE": self.cookie,
            "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(),
        }  # fmt: skip
        began, worked = time.perf_counter(), time.process_time()
        size = sum(len(chunk) for chunk in self.app(environ, lambda status, *_: said.append(status)))
        return time.perf_counter() - began, time.process_time() - worked, size, said[-1][:3]


BARE = (
    "SELECT report.id, report.title, snippet(words, 1, '<', '>', ' ... ', 24) FROM words CROSS JOIN report ON report.id = words.rowid"
    " WHERE words MATCH %s ORDER BY {} LIMIT 20"
)


AFTER = (
    "reports, first page",
    "one report",
    "claims, first page",
    "claims over time",
    "claims on a map",
    "claims by count",
    "to do",
    "agreement",
)


def judge(casebook: Casebook, claim: int) -> None:
    """Somebody accepts a claim, whatever was said of it."""
    now = casebook.claim(claim).judgement
    made = Judgement("claim", f"{claim}", "accept", "Alice", casebook.now(), replaces=now.id if now else None)
    casebook.record_judgements([made])


Timed = tuple[str, Callable[[str], object]]


def beside(casebook: Casebook, words: Callable[[], str], rounds: int) -> dict[str, list[float]]:
    """Seconds of the processor for our search and for bare FTS5 with its count and snippets, on the same words in turn.

    Bare twice: ranked by BM25, and the latest added first, which is what ours does where nearly every report holds the words.
    """
    ways: list[Timed] = [
        ("bare FTS5, ranked", lambda typed: bare(typed, "rank")),
        ("bare FTS5, latest first", lambda typed: bare(typed, "words.rowid DESC")),
        ("casebook.search", lambda typed: casebook.search(typed, limit=20, claims=False)),
    ]
    took: dict[str, list[float]] = {name: [] for name, _ in ways}
    for turn in range(rounds + 1):
        typed = words()
        for name, ask in ways[turn % 3 :] + ways[: turn % 3]:  # who comes first finds the pages cold
            began = time.process_time()
            ask(typed)
            took[name].append(time.process_time() - began)
    return {name: seconds[1:] for name, seconds in took.items()}


def bare(typed: str, order: str) -> None:
    """What FTS5 alone takes for a page of hits with their count."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM words WHERE words MATCH %s", [typed])
        cursor.fetchall()
        cursor.execute(BARE.format(order), [typed])
        cursor.fetchall()


def show(name: str, seconds: list[float], worked: float = 0.0, size: float = 0.0) -> None:
    """One line: median and 95th percentile, the processor's time, all in milliseconds, and the size of the page."""
    times = sorted(second * 1000 for second in seconds)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    more = f"{worked * 1000:9.1f}{size / 1000:8.0f}" if size else ""
    print(f"{name:32}{statistics.median(times):9.1f}{p95:9.1f}{more}", flush=True)


def main() -> None:
    arguments = argparse.ArgumentParser()
    arguments.add_argument("--reports", type=int, default=10_000)
    arguments.add_argument("--rounds", type=int, default=30)
    arguments.add_argument("--plain", action="store_true")
    arguments.add_argument("--keep", type=Path)
    given = arguments.parse_args()
    chance = random.Random(7)
    rare = list(some_words())
    with tempfile.TemporaryDirectory() as folder:
        place, secret = given.keep or Path(folder, "case"), None if given.plain else "bench passphrase"
        if is_casebook(place):
            casebook = open_casebook(place, secret)
        else:
            casebook = create(place, secret, plain=given.plain)
            fill(casebook, given.reports)
        given.reports = casebook.at_hand().reports
        large = heavy(casebook)
        if casebook.derived_run("linking") is None:
            derive(casebook, given.reports)
        print(
            f"{given.reports} reports, {given.reports * CLAIMS} claims, {'plain' if given.plain else 'SQLCipher'}"
        )
        client = Client(Desk(casebook, "bench", 8645, Door(), plain=given.plain))
        pages: dict[str, Callable[[], str]] = {
            "reports, first page": lambda: "/",
            "reports, any page": lambda: f"/?page={chance.randrange(1, max(2, given.reports // 50))}",
            "reports, one outlet": lambda: "/?publisher=Radio+South",
            "reports, with hedged claims": lambda: "/?status=hedged",
            "reports, a rare word": lambda: f"/?q={chance.choice(rare)}",
            "reports, a common word": lambda: "/?q=arrested",
            "reports, by title": lambda: "/?sort=title",
            "reports, some judged": lambda: "/?judged=some",
            "one report": lambda: f"/report/{chance.randrange(1, given.reports + 1)}/",
            "one report, a claim open": lambda: f"/report/{chance.randrange(1, given.reports + 1)}/?at=500",
            "10 MB, 5,000 claims: first part": lambda: f"/report/{large}/",
            "10 MB, 5,000 claims: any part": lambda: f"/report/{large}/?at={chance.randrange(9_000_000)}",
            "one claim": lambda: f"/claim/{chance.randrange(1, given.reports * CLAIMS)}/",
            "orders": lambda: "/orders/",
            "one order": lambda: f"/orders/{chance.randrange(1, ORDERS)}/",
            "search, a rare word": lambda: f"/search/?q={chance.choice(rare)}",
            "search, a common word": lambda: "/search/?q=arrested",
            "search, claims, a rare word": lambda: f"/search/?q={chance.choice(rare)}&in=claims",
            "search, claims, a common word": lambda: "/search/?q=arrested&in=claims",
            "search, claims, filtered": lambda: "/search/?q=arrested&in=claims&status=asserted&when=2026",
            "search, people": lambda: "/search/?q=herder&in=people",
            "search, a town": lambda: "/search/?q=Hoeryong&in=places",
            "search, a province": lambda: "/search/?q=North+Hamgyong&in=places",
            "search, words in a province": lambda: "/search/?q=arrested&in=claims&place=KP-09&status=hedged",
            "claims, first page": lambda: "/claims/",
            "claims, any page": lambda: f"/claims/?page={chance.randrange(1, max(2, given.reports // 4))}",
            "claims, one act, not judged": lambda: "/claims/?act=torture&verdict=open",
            "claims, rejected": lambda: "/claims/?verdict=reject",
            "claims, one province": lambda: "/claims/?place=KP-09",
            "claims, one month": lambda: "/claims/?month=2020-03",
            "claims over time": lambda: "/claims/?as=time",
            "claims on a map": lambda: "/claims/?as=map",
            "claims by count": lambda: "/claims/?as=count",
            "one act by count": lambda: "/claims/?as=count&act=torture",
            "to do": lambda: "/to-do/",
            "second reading, who sits here": lambda: "/second/",
            "agreement": lambda: "/agreement/",
            "events": lambda: "/events/",
            "events, any page": lambda: f"/events/?page={chance.randrange(1, max(2, given.reports // 40))}",
            "events, one act": lambda: "/events/?act=torture",
            "events, told differently, a month": lambda: "/events/?conflicts=some&month=2020-03",
            "one event": lambda: f"/events/e{chance.randrange(given.reports // 2)}/",
            "persons": lambda: "/persons/",
            "persons, any page": lambda: f"/persons/?page={chance.randrange(1, max(2, given.reports // 80))}",
            "links, the next pair": lambda: "/links/",
            "links, of persons": lambda: "/links/?kind=person",
            "relays": lambda: "/relays/",
            "relays, any page": lambda: f"/relays/?page={chance.randrange(1, max(2, given.reports // 250))}",
            "ledger": lambda: "/ledger/",
            "ledger, any page": lambda: "/ledger/?page=2",
            "troubles": lambda: "/troubles/",
        }
        print(f"{'page':32}{'median':>9}{'p95':>9}{'CPU':>9}{'KB':>8}")
        for name, path in pages.items():
            client.get(path())
            rounds = max(3, given.rounds // 5) if name.startswith("10 MB") else given.rounds
            took = [client.get(path()) for _ in range(rounds)]
            assert {status for *_, status in took} == {"200"}, name
            worked = statistics.median(worked for _, worked, _, _ in took)
            show(
                name,
                [seconds for seconds, *_ in took],
                worked,
                statistics.median(size for _, _, size, _ in took),
            )
        print("right after a judgement:")
        for name in AFTER:
            after = []
            for _ in range(given.rounds):
                judge(casebook, chance.randrange(1, given.reports * CLAIMS))
                after.append(client.get(pages[name]()))
            assert {status for *_, status in after} == {"200"}, name
            cpu = statistics.median(worked for _, worked, _, _ in after)
            show(
                name,
                [seconds for seconds, *_ in after],
                cpu,
                statistics.median(size for _, _, size, _ in after),
            )
        for name, words in {
            "a rare word": lambda: chance.choice(rare),
            "a common word": lambda: "arrested",
        }.items():
            timed = beside(casebook, words, given.rounds)
            print(f"{name}, processor's time:")
            for way, seconds in timed.items():
                show(f"    {way}", seconds)
            ours, ranked, latest = (
                statistics.median(timed[way])
                for way in ("casebook.search", "bare FTS5, ranked", "bare FTS5, latest first")
            )
            print(
                f"    ours is {ours / ranked:.2f} times the ranked, {ours / latest:.2f} times the other (goal 1.5)"
            )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory {peak:.0f} MiB")
        casebook.close()


if __name__ == "__main__":
    main()
