"""Import of many files: originals preserved durably per second, what taking their texts adds, peak memory.

    python bench/archive_import.py [--files 10000] [--size 20000] [--folder DIR]

The goal is 2,000 files of 20 KB a second with durability (synced before acknowledged). Printed are the files a second of
the preserving alone, of preserving and texts, and of plain copying with one sync at the end as the floor of this disk.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import shutil
import tempfile
import time
from pathlib import Path

from testigo.archive.preserve import Options, preserve
from testigo.casebook import casebook

_WORDS = (
    "three",
    "people",
    "were",
    "arrested",
    "in",
    "the",
    "town",
    "on",
    "tuesday",
    "a",
    "source",
    "said",
    "that",
    "two",
    "of",
    "them",
    "are",
    "still",
    "held",
    "there",
)


def make_files(folder: Path, files: int, size: int) -> None:
    """Files of invented reporting, each its own."""
    chance = random.Random(1)
    for number in range(files):
        paragraphs = [f"Report number {number}"]
        length = 30
        while length < size:
            sentences = [" ".join(chance.choices(_WORDS, k=18)).capitalize() + "." for _ in range(4)]
            paragraphs.append(" ".join(sentences))
            length += len(paragraphs[-1]) + 2
        (folder / f"{number:06d}.txt").write_text("\n\n".join(paragraphs)[:size])


def copied(source: Path, target: Path) -> float:
    """Seconds for copying the files and syncing once: what the disk does without us."""
    start = time.perf_counter()
    target.mkdir()
    for path in source.iterdir():
        (target / path.name).write_bytes(path.read_bytes())
    os.sync()
    return time.perf_counter() - start


def imported(source: Path, target: Path, *, extract: bool, plain: bool) -> tuple[float, int]:
    """Seconds for the import, and how many texts were taken."""
    book = casebook.create(target, None if plain else "a passphrase of a bench", plain=plain)
    start = time.perf_counter()
    outcome = preserve(book, [source], Options(extract=extract))
    seconds = time.perf_counter() - start
    assert not outcome.troubles
    assert outcome.new == sum(1 for _ in source.iterdir())
    casebook.close_open()
    return seconds, len(outcome.reports)


def cpu_seconds() -> float:
    """CPU time of this process and of the workers that ended: what the machine's other load cannot change much."""
    own, children = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + children.ru_utime + children.ru_stime


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--files", type=int, default=10_000)
    arguments.add_argument("--size", type=int, default=20_000)
    arguments.add_argument("--folder", type=Path, default=None)
    given = arguments.parse_args()
    top = Path(tempfile.mkdtemp(dir=given.folder, prefix="bench-"))
    try:
        source = top / "files"
        source.mkdir()
        make_files(source, given.files, given.size)
        os.sync()
        print(f"{given.files} files of {given.size} bytes")
        seconds = copied(source, top / "copy")
        print(f"copy and one sync:            {given.files / seconds:8.0f} files/s")
        for name, extract, plain in (
            ("preserve, plain casebook", False, True), ("preserve, encrypted casebook", False, False), ("preserve and texts, encrypted", True, False),
        ):  # fmt: skip
            spent = cpu_seconds()
            seconds, texts = imported(source, top / name.replace(" ", "-"), extract=extract, plain=plain)
            spent = cpu_seconds() - spent
            print(
                f"{name + ':':30}{given.files / seconds:8.0f} files/s  {seconds:6.1f} s  ({spent:.1f} CPU s)  {texts} texts"
            )
        print(f"peak memory: {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:.0f} MiB (parent), "
              f"{resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024:.0f} MiB (largest worker)")  # fmt: skip
    finally:
        shutil.rmtree(top)


if __name__ == "__main__":
    main()
