"""Fill a casebook of desk_fill.py with what linking, weighing and confronting would keep: events, persons, links, relays, orders.

For measuring the pages that show them: the values are invented, tied to claims that are there, and kept through
`Casebook.replace_derived`, found by what the stages find them by. Nothing of them says anything about how well a stage works.
"""

from __future__ import annotations

import itertools
import random
from collections.abc import Iterator

from testigo import __version__
from testigo.casebook import tables
from testigo.casebook.casebook import Casebook
from testigo.casebook.values import Derived, DerivedRun
from testigo.claim import Span
from testigo.confronted import (
    CANNOT_TELL,
    CONTRARY,
    IN_LINE,
    ClauseTelling,
    GroupTold,
    Order,
    OrderClause,
    Practice,
    Tally,
    Telling,
    Words,
)
from testigo.linked import Event, Link, Mention, Person, Told
from testigo.linking import link as linking
from testigo.linking.recounting import Owned
from testigo.orders import confront
from testigo.reason import Reason
from testigo.weighed import Relay
from testigo.weighing import weigh

EACH = 2
"""Claims of an event."""
ORDERS, CLAUSES, RULINGS = 300, 4, 25
Row = tuple[int, int, str, str, str, str, str]
_CLAIMS = (
    'SELECT c.id, s.report_id, c.act, t.text, d."first", p.text, p.ref FROM claim c JOIN shelf s ON s.reading_id = c.reading_id'
    " JOIN filler t ON t.claim_id = c.id AND t.slot = 'target' JOIN dated d ON d.claim_id = c.id"
    " JOIN filler p ON p.claim_id = c.id AND p.slot = 'place' WHERE c.id > %s ORDER BY c.id LIMIT 5000"
)


def derive(casebook: Casebook, events: int, seed: int = 7) -> None:
    """Keep that many events, with as many links, and persons, relays and orders beside them."""
    rows = list(itertools.islice(_rows(), events * EACH))
    random.Random(seed).shuffle(rows)
    groups = [tuple(sorted(rows[at : at + EACH])) for at in range(0, len(rows) - EACH + 1, EACH)]
    _keep(casebook, linking.STAGE, itertools.chain(_events(groups), _persons(groups), _links(groups)))
    _keep(casebook, weigh.STAGE, _relays(casebook.at_hand().reports))
    _keep(casebook, confront.STAGE, _orders(casebook.at_hand().reports, groups))


def _keep(casebook: Casebook, stage: str, values: Iterator[Derived]) -> None:
    casebook.replace_derived(
        DerivedRun(stage, casebook.now(), __version__, {"bench": True}, casebook.inputs()), values
    )


def _rows() -> Iterator[Row]:
    after = 0
    while found := tables.select(_CLAIMS, (after,)):
        yield from ((*row[:4], str(row[4]), *row[5:]) for row in found)
        after = found[-1][0]


def _event(group: tuple[Row, ...], key: str) -> Event:
    claims, (_claim, _report, act, whom, day, place, ref) = tuple(row[0] for row in group), group[0]
    conflicts = ("time",) if claims[0] % 10 == 0 else ()
    return Event(
        key, act, claims, tuple(dict.fromkeys(row[1] for row in group)),
        (Told("target", whom, claims), Told("time", day, claims, value=day), Told("place", place, claims, id=ref)),
        day, day, ref, conflicts, (f"p{group[0][0]}",),
    )  # fmt: skip


def _events(groups: list[tuple[Row, ...]]) -> Iterator[Derived]:
    for number, group in enumerate(groups):
        yield linking._derived(_event(group, f"e{number}"))  # noqa: SLF001 - found by what linking finds it by


