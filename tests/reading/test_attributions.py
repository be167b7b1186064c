"""Cue, source and content of attributions as news writes them, where commas, quotations and asides stand between."""

from __future__ import annotations

import pytest
from tests.reading.spoken import heard


def attributions(text: str) -> dict[str, tuple[str | None, list[str]]]:
    """Source and content by the words of the cue."""
    return {
        a.cue.of(text): (a.source.of(text) if a.source else None, [c.of(text) for c in a.content])
        for a in heard(text).attributions
    }


@pytest.mark.parametrize(
    ("text", "cue", "source", "contents"),
    [
        ('Mr. Tarn, who has called the inquiry "a witch hunt," vowed to appeal.', "vowed",
         'Mr. Tarn, who has called the inquiry "a witch hunt,"', ["to appeal"]),
        ("Warren, the Lowmarch senator, has long opposed the plan and promised to fight it.", "promised",
         "Warren, the Lowmarch senator", ["to fight it"]),
        ("Police said Monday they had no suspect.", "said", "Police", ["they had no suspect"]),
        ("“No,” said Ms. Orley, his campaign manager, when asked about it.", "said",
         "Ms. Orley, his campaign manager", ["No,", "when asked about it"]),
        ('Supporters chanted "Lock her up!" as he spoke.', "chanted", "Supporters", ["Lock her up"]),
        ("Some analysts doubt the bank will raise rates, while others predict two increases.", "predict",
         "others", ["two increases"]),
        ("The president's order to close the camp was welcomed by activists.", "order", "The president",
         ["to close the camp"]),
        ("The director's announcement that agents were reading the letters stunned both parties.", "announcement",
         "The director", ["agents were reading the letters"]),
        ("“He is,” said one voter, Mara Lopes, 45, “the only one who listens.”", "said", "one voter, Mara Lopes, 45",
         ["He is,", "the only one who listens."]),
        ("In the interview, the governor also suggested, without evidence, that millions voted twice.", "suggested",
         "the governor", ["millions voted twice"]),
        ("The mayor's office declined to say how many officers were there.", "to say", "The mayor's office",
         ["how many officers were there"]),
        ("Mr. Odum, asked about the report, said he had no comment.", "said", "Mr. Odum, asked about the report",
         ["he had no comment"]),
    ],
)  # fmt: skip
def test_cue_source_and_content_are_told_apart(text: str, cue: str, source: str, contents: list[str]) -> None:
    assert attributions(text)[cue] == (source, contents)


def test_what_a_verb_tells_is_not_told_again_by_its_statement() -> None:
    found = attributions("The office said in a statement that the inquiry had begun.")
    assert list(found) == ["said"]


def test_a_permit_in_a_relative_clause_does_not_swallow_what_is_said() -> None:
    found = attributions("One official, who was not authorized to speak, said the raid had failed.")
    assert found["was not authorized"][1] == ["who", "to speak"]
    assert found["said"][1] == ["the raid had failed"]
