from __future__ import annotations

import pytest
from tests.reading.spoken import read, where

from testigo.reading.speakers import speakers


def told_of(text: str) -> list[tuple[str, str]]:
    (source,) = speakers(read(text)).chain_at(where(text, "closed"))
    return [(a.kind, a.text) for a in source.attributes]


@pytest.mark.parametrize(
    ("kind", "words", "text"),
    [
        (
            "place",
            "North Hamgyong Province",
            "A source in North Hamgyong Province said the market was closed.",
        ),
        ("role", "grain dealer", "A grain dealer in Jongju said the market was closed."),
        ("sex", "woman", "A woman in her 40s said the market was closed."),
        ("age", "in her 40s", "A woman in her 40s said the market was closed."),
        ("number", "Two", "Two sources in Hyesan said the market was closed."),
        (
            "anonymity",
            "on condition of anonymity",
            "A trader told Radio Saebyok on condition of anonymity that the market was closed.",
        ),
        ("surname", "Dosk", "A man surnamed Dosk said the market was closed."),
    ],
)
def test_what_is_told_of_a_source_is_kept_as_parts(kind: str, words: str, text: str) -> None:
    assert (kind, words) in told_of(text)


def test_a_day_is_no_place_of_a_source() -> None:
    assert told_of("The report of May 3, 2021, says that the market was closed.") == []


def test_a_source_of_which_nothing_is_told_has_no_attributes() -> None:
    assert told_of("The source said the market was closed.") == []
