"""Who is taken for no speaker: those who must write something, a court that affirms a verdict, a sign behind its words."""

from __future__ import annotations

import pytest
from tests.reading.spoken import chain

CLERK = [("anonymous", "The clerk")]
LEAGUE = [("institution", "the Harbor League")]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The upper court affirmed the verdict against the ferrymen in May.", "ferrymen"),
        ("Judges affirmed the district court’s ruling to close the school.", "close"),
        ("Both sisters recorded statements when the baker was arrested.", "arrested"),
        ("Nurses have to write “weak heart” on the cards, and guards beat those who refuse.", "beat"),
        ("Sailors must say “long live the dam” at the gate, and guards beat those who refuse.", "beat"),
        ("A placard reading “thief” was nailed to the baker, whom guards had beaten.", "beaten"),
        ("A board saying “closed” was hung up after guards beat the baker.", "beat"),
        ("The dockers fear the guards, who beat women at night.", "beat"),
        ("The mayor told the singers who had beaten a guard to “stay at home.”", "beaten"),
        ("The Post and its staff were sued twice – over taxes and alleged debts – and two men were arrested.", "arrested"),
        ("The board freed men after concluding it lacked proof, but guards beat many others.", "beat"),
        ("The army let the men go; according to the Harbor League, most came back.", "go"),
        ("The men were fined according to law, and guards beat them.", "beat"),
        ("The court fined the men according to law.", "fined"),
        ("The count covers the deaths reported in May, with at least six men killed.", "killed"),
    ],
)  # fmt: skip
def test_nobody_tells(text: str, words: str) -> None:
    assert chain(text, words) == []


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        (CLERK, "The clerk affirmed that the court had closed the school.", "closed"),
        (CLERK, "The clerk said that the men were dealt with according to law and that nobody was beaten.", "beaten"),
        (CLERK, "The clerk recorded the beating of two men.", "beating"),
        (CLERK, "The clerk wrote “they beat him” on the card.", "beat"),
        (CLERK, "The clerk told the singers who had beaten a guard.", "beaten"),
        (CLERK, "The clerk left after learning little, saying that guards beat two men, but not badly.", "beat"),
        (LEAGUE, "Guards, according to the Harbor League, beat two men.", "beat"),
        (LEAGUE, "The move drew criticism from the Harbor League, which said that guards beat two men.", "beat"),
        ([("document", "a letter from the Harbor League")], "He read a letter from the Harbor League, which said that guards beat two men.", "beat"),
    ],
)  # fmt: skip
def test_somebody_tells(expected: list[tuple[str, str]], text: str, words: str) -> None:
    assert chain(text, words) == expected
