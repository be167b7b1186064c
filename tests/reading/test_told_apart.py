"""What one teller tells ends where another or the writer goes on; whom a noun, a picture or a bare clause is told by."""

from __future__ import annotations

import pytest
from tests.reading.spoken import chain

UNION = ("institution", "The Port Union")
CLERK = ("anonymous", "The clerk")


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([], "A docker who says he owns nothing must leave the port.", "leave"),
        ([], "Nurses who admitted that they had met foreigners were driven away.", "driven"),
        ([], "The clerk promised that he would be freed, but the next week guards beat him.", "beat"),
        ([CLERK], "The clerk said that he would be freed, but guards beat him.", "beat"),
        ([], "The Port Union denied dockers were beaten but gave no figure.", "gave"),
        ([UNION], "The Port Union said dockers were beaten but gave no names.", "gave"),
        ([], "The clerk announced that he would be tried for arson, which carries nine years.", "carries"),
        ([], "Radio Tarn did not report the fire, and guards beat those who filmed it.", "beat"),
        ([], "The Port Union documented raids on homes, warned the mayor, and freed two men.", "freed"),
        ([], "Despite a promise from the mayor that guards would leave, two men were beaten.", "beaten"),
        ([], "On May 3, despite a letter claiming guards had left, two men were beaten.", "beaten"),
        ([("anonymous", "some")], "Those held said they were not fed, with some reporting beatings in the yard.", "beatings"),
    ],
)  # fmt: skip
def test_where_it_ends(expected: list[tuple[str, str]], text: str, words: str) -> None:
    assert chain(text, words) == expected


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([UNION], "The Port Union told Radio Tarn security forces had beaten two men.", "beaten"),
        ([UNION], "The Port Union told reporters police had beaten two men.", "beaten"),
        ([UNION], "The Port Union reported at times being raided by guards.", "raided"),
        ([UNION], "The Port Union raised concerns over the beating of two men.", "beating"),
        ([UNION], "The Port Union expressed grave concern about raids on homes.", "raids"),
        ([("institution", "the mayor’s office")], "Despite assurances from the mayor’s office that guards would leave, two men were beaten.", "leave"),
        ([("anonymous", "Those held")], "Those held maintained they were beaten.", "beaten"),
        ([("institution", "The Union – an exile body")], "The Union – an exile body – reported security forces had beaten two men.", "beaten"),
        ([("document", "Footage")], "Footage showed guards beating two men.", "beating"),
        ([("document", "Photographs")], "Photographs appeared to show guards burning a village.", "burning"),
        ([UNION], "The Port Union denied dockers were beaten but gave no figure.", "beaten"),
        ([("named", "His lawyer, Dara Sol")], "His lawyer, Dara Sol, fears that he is being beaten.", "beaten"),
        ([("institution", "police")], "He sold cards that police alleged insulted the king.", "insulted"),
    ],
)  # fmt: skip
def test_who_tells(expected: list[tuple[str, str]], text: str, words: str) -> None:
    assert chain(text, words) == expected


def test_each_names_it_by_a_word_of_its_own() -> None:
    text = (
        "Tarn Watch described it as an “act of revenge” and the Port Union called it a “grave threat” to all."
    )
    assert chain(text, "act of revenge")[0][1] == "Tarn Watch"


def test_an_office_is_not_those_who_watch_for_it() -> None:
    text = "OPV observers said guards beat a nurse. The OPV said guards beat a clerk."
    assert chain(text, "a clerk") == [("institution", "The OPV")]
