"""Statements below a line with a colon, transcripts, denials of claims, what an office does in what is told."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def claims(text: str) -> list[tuple[str, str, list[str]]]:
    """Act, status and sources of each claim, under a title."""
    reading = read_report(report_of_text(f"A title\n\n{text}"), second=False)
    return [(claim.act, claim.status, [source.text for source in claim.sources]) for claim in reading.claims]


@pytest.mark.parametrize(
    ("line", "who"),
    [
        ("The ministry said:", "The ministry"),
        ("The governor wrote on Telegram on Monday:", "The governor"),
        ("The governor published the following statement:", "The governor"),
    ],
)
def test_quoted_paragraphs_below_a_colon_are_by_whom_the_line_names(line: str, who: str) -> None:
    text = (
        f"{line}\n\n“Soldiers detained three farmers. They were taken to the barracks.\n\n“They beat a guard.”\n\n"
        "Police arrested two others."
    )
    assert claims(text) == [
        ("arrest", "reported", [who]),
        ("detention", "reported", [who]),
        ("torture", "reported", [who]),
        ("arrest", "asserted", []),
    ]


def test_below_information_received_all_is_told_by_it_until_the_writers_speak() -> None:
    text = (
        "According to the information received:\n\nOn 6 March Mr. Ri was arrested by soldiers in Umar. He was beaten.\n\n"
        "On 7 March his brother was arrested.\n\nWe fear that he is held in Umar, where three men were executed in May."
    )
    found = claims(text)
    assert [(status, who) for _, status, who in found[:3]] == [("reported", ["the information received"])] * 3
    assert found[3:]
    assert not any(who for _, _, who in found[3:])


def test_one_paragraph_below_a_colon_needs_no_quotation_marks() -> None:
    found = claims(
        "The ministry said in a statement:\n\nSoldiers detained three farmers.\n\nPolice arrested two others."
    )
    assert found == [("arrest", "reported", ["The ministry"]), ("arrest", "asserted", [])]


@pytest.mark.parametrize(
    "case",
    [
        "On 2 August, soldiers arrested three farmers in Umar. (source: a relative)",
        "Three farmers were arrested on 2 August in Umar (source: a relative).",
        "Soldiers came at night. Three farmers were arrested in Umar. [Source: a relative]",
    ],
)
def test_a_source_in_brackets_tells_the_case_before_it(case: str) -> None:
    found = claims(f"{case}\n\nPolice beat a weaver.")
    assert ("arrest", "reported", ["a relative"]) in found
    assert found[-1] == ("torture", "asserted", [])


def test_a_quoted_paragraph_below_a_line_that_tells_nothing_is_nobodys() -> None:
    (claim,) = claims("The square was empty:\n\n“Soldiers detained three farmers in the morning.”")
    assert claim == ("arrest", "asserted", [])


def test_a_transcript_names_who_speaks_without_capitals() -> None:
    text = (
        "Witness A: I was detained in Onsong. They beat me.\n\nChair: How long?\n\n"
        "Mr. Park: Two soldiers arrested my sister.\n\nKim Sun-ok: I saw it. They beat her too.\n\n"
        "Kim Sun-ok: She was executed in June."
    )
    assert [(act, who) for act, _, who in claims(text)] == [
        ("arrest", ["Witness A"]),
        ("torture", ["Witness A"]),
        ("arrest", ["Mr. Park"]),
        ("torture", ["Kim Sun-ok"]),
        ("execution", ["Kim Sun-ok"]),
    ]


def test_the_heads_of_a_list_of_cases_speak_not() -> None:
    case = "Date: 3 May\n\nPlace: Umar. Soldiers arrested three farmers who said that we are all afraid."
    found = claims(f"{case}\n\n{case.replace('three', 'two')}")
    assert not {source for _, _, some in found for source in some} & {"Date", "Place"}


@pytest.mark.parametrize(
    ("text", "status", "who"),
    [
        ("The claim that detainees were beaten is false, the ministry said.", "denied", ["the ministry"]),
        ("Reports that two men were beaten are untrue.", "denied", []),
        ("Reports that two men were beaten spread in the town.", "hedged", []),
        ("It is not true that two men were beaten.", "denied", []),
        ("It is true that two men were beaten.", "asserted", []),
        ("Our source has withdrawn the statement that two men were beaten.", "denied", []),
        ("As investigators established, two men were beaten.", "reported", ["investigators"]),
    ],
)
def test_a_claim_that_is_called_false_is_denied(text: str, status: str, who: list[str]) -> None:
    assert claims(text) == [("torture", status, who)]


def test_what_an_office_does_in_what_is_told_is_told_by_the_same() -> None:
    found = claims("She told her lawyer that interrogators beat her and threatened to kill her mother.")
    assert [(act, who) for act, _, who in found] == [("torture", ["She"]), ("killing", ["She"])]


def test_a_past_that_looks_like_its_present_is_a_verb() -> None:
    assert claims("She said that soldiers beat her.") == [("torture", "reported", ["She"])]


@pytest.mark.parametrize(
    ("end", "who"),
    [
        ("This was reported by the press service of the ministry.", ["the press service of the ministry"]),
        ("\n\nIt was reported by Radio Umar on Monday.", ["Radio Umar"]),
        ("This was not reported by state media.", []),
        ("This was announced by loudspeaker.", []),
        ("It was reported by Radio Umar that he lives.", []),
    ],
)
def test_who_is_said_to_have_reported_what_stands_before(end: str, who: list[str]) -> None:
    found = claims(f"Officers detained three residents. {end}")
    assert found[0] == ("arrest", "reported" if who else "asserted", who)


def test_a_sentence_with_a_source_of_its_own_keeps_it() -> None:
    found = claims(
        "Soldiers beat a weaver, his sister said. Two men were arrested. This was reported by Radio Umar."
    )
    assert [who for _, _, who in found[:2]] == [["his sister"], ["Radio Umar"]]


def test_a_quotation_that_a_dash_breaks_is_one_speakers() -> None:
    found = claims(
        "“They came at night,” says Berfin. “They beat him” — she lowers her voice — “and then they arrested my brother.”"
    )
    assert [(act, who) for act, _, who in found if act in ("torture", "arrest")] == [
        ("torture", ["Berfin"]),
        ("arrest", ["Berfin"]),
    ]


def test_a_newsroom_denies_what_an_earlier_version_said() -> None:
    found = claims(
        "An earlier version of this article stated that police had beaten five men. We regret the error."
    )
    assert found == [("torture", "denied", ["An earlier version of this article"])]


@pytest.mark.parametrize(
    "text",
    [
        "He did not withdraw the allegation that two men were beaten.",
        "Unless she withdraws the claim that two men were beaten, she will pay.",
        "It is wrong that two men were beaten for a song.",
        "It is no lie that two men were beaten.",
        "It is not only true that two men were beaten.",
        "Reports that two men were beaten are true, not false.",
        "Reports that two men were beaten are neither false nor new.",
    ],
)
def test_what_is_not_called_untrue_is_not_denied(text: str) -> None:
    assert [status for act, status, _ in claims(text) if act == "torture"] in (["asserted"], ["hedged"])


@pytest.mark.parametrize(
    "text",
    [
        "Police released her after two days:\n\n“They beat me and my sister in May.”",
        "Officials said nothing about the raids:\n\n“They beat me and my sister in May.”",
        "Police issued a warrant against her:\n\n“They beat me and my sister in May.”",
    ],
)
def test_a_line_that_does_not_tell_names_nobody_for_what_is_below(text: str) -> None:
    assert ("torture", "asserted", []) in claims(text)


def test_a_quoted_paragraph_with_a_speaker_of_its_own_is_his() -> None:
    found = claims("The ministry said:\n\n“Police arrested a man.”\n\n“They beat him,” his wife said.")
    assert [who for _, _, who in found] == [["The ministry"], ["his wife"]]


@pytest.mark.parametrize("field", ["Detainee", "Judge", "Defendant", "Witness Protection"])
def test_a_field_of_a_case_speaks_not(field: str) -> None:
    assert ("arrest", "asserted", []) in claims(f"{field}: Ri Chol-su, 34. Soldiers arrested him in May.")
