"""Sentences that end in the middle: a headline without a stop, a line cut by a page, the words before a list."""

from __future__ import annotations

import pytest

from testigo.archive.text import report_of_text
from testigo.reading.read import read_report

CUT_OFF = (
    "Priests reported harassment and threats",
    "According to reports,",
    "According to media,",
    "Penalties for conviction",
    "Those sentenced to four years in prison and a",
    "Nine weavers went on trial over the march on various charges, including",
    "State security agents gave the nuns one hour to",
    "Ever more weavers of a variety of faiths are being fined for meeting for worship without state permission, or for",
    "“Then I knew that they had sold me,” says Karima, a 30-year-old ethnic",
    "Soon after her arrest, agents raided her home and detained her sister, Karima",
    "The party came to power promising to free prisoners from jails across the country, but",
    "No count tells whether abuses of labor laws incurred penalties as for other crimes, such as",
    "The weaver faces up to six months in detention after the police accused him of threatening the state, his",
    "The mayor’s new decree",
    "The rest Two handed",
    "rest Two handed",
    "suffering from food suspects that Translated by",
    "before the 31st for hung into the escape",
    "The exile, who their source said",
    "whose sister is by force and lose",
    "month, Amnok Daily exile, who their source said",
    "Police arrested a weaver for spreading hate speech in posts that allegedly",
    "“My father held up both hands so that we could see that all fingers were there,” said Karima, who",
)


@pytest.mark.parametrize("text", CUT_OFF)
@pytest.mark.parametrize("before", ["", "Police searched the mill on Monday. "])
def test_a_sentence_may_be_cut_off(before: str, text: str) -> None:
    reading = read_report(report_of_text(before + text), second=False)
    assert bool(reading.claims) or not before
