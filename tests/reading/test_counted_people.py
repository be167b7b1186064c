"""How many and how much an act concerns: fines are amounts, ages are none, and a family of four counts."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

LEAD = "The agency published this report about the province.\n\n"


def counted(sentence: str, act: str) -> list[list[str]]:
    """The words of the quantities of each claim of an act."""
    claims = read_report(report_of_text(LEAD + sentence)).claims
    return [[f.text for f in c.quantity] for c in claims if c.act == act]


@pytest.mark.parametrize(
    ("sentence", "act", "words"),
    [
        ("A court fined the editor 5,000 won for insulting the president.", "sentence", ["5,000 won"]),
        ("The driver was fined 300 pesos.", "sentence", ["300 pesos"]),
        ("Agents detained and fined two brokers.", "sentence", ["two"]),
        ("Women under 35 were turned back at the airport.", "movement_restriction", []),
        ("A family of four was banished to the interior.", "banishment", ["four"]),
        ("The families of the four were banished to the interior.", "banishment", []),
    ],
)
def test_fines_and_people_are_counted_and_ages_are_not(sentence: str, act: str, words: list[str]) -> None:
    assert words in counted(sentence, act)


@pytest.mark.parametrize(
    ("sentence", "act", "words"),
    [
        ("Police detained editor Ana Ruiz and two reporters.", "arrest", []),
        ("Police arrested two brothers and the editor Ana Ruiz.", "arrest", ["two"]),
        ("She was held at the station together with eleven other women.", "detention", ["eleven"]),
        ("Two gunmen killed the director in May.", "killing", []),
        ("Police detained at least 63 farmers for taking part in a march.", "resistance", []),
        ("Some 200 students marched through the town.", "resistance", ["Some 200"]),
        ("In May the government banned rallies in 15 provinces.", "movement_restriction", []),
        ("Three of the students admitted the theft.", "speech", ["Three"]),
        (
            "Officials lost their posts for selling timber to traders, according to two sources.",
            "smuggling",
            [],
        ),
        ("Eleven more were arrested.", "arrest", ["Eleven"]),
        ("A group documented 111 cases of alleged extrajudicial killings.", "killing", ["111"]),
        ("Officers demanded a bribe of Taka 100,000 from the family.", "extortion", ["Taka 100,000"]),
        ("The other four were fined 640 pesos each.", "sentence", ["four", "640 pesos each"]),
        ("A clerk said that minors under 13 were arrested.", "arrest", []),
    ],
)
def test_whose_number_an_act_has(sentence: str, act: str, words: list[str]) -> None:
    assert words in (counted(sentence, act) or [[]])
