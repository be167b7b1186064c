"""Did documented numbers change: the answer, the refusals, the sentences."""

from __future__ import annotations

import dataclasses
import datetime as dt
import json

import numpy as np
import pytest
from tests.estimating.worlds import ORDER, QUESTION, SINCE, UNTIL, day, incidents, press

from testigo import wire
from testigo.estimating.estimate import change
from testigo.trend import Change, Expected, Incident, Options, Publication, Question, Verdict


def refusals(found: Change) -> set[str]:
    return {s.id for s in found.refused}


def cautions(found: Change) -> set[str]:
    return {s.id for s in found.cautions}


def test_fewer_after_an_order_to_do_less_is_consistent_with_it_and_after_one_to_do_more_is_not() -> None:
    told = incidents(80, 25)
    fewer = change(QUESTION, told, press())
    assert fewer.verdict is Verdict.CONSISTENT
    assert fewer.ratio is not None
    assert fewer.ratio.high < 1
    more = change(dataclasses.replace(QUESTION, expected=Expected.MORE), told, press())
    assert more.verdict is Verdict.CONTRARY
    assert more.may.id == "may.contrary"


def test_about_as_many_is_no_documented_change_and_never_nothing_changed() -> None:
    found = change(QUESTION, incidents(40, 38), press())
    assert found.verdict is Verdict.NO_CHANGE
    assert found.tipping is None
    assert found.may_not.id == "may_not.no_change"


def test_no_reports_are_no_evidence_that_the_order_was_obeyed() -> None:
    found = change(QUESTION, [])
    assert found.verdict is Verdict.NOT_TESTABLE
    assert found.ratio is None
    assert "refused.incidents" in refusals(found)
    assert found.may_not.id == "may_not.not_testable"
    assert len(found.months) == 48


def test_none_after_the_order_among_enough_before_is_told_with_its_doubt() -> None:
    found = change(QUESTION, incidents(40, 0), press())
    assert found.ratio is not None
    assert found.ratio.value == 0
    assert found.ratio.high > 0.05
    assert found.tipping == found.ratio.high


@pytest.mark.parametrize(
    ("question", "reason"),
    [
        (Question(ORDER, ORDER, dt.date(2032, 7, 1), UNTIL), "refused.months.before"),
        (Question(ORDER, ORDER, SINCE, dt.date(2033, 5, 31)), "refused.months.after"),
        (Question(dt.date(2040, 1, 1), dt.date(2040, 1, 1), SINCE, UNTIL), "refused.months.after"),
        (Question(dt.date(2020, 1, 1), dt.date(2020, 1, 1), SINCE, UNTIL), "refused.months.before"),
        (Question(SINCE, UNTIL, SINCE, UNTIL), "refused.months.before"),
        (Question(ORDER, ORDER, UNTIL, SINCE), "refused.months.before"),
        (Question(dt.date.min, dt.date.max, SINCE, UNTIL), "refused.months.after"),
    ],
)
def test_too_few_months_are_refused_whatever_lies_where(question: Question, reason: str) -> None:
    found = change(question, incidents(60, 60))
    assert found.verdict is Verdict.NOT_TESTABLE
    assert reason in refusals(found)
    assert found.ratio is None


def test_too_few_incidents_and_too_few_before_are_refused() -> None:
    assert refusals(change(QUESTION, incidents(9, 9))) == {"refused.incidents"}
    assert refusals(change(QUESTION, incidents(3, 40))) == {"refused.before"}


def test_an_incident_that_spans_the_order_is_set_aside_and_what_it_could_change_is_said() -> None:
    spanning = [
        Incident(f"s{n}", "arrest", dt.date(2032, 12, 1), dt.date(2033, 2, 28), dt.date(2033, 4, 1))
        for n in range(6)
    ]
    found = change(QUESTION, [*incidents(70, 60), *spanning])
    assert found.counted.spanning == 6
    assert found.counted.before + found.counted.after == 130
    assert found.extremes is not None
    first, last = found.extremes
    assert first.value < last.value
    assert "caution.spanning" in cautions(found)
    december = next(m for m in found.months if m.key == "2032-12")
    assert december.documented - int(december.documented) == pytest.approx(6 * 31 / 90 % 1, abs=1e-4)


