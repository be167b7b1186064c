"""No sentence says "1 reports": a count stands with both forms of its noun, in pages, reasons and the words of estimating."""

from __future__ import annotations

import re

import pytest
from tests.desk import messages

from testigo.reason import Counted, Reason, filled
from testigo.trend import Saying
from testigo.trend_words import ids, said

ONE = re.compile(
    r"(?<![\d.,%-])(?<!to )(?<!more than )\b1 (?:more |other |further |independent )?(?P<noun>[a-z]+s)\b(?! of)"
)
NO_NOUN = {
    "is",
    "was",
    "has",
    "tells",
    "says",
    "lies",
    "stands",
    "gives",
    "this",
    "as",
    "its",
    "falls",
    "needs",
}
LARGE = {"times", "parts", "lines", "letters", "characters", "bits"}
"""Verbs; and nouns that only follow limits above one or decimal numbers."""
NAMES = re.compile(r"%\(\w+\)s|\{\}|\{:[^}|]*\}")


def wrong(sentence: str) -> str:
    """The first count of one with a noun of many, or nothing."""
    for found in ONE.finditer(sentence):
        if found["noun"] not in NO_NOUN | LARGE:
            return found[0]
    return ""


def test_a_count_takes_the_form_of_its_noun() -> None:
    assert filled("{:claim denies|claims deny} it", ("1",)) == "1 claim denies it"
    assert filled("{:claim denies|claims deny} it", ("2",)) == "2 claims deny it"
    assert str(Reason("{}: {}", ("1", "x"))) == "1: x"
    assert f"{Counted('0'):day|days}" == "0 days"


def test_no_message_of_a_page_has_one_form_for_one_and_many() -> None:
    bad = {}
    for message in messages.wanted():
        if isinstance(message, str) and not any(ord(c) > 0x2E7F for c in message):
            sentence = (
                filled(message, ["1"] * 9) if "{}" in message or "{:" in message else NAMES.sub("1", message)
            )
            if found := wrong(sentence):
                bad[message] = found
    assert bad == {}


def test_the_singular_of_a_message_with_both_forms_is_singular() -> None:
    pairs = [m for m in messages.wanted() if isinstance(m, tuple)]
    assert len(pairs) > 40
    assert {m[0]: found for m in pairs if (found := wrong(NAMES.sub("1", m[0])))} == {}


@pytest.mark.parametrize("id_", ids())
def test_no_sentence_of_estimating_has_one_form_for_one_and_many(id_: str) -> None:
    names = ("date", "ratio", "low", "high", "before", "after", "months", "needed", "count", "spanning", "used", "day", "shape",
             "days", "times", "first", "last", "joined", "untold")  # fmt: skip
    sentence = said(Saying(id_, tuple((name, "linear" if name == "shape" else "1") for name in names)))
    assert wrong(sentence) == "", sentence


def test_this_test_would_find_one() -> None:
    assert wrong("1 outlets, 2 origins") == "1 outlets"
    assert wrong("1 independent origins") == "1 independent origins"
    assert wrong("1 report tells it; 11 reports deny it") == ""
