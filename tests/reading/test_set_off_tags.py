"""Past forms that an aside, a participle at the head or a clause with "whose" parts from their subject."""

from __future__ import annotations

import pytest
from tests.reading.test_clauses import Parsed
from tests.reading.test_tokens import tags


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("Asked for money for a new roof, the parents sold a goat.", "Asked", "VBN"),
        ("Caught talking to her sister in Lodz, the woman was held for nine days.", "Caught", "VBN"),
        ("Summoned to the bureau twice, the singer left the country.", "Summoned", "VBN"),
        ("Agents, who did not show papers, forced open the door and left.", "forced", "VBD"),
        ("Officers, who carried no warrant, seized the ledgers.", "seized", "VBD"),
        ("A geologist whose flat the service had bugged moved to Tbilisi.", "moved", "VBD"),
        ("A bishop whose letters the police had opened left for Rome.", "left", "VBD"),
        ("The nurse said that guards listened in on every call.", "listened", "VBD"),
        ("He listened to short-wave stations at night.", "short-wave", "JJ"),
        ("The women were strip-searched at the gate.", "strip-searched", "VBN"),
        ("The editor, whose phone agents had tapped, fled to Vilnius.", "fled", "VBD"),
        ("Four officers of the department burst into the house and left.", "burst", "VBD"),
        ("Officials used data gathered by informants to find critics.", "gathered", "VBN"),
        ("The committee plans to audit all farms by autumn.", "audit", "VB"),
        ("Monitoring of churches has grown.", "Monitoring", "NN"),
        ("After having their homes ransacked, the deacons left.", "ransacked", "VBN"),
        ("He accused them of passing identifying records to the police.", "identifying", "JJ"),
        ("The minister, in remarks published on Monday, urged the union to respond.", "published", "VBN"),
        ("The bishop, in a letter read in all churches on Sunday, condemned the arrests.", "read", "VBN"),
        ("The envoy, in notes found by a clerk, named two officers.", "found", "VBN"),
        ("On Monday, in Minsk police arrested two men, took their phones and left.", "arrested", "VBD"),
        ("A resident said the movement of goods stopped.", "stopped", "VBD"),
        ("A source said the transport of prisoners resumed in June.", "resumed", "VBD"),
        ("She said two of her cousins vanished after the raid.", "vanished", "VBD"),
        ("The governor resigned, and the trade in rice resumed.", "resumed", "VBD"),
        ("A trader said the men detained in May were beaten.", "detained", "VBN"),
        ("“The market closed,” said a weaver arrested in May.", "arrested", "VBN"),
        ("“The market closed,” said a weaver named Ruiz.", "named", "VBN"),
    ],
)
def test_a_form_set_off_from_its_subject_keeps_its_kind(text: str, word: str, tag: str) -> None:
    assert tags(text)[word] == tag


@pytest.mark.parametrize(
    ("text", "verb", "subject"),
    [
        ("Three teachers lost their jobs for refusing to sign the pledge.", "refuse", "Three teachers"),
        ("Two clerks received reprimands for selling passes.", "sell", "Two clerks"),
        ("Caught talking to a cousin, the woman was held for nine days.", "talk", "the woman"),
        ("Asked for money for a new roof, the parents sold a goat.", "ask", "the parents"),
        ("Having failed to find the author, investigators gave up.", "find", "investigators"),
        ("Officials used data gathered by informants to harass critics.", "harass", "Officials"),
        ("Courts relied on notes obtained from neighbors to convict nurses.", "convict", "Courts"),
        ("The two sisters, one of whom had worked abroad, were expelled.", "expel", "The two sisters"),
        ("Families whose sons had fled were questioned.", "question", "Families whose sons had fled"),
    ],
)
def test_who_does_what_hangs_on_a_participle_or_a_loss(text: str, verb: str, subject: str) -> None:
    found = Parsed(text)
    assert found.words(found.verb(verb).subject) == subject
