"""How right the reader is on our own gold reports: a table, and what is taken for what.

    python tests/gold/score.py [--table] [--confusions 15] [--rules 15] [--show NAME] [--against FOLDER] [FOLDER]

Rules:
- The reader runs in this process, on each report with the date of publication that its gold file gives.
- `--against FOLDER` puts a second coder's files in the reader's place: the agreement of two codings.
- It measures. Whether a figure is good enough is the business of test_floors.py.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import sys
import time
from collections import Counter
from collections.abc import Callable, Iterable
from pathlib import Path

HERE = Path(__file__).resolve().parent
sys.path[:0] = [str(HERE.parents[1])]

from tests.gold import scoring  # noqa: E402
from tests.gold.scoring import Ground, Item, Json, Side, Tallies  # noqa: E402

Other = Callable[[Path, Json, Ground], Side]


@dataclasses.dataclass(frozen=True, slots=True)
class Case:
    """One report: its gold, what stands in the reader's place, and which claims go together."""

    name: str
    ground: Ground
    gold: Side
    system: Side
    pairs: tuple[tuple[int, int], ...]


def read(path: Path, gold: Json, ground: Ground) -> Side:
    """What the reader finds in the report, dated as the gold file says."""
    from testigo.archive.text import report_of_text
    from testigo.reading.read import read_report
    from testigo.wire import reading_to_json

    report = report_of_text(path.with_suffix(".txt").read_text("utf-8"), published=gold["published"])
    return scoring.system_side(reading_to_json(report, read_report(report)), ground)


def coder(folder: Path) -> Other:
    """A second coder's files in the reader's place."""

    def coded(path: Path, _gold: Json, ground: Ground) -> Side:
        return scoring.gold_side(json.loads((folder / path.name).read_text("utf-8")), ground)

    return coded


def gold_files(folder: Path, among: Path | None = None) -> list[Path]:
    """The gold files of a folder that have their text beside them; with `among`, those that it has too."""
    found = [path for path in sorted(folder.glob("*.json")) if path.with_suffix(".txt").exists()]
    return [path for path in found if among is None or (among / path.name).exists()]


def measure(files: Iterable[Path], other: Other = read) -> tuple[Tallies, list[Case]]:
    """The counts over the reports, and the cases one by one."""
    counts, cases = scoring.tallies(), []
    for path in files:
        ground = Ground(path.with_suffix(".txt").read_text("utf-8"))
        gold = json.loads(path.read_text("utf-8"))
        first, second = scoring.gold_side(gold, ground), other(path, gold, ground)
        pairs = scoring.compare(first, second, counts)
        cases.append(Case(path.stem, ground, first, second, tuple(pairs)))
    return counts, cases


def table(counts: Tallies) -> list[str]:
    """The figures, a row for each measure."""
    rows = [f"{'':18}{'precision':>10}{'recall':>8}{'F1':>8}{'gold':>7}{'found':>8}"]
    for name, tally in counts.items():
        rows.append(
            f"{name:18}{tally.precision:>10.3f}{tally.recall:>8.3f}{tally.f1:>8.3f}{tally.gold:>7}{tally.system:>8}"
        )
    return rows


def _named(item: Item) -> str:
    kind, act = item.label
    return act if kind == "event" else f"{kind}/{act}"


def confusions(cases: Iterable[Case]) -> Counter[tuple[str, str]]:
    """How often a claim of one act was taken for another; (act, "") missed, ("", act) found and not there."""
    counted: Counter[tuple[str, str]] = Counter()
    for case in cases:
        left = [c for i, c in enumerate(case.gold.claims) if i not in {i for i, _ in case.pairs}]
        over = [c for j, c in enumerate(case.system.claims) if j not in {j for _, j in case.pairs}]
        crossed = [
            (i, j) for i, j in scoring.pair(left, over, scoring.any_claim) if left[i].label != over[j].label
        ]
        counted.update((_named(left[i]), _named(over[j])) for i, j in crossed)
        counted.update((_named(c), "") for i, c in enumerate(left) if i not in {i for i, _ in crossed})
        counted.update(("", _named(c)) for j, c in enumerate(over) if j not in {j for _, j in crossed})
    return counted


def statuses(cases: Iterable[Case]) -> Counter[tuple[str, str]]:
    """How often a claim of one status was given another."""
    return Counter(
        (str(case.gold.claims[i].status), str(case.system.claims[j].status))
        for case in cases
        for i, j in case.pairs
        if case.gold.claims[i].status != case.system.claims[j].status
    )


