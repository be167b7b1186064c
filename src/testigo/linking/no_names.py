"""What stands where a name might, and is none: pronouns, months, groups of people, places, institutions.

Rules:
- A word with a capital is no name by that: "We", "March", "Authorities", "Only" open sentences as names do.
- What the reference tables know as a place or an institution is none, unless it is spelt as a Korean surname too.
- Capitals alone (SSO, UN) are an institution; a Korean surname in capitals (KIM) is not.
- Cities and countries abroad are a short list of person_words.txt: what it has not stays a name.
"""

from __future__ import annotations

import re
from functools import lru_cache

from testigo.linking.person_words import word_list
from testigo.linking.syllables import surname_table
from testigo.reference.tables import institutions_called, places_called

_CAPITALS = re.compile(r"[A-Z]{2,6}")
_SURNAMES_TOO = frozenset(("An", "So", "No", "On"))
"""Words that are Korean surnames too, where they stand alone with a capital."""


@lru_cache(maxsize=1 << 16)
def is_no_name(name: str) -> bool:
    """Whether a text that looks like a name is none."""
    words = [word.strip(".,’'") for word in name.lower().split()]
    if not words or "_".join(words) in word_list("abroad") or name in word_list("korean-unnamed"):
        return True
    if _known_words().issuperset(words) and name not in _SURNAMES_TOO:
        return True
    if words[0] in surname_table():
        return False
    return (
        words[0] in word_list("opening")
        or bool(_CAPITALS.fullmatch(name))
        or bool(places_called(name) or institutions_called(name))
    )


@lru_cache(maxsize=1)
def _known_words() -> frozenset[str]:
    """Words of which no name consists. A constant table."""
    return word_list("opening") | word_list("unnamed")
