"""Places told in a row or by the unit around them: "Orsa and Kesh districts", "near Kesh, Orsa Department", "the Orsa Region town of Kesh".

Rules:
- A word for units in the plural belongs to every name of the row before it: "Mon, Shan, and Karen States" are three.
- A name behind the comma of a place is the unit around it where it closes the phrase behind a verb.
- "The Orsa Region town of Kesh" names the town and the region.
"""

from __future__ import annotations

import re

from testigo.reading.lists import wordset
from testigo.reading.tokens import Token

PLURAL_UNITS = wordset(
    "states regions provinces counties townships districts prefectures divisions departments governorates municipalities cantons"
    " oblasts communes"
)
_FINITE = wordset("VBD VBZ VBP MD")
_CLOSING = wordset(". ; : )")


def before_units(tokens: tuple[Token, ...], at: int) -> list[tuple[int, int]]:
    """The names of a row before the last one, which starts at a token: of "Mon, Shan, and Karen States" the first two."""
    found: list[tuple[int, int]] = []
    while at > 1:
        end = at
        while end > 1 and tokens[end - 1].lower in ("and", ",", "or"):
            end -= 1
        if end == at or not _is_name(tokens[end - 1]):
            break
        first = end - 1
        while first > 0 and _is_name(tokens[first - 1]):
            first -= 1
        found.append((first, end))
        at = first
    return found


def is_around(
    tokens: tuple[Token, ...], first: int, last: int, ends: set[int], sites: frozenset[str]
) -> bool:
    """Whether a name is the unit around the place before its comma: "was shot near Kesh, Orsa Department"."""
    if first < 2 or tokens[first - 1].text != ",":
        return False
    if first - 1 not in ends:  # "in the women’s prison, San Rueda."
        closes = last < len(tokens) and tokens[last].text in _CLOSING
        return closes and tokens[first - 2].lower in sites and tokens[first - 2].tag in ("NN", "NNS")
    if last >= len(tokens) or tokens[last].text in _CLOSING:
        return True
    if not any(token.tag in _FINITE for token in tokens[:first]):
        return False  # "In Kesh, Ana Ruiz, a nurse, was held"
    after = tokens[last + 1] if last + 1 < len(tokens) else tokens[last]
    return tokens[last].tag in ("IN", "CC", "TO") or (
        tokens[last].text == "," and after.lower not in ("a", "an", "the", "who") and after.tag != "CD"
    )


def _is_name(token: Token) -> bool:
    return token.tag in ("NNP", "NNPS") and token.text[0].isupper()


def unit_and_town(words: str) -> tuple[tuple[int, int], ...]:
    """Where the town and the unit stand in "the Orsa Region town of Kesh"; nothing for other words."""
    found = _OF_UNIT.fullmatch(words)
    return (found.span("town"), found.span("unit")) if found is not None else ()


_OF_UNIT = re.compile(
    r"(?:the )?(?P<unit>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*)* (?:Region|Province|State|District|County|Division|Department|Prefecture|Governorate|Oblast))"
    r" (?:town|city|village|hamlet|township|settlement|municipality|commune) of (?P<town>[A-Z].*)"
)


def names_within(words: str) -> tuple[tuple[int, int], ...]:
    """Where the names stand that say whose a site is: "the tribal areas of Orsa and Kesh", "Orsa’s Kesh region"."""
    owned = _OWNED.match(words)
    if owned is not None:
        return (owned.span("name"),)
    found = _AREAS.search(words)
    if found is None:
        return ()
    return tuple(
        (found.start("names") + m.start(), found.start("names") + m.end())
        for m in _NAME.finditer(found["names"])
    )


_NAME = re.compile(
    r"(?:(?:northern|southern|eastern|western|central|highland) )?[A-Z][\w-]*(?: [A-Z][\w-]*)*"
)
_OWNED = re.compile(
    r"(?P<name>(?:northern |southern |eastern |western )?[A-Z][\w-]*(?: [A-Z][\w-]*)?)[’']s [A-Z][\w-]* (?:region|district|township|county|province)$"
)
_AREAS = re.compile(
    rf" (?:areas|parts|suburbs|outskirts|streets|camps|corners) of (?P<names>{_NAME.pattern}(?: and {_NAME.pattern})?)$"
)
