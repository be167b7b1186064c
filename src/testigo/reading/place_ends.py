"""What the words behind the name of a town or country make of it: a prison, an airport, a party, a court, a larger name.

Rules:
- "Hadar Central Prison" and "Tashkent airport" are one place; "the Kesh Freedom Party" is none.
- "West New Britain Province" is no Britain; "the Baku Grave Crimes Court" is a court.
"""

from __future__ import annotations

from testigo.reading.gazetteer import Hit
from testigo.reading.lists import wordset
from testigo.reading.place_kinds import word_lists
from testigo.reading.tokens import Sentence


def is_inside_name(sentence: Sentence, hit: Hit) -> bool:
    """Whether the name of a country only stands inside the name of a unit: "West New Britain Province"."""
    tokens, at = sentence.tokens, hit.last
    if hit.first == 0 or at >= len(tokens) or tokens[hit.first - 1].tag != "NNP":
        return False
    return (
        tokens[at].tag == "NNP"
        and tokens[at].lower in word_lists()["unit"]
        and tokens[hit.first - 1].lower not in _MONTHS
    )


def names_a_facility(sentence: Sentence, at: int) -> bool:
    """Whether capitalised words go on after a name to the word for a facility: "Hadar Central Prison"."""
    tokens, first = sentence.tokens, at
    while at < len(tokens) and at - first < 5 and tokens[at].tag in ("NNP", "NNPS"):
        at += 1
    return at - first > 1 and tokens[at - 1].lower in _FACILITIES


def names_an_airport(sentence: Sentence, hit: Hit) -> bool:
    """Whether a name and the common noun behind it are one place: "at Tashkent airport"."""
    tokens = sentence.tokens
    led = hit.first > 0 and tokens[hit.first - 1].tag == "IN"
    return led and hit.last < len(tokens) and tokens[hit.last].lower in _NAMED_BY_TOWN


_NAMED_BY_TOWN = frozenset({"airport", "square", "stadium", "station"})


def names_a_party(sentence: Sentence, at: int) -> bool:
    """Whether capitalised words go on after a name to "Party", "Union", "Front": an organisation, not a place."""
    tokens, first = sentence.tokens, at
    while at < len(tokens) and at - first < 6 and tokens[at].tag in ("NNP", "NNPS"):
        at += 1
    return at - first > 0 and tokens[at - 1].lower in _PARTIES


_PARTIES = wordset("party union front league federation association movement alliance congress foundation")


def names_a_court(sentence: Sentence, at: int) -> int:
    """Where the name of a court ends whose words go on after a town: "the Baku Grave Crimes Court"; 0 for none."""
    tokens, first = sentence.tokens, at
    while at < len(tokens) and at - first < 5 and tokens[at].tag in ("NNP", "NNPS"):
        if tokens[at].lower == "court" and tokens[at].text[0].isupper():
            return at + 1
        at += 1
    return 0


_FACILITIES = frozenset(
    {"hospital", "prison", "jail", "university", "college", "airport", "market", "camp", "colony"}
)
_MONTHS = wordset("january february march april may june july august september october november december")
