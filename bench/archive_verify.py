"""Checking of preserved originals beside the raw hash of the same bytes, in one run, and peak memory.

    python bench/archive_verify.py [--megabytes 1024] [--small 2000] [--folder DIR]

The goal is 0.9 GB/s per core or better for originals of mixed sizes (a few large, many of 20 KB). Printed per core: SHA-256
alone over bytes in memory and over plain files, then `verify` of the objects (decrypt, authenticate, hash, compare) on one
thread and on as many as there are cores, best of three, mixed, large and small originals apart.
"""

from __future__ import annotations

import argparse
import hashlib
import os
import random
import resource
import shutil
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from testigo.archive import check
from testigo.archive.check import Kept
from testigo.archive.objects import ObjectStore

_LARGE = 32 << 20
_SMALL = 20_000


def timed(name: str, size: int, what: Callable[[], object], cores: int = 1) -> None:
    what()  # once before: the same warm cache for all
    best = (float("inf"), float("inf"))
    for _ in range(3):
        start, spent = time.perf_counter(), time.process_time()
        what()
        best = min(best, (time.perf_counter() - start, time.process_time() - spent))
    seconds, cpu = best
    print(
        f"{name:36}{size / seconds / 1e9:7.2f} GB/s  {size / seconds / 1e9 / cores:6.2f} per core  {size / cpu / 1e9:6.2f} per CPU second"
    )


def filled(store: ObjectStore, contents: list[bytes]) -> list[Kept]:
    known: set[str] = set()
    rows = []
    with store.batch(known.__contains__) as batch:
        for number, content in enumerate(contents):
            stored = batch.put(content)
            rows.append(Kept(number, stored.sha256, stored.size, "text/plain", stored.name))
        batch.publish()
        known.update(row.object for row in rows)
    return rows


def hash_files(folder: Path) -> None:
    for path in folder.iterdir():
        with path.open("rb", buffering=0) as source:
            hashlib.file_digest(source, "sha256").digest()


def mixed_sizes(whole: int) -> list[int]:
    """Sizes between 2 KB and 8 MB, as many of each power, until their sum is reached."""
    chance, sizes = random.Random(1), list[int]()
    while sum(sizes) < whole:
        sizes.append(int(2000 * 4096 ** chance.random()))
    return sizes


def measure(top: Path, name: str, sizes: list[int]) -> None:
    """Print the four figures for originals of these sizes."""
    cores = os.cpu_count() or 1
    contents = [os.urandom(size) for size in sizes]
    whole = sum(sizes)
    print(f"{name}: {len(sizes)} originals, {whole / 1e6:.0f} MB")
    plain = top / f"plain-{name}"
    plain.mkdir()
    for number, content in enumerate(contents):
        (plain / str(number)).write_bytes(content)
    store = ObjectStore(top / f"store-{name}", os.urandom(32), os.urandom(32))
    rows = filled(store, contents)
    timed(f"  SHA-256 in memory, {name}", whole, lambda: [hashlib.sha256(one).digest() for one in contents])
    contents.clear()
    timed(f"  SHA-256 of plain files, {name}", whole, lambda: hash_files(plain))
    timed(f"  verify, one thread, {name}", whole, lambda: [check.object_fault(store, row) for row in rows])
    timed(f"  verify, {cores} threads, {name}", whole, lambda: list(check.object_faults(store, rows)), cores)


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--megabytes", type=int, default=1024)
    arguments.add_argument("--small", type=int, default=2000)
    arguments.add_argument("--folder", type=Path, default=None)
    given = arguments.parse_args()
    top = Path(tempfile.mkdtemp(dir=given.folder, prefix="bench-"))
    try:
        measure(top, "mixed", mixed_sizes(given.megabytes << 20))
        measure(top, "large", [_LARGE] * max((given.megabytes << 20) // _LARGE, 1))
        measure(top, "20 KB", [_SMALL] * given.small)
        peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        print(f"peak memory: {peak:.0f} MiB (the bench's own contents included)")
    finally:
        shutil.rmtree(top)


if __name__ == "__main__":
    main()
