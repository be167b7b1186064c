"""Near copies of one article, from files to pages: what each command takes, and how the pages of the desk answer.

    python bench/weighing_copies.py FOLDER [--copies 500,1000,2000] [--seed 1] [--only weigh]

The article is example 04 (17 claims as the machine reads them). Each copy has an outlet, a day (one in twenty none) and an
address of its own; one in five has the same words, the others small changes: another title, a line of thanks, a sentence
left out, another order of two passages, a number grown, a doubt lost, "Farbank Journal reported" before it; one in forty
denies the arrest. For each size: seconds by the clock and of the processor (with children) of `open` (the first file), `add`,
`read`, `link`, `weigh` and `weigh --without report:1` as a process of its own, and its MiB at the most; then every page that
tells of the copies: milliseconds and bytes, the first time it is asked for. --only: one command, on the casebook that is there.
"""

from __future__ import annotations

import argparse
import html
import os
import random
import subprocess
import sys
import time
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

ROOT = Path(__file__).resolve().parents[1]
ARTICLE = ROOT / "examples" / "gold" / "04-flour-remark.txt"
FIRST = date(2024, 4, 3)
OUTLETS = (
    "Ilvane Dispatch",
    "Radio Ferrin",
    "Kaldmark Courier",
    "Orlo Observer",
    "Tesk Tribune",
    "Corven Letter",
)
COMMANDS = ("open", "add", "read", "link", "weigh", "without")


def passages() -> list[str]:
    """The passages of the article that are reporting, the title first."""
    every = [p for p in ARTICLE.read_text("utf-8").split("\n\n") if p.strip()]
    return [
        p.strip()
        for p in every
        if not p.startswith(("By ", "A bakery", "Do you", "Read this", "Seen something"))
    ]


def copied(number: int, dice: random.Random) -> list[str]:
    """The passages of one copy."""
    told = passages()
    if number == 0 or number % 5 == 0:
        return told
    for change in dice.sample(range(7), dice.choice((1, 1, 2, 3))):
        told = _changed(told, change, number, dice)
    if number % 40 == 1:
        told.append("Officials in Haldrin Province denied that a man was arrested in Pellick on March 19.")
    return told


def _changed(told: list[str], change: int, number: int, dice: random.Random) -> list[str]:
    """One small change."""
    if change == 0:
        return [f"{told[0]}, number {number} of our letter", *told[1:]]
    if change == 1:
        return [*told, f"We thank reader {number} for sending us this report from abroad."]
    if change == 2:
        gone = dice.randrange(3, len(told))
        return [p for n, p in enumerate(told) if n != gone]
    if change == 3:
        at = dice.randrange(2, len(told) - 1)
        return [*told[:at], told[at + 1], told[at], *told[at + 2 :]]
    was, now = (("Three of his", f"{dice.choice(('Five', 'Seven', 'Nine'))} of his"), ("was reportedly sentenced", "was sentenced"),
                ("A man in his 40s was arrested", "Farbank Journal reported that a man in his 40s was arrested"))[change - 4]  # fmt: skip
    return [p.replace(was, now) for p in told]


def page(number: int, told: list[str], outlet: str, day: date | None) -> str:
    """A copy as a page of the web."""
    when = f'<meta property="article:published_time" content="{day}">' if day else ""
    body = "\n".join(f"<p>{html.escape(p)}</p>" for p in told[1:])
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{html.escape(told[0])}</title>'
        f'<meta property="og:site_name" content="{outlet}">{when}</head><body><article><h1>{html.escape(told[0])}</h1>\n'
        f"{body}\n</article><!-- {number} --></body></html>"
    )


