"""What people change in an order binds the confrontation: clauses taken out, added, of another kind or about others."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from tests.orders.gold_world import NOON, World, fill

from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.claim import Filler, Span
from testigo.confronted import Order, Practice
from testigo.directive import Clause, Directive
from testigo.judgement import Judgement
from testigo.orders import confront as door
from testigo.orders.told import ADDED, PERSON, numbers_of
from testigo.wire import to_json

TELEGRAM = ("09-telegram-april-22", 0)
WARDENS = ("09-telegram-april-22", 1)


class Desk:
    """A casebook in which one person amends orders and then confronts them."""

    def __init__(self, book: Casebook, world: World) -> None:
        self.book, self.world = book, world

    def read(self, which: tuple[str, int]) -> tuple[int, Directive]:
        id_ = self.world.directives[which]
        line = next(i for i in self.book.directives(limit=100).items if i.id == id_)
        return id_, line.directive

    def amend(self, which: tuple[str, int], **changes: object) -> int:
        id_, _ = self.read(which)
        said = json.dumps({name: to_json(value) for name, value in changes.items()})
        now = next(i.judgement for i in self.book.directives(limit=100).items if i.id == id_)
        made = Judgement(
            "directive", str(id_), "amend", "Alice", NOON, amended=said, replaces=now.id if now else None
        )
        return self.book.record_judgements((made,))[0]

    def order(self, which: tuple[str, int]) -> tuple[Order, list[Practice]]:
        id_, _ = self.read(which)
        found = door.confront(self.book)
        order = next(o for o in found.orders if id_ in {t.directive for t in o.tellings})
        return order, [p for p in found.practices if p.order == order.key]


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    with create(tmp_path / "case", None, plain=True, cost=FOR_TESTS) as made:
        yield Desk(made, fill(made))


def forms(order: Order) -> list[tuple[str, str | None]]:
    return [(c.modality, c.measure) for c in order.clauses]


def test_a_clause_that_a_person_took_out_is_held_against_nothing(desk: Desk) -> None:
    before, _ = desk.order(TELEGRAM)
    assert ("exempt", "search") in forms(before)
    _, read = desk.read(TELEGRAM)
    desk.amend(TELEGRAM, clauses=(read.clauses[0], read.clauses[2]))
    after, practices = desk.order(TELEGRAM)
    assert forms(after) == [("permit", "search"), ("require", "policy"), ("forbid", "dissemination")]
    words = {c.number: c.words.text for c in after.clauses}
    assert practices
    assert not any("soldiers" in words[p.clause] for p in practices)


def test_what_was_said_of_a_ruling_stays_with_its_clause_when_the_one_before_is_taken_out(desk: Desk) -> None:
    order, practices = desk.order(TELEGRAM)
    third = next(c for c in order.clauses if "report each search" in c.words.text)
    practice = next(p for p in practices if p.clause == third.number)
    said = json.dumps({"verdict": "contrary"})
    desk.book.record_judgements(
        (Judgement("practice", practice.subject, "amend", "Bob", NOON, amended=said),)
    )
    _, read = desk.read(TELEGRAM)
    desk.amend(TELEGRAM, clauses=(read.clauses[0], read.clauses[2]))
    after, now = desk.order(TELEGRAM)
    (judged,) = [p for p in now if p.judged]
    words = next(c.words.text for c in after.clauses if c.number == judged.clause)
    assert (judged.verdict, judged.event) == ("contrary", practice.event)
    assert "report each search" in words


def test_a_clause_that_a_person_added_is_held_against_events(desk: Desk) -> None:
    id_, read = desk.read(WARDENS)
    span = read.clauses[0].span
    added = Clause(span, "forbid", (), "search", rule=PERSON)
    desk.amend(WARDENS, clauses=(*read.clauses, added))
    order, practices = desk.order(WARDENS)
    made = next(c for c in order.clauses if (c.modality, c.measure) == ("forbid", "search"))
    assert [(t.directive, t.number) for t in made.tellings] == [(id_, ADDED + span.start)]
    about = [p for p in practices if p.clause == made.number]
    assert {p.verdict for p in about} >= {"contrary"}
    assert all(p.subject.startswith(f"{id_}.{ADDED + span.start}~") for p in about)
    said = Judgement("practice", about[0].subject, "accept", "Bob", NOON)
    desk.book.record_judgements((said,))  # the subject is one that the casebook knows


def test_a_clause_of_another_kind_turns_the_verdict(desk: Desk) -> None:
    _, read = desk.read(WARDENS)
    before = desk.order(WARDENS)[1]
    told = {p.event for p in before if p.clause == 4 and p.verdict == "contrary"}
    assert told
    permitted = replace(read.clauses[0], modality="permit", rule=PERSON)
    desk.amend(WARDENS, clauses=(permitted,))
    order, after = desk.order(WARDENS)
    number = next(c.number for c in order.clauses if (c.modality, c.measure) == ("permit", "dissemination"))
    assert told <= {p.event for p in after if p.clause == number and p.verdict == "in line"}


def test_the_groups_that_a_person_named_decide(desk: Desk) -> None:
    _, read = desk.read(TELEGRAM)
    soldiers = read.clauses[1]
    anybody = replace(soldiers, groups=(), rule=PERSON)
    before = desk.order(TELEGRAM)[1]
    assert {p.verdict for p in before if p.clause == 2} == {"cannot tell"}
    desk.amend(TELEGRAM, clauses=(read.clauses[0], anybody, *read.clauses[2:]))
    order, after = desk.order(TELEGRAM)
    number = next(c.number for c in order.clauses if c.modality == "exempt")
    assert next(c.groups for c in order.clauses if c.modality == "exempt") == ()
    assert "contrary" in {p.verdict for p in after if p.clause == number}


def test_what_a_person_emptied_is_not_guessed_again(desk: Desk) -> None:
    _, read = desk.read(TELEGRAM)
    emptied = replace(read.clauses[0], measure=None, rule=PERSON)
    desk.amend(TELEGRAM, clauses=(emptied, *read.clauses[1:]), issued=None)
    order, practices = desk.order(TELEGRAM)
    telling = next(t for t in order.tellings if t.directive == desk.read(TELEGRAM)[0])
    assert telling.issued is None
    assert ("permit", None) in forms(order)
    number = next(c.number for c in order.clauses if c.modality == "permit")
    assert not [p for p in practices if p.clause == number]


def test_an_order_without_any_clause_left_says_so(desk: Desk) -> None:
    desk.amend(TELEGRAM, clauses=())
    desk.amend(WARDENS, clauses=())
    id_, _ = desk.read(TELEGRAM)
    found = door.confront(desk.book)
    order = next(o for o in found.orders if id_ in {t.directive for t in o.tellings})
    assert order.clauses == ()
    assert "No report tells a clause of it: there is nothing to hold events against." in map(
        str, order.cautions
    )


def test_taking_the_amendment_back_brings_the_clause_back(desk: Desk) -> None:
    before, practices = desk.order(TELEGRAM)
    _, read = desk.read(TELEGRAM)
    last = desk.amend(TELEGRAM, clauses=read.clauses[:1])
    assert forms(desk.order(TELEGRAM)[0]) != forms(before)
    id_ = str(desk.read(TELEGRAM)[0])
    desk.book.record_judgements((Judgement("directive", id_, "withdraw", "Alice", NOON, replaces=last),))
    assert desk.order(TELEGRAM) == (before, practices)


def clause(start: int, end: int, modality: str = "forbid", *, rule: str = "") -> Clause:
    return Clause(Span(start, end), modality, rule=rule)


def directive(*clauses: Clause) -> Directive:
    return Directive(Span(0, 100), clauses)


def test_clauses_keep_their_numbers_whatever_is_taken_out_or_changed() -> None:
    one, two, three = clause(0, 10), clause(10, 20, "retain"), clause(20, 30)
    read = directive(one, two, three)
    assert numbers_of(read, directive(one, two, three)) == (0, 1, 2)
    assert numbers_of(read, directive(three)) == (2,)
    assert numbers_of(read, directive(replace(three, modality="permit"), two)) == (2, 1)
    assert numbers_of(read, directive(one, clause(12, 18, "exempt"))) == (0, 1)
    assert numbers_of(read, directive()) == ()


def test_clauses_of_one_span_are_told_apart_by_their_kind() -> None:
    taken_out, kept = clause(0, 30, "exempt"), clause(0, 30, "retain")
    read = directive(taken_out, kept)
    group = Filler(Span(0, 5), "words")
    assert numbers_of(read, directive(replace(kept, groups=(group,)))) == (1,)


def test_an_added_clause_has_a_number_of_its_own_that_no_other_amendment_moves() -> None:
    read = directive(clause(0, 10))
    late, early = clause(70, 80), clause(40, 50)
    assert numbers_of(read, directive(*read.clauses, late)) == (0, ADDED + 70)
    assert numbers_of(read, directive(*read.clauses, early, late)) == (0, ADDED + 40, ADDED + 70)
    assert numbers_of(read, directive(late, clause(70, 90))) == (ADDED + 70, ADDED + 71)
