"""Kill a recording process at random points and count what was acknowledged and is not there, or is there by halves.

python bench/casebook_kill.py [KILLS]      default 200
"""

from __future__ import annotations

import random
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.casebook import test_crash, worlds

from testigo.casebook.casebook import open_casebook


def main() -> int:
    """Run it and print the counts."""
    kills = int(sys.argv[1]) if sys.argv[1:] else 200
    chance = random.Random(11)
    lost, halves, damaged, acknowledged = 0, 0, 0, []
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "book"
        worlds.empty(path).close()
        for run in range(kills):
            said = test_crash.kill(test_crash.writer(path, f"run{run}", 10_000), chance.uniform(0.0, 0.3))
            acknowledged += said
            with open_casebook(path, worlds.PASSPHRASE) as book:
                lost += sum(test_crash.holds(book, batch) != test_crash.SIZE for batch in said)
                counts = book.counts()
                halves += counts.originals % test_crash.SIZE != 0 or counts.originals != counts.claims
                damaged += bool(run % 10 == 0 and book.verify_rows().damages)
        with open_casebook(path, worlds.PASSPHRASE) as book:
            lost += sum(test_crash.holds(book, batch) != test_crash.SIZE for batch in acknowledged)
            damaged += bool(book.verify_rows().damages)
    print(f"{kills} kills, {len(acknowledged)} batches acknowledged, {lost} lost, {halves} by halves, {damaged} damaged,"
          f" {time.monotonic() - begin:.0f} s")  # fmt: skip
    return bool(lost or halves or damaged)


if __name__ == "__main__":
    raise SystemExit(main())
