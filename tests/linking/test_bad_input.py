"""What linking does with the worst that comes in: many spellings, one name for hundreds, no anchor at all, two thousand copies."""

from __future__ import annotations

import itertools
from collections.abc import Iterable
from dataclasses import replace

from testigo.claim import Attribute, Claim, Filler, Span
from testigo.linked import Event, Person
from testigo.linking.database import database
from testigo.linking.deriving import Derivation, derive
from testigo.linking.judged import Verdicts
from testigo.linking.recounting import ALONE
from testigo.linking.spelt import folded
from testigo.linking.telling import Telling, telling

_span = itertools.count(0, 40)


def filler(text: str, **more: str | None) -> Filler:
    start = next(_span)
    return Filler(Span(start, start + len(text)), text, **more)  # type: ignore[arg-type]


def claim(
    who: str = "",
    place: str = "",
    day: str = "",
    act: str = "arrest",
    status: str = "reported",
    charge: str = "",
) -> Claim:
    start = next(_span)
    return Claim(
        "event", act, Span(start, start + 30), Span(start, start + 8), status,
        target=(filler(who),) if who else (), place=(filler(place, id=place if place.startswith("KP-") else None),) if place else (),
        time=(filler(day, value=day),) if day else (), charge=(filler(charge),) if charge else (),
    )  # fmt: skip


def linked(claims: Iterable[Claim]) -> Derivation:
    """Each claim a report of its own."""
    reports: list[tuple[int, list[Telling]]] = []
    for number, one in enumerate(claims, 1):
        told = telling((number, f"key {number}", number), one, published="2031-12-01")
        assert told is not None
        reports.append((number, [told]))
    with database() as run:
        return derive(run, reports, Verdicts(), Verdicts(), seed=1)


def with_many(found: Derivation) -> list[Event]:
    return [e for e in found.events if len(e.claims) > 1]


SPELLINGS = ("Kang Chun Hwa", "Kang Ch'unhwa", "Kang Chunhwa", "Gang Chunhwa", "Kang Chun-hwa", "KANG Chun Hwa", "강춘화", "Kang Choon Hwa",
             "Kang Choon-hwa", "Kang Choonhwa", "Gang Chun-hwa", "Kang Chʻunhwa")  # fmt: skip


def test_a_person_with_twelve_spellings_is_one() -> None:
    found = linked(claim(name, "KP-08-hamju", "2031-05-04", charge="selling copper") for name in SPELLINGS)
    (event,) = found.events
    (person,) = found.persons
    assert len(event.claims) == len(SPELLINGS) == 12
    assert {m.text for m in person.mentions} == set(SPELLINGS)
    assert {folded(v.text) for v in person.values if v.slot == "name"} == {folded(name) for name in SPELLINGS}


def test_people_of_one_common_name_in_a_hundred_towns_stay_a_hundred() -> None:
    from testigo.reference import tables

    towns = [p.id for p in tables.places().values() if p.level == 2][:100]
    days = [f"20{n % 30 + 1:02d}-{n % 12 + 1:02d}-{n % 27 + 1:02d}" for n in range(100)]
    found = linked(claim("Kim Chol", town, day) for town, day in zip(towns, days, strict=True))
    assert len(found.events) == 100
    assert len(found.persons) == 100
    assert all(not link.joined for link in found.links if link.kind == "person")


def test_a_claim_without_place_day_and_name_stays_alone_and_says_so() -> None:
    found = linked(claim("a man") for _ in range(3))
    assert len(found.events) == 3
    assert [e.notes[0].template for e in found.events] == [ALONE] * 3
    assert not found.links
    assert len(found.persons) == 3


def test_two_thousand_copies_of_an_article_are_one_event_and_few_comparisons() -> None:
    one = claim("a teacher surnamed Ruv", "KP-08-hamju", "2031-05-04", charge="a remark about flour")
    other = claim("a driver", "KP-09-kimchaek", "2031-06-09")
    found = linked([*([one] * 2000), other])
    (event,) = with_many(found)
    assert len(event.claims) == 2000
    assert found.counts["compared"] < 10
    assert len(found.links) < 10


def test_what_a_third_would_join_stays_apart() -> None:
    days = ("2031-01-23", "", "2031-04-13")
    found = linked(claim("", "KP-08-hamju", day, act="search") for day in days)
    together = [set(e.claims) for e in found.events]
    assert not any({1, 3} <= claims for claims in together)


def test_other_towns_other_names_and_other_sexes_are_never_one() -> None:
    found = linked([
        claim("Kang Chun Hwa", "KP-08-hamju", "2031-05-04"), claim("Kang Chun Hwa", "KP-09-kimchaek", "2031-05-04"),
        claim("a woman in her 30s", "KP-08-hamju", "2031-07-01"), claim("a man in his 30s", "KP-08-hamju", "2031-07-01"),
    ])  # fmt: skip
    assert len(found.events) == 4
    assert len(found.persons) >= 3