def write(folder: Path, copies: int, seed: int) -> None:
    """The files of so many copies, the original first."""
    dice = random.Random(seed)
    (folder / "files").mkdir(parents=True)
    for number in range(copies):
        outlet = (
            "Farbank Journal"
            if number == 0
            else OUTLETS[number % 6]
            if number % 3
            else f"Letter {number % 97}"
        )
        day = (
            None if number % 20 == 19 else FIRST + timedelta(days=0 if number == 0 else dice.randrange(1, 90))
        )
        made = page(number, copied(number, dice), outlet, day)
        where = folder / ("first.html" if number == 0 else f"files/{number:05}.html")
        where.write_text(made, "utf-8")


def run(folder: Path, what: str) -> None:
    """One command in a process of its own, with what it took."""
    book = ["--casebook", f"{folder / 'book'}"]
    asked = {
        "open": ["open", f"{folder / 'first.html'}", "--plain", "--no-serve", *book], "add": ["add", f"{folder / 'files'}", *book],
        "read": ["read", *book], "link": ["link", *book], "weigh": ["weigh", *book],
        "without": ["weigh", "--without", "report:1", *book],
    }[what]  # fmt: skip
    began = time.perf_counter()
    with (folder / f"{what}.out").open("wb") as out:
        done = subprocess.Popen(
            [sys.executable, "-m", "testigo", *asked], stdout=out, stderr=subprocess.STDOUT
        )
        _, status, used = os.wait4(done.pid, 0)
    took = time.perf_counter() - began
    wrong = f", ended with {os.waitstatus_to_exitcode(status)}" if status else ""
    print(f"  {what}: {took:.1f} s by the clock, {used.ru_utime + used.ru_stime:.1f} s of processor, {used.ru_maxrss / 1024:.0f} MiB{wrong}", flush=True)  # fmt: skip


def addresses(book: Casebook) -> list[str]:
    """Every page that tells of the copies: of what is told most often, of the original, of one copy."""
    from testigo.weighed import Origin, Relay, Weight

    weights = [
        (*w.subject.split(" "), w.articles) for w in book.derived("weighing", "weight", Weight, limit=1).items
    ]
    kind, key, _ = weights[0]
    relay = book.derived("weighing", "relay", Relay, limit=1).items[0].key
    origin = book.derived("weighing", "origin", Origin, limit=1).items[0].key
    seen = [
        "/",
        "/?q=Dosk",
        "/claims/",
        "/events/",
        f"/weight/{kind}/{key}/",
        "/relays/",
        f"/relays/{relay}/",
        "/persons/",
    ]
    seen += [f"/events/{key}/"] if kind == "event" else []
    return [
        *seen,
        "/report/1/",
        "/report/57/",
        "/stands/report/1/",
        "/stands/report/57/",
        f"/stands/origin/{origin}/",
    ]


def look(folder: Path) -> None:
    """How long each page takes, and how large it is."""
    sys.path.insert(0, str(ROOT / "bench"))
    from desk_pages import Client  # type: ignore[import-not-found]  # beside this script

    from testigo.casebook.casebook import open_casebook
    from testigo.desk.door import Door
    from testigo.desk.site import Desk

    with open_casebook(folder / "book", None) as book:
        client = Client(Desk(book, "book", 8000, Door(), plain=True))
        client.get("/")
        for where in addresses(book):
            took, worked, size, status = client.get(where)
            print(f"  {where}: {status}, {1000 * took:.0f} ms by the clock, {1000 * worked:.0f} of processor, {size / 1000:.1f} kB", flush=True)  # fmt: skip


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("folder", type=Path)
    parser.add_argument("--copies", default="500,1000,2000")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", choices=(*COMMANDS, "pages"))
    asked = parser.parse_args()
    for copies in (int(c) for c in asked.copies.split(",")):
        folder = asked.folder / f"{copies}-{asked.seed}"
        if not folder.exists():
            write(folder, copies, asked.seed)
        print(f"{copies} copies", flush=True)
        for what in [asked.only] if asked.only else COMMANDS:
            if what != "pages":
                run(folder, what)
        if asked.only in (None, "pages"):
            look(folder)


if __name__ == "__main__":
    main()