def confusion_lines(cases: list[Case], most: int) -> list[str]:
    """The most frequent confusions, in four short lists."""
    acts = confusions(cases)
    lists = {
        "taken for another act": {f"{a} -> {b}": n for (a, b), n in acts.items() if a and b},
        "missed": {a: n for (a, b), n in acts.items() if not b},
        "found and not there": {b: n for (a, b), n in acts.items() if not a},
        "another status": {f"{a} -> {b}": n for (a, b), n in statuses(cases).items()},
    }
    rows = []
    for title, counted in lists.items():
        ranked = sorted(counted.items(), key=lambda one: (-one[1], one[0]))[:most]
        rows += ["", f"{title}:", *(f"  {n:>4}  {what}" for what, n in ranked)]
    return rows


@dataclasses.dataclass(slots=True)
class Fired:
    """How often a rule found what is there, something there under another act, and nothing that is there."""

    right: int = 0
    act: int = 0
    nothing: int = 0

    @property
    def wrong(self) -> int:
        """How often it was not right."""
        return self.act + self.nothing


def fired(cases: Iterable[Case]) -> dict[str, Fired]:
    """Every rule that found a claim, and how right it was: words that touch a coder's missed claim are another act."""
    found: dict[str, Fired] = {}
    for case in cases:
        matched, used = {i for i, _ in case.pairs}, {j for _, j in case.pairs}
        missed = [claim for i, claim in enumerate(case.gold.claims) if i not in matched]
        for j, claim in enumerate(case.system.claims):
            of_rule = found.setdefault(claim.rule, Fired())
            if j in used:
                of_rule.right += 1
            elif any(scoring.overlap(claim.trigger, other.trigger) > 0 for other in missed):
                of_rule.act += 1
            else:
                of_rule.nothing += 1
    return found


def rule_lines(cases: list[Case], most: int) -> list[str]:
    """The rules that cost most: right, another act, not there at all; and all rules together."""
    counted = fired(cases)
    costly = sorted(counted.items(), key=lambda one: (one[1].right - one[1].wrong, -one[1].wrong, one[0]))
    whole = [sum(getattr(one, name) for one in counted.values()) for name in ("right", "act", "nothing")]
    return [
        "",
        f"{'rules that cost most:':36}{'right':>7}{'act':>7}{'nothing':>9}",
        *(
            f"  {rule:34}{one.right:>7}{one.act:>7}{one.nothing:>9}"
            for rule, one in costly[:most]
            if one.wrong
        ),
        f"  {f'all {len(counted)} that found something':34}{whole[0]:>7}{whole[1]:>7}{whole[2]:>9}",
    ]


def claim_lines(case: Case) -> list[str]:
    """A report's claims: found, missed, and found though not there."""

    def words(item: Item) -> str:
        return case.ground.flat[item.at[0] : item.at[1]] if item.at else ""

    found, used = {i for i, _ in case.pairs}, {j for _, j in case.pairs}
    rows = [case.name]
    for i, claim in enumerate(case.gold.claims):
        rows.append(
            f"  {'ok    ' if i in found else 'MISSED'} {_named(claim)} [{claim.status}] {words(claim)}"
        )
    for j, claim in enumerate(case.system.claims):
        if j not in used:
            rows.append(f"  EXTRA  {_named(claim)} [{claim.status}] {words(claim)}")
    return rows


def main(arguments: list[str] | None = None) -> int:
    """The command line: prints, and ends with 0."""
    cli = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    cli.add_argument("folder", type=Path, nargs="?", default=HERE)
    cli.add_argument("--table", action="store_true", help="the table and the confusions (the default)")
    cli.add_argument("--confusions", type=int, default=15, metavar="N", help="how many of each to print")
    cli.add_argument("--rules", type=int, default=15, metavar="N", help="how many rules to print")
    cli.add_argument(
        "--show", action="append", default=[], metavar="NAME", help="a report's claims; 'all' for every one"
    )
    cli.add_argument(
        "--against", type=Path, metavar="FOLDER", help="a second coder's files instead of the reader"
    )
    given = cli.parse_args(arguments)
    files = gold_files(given.folder, given.against)
    start = time.perf_counter()
    counts, cases = measure(files, coder(given.against) if given.against else read)
    seconds = time.perf_counter() - start
    rows = [line for case in cases if {"all", case.name} & set(given.show) for line in claim_lines(case)]
    rows += table(counts)
    rows += [f"{len(cases)} reports, {seconds:.1f} s"]
    rows += confusion_lines(cases, given.confusions)
    rows += rule_lines(cases, given.rules)
    sys.stdout.write("\n".join(rows) + "\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
