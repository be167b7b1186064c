"""Did documented numbers change after an order? From incidents to the answer, or to the refusal with its reasons.

Rules:
- A refusal is a result. What can be shown without an estimate (the table by month, the counts) is shown with it.
- Where a control series is given, the verdict is that of the ratio against it.
- The verdict speaks of the documented numbers. Too few reports never make a verdict of compliance.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from testigo.estimating import ratios, refusing
from testigo.estimating.months import months
from testigo.estimating.refusing import saying
from testigo.estimating.series import Series, moved, series
from testigo.estimating.stepping import leaning, placebos, shapes, step, unchanged
from testigo.trend import (
    Change,
    Expected,
    Incident,
    Model,
    Options,
    Placebo,
    Publication,
    Question,
    Ratio,
    Saying,
    Shape,
    Verdict,
)

_KEYS = {
    Verdict.CONSISTENT: "consistent", Verdict.CONTRARY: "contrary", Verdict.NO_CHANGE: "no_change",
    Verdict.NOT_TESTABLE: "not_testable",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Found:
    """What the numbers gave, before anything is said of it."""

    ratio: Ratio
    model: Model
    extremes: tuple[Ratio, Ratio] | None = None
    shapes: tuple[Shape, ...] = ()
    placebos: tuple[Placebo, ...] = ()
    control: Ratio | None = None
    against: Ratio | None = None


def answer(
    question: Question, incidents: Sequence[Incident], publications: Sequence[Publication] = (),
    control: Sequence[Incident] = (), options: Options | None = None,
) -> Change:  # fmt: skip
    """The change, or why it cannot be tested. publications: every report of the time, or none to take the incidents' own.

    control: incidents of a kind that the order does not touch, from the same places and sources; may be empty.
    """
    options = options or Options()
    given = series(question, incidents, options)
    other = series(question, control, options) if control else None
    out = tuple(publications) or _own(incidents)
    outlets, origins, reports = refusing.reporting(question, publications)
    changed, cautions = refusing.changed_reporting(outlets, origins, reports, controlled=other is not None)
    refused = [*refusing.too_little(given), *changed, *refusing.changed_delay(given)]
    if other is not None and _bare(other):
        refused.append(saying("refused.control"))
    found = None if _bare(given) else _found(given, None if other is None or _bare(other) else other)
    if found and options.panels:
        refused += refusing.hangs(
            found.against or found.ratio, found.extremes, found.shapes, found.placebos, given.counted.spanning, leaning(given)
        )  # fmt: skip
    verdict = _verdict(question, found, refused)
    shown = None if refusing.too_little(given) else found
    tips = ratios.tipping(shown.against or shown.ratio) if shown else None
    without = unchanged(given, shown.model.trend) if shown and options.panels else None
    table = months(given, other, out, without) if options.panels else ()
    cautions = (*_cautions(given, shown, tips, controlled=other is not None), *cautions)
    plain = Change(
        question, given.counted, table, verdict, tuple(refused), cautions, *_sayings(question, given, shown, verdict),
        outlets=outlets, reports=reports, delay=given.delay, seed=options.seed,
    )  # fmt: skip
    if shown is None:
        return plain
    return replace(
        plain, ratio=shown.ratio, model=shown.model, extremes=shown.extremes, shapes=shown.shapes, placebos=shown.placebos,
        control=shown.control, against_control=shown.against, tipping=tips,
    )  # fmt: skip


def _own(incidents: Sequence[Incident]) -> tuple[Publication, ...]:
    """What the incidents themselves tell of reporting, for the table; whether reporting changed cannot be seen from it."""
    return tuple(
        Publication(i.reported, outlet, i.origins, tells=True)
        for i in incidents
        if i.reported is not None
        for outlet in (i.outlets or ("",))
    )


def _bare(given: Series) -> bool:
    """Whether one side has no period, or neither has an incident: nothing can be estimated."""
    after = given.periods.after
    return not after.any() or bool(after.all()) or given.counted.before == 0


def _found(given: Series, other: Series | None) -> _Found:
    ratio, model = step(given)
    control = step(other)[0] if other is not None else None
    against = ratios.divided(ratio, control) if control is not None else None
    if not given.options.panels:
        return _Found(ratio, model, control=control, against=against)
    extremes = None
    if given.counted.spanning:
        extremes = (step(moved(given, after=False))[0], step(moved(given, after=True))[0])
    return _Found(
        ratio, model, extremes, shapes(given, model.trend), placebos(given, model.trend), control, against
    )


def _verdict(question: Question, found: _Found | None, refused: Sequence[Saying]) -> Verdict:
    if refused or found is None:
        return Verdict.NOT_TESTABLE
    ratio = found.against or found.ratio
    if not ratio.excludes_one:
        return Verdict.NO_CHANGE
    return (
        Verdict.CONSISTENT
        if (ratio.high < 1.0) == (question.expected is Expected.FEWER)
        else Verdict.CONTRARY
    )


def _cautions(
    given: Series, found: _Found | None, tips: float | None, *, controlled: bool
) -> tuple[Saying, ...]:
    counted, question, said = given.counted, given.question, []
    if question.first < question.last:
        said.append(saying("caution.window", first=question.first, last=question.last))
    if found and found.model.trend:
        said.append(saying("caution.trend"))
    if found and found.model.dispersion > 1:
        said.append(saying("caution.dispersed", times=found.model.dispersion))
    if given.share is None:
        said.append(
            saying("caution.delay_unknown" if given.options.correct_delay else "caution.delay_ignored")
        )
    if found and found.extremes:
        before, after = found.extremes
        said.append(
            saying("caution.spanning", spanning=counted.spanning, before=before.value, after=after.value)
        )
    aside = (("recent", counted.recent), ("undated", counted.undated), ("impossible", counted.impossible))
    said += [saying(f"caution.{name}", count=count) for name, count in aside if count]
    if counted.late and given.delay:
        said.append(saying("caution.late", count=counted.late, days=given.delay.longest))
    if tips is not None:
        said.append(saying("caution.tipping", times=tips))
    return (*said, *(() if controlled else (saying("caution.single"),)))


def _sayings(
    question: Question, given: Series, found: _Found | None, verdict: Verdict
) -> tuple[Saying, Saying]:
    about: dict[str, object] = {
        "date": question.first.isoformat(), "act": question.act, "group": question.group, "place": question.place,
        "before": given.counted.before, "after": given.counted.after,
    }  # fmt: skip
    key = _KEYS[verdict]
    if found and verdict is not Verdict.NOT_TESTABLE:
        ratio = found.against or found.ratio
        about |= {"ratio": ratio.value, "low": ratio.low, "high": ratio.high}
    return saying(f"may.{key}", **about), saying(f"may_not.{key}", **about)
