"""Who says it, where the words around the verb of telling are easily misread."""

from __future__ import annotations

import pytest

import testigo
from testigo.claim import Claim


def claims(sentence: str) -> dict[str, Claim]:
    """The claims of a report with one sentence, by their trigger's words."""
    text = f"A title about things\n\n{sentence}"
    found = testigo.read(text, published="2024-05-20").claims
    return {claim.trigger.of(text): claim for claim in found}


@pytest.mark.parametrize(
    ("sentence", "trigger", "sources"),
    [
        (
            "“Agents burst in,” the source said, speaking on condition of anonymity for safety. “They dragged her away.”",
            "dragged",
            ["the source"],
        ),
        ("Human Rights Watch said security forces had executed eight men.", "executed", ["Human Rights Watch"]),
        (
            "Soldiers searched 40 homes on the night of January 23, two residents told Farbank Journal.",
            "searched",
            ["two residents"],
        ),
        (
            "Officers searched seven flats, the source in Haldrin told us on Friday after speaking with the family.",
            "searched",
            ["the source in Haldrin"],
        ),
        ("A court fined her 900 crowns, said her husband, the historian Pavlo Dziub.", "fined",
         ["her husband, the historian Pavlo Dziub"]),
        ("The boy had been beaten, the outlet quoted the source as saying.", "beaten", ["the outlet", "the source"]),
        ("Local media cited witnesses as saying soldiers shot two men.", "shot", ["Local media", "witnesses"]),
        ("Officers arrested nine students, Karakel Chronicle has learned from two parents.", "arrested", ["two parents"]),
        ("In 2016 a guard was arrested, he remembers.", "arrested", ["he"]),
        ("Witnesses described seeing soldiers shoot two men.", "shoot", ["Witnesses"]),
        ("Pak may be sent to a camp, the first source said, though no date has been set.", "sent", ["the first source"]),
    ],
)  # fmt: skip
def test_a_claim_has_the_sources_that_tell_it(sentence: str, trigger: str, sources: list[str]) -> None:
    found = claims(sentence)
    claim = next(claim for words, claim in found.items() if trigger in words)
    assert [source.text for source in claim.sources] == sources


def test_the_words_that_ask_for_anonymity_are_no_claim() -> None:
    found = claims("“They took him,” said a trader, who spoke to us on condition of anonymity.")
    assert not [words for words in found if "spoke" in words]


@pytest.mark.parametrize(
    ("sentence", "kind"),
    [
        ("Trade union leader Pavel Orsk said that police had beaten him.", "named"),
        ("The exile newspaper Karakul said that police had beaten him.", "institution"),
        ("Opposition party chair Lena Marsk said that police had beaten him.", "named"),
    ],
)
def test_the_noun_beside_a_name_tells_whether_it_is_a_person(sentence: str, kind: str) -> None:
    (claim,) = [claim for words, claim in claims(sentence).items() if "beaten" in words]
    assert claim.sources[0].kind == kind


@pytest.mark.parametrize(
    ("sentence", "trigger", "status"),
    [
        ("It is feared that the men will be held for years.", "held", "speculated"),
        ("The court is expected to sentence him next week.", "sentence", "speculated"),
        ("Guards allegedly used tear gas in the yard, killing four inmates.", "killing", "hedged"),
        ("He was picked up in 2004 and has not been seen by his family since.", "seen", "asserted"),
    ],
)
def test_a_doubt_or_a_silence_stands_where_it_belongs(sentence: str, trigger: str, status: str) -> None:
    claim = next(claim for words, claim in claims(sentence).items() if trigger in words)
    assert claim.status == status
