"""Rules and bad input on invented countries that the examples do not know: other acts, places, groups and words."""

from __future__ import annotations

import pytest
from tests.orders.worlds import World

from testigo.confronted import CANNOT_TELL, CONTRARY, IN_LINE

DECREE = (
    "Decree No. 7 of May 1, 2032 forbids soldiers to take boats away from fishers without a warrant. "
    "Fishers of Marsh County may sell on feast days without a licence. Preachers are exempt from the harbour levy. "
    "Families of people who fled across the strait are to stay under supervision at level one to level three."
)


def marsh() -> World:
    """A decree of a sea country, and nothing else."""
    world = World()
    report = world.report(DECREE, "2032-05-20")
    world.order(
        report,
        ("forbid", "confiscation", "forbids soldiers to take boats away from fishers without a warrant", ("fishers",)),
        ("exempt", "forced_labor", "Preachers are exempt from the harbour levy", ("Preachers",)),
        ("retain", "surveillance", "Families of people who fled across the strait are to stay under supervision at level one to level three",
         ("Families of people who fled across the strait",)),
        issuer="Decree No. 7", issued=("May 1, 2032", "2032-05-01"), levels=(1, 3),
    )  # fmt: skip
    return world


@pytest.mark.parametrize(
    ("said", "verdict"),
    [
        ("On June 2 soldiers took two boats away from fishers without a warrant.", CONTRARY),
        ("On June 2 soldiers took two boats away from fishers. They showed the owners a warrant.", IN_LINE),
        ("On June 2 soldiers took two boats away from fishers.", CANNOT_TELL),
    ],
)
def test_a_paper_decides_whether_what_is_forbidden_without_it_is_contrary(said: str, verdict: str) -> None:
    world = marsh()
    report = world.report(said)
    world.claim(
        report,
        "confiscation",
        said.split(".", 1)[0],
        trigger="took",
        target="fishers",
        time=("June 2", "2032-06-02"),
    )
    assert world.verdict(1, "confiscation")[0] == verdict


@pytest.mark.parametrize("status", ["denied", "intended", "speculated"])
def test_what_nobody_says_happened_is_no_practice(status: str) -> None:
    world = marsh()
    said = "On June 2 soldiers took two boats away from fishers without a warrant."
    report = world.report(said)
    world.claim(
        report,
        "confiscation",
        said[:-1],
        trigger="took",
        target="fishers",
        status=status,
        time=("June 2", "2032-06-02"),
    )
    assert world.verdict(1, "confiscation")[0] == CANNOT_TELL


def test_an_event_before_the_decree_and_one_whose_date_spans_it_cannot_tell() -> None:
    for value, words in (
        ("2032-04-10", "before the order was issued"),
        ("2032-04-20/2032-05-20", "spans the day of the order"),
    ):
        world = marsh()
        said = "Around then soldiers took two boats away from fishers without a warrant."
        report = world.report(said)
        world.claim(
            report, "confiscation", said[:-1], trigger="took", target="fishers", time=("Around then", value)
        )
        verdict, why = world.verdict(1, "confiscation")
        assert verdict == CANNOT_TELL
        assert words in why


def test_a_preacher_made_to_work_is_contrary_another_person_is_not_told() -> None:
    for who, expected in (("a preacher", CONTRARY), ("a man", CANNOT_TELL)):
        world = marsh()
        said = f"On June 3 {who} was made to load ships."
        report = world.report(said)
        world.claim(
            report,
            "forced_labor",
            said[:-1],
            trigger="made to load",
            target=who,
            time=("June 3", "2032-06-03"),
        )
        assert world.verdict(2, "forced_labor")[0] == expected


@pytest.mark.parametrize(
    ("who", "rest", "verdict", "words"),
    [
        (
            "the sister of a man who fled across the strait",
            "at level two",
            IN_LINE,
            "Level 2 lies within 1 to 3",
        ),
        (
            "the sister of a man who fled across the strait",
            "at level five",
            CONTRARY,
            "Level 5 lies outside 1 to 3",
        ),
        (
            "the sister of a man who fled across the strait",
            "ever since",
            IN_LINE,
            "level of supervision is not told",
        ),
        ("a baker", "at level five", CANNOT_TELL, "belongs to a group of this clause is not told"),
    ],
)
def test_levels_and_groups_as_told(who: str, rest: str, verdict: str, words: str) -> None:
    world = marsh()
    said = f"Since June 3 {who} has been under supervision {rest}."
    report = world.report(said)
    world.claim(
        report,
        "surveillance",
        said[:-1],
        trigger="under supervision",
        target=who,
        time=("Since June 3", "2032-06-03/.."),
    )
    found, why = world.verdict(3, "surveillance")
    assert (found, words in why) == (verdict, True), why


def test_an_order_without_date_issuer_or_addressee_gives_an_honest_page() -> None:
    world = World()
    report = world.report("They said that no boat may be searched.", None)
    world.order(report, ("forbid", "search", "no boat may be searched", ()))
    other = world.report("A boat was searched on June 2.")
    world.claim(
        other, "search", "A boat was searched on June 2", trigger="searched", time=("June 2", "2032-06-02")
    )
    (order,), practices = world.confronted()
    said = " ".join(str(r) for r in order.cautions)
    for words in ("No report tells when", "No report tells who issued", "No report tells to whom"):
        assert words in said
    assert {p.verdict for p in practices} == {CANNOT_TELL}


