"""A casebook of the invented country, confronted, and the briefs of its orders."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from django.utils import translation
from tests.orders.gold_world import fill, link_truly

from testigo.casebook.casebook import Casebook, create, open_casebook
from testigo.casebook.keys import FOR_TESTS
from testigo.casebook.setup import configure
from testigo.claim import Span
from testigo.confronted import Order, OrderClause, Practice
from testigo.desk.brief.material import Material, material_of
from testigo.desk.site import options
from testigo.orders import confront

configure(options())


@pytest.fixture(scope="session")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path: Path = tmp_path_factory.mktemp("briefs") / "case"
    with create(path, None, plain=True, cost=FOR_TESTS) as made:
        link_truly(made, fill(made))
        confront.confront(made)
    return path


@pytest.fixture
def book(filled: Path) -> Iterator[Casebook]:
    with open_casebook(filled, None) as opened, translation.override("en"):
        yield opened


@pytest.fixture
def material(book: Casebook) -> Material:
    """Of Instruction No. 14, the invented country's own order."""
    return material_of(book, order_14(book), "en")


def order_14(book: Casebook) -> Order:
    return next(o for o in confront.all_orders(book) if o.name == "Instruction No. 14")


def swollen(material: Material, clauses: int, events: int, words: int) -> Material:
    """The same order as if it had so many clauses, each with so many events, told at such length."""
    order = material.order
    text = "no resident of the border counties may be visited after dark " * (words // 10 + 1)
    pattern = next(p for p in material.rulings if p.verdict == "contrary")
    many: list[OrderClause] = []
    rulings: list[Practice] = []
    counts = {}
    for number in range(1, clauses + 1):
        told = replace(order.clauses[1].tellings[0].words, text=text, span=Span(number, number + 9))
        telling = replace(order.clauses[1].tellings[0], words=told)
        many.append(replace(order.clauses[1], number=number, tellings=(telling,)))
        rulings += [_event(pattern, number, n) for n in range(events)]
        counts[number] = (events, events, 10 * events)
    big = replace(order, clauses=tuple(many), name=order.name * 20, steps=order.steps * 9)
    return replace(material, order=big, rulings=tuple(rulings), counts=counts)


def _event(pattern: Practice, clause: int, number: int) -> Practice:
    words = tuple(replace(w, span=Span(number, number + 5), text=w.text * 9) for w in pattern.words)
    return replace(
        pattern, clause=clause, event=f"{clause}.{number}", key=f"{clause}~{number}", words=words,
        reasons=pattern.reasons * 5, open=pattern.reasons * 5, where="the market of Pellick " * 9,
    )  # fmt: skip
