"""How many independent voices stand behind something, how credible that makes it, and what falls if one of them falls."""

from __future__ import annotations

import json
import re
from functools import lru_cache
from typing import Any

import pytest
from tests.weighing.golds import EXAMPLES, examples

from testigo.errors import BadInput
from testigo.weighed import Ground, Leg, Origin, Relay, Weight
from testigo.weighing import corroboration, fragility, grounds, relays
from testigo.weighing.corroboration import weigh
from testigo.weighing.evidence import Field
from testigo.weighing.independence import Judged, apart, interval

ANSWERS = json.loads((EXAMPLES / "answers" / "relays.json").read_text("utf-8"))
EVENTS = {e["id"]: e for e in json.loads((EXAMPLES / "answers" / "links.json").read_text("utf-8"))["events"]}
SEEN_ONLY = {"tolvan-arrest"}
"""The two pupils who saw the arrest are nobody's source for it in the words."""


def origin(key: str, words: str = "a source", outlet: str = "North Wire", report: int = 1, kind: str = "anonymous", **traits: str) -> Origin:  # fmt: skip
    return Origin(key, kind, words, outlet, report, (), tuple(traits.items()))


def leg(claim: int, who: str, status: str = "reported", *, relayed: bool = False, **told: Any) -> Leg:
    parts: dict[str, Any] = {
        "act": "event/arrest",
        "places": ("dorna",),
        "days": (10, 10),
        "persons": ("torm",),
    } | told
    report = parts.pop("report", claim)
    return Leg(claim, report, parts.pop("outlet", f"Outlet {report}"), who, status, relayed, **parts)


@lru_cache(maxsize=1)
def behind() -> tuple[grounds.Behind, tuple[Relay, ...]]:
    field = Field(list(examples().values()))
    found = relays.find(field)
    return grounds.behind(field, found), found


def weight_of(event: str) -> Weight:
    who, _ = behind()
    ids = {n: r.id for n, r in examples().items()}
    claims = [ids[c["report"]] * 1000 + c["claim"] for c in EVENTS[event]["claims"]]
    return weigh(who.ground(f"event {event}", claims), who.origins)


@pytest.mark.parametrize("answer", ANSWERS["origins"], ids=lambda a: a["event"])
def test_articles_outlets_and_origins_of_the_examples(answer: dict[str, object]) -> None:
    weight = weight_of(str(answer["event"]))
    assert (weight.articles, weight.outlets) == (answer["articles"], answer["outlets"])
    truth = len(answer["origins"])  # type: ignore[arg-type]
    assert weight.least <= truth
    if answer["event"] not in SEEN_ONLY:
        assert truth <= weight.most
        assert weight.most <= truth + 1


def test_a_relay_adds_an_article_and_an_outlet_and_no_origin() -> None:
    weight = weight_of("dosk-neighbors-questioned")
    assert (weight.articles, weight.outlets, weight.least, weight.most) == (2, 2, 1, 1)
    assert any("of the articles only relays another" in str(r) for r in weight.reasons)


def test_two_voices_of_one_outlet_may_be_one_and_two_told_apart_are_two() -> None:
    one, other = origin("1.source.0", report=1), origin("2.source.0", report=2)
    assert (interval([one, other]).least, interval([one, other]).most) == (1, 2)
    together = origin("3.source.0", "a warden", report=1)
    assert interval([one, together]).least == 2


@pytest.mark.parametrize(
    ("trait", "a", "b", "two"),
    [("sex", "male", "female", True), ("role", "official", "trader", True), ("place", "north", "south", True),
     ("age", "30", "60", True), ("age", "30", "40", False), ("role", "official", "official", False)],
)  # fmt: skip
def test_what_cannot_be_true_of_one_person_makes_two(trait: str, a: str, b: str, two: bool) -> None:
    one, other = origin("1.source.0", **{trait: a}), origin("2.source.0", report=2, **{trait: b})  # type: ignore[arg-type]
    assert (apart(one, other) is not None) == two


def test_a_group_may_hold_the_one_who_is_told_of_alone() -> None:
    group = origin("1.source.0", "two residents", several="yes")
    assert interval([group, origin("2.source.0", "one of them, a worker", role="worker")]).least == 1


def test_names_decide_and_judgements_bind_over_everything() -> None:
    a = origin("1.source.0", "Bela Torm", kind="named")
    b, c = (
        origin("2.source.0", "Torm", report=2, kind="named"),
        origin("3.source.0", "Ansel Roke", report=3, kind="named"),
    )
    assert (interval([a, b]).least, interval([a, b]).most) == (1, 1)
    assert interval([a, c]).least == 2
    pair = ("1.source.0", "3.source.0")
    assert interval([a, c], Judged(same=frozenset([pair]))).most == 1
    anonymous = [origin("4.source.0", report=4), origin("5.source.0", report=5)]
    assert interval(anonymous, Judged(different=frozenset([("4.source.0", "5.source.0")]))).least == 2


def test_many_voices_are_bounded_without_trying_every_group() -> None:
    many = [origin(f"{n}.source.0", f"person {n}", kind="named") for n in range(200)]
    assert (interval(many).least, interval(many).most) == (200, 200)


TWO = {
    o.key: o
    for o in (
        origin("1.source.0", "an official", role="official"),
        origin("2.source.0", "a trader", report=2, role="trader"),
    )
}


