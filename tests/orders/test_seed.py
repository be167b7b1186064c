"""The report that the whole began with, read by machine without a correction (shared data)."""

from __future__ import annotations

from pathlib import Path

import pytest
from tests.shared import shared

from testigo.casebook.casebook import create
from testigo.casebook.keys import FOR_TESTS
from testigo.jobs import preserve_into, read_into
from testigo.orders.confront import Confronted, confront

pytestmark = pytest.mark.shared


@pytest.fixture(scope="module")
def seed(tmp_path_factory: pytest.TempPathFactory) -> Confronted:
    report: Path = shared("gold", "dev", "seed-report.txt")
    with create(tmp_path_factory.mktemp("seed") / "case", None, plain=True, cost=FOR_TESTS) as book:
        preserve_into(book, [str(report)], None, None, quiet=True)
        read_into(book, quiet=True)
        return confront(book)


def test_the_order_has_its_issuer_addressee_day_and_clauses(seed: Confronted) -> None:
    (order,) = seed.orders
    assert (order.issuer, order.issued, order.state) == ("Kim Jong Un", "XXXX-09-29", "KP")
    assert order.addressee
    modalities = [c.modality for c in order.clauses]
    assert modalities[0] == "finding"
    assert [m for m in modalities if m != "finding"] == ["exempt", "require", "retain", "retain"]
    assert order.clauses[-1].levels == (3, 5)
    groups = [g.id for g in order.clauses[-1].groups]
    assert groups == ["defector-families", "repatriated", "phone-users"]


def test_the_way_down_goes_by_meeting_document_and_neighbourhood_unit(seed: Confronted) -> None:
    (order,) = seed.orders
    assert [s.how for s in order.steps] == ["issued", "meeting", "document", "neighbourhood unit"]
    assert order.steps[1].receiver == "senior and senior section officials"


def test_the_arrest_is_in_line_with_the_exception_and_no_breach_of_the_exemption(seed: Confronted) -> None:
    (order,) = seed.orders
    exempt = next(c.number for c in order.clauses if c.modality == "exempt")
    arrests = [p for p in seed.practices if p.act == "arrest"]
    assert arrests
    assert {p.verdict for p in arrests} == {"in line"}
    assert not [p for p in arrests if p.clause == exempt]
    for practice in arrests:
        said = " ".join(str(r) for r in practice.reasons)
        assert "Chong was repatriated to North Korea in 2019" in said
        assert f"no breach of clause {exempt}" in said
        assert any("Neither date has a year" in str(r) for r in practice.open)


def test_what_the_order_says_of_itself_is_no_practice(seed: Confronted) -> None:
    words = [w.text for p in seed.practices for w in p.words]
    assert not [w for w in words if "watch lists" in w]
    assert {p.verdict for p in seed.practices if p.act not in ("arrest", "sentence")} == {"cannot tell"}
