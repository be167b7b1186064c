"""Whom an order spares and keeps under its measure in what is told behind it, and whom it threatens."""

from __future__ import annotations

import pytest
from tests.reading.documents import LEAD

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

Row = tuple[str, str, tuple[str, ...]]


def rows(text: str) -> list[Row]:
    orders = read_report(report_of_text(LEAD + text), second=False).directives
    return [
        (c.modality, c.span.of(LEAD + text), tuple(g.text for g in c.groups))
        for o in orders
        for c in o.clauses
    ]


@pytest.mark.parametrize(
    ("row", "text"),
    [
        (
            ("exempt", "Pregnant women and those over 60 don't have to go", ("Pregnant women", "those over 60")),
            "The order bans fairs. Pregnant women and those over 60 don't have to go.",
        ),
        (
            ("exempt", "Doctors, smiths and guards on duty are excepted from Point 1", ("Doctors", "smiths", "guards on duty")),
            "The decree bans fairs. Doctors, smiths and guards on duty are excepted from Point 1.",
        ),
        (
            ("exempt", "This does not apply, however, to those who have a license", ("those who have a license",)),
            "The decree bans fairs. This does not apply, however, to those who have a license.",
        ),
        (
            ("exempt", "Soldiers and drivers are free of these restrictions", ("Soldiers", "drivers")),
            "The order bans fairs. Soldiers and drivers are free of these restrictions.",
        ),
        (
            ("exempt", "Ambulance crews are not touched by it", ("Ambulance crews",)),
            "The order bans fairs. Ambulance crews are not touched by it.",
        ),
        (
            ("retain", "Former prisoners remain subject to checks", ("Former prisoners",)),
            "The decree says widows are exempt. Former prisoners remain subject to checks.",
        ),
        (
            ("forbid", "clerks may neither stamp nor extend passports", ("clerks",)),
            "The order says clerks may neither stamp nor extend passports.",
        ),
        (
            ("exempt", "This does not hold for children of teachers", ("children of teachers",)),
            "The order bans fairs. This does not hold for children of teachers.",
        ),
        (
            ("retain", "This does not apply, however, to those who fled", ("those who fled",)),
            "The decree exempts widows. This does not apply, however, to those who fled.",
        ),
        (
            ("retain", "with the exception of those who fled", ("those who fled",)),
            "The order bans fairs. Widows are excluded from the measure, with the exception of those who fled.",
        ),
        (
            ("exempt", "The committee made an exception only for households of widows", ("households of widows",)),
            "The order requires each family to send a man. The committee made an exception only for households of widows.",
        ),
        (
            ("exempt", "Drivers of ambulances do not fall under the ban", ("Drivers of ambulances",)),
            "The order bans imported cars. Drivers of ambulances do not fall under the ban.",
        ),
        (
            ("require", "Families of missing persons fall under grade two", ("Families of missing persons",)),
            "The order sets grades. Families of missing persons fall under grade two.",
        ),
        (
            ("require", "threatens those who try to escape with 18 months in prison", ("those who try to escape",)),
            "The circular threatens those who try to escape with 18 months in prison.",
        ),
        (
            ("require", "they would be dismissed if it fell short", ("Team leaders",)),
            "Team leaders were warned that they would be dismissed if it fell short.",
        ),
        (
            ("require", "they must sell their cars by May 1", ("Clerks of ministries",)),
            "Clerks of ministries were told at meetings last week that they must sell their cars by May 1.",
        ),
        (
            ("require", "anyone who sings would be sent to a labor camp", ("anyone who sings",)),
            "The decree bans songs. He said that anyone who sings would be sent to a labor camp.",
        ),
        (
            ("exempt", "Doctors may keep a stall", ("Doctors",)),
            "The decree bans fairs. “Doctors may keep a stall,” the trader said.",
        ),
    ],
)  # fmt: skip
def test_an_order_goes_on_with_whom_it_spares_keeps_and_threatens(row: Row, text: str) -> None:
    assert row in rows(text)


@pytest.mark.parametrize(
    "text",
    [
        "Farmers were told that the water would be cut off.",
        "Teachers were told that schools might close.",
        "He said that anyone who sings would be sent to a labor camp.",
        "The committee made no exception for widows.",
        "Those who fled would have been shot, he said.",
    ],
)
def test_what_is_only_to_come_or_said_by_one_is_no_clause(text: str) -> None:
    assert rows(text) == []


def test_why_an_order_is_needed_is_its_ground() -> None:
    found = rows("The order bans fairs. It says the measure is needed because thieves come to them.")
    assert [modality for modality, _, _ in found] == ["forbid", "finding"]


def test_what_may_only_be_done_in_one_way_is_a_duty() -> None:
    found = rows("The directive allows goods to be sold only through state stores.")
    assert found == [("require", "be sold only through state stores", ("goods",))]


def test_a_rule_for_a_class_has_no_issuer() -> None:
    text = LEAD + "Choirs were exempt from registration. The mayor ordered the clerks to leave the town hall."
    issuers = {
        o.clauses[0].modality: o.issuer for o in read_report(report_of_text(text), second=False).directives
    }
    assert issuers["exempt"] is None
    assert issuers["require"] is not None


_LONG = (
    "The order bans imported cars and this does not apply to those who were told at a meeting that they must not"
    " fall under the ban with the exception of widows"
)


@pytest.mark.parametrize("cut", range(3, 24, 3))
def test_a_cut_off_order_is_read_without_an_error(cut: int) -> None:
    words = _LONG.split()
    rows(" ".join(words[:cut]))
    rows(" ".join(words[:cut]).upper())
