"""The body that gives a text out is no source in it: press releases, appeals, monitors' entries, wire reports."""

from __future__ import annotations

import pytest
from tests.reading.spoken import fullest, where

from testigo.archive.text import report_of_text
from testigo.reading.issued_by import issuer
from testigo.reading.quotes import quotes
from testigo.reading.speakers import speakers
from testigo.reading.tokens import document
from testigo.reading.view import views


def chain(text: str, words: str) -> list[str]:
    """Who tells the words, in a text with its head."""
    found = speakers(document(report_of_text(text))).chain_at(where(text, words))
    return [fullest(source) for source in found]


RELEASE = "Velmaria: Ferryman taken at night\n\nTeal River Forum, press release, 3 May 2021\n\n"
JOINT = (
    "Velmaria: Ferryman taken\n\nJoint statement by the Teal River Forum and the Orun Guild, 3 May 2021\n\n"
)
ENTRY = "Orun Prison Monitor: report for April 2021\n\n"
WIRE = "Ferrymen held in Velmaria\n\nTARNOV, May 3 (Beacon News) — "
NEWS = "Ferrymen held in Velmaria\n\nBy Ana Dal\n\n"


@pytest.mark.parametrize(
    ("text", "words"),
    [
        (RELEASE + "Guards took a ferryman in Orun, the Teal River Forum said today.", "took"),
        (RELEASE + "A ferryman is gone. The Forum has recorded 31 arrests in Orun since May.", "arrests"),
        (RELEASE + "A ferryman is gone. The Forum deplores it. It fears that guards beat him.", "beat"),
        (JOINT + "A ferryman is gone. The Guild documented the beating of nine men.", "beating"),
        (ENTRY + "The Monitor has verified the deaths of nine men in April.", "deaths"),
        (
            "Ferryman held\n\nThe Teal Forum condemns the arrest of a ferryman and urges his release.",
            "arrest of",
        ),
    ],
)
def test_who_gives_the_text_out_is_no_source(text: str, words: str) -> None:
    assert chain(text, words) == []


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        (["the baker"], RELEASE + "Guards took a ferryman, the baker told the Forum on Monday.", "took"),
        (["the baker"], WIRE + "Guards took a ferryman, the baker told Beacon News.", "took"),
        (
            ["the Forum’s clerk, Mira Tal"],
            RELEASE + "“Guards took him,” said the Forum’s clerk, Mira Tal.",
            "took",
        ),
        (["the Harbor League"], RELEASE + "Guards took a ferryman, the Harbor League said.", "took"),
        (["the Teal River Forum"], NEWS + "Guards took a ferryman, the Teal River Forum said.", "took"),
        (["The mayor"], "Orun: report\n\nThe mayor condemned the beating of a ferryman.", "beating"),
    ],
)
def test_others_stay_sources(expected: list[str], text: str, words: str) -> None:
    assert chain(text, words) == expected


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (RELEASE + "A ferryman is gone.", {"teal river forum"}),
        (WIRE + "A ferryman is gone.", {"beacon news"}),
        ("Findings of the Commission on Velmaria: chapter on custody\n\n1. A ferryman is gone.", set()),
        ("Ferrymen held, say neighbours\n\nOrun, 3 May 2021\n\nA ferryman is gone.", set()),
    ],
)
def test_who_gives_a_text_out(text: str, names: set[str]) -> None:
    read = document(report_of_text(text))
    assert issuer(read, views(read, quotes(read))).names == names
