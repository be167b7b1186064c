"""The law beside an order: which rights a clause or an event engages, what binds the state, and what its own law says.

Rules:
- "Engages article 9" is all that is said. Whether it was broken is for a court, with both sides heard.
- A right that belongs to a child, a woman or to words is named only where a report tells of one.
- The state is that of the places and institutions of the tables. Where it is not known, nothing is said to bind.
- What an order lays down engages rights as much as what is done: the measure of a clause counts as its act.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from testigo.confronted import Order, Practice
from testigo.orders import cues
from testigo.orders import sentences as say
from testigo.reference import law, tables

_CHILD = re.compile(
    r"\b(?:child|children|boys?|girls?|minors?|pupils?|\d{1,2}-year-old)\b|어린이|아이|미성년", re.IGNORECASE
)
_AGE = re.compile(r"\b(\d{1,2})-year-old\b")
_WOMAN = re.compile(
    r"\b(?:women|woman|she|her|girls?|mother|wife|sister|daughter)\b|여성|녀성|여자", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Engaged:
    """One article that an act engages. bond: whether it binds the state, None where that is not known."""

    right: law.Right
    bond: law.Bond | None


def engaged(act: str, words: str, state: str) -> tuple[Engaged, ...]:
    """The articles that an act engages, as its words tell of it. state: ISO 3166, or "" where not known."""
    told = _told(words)
    found = [r for r in law.rights() if r.act == act and (not r.when or r.when in told)]
    return tuple(Engaged(right, law.bond(state, right.instrument)) for right in found)


def _told(words: str) -> frozenset[str]:
    out = set()
    ages = [int(n) for n in _AGE.findall(words)]
    if _CHILD.search(_AGE.sub("", words)) or any(age < 18 for age in ages):
        out.add("child")
    if _WOMAN.search(words):
        out.add("woman")
    if cues.SPEECH.search(words):
        out.add("speech")
    return frozenset(out)


def of_practice(practice: Practice, state: str) -> tuple[Engaged, ...]:
    """The articles that an event engages, as its claims tell it; being taken off a list or left alone engages none."""
    if any(reason.template in (say.REMOVED, say.LET_GO) for reason in practice.reasons):
        return ()
    words = " ".join(w.text for w in practice.words) + " " + " ".join(str(r) for r in practice.reasons)
    return engaged(practice.act, words, state)


def statutes(acts: Sequence[str], state: str) -> tuple[law.Statute, ...]:
    """What the state's own law says about acts, as far as the table knows."""
    return tuple(s for s in law.statutes() if s.state == state and s.act in acts)


def state_of(order: Order) -> str:
    """The state whose order it is, by its places in the table; "" where that is not known."""
    table = tables.places()
    return "KP" if any(area in table for area in order.areas) else order.state
