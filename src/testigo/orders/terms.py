"""A clause as rulings ask of it: what does not depend on an event, worked out once for all events.

Rules:
- The acts of a clause are those that can say anything about it: its measure, and for watching also what follows on it.
- A clause that requires a policy or nothing named is asked on the occasions that its words give ("report each search").
- Other clauses of the order that keep groups under the same measure, or take groups out of it, stand beside it.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Sequence
from dataclasses import dataclass

from testigo.confronted import Order, OrderClause
from testigo.orders import cues
from testigo.orders.telling import WATCH

FOLLOWS_WATCH = frozenset(
    (
        "arrest",
        "detention",
        "interrogation",
        "trial",
        "sentence",
        "banishment",
        "disappearance",
        "execution",
        "torture",
    )
)
EITHER = frozenset(("release",))
BARS_WAY = frozenset(("movement_restriction", "sentence", "arrest", "detention", "extortion", "confiscation"))
_OCCASIONS = (("search", "search"), ("raid", "search"), ("arrest", "arrest"), ("release", "release"), ("meeting", "meeting"),
              ("escape", "escape"), ("crossing", "escape"), ("interrogation", "interrogation"))  # fmt: skip
_ANYBODY = re.compile(
    r"^(?:all |the |any |their )?(?:residents?|people|citizens?|locals?|inhabitants|population|public|everyone|everybody|anybody|"
    r"nobody|주민)\b",
    re.IGNORECASE,
)
MOVING = cues.stems("travel pass permit market way road")
"""Words by which a hindrance, or an arrest, is told to be about moving."""
_DUTY = cues.stems("must have should shall by")
_RULE = cues.stems(
    "break breaks violates violate disobeys ignores rule rules ban order orders instruction decree"
)
"""Words that say no more of a deed than that it is against the order."""
_DOERS = cues.stems("officers whoever breaks people persons those anyone")


@dataclass(frozen=True, slots=True)
class Held:
    """A time in which a clause does not hold. first: an ordinal, 0: always; last: None: open; since: ISO, "" not told."""

    first: int
    last: int | None
    since: str


@dataclass(frozen=True, slots=True)
class Terms:
    """What rulings ask of a clause.

    acts: that can say anything about it; watch: its measure is watching or keeping lists; about_people: it is about people
    who must be told of, not just anybody. groups: ids of its own groups; named: content words of each group without an
    id. kept, taken: ids of groups that other clauses of the order keep under the measure, and take out of it. asked: content
    words that its other conditions ask for. wanted: content words of what it requires; deed: of what it punishes, None
    where it punishes nothing. deadline: an ordinal.
    """

    clause: OrderClause
    acts: frozenset[str]
    watch: bool
    about_people: bool
    groups: frozenset[str]
    named: tuple[frozenset[str], ...]
    kept: frozenset[str]
    taken: frozenset[str]
    asked: tuple[frozenset[str], ...]
    wanted: frozenset[str]
    deed: frozenset[str] | None
    deadline: int | None
    holds: tuple[Held, ...]


def terms_of(order: Order, clause: OrderClause) -> Terms:
    """A clause of an order as rulings ask of it."""
    kept, taken = _other_sides(order, clause)
    requires = clause.modality == "require"
    return Terms(
        clause=clause,
        acts=acts_for(clause),
        watch=clause.measure in WATCH,
        about_people=clause.modality in ("exempt", "retain") or _about_people(clause),
        groups=frozenset(g.id for g in clause.groups if g.id),
        named=tuple(cues.stems(g.text) for g in clause.groups if not g.id),
        kept=kept,
        taken=taken,
        asked=tuple(frozenset(c.stems) for c in clause.conditions if c.kind == "other"),
        wanted=cues.stems(clause.words.text) - _DUTY if requires else frozenset(),
        deed=_deed(order, clause) if requires else None,
        deadline=_ordinal((clause.deadline or "").removeprefix("../")),
        holds=tuple(Held(_ordinal(h.first) or 0, _ordinal(h.last), h.first or "") for h in clause.holds),
    )


def acts_for(clause: OrderClause) -> frozenset[str]:
    """The acts that can say anything about a clause."""
    measure = clause.measure or ""
    if clause.modality == "finding":
        return frozenset()
    if measure in WATCH:
        if clause.modality in ("exempt", "retain"):
            return WATCH | FOLLOWS_WATCH | EITHER
        return WATCH if clause.modality == "forbid" else frozenset((measure,))
    if measure == "movement" and clause.held_as in ("permit", "exempt"):
        return BARS_WAY | {"movement"}
    if clause.modality == "require" and measure in ("policy", ""):
        return frozenset(occasions(clause))
    return frozenset((measure,)) if measure else frozenset()


def occasions(clause: OrderClause) -> tuple[str, ...]:
    """The acts on whose occasion a clause requires something ("report each search"), by its words."""
    words = clause.words.text.lower()
    return tuple(act for stem, act in _OCCASIONS if f"each {stem}" in words or f"every {stem}" in words)


def _about_people(clause: OrderClause) -> bool:
    """Whether a forbidding or permitting clause is about people who must be told of: not just anybody who lives there."""
    named = [g for g in clause.groups if g.id != "border-residents" and not _ANYBODY.match(g.text)]
    return bool(named) and clause.modality != "require"


def _other_sides(order: Order, clause: OrderClause) -> tuple[frozenset[str], frozenset[str]]:
    """Groups that the order keeps under watch, and those that it takes out, by its other clauses of the same family."""
    others = [
        other
        for other in order.clauses
        if other.number != clause.number
        and (other.measure == clause.measure or {other.measure, clause.measure} <= WATCH)
    ]
    return _groups_of(others, "retain"), _groups_of(others, "exempt")


def _groups_of(clauses: Sequence[OrderClause], modality: str) -> frozenset[str]:
    return frozenset(g.id for c in clauses if c.modality == modality for g in c.groups if g.id)


def _deed(order: Order, clause: OrderClause) -> frozenset[str] | None:
    """Content words of the deed for which a clause requires a penalty, or None.

    Who "breaks the rule" does what the order forbids: then the deed is told by the measures of its forbidding clauses.
    """
    doer = next((g for g in clause.groups if cues.DOER.search(g.text)), None)
    if doer is None:
        return None
    deed = cues.stems(doer.text) - _DOERS
    if deed - _RULE:
        return deed
    return cues.stems(" ".join(c.measure for c in order.clauses if c.modality == "forbid" and c.measure))


def _ordinal(told: str | None) -> int | None:
    """A day with a year as an ordinal; None for anything else."""
    if not told or len(told) != 10 or "XXXX" in told:
        return None
    return dt.date.fromisoformat(told).toordinal()
