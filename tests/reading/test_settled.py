"""Words whose part of speech the word beside them settles, and what clauses make of them."""

from __future__ import annotations

import pytest
from tests.reading.test_clauses import Parsed
from tests.reading.test_tokens import tags

from testigo.reading.forms import forms


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Someone had secretly entered Hyesan on Friday.", "entered", "VBN"),
        ("The bureau has further intensified its patrols.", "intensified", "VBN"),
        ("Factories were each assigned a number.", "each", "RB"),
        ("A trader told Hanul Press on Monday that officers issued a notice.", "that", "IN"),
        ("Two officials arrived from the consulate.", "arrived", "VBD"),
        ("Two bodies were buried behind the tower.", "buried", "VBN"),
        ("He read an order that the bureau issued on Monday.", "issued", "VBD"),
        ("The rally began at noon.", "rally", "NN"),
        ("The assembly lasted three hours.", "assembly", "NN"),
        ("After that they set fire to the barns.", "fire", "NN"),
        ("Police used grenades and chased marchers into courtyards.", "chased", "VBD"),
        ("Women may no longer sell at the market.", "sell", "VB"),
        ("In June the appeals court upheld the sentence.", "court", "NN"),
        ("Nuns who stayed in the valley suffered from harassment.", "suffered", "VBD"),
        ("Guards arrested, detained, and beat bakers.", "beat", "VBD"),
        ("Soldiers searched, openly robbed, and intimidated bakers.", "intimidated", "VBD"),
        ("The check began after somebody pulled down the flag of the school.", "pulled", "VBD"),
    ],
)
def test_a_neighbour_settles_the_tag(text: str, word: str, tag: str) -> None:
    assert tags(text)[word] == tag


def test_the_table_of_forms_knows_what_a_word_cannot_be() -> None:
    assert forms()["assembly"] == "n"
    assert "v" in forms()["rally"]
    assert "sleeps" in forms()
    assert "n" not in forms()["sleeps"]


def test_what_somebody_has_done_to_a_thing_is_done_to_the_thing() -> None:
    found = Parsed("Prisoners who refused had their visits suspended.")
    assert found.words(found.verb("suspend").undergoer) == "their visits"


def test_a_particle_may_follow_the_object() -> None:
    assert Parsed("The chief passed the telegram on by telephone.").verb("pass").particle == "on"


def test_goods_are_brought_in() -> None:
    found = Parsed("Traders are bringing in rice.")
    clause = found.verb("bring")
    assert (clause.particle, found.words(clause.object)) == ("in", "rice")
