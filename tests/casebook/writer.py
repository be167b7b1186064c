"""A process that records and says what was acknowledged, for tests that kill it: PATH NAME BATCHES SIZE."""

from __future__ import annotations

import sys
from pathlib import Path

from tests.casebook import worlds

from testigo.casebook.casebook import open_casebook
from testigo.casebook.values import NewReading, NewReport


def say(words: str) -> None:
    """A line for who is watching."""
    sys.stdout.write(words + "\n")
    sys.stdout.flush()


def main() -> None:
    """Record batches of captures with their reports and readings; print the last name of each when it is safe."""
    path, name, batches, size = Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]), int(sys.argv[4])
    with open_casebook(path, worlds.PASSPHRASE) as book:
        say("ready")
        for batch in range(batches):
            with book.together():
                done = book.record_captures([worlds.capture(f"{name}.{batch}.{n}") for n in range(size)])
                reports = book.record_reports([NewReport(d.original, worlds.report()) for d in done])
                book.record_readings([NewReading(id_, worlds.reading(worlds.arrest())) for id_ in reports])
            say(f"{name}.{batch}")


if __name__ == "__main__":
    main()
