"""What is an order, an answer or a disappearance, and how firmly a participle behind its noun is put."""

from __future__ import annotations

import pytest
from tests.reading.led import SECOND, claims

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def test_no_order_is_given_by_what_was_done_without_one() -> None:
    assert claims("They documented 74 cases of house arrest without a court order in July.", "order") == []


@SECOND
@pytest.mark.parametrize(
    ("act", "status", "text"),
    [
        ("torture", "hedged", "Two men believed to have been beaten were freed."),
        ("release", "hedged", "In 35 cases those said to have been freed had never been tried."),
        ("interrogation", "asserted",
         "Four teachers who had signed the letter were interrogated at the office and asked to withdraw their names."),
    ],
)  # fmt: skip
def test_how_firmly_what_people_are_told_by_is_put(act: str, status: str, text: str, *, second: bool) -> None:
    assert {claim.status for claim in claims(text, act, second=second)} == {status}


def test_mere_force_answers_nothing() -> None:
    text = "The ministry denied that force had been used. It did not respond to the question."
    claims = read_report(report_of_text(text), second=True).claims
    assert [one.text for claim in claims if claim.act == "speech" for one in claim.actor] == ["The ministry"]


def test_what_is_not_heard_from_somebody_is_no_disappearance() -> None:
    assert claims("They had not heard it from him.", "disappearance") == []
    assert claims("Nobody has heard from him since May.", "disappearance")
