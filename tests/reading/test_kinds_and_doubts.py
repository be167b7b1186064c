"""Kinds of sources told by office and people, who files what, and doubts on nouns: one invented sentence each."""

from __future__ import annotations

import pytest

from testigo import read


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("institution", "The minister of justice said that police arrested two men."),
        ("institution", "The head of the prosecutor’s office said that police arrested two men."),
        ("institution", "The public defender said that police arrested two men."),
        ("anonymous", "The head of the station said that police arrested two men."),
        ("anonymous", "A Tibetan living in Bern said that police arrested two men."),
        ("anonymous", "Local communities said that police arrested two men."),
        ("document", "The Free Desk 2021 Press Report said that police arrested two men."),
        ("document", "The Torvena Barometer of Freedom said that police arrested two men."),
    ],
)
def test_the_kind_of_a_source(kind: str, text: str) -> None:
    claim = next(c for c in read(text).claims if c.act == "arrest")
    assert [s.kind for s in claim.sources] == [kind]


@pytest.mark.parametrize(
    ("source", "act", "text"),
    [
        ("Relatives of Aslan", "disappearance", "Relatives of Aslan filed a case alleging agents abducted him."),
        ("NGOs, refugees, and migrants", "arrest", "NGOs, refugees, and migrants reported that police arrested two men."),
    ],
)  # fmt: skip
def test_who_alleges(source: str, act: str, text: str) -> None:
    claim = next(c for c in read(text).claims if c.act == act)
    assert [s.text for s in claim.sources] == [source]


def test_a_document_is_what_it_says() -> None:
    text = "The brigade sent out an order in May. It says that soldiers arrested two men."
    claim = next(c for c in read(text).claims if c.act == "arrest")
    assert [s.kind for s in claim.sources] == ["document"]


@pytest.mark.parametrize(
    ("status", "act", "text"),
    [
        ("hedged", "disappearance", "The board said abductions continued, allegedly committed by agents."),
        ("hedged", "killing", "Police arrested two men accused of the murder of a poet."),
        ("denied", "killing", "The board did not receive any allegations of killings by soldiers."),
        ("denied", "trial", "Prosecutors had not decided to press charges against the guard."),
        ("intended", "sentence", "Insults could be punished by a fine."),
    ],
)
def test_status(status: str, act: str, text: str) -> None:
    found = [c.status for c in read(text).claims if c.act == act]
    assert found == [status]
