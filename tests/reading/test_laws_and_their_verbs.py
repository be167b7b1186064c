"""Laws and conventions are known as such by their verbs, also where a word could be a noun; who pleads gives no order."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The council met on Monday to speak of the new rules. "


def clauses(text: str) -> list[tuple[str, str]]:
    orders = read_report(report_of_text(LEAD + text)).directives
    return [(c.modality, c.span.of(LEAD + text)) for order in orders for c in order.clauses]


@pytest.mark.parametrize(
    ("modality", "clause", "text"),
    [
        ("require", "requires a permit", "Decree 349 requires a permit and empowers clerks to stop shows."),
        ("permit", "empowers clerks to stop shows", "Decree 12 requires a permit and empowers clerks to stop shows."),
        ("forbid", "bans the sale of grain", "Order 9 bans the sale of grain."),
        ("require", "limits purchases at the mill to five kilograms", "Law 9 limits purchases at the mill to five kilograms."),
        ("require", "limits purchases to five kilograms", "The decree bans the sale of grain by millers, limits purchases to five kilograms and raises taxes."),
        ("forbid", "bars persons with debts from teaching", "The assembly passed a law that bars persons with debts from teaching."),
        ("forbid", "forbids teaching by nuns", "Law 31, which requires all children to be registered, forbids teaching by nuns."),
        ("permit", "permits mills of up to ten workers", "Decree-Law 46 permits mills of up to ten workers."),
        ("forbid", "prohibits the return of refugees", "Orvia is bound by the 1951 Refugee Convention, which prohibits the return of refugees."),
        ("forbid", "forbids sending anyone to such a state", "Orvia is a party to the Convention against Torture, which forbids sending anyone to such a state."),
        ("permit", "impose fines", "The council has put the town under a law which allows judges to impose fines."),
        ("forbid", "forbids the use of children in the harvest", "In spite of a law that forbids the use of children in the harvest, pupils were seen in the fields."),
    ],
)  # fmt: skip
def test_a_law_lays_down_what_its_verbs_take(modality: str, clause: str, text: str) -> None:
    assert (modality, clause) in clauses(text)


@pytest.mark.parametrize(
    "text",
    [
        "The Guild asks Orvia to halt all transfers and to tell the families where they are.",
        "The committee recommends that the wounded be examined.",
        "The Network urges the ministry to lift all bans.",
        "A nurse in the town by the river permits and bans nothing.",
        "She sat in the bars that limits of age closed to others.",
    ],
)
def test_who_pleads_lays_nothing_down(text: str) -> None:
    assert not clauses(text)
