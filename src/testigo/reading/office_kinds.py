"""Sources that a word of office or people names: "the minister of justice" is an institution, "a Tibetan" somebody unnamed.

Rules:
- Who heads a ministry or office speaks for it, where no name stands beside: "the head of the prosecutor’s office".
- "A", "some" or a number before nothing but the name of a people names nobody: "a Tibetan living in Bern".
- A name that ends in "Report" or "Index" is a document's.
- "Communities" are people of a place, "monitors" those who watch for a body: no body.
"""

from __future__ import annotations

from testigo.reading.lists import wordset
from testigo.reading.tokens import Token
from testigo.reading.view import View

_HEADING = wordset("minister secretary head chief director spokesman spokeswoman spokesperson")
_OFFICES = wordset(
    "ministry office department directorate agency bureau authority police army service commission"
)
_BODIES = wordset("international business intelligence diplomatic donor economic european")
_ISSUED = wordset("report index barometer survey review")
_FEW = wordset("a an another one some two three four five several many most")
_PEOPLES = (
    "an",
    "ans",
    "ese",
    "i",
    "is",
    "ur",
    "urs",
    "ak",
    "aks",
    "ek",
    "eks",
    "il",
    "ils",
    "en",
    "ens",
    "sh",
    "akh",
    "akhs",
    "ong",
    "ongs",
)
_SIDES = wordset("north south east west central")
_ONES = wordset(
    "uyghur tibetan kazakh korean cuban eritrean belarusian hmong turkmen uzbek tajik rohingya russian iranian chechen"
)
_CAUSES = wordset("for against without of")


def office_kind(view: View, base: tuple[int, int], whole: tuple[int, int], head: Token) -> str:
    """The kind of source that such words tell, or ""."""
    tokens = view.tokens
    words, last = tokens[base[0] : base[1]], tokens[whole[1] - 1]
    if last.lower in _ISSUED and last.text[:1].isupper() and whole[1] - whole[0] > 2:
        return "document"  # "Free House’s Voices of the World 2024 Country Report"
    of_place = head.lower == "community" and _BODIES.isdisjoint(word.lower for word in words)
    if of_place or head.lower in ("communities", "monitors"):
        return "anonymous"
    if _are_of_a_people(words, head) and view.lower(base[1]) not in _CAUSES:
        return "anonymous"
    if len(words) == 2 and words[0].lower in _FEW and head.tag in ("NNP", "NNPS"):
        return ""
    if words[0].lower != "the" or not head.text.islower() or view.lower(base[1]) == ",":
        return ""
    if head.lower == "defender" and "public" in (word.lower for word in words):
        return "institution"
    if head.lower not in _HEADING:
        return ""
    inside = any(word.lower in _OFFICES and word.text[:1].isupper() for word in words)
    behind = tokens[base[1] : whole[1]] if view.lower(base[1]) == "of" else ()
    leads = head.lower in ("minister", "secretary") and bool(behind)
    return "institution" if inside or leads or any(word.lower in _OFFICES for word in behind[:7]) else ""


def _are_of_a_people(words: tuple[Token, ...], head: Token) -> bool:
    """Whether somebody is only said to be of a people: "a North Korean", "another Kazakh", "local Tibetans"."""
    if (
        not head.lower.endswith(_PEOPLES)
        or head.tag not in ("NNP", "NNPS", "NNS")
        or not head.text[:1].isupper()
    ):
        return False
    plain = all(word.text.islower() or word.lower in _SIDES or word is words[0] for word in words[:-1])
    counted = words[0].lower in _FEW or words[0].tag == "CD"
    many = head.tag != "NNP" and (words[0].tag != "NNP" or words[0].lower in _SIDES)
    one = words[0].lower == "the" and head.lower in _ONES
    return plain and len(words) < 5 and (counted or many or one)
