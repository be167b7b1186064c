"""Words that belong to a name or an office: "the region's then secretary", "the Dawn weekly"."""

from __future__ import annotations

import pytest
from tests.reading.led import claims
from tests.reading.spoken import chain


@pytest.mark.parametrize(
    ("who", "text"),
    [
        ("the region’s then party secretary", "Police arrested the region’s then party secretary."),
        ("The then mayor Ivo Sol", "The then mayor Ivo Sol was arrested."),
        ("two men", "Police then arrested two men."),
        ("two men", "By then police had arrested two men."),
        ("The editor of the Dawn weekly", "The editor of the Dawn weekly was arrested."),
    ],
)
def test_then_and_weekly_stay_inside_a_phrase(who: str, text: str) -> None:
    (claim,) = claims(text, "arrest", second=False)
    assert [one.text for one in claim.target] == [who]


@pytest.mark.parametrize(
    ("told", "text"),
    [
        ([("institution", "The Dawn weekly")], "The Dawn weekly reported that police beat two men."),
        ([("institution", "the Dawn weekly")], "Police beat two men, the Dawn weekly reported."),
        ([("anonymous", "The city’s then mayor")], "The city’s then mayor said that police beat two men."),
        ([], "Police beat two men weekly."),
    ],
)
def test_who_tells_it_is_whole(told: list[tuple[str, str]], text: str) -> None:
    assert chain(text, "beat two") == told
