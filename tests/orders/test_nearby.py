"""One event ruled for all that are alike gives what ruling each of them gives; only those known to lie outside are passed over."""

from __future__ import annotations

import random

import pytest
from tests.orders.worlds import World

from testigo.confronted import CONTRARY, IN_LINE, Practice, Tally
from testigo.orders import built, events, matching, nearby, scene, where, who
from testigo.orders.where import INSIDE, OUTSIDE, UNKNOWN, Ground

ORDER = (
    "Order No. 4 of June 1, 2032 applies to Marsh Province. Residents without a record are taken off the watch lists. "
    "Families of people who fled the country stay under supervision. No home is searched at night without a warrant. "
    "On market days residents travel without a pass. Town offices must hand in new lists of residents by July 1. "
    "Whoever breaks the rule is dismissed."
)
PEOPLE = ("a trader", "a woman without a record", "the sister of a man who fled the country")
DONE = (("arrested", "arrest"), ("watched", "surveillance"), ("searched", "search"), ("struck off the watch list", "watchlisting"),
        ("turned back on a market day", "movement_restriction"), ("turned back", "movement_restriction"), ("dismissed after a search", "dismissal"), ("released", "release"))  # fmt: skip
WHERE = ("Brunsa, Marsh Province", "Ostel, Marsh Province", "Pell, Tesk Province", "")
HOW = ("at night", "at night without a warrant", "with new lists of residents", "")


def world_of(count: int, seed: int) -> World:
    """An order and so many events told after it, before it and about its day."""
    rng, world = random.Random(seed), World()
    report = world.report(ORDER, "2032-06-03")
    world.order(
        report,
        ("exempt", "watchlisting", "Residents without a record are taken off the watch lists", ("Residents without a record",)),
        ("retain", "surveillance", "Families of people who fled the country stay under supervision", ("Families of people who fled the country",)),
        ("forbid", "search", "No home is searched at night without a warrant", ()),
        ("permit", "movement", "On market days residents travel without a pass", ()),
        ("require", "watchlisting", "Town offices must hand in new lists of residents by July 1", ()),
        ("require", "dismissal", "Whoever breaks the rule is dismissed", ("Whoever breaks the rule",)),
        issued=("June 1, 2032", "2032-06-01"),
    )  # fmt: skip
    for _ in range(count):
        person, place, how = rng.choice(PEOPLE), rng.choice(WHERE), rng.choice(HOW)
        verb, act = rng.choice(DONE)
        day = f"2032-{rng.randrange(4, 9):02d}-{rng.randrange(1, 29):02d}"
        said = f"{person.capitalize()} was {verb}{' in ' if place else ''}{place} on {day} {how}".strip()
        told = world.report(f"{said}.", "2032-10-01")
        slots = {"place": place} if place else {}
        world.claim(told, act, said, trigger=verb, time=(day, day), target=person.capitalize(), **slots)
    return world


def made(world: World) -> tuple[where.Places, built.Built, list[events.Sighting]]:
    """Its places, its orders and its events."""
    places = where.Places(world.pages.values(), world.stated)
    people = who.People(world.stated, world.pages, {})
    seen = scene.Scene(world.stated, world.pages, places, people, world.told)
    found = built.orders_of(world.told, world.pages, built.by_report(world.stated), places, {})
    happened = events.happenings_of(world.stated, seen)
    return places, found, [s for h in happened if (s := events.sighting(h, seen)) is not None]


def matched(world: World) -> tuple[list[Practice], list[Tally]]:
    """What all of its events say about all of its orders."""
    places, found, sightings = made(world)
    matcher = matching.Matcher(sightings, places)
    told = [matcher.match(o, found.bounds[o.key]) for o in found.orders]
    return [p for one in told for p in one.practices], [t for one in told for t in one.tallies]


@pytest.mark.parametrize("seed", [1, 2])
def test_ruling_one_for_all_that_are_alike_gives_what_ruling_each_gives(
    seed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    world = world_of(600, seed)
    monkeypatch.setattr(matching, "MOST", 10**6)
    monkeypatch.setattr(nearby, "MANY", 10**9)
    each, counted = matched(world)
    monkeypatch.setattr(nearby, "MANY", 0)
    alike, counted_alike = matched(world)
    assert [(t.clause, t.in_line, t.contrary) for t in counted_alike] == [
        (t.clause, t.in_line, t.contrary) for t in counted
    ]
    for one, other in zip(counted, counted_alike, strict=True):
        parts = [(t.in_line, t.contrary, t.cannot_tell, t.not_concerned, t.outside) for t in (one, other)]
        assert sum(parts[0]) == sum(parts[1])
    decided = {p.key: p for p in each if p.verdict in (IN_LINE, CONTRARY)}
    assert {p.key: p for p in alike if p.verdict in (IN_LINE, CONTRARY)} == decided
    assert {p.verdict for p in decided.values()} == {IN_LINE, CONTRARY}
    assert {p.key for p in alike} <= {p.key for p in each}
    assert sum(t.outside for t in counted_alike) > 0
    assert not [p for p in alike if "Tesk" in p.where]


def test_the_order_in_which_events_come_changes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(nearby, "MANY", 0)
    world = world_of(80, 5)
    first = matched(world)
    world.stated.reverse()
    assert matched(world) == first


def test_a_ruling_that_a_person_decided_about_is_kept_whatever_its_place(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(matching, "MOST", 3)
    world = world_of(120, 7)
    practices, tallies = matched(world)
    kept = {p.key for p in practices if p.clause == 2}
    assert len(kept) == 3
    assert next(t.listed for t in tallies if t.clause == 2) == 3
    monkeypatch.setattr(matching, "MOST", 10**6)
    everything, _ = matched(world)
    left = next(p for p in everything if p.clause == 2 and p.key not in kept)
    monkeypatch.setattr(matching, "MOST", 3)
    places, found, sightings = made(world)
    (order,) = found.orders
    decided = {(order.key, 2): frozenset(left.claims[:1])}
    now = matching.Matcher(sightings, places, None, decided).match(order).practices
    assert {p.key for p in now if p.clause == 2} == {*kept, left.key}


def test_where_an_order_holds_is_asked_of_no_more_places_than_can_be_inside() -> None:
    world = world_of(60, 9)
    line = nearby.Events(made(world)[2])
    for areas, border in ((frozenset(("marsh province",)), False), (frozenset(("brunsa",)), False), (frozenset(("tesk province",)), True)):  # fmt: skip
        ground = Ground(areas, frozenset(("ostel",)), frozenset(), border=border)
        assert list(line.held(ground).by_place) == [ground.holds(place) for place in line.places]
    held = line.held(Ground(frozenset(("marsh province",)), frozenset(), frozenset(), border=False))
    assert set(held.by_place) == {INSIDE, OUTSIDE, UNKNOWN}