def test_an_answer_that_hangs_on_spanning_incidents_is_none() -> None:
    spanning = [
        Incident(f"s{n}", "arrest", dt.date(2032, 11, 1), dt.date(2033, 3, 1), dt.date(2033, 6, 1))
        for n in range(20)
    ]
    found = change(QUESTION, [*incidents(60, 35), *spanning], press())
    assert found.ratio is not None
    assert found.ratio.excludes_one
    assert "refused.spanning" in refusals(found)
    assert found.verdict is Verdict.NOT_TESTABLE


def test_dates_too_imprecise_are_refused() -> None:
    loose = [Incident(f"s{n}", "arrest", dt.date(2032, 1, 1), dt.date(2033, 12, 31)) for n in range(30)]
    assert "refused.imprecise" in refusals(change(QUESTION, [*incidents(30, 30), *loose]))


def test_imprecise_dates_blur_the_answer_and_never_sharpen_it() -> None:
    sharp, loose = incidents(90, 40), incidents(90, 40, wide=60)
    one, other = change(QUESTION, sharp), change(QUESTION, loose)
    assert one.ratio is not None
    assert other.ratio is not None
    assert np.log(other.ratio.high / other.ratio.low) > np.log(one.ratio.high / one.ratio.low) - 0.01
    assert other.counted.spanning > 0


def test_an_order_dated_to_a_month_leaves_that_month_out() -> None:
    vague = Question(dt.date(2033, 1, 1), dt.date(2033, 1, 31), SINCE, UNTIL)
    found = change(vague, incidents(60, 60))
    assert "caution.window" in cautions(found)
    assert {m.key for m in found.months if m.side == "around"} == {"2033-01"}
    inside = sum(1 for i in incidents(60, 60) if i.first and i.first.strftime("%Y-%m") == "2033-01")
    assert found.counted.before + found.counted.after + found.counted.spanning == 120
    assert 0 < found.counted.spanning <= inside


def test_an_order_in_the_middle_of_a_month_cuts_it_by_its_days() -> None:
    middle = Question(dt.date(2033, 1, 16), dt.date(2033, 1, 16), SINCE, UNTIL)
    one = [Incident("a", "arrest", d, d, d) for d in (dt.date(2033, 1, 15), dt.date(2033, 1, 16))]
    found = change(middle, one)
    assert (found.counted.before, found.counted.after) == (1, 1)


def test_a_day_or_two_left_of_a_month_are_joined_to_the_month_beside_it() -> None:
    """Two incidents on the last of January would otherwise look like wild months, and widen everything."""
    last = Question(dt.date(2033, 1, 31), dt.date(2033, 1, 31), SINCE, UNTIL)
    told = [
        i for i in incidents(80, 30) if i.first and not dt.date(2033, 1, 25) < i.first < dt.date(2033, 2, 5)
    ]
    day = dt.date(2033, 1, 31)
    found = change(
        last, [*told, Incident("a", "arrest", day, day, day), Incident("b", "arrest", day, day, day)]
    )
    assert found.model is not None
    assert found.model.dispersion < 1.6
    assert found.months[24].unchanged is not None


def test_an_order_dated_to_a_month_with_two_incidents_in_it_is_not_undone_by_them() -> None:
    vague = Question(dt.date(2033, 1, 1), dt.date(2033, 1, 31), SINCE, UNTIL)
    told = [i for i in incidents(90, 30) if i.first and i.first.strftime("%Y-%m") != "2033-01"]
    inside = [Incident(f"x{n}", "arrest", dt.date(2033, 1, 9 + n), dt.date(2033, 1, 9 + n)) for n in range(2)]
    found = change(vague, [*told, *inside], press())
    assert found.counted.spanning == 2
    assert found.verdict is Verdict.CONSISTENT


def test_delay_makes_recent_months_look_quiet_and_the_correction_undoes_it() -> None:
    told = incidents(400, 400, delay=150, seed=4)
    plain = change(QUESTION, told, options=Options(correct_delay=False))
    right = change(QUESTION, told)
    assert plain.ratio is not None
    assert right.ratio is not None
    assert plain.ratio.high < 1, "without the correction the delay is taken for a fall"
    assert "caution.delay_ignored" in cautions(plain)
    assert right.ratio.low < 1 < right.ratio.high
    assert right.months[-1].under_reported
    assert not right.months[20].under_reported
    assert right.months[-2].corrected.high > right.months[-2].documented
    assert right.delay is not None
    assert 60 < right.delay.half < 150


