"""Change every byte of a small casebook and count what is not noticed.

    python bench/casebook_flip.py [STEP] [--plain]

Every byte of the keys and of `head`, one at a time, by opening and verifying; of the database every STEP-th byte
(default 1009) in the same way, and then all bytes of all pages: one byte of each page at once, since each page is
authenticated by itself.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.casebook import worlds

from testigo.casebook import keys
from testigo.casebook.backend import raw
from testigo.casebook.casebook import open_casebook
from testigo.casebook.folder import DATABASE, KEYS
from testigo.errors import TestigoError

PAGE = 4096


def noticed(folder: Path) -> str:
    """How the damage showed, or nothing."""
    try:
        with open_casebook(folder, worlds.PASSPHRASE) as book:
            damages = book.verify_rows().damages
    except TestigoError as error:
        return f"opening: {error.label}"
    return damages[0].kind if damages else ""


def flips(folder: Path, step: int) -> tuple[Counter[str], list[str]]:
    """Every kind of notice with its count; and every flip that went unnoticed."""
    seen: Counter[str] = Counter()
    missed: list[str] = []
    for file in sorted(p for p in folder.rglob("*") if p.is_file()):
        content = file.read_bytes()
        for at in range(0, len(content), step if file.suffix == ".db" else 1):
            changed = bytearray(content)
            changed[at] ^= 1 << (at % 8)
            file.write_bytes(bytes(changed))
            how = noticed(folder)
            seen[f"{file.relative_to(folder)}: {how}"] += 1
            if not how:
                missed.append(f"{file.relative_to(folder)} byte {at}")
            file.write_bytes(content)
            for left in folder.glob("*.db-*"):
                left.unlink()
    return seen, missed


def missed_in_pages(folder: Path, offsets: Iterable[int]) -> list[str]:
    """Bytes of the database that change without their page being named: each offset in all pages at once."""
    database = folder / DATABASE
    key = keys.unwrap(folder / KEYS, worlds.PASSPHRASE).database_key
    content = database.read_bytes()
    missed: list[str] = []
    for offset in offsets:
        changed = bytearray(content)
        for at in range(offset, len(content), PAGE):
            changed[at] ^= 1 << (offset % 8)
        database.write_bytes(bytes(changed))
        named = {int(line.rpartition(" ")[2]) for line in raw.damaged_pages(database, key)}
        pages = set(range(1, len(content) // PAGE + 1))
        missed += [f"page {page} byte {offset}" for page in sorted(pages - named)]
    database.write_bytes(content)
    return missed


def main() -> int:
    """Run it and print the counts."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "book"
        worlds.small(folder, plain="--plain" in sys.argv).close()
        begin = time.monotonic()
        seen, missed = flips(folder, numbers[0] if numbers else 1009)
        whole = missed_in_pages(folder, range(PAGE))
        pages = (folder / DATABASE).stat().st_size // PAGE
    for what, count in sorted(seen.items()):
        print(f"{count:8} {what or 'NOT NOTICED'}")
    print(f"{sum(seen.values())} bytes changed, {len(missed)} not noticed, {time.monotonic() - begin:.0f} s")
    print(f"{pages} pages, all {pages * PAGE} bytes changed, {len(whole)} not noticed")
    for line in (missed + whole)[:50]:
        print("  not noticed:", line)
    return bool(missed or whole)


if __name__ == "__main__":
    raise SystemExit(main())
