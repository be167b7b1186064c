"""What linking derives: claims that concern one happening, mentions of one person, and why.

Rules:
- All of it is computed from claims and people's judgements, and can be dropped and made again.
- Every value names the claims it comes from; nothing is merged away. Where claims differ, all their values stand.
- A link is a proposal with its reasons. `judged` is what a person said of it, which binds every later run.
- Ids of claims are row ids of the casebook (below 0: added by a person).
"""

from __future__ import annotations

from dataclasses import dataclass

from testigo.reason import Reason
from testigo.value import value


@value
class Told:
    """One value of one slot, as told. slot: one of claim.SLOTS, "act", "status", or an attribute of a person ("age", ...).

    text: the words; id, value: of a reference table, EDTF or number, where known. claims: who tells it; accepted: those
    of them that a person accepted.
    """

    slot: str
    text: str
    claims: tuple[int, ...]
    id: str | None = None
    value: str | None = None
    accepted: tuple[int, ...] = ()


@value
class Mention:
    """One filler that names or describes a person: filler `number` of `slot` ("actor", "target") of a claim."""

    claim: int
    slot: str
    number: int
    report: int
    text: str

    @property
    def subject(self) -> str:
        """What judgements about pairs of mentions are kept by."""
        return f"{self.claim}.{self.slot}.{self.number}"


@value
class Link:
    """A pair that may be one. kind: "event" (left, right: ids of claims as text) or "person" (subjects of mentions).

    The smaller stands left. probability: that they are one, from 0 to 1, by the model; reasons: what speaks for and
    against. judged: "same", "different" or "unsure" where a person said so; joined: whether they are in one cluster.
    names: of persons, what their names alone say: "same", "different" or "cannot tell"; None where a name is not told.
    """

    kind: str
    left: str
    right: str
    probability: float
    reasons: tuple[Reason, ...] = ()
    judged: str | None = None
    joined: bool = False
    names: str | None = None


@value
class Event:
    """Claims that concern one happening. key: stays the same while its first claim does.

    act: the most frequent act of its claims, the accepted first; first, last: the days in which all its dated claims
    can agree (ISO), or the hull of them where they conflict. place: id of the most precise place told, or None.
    values: every value of every slot. conflicts: slots in which claims cannot all be right. persons: keys of persons.
    chance: how certain the whole cluster is, from 0 to 1 (1 for a single claim). notes: what else there is to say of it.
    """

    key: str
    act: str
    claims: tuple[int, ...]
    reports: tuple[int, ...]
    values: tuple[Told, ...]
    first: str | None = None
    last: str | None = None
    place: str | None = None
    conflicts: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    chance: float = 1.0
    notes: tuple[Reason, ...] = ()


@value
class Person:
    """Mentions that concern one person. name: the fullest name told, or the fullest description.

    values: names, ages, roles, places, groups as told. events: keys of the events they are in, in the order of time.
    notes: what else there is to say, as that a name may be either of two.
    """

    key: str
    name: str
    mentions: tuple[Mention, ...]
    values: tuple[Told, ...]
    events: tuple[str, ...] = ()
    conflicts: tuple[str, ...] = ()
    chance: float = 1.0
    notes: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Clustering:
    """One plausible way to cluster what is uncertain together. kind: "event" or "person".

    weight: of the kept ways of the same claims or mentions, adding up to 1. joined: the clusters, each as sorted ids of
    claims or subjects of mentions; the first of each report stands for all that it tells as one. The whole casebook is
    any choice of one way for each, with the product of their weights: they have nothing to do with each other.
    """

    kind: str
    weight: float
    joined: tuple[tuple[str, ...], ...]
