"""Groups: which population group a phrase speaks of, by its words alone."""

from __future__ import annotations

import pytest
from tests.reading.documents import doc, span

from testigo.reading.groups import group_of
from testigo.reference import tables


def group(words: str) -> str | None:
    text = f"The order speaks of {words}."
    found = group_of(doc(text), span(text, words))
    return found.id if found else None


@pytest.mark.parametrize(
    ("words", "row"),
    [
        ("families of defectors", "defector-families"),
        ("defectors", "defectors"),
        ("returnees to the North", "repatriated"),
        ("returnees from Japan", "japan-returnees"),
        ("Chinese-made cellphone users", "phone-users"),
        ("anyone caught with an unreported phone", "phone-users"),
        ("remittance brokers", "remittance-brokers"),
        ("classmates who use banned words", "southern-speech"),
        ("five students", "youth"),
        ("the blind", "disabled"),
        ("families with a member in South Korea", "defector-families"),
        ("those with a missing member", "missing-families"),
        ("border guards", "border-guards"),
    ],
)
def test_a_phrase_has_the_group_that_it_names(words: str, row: str) -> None:
    assert group(words) == row


@pytest.mark.parametrize(
    "words", ["locals", "such individuals", "engineers on call", "persons so reported", "the director"]
)
def test_a_phrase_that_names_no_group_has_none(words: str) -> None:
    assert group(words) is None


def test_every_group_of_the_word_list_is_in_the_table() -> None:
    from testigo.reading import groups

    assert {name for name, _ in groups._stems()} <= set(tables.groups())
