"""The town or province whose police, court or office acts, which is where the act happens unless another place is told.

Rules:
- "Shanghai police detained", "a Kesh court tried", "the police agency of Osh arrested" happen there; a court that acts
  under its full name ("the Kesh High Court") is who, not where.
- A country whose authorities act says nothing about where; nor does a word for who they are ("Border police", "Wa forces").
"""

from __future__ import annotations

import re
from functools import lru_cache

from testigo.claim import Filler, Span
from testigo.data import files
from testigo.reading.lists import wordset
from testigo.reading.places import Places, filler


def seats(where: Places, actors: tuple[Filler, ...]) -> tuple[Filler, ...]:
    """Where those sit who act: "Champasak" of "Champasak provincial police"."""
    found: list[Filler] = []
    text = where.document.text
    for one in actors:
        known = _seat(one.text)
        if known is None:
            continue
        span = Span(one.span.start + known[0], one.span.start + known[1])
        if any(span.of(text) == other.text for other in found) or span.of(text) != one.text[slice(*known)]:
            continue
        named = next((m for m in where.at(span) if m.span == span and m.id is not None), None)
        found.append(filler(named) if named is not None else Filler(span, span.of(text), rule="place.seat"))
    return tuple(found)


@lru_cache(maxsize=1)
def _states() -> frozenset[str]:
    """The names of countries, in `countries.txt` the lines before the cities."""
    text = files("testigo.reading.en").joinpath("countries.txt").read_text("utf-8")
    lines = text.partition("\n# Cities")[0].splitlines()
    return frozenset(name for line in lines if not line.startswith("#") for name in line.split(";"))


@lru_cache(maxsize=4096)
def _seat(who: str) -> tuple[int, int] | None:
    """Where the name of the town or province stands in the words for who acts; None where they name none."""
    for match in (_BEFORE.match(who), _BEHIND.search(who)):
        if match is None:
            continue
        words = match["name"].split()
        plain = (word.lower().replace("’", "'") for word in words)
        ruling = match["name"] in _RULING and match.group(0).endswith("authorities")
        if (
            ruling
            or match["name"] in _states()
            or any(word in _NO_TOWN or word.endswith("'s") for word in plain)
        ):
            continue
        if any(word.isupper() for word in words) or words[-1].lower().endswith(_ENDS):
            continue
        return match.span("name")
    return None


_NAME = r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}?)"
_UNIT = (
    r"(?:[Cc]ity|[Dd]istrict|provincial|regional|state|county|municipal|local|riot|traffic|security|judicial)"
)
_ACTING = (
    r"(?:[Pp]olice|authorities|courts?|prosecutors?|security forces|prosecutor[’']s office|police officers)"
)
_BEFORE = re.compile(rf"(?:(?:the|The|a|A|an|An|two|several)\s)?{_NAME}\s(?:{_UNIT}\s)*{_ACTING}\b")
_BEHIND = re.compile(
    r"\b(?:[Cc]ourts?|[Pp]olice|[Aa]gency|[Tt]ribunal|[Pp]rosecutor[’']s [Oo]ffice|[Pp]rosecutors?|[Aa]uthorities|[Dd]epartment"
    r"|[Dd]irectorate) (?:of|in) (?:the (?:city|town|province|district|county) of )?"
    r"(?P<name>[A-Z][\w’'-]+(?: [A-Z][\w’'-]+){0,3}?)(?=$|,| Public| public| police| and )"
)
_NO_TOWN = wordset(
    "the a an security state national supreme high higher military criminal constitutional federal central regime government junta army"
    " border immigration customs prison camp church tax health religious religion vice moral morality local provincial regional"
    " district city county municipal traffic riot secret special public transport railway tourist judicial intelligence party"
    " ministry interior internal affairs justice human rights european international african inter-american american appeals"
    " appeal cassation cyber counterterrorism anti-terrorism terrorism specialized revolutionary revolution islamic sharia"
    " taliban houthi hamas hizballah kurdish wa arab north south other some many most several when while as if after before"
    " although because university school labor labour peace people's peoples all no such their his her these those both"
    " education culture information communications defense defence foreign economic crimes investigation investigations finance"
    " police court general auxiliary armed civil women children juvenile first plainclothes undercover de-facto syrian"
)
_RULING = frozenset(
    {
        "Beijing",
        "Moscow",
        "Pyongyang",
        "Tehran",
        "Minsk",
        "Kabul",
        "Damascus",
        "Havana",
        "Seoul",
        "Washington",
    }
)
_ENDS = (
    "ian",
    "ean",
    "ese",
    "ish",
    "stani",
    "raqi",
    "aeli",
    "emeni",
    "uwaiti",
    "audi",
    "meni",
    "irati",
    "zbek",
    "kmen",
    "ajik",
)
