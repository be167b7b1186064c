"""Names that two bear, names that end in "s", and names of laws and parts of a country, which are nobody."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report


def whom(text: str, act: str) -> list[str]:
    """The words of the targets of the last claim of an act."""
    claims = read_report(report_of_text(text, published="2024-06-20"), second=False).claims
    return [one.text for one in [c for c in claims if c.act == act][-1].target]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Karim Dal, 45, was fined in May. On Monday police arrested Vera Dal.", "Vera Dal"),
        ("Karim Dal, 45, was fined in May. On Monday police arrested Ms. Dal.", "Karim Dal, 45"),
        ("Karim Dal, 45, was fined in May. On Monday police arrested Dal.", "Karim Dal, 45"),
        ("Anton Lukavets, 61, was fined in May. On Monday police arrested him.", "Anton Lukavets, 61"),
        ("Mira Peltas was fined in May. On Monday police arrested her.", "Mira Peltas"),
        (
            "Anton Sorel, 61, was fined in May. A judge named the Criminal Code. On Monday police arrested him.",
            "Anton Sorel, 61",
        ),
        (
            "Anton Sorel, who wrote about raids in north Tarn, was fined in May. On Monday police arrested him.",
            "Anton Sorel, who wrote about raids in north Tarn",
        ),
    ],
)
def test_who_is_meant(text: str, who: str) -> None:
    assert whom(text, "arrest") == [who]


def test_a_people_of_two_words_stays_many() -> None:
    text = "Crimean Tatars were fined in May. On Monday police arrested them."
    assert whom(text, "arrest") == ["Crimean Tatars"]