def test_incidents_without_a_day_of_report_are_counted_and_the_missing_correction_is_said() -> None:
    told = [dataclasses.replace(i, reported=None) for i in incidents(60, 55)]
    found = change(QUESTION, told)
    assert found.ratio is not None
    assert "caution.delay_unknown" in cautions(found)


def test_what_is_told_much_later_is_set_aside_for_all_months_alike() -> None:
    old = [Incident(f"o{n}", "arrest", day(10), day(10), dt.date(2034, 6, 1)) for n in range(7)]
    found = change(QUESTION, [*incidents(60, 60, delay=20), *old])
    assert found.counted.late == 7
    assert "caution.late" in cautions(found)


def test_undated_and_impossible_incidents_are_counted_aside_and_told() -> None:
    odd = [
        Incident("u", "arrest", None, day(4)),
        Incident("v", "arrest", day(40), day(41), day(30)),
        Incident("w", "arrest", dt.date(1999, 1, 1), dt.date(1999, 1, 2), day(3)),
    ]
    found = change(QUESTION, [*incidents(30, 30), *odd])
    assert (found.counted.undated, found.counted.impossible, found.counted.outside) == (1, 1, 1)
    assert {"caution.undated", "caution.impossible"} <= cautions(found)


def test_reporting_that_changed_at_the_same_time_refuses_the_answer() -> None:
    found = change(QUESTION, incidents(80, 30), press(before=6, after=2))
    assert "reporting.reports" in refusals(found)
    assert found.verdict is Verdict.NOT_TESTABLE
    fewer_outlets = [p for p in press(outlets=4) if p.day < ORDER or p.outlet < "outlet 2"]
    assert "reporting.outlets" in refusals(change(QUESTION, incidents(80, 30), fewer_outlets))


def test_an_outlet_that_is_silent_for_a_while_is_still_there() -> None:
    """Outlets that tell only of these incidents publish less when there is less to tell: that is no change of reporting."""
    told = incidents(80, 30)
    out = [
        Publication(i.reported, f"outlet {n % 3}", tells=True)
        for n, i in enumerate(told)
        if i.reported is not None
    ]
    found = change(QUESTION, told, out)
    assert found.verdict is Verdict.CONSISTENT
    assert "caution.reporting_unknown" in cautions(found)
    begun = [dataclasses.replace(p, outlet=p.outlet + (" new" if p.day >= ORDER else "")) for p in out]
    assert change(QUESTION, told, [*out, *begun]).outlets is not None
    assert "reporting.outlets" in refusals(change(QUESTION, told, [*out, *begun]))


def test_sources_that_changed_at_the_same_time_refuse_the_answer() -> None:
    def sources(p: Publication) -> tuple[str, ...]:
        return tuple(f"source {n}" for n in range(1 if p.day < ORDER else 4))

    found = change(QUESTION, incidents(30, 90), [dataclasses.replace(p, origins=sources(p)) for p in press()])
    assert "reporting.origins" in refusals(found)


def test_a_control_series_decides_where_reporting_changed() -> None:
    halved = incidents(90, 40)
    alike = incidents(120, 55, seed=9, name="c")
    found = change(QUESTION, halved, press(before=6, after=3), alike)
    assert found.verdict is Verdict.NO_CHANGE
    assert "reporting.reports" in cautions(found)
    assert found.control is not None
    assert found.against_control is not None
    steady = change(
        QUESTION, incidents(120, 25), press(before=6, after=3), incidents(120, 110, seed=9, name="c")
    )
    assert steady.verdict is Verdict.CONSISTENT
    assert "caution.single" not in cautions(steady)
    assert "refused.control" in refusals(change(QUESTION, halved, control=incidents(0, 30)))


def test_delays_that_changed_with_the_order_refuse_the_answer() -> None:
    slow = [
        dataclasses.replace(i, reported=i.first + dt.timedelta(90 if i.first >= ORDER else 5))
        for i in incidents(60, 50)
        if i.first is not None and i.first <= UNTIL - dt.timedelta(90)
    ]
    assert "refused.delay" in refusals(change(QUESTION, slow))