def test_no_events_at_all_and_an_order_without_clauses_are_no_error() -> None:
    world = marsh()
    report = world.report("A new order is said to exist.")
    world.order(report)
    orders, practices = world.confronted()
    assert len(orders) == 2
    assert practices == []
    assert any("No report tells a clause" in str(r) for o in orders for r in o.cautions)
    assert all(c.expected is not None and c.expected.either_case for o in orders for c in o.clauses)


def test_contradictory_tellings_are_one_order_with_their_differences_and_people_may_part_them() -> None:
    world = World()
    for level, day in (("two", "1"), ("four", "3")):
        text = f"Decree No. 9 of May {day}, 2032 keeps hill farmers under supervision at level {level}."
        report = world.report(text)
        world.order(report, ("retain", "surveillance", f"keeps hill farmers under supervision at level {level}", ("hill farmers",)),
                    issued=(f"May {day}, 2032", f"2032-05-0{day}"))  # fmt: skip
    (order,), _ = world.confronted()
    assert (order.first, order.last) == ("2032-05-01", "2032-05-03")
    assert any(str(r).startswith("Date: 2032-05-01") for r in order.differences)
    world.judged[1, 2] = "different"
    orders, _ = world.confronted()
    assert len(orders) == 2


def test_orders_of_other_numbers_or_days_are_other_orders() -> None:
    world = World()
    for number, day in (("3", "2032-05-01"), ("4", "2032-05-01"), ("", "2032-07-01")):
        name = f"Decree No. {number}" if number else "A decree"
        report = world.report(f"{name} forbids searches of boats at night ({day}).")
        world.order(report, ("forbid", "search", "forbids searches of boats at night", ()), issued=(day, day))
    orders, _ = world.confronted()
    assert len(orders) == 3


def test_many_events_are_counted_and_not_all_listed() -> None:
    world = marsh()
    for n in range(1, 601):
        day = f"2032-{6 + n % 3:02d}-{1 + n % 28:02d}"
        report = world.report(f"Soldiers took boats away from fishers on {day} without a warrant.")
        world.claim(
            report,
            "confiscation",
            world.pages[report].text[:-1],
            trigger="took",
            target="fishers",
            time=(day, day),
        )
    _, practices = world.confronted()
    listed = [p for p in practices if p.clause == 1]
    assert 0 < len(listed) <= 200
    assert {p.verdict for p in listed} == {CONTRARY}


def test_the_same_world_gives_the_same_rulings_in_any_order_of_claims() -> None:
    def made(reverse: bool) -> list[str]:
        world = marsh()
        said = (
            "On June 2 soldiers took two boats away from fishers without a warrant.",
            "On June 3 a preacher was made to load ships.",
        )
        for text in said:
            report = world.report(text)
            act = "confiscation" if "boats" in text else "forced_labor"
            trigger, target = ("took", "fishers") if "boats" in text else ("made to load", "a preacher")
            world.claim(
                report,
                act,
                text[:-1],
                trigger=trigger,
                target=target,
                time=(text[3:9], f"2032-06-0{text[8]}"),
            )
        if reverse:
            world.stated.reverse()
        return [f"{p.key} {p.verdict} {[str(r) for r in p.reasons]}" for p in world.confronted()[1]]

    assert made(False) == made(True)


def test_where_tellings_contradict_each_other_about_a_group_both_clauses_say_so_and_neither_can_tell() -> (
    None
):
    world = World()
    who = "families of people who fled the country"
    kept = world.report(f"Order No. 3 of June 1, 2032 keeps {who} under supervision.", "2032-06-03")
    world.order(
        kept,
        ("retain", "surveillance", f"keeps {who} under supervision", (who,)),
        issued=("June 1, 2032", "2032-06-01"),
    )
    taken = world.report(f"Order No. 3 of June 1, 2032 takes {who} off the watch lists.", "2032-06-23")
    world.order(
        taken,
        ("exempt", "watchlisting", f"takes {who} off the watch lists", (who,)),
        issued=("June 1, 2032", "2032-06-01"),
    )
    told = world.report(
        "The family of a man who fled the country was put under supervision on July 4.", "2032-07-10"
    )
    world.claim(told, "surveillance", "The family of a man who fled the country was put under supervision on July 4",
                trigger="supervision", time=("July 4", "2032-07-04"), target="The family of a man who fled the country")  # fmt: skip
    orders, practices = world.confronted()
    (order,) = orders
    said = f"Reports contradict each other about {who}: kept under the measure in report 1, taken out of it in report 2."
    assert [said in map(str, c.differences) for c in order.clauses] == [True, True]
    assert [(p.clause, p.verdict) for p in practices] == [(1, CANNOT_TELL), (2, CANNOT_TELL)]
    assert all("contradict each other" in " ".join(map(str, p.reasons)) for p in practices)


def test_what_one_telling_forbids_and_another_permits_is_shown_as_a_contradiction() -> None:
    world = World()
    for number, (verb, modality) in enumerate((("forbids", "forbid"), ("permits", "permit")), 1):
        text = f"Order No. 3 of June 1, 2032 {verb} officers to search homes at night."
        report = world.report(text, f"2032-06-0{number + 2}")
        words = f"{verb} officers to search homes at night"
        world.order(report, (modality, "search", words, ()), issued=("June 1, 2032", "2032-06-01"))
    orders, _ = world.confronted()
    (order,) = orders
    said = "Reports contradict each other: forbidden in report 1, permitted in report 2."
    assert [(c.modality, said in map(str, c.differences)) for c in order.clauses] == [
        ("forbid", True),
        ("permit", True),
    ]
