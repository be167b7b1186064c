"""How often a change is found that is not there, and one that is: `python bench/estimating_change.py [--runs N]`.

Invented incidents: 24 months before an order, 24 after, each on a day of its own, told after an exponential delay. Every
run goes through the whole answer (draws, refusals, verdict); the panels beside it only where the line says so. Printed: in
how many runs the 95 % interval excludes "no change", how many say that it fell or rose, and in how many the verdict does. Without an effect 3 to 7 % should exclude it.

"40 events" are 40 expected before the order. With 40 in all (27 before, 13 after) no two-sided test at 5 % reaches 70 %:
the last line shows what can be had there.
"""

from __future__ import annotations

import argparse
import datetime as dt
import re
import time
from collections import Counter
from dataclasses import dataclass

import numpy as np

from testigo.estimating.change import answer
from testigo.trend import Incident, Options, Question, Verdict

SINCE, ORDER, UNTIL = dt.date(2019, 10, 1), dt.date(2021, 10, 1), dt.date(2023, 9, 30)
BEFORE, ALL = (ORDER - SINCE).days, (UNTIL - SINCE).days + 1
DAYS = tuple(SINCE + dt.timedelta(n) for n in range(ALL))
QUESTION = Question(ORDER, ORDER, SINCE, UNTIL, "arrest")


@dataclass(frozen=True)
class World:
    """What is true. before: incidents expected before the order; ratio: after / before; delay: mean days to the report.

    wild: how much more than chance months vary (1: no more). wide: days within which a date is known. slope: growth a year.
    """

    name: str
    before: float = 40.0
    ratio: float = 1.0
    delay: float = 0.0
    wild: float = 1.0
    wide: int = 1
    slope: float = 0.0
    correct: bool = True
    panels: bool = False


WORLDS = (
    World("no effect"),
    World("no effect, 120 before", before=120),
    World("no effect, months vary twice as much as chance", before=120, wild=2),
    World("no effect, dates within 31 days", wide=31),
    World("no effect, rising by half a year, panels beside it", before=120, slope=0.5, panels=True),
    World("no effect, delay of 120 days, corrected", delay=120),
    World("no effect, delay of 120 days, NOT corrected", delay=120, correct=False),
    World("no effect, 120 before, delay of 120 days, corrected", before=120, delay=120),
    World("no effect, 120 before, delay of 120 days, NOT corrected", before=120, delay=120, correct=False),
    World("halved, 40 before", ratio=0.5),
    World("halved, 40 before, panels beside it", ratio=0.5, panels=True),
    World("halved, 40 before, dates within 31 days", ratio=0.5, wide=31),
    World("halved, 40 before, delay of 120 days, corrected", ratio=0.5, delay=120),
    World("halved, 40 in all (27 before, 13 after)", before=26.7, ratio=0.5),
)


def incidents(world: World, random: np.random.Generator) -> list[Incident]:
    """What is told of one run of a world by its last day."""
    month = np.array([(day.year - SINCE.year) * 12 + day.month - SINCE.month for day in DAYS])
    rate = np.full(ALL, world.before / BEFORE) * np.exp(world.slope * (np.arange(ALL) - BEFORE / 2) / 365)
    rate[BEFORE:] *= world.ratio
    if world.wild > 1:
        mean = np.bincount(month, rate).mean()
        rate = rate * random.gamma(mean / (world.wild - 1), (world.wild - 1) / mean, month[-1] + 1)[month]
    days = np.repeat(np.arange(ALL), random.poisson(rate))
    told = days + (random.exponential(world.delay, len(days)).astype(int) if world.delay else 0)
    made = []
    for n, (day, at) in enumerate(zip(days.tolist(), told.tolist(), strict=True)):
        if at < ALL:
            first = day - int(random.integers(world.wide))
            ends = SINCE + dt.timedelta(first), SINCE + dt.timedelta(first + world.wide - 1)
            made.append(
                Incident(str(n), "arrest", *ends, SINCE + dt.timedelta(max(at, first + world.wide - 1)))
            )
    return made


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("--runs", type=int, default=1000)
    cli.add_argument("--only", default="", metavar="PATTERN", help="only the worlds whose name fits it")
    cli.add_argument("--seed", type=int, default=2026)
    args = cli.parse_args()
    print(f"{args.runs} runs each, seed {args.seed}; 24 months before, 24 after")
    for world in (w for w in WORLDS if re.search(args.only, w.name)):
        start, seen = time.perf_counter(), Counter[str]()
        ratios = []
        for run in range(args.runs):
            random = np.random.default_rng([args.seed, run])
            options = Options(seed=run, panels=world.panels, correct_delay=world.correct)
            change = answer(QUESTION, incidents(world, random), options=options)
            seen["refused"] += change.verdict is Verdict.NOT_TESTABLE
            seen["said"] += change.verdict in (Verdict.CONSISTENT, Verdict.CONTRARY)
            if change.ratio is not None:
                ratios.append(change.ratio.value)
                seen["fell"] += change.ratio.high < 1
                seen["rose"] += change.ratio.low > 1
        took = (time.perf_counter() - start) / args.runs
        share = {key: seen[key] / args.runs for key in ("fell", "rose", "refused", "said")}
        print(
            f"{world.name:58} excludes {share['fell'] + share['rose']:6.1%}  fell {share['fell']:6.1%}  rose {share['rose']:5.1%}"
            f"  change said {share['said']:6.1%}  refused {share['refused']:5.1%}  median ratio {np.median(ratios):.2f}  {took * 1000:.0f} ms",
            flush=True,
        )


if __name__ == "__main__":
    main()