def _persons(groups: list[tuple[Row, ...]]) -> Iterator[Derived]:
    for number, group in enumerate(groups[::2]):
        name = group[0][3].split(",")[0]
        mentions = tuple(Mention(row[0], "target", 0, row[1], row[3]) for row in group)
        values = (Told("name", name, (group[0][0],)), Told("role", "herder", (group[0][0],)))
        yield linking._derived(Person(f"p{group[0][0]}", name, mentions, values, (f"e{2 * number}",)))  # noqa: SLF001


def _links(groups: list[tuple[Row, ...]]) -> Iterator[Derived]:
    """Between neighbours: of four pairs three are to be decided; every third is of persons."""
    reasons = (
        Reason("the same act", (), 1.5),
        Reason("the same place", (), 2.5),
        Reason("2 days apart", (), -0.5),
    )
    for number, (one, two) in enumerate(itertools.pairwise(groups)):
        chance = (number * 37 % 100) / 100
        sides = sorted((one[0][0], two[0][0]))
        kind = "person" if number % 3 == 0 else "event"
        ends = [f"{side}.target.0" if kind == "person" else f"{side}" for side in sides]
        made = Link(kind, ends[0], ends[1], chance, reasons, joined=number % 4 == 0)
        yield linking._derived(Owned(made, (f"e{number}", f"e{number + 1}")))  # noqa: SLF001


def _relays(reports: int) -> Iterator[Derived]:
    for one in range(2, reports, 5):
        made = Relay(f"{one}~{one - 1}", one, one - 1, ("shingles",), float(one % 400))
        yield Derived("relay", made.key, made, (("report", f"{one}"), ("report", f"{one - 1}")), -made.bits)


def _orders(reports: int, groups: list[tuple[Row, ...]]) -> Iterator[Derived]:
    chance = random.Random(3)
    for number in range(1, ORDERS + 1):
        words = Words(chance.randrange(1, reports), Span(0, 40), "No herder leaves the village at night")
        telling = Telling(
            number, words.report, words, "On herders", "Radio South", "2024-03-01", "en", issued="2024-02-20"
        )
        clauses = tuple(
            OrderClause(
                n,
                "forbid",
                "movement",
                (GroupTold("herders"),),
                None,
                None,
                "",
                (),
                (),
                (ClauseTelling(number, n, words),),
            )
            for n in range(1, CLAUSES + 1)
        )
        order = Order(
            f"{number}",
            f"Order {number} on herders",
            "the Quarter",
            (),
            "2024-02-20",
            "2024-02-20",
            "2024-02-20",
            (),
            (telling,),
            (),
            clauses,
        )
        yield Derived(
            "order",
            order.key,
            order,
            (("report", f"{words.report}"), ("directive", order.key)),
            float(number),
        )
        for clause in clauses:
            yield from _rulings(order, clause, groups, chance)


def _rulings(
    order: Order, clause: OrderClause, groups: list[tuple[Row, ...]], chance: random.Random
) -> Iterator[Derived]:
    for nth in range(RULINGS):
        place = chance.randrange(len(groups))
        event = _event(groups[place], f"e{place}")
        verdict = (IN_LINE, CONTRARY, CANNOT_TELL)[nth % 3]
        words = tuple(Words(row[1], Span(0, 20), row[3], row[0]) for row in groups[place])
        key = f"{order.key}.{clause.number}.{nth}.{event.key}"
        made = Practice(
            key, order.key, clause.number, event.key, event.act, verdict, (), (), words, ("reported",), event.claims,
            event.first, event.last, "after", f"{order.key}.{clause.number}~{event.claims[0]}", computed=verdict,
        )  # fmt: skip
        about = (
            ("order", order.key),
            ("clause", f"{order.key}.{clause.number}"),
            ("event", event.key),
            *(("claim", f"{c}") for c in event.claims),
        )
        yield Derived("practice", key, made, about, float(nth))
    third = RULINGS // 3
    tally = Tally(
        f"{order.key}.{clause.number}", order.key, clause.number, third + 1, third, third, 0, RULINGS, 0
    )
    yield Derived("tally", tally.key, tally, (("order", order.key),), float(clause.number))
