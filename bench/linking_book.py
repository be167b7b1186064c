"""`testigo link` on an encrypted casebook, from the command to its end: time and memory, whole and by phase, and again.

    python bench/linking_book.py FOLDER [--reports 2000,6667,20000] [--each 10] [--seed 1] [--again] [--only make]

A casebook is made in FOLDER where it is not there yet, by recording as any other, with a passphrase: 1.7 ms of the
processor for each claim. A report of it tells what --each generated reports tell (bench/worlds), each of another world, so
that one of 10 holds 15 claims (--each 1: reports as the worlds have them). The worlds share towns and ten years.
For each size: seconds by the clock and of the processor (all processes and threads) of `testigo link`, from the command to
its end, and by phase; MiB at the most of the command and all its workers together, each at its own worst.
--again: the command once more with nothing changed, and once more after 20 reports came in.
"""

from __future__ import annotations

import argparse
import dataclasses
import os
import resource
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NoReturn

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from bench.worlds.recording import NOON, report
from bench.worlds.worlds import Size, Told, world

from testigo.casebook import keys
from testigo.casebook.casebook import Casebook, create, is_casebook, open_casebook
from testigo.casebook.values import NewCapture, NewReading, NewReport
from testigo.claim import Claim, Reading, Span
from testigo.report import Block, Report

PASSPHRASE = "seven grey herons over the ford"
BATCH, MORE = 250, 20


def moved(part: Any, by: int) -> Any:
    """A part of a claim as it stands so many characters later."""
    if isinstance(part, Span):
        return Span(part.start + by, part.end + by)
    if isinstance(part, tuple):
        return tuple(moved(one, by) for one in part)
    if dataclasses.is_dataclass(part) and not isinstance(part, type):
        return type(part)(**{f.name: moved(getattr(part, f.name), by) for f in dataclasses.fields(part)})
    return part


def together(some: tuple[Told, ...]) -> tuple[Report, tuple[Claim, ...]]:
    """One report that tells what several tell, one after the other, under the title of the first."""
    first, at = report(some[0]), 0
    texts: list[str] = []
    blocks: list[Block] = []
    claims: list[Claim] = []
    for told in some:
        text = told.text + "\n\n"
        end = text.index("\n")
        blocks += [Block("heading" if at else "title", Span(at, at + end)), Block("body", Span(at + end + 2, at + len(told.text)))]  # fmt: skip
        claims += (moved(claim, at) for claim in told.claims)
        texts.append(text)
        at += len(text)
    return dataclasses.replace(first, text="".join(texts), blocks=tuple(blocks)), tuple(claims)


def told_by(reports: int, each: int, seed: int) -> Iterator[tuple[Report, tuple[Claim, ...]]]:
    """Reports with their claims."""
    made = [world(Size(reports), seed * 100_003 + 17 * n).reports for n in range(each)]
    for number in range(reports):
        yield together(tuple(some[number] for some in made))


def put(book: Casebook, some: list[tuple[Report, tuple[Claim, ...]]], first: int) -> None:
    """Record reports with their readings."""
    new = [
        NewCapture(number.to_bytes(32), len(r.text), f"{number:064x}", "text/plain", f"{number}.txt", NOON, tool="bench")
        for number, (r, _) in enumerate(some, first)
    ]  # fmt: skip
    with book.together():
        captured = book.record_captures(new)
        ids = book.record_reports(
            [NewReport(c.original, r) for c, (r, _) in zip(captured, some, strict=True)]
        )
        readings = (Reading("world", "1", "1", r.language, claims) for r, claims in some)
        book.record_readings([NewReading(id_, reading) for id_, reading in zip(ids, readings, strict=True)])


def made(folder: Path, reports: int, each: int, seed: int) -> Path:
    """The casebook of this size, made where it is not there."""
    at = folder / f"{reports}x{each}-{seed}"
    if is_casebook(at):
        return at
    half = folder / f".{at.name}"
    began = time.process_time()
    with create(half, PASSPHRASE, cost=keys.FOR_TESTS) as book:
        some: list[tuple[Report, tuple[Claim, ...]]] = []
        for number, one in enumerate(told_by(reports, each, seed), 1):
            some.append(one)
            if len(some) == BATCH or number == reports:
                put(book, some, number - len(some) + 1)
                some.clear()
    half.rename(at)
    print(f"{at.name} made in {time.process_time() - began:.0f} s of processor", flush=True)
    return at


