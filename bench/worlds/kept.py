"""Worlds made once and kept on the disk, for runs on more reports than are made in a reasonable time.

    python -m bench.worlds.kept FOLDER --claims 2000000 [--seed 1] [--part 0/1]

Every 5,000 reports are a world of their own, a block, in a file of its own: the reports with their claims, and which
event and person each claim tells of, numbered within the block. --part 0/2 and 1/2: two processes make half of it each.
The files are pickles of our own, read by the same program: never read one that somebody else made.
"""

from __future__ import annotations

import argparse
import os
import pickle
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from bench.worlds.worlds import Size, world

from testigo.claim import Claim

BLOCK = 5_000


@dataclass(frozen=True, slots=True)
class Kept:
    """A block. reports: number in the block, day of publication and claims of each, as bytes; events, persons: by report,

    what each claim tells of (-1: of no person); ids: how many numbers these are.
    """

    reports: tuple[tuple[int, str, bytes], ...]
    events: tuple[tuple[int, ...], ...]
    persons: tuple[tuple[int, ...], ...]
    ids: int

    @property
    def claims(self) -> int:
        """How many claims the reports make."""
        return sum(map(len, self.events))


def made(seed: int, block: int) -> Kept:
    """One block."""
    some = world(Size(BLOCK), seed * 100_003 + block)
    ids: dict[str, int] = {}
    events = tuple(tuple(ids.setdefault(s.event.id, len(ids)) for s in r.said) for r in some.reports)
    persons = tuple(
        tuple(ids.setdefault(s.event.person.id, len(ids)) if s.event.person else -1 for s in r.said)
        for r in some.reports
    )
    reports = tuple((r.number, r.published.isoformat(), pickle.dumps(r.claims, 5)) for r in some.reports)
    return Kept(reports, events, persons, len(ids))


def blocks(seed: int, folder: Path | None) -> Iterator[Kept]:
    """Block after block without end: from the folder where it has them, else made now."""
    block = 0
    while True:
        at = folder / _name(seed, block) if folder else None
        yield _read(at) if at is not None and at.exists() else made(seed, block)
        block += 1


def _name(seed: int, block: int) -> str:
    return f"{seed}-{block:04}.block"


def _read(at: Path) -> Kept:
    found: Kept = pickle.loads(zlib.decompress(at.read_bytes()))
    return found


def claims_of(packed: bytes) -> tuple[Claim, ...]:
    """The claims of a report."""
    found: tuple[Claim, ...] = pickle.loads(packed)
    return found


def main() -> None:
    """Make what is missing."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("folder", type=Path)
    parser.add_argument("--claims", type=int, default=2_000_000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--part", default="0/1")
    asked = parser.parse_args()
    asked.folder.mkdir(parents=True, exist_ok=True)
    part, parts = map(int, asked.part.split("/"))
    count, block = 0, part
    while count * parts < asked.claims + 100_000:
        at = asked.folder / _name(asked.seed, block)
        if at.exists():
            one = _read(at)
        else:
            one = made(asked.seed, block)
            beside = asked.folder / f".{os.getpid()}"
            beside.write_bytes(zlib.compress(pickle.dumps(one, 5), 1))
            beside.replace(at)
        count += one.claims
        block += parts
        print(f"block {block}, {count} claims", flush=True)


if __name__ == "__main__":
    from bench.worlds.kept import main as as_a_module  # so that what is pickled is known by the module's name

    as_a_module()
