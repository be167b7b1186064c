"""What a report has told before: mentions that only point back, and deaths of people who were in custody.

Rules:
- "his arrest", "her imprisonment", "Markov's killing" of somebody whose arrest or killing was told, with no date, place,
  charge or punishment of its own, is no second claim.
- Who is told to have been held and not released, and dies, has died in custody; so has an inmate or a detainee.
"""

from __future__ import annotations

from testigo.claim import Claim
from testigo.reading.details import detail_of
from testigo.reading.lists import wordset
from testigo.value import replace

_OWNERS = wordset("his her their its")
_ALIKE = {
    "arrest": "custody", "detention": "custody", "trial": "court", "sentence": "court", "release": "release",
    "torture": "torture", "death": "death", "killing": "death", "dismissal": "dismissal", "execution": "death",
}  # fmt: skip
_HOLDS = wordset("arrest detention sentence disappearance torture interrogation")
_LASTING = wordset("continue continued extend extended prolong prolonged renew renewed upheld")
_FRESH = 12  # claims back that a "his arrest" may point to


def without_repeats(found: list[Claim], text: str) -> list[Claim]:
    """The claims without those that only point back, and with deaths in custody told as such."""
    kept: list[Claim] = []
    held: set[str] = set()
    for claim in found:
        if _points_back(claim, kept, text):
            continue
        names = _names(claim)
        if claim.status in ("asserted", "reported", "hedged"):
            if claim.act in _HOLDS:
                held |= names
            elif claim.act == "release":
                held -= names
        inside = claim.act == "death" and (names & held or _are_inmates(claim))
        kept.append(_in_custody(claim, text) if inside else claim)
    return kept


def _points_back(claim: Claim, before: list[Claim], text: str) -> bool:
    """Whether a noun with an owner only names again what was told of the same people."""
    alike = _ALIKE.get(claim.act)
    if alike is None or not claim.rule.startswith("noun.") or claim.place or claim.charge or claim.punishment:
        return False
    if any(time.value for time in claim.time) or not _is_owned(claim, text):
        return False
    if _LASTING & set(text[max(0, claim.span.start - 14) : claim.span.start].lower().split()[-1:]):
        return False  # "decided to continue his detention"
    names = _names(claim)
    return any(_ALIKE.get(one.act) == alike and names & _names(one) for one in before[-_FRESH:])


def _is_owned(claim: Claim, text: str) -> bool:
    """Whether a noun begins with whose it is: "his arrest", "Markov's killing"."""
    first = claim.span.of(text).split()[:1]
    named = any(word[0].isupper() and word.endswith(("'s", "’s")) for word in first)
    return named or bool(_OWNERS & {word.lower() for word in first})


def _names(claim: Claim) -> set[str]:
    """The names of whom it was done to, or their whole phrase where it holds none."""
    found: set[str] = set()
    for filler in claim.target:
        names = {word for word in filler.text.split() if word[0].isupper() and len(word) > 2}
        found |= names or {filler.text}
    return found


def _are_inmates(claim: Claim) -> bool:
    """Whether those who died are told by a word for people who are held."""
    return any(not _INMATES.isdisjoint(part.text.lower().split()[-1:]) for part in claim.target)


_INMATES = wordset("inmate inmates prisoner prisoners detainee detainees convict convicts internee internees")


def _in_custody(claim: Claim, text: str) -> Claim:
    """A death as one in custody."""
    return replace(claim, act="killing", act_detail=detail_of("killing", claim.span.of(text)))
