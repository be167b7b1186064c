"""Change every byte of a small casebook, one at a time, and count what `verify` or opening does not notice.

python bench/casebook_flip.py [STEP] [--plain]      every STEP-th byte of the database (default 1), all of the rest
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from tests.casebook import worlds

from testigo.casebook.casebook import open_casebook
from testigo.errors import TestigoError


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


def main() -> int:
    """Run it and print the counts."""
    numbers = [int(word) for word in sys.argv[1:] if word.isdigit()]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name) / "book"
        worlds.small(folder, plain="--plain" in sys.argv).close()
        begin = time.monotonic()
        seen, missed = flips(folder, numbers[0] if numbers else 1)
    for what, count in sorted(seen.items()):
        print(f"{count:8} {what or 'NOT NOTICED'}")
    print(f"{sum(seen.values())} bytes changed, {len(missed)} not noticed, {time.monotonic() - begin:.0f} s")
    for line in missed[:50]:
        print("  not noticed:", line)
    return bool(missed)


if __name__ == "__main__":
    raise SystemExit(main())
