"""How well recent weeks are completed, on two outbreaks whose end is known: `python bench/estimating_nowcast.py DATA`.

DATA is a folder that holds test_nowcast_dengue_triangle.csv, test_nowcast_nobbs_rolling.csv and test_nowcast_hus_o104.csv.

- Dengue in Puerto Rico 1990 to 2010: the newest week at 40 dates, 52 weeks of history, delays to 10 weeks; beside it the
  figures of NobBS (27 weeks of history) on the same dates, and other dates, 12 and 5 weeks later, that nothing was chosen on.
- O104 hospital cases on 2 June 2011: eight days, delays to 15 days.
"""

from __future__ import annotations

import argparse
import csv
import datetime as dt
import time
from collections import Counter
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from testigo.estimating.nowcast import Triangle, nowcast, triangle
from testigo.trend import Range

HISTORY, LONGEST, SEED = 52, 10, 1
O104_NOW, O104_FIRST, O104_LONGEST = dt.date(2011, 6, 2), dt.date(2011, 5, 1), 15
O104_FINAL = {24: 51, 25: 49, 26: 34, 27: 34, 28: 22, 29: 19, 30: 26, 31: 17}  # by day of May


@dataclass(frozen=True)
class Dengue:
    """Cases by week of onset and weeks of delay, and the dates at which NobBS was run."""

    cells: tuple[tuple[dt.date, int, int], ...]
    dates: tuple[dt.date, ...]

    def known_at(self, now: dt.date) -> Triangle:
        weeks = min(HISTORY, (now - self.cells[0][0]).days // 7 + 1)
        first = now - dt.timedelta(weeks=weeks - 1)
        told = np.zeros((weeks, LONGEST + 1))
        for onset, delay, cases in self.cells:
            week = (onset - first).days // 7
            if week >= 0 and week + delay < weeks:
                told[week, min(delay, LONGEST)] += cases
        return Triangle(told)

    def final(self) -> Counter[dt.date]:
        whole: Counter[dt.date] = Counter()
        for onset, _, cases in self.cells:
            whole[onset] += cases
        return whole


@dataclass(frozen=True)
class Score:
    """coverage of the 95 % interval, mean absolute error of the median, mean interval score (Gneiting, Raftery 2007)."""

    coverage: float
    error: float
    interval: float


def score(pairs: list[tuple[Range, int]]) -> Score:
    inside = [r.low <= truth <= r.high for r, truth in pairs]
    width = [r.high - r.low + 40 * (max(r.low - truth, 0) + max(truth - r.high, 0)) for r, truth in pairs]
    errors = [abs(r.value - truth) for r, truth in pairs]
    return Score(float(np.mean(inside)), float(np.mean(errors)), float(np.mean(width)))


def dengue(data: Path) -> Dengue:
    def rows(name: str) -> list[dict[str, str]]:
        return list(csv.DictReader((data / name).read_text("utf-8").splitlines()))

    cells = tuple(
        (dt.date.fromisoformat(r["onset_week"]), int(r["delay_weeks"]), int(r["cases"]))
        for r in rows("test_nowcast_dengue_triangle.csv")
    )
    dates = tuple(dt.date.fromisoformat(r["now"]) for r in rows("test_nowcast_nobbs_rolling.csv"))
    return Dengue(cells, dates)


def newest_weeks(known: Dengue, later: int = 0) -> Score:
    """The newest week at every date, or that many weeks later."""
    final = known.final()
    last = max(final)
    nows = [date + dt.timedelta(weeks=later) for date in known.dates]
    return score([(nowcast(known.known_at(now), SEED)[-1], final[now]) for now in nows if now <= last])


def o104(data: Path) -> list[tuple[int, Range, int]]:
    """Day of May, the estimate on 2 June, and the end."""
    text = (data / "test_nowcast_hus_o104.csv").read_text("utf-8")
    pairs = [
        (dt.date.fromisoformat(r["dHosp"]), dt.date.fromisoformat(r["dReport"]))
        for r in csv.DictReader(text.splitlines()) if r["dReport"] not in ("", "NA")
    ]  # fmt: skip
    day = np.array([(a - O104_FIRST).days for a, _ in pairs])
    delay = np.array([(b - a).days for a, b in pairs])
    days = (O104_NOW - O104_FIRST).days + 1
    found = nowcast(triangle(day, delay, days, O104_LONGEST), SEED)
    return [(may, found[may - 1], final) for may, final in O104_FINAL.items()]


def main() -> None:
    cli = argparse.ArgumentParser(description=__doc__)
    cli.add_argument("data", type=Path)
    args = cli.parse_args()
    known = dengue(args.data)
    for name, later in (("the 40 dates", 0), ("12 weeks later", 12), ("5 weeks later", 5)):
        start = time.perf_counter()
        found = newest_weeks(known, later)
        took = (time.perf_counter() - start) / len(known.dates)
        print(f"dengue, {name:15} coverage {found.coverage:.3f}  error {found.error:.2f}  interval score {found.interval:.1f}"
              f"  {took:.3f} s each")  # fmt: skip
    print(
        "dengue, NobBS on the 40 dates: coverage 0.875  error 19.36  interval score 325.2  2.9 s each (analysis of 2026)"
    )
    rows = o104(args.data)
    for may, found_, final in rows:
        print(
            f"O104, {may} May: {found_.value:.0f} [{found_.low:.0f}, {found_.high:.0f}], in the end {final}"
        )
    print(f"O104: {sum(r.low <= final <= r.high for _, r, final in rows)} of {len(rows)} within the interval")


if __name__ == "__main__":
    main()
