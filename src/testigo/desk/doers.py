"""Who did it: offices and units as claims tell them, each once, with the chain above it by the table of institutions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from testigo.claim import Filler
from testigo.desk import words
from testigo.desk.amending import effective
from testigo.desk.gather import named
from testigo.desk.linked_shown import Shelf
from testigo.desk.pages.linked import DoerView
from testigo.reference import tables

_PLAINLY = ("asserted", "reported", "hedged")


def doers_of(claims: Sequence[int], shelf: Shelf) -> tuple[DoerView, ...]:
    """Who did what claims tell, each once, with the offices above it by the table of institutions. Whom it is only denied of stands last, and says so."""
    made: dict[str, DoerView] = {}
    statuses: dict[str, list[str]] = {}
    for claim_id in claims:
        claim = effective(shelf.claim(claim_id))
        for filler in claim.actor:
            text = " ".join((filler.refers_text or filler.text).split())
            key = filler.id or text.lower()
            statuses.setdefault(key, []).append(claim.status)
            made.setdefault(key, DoerView(text, shelf.lang(claim_id), named(filler.id or ""), _above(filler)))
    marked = [_doubted(doer, statuses[key]) for key, doer in made.items()]
    return tuple(sorted(marked, key=lambda doer: doer.status == "denied"))


def _doubted(doer: DoerView, statuses: Sequence[str]) -> DoerView:
    """With how it is told, where nobody says plainly that they did it."""
    if any(status in _PLAINLY for status in statuses):
        return doer
    said = ", ".join(words.say(words.STATUSES, status) for status in dict.fromkeys(statuses))
    return replace(doer, status=statuses[0], doubt=said)


def _above(filler: Filler) -> tuple[str, ...]:
    """The bodies above an institution, the nearest first."""
    found: list[str] = []
    row = tables.institutions().get(filler.id or "")
    while row is not None and row.under and len(found) < 6:
        above = next((i for i in tables.institutions().values() if row.under in (i.id, i.body)), None)
        if above is None or above.id == row.id:
            break
        found.append(named(above.id) or above.name)
        row = above
    return tuple(dict.fromkeys(found))
