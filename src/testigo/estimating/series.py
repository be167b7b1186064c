"""Incidents as counts by period, drawn as often as their dates and delays leave open.

Rules:
- An imprecise date is drawn from its days, each as likely as the other: that knows nothing of the order, so it can blur a
  change and never make one. Counts of shares would pretend to a certainty that is not there.
- An incident whose days lie on both sides of the order is set aside; what it could change is shown (`moved`).
- Delays are learnt from incidents dated to 31 days or better; they thin the exposure of recent periods.
- A period of which less than a quarter is told yet is not used.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from testigo.estimating import delays
from testigo.estimating.periods import Periods, periods_of
from testigo.trend import Counted, Delay, Incident, Options, Question

if TYPE_CHECKING:
    import numpy as np

    from testigo.estimating.periods import Floats, Ints

WIDEST = 31  # days within which an incident must be dated for its delay to be learnt from
LEAST_TOLD = 0.25
LEAST_DELAYS = 15


@dataclass(frozen=True, slots=True)
class Dated:
    """An incident with the days (ordinals) on which it can have happened and been told. told: 0 where not known."""

    first: int
    last: int
    told: int
    spans: bool


@dataclass(frozen=True, slots=True)
class Series:
    """Counts by period. counts, exposure: draws by periods, the exposure in days of which incidents are told.

    told: the share told of each of `periods` by now; share: the same by days of waiting (one row), or None (not corrected).
    """

    question: Question
    options: Options
    dated: tuple[Dated, ...]
    counted: Counted
    periods: Periods
    counts: Floats
    exposure: Floats
    told: Floats
    share: Floats | None
    delay: Delay | None

    def sides(self) -> tuple[Floats, Floats, tuple[Floats, Floats]]:
        """Counts before and after, and the exposures of both, by draw."""
        after = self.periods.after
        return (
            self.counts[:, ~after].sum(1), self.counts[:, after].sum(1),
            (self.exposure[:, ~after].sum(1), self.exposure[:, after].sum(1)),
        )  # fmt: skip


def series(question: Question, incidents: Iterable[Incident], options: Options) -> Series:
    """The counts of a question."""
    dated, counted = _sorted(question, incidents, _longest(question, options))
    return _counted(question, options, dated, counted)


def moved(given: Series, *, after: bool) -> Series:
    """The same, as if every incident that spans the order had happened after it, or before it."""
    first, last = given.question.first.toordinal(), given.question.last.toordinal()
    dated = tuple(
        d if not d.spans else
        replace(d, first=max(d.first, last), last=max(d.last, last), spans=False) if after else
        replace(d, first=min(d.first, first - 1), last=min(d.last, first - 1), spans=False)
        for d in given.dated
    )  # fmt: skip
    return _counted(given.question, given.options, dated, replace(given.counted, spanning=0))


def _longest(question: Question, options: Options) -> int:
    return options.longest or max((question.until - question.since).days // 2, 1)


def _sorted(
    question: Question, incidents: Iterable[Incident], longest: int
) -> tuple[tuple[Dated, ...], Counted]:
    """Which incidents can be used, and why the others cannot."""
    kept: list[Dated] = []
    aside = dict.fromkeys(("spanning", "undated", "outside", "late", "impossible"), 0)
    since, until = question.since.toordinal(), question.until.toordinal()
    for incident in incidents:
        if incident.first is None or incident.last is None:
            aside["undated"] += 1
            continue
        told = incident.reported.toordinal() if incident.reported else 0
        first, last = incident.first.toordinal(), incident.last.toordinal()
        last = min(last, told) if told else last
        if first > last:
            aside["impossible"] += 1
        elif last < since or first > until or told > until:
            aside["outside"] += 1
        elif told and told - (first + last) // 2 > longest:
            aside["late"] += 1
        else:
            first, last = max(first, since), min(last, until)
            spans = not (last < question.first.toordinal() or first >= question.last.toordinal())
            aside["spanning"] += spans
            kept.append(Dated(first, last, told, spans))
    return tuple(kept), Counted(**aside)


def _counted(question: Question, options: Options, dated: tuple[Dated, ...], counted: Counted) -> Series:
    import numpy as np

    random = np.random.default_rng(options.seed)
    periods, used = periods_of(question), [d for d in dated if not d.spans]
    longest, until = _longest(question, options), question.until.toordinal()
    known = [d for d in dated if d.told and d.last - d.first < WIDEST]
    learns = options.correct_delay and len(known) >= LEAST_DELAYS
    share, delay = _learnt(known, longest, until)
    told = delays.told_in(periods, share, until)[0] if learns else np.ones(len(periods.days))
    kept = told >= LEAST_TOLD
    periods, told = periods.only(kept), told[kept]
    open_dates = learns or any(d.first < d.last for d in used)
    draws = options.draws if open_dates else 1
    days = _days(used, draws, random)
    exposure = np.repeat(periods.days[None, :].astype(float), draws, axis=0)
    if learns:
        again = _days(known, draws, random)
        weighed = _shares(known, again, random.standard_exponential(again.shape), longest, until)
        exposure *= np.maximum(delays.told_in(periods, weighed, until), 1e-3)
    counts = periods.counts(days) if len(periods.days) else np.zeros((draws, 0))
    sides = counts.mean(0)
    after = round(float(sides[periods.after].sum()))
    before = round(float(sides[~periods.after].sum()))
    found = replace(counted, before=before, after=after, recent=len(used) - before - after)
    return Series(question, options, dated, found, periods, counts, exposure, told, share if learns else None,
                  delay if len(known) >= LEAST_DELAYS else None)  # fmt: skip


def _days(used: Sequence[Dated], draws: int, random: np.random.Generator) -> Ints:
    """A day for each incident: draws by incidents."""
    import numpy as np

    first = np.array([d.first for d in used], dtype=np.int64)
    last = np.array([d.last for d in used], dtype=np.int64)
    return random.integers(first, last, (draws, len(used)), endpoint=True)


def _learnt(known: Sequence[Dated], longest: int, until: int) -> tuple[Floats, Delay]:
    """The share told by days of waiting, as it stands, with the middle of imprecise dates: one row."""
    import numpy as np

    day = np.array([[(d.first + d.last) // 2 for d in known]], dtype=np.int64)
    share = _shares(known, day, np.ones(day.shape), longest, until)
    return share, Delay(delays.quantile(share[0], 0.5), delays.quantile(share[0], 0.95), longest, len(known))


def _shares(known: Sequence[Dated], day: Ints, weight: Floats, longest: int, until: int) -> Floats:
    """The share told by days of waiting: draws by days. day, weight: of each incident, draws by incidents."""
    import numpy as np

    told = np.array([d.told for d in known], dtype=np.int64)
    wait = np.clip(told - day, 0, longest)
    return delays.told_by(wait, np.maximum(until - day, wait), weight, longest)
