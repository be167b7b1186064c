"""Before and after a date: what was documented when, and what that can and cannot say about a change.

Rules:
- An incident is counted on the days on which it happened, as far as they are known, never on the day of its report.
- A number of documented incidents is practice times reporting times delay. Absence of reports is no evidence of compliance.
- A ratio is the rate after the date divided by the rate before it: 0.5 is half, 1 no change, 2 twice as many.
- A refusal is a result: it stands in `Change.refused` with its reason, and then no verdict but "not testable" is given.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass

from testigo.dates import Day


class Verdict(enum.Enum):
    """What the numbers allow to be said. Never that an order was obeyed, and never that nothing happened."""

    CONSISTENT = "consistent with the order"
    CONTRARY = "not consistent with the order"
    NO_CHANGE = "no documented change"
    NOT_TESTABLE = "not testable"


class Expected(enum.Enum):
    """What an order leads one to expect of the number of incidents, if it were carried out."""

    FEWER = "fewer"
    MORE = "more"


@dataclass(frozen=True, slots=True)
class Incident:
    """One documented occurrence. id: of the event or claim that it comes from ("claim 17").

    first, last: the days on which it may have happened, both included; None: not known at that end.
    reported: the day on which it was first published, or None. outlets, origins: who published it, and through how many
    independent sources it is known. groups, places: ids of the reference tables.
    """

    id: str
    act: str
    first: Day | None
    last: Day | None
    reported: Day | None = None
    outlets: tuple[str, ...] = ()
    origins: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Publication:
    """One report that came out, whatever it tells: what reporting was like on that day. origins: sources it relies on.

    tells: whether it tells one of the incidents asked about; the others show whether reporting itself changed.
    """

    day: Day
    outlet: str
    origins: tuple[str, ...] = ()
    tells: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: did incidents change after an order?

    first, last: the days on which the order may have taken effect; the same day where it is known. Before is every day
    before `first`, after is `last` and every day after it; what lies between counts as neither. since, until: the days looked at; until is the last day of which reports were
    collected. act, group, place: words for people, or empty for all.
    """

    first: Day
    last: Day
    since: Day
    until: Day
    act: str = ""
    group: str = ""
    place: str = ""
    expected: Expected = Expected.FEWER


@dataclass(frozen=True, slots=True)
class Options:
    """How it is estimated. seed: of the draws; draws: how many. min_months: needed before and after; min_incidents: in all.

    min_before: needed before. trend: whether a steady rise or fall is part of the model; None: where the months before the
    order show one. harmonics: pairs of yearly waves. longest: what is told later than this many days is set aside; None:
    half the days looked at. correct_delay: False shows what ignoring the delay does. panels: also the checks beside it.
    """

    seed: int = 0
    draws: int = 40
    min_months: int = 8
    min_incidents: int = 20
    min_before: int = 5
    trend: bool | None = None
    harmonics: int = 0
    longest: int | None = None
    correct_delay: bool = True
    panels: bool = True


@dataclass(frozen=True, slots=True)
class Ratio:
    """A ratio of rates with its 95 % interval."""

    value: float
    low: float
    high: float

    @property
    def excludes_one(self) -> bool:
        """Whether "no change" lies outside the interval."""
        return self.low > 1.0 or self.high < 1.0


@dataclass(frozen=True, slots=True)
class Range:
    """A number of incidents: the likeliest, and the lowest and highest within 95 %."""

    value: float
    low: float
    high: float


@dataclass(frozen=True, slots=True)
class Month:
    """One calendar month. key: "2021-10"; first, last: its days that are looked at.

    sure: incidents that happened in it for sure. documented: with the shares of those that may have happened in another
    month too, by days. possible: all that may have happened in it. corrected: documented and not yet told, as far as
    the delays tell. told: the share of its incidents that is expected to be told by the last day (1: all), or None
    where delays are not known.
    outlets, origins: different ones that published anything in it. reports: how many came out. control: incidents of the
    kind that the order does not touch, or None. unchanged: what would be expected to be documented without a change,
    or None. side: "before", "around" (the order's own days lie in it) or "after".
    """

    key: str
    first: Day
    last: Day
    sure: int
    documented: float
    possible: int
    corrected: Range
    told: float | None
    outlets: int
    origins: int
    reports: int
    control: float | None
    unchanged: float | None
    side: str

    @property
    def under_reported(self) -> bool:
        """Whether more than one in twenty of its incidents is probably not told yet: the picture shades it."""
        return self.told is not None and self.told < 0.95


@dataclass(frozen=True, slots=True)
class Saying:
    """A sentence as data, so that it can be given in any language: its id in trend_words.py, and what to put in."""

    id: str
    arguments: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Counted:
    """Where the incidents went. used: before and after; the rest was set aside, for the reason that its name says.

    spanning: dated by a range that holds days before and after the order. undated: without both ends. outside: before
    `since` or after `until`. late: told later than the longest delay that is looked at, so that all months are treated
    alike. recent: in days of which too little is told yet. impossible: told before they can have happened.
    """

    before: int = 0
    after: int = 0
    spanning: int = 0
    undated: int = 0
    outside: int = 0
    late: int = 0
    recent: int = 0
    impossible: int = 0


@dataclass(frozen=True, slots=True)
class Model:
    """How the ratio was found. dispersion: how much more the months vary than chance alone lets them (1: no more).

    trend: the steady rise or fall before the order, and its going on, are part of the model. harmonics: pairs of yearly
    waves. draws: how many times imprecise dates and delays were drawn. used_delay: whether delays were corrected for.
    """

    name: str
    dispersion: float
    trend: bool
    harmonics: int
    draws: int
    used_delay: bool


@dataclass(frozen=True, slots=True)
class Shape:
    """The same question under another shape of the trend ("none", "linear", "quadratic", "spline", ...); the step alone."""

    name: str
    ratio: Ratio


@dataclass(frozen=True, slots=True)
class Placebo:
    """The same question at a day on which nothing was ordered, among the months before the order alone."""

    day: Day
    ratio: Ratio


@dataclass(frozen=True, slots=True)
class Delay:
    """From happening to report, in days. half, most: by when a half and 95 % of those told are told.

    longest: what is told later than that is set aside. known: incidents with both days.
    """

    half: int
    most: int
    longest: int
    known: int


@dataclass(frozen=True, slots=True)
class Change:
    """The answer. ratio: None where it could not be estimated. extremes: the ratio if all incidents whose date spans the
    order had happened before it, and after it. control: the ratio of the control series; against_control: ours divided by it.
    outlets, reports: how the number of outlets that were there, and of reports that tell none of the incidents, changed. tipping: the share to which (or the factor by which) the
    reporting of incidents would have had to change for nothing to be left of the result; None: there is nothing to undo.
    seed: of the draws. may, may_not: what may be said with these numbers, and what may not.
    """

    question: Question
    counted: Counted
    months: tuple[Month, ...]
    verdict: Verdict
    refused: tuple[Saying, ...]
    cautions: tuple[Saying, ...]
    may: Saying
    may_not: Saying
    ratio: Ratio | None = None
    model: Model | None = None
    extremes: tuple[Ratio, Ratio] | None = None
    shapes: tuple[Shape, ...] = ()
    placebos: tuple[Placebo, ...] = ()
    control: Ratio | None = None
    against_control: Ratio | None = None
    outlets: Ratio | None = None
    reports: Ratio | None = None
    tipping: float | None = None
    delay: Delay | None = None
    seed: int = 0
