"""Interviews with questions as paragraphs, letters with dates over them: whose words the answers are."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "Notes from the port\n\nDelta Online spoke with a teacher from the port of Umar. {}\n\n"
ANSWERS = (
    "*When did they come?*\n\nOn Monday. They beat my husband and took him away.\n\n"
    "*Where is he?*\n\nHe is held in the barracks. I bring him bread.\n\nWe were told to keep silent.\n\n"
)
END = "Police arrested two other teachers in May, officials said."


def sources(text: str) -> dict[str, list[tuple[str, str, str]]]:
    """For each act who says so, with the kind, and the status of the claim."""
    found: dict[str, list[tuple[str, str, str]]] = {}
    for claim in read_report(report_of_text(text), second=False).claims:
        some = [(source.text, source.kind, claim.status) for source in claim.sources]
        found.setdefault(claim.act, []).extend(some or [("", "", claim.status)])
    return found


@pytest.mark.parametrize(
    ("naming", "who"),
    [
        ("", ("a teacher from the port of Umar", "anonymous", "reported")),
        ("We call her Salma.", ("Salma", "named", "reported")),
    ],
)
def test_answers_are_by_whom_the_newsroom_met(naming: str, who: tuple[str, str, str]) -> None:
    found = sources(LEAD.format(naming) + ANSWERS + END)
    assert found["torture"] == [who]
    assert found["detention"] == [who]
    assert found["arrest"][-1] == ("officials", "anonymous", "reported")


def test_the_newsrooms_own_words_behind_the_last_answer_stay_its_own() -> None:
    found = sources(LEAD.format("") + ANSWERS + "Police arrested two other teachers in May.")
    assert found["arrest"][-1] == ("", "", "asserted")


@pytest.mark.parametrize(
    "text",
    [
        LEAD.format("")
        + "Why now?\n\nThey beat her husband and took him away.\n\nAnd who pays?\n\nThe town pays.",
        LEAD.format("") + "What happened?\n\nThey beat my husband and took him away. I saw it.",
        "A title\n\nThe mill was closed.\n\n" + ANSWERS,
    ],
    ids=["nobody says I", "one question", "nobody was met"],
)
def test_where_it_is_no_interview_nobody_is_taken_for_its_speaker(text: str) -> None:
    assert found_torture(text) == [("", "", "asserted")]


def found_torture(text: str) -> list[tuple[str, str, str]]:
    return sources(text)["torture"]


def test_letters_with_dates_over_them_are_by_whom_they_are_said_to_be_from() -> None:
    text = (
        "Two letters\n\nTwo letters from a camp reached us. Both were written by a man whom we call Jun-ho.\n\n"
        "Oct. 19. “Four of our company ran away on the night of the first snow. Two were caught by the railway police.”"
        "\n\nOct. 26. “They beat the cook in front of us because he had given away some of the rice.”"
    )
    found = sources(text)
    assert found["arrest"] == found["torture"] == [("Jun-ho", "named", "reported")]


OWN = "I was arrested in Yanji in May. They beat me for two days.\n\nMy brother was executed. I never saw him again."


@pytest.mark.parametrize(
    ("lead", "who"),
    [
        ("Mr. A., 37, worked in a mine. His account is printed here.", "Mr. A., 37"),
        ("This is the account of Mr. Kim, 37.", "Mr. Kim"),
        ("From the diary of a teacher", "a teacher"),
    ],
)
def test_a_text_printed_as_it_is_is_by_whom_the_lead_names(lead: str, who: str) -> None:
    text = f"The road out\n\n{lead}\n\n{OWN}\n\nPolice searched 40 houses in the province in June."
    found = sources(text)
    assert [source for source, _, _ in found["arrest"] + found["torture"] + found["execution"]] == [who] * 3
    assert found["search"] == [("", "", "asserted")]


def test_behind_a_testimony_the_newsroom_speaks_again() -> None:
    text = (
        "A testimony\n\nThe centre recorded this testimony. The witness is a miner, 40.\n\n"
        f"{OWN}\n\nThe centre has checked this account. Police searched his house again in June."
    )
    assert sources(text)["search"] == [("", "", "asserted")]


def test_whom_the_editor_spoke_with_answers() -> None:
    lead = "Notes\n\nOur editor spoke by telephone with Tamar Lkhasa, a seamstress who left Umar.\n\n"
    assert sources(lead + ANSWERS + END)["torture"][0][0].startswith("Tamar Lkhasa")


def test_an_account_that_is_only_spoken_of_prints_nothing() -> None:
    text = (
        "Two men arrested\n\nA relative gave his account to Delta Online. Police arrested two men on Monday.\n\n"
        "“I saw how they beat him,” he said.\n\nThe men were taken to the barracks. They were released on Friday."
    )
    assert sources(text)["release"] == [("", "", "asserted")]


@pytest.mark.parametrize("label", ["URGENT ACTION", "BREAKING", "UPDATE"])
def test_what_a_report_is_headed_speaks_not(label: str) -> None:
    text = f"{label}: Soldiers raid Umar\n\n{label}: Police arrested three men in Umar on Monday."
    assert sources(text)["arrest"] == [("", "", "asserted")]


@pytest.mark.parametrize(
    "text",
    [
        "Anna Kot lives in the port. Her story is one of many.\n\nI met her in May. Soldiers beat two men.",
        "This week police confiscated letters from a teacher.\n\nWe counted the raids. Soldiers beat two men.",
        "Police questioned the driver in May.\n\nWhat did you see?\n\nI saw it. They beat two men.\n\nAnd he?\n\nI know not.",
        "Umar Online spoke with a lawyer.\n\nWhat is known?\n\nWe count 30 raids. Soldiers beat two men.\n\nAnd now?\n\nWe wait.",
        "A nurse lives here. We called Umar Police for comment.\n\nWho?\n\nI saw it. They beat two men.\n\nWhen?\n\nIn May, I think.",
    ],
    ids=["a reporter met her", "letters were taken", "police asked him", "an explainer", "whom we rang"],
)
def test_nobody_is_taken_for_a_speaker_who_is_only_spoken_of(text: str) -> None:
    assert all(
        source not in ("a teacher", "the driver", "a lawyer", "Umar Police", "Anna Kot")
        for source, _, _ in found_torture(f"A title\n\n{text}")
    )


@pytest.mark.parametrize(
    ("text", "acts"),
    [
        ("Were people beaten? Two men were arrested.", ["arrest"]),
        ("“Was your brother beaten?” Two men were arrested.", ["arrest"]),
    ],
)
def test_a_question_that_yes_or_no_answers_tells_nothing(text: str, acts: list[str]) -> None:
    reading = read_report(report_of_text(f"A title\n\n{text}"))
    assert [claim.act for claim in reading.claims] == acts
