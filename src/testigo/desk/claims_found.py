"""Which claims an address asks for: its view and filters, and all claims that fit them, as lists and pictures need them.

Rules:
- Those that a machine read are counted out of the casebook's packed rows (seeing/many.py); added ones stand beside them.
- What makes no sense in an address is passed over, never an error.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from testigo.casebook.values import ClaimFilter, StoredClaim
from testigo.desk import gather
from testigo.desk.amending import effective
from testigo.desk.render import path
from testigo.desk.seeing import tally
from testigo.desk.seeing.happening import Happening, happening
from testigo.desk.seeing.many import Many, Wanted
from testigo.reference import tables
from testigo.vocabulary import ACTS, CONDITIONS, STATUSES, VIEWS

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

VIEWS_OF = ("list", "time", "map", "count")
PER_PAGE, ROWS = 40, 120
KEPT = ("act", "status", "verdict", "place", "month")
ALONE = ":alone"
"""Behind the id of a place: the claims that name it and no place inside it."""
VERDICTS = ("open", "accept", "amend", "reject", "conflict", "add")


@dataclass(frozen=True, slots=True)
class Asked:
    """What an address asks for: the view, and the filters that make sense."""

    view: str
    kept: Mapping[str, str]
    page: int = 1

    def href(self, **changed: object) -> str:
        """The same with some filters changed; an empty one is dropped."""
        return path("claims", {"as": self.view, **self.kept, **changed})


def asked(query: Mapping[str, str]) -> Asked:
    """Read an address; what makes no sense is passed over."""
    known: dict[str, Mapping[str, object]] = {
        "act": {**ACTS, **CONDITIONS, **VIEWS}, "status": STATUSES, "verdict": dict.fromkeys(VERDICTS),
        "place": {**tables.places(), **{f"{p}{ALONE}": None for p in tables.places()}, "border": None},
    }  # fmt: skip
    kept = {
        name: query[name]
        for name in KEPT
        if query.get(name) and (name not in known or query[name] in known[name])
    }
    if "month" in kept and not (
        len(kept["month"]) == 7 and kept["month"][:4].isdigit() and kept["month"][5:].isdigit()
    ):
        del kept["month"]
    view = query.get("as", "list")
    return Asked(view if view in VIEWS_OF else "list", kept, max(1, gather.whole(query.get("page", ""), 1)))


def which_claims(want: Asked) -> ClaimFilter:
    """The filters that the index of claims answers."""
    return ClaimFilter(
        act=want.kept.get("act"), status=want.kept.get("status"), verdict=want.kept.get("verdict"), added=True
    )


@dataclass(frozen=True, slots=True)
class Found:
    """The claims that fit every filter. many: those that a machine read; by_hand: added ones, with what pictures need."""

    casebook: Casebook
    many: Many
    by_hand: tuple[tuple[StoredClaim, Happening], ...]

    @property
    def count(self) -> int:
        """How many."""
        return self.many.count + len(self.by_hand)

    def page(self, number: int) -> list[StoredClaim]:
        """The claims of a page of the list, added ones first."""
        start = (number - 1) * PER_PAGE
        first = [stored for stored, _item in self.by_hand[start : start + PER_PAGE]]
        ids = self.many.ids(max(0, start - len(self.by_hand)), PER_PAGE - len(first))
        return [*first, *self.casebook.claims_of(ids)]

    def latest(self) -> tuple[list[Happening], int, int]:
        """Those whose time begins latest, ROWS at most; how many have a date with a year, and how many have none."""
        ids, dated = self.many.latest(ROWS)
        added = [item for _stored, item in self.by_hand]
        items = [_happening(stored) for stored in self.casebook.claims_of(ids)] + [i for i in added if i.when]
        items.sort(key=lambda i: (i.when.first, i.claim) if i.when else ())
        dated += sum(i.when is not None for i in added)
        return items[-ROWS:], dated, self.count - dated

    def counted(self, what: Callable[[Many], list[Happening]]) -> list[Happening]:
        """All of them, those of the machine counted together. what: by which property."""
        return [*what(self.many), *(item for _stored, item in self.by_hand)]


def found(casebook: Casebook, want: Asked) -> Found:
    """The claims that fit every filter."""
    which = which_claims(want)
    kept = [
        s for s in casebook.added_claims(replace(which, added=False)) if which.verdict or not _rejected(s)
    ]
    by_hand = tuple((stored, item) for stored in kept if _fits(item := _happening(stored), want))
    place = want.kept.get("place")
    fits = None if place is None else lambda ids, border: _is_there(place, ids, border=border)
    many = Many(
        casebook.drawn(), Wanted(which.act, which.status, which.verdict, want.kept.get("month"), fits)
    )
    return Found(casebook, many, by_hand)


def _rejected(stored: StoredClaim) -> bool:
    return stored.judgement is not None and stored.judgement.verdict == "reject"


def _happening(stored: StoredClaim) -> Happening:
    return happening(stored.id, effective(stored), _label(stored))


def _fits(item: Happening, want: Asked) -> bool:
    place, month = want.kept.get("place"), want.kept.get("month")
    if place and not _is_there(place, item.places, border=any(map(tables.is_border, item.place_words))):
        return False
    return not month or (item.when is not None and month in tally.month_shares(item.when))


def _is_there(place: str, ids: tuple[str, ...], *, border: bool) -> bool:
    """Whether a claim that names these places is one of a place of the filter."""
    if place == "border":
        return border
    if place.endswith(ALONE):
        return ids[:1] == (place.removesuffix(ALONE),)
    return any(_lies_in(id_, place) for id_ in ids)


def _lies_in(place_id: str, unit_id: str) -> bool:
    known = tables.places()
    return place_id == unit_id or (
        place_id in known and unit_id in known and tables.lies_in(known[place_id], known[unit_id])
    )


def _label(stored: StoredClaim) -> str:
    """Whom it is about, in the words of the report."""
    claim = effective(stored)
    return ", ".join(f.refers_text or f.text for f in (claim.target or claim.actor)[:2])
