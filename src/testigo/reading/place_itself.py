"""A place that grammar makes the subject or object, which is where the act happens: "Camp 12 held 5,000 people", "closed two pagodas".

Rules:
- A prison that holds people is where they are held; police that hold them are no place.
- What is closed, sealed or surrounded is whom it is done to and where.
"""

from __future__ import annotations

from testigo.claim import Filler
from testigo.reading import slots
from testigo.reading.classes import is_class
from testigo.reading.lists import wordset
from testigo.reading.place_sites import names_site
from testigo.reading.scenes import Mention


def place_itself(place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """The prison that holds people, which is where they are held: "Camp 12 held 5,000 people"."""
    clause = mention.clause
    if mention.trigger.act == "movement_restriction":
        return _closed(place, mention)
    if mention.trigger.act == "hardship":
        return _lacking(place, mention)
    if mention.trigger.act != "detention" or mention.noun or clause is None or clause.passive:
        return ()
    base = place.scene.chunks.noun_from.get(clause.subject[0]) if clause.subject is not None else None
    if base is None or not is_class(place.scene.tokens, base, "detention"):
        return ()
    if is_class(place.scene.tokens, base, "authority"):
        return ()  # "police held them for two days"
    found = place.filler(base, "slot.place")
    return (found,) if found is not None else ()


def _lacking(place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """The prisons that are full or lack something: "jails and detention centers were overcrowded"."""
    clause = mention.clause
    if clause is None or clause.subject is None or mention.noun:
        return ()
    chunks, tokens = place.scene.chunks, place.scene.tokens
    parts = [base for base in chunks.nouns if clause.subject[0] <= base[0] and base[1] <= clause.subject[1]]
    held = [p for p in parts if is_class(tokens, p, "detention") and not is_class(tokens, p, "person")]
    if clause.lemma in ("overcrowd", "lack"):
        held = [p for p in parts if p in held or names_site(tokens, p)]
    if not held or len(held) < len(parts):
        return ()
    found = (place.filler(part, "slot.place") for part in held)
    return tuple(one for one in found if one is not None)


def _closed(place: slots.Place, mention: Mention) -> tuple[Filler, ...]:
    """What is closed or surrounded, which is where it happens: "closed two pagodas", "the market was closed"."""
    clause = mention.clause
    if clause is None or clause.lemma not in _CLOSING:
        return ()
    part = clause.undergoer
    base = place.scene.chunks.noun_from.get(part[0]) if part is not None else None
    if base is None or not names_site(place.scene.tokens, base):
        return ()
    found = place.filler(base, "slot.place")
    return (found,) if found is not None else ()


_CLOSING = wordset(
    "close seal block blockade barricade shut lock cordon surround encircle ring quarantine reopen open lift"
)
