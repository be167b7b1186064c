"""Who is overheard, said to have told, or whispers; and where a second verb still belongs to what is told."""

from __future__ import annotations

import pytest
from tests.reading.spoken import chain


@pytest.mark.parametrize(
    ("expected", "text", "words"),
    [
        ([("anonymous", "A ferryman")], "A ferryman was overheard saying, “The guards beat two men.”", "beat"),
        ([("anonymous", "A nun")], "A nun was filmed shouting that guards had beaten two men.", "beaten"),
        ([("anonymous", "the baker")], "Guards beat two men in May, the baker is said to have told the league.", "beat"),
        ([("public", "it is whispered")], "Nothing is safe: the grain, it is whispered, is being sold.", "sold"),
        ([], "Nothing has been stolen: the grain, it is whispered, is being sold.", "stolen"),
        ([("anonymous", "The mayor")], "The mayor spoke of “dockers who died in the camp.”", "died"),
        ([("anonymous", "A clerk")], "A clerk said that dockers in Orun and elsewhere had volunteered to work in mines.", "volunteered"),
        ([("anonymous", "A docker")], "A docker said police came to the hall and questioned two men.", "questioned"),
        ([("anonymous", "The mayor")], "The mayor said that nurses were ill and asked for help.", "ill"),
        ([("named", "Health Minister Marla Portal")], "Health Minister Marla Portal said guards beat two men.", "beat"),
        ([("institution", "The Inspector General’s Office")], "The Inspector General’s Office said guards beat two men.", "beat"),
        ([], "The mayor held a briefing that reportedly frightened two dockers.", "frightened"),
    ],
)  # fmt: skip
def test_who_tells(expected: list[tuple[str, str]], text: str, words: str) -> None:
    assert chain(text, words) == expected
