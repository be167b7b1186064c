"""Who a pronoun, a part of a phrase or a hearsay stands for, and who tells in words that are easily misread."""

from __future__ import annotations

import pytest
from tests.reading.spoken import chain


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([("anonymous", "her former landlord")], "According to her former landlord, guards beat two men.", "beat"),
        ([("anonymous", "his elder brother")], "According to his elder brother, guards beat two men.", "beat"),
        ([("anonymous", "her")], "According to her, guards beat two men.", "beat"),
        ([("named", "Orlova")], "In the same message Orlova writes that guards beat two men.", "beat"),
        ([("institution", "The Harbor League")], "The Harbor League in its 2031 Index noted that guards beat two men.", "beat"),
        ([("document", "The governor’s decree No. 41")], "The governor’s decree No. 41 says that every farm must send two men.", "send"),
        ([("anonymous", "The mayor")], "The mayor, speaking to dockers on Monday, warned that guards would beat them.", "beat"),
        ([("anonymous", "One survivor")], "One survivor stated that guards had beaten two men.", "beaten"),
        ([("anonymous", "witnesses")], "In Sarna, police used clubs and chased dockers into yards, witnesses said.", "used"),
        ([("anonymous", "Another source")], "Another source heard that guards had beaten two men.", "beaten"),
        ([("anonymous", "she")], "He is held in the camp now, as far as she knows.", "held"),
        ([], "According to our estimate, guards hold nine hundred men.", "hold"),
        ([("anonymous", "A docker")], "A docker said that some inspectors came at night and asked for money.", "asked"),
        ([("institution", "The union"), ("document", "reports")], "The union noted reports guards had beaten two men.", "beaten"),
        ([("institution", "The union"), ("document", "reports")], "The union noted reports that guards had beaten two men.", "beaten"),
        ([("institution", "The union")], "The union noted no reports of beatings in May.", "beatings"),
    ],
)  # fmt: skip
def test_who_tells(expected: list[tuple[str, str]], text: str, words: str) -> None:
    assert chain(text, words) == expected


@pytest.mark.parametrize(
    ("she", "text"),
    [
        ("A lawyer", "A lawyer said that police held her client. “He told me they slapped him,” she said."),
        ("A nurse", "A nurse said that police beat a man. “He told me that they slapped him,” she said."),
    ],
)
def test_he_is_not_who_speaks_as_she(she: str, text: str) -> None:
    assert [name for _, name in chain(text, "slapped")] == [she, "He"]


def test_who_only_knows_a_trader_is_none() -> None:
    text = (
        "A trader said that two men fled. A nurse who knows the trader said that a monk died."
        " The trader said that guards beat two men."
    )
    assert [name for _, name in chain(text, "beat")] == ["A trader"]


def test_one_officer_is_not_five() -> None:
    text = "Five officers of the army came to the farm. The officer said that guards beat two men."
    assert [name for _, name in chain(text, "beat")] == ["The officer"]


def test_she_is_none_of_those() -> None:
    text = "Among those detained was a clerk. A video appeared, in which she says that guards beat two men."
    assert [name for _, name in chain(text, "beat")] == ["she"]


def test_she_is_who_spoke_just_before() -> None:
    text = "Mayor Ana Torvik said nobody was hurt. “She is my sister,” she told the Post.\nA baker said the port was shut. She believes guards beat two men."
    assert chain(text, "beat") == [("anonymous", "A baker")]


def test_a_row_of_things_is_nobody() -> None:
    text = (
        "A ferryman said the port was shut. Driftwood and a body washed ashore near Sarna, according to him."
    )
    assert chain(text, "washed") == [("anonymous", "A ferryman")]


def test_what_they_say_in_a_quotation_is_hearsay() -> None:
    text = "“They say the guards beat two men,” a baker added."
    assert chain(text, "beat") == [("anonymous", "a baker"), ("public", "They")]


def test_i_in_a_quotation_is_who_is_quoted() -> None:
    text = "“The mayor left. I think the guards beat two men,” a baker said."
    assert chain(text, "beat") == [("anonymous", "a baker")]


def test_a_community_is_people_of_a_place() -> None:
    assert chain("A fishing community alleged guards beat two men.", "beat") == [
        ("anonymous", "A fishing community")
    ]


def test_she_is_not_the_daughter_of_whom_she_tells() -> None:
    text = "Ana Orlova met the guards. Her daughter, she says, was beaten in May."
    assert chain(text, "beaten") == [("named", "Ana Orlova")]


def test_who_warns_goes_on_to_act() -> None:
    text = (
        "The mayor warned the dockers that the march was banned but did not stop them from storming the hall."
    )
    assert chain(text, "storming") == []
    assert chain(text, "banned") == [("anonymous", "The mayor")]
