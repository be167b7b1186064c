"""Who acts in an infinitive, "-ing" form or participle that names nobody.

Rules:
- After ordering and forcing it is whom the verb is done to; after promising, trying and detaining somebody to do something, who does it.
- After "called on", "appealed to" and the like it is whom these lead to.
- After "for" and "of" it is the one it is held against, unless what stands there is a punishment or a length of time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from testigo.reading.arguments import Range
from testigo.reading.classes import is_class, is_person
from testigo.reading.lists import wordset
from testigo.reading.subjects import does_it_to
from testigo.reading.tokens import Token

if TYPE_CHECKING:
    from testigo.reading.clauses import Clause

_OWN_SUBJECT = wordset(
    "promise threaten seek plan want try attempt refuse decide agree fail begin start continue vow use"
)
_ON_PURPOSE = wordset(
    "detain arrest hold beat torture shoot kill interrogate question search raid monitor tap block jam close confiscate"
    " seize use employ deploy carry conduct launch install keep increase expand introduce impose adopt issue pass exploit"
    " abuse hack create form establish restrict limit intimidate target attack threaten surround visit enter storm fire"
)  # "held her for ten hours to question her": who holds her asks
_LIGHT = wordset("take make have pay spend give offer find")  # "took no action to investigate"
_BIDDING = wordset(
    "order require force allow permit tell ask instruct urge let cause enable direct oblige compel invite call expect want need"
    " get help command coerce press pressure authorize authorise encourage lead push appoint choose elect find send"
    " designate task charge assign train hire pay know believe say report consider deem prove show oblige mobilize mobilise"
    " summon advise warn remind teach prompt persuade convince bring beg empower entitle bind commit rally sentence condemn"
)
_BIDDING_BY = {
    "call": ("on", "upon"), "appeal": ("to",), "plead": ("with",), "prevail": ("on", "upon"), "rely": ("on", "upon"),
    "depend": ("on", "upon"), "count": ("on",), "wait": ("for",), "arrange": ("for",), "shout": ("at", "to"),
    "yell": ("at", "to"), "signal": ("to",), "gesture": ("to",), "scream": ("at",),
}  # fmt: skip
_SOMEBODY = ("person", "authority", "country")
_AIMS = wordset("order attempt bid effort")
_SUFFERED = wordset("lose get receive pay face serve earn risk draw")
_FOUNDING = wordset("establish create form set found launch appoint constitute convene assemble")
_BODIES = wordset(
    "commission committee panel team unit body tribunal court board taskforce council delegation mission mechanism subcommittee"
)
_AFRAID = wordset("fear risk danger threat afraid fearful hope chance")
_HELD_AGAINST = wordset("for of over from into against")


def _is_length(tokens: tuple[Token, ...], part: Range) -> bool:
    """Whether a phrase is a punishment or its length, which does nothing: "serving ten years for protesting"."""
    return any(
        token.lemma in ("year", "month", "week", "day", "sentence", "term")
        for token in tokens[part[0] : part[1]]
    )


def controller(clause: Clause, governor: Clause, tokens: tuple[Token, ...]) -> Range | None:
    """Who acts in an infinitive, "-ing" form or participle that names nobody."""
    if clause.kind == "participle":
        at = clause.verb.first
        before = next((part for _, part in governor.preps if part[1] == at and is_person(tokens, part)), None)
        return before or governor.subject  # "fired on people trying to cross"
    if clause.kind == "infinitive" and governor.object is None and governor.lemma in _BIDDING_BY:
        return _bidden(clause, governor, tokens) or governor.subject
    if governor.object is None or governor.object[0] >= clause.verb.first or governor.passive:
        return governor.subject
    if clause.kind == "infinitive":
        if tokens[clause.verb.first - 1].lower in _AIMS:
            return governor.subject  # "started a fight in order to arrest him", "in an attempt to"
        own = governor.lemma in _OWN_SUBJECT or governor.lemma in _ON_PURPOSE
        own = own or does_it_to(tokens, governor.lemma, clause.verb.last)
        body = governor.lemma in _FOUNDING and tokens[governor.object[1] - 1].lower in _BODIES
        own = not body and (
            own or (governor.lemma not in _BIDDING and not is_person(tokens, governor.object))
        )
        return governor.subject if own else governor.object
    if clause.link == "of" and tokens[clause.verb.first - 2].lower in _AFRAID:
        return governor.subject  # "left his home for fear of being abducted"
    against = clause.link in _HELD_AGAINST and not _is_length(tokens, governor.object)
    if against and governor.lemma in _SUFFERED and not is_person(tokens, governor.object):
        against = False  # "lost his job for taking part in the march"
    return governor.object if against else governor.subject


def _bidden(clause: Clause, governor: Clause, tokens: tuple[Token, ...]) -> Range | None:
    """Who is bidden or waited for through a preposition: "called on the governor to resign"; None where nobody is."""
    at = clause.verb.first
    for prep, part in governor.preps:
        somebody = part[0] < at <= part[1] and any(is_class(tokens, part, name) for name in _SOMEBODY)
        if somebody and prep in _BIDDING_BY[governor.lemma]:
            return part[0], at
    return None
