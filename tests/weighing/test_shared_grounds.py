"""What stands on the very same tellings is weighed once: every thing has the weight, and falls, as if weighed for itself."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path

import pytest
from bench.weighing_copies import write
from tests.desk.conftest import put
from tests.weighing.golds import EXAMPLES, head

from testigo.archive.extract import extract_file
from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.linked import Event
from testigo.linking.link import link
from testigo.reading.read import read_report
from testigo.weighed import Fall, Ground, Origin, Relay, Weight
from testigo.weighing import corroboration, fragility, grounds, relays
from testigo.weighing import weigh as door
from testigo.weighing.evidence import Field

COPIES = 14
NAMES = (
    "05-flour-remark-relayed",
    "07-april-searches",
    "08-april-searches-correction",
    "16-branch-chief-rumor",
)


@pytest.fixture(scope="module", params=["in no event", "in events"])
def book(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Casebook]:
    """Near copies of one example, and four examples of which one relays it, as the machine reads them; weighed."""
    folder = tmp_path_factory.mktemp("copies")
    write(folder / "made", COPIES, seed=4)
    files = [folder / "made" / "first.html", *sorted((folder / "made" / "files").iterdir())]
    with create(folder / "case", None, plain=True, cost=FOR_TESTS) as made:
        for path in (*files, *(EXAMPLES / "gold" / f"{name}.txt" for name in NAMES)):
            about = {} if path in files else head(path.stem)
            (report,) = extract_file(path, published=about.get("published"), publisher=about.get("outlet"))
            put(made, report, read_report(report))
        if request.param == "in events":
            link(made)
        door.weigh(made)
        yield made


def plainly(book: Casebook) -> tuple[tuple[Ground, ...], dict[str, Origin], tuple[Relay, ...]]:
    """A ground for each thing by itself, with every telling of each of its claims; origins; relays."""
    claims = door._claims(book)
    field = Field([door._seen(text, claims.get(text.id, ())) for text in book.texts() if text.newest])
    found = relays.find(field)
    who = grounds.behind(field, found)
    events = book.derived("linking", "event", Event, limit=10_000).items
    inside = {claim for event in events for claim in event.claims}
    things: list[tuple[str, Iterable[int], tuple[str, ...]]] = [
        (f"event {event.key}", event.claims, event.conflicts) for event in events
    ]
    things += [
        (f"claim {c.id}", (c.id,), ()) for some in claims.values() for c in some
        if c.id not in inside and c.claim.kind in ("event", "directive")
    ]  # fmt: skip
    made = []
    for subject, own, conflicts in things:
        every = sorted({told for claim in own for told in who.tellings[claim]})
        made.append(Ground(subject, tuple(who.legs[claim] for claim in every), conflicts))
    return tuple(made), dict(who.origins), found


def test_every_thing_has_the_weight_that_it_has_by_itself(book: Casebook) -> None:
    plain, origins, _ = plainly(book)
    kept = {w.subject: w for w in door.every(book, "weight", Weight)}
    assert kept == {ground.subject: corroboration.weigh(ground, origins) for ground in plain}
    assert max(w.articles for w in kept.values()) > 10
    assert any(w.against for w in kept.values())


def test_every_thing_is_found_with_all_that_it_stands_on(book: Casebook) -> None:
    plain, _, _ = plainly(book)
    for ground in plain:
        found = door.stands_on(book, ground.subject)
        assert found is not None
        assert (found[0].subject, found[1].subject) == (ground.subject, ground.subject)
        assert (found[1].legs, found[1].conflicts) == (ground.legs, ground.conflicts)


def test_the_same_falls_as_if_each_thing_stood_for_itself(book: Casebook) -> None:
    plain, origins, found = plainly(book)
    lines = fragility.lines(found)
    asked = [f"report:{n}" for n in (1, 2, 3, 15, 17)] + [f"origin:{key}" for key in sorted(origins)]
    for thing in asked:
        wanted = fragility.falls(plain, fragility.without(thing, lines), origins)
        given = door.without(book, thing)
        assert door.each(given) == wanted, thing
        kind, _, key = thing.partition(":")
        assert door.alone(book, kind, key) == given, thing


def test_a_relay_of_a_relay_falls_with_the_first(book: Casebook) -> None:
    _, _, found = plainly(book)
    below: dict[int, set[int]] = {}
    for relay in found:
        if relay.root is not None and relay.original is not None:
            below.setdefault(relay.original, set()).add(relay.relay)

    def every(report: int) -> set[int]:
        own = below.get(report, set())
        return own.union(*(every(one) for one in own))

    for report in range(1, COPIES + len(NAMES) + 1):
        assert set(door.falls_with(book, report)) == every(report)


def test_each_leg_is_kept_once(book: Casebook, tmp_path: Path) -> None:
    from testigo.weighed import Footing, Tellings

    legs = [leg.claim for told in door.every(book, "tellings", Tellings) for leg in told.legs]
    assert len(legs) == len(set(legs))
    shared = [f for f in door.every(book, "ground", Footing) if f.also]
    assert shared
    assert len(json.dumps([f.also for f in shared])) < 100_000


def test_things_that_share_a_ground_are_told_apart_again() -> None:
    one = Weight("claim 2", 3, 2, 1, 1, 3)
    fall = Fall("claim 2", one, None, ("claim 10", "claim 9"))
    assert [f.subject for f in fragility.each((fall,))] == ["claim 2", "claim 9", "claim 10"]
    assert all(f.before.subject == f.subject and f.also == () for f in fragility.each((fall,)))
