"""Which acts may be one happening told with different words, and which claims say that something happened.

Rules:
- A family holds acts by which reports call one and the same occurrence ("arrested", "led away", "held since"). Acts of
  two families are never one happening, however near in place and time: an arrest is not the sentence that follows.
- What is commanded, planned or threatened is kept apart from what is said to have happened, or not to have happened.
- Conditions and views are no happenings.
"""

from __future__ import annotations

from testigo.claim import Claim
from testigo.vocabulary import ACTS

_TOGETHER = (
    ("custody", "arrest detention disappearance"),
    ("penalty", "sentence trial forced_labor"),
    ("watch", "surveillance watchlisting"),
    ("death", "killing execution death"),
    ("telling", "dissemination meeting indoctrination"),
    ("order", "order policy"),
    ("going", "escape movement smuggling"),
)
FAMILIES: dict[str, str] = {act: act for act in ACTS} | {
    act: family for family, acts in _TOGETHER for act in acts.split()
}
"""Each act with its family."""

CASE = [
    "search",
    "arrest",
    "disappearance",
    "detention",
    "interrogation",
    "torture",
    "trial",
    "sentence",
    "forced_labor",
    "banishment",
    "execution",
    "release",
    "escape",
    "repatriation",
    "surveillance",
    "watchlisting",
    "death",
    "killing",
]
"""The acts of a person's case, in the order in which they usually follow."""


def is_happening(claim: Claim) -> bool:
    """Whether the claim tells of something done or happened, or denies it, or says that it will be."""
    return claim.kind in ("event", "directive") and claim.act in ACTS


def sort_of(claim: Claim) -> str:
    """What may be one with it: the family of its act, apart for what is only intended, and for orders."""
    family = FAMILIES[claim.act]
    if claim.kind == "directive":
        return f"directive {family}"
    return f"intended {family}" if claim.status == "intended" else family