def test_one_is_given_only_where_two_surely_independent_origins_agree_in_act_place_time_and_person() -> None:
    def grade(**other: Any) -> int:
        return weigh(
            Ground("event a", (leg(1, "1.source.0"), leg(2, "2.source.0", **other))), TWO
        ).credibility

    assert grade() == 1
    assert [grade(places=()), grade(days=None), grade(persons=())] == [2, 2, 2]
    assert [
        grade(places=("vell",)),
        grade(days=(20, 20)),
        grade(persons=("roke",)),
        grade(act="event/release"),
    ] == [3, 3, 3, 3]


def test_two_that_may_be_one_never_give_a_one() -> None:
    maybe = {o.key: o for o in (origin("1.source.0"), origin("2.source.0", report=2))}
    assert weigh(Ground("event a", (leg(1, "1.source.0"), leg(2, "2.source.0"))), maybe).credibility == 2


def test_two_groups_that_speak_through_one_article_are_two_origins_and_confirm_nothing() -> None:
    weight = weigh(Ground("event a", (leg(1, "1.source.0"), leg(2, "2.source.0", report=1))), TWO)
    assert (weight.articles, weight.least, weight.credibility) == (1, 2, 3)
    assert any("speak through report 1 alone" in str(r) for r in weight.reasons)
    copied = leg(3, "1.source.0", relayed=True), leg(4, "2.source.0", report=3, relayed=True)
    again = weigh(Ground("event a", (leg(1, "1.source.0"), leg(2, "2.source.0", report=1), *copied)), TWO)
    assert (again.articles, again.outlets, again.credibility) == (2, 2, 3)


def test_an_outlet_does_not_confirm_itself() -> None:
    legs = (leg(1, "1.source.0", outlet="The North Wire"), leg(2, "2.source.0", outlet="North Wire"))
    weight = weigh(Ground("event a", legs), TWO)
    assert (weight.outlets, weight.credibility) == (1, 2)
    assert any("an outlet does not confirm itself" in str(r) for r in weight.reasons)
    nobodys = (leg(1, "1.source.0", outlet=""), leg(2, "2.source.0", outlet=""))
    assert weigh(Ground("event a", nobodys), TWO).credibility == 2


def test_who_speaks_through_a_second_report_as_well_confirms_what_both_tell() -> None:
    legs = (leg(1, "1.source.0"), leg(2, "2.source.0", report=1), leg(3, "2.source.0"))
    assert weigh(Ground("event a", legs), TWO).credibility == 1


def test_a_relayed_claim_never_corroborates() -> None:
    legs = (leg(1, "1.source.0"), leg(2, "2.source.0", relayed=True))
    assert weigh(Ground("event a", legs), TWO).credibility == 3


def test_a_denied_claim_never_corroborates_and_lowers_the_grade() -> None:
    legs = (leg(1, "1.source.0"), leg(2, "2.source.0", "denied"))
    weight = weigh(Ground("event a", legs), TWO)
    assert (weight.credibility, weight.against, weight.most) == (4, (2,), 1)


def test_conflicts_that_linking_found_lower_the_grade_and_are_named() -> None:
    weight = weigh(Ground("event a", (leg(1, "1.source.0"), leg(2, "2.source.0")), ("time",)), TWO)
    assert weight.credibility == 2
    assert any("at odds in: time" in str(r) for r in weight.reasons)


@pytest.mark.parametrize(
    ("status", "grade"), [("reported", 3), ("hedged", 4), ("speculated", 6), ("intended", 6)]
)
def test_doubt_and_intention_are_no_telling_of_what_happened(status: str, grade: int) -> None:
    assert weigh(Ground("event a", (leg(1, "1.source.0", status),)), TWO).credibility == grade


def test_what_stands_on_a_report_falls_with_its_relays() -> None:
    who, found = behind()
    ids = {n: r.id for n, r in examples().items()}
    every = tuple(who.ground(f"claim {c}", (c,)) for c in who.legs)
    lines = fragility.lines(found)
    gone = fragility.without(f"report:{ids['04-flour-remark']}", lines)
    fallen = {f.subject for f in fragility.falls(every, gone, who.origins) if f.after is None}
    own = {
        f"claim {ids[name] * 1000 + n}"
        for name in ("04-flour-remark", "05-flour-remark-relayed")
        for n in range(15)
    }
    assert own <= fallen
    gone = fragility.without(f"report:{ids['05-flour-remark-relayed']}", lines)
    fallen = {f.subject for f in fragility.falls(every, gone, who.origins) if f.after is None}
    assert f"claim {ids['04-flour-remark'] * 1000 + 2}" not in fallen


def test_an_origin_takes_what_only_it_told() -> None:
    ground = Ground("event a", (leg(1, "1.source.0"), leg(2, "2.source.0")))
    alone = Ground("event b", (leg(3, "1.source.0"),))
    first, second = fragility.falls((ground, alone), fragility.without("origin:1.source.0", ()), TWO)
    assert (first.subject, first.after) == ("event b", None)
    assert second.before.credibility == 1
    assert second.after is not None
    assert second.after.credibility == 3


@pytest.mark.parametrize("thing", ["", "5", "report:x", "report:", "origin:", "outlet:North Wire"])
def test_what_is_no_report_and_no_origin_is_refused(thing: str) -> None:
    with pytest.raises(BadInput):
        fragility.without(thing, ())


def test_each_grade_and_template_is_used_as_it_is_written() -> None:
    assert all(len(re.findall(r"\{(?::[^{}]*)?\}", t)) == t.count("{") for t in corroboration.REASONS)
