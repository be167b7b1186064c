"""Who is meant by “they” and “he” that tell: those who suffered just before, whoever leads to a colon, whoever accuses."""

from __future__ import annotations

import pytest
from tests.reading.spoken import chain


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ([("anonymous", "two nurses")], "Police arrested two nurses. They said that guards beat them."),
        ([("institution", "Police")], "Police arrested two nurses. They said that guards beat nobody."),
        ([("anonymous", "a monk")], "Police held a monk on Monday. He says that guards beat him."),
        ([("anonymous", "He")], "Police held a monk and a nun. He says that guards beat him."),
        ([("anonymous", "He")], "He struck a monk. He says that guards beat him."),
        ([("anonymous", "He")], "Police held her sister. He says that guards beat him."),
        ([("named", "Ana Lo")], "Ana Lo was held in Karst on 3 May. She said that guards beat her."),
        (
            [("anonymous", "Two residents")],
            "A guard told the radio that nobody was hurt. Two residents contradicted him: guards beat four men, they said.",
        ),
        (
            [("anonymous", "Two residents")],
            "The sisters told the radio of a raid. Two residents contradicted them: guards beat four men, they said.",
        ),
        ([("anonymous", "she")], "Her daughter, she said, saw that guards beat four men."),
        (
            [("institution", "the paper")],
            "In an interview with an officer who accused Ivo Sol of ordering the killing of two men, the paper said that guards beat a monk.",
        ),
        ([("anonymous", "An officer")], "An officer accused Ivo Sol of ordering that guards beat a monk."),
    ],
)
def test_who_tells_it(told: list[tuple[str, str]], text: str) -> None:
    assert chain(text, "beat")[:1] == told


@pytest.mark.parametrize(
    "text", ["Police held a monk. He", "They said", "Two disagreed: they said", "Police held. He said"]
)
def test_a_line_cut_off_is_read(text: str) -> None:
    chain(text + " beat", "beat")
