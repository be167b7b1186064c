"""How long the desk takes for its pages with many reports: median and 95th percentile, in milliseconds.

    python bench/desk_pages.py [--reports 10000] [--rounds 30] [--plain] [--keep FOLDER]

Measured inside one process, from the request to the last byte of the page, without the network. The casebook is
SQLCipher unless --plain, filled by desk_fill.py: 20 claims a report, every fiftieth judged. --keep: where it is made,
or found again if it was made before.
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

from desk_fill import CLAIMS, fill, some_words  # type: ignore[import-not-found]  # beside this script

from testigo.casebook.casebook import Casebook, create, is_casebook, open_casebook
from testigo.desk.door import Door
from testigo.desk.site import Desk, application


class Client:
    """Asks the desk for pages as a browser that came in."""

    def __init__(self, desk: Desk) -> None:
        self.app = application(desk)
        self.host = f"127.0.0.1:{desk.port}"
        self.cookie = f"{desk.cookie}={desk.door.open()}"

    def get(self, path: str) -> tuple[float, int, str]:
        """Seconds, bytes and status of one page."""
        where, _, query = path.partition("?")
        said: list[str] = []
        environ = {
            "REQUEST_METHOD": "GET", "PATH_INFO": where, "QUERY_STRING": query, "HTTP_HOST": self.host, "HTTP_COOKIE": self.cookie,
            "SERVER_NAME": "127.0.0.1", "SERVER_PORT": "80", "wsgi.url_scheme": "http", "wsgi.input": io.BytesIO(),
        }  # fmt: skip
        began = time.perf_counter()
        size = sum(len(chunk) for chunk in self.app(environ, lambda status, *_: said.append(status)))
        return time.perf_counter() - began, size, said[-1][:3]


BARE = (
    "SELECT report.id, report.title, snippet(words, 1, '<', '>', ' ... ', 24) FROM words JOIN report ON report.id = words.rowid"
    " WHERE words MATCH %s ORDER BY rank LIMIT 20"
)


def beside(casebook: Casebook, words: Callable[[], str], rounds: int) -> tuple[list[float], list[float]]:
    """Seconds of a bare FTS5 query with its count and snippets, and of our search, on the same words in turn."""
    from django.db import connection

    bare, ours = [], []
    for turn in range(rounds + 1):
        typed = words()
        if turn % 2:  # who comes first finds the pages cold
            began = time.perf_counter()
            casebook.search(typed, limit=20, claims=False)
            ours.append(time.perf_counter() - began)
        began = time.perf_counter()
        with connection.cursor() as cursor:
            cursor.execute("SELECT count(*) FROM words WHERE words MATCH %s", [typed])
            cursor.fetchall()
            cursor.execute(BARE, [typed])
            cursor.fetchall()
        bare.append(time.perf_counter() - began)
        if not turn % 2:
            began = time.perf_counter()
            casebook.search(typed, limit=20, claims=False)
            ours.append(time.perf_counter() - began)
    return bare[1:], ours[1:]


def show(name: str, seconds: list[float], size: float = 0.0) -> None:
    """One line: median and 95th percentile in milliseconds, and the size of the page."""
    times = sorted(second * 1000 for second in seconds)
    p95 = times[min(len(times) - 1, int(len(times) * 0.95))]
    print(f"{name:32}{statistics.median(times):9.1f}{p95:9.1f}" + (f"{size / 1000:8.0f}" if size else ""))


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
        given.reports = casebook.counts().reports
        print(
            f"{given.reports} reports, {given.reports * CLAIMS} claims, {'plain' if given.plain else 'SQLCipher'}"
        )
        client = Client(Desk(casebook, "bench", 8645, Door(), plain=given.plain))
        pages: dict[str, Callable[[], str]] = {
            "reports, first page": lambda: "/",
            "reports, any page": lambda: f"/?page={chance.randrange(1, max(2, given.reports // 50))}",
            "reports, one outlet": lambda: "/?publisher=Radio+South",
            "reports, with hedged claims": lambda: "/?status=hedged",
            "reports, words in title": lambda: f"/?q={chance.randrange(given.reports)}",
            "one report": lambda: f"/report/{chance.randrange(1, given.reports + 1)}/",
            "one report, a claim open": lambda: f"/report/{chance.randrange(1, given.reports + 1)}/?at=500",
            "one claim": lambda: f"/claim/{chance.randrange(1, given.reports * CLAIMS)}/",
            "orders": lambda: "/orders/",
            "search, a rare word": lambda: f"/search/?q={chance.choice(rare)}",
            "search, a common word": lambda: "/search/?q=arrested",
            "search, claims, a rare word": lambda: f"/search/?q={chance.choice(rare)}&in=claims",
            "search, claims, a common word": lambda: "/search/?q=arrested&in=claims",
            "search, claims, filtered": lambda: "/search/?q=arrested&in=claims&status=asserted&when=2026",
            "search, people": lambda: "/search/?q=herder&in=people",
            "search, a place": lambda: "/search/?q=Hoeryong&in=places",
            "claims, first page": lambda: "/claims/",
            "claims, one act, not judged": lambda: "/claims/?act=torture&verdict=open",
            "to do": lambda: "/to-do/",
            "agreement": lambda: "/agreement/",
            "ledger": lambda: "/ledger/",
        }
        print(f"{'page':32}{'median':>9}{'p95':>9}{'KB':>8}")
        for name, path in pages.items():
            client.get(path())
            took = [client.get(path()) for _ in range(given.rounds)]
            assert {status for _, _, status in took} == {"200"}, name
            show(name, [seconds for seconds, _, _ in took], statistics.median(size for _, size, _ in took))
        for name, words in {
            "a rare word": lambda: chance.choice(rare),
            "a common word": lambda: "arrested",
        }.items():
            bare, ours = beside(casebook, words, given.rounds)
            show(f"bare FTS5, {name}", bare)
            show(f"casebook.search, {name}", ours)
            print(
                f"{'':4}ours is {statistics.median(ours) / statistics.median(bare):.2f} times the bare query (goal 1.5)"
            )
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory {peak:.0f} MiB")
        casebook.close()


if __name__ == "__main__":
    main()
