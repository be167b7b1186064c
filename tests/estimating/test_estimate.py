"""The question put to a casebook: which claims are incidents, and where events are linked, which events."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.casebook import worlds

from testigo.casebook.casebook import Casebook, close_open
from testigo.casebook.values import Derived, DerivedRun, NewReading, NewReport
from testigo.claim import Attribute, Claim, Filler, Span
from testigo.errors import BadInput
from testigo.estimating.estimate import Asked, Sourced, estimate, sourced
from testigo.judgement import Judgement
from testigo.linked import Event
from testigo.trend import Expected, Options, Verdict
from testigo.weighed import Origin, Weight

ORDER = "2031-10-02"


def claim(
    act: str, edtf: str | None, *, status: str = "reported", place: str | None = "KP-09-hoeryong", group: str | None = None,
    number: int = 0,
) -> Claim:  # fmt: skip
    """A claim at words of its own."""
    here = Span(number, number + 1)
    attributes = (Attribute("group", here, "x", group),) if group else ()
    return Claim(
        "event", act, here, here, status,
        target=(Filler(here, "x", attributes=attributes),),
        place=(Filler(here, "x", id=place),) if place else (),
        time=(Filler(here, "x", value=edtf),) if edtf else (),
    )  # fmt: skip


def add(
    book: Casebook, name: str, published: str | None, *claims: Claim, publisher: str = "Dorna Mail"
) -> tuple[int, ...]:
    """A report with these claims; gives their ids."""
    (one,) = book.record_captures([worlds.capture(name)])
    text = f"{name}\n\n" + "x" * 40
    (report,) = book.record_reports(
        [NewReport(one.original, worlds.report(text, published=published, publisher=publisher))]
    )
    book.record_readings([NewReading(report, worlds.reading(*claims))])
    stored = book.report(report).reading
    assert stored is not None
    return tuple(c.id for c in stored.claims)


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    yield worlds.empty(tmp_path / "book", plain=True)
    close_open()


def found(book: Casebook, **more: object) -> Sourced:
    return sourced(book, Asked(ORDER, **{"acts": ("arrest",), **more}))  # type: ignore[arg-type]


def test_only_what_occurred_is_an_incident(book: Casebook) -> None:
    statuses = ("asserted", "reported", "hedged", "speculated", "denied", "intended")
    add(
        book,
        "a",
        "2031-10-20",
        *(claim("arrest", "2031-10-12", status=s, number=n) for n, s in enumerate(statuses)),
    )
    assert len(found(book).incidents) == 3
    assert len(found(book, statuses=("asserted", "reported")).incidents) == 2


def test_an_incident_has_its_days_its_report_and_who_told_it(book: Casebook) -> None:
    add(book, "a", "2031-10-20", claim("arrest", "2031-09-01/2031-09-10", group="repatriated"))
    (incident,) = found(book).incidents
    assert (incident.first, incident.last) == (dt.date(2031, 9, 1), dt.date(2031, 9, 10))
    assert incident.reported == dt.date(2031, 10, 20)
    assert incident.outlets == ("Dorna Mail",)
    assert incident.groups == ("repatriated",)
    assert incident.places == ("KP-09-hoeryong",)


def test_dates_without_a_year_or_an_end_stay_open(book: Casebook) -> None:
    add(
        book,
        "a",
        "2031-10",
        claim("arrest", "XXXX-10-12"),
        claim("arrest", "2031/..", number=2),
        claim("arrest", None, number=4),
    )
    days = [(i.first, i.last) for i in found(book).incidents]
    assert days == [(None, None), (dt.date(2031, 1, 1), None), (None, None)]
    assert {i.reported for i in found(book).incidents} == {None}, (
        "a month of publication is too wide for a delay"
    )


def test_act_group_and_place_narrow_it(book: Casebook) -> None:
    add(book, "a", "2031-10-20", claim("arrest", "2031-10-12", group="repatriated"), claim("search", "2031-10-12", number=2),
        claim("arrest", "2031-10-12", place="KP-01", number=4), claim("arrest", "2031-10-12", place=None, number=6))  # fmt: skip
    assert len(found(book).incidents) == 3
    assert len(found(book, groups=("repatriated",)).incidents) == 1
    assert len(found(book, place="KP-09").incidents) == 1
    assert len(found(book, acts=()).incidents) == 4
    assert len(found(book, control=("search",)).control) == 1


def test_judgements_decide_what_is_counted(book: Casebook) -> None:
    one, two, three = add(
        book, "a", "2031-10-20", *(claim("arrest", "2031-10-12", number=n) for n in (0, 2, 4))
    )
    book.record_judgements([
        Judgement("claim", str(one), "reject", "Alice", worlds.NOON),
        Judgement("claim", str(two), "accept", "Alice", worlds.NOON),
        Judgement("claim", str(three), "amend", "Alice", worlds.NOON, amended='{"act": "search"}'),
    ])  # fmt: skip
    assert [i.id for i in found(book).incidents] == [f"claim {two}"]
    assert [i.id for i in found(book, acts=("search",)).incidents] == [f"claim {three}"]
    assert {i.id for i in found(book, acts=(), accepted=True).incidents} == {f"claim {two}", f"claim {three}"}


def test_every_report_shows_what_reporting_was_like(book: Casebook) -> None:
    add(book, "a", "2031-10-20", claim("arrest", "2031-10-12"))
    add(book, "b", "2031-09-20", claim("search", "2031-09-12"), publisher="Tesk Herald")
    add(book, "c", None)
    out = {p.outlet: p.tells for p in found(book).publications}
    assert out == {"Dorna Mail": True, "Tesk Herald": False}
    question = found(book).question
    assert (question.since, question.until) == (dt.date(2031, 9, 1), dt.date(2031, 10, 20))


def test_linked_events_count_once_with_their_earliest_report_and_their_origins(book: Casebook) -> None:
    (one,) = add(book, "a", "2031-10-20", claim("arrest", "2031-10-12"))
    (two,) = add(book, "b", "2031-10-15", claim("arrest", "2031-10"), publisher="Tesk Herald")
    event = Event("e1", "arrest", (one, two), (1, 2), (), first="2031-10-12", last="2031-10-12")
    book.replace_derived(
        DerivedRun("linking", worlds.NOON, "1", {}, book.inputs()), [Derived("event", "e1", event)]
    )
    weight = Weight("event e1", 2, 2, 1, 2, 3, origins=("o1", "o2"))
    report = book.claim(one).report
    voice = Origin("o1", "voice", "Dorna Mail", "Dorna Mail", report, (one,))
    book.replace_derived(
        DerivedRun("weighing", worlds.NOON, "1", {}, book.inputs()),
        [Derived("weight", "event e1", weight), Derived("origin", "o1", voice)],
    )
    answer = found(book)
    assert answer.linked
    assert not answer.stale
    assert answer.joined == 1
    first = estimate(book, Asked(ORDER, ("arrest",)), Options()).cautions[0]
    assert (first.id, dict(first.arguments)) == ("caution.linked", {"joined": "1", "count": "1"})
    (incident,) = answer.incidents
    assert (incident.id, incident.reported) == ("event e1", dt.date(2031, 10, 15))
    assert incident.outlets == ("Dorna Mail", "Tesk Herald")
    assert incident.origins == ("o1", "o2")
    assert [(p.tells, p.origins) for p in answer.publications] == [(True, ("o1",)), (True, ())]
    add(book, "c", "2031-10-30")
    assert found(book).stale
    book.record_judgements([Judgement("claim", str(c), "reject", "Alice", worlds.NOON) for c in (one, two)])
    assert not found(book).incidents


def test_the_answer_says_whether_claims_or_events_were_counted(book: Casebook) -> None:
    for n in range(60):
        month = n % 24
        day = dt.date(2030 + (9 + month) // 12, (9 + month) % 12 + 1, 5 + n // 24)
        add(book, f"r{n}", str(day + dt.timedelta(10)), claim("arrest", str(day)))
    answer = estimate(book, Asked(ORDER, ("arrest",), since=dt.date(2030, 10, 1)), Options(seed=3))
    assert answer.cautions[0].id == "caution.claims"
    assert answer.verdict is Verdict.NO_CHANGE
    assert answer.question.act == "arrest"
    assert answer.seed == 3


def test_an_empty_casebook_gives_an_honest_answer(book: Casebook) -> None:
    answer = estimate(book, Asked(ORDER, expected=Expected.MORE), Options())
    assert answer.verdict is Verdict.NOT_TESTABLE
    assert answer.ratio is None
    assert answer.may_not.id == "may_not.not_testable"


def test_more_than_a_hundred_years_are_bad_input(book: Casebook) -> None:
    with pytest.raises(BadInput, match="more than a hundred years"):
        found(book, since=dt.date(1, 1, 1))


def test_a_place_or_group_that_no_table_has_is_bad_input(book: Casebook) -> None:
    with pytest.raises(BadInput, match="no place 'Nowhere'"):
        found(book, place="Nowhere")
    with pytest.raises(BadInput, match="no group 'nobody'"):
        found(book, groups=("nobody",))


@pytest.mark.parametrize("at", ["XXXX-10-02", "2031/..", "/2031"])
def test_an_order_without_a_first_and_last_day_is_bad_input(book: Casebook, at: str) -> None:
    with pytest.raises(BadInput, match="has no first and last day"):
        sourced(book, Asked(at))
