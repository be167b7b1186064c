from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.claim import Reading
from testigo.reading.read import read_report

LEAD = "The council met on Monday to speak of the new rules. "


def reading(text: str) -> Reading:
    return read_report(report_of_text(LEAD + text))


def clauses(text: str) -> list[tuple[str, str]]:
    return [(c.modality, c.span.of(LEAD + text)) for order in reading(text).directives for c in order.clauses]


def claims(text: str) -> list[tuple[str, str, str, str]]:
    return [(c.kind, c.act, c.status, c.trigger.of(LEAD + text)) for c in reading(text).claims][1:]


@pytest.mark.parametrize(
    ("modality", "clause", "text"),
    [
        ("forbid", "Libel was a criminal offense", "Libel was a criminal offense."),
        ("exempt", "Begging was not a crime", "Begging was not a crime."),
        ("forbid", "Insulting the queen was a crime", "Insulting the queen was a crime."),
        ("forbid", "It was a felony to burn a flag", "It was a felony to burn a flag."),
        ("forbid", "Two old songs remained banned", "Two old songs remained banned."),
        ("forbid", "made it illegal to film soldiers", "The press law made it illegal to film soldiers."),
    ],
)
def test_what_is_a_crime_is_forbidden_though_no_law_is_named(modality: str, clause: str, text: str) -> None:
    assert (modality, clause) in clauses(text)
    assert ("directive", "policy", "asserted") in [c[:3] for c in claims(text)]


def test_a_penalty_is_a_clause_and_a_threat_of_its_own() -> None:
    text = "The sedition rule made it a crime, punishable by a fine or two years in jail, to mock a judge."
    assert clauses(text) == [
        ("require", "punishable by a fine or two years in jail"),
        ("forbid", "mock a judge"),
    ]
    assert ("event", "sentence", "intended", "punishable") in claims(text)
    behind = "The code makes it a crime to mock a judge, punishable by a fine."
    assert clauses(behind) == [
        ("forbid", "makes it a crime to mock a judge"),
        ("require", "punishable by a fine"),
    ]


def test_what_needs_a_leave_is_bound_to_it() -> None:
    text = "Rallies in the park required approval by the mayor."
    assert [m for m, _ in clauses(text)] == ["require"]
    assert ("directive", "policy", "asserted", "required approval") in claims(text)


@pytest.mark.parametrize(
    "text",
    [
        "The shooting was a crime.",
        "Fasting was a crime against the state, he joked, of the worst kind.",
        "The monks were no offense to anybody.",
        "It was his first offense.",
    ],
)
def test_a_deed_that_is_only_judged_is_not_made_a_crime(text: str) -> None:
    assert clauses(text) == []


def test_what_whoever_does_not_comply_faces_is_a_penalty() -> None:
    assert clauses("Violators faced fines of 500 crowns.") == [
        ("require", "Violators faced fines of 500 crowns")
    ]
    text = "Nurses were forbidden to sing at work and faced dismissal if they did so."
    assert clauses(text) == [
        ("forbid", "sing at work"),
        ("require", "faced dismissal if they did so"),
    ]
    assert clauses("The two men faced fines in May.") == []


@pytest.mark.parametrize("end", ["", "…", " fines", " fines,", " fines and", " fines;"])
def test_a_penalty_may_be_cut_off(end: str) -> None:
    text = f"The mayor threatened to charge the weavers with sedition, an offense punishable by{end}"
    assert read_report(report_of_text(text), second=False).claims
