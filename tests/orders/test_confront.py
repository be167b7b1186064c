"""The door: what it keeps, what people decide, what is out of date, and that the same gives the same."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.orders.gold_world import NOON, fill

from testigo.casebook.casebook import Casebook, create
from testigo.casebook.keys import FOR_TESTS
from testigo.confronted import Practice
from testigo.judgement import Judgement
from testigo.orders import confront as door


@pytest.fixture
def book(tmp_path: Path) -> Iterator[Casebook]:
    with create(tmp_path / "case", None, plain=True, cost=FOR_TESTS) as made:
        fill(made)
        yield made


def ruling(book: Casebook, event_words: str, verdict: str) -> Practice:
    return next(
        p for o in door.all_orders(book) for p in door.practices_of(book, o)
        if event_words in p.words[0].text and p.computed == verdict
    )  # fmt: skip


def judge(book: Casebook, practice: Practice, verdict: str, replaces: int | None = None) -> int:
    amended = json.dumps({"verdict": verdict}) if verdict not in ("accept", "withdraw") else None
    made = Judgement(
        "practice",
        practice.subject,
        "amend" if amended else verdict,
        "Alice",
        NOON,
        amended=amended,
        replaces=replaces,
    )
    return book.record_judgements((made,))[0]


def test_without_linking_each_report_stands_for_itself_and_the_run_says_so(book: Casebook) -> None:
    found = door.confront(book)
    assert found.by == door.BY_REPORT
    run = book.derived_run(door.STAGE)
    assert run is not None
    assert (run.settings["events"], run.stale) == (door.BY_REPORT, False)
    assert any(
        p.verdict == "contrary" and "without the signature" in p.words[0].text for p in found.practices
    )


def test_the_same_casebook_gives_the_same_values_and_writes_nothing_anew(book: Casebook) -> None:
    first = door.confront(book)
    assert door.confront(book) == first
    kept = [p for o in door.all_orders(book) for p in door.practices_of(book, o)]
    assert sorted(p.key for p in kept) == sorted(p.key for p in first.practices)


def test_a_person_confirms_overrules_and_undoes_a_verdict(book: Casebook) -> None:
    door.confront(book)
    practice = ruling(book, "without the signature", "contrary")
    order = door.order_of(book, practice.order)
    assert order is not None
    first = judge(book, practice, "accept")
    (now,) = door.as_judged(book, [practice], order)
    assert (now.verdict, now.judged, now.judged_by) == ("contrary", "accept", "Alice")
    second = judge(book, practice, "cannot tell", first)
    (now,) = door.as_judged(book, [practice], order)
    assert (now.verdict, now.computed) == ("cannot tell", "contrary")
    assert len(door.history_of(book, order, practice)) == 2
    door.confront(book)
    assert ruling(book, "without the signature", "contrary").verdict == "cannot tell"
    judge(book, practice, "withdraw", second)
    (now,) = door.as_judged(book, [now], order)
    assert (now.verdict, now.judged) == ("contrary", "accept")  # the withdrawal undoes the last one only


def test_a_rejected_claim_is_no_practice(book: Casebook) -> None:
    door.confront(book)
    practice = ruling(book, "without the signature", "contrary")
    judgements = [Judgement("claim", str(c), "reject", "Bob", NOON) for c in practice.claims]
    book.record_judgements(judgements)
    run = book.derived_run(door.STAGE)
    assert run is not None
    assert run.stale
    door.confront(book)
    assert not [
        p
        for o in door.all_orders(book)
        for p in door.practices_of(book, o)
        if set(p.claims) & set(practice.claims)
    ]


def test_people_may_part_what_was_put_together_and_join_what_was_not(book: Casebook) -> None:
    before = door.confront(book).orders
    big = max(before, key=lambda o: len(o.tellings))
    a, b = sorted(t.directive for t in big.tellings)[:2]
    book.record_judgements((Judgement("order-pair", f"{a}~{b}", "different", "Alice", NOON),))
    after = door.confront(book).orders
    assert len(after) == len(before) + 1
    assert not [o for o in after if {a, b} <= {t.directive for t in o.tellings}]


def test_an_order_is_found_by_any_of_its_tellings(book: Casebook) -> None:
    door.confront(book)
    for order in door.all_orders(book):
        assert {door.order_of(book, str(t.directive)) for t in order.tellings} == {order}
    assert door.order_of(book, "999") is None


def test_an_empty_casebook_has_no_orders_and_no_error(tmp_path: Path) -> None:
    with create(tmp_path / "empty", None, plain=True, cost=FOR_TESTS) as made:
        found = door.confront(made)
        assert (found.orders, found.practices) == ((), ())
