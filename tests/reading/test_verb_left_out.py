"""A second deed that shares the verb of the first: other people, on another day."""

from __future__ import annotations

import pytest
from tests.reading.led import SECOND, claims


@SECOND
@pytest.mark.parametrize(
    ("act", "deeds", "text"),
    [
        ("release", [("four men", "2021-11-29"), ("the other six", "2021-11-30")],
         "Police released four men on Monday, and the other six on Tuesday."),
        ("release", [("two women", "2021-05"), ("three men", "2021-06")],
         "Guards released two women in May and three men in June."),
        ("arrest", [("Two men", "2021-11-29"), ("three others", "2021-11-30")],
         "Two men were arrested on Monday and three others on Tuesday."),
        ("arrest", [("Ana Lo", "2021-11-29"), ("her husband", "2021-11-30")],
         "Police arrested Ana Lo on Monday and her husband on Tuesday."),
        ("torture", [("two men", "2021-11-29"), ("the mayor", "2021-11-30")],
         "Police beat two men on Monday and the mayor on Tuesday, witnesses said."),
        ("torture", [("two men", "2021-11-29")], "Police beat two men on Monday and on Tuesday."),
        ("arrest", [("Two men", "2021-11-29")], "Two men were arrested on Monday and a nurse was freed on Tuesday."),
        ("arrest", [("Two men", "2021-11-29")], "Two men were arrested on Monday and three others came on Tuesday."),
    ],
)  # fmt: skip
def test_other_people_on_another_day_are_another_deed(
    act: str, deeds: list[tuple[str, str]], text: str, *, second: bool
) -> None:
    found = claims(text, act, second=second)
    assert [(c.target[0].text, c.time[0].value) for c in found] == deeds
    assert all(len(c.target) == 1 for c in found)


@pytest.mark.parametrize(
    "text",
    [
        "Two were arrested on Monday and",
        "Two were arrested on Monday and three",
        "Arrested on Monday and three on Tuesday",
    ],
)
def test_a_line_cut_off_is_read(text: str) -> None:
    claims(text, "arrest")
