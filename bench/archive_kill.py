"""Kill -9 at random points of an import, many times; after each, everything acknowledged must be there and true.

    python bench/archive_kill.py [--kills 200] [--files 300] [--folder DIR] [--seed 1]

Each turn an import of a folder (texts, a zip, a mail) is started as a process of its own and killed after a random time;
then the casebook is opened and checked: as many captures as were acknowledged at least, no object without a row, no row
without its object, `verify` of the objects without a damage (of rows and texts on every tenth turn). Every file that was
ever acknowledged stays. When all files are in, a new casebook is begun.
"""

from __future__ import annotations

import argparse
import os
import random
import shutil
import subprocess
import sys
import tempfile
import time
import zipfile
from pathlib import Path

from testigo.archive.objects import ObjectStore
from testigo.archive.verify import verify
from testigo.casebook import casebook

_ADD = """
import sys
from pathlib import Path
from testigo.archive.preserve import Options, preserve
from testigo.casebook import casebook
book = casebook.open_casebook(Path(sys.argv[1]), None)
def told(step, count):
    if step == "kept":
        print("kept", flush=True)
print("open", flush=True)
preserve(book, sys.argv[2:], Options(), told)
print("done", flush=True)
book.close()
"""


def make_input(folder: Path, files: int) -> None:
    folder.mkdir()
    chance = random.Random(1)
    for number in range(files):
        size = int(200 * 200 ** chance.random())
        words = " ".join(
            chance.choices(("arrested", "town", "source", "said", "three", "people"), k=size // 6)
        )
        (folder / f"{number:04d}.txt").write_text(f"Report {number}\n\n{words}.")
    with zipfile.ZipFile(folder / "box.zip", "w") as box:
        for number in range(40):
            box.writestr(f"{number}.txt", f"Member {number}. Three people were arrested.")
    (folder / "big.bin").write_bytes(os.urandom(20 << 20))


def killed_run(book: Path, source: Path, chance: random.Random) -> tuple[int, bool]:
    """Captures acknowledged before the kill, and whether the import was through before it."""
    environ = os.environ | {"TESTIGO_BATCH_FILES": str(chance.choice((1, 7, 50, 500)))}
    run = subprocess.Popen(
        [sys.executable, "-c", _ADD, book, source], stdout=subprocess.PIPE, text=True, env=environ
    )
    assert run.stdout is not None
    run.stdout.readline()
    time.sleep(chance.random() ** 2 * 2)
    run.kill()
    lines = run.stdout.read().splitlines()
    run.wait()
    return lines.count("kept"), "done" in lines


def check(path: Path, acknowledged: int, known: set[bytes], *, everything: bool) -> None:
    """Open after a kill and look at everything. Errors: AssertionError with what does not hold."""
    start = time.perf_counter()
    with casebook.open_casebook(path, None) as book:
        opened = time.perf_counter() - start
        assert opened < 10, f"opening took {opened:.1f} s"
        assert book.counts().captures >= acknowledged, "an acknowledged capture is not there"
        store = ObjectStore(book.objects_dir, book.keys.seal_key, book.keys.name_key)
        result = verify(book, texts=everything)
        assert result.damages == (), result.damages
        rows = list(book.originals())
        assert {row.object for row in rows} == set(store.names()), "objects and rows differ"
        digests = {row.sha256 for row in rows}
        assert known <= digests, "an original that was there is gone"
        known |= digests


def main() -> None:
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--kills", type=int, default=200)
    arguments.add_argument("--files", type=int, default=300)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--folder", type=Path, default=None)
    given = arguments.parse_args()
    top = Path(tempfile.mkdtemp(dir=given.folder, prefix="bench-"))
    chance = random.Random(given.seed)
    captures = rounds = early = total = 0
    known: set[bytes] = set()
    start = time.perf_counter()
    try:
        make_input(top / "in", given.files)
        for kill in range(given.kills):
            path = top / f"book-{rounds}"
            if not path.exists():
                casebook.create(path, None, plain=True)
                casebook.close_open()
                captures, known = 0, set()
            acknowledged, through = killed_run(path, top / "in", chance)
            captures += acknowledged
            total += acknowledged
            early += through
            check(path, captures, known, everything=kill % 10 == 0)
            if through or len(known) >= given.files + 40:
                shutil.rmtree(path)
                rounds += 1
        print(f"{given.kills} kills in {time.perf_counter() - start:.0f} s, {rounds + 1} casebooks: {total} acknowledged captures, "
              f"all there and true; {early} imports were through before the kill")  # fmt: skip
    finally:
        shutil.rmtree(top)


if __name__ == "__main__":
    main()
