"""Deeds that are only held against somebody: what is named in a long list of charges or in a threat is no act told.

Rules:
- Three charges or more in a row ("charged with torture, fraud, and forcing children to march") are a list of charges.
- What a punishment would be for, where it is only threatened or feared ("could be jailed for criticizing the state"),
  has not been done; a noun may name what was ("was threatened over his articles").
- A single charge or a pair still tells what somebody did: "was arrested for hanging a flag out of his window".
"""

from __future__ import annotations

from testigo.claim import Claim

_LIST = 3  # charges in a row that make a list of them
_NOT_YET = frozenset({"intended", "speculated"})


def without_charges(found: list[Claim]) -> list[Claim]:
    """The claims of a sentence without those whose words only stand in a list of charges or in a threat."""
    charging = [claim for claim in found if len(claim.charge) >= _LIST or _threatens(claim)]
    if not charging:
        return found
    return [claim for claim in found if not any(_is_within(claim, other) for other in charging)]


def _threatens(claim: Claim) -> bool:
    """Whether a claim with a charge tells of what may come."""
    return bool(claim.charge) and claim.status in _NOT_YET


def _is_within(claim: Claim, other: Claim) -> bool:
    """Whether the words of a claim stand in a charge of another one."""
    if claim is other or (claim.rule.startswith("noun.") and len(other.charge) < _LIST):
        return False
    at = claim.trigger
    return any(part.span.start <= at.start and at.end <= part.span.end for part in other.charge)