def add(at: Path, count: int, seed: int) -> None:
    """Let a few more reports come in."""
    with open_casebook(at, PASSPHRASE) as book:
        put(book, list(told_by(count, 1, seed + 1_000)), book.counts().reports + 1)


def linked(at: Path, what: str) -> None:
    """Run the command in a process of its own, and print what it took."""
    secret = at.parent / "passphrase"
    secret.write_text(PASSPHRASE, "utf-8")
    before, began = resource.getrusage(resource.RUSAGE_CHILDREN), time.perf_counter()
    done = subprocess.run(
        [sys.executable, __file__, str(at), "--only", "command"], env=os.environ | {"TESTIGO_PASSPHRASE_FILE": str(secret)},
        capture_output=True, text=True, check=False,
    )  # fmt: skip
    clock, after = time.perf_counter() - began, resource.getrusage(resource.RUSAGE_CHILDREN)
    spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    print(f"{at.name}, {what}: {clock:.0f} s by the clock, {spent:.1f} s of processor")
    print(done.stderr + " ".join(done.stdout.split("\n\n")[0].split()), flush=True)
    if done.returncode:
        raise SystemExit(done.returncode)


class Phases:
    """The command's own steps, with the processor's seconds of all its processes and the MiB at the most up to their end."""

    def __init__(self) -> None:
        self.step, self.spent = "opening", 0.0
        self.children: dict[str, float] = {}

    def __call__(self, step: str) -> None:
        """A step begins."""
        if step == self.step:
            return
        now, most = self._now()
        print(
            f"  {self.step}: {now - self.spent:.1f} s of processor, {most:.0f} MiB so far",
            file=sys.stderr,
            flush=True,
        )
        self.step, self.spent = step, now

    def _now(self) -> tuple[float, float]:
        """Seconds of the processor, and MiB at the most, of this process and of those that it started."""
        own, done = (resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN))
        spent = own.ru_utime + own.ru_stime + done.ru_utime + done.ru_stime
        most = own.ru_maxrss / 1024
        for child in Path(f"/proc/self/task/{os.getpid()}/children").read_text("ascii").split():
            fields = Path(f"/proc/{child}/stat").read_text("utf-8").rpartition(")")[2].split()
            spent += (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
            lines = Path(f"/proc/{child}/status").read_text("utf-8").splitlines()
            self.children[child] = next(
                int(line.split()[1]) / 1024 for line in lines if line.startswith("VmHWM")
            )
        return spent, most + sum(self.children.values())


def command(at: Path) -> NoReturn:
    """`testigo link --casebook AT --quiet`, with a line for each phase."""
    from testigo.cli import app
    from testigo.linking import link as door

    phases, plain = Phases(), door.link

    def link(book: Casebook, *, seed: int, engine: str, say: Any) -> door.Linked:
        del say
        done = plain(book, seed=seed, engine=engine, say=lambda step, *_: phases(step))
        phases("closing")
        print(f"  {done.written} values written, {done.dropped} dropped", file=sys.stderr)
        return done

    door.link = link  # type: ignore[assignment]
    raise SystemExit(app(["link", "--casebook", str(at), "--quiet", "--most", "1"]))


def main() -> None:
    """Make what is missing, and link it."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)  # fmt: skip
    parser.add_argument("folder", type=Path)
    parser.add_argument("--reports", default="2000,6667,20000")
    parser.add_argument("--each", type=int, default=10)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--again", action="store_true")
    parser.add_argument("--only", choices=("make", "link", "command"))
    asked = parser.parse_args()
    if asked.only == "command":
        command(asked.folder)
    asked.folder.mkdir(parents=True, exist_ok=True)
    for size in [int(n) for n in asked.reports.split(",")]:
        at = made(asked.folder, size, asked.each, asked.seed)
        if asked.only == "make":
            continue
        linked(at, "as it is")
        if asked.again:
            linked(at, "again, nothing changed")
            add(at, MORE, asked.seed)
            linked(at, f"again after {MORE} reports")


if __name__ == "__main__":
    main()