def test_a_rise_that_was_there_before_the_order_is_taken_into_the_model() -> None:
    rising = [
        Incident(f"r{month}.{n}", "arrest", d, d, d)
        for month in range(48)
        for n in range(1 + month // 4)
        for d in [dt.date(2031 + month // 12, month % 12 + 1, 2 + 2 * n)]
    ]
    found = change(QUESTION, rising)
    assert found.model is not None
    assert found.model.trend
    assert "caution.trend" in cautions(found)
    assert found.verdict is Verdict.NO_CHANGE
    bare = change(QUESTION, rising, options=Options(trend=False))
    assert bare.ratio is not None
    assert bare.ratio.low > 1
    assert bare.verdict is Verdict.NOT_TESTABLE, "the placebo dates show the same rise"
    assert "refused.placebo" in refusals(bare)


def test_a_step_that_a_leaning_of_the_months_before_explains_is_refused() -> None:
    """Four a month and falling a little, not surely: the step alone is found, the step beside the trend is not."""
    counts = [7, 7, 6, 6, 6, 5, 6, 5, 5, 5, 4, 5, 4, 4, 5, 4, 4, 4, 3, 4, 3, 3, 3, 3, *[3, 2] * 12]
    told = [
        Incident(f"l{month}.{n}", "arrest", d, d, d)
        for month, count in enumerate(counts)
        for n in range(count)
        for d in [dt.date(2031 + month // 12, month % 12 + 1, 2 + 2 * n)]
    ]
    found = change(QUESTION, told, options=Options(trend=False))
    assert found.ratio is not None
    assert found.ratio.high < 1
    assert "refused.leaning" in refusals(found)


def test_every_panel_stands_beside_the_answer() -> None:
    found = change(QUESTION, incidents(80, 30), press())
    assert {s.name for s in found.shapes} == {
        "none",
        "linear",
        "linear, slope changes",
        "quadratic",
        "spline",
        "negative binomial",
    }
    assert len(found.placebos) == 3
    assert all(p.day < ORDER for p in found.placebos)
    assert found.outlets is not None
    assert found.reports is not None
    assert all(m.outlets == 2 and m.reports >= 6 for m in found.months)


def test_what_no_change_would_give_agrees_with_the_ratio() -> None:
    found = change(QUESTION, incidents(80, 40))
    assert found.ratio is not None
    expected = sum(m.unchanged or 0 for m in found.months if m.side == "after")
    assert 40 / expected == pytest.approx(found.ratio.value, rel=0.02)


def test_the_same_question_gives_the_same_bytes_whatever_the_order_of_incidents_that_are_dated_to_a_day() -> (
    None
):
    told = incidents(60, 50, delay=30)
    one, again = change(QUESTION, told, press()), change(QUESTION, told, press())
    assert json.dumps(wire.to_json(one)) == json.dumps(wire.to_json(again))
    other = change(QUESTION, told[::-1], press())
    assert other.counted == one.counted
    assert other.verdict is one.verdict


def test_an_answer_comes_back_from_its_stored_form() -> None:
    found = change(QUESTION, incidents(60, 20, wide=5), press())
    assert wire.from_json(Change, json.loads(json.dumps(wire.to_json(found)))) == found


def test_without_an_effect_the_interval_excludes_no_change_about_one_time_in_twenty() -> None:
    """A small run of bench/estimating_change.py."""
    options = Options(panels=False)
    source = np.random.default_rng(11)
    found = []
    for run in range(150):
        before, after = int(source.poisson(60)), int(source.poisson(60))
        ratio = change(QUESTION, incidents(before, after, delay=60, seed=run), options=options).ratio
        found.append(ratio is not None and ratio.excludes_one)
    assert sum(found) <= 15


def test_forty_years_are_looked_at_like_four() -> None:
    long = Question(dt.date(2033, 1, 1), dt.date(2033, 1, 1), dt.date(1995, 1, 1), UNTIL)
    found = change(long, incidents(80, 30, delay=60))
    assert len(found.months) == 480
    assert found.months[-1].corrected.high > found.months[-1].documented
    assert found.months[100].corrected.high == found.months[100].documented


def test_one_analysis_takes_seconds_at_the_most() -> None:
    import time

    told = incidents(200, 150, delay=60, wide=10)
    change(QUESTION, told, press())
    start = time.process_time()
    change(QUESTION, told, press())
    assert time.process_time() - start < 4.0