def test_a_denial_of_the_same_happening_stands_with_it_as_a_conflict() -> None:
    told = [
        claim("Kang Chun Hwa", "KP-08-hamju", "2031-05-04"),
        claim("Kang Chun Hwa", "KP-08-hamju", "2031-05-04", status="denied"),
    ]
    (event,) = linked(told).events
    assert "status" in event.conflicts


def test_what_is_only_ordered_is_not_one_with_what_happened() -> None:
    told = [
        claim("Kang Chun Hwa", "KP-08-hamju", "2031-05-04"),
        claim("Kang Chun Hwa", "KP-08-hamju", "2031-05-04", status="intended"),
    ]
    assert len(linked(told).events) == 2


def test_nothing_is_decided_by_the_order_in_which_reports_come() -> None:
    made = [claim(name, "KP-08-hamju", f"2031-05-{4 + n % 2:02d}") for n, name in enumerate(SPELLINGS[:6])]
    one = {frozenset(str(c) for c in e.claims) for e in linked(made).events}
    numbers = {n: 6 - n + 1 for n in range(1, 7)}
    other = {frozenset(str(numbers[c]) for c in e.claims) for e in linked(reversed(made)).events}
    assert one == other


def test_a_name_told_as_an_attribute_counts_where_the_words_are_not_understood() -> None:
    named = Filler(Span(0, 9), "Ruv of it", attributes=(Attribute("surname", Span(0, 3), "Ruv", "Ruv"),))
    one = Claim("event", "arrest", Span(0, 20), Span(10, 14), "reported", target=(named,))
    told = telling((1, "k", 1), one)
    assert told is not None
    assert told.people[0].traits.surnames == ("Ruv",)


def test_persons_are_found_by_any_spelling_of_their_name() -> None:
    from testigo.linking.link import name_parts

    found = linked(
        [claim("Kang Chun Hwa", "KP-08-hamju", "2031-05-04"), claim("강춘화", "KP-09-kimchaek", "2031-09-09")]
    )
    keys: list[set[str]] = [set(name_parts(p)) for p in found.persons if isinstance(p, Person)]
    assert len(keys) == 2
    assert keys[0] & keys[1]


def test_a_name_whose_best_reading_is_left_out_is_linked_by_those_that_stay() -> None:
    found = linked(claim(name, "KP-08-hamju", "2031-05-04") for name in ("Han Pongahn", "Han Pongahn"))
    assert len(found.persons) == 1


def of_one_report(*told: tuple[Claim, bool]) -> Derivation:
    """One report with claims, each with whether it stands in the heading."""
    some = [telling((n, f"key {n}", 1), one, title=title) for n, (one, title) in enumerate(told, 1)]
    with database() as run:
        return derive(run, [(1, [t for t in some if t is not None])], Verdicts(), Verdicts(), seed=1)


def test_whom_a_heading_gives_no_whole_name_is_no_person_by_it_alone() -> None:
    body = claim("Kang Chun Hwa, a truck driver", "KP-08-hamju", "2031-05-04")
    found = of_one_report((claim("Trucker", act="sentence"), True), (claim("Hamju man"), True), (body, False))
    assert [p.name for p in found.persons] == ["Kang Chun Hwa"]
    named = of_one_report((claim("Kang Chun Hwa", act="sentence"), True), (claim("a nurse"), False))
    assert sorted(p.name for p in named.persons) == ["Kang Chun Hwa", "a nurse"]


def test_a_report_of_nothing_but_a_heading_keeps_whom_it_speaks_of() -> None:
    found = of_one_report((claim("a truck driver", "KP-08-hamju"), True))
    assert [p.name for p in found.persons] == ["a truck driver"]


def test_whose_daughter_is_nobody() -> None:
    assert linked([claim("whose daughter", "KP-08-hamju", "2031-05-04")]).persons == ()


def with_two(one: str, other: str) -> Claim:
    """A claim of what was done to two."""
    made = claim(one, "KP-08-hamju", "2031-05-04")
    return replace(made, target=(*made.target, filler(other)))


def test_a_word_in_common_is_told_where_the_two_that_are_shown_do_not_share_it() -> None:
    found = linked([with_two("a nurse", "a postman"), with_two("a clerk", "a postman")])
    (link,) = (one for one in found.links if one.kind == "event")
    said = {reason.template: reason.arguments for reason in link.reasons}
    assert said["called by the same word: {}"] == ("postman",)
    assert "called the same: {} and {}" not in said
    alike = linked(
        [claim("a school nurse", "KP-08-hamju", "2031-05-04"), claim("a nurse", "KP-08-hamju", "2031-05-04")]
    )
    (link,) = (one for one in alike.links if one.kind == "event")
    assert ("called the same: {} and {}", ("a school nurse", "a nurse")) in {
        (r.template, r.arguments) for r in link.reasons
    }


def test_of_several_the_one_with_a_name_is_shown() -> None:
    found = linked([with_two("a nurse", "Kang Chun Hwa"), with_two("a clerk", "Kang Chun Hwa")])
    (link,) = (one for one in found.links if one.kind == "event")
    assert next(r.arguments for r in link.reasons if "same name" in r.template) == (
        "Kang Chun Hwa",
        "Kang Chun Hwa",
    )
