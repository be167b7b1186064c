"""Forge the ledger of a small casebook in random ways and count what a held checkpoint does not show.

python bench/casebook_forge.py [FORGERIES]      default 2000: edited, dropped, inserted, swapped, cut off, rolled back,
                                                forked
"""

from __future__ import annotations

import random
import shutil
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.casebook import test_check, worlds

from testigo.casebook import folder, keys
from testigo.casebook.backend import raw
from testigo.casebook.casebook import open_casebook

KINDS = (*(mutation.__name__[1:] for mutation in test_check.MUTATIONS), "roll back", "fork")


def forged(kind: str, path: Path, older: Path, chance: random.Random) -> None:
    """Change the casebook at the path. older: its database as it was before the last entries."""
    if kind == "roll back":
        shutil.copy(older, path / folder.DATABASE)
        return
    if kind == "fork":
        shutil.copy(older, path / folder.DATABASE)
        (path / "head").write_bytes((older.parent / "head").read_bytes())
        with open_casebook(path, worlds.PASSPHRASE) as book:
            book.record_captures([worlds.capture(f"{chance.random()}") for _ in range(chance.randint(3, 6))])
        return
    test_check.forge(path, keep=True)
    opened = keys.unwrap(path / folder.KEYS, worlds.PASSPHRASE)
    with raw.connected(path / folder.DATABASE, opened.database_key) as connection:
        next(m for m in test_check.MUTATIONS if m.__name__[1:] == kind)(connection, chance, 13)


def main() -> int:
    """Run it and print the counts."""
    wanted = int(sys.argv[1]) if sys.argv[1:] else 2000
    chance = random.Random(5)
    seen: Counter[str] = Counter()
    missed: list[str] = []
    begin = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        path, older = Path(name) / "book", Path(name) / "older" / "book"
        worlds.small(path).close()
        shutil.copytree(path, older)
        with open_casebook(path, worlds.PASSPHRASE) as book:
            book.record_captures([worlds.capture(f"{n}") for n in range(3)])
            held = book.checkpoint()
        whole = {file: file.read_bytes() for file in path.iterdir() if file.is_file()}
        for number in range(wanted):
            kind = KINDS[number % len(KINDS)]
            forged(kind, path, older / folder.DATABASE, chance)
            damages = test_check.ledger_damages(path, held)
            seen[f"{kind}: told as {damages[0].kind if damages else 'NOTHING'}"] += 1
            missed += [] if damages else [f"{kind} {number}"]
            for file, content in whole.items():
                file.write_bytes(content)
    for what, count in sorted(seen.items()):
        print(f"{count:6} {what}")
    print(f"{wanted} forgeries, {len(missed)} not noticed, {time.monotonic() - begin:.0f} s")
    return bool(missed)


if __name__ == "__main__":
    raise SystemExit(main())
