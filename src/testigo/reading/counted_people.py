"""People told of by how many they are, and phrases that only name somebody again.

Rules:
- "Hundreds of prisoners" are those people with their number; "a ring of seven smugglers" is done to where the ring is.
- An act has the number of those it is done to, of those who do what only they undergo or do together; of a row of
  people only the first is counted, for "the editor and two reporters" are three.
- A name in brackets is another name of the one before.
"""

from __future__ import annotations

from testigo.claim import Filler
from testigo.reading.arguments import Range
from testigo.reading.lists import wordset
from testigo.reading.scenes import Mention
from testigo.reading.tokens import Token
from testigo.reading.view import View


def group_before(view: View, at: int) -> int:
    """Where the group or count starts that people are told of with "of": "a ring of seven smugglers"; else the place itself."""
    base = view.chunks.noun_upto.get(at - 1) if at > 1 and view.tokens[at - 1].lower == "of" else None
    return base[0] if base is not None and view.tokens[base[1] - 1].lower in _GROUPS else at


def in_number(view: View, base: Range, whole: Range) -> Range:
    """People with how many they are: "Hundreds of prisoners said they were beaten"."""
    lead = group_before(view, base[0]) if whole[0] == base[0] else whole[0]
    return (lead, whole[1]) if view.tokens[lead].lower in _MANY_OF else whole


_MANY_OF = wordset("hundreds dozens scores thousands")
_GROUPS = wordset(
    "ring gang group team crew band number dozens hundreds scores thousands pair family couple party crowd"
)


def at_home(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether a name tells whose home a place is: "searched the home of Li Wen before taking him away"."""
    owned = base[0] > 1 and tokens[base[0] - 1].lower == "of" and tokens[base[1] - 1].tag == "NNP"
    return owned and tokens[base[0] - 2].lower in _HOMES


_HOMES = wordset("home house apartment flat residence office")


def is_alias(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether a phrase in brackets is another name of the one before: "(pen name Ali Feruz)"."""
    bracket = any(token.text == "(" for token in tokens[max(0, base[0] - 3) : base[0]])
    return bracket and any(
        token.lower in ("name", "alias", "aka", "nickname") for token in tokens[max(0, base[0] - 3) : base[1]]
    )


def whose_number(
    mention: Mention, actor: tuple[Filler, ...], target: tuple[Filler, ...]
) -> tuple[Filler, ...]:
    """Whose number an act has: "nine were held", "200 students marched"."""
    act = mention.trigger.act
    whom = (*target[:1], *(one for one in target[1:] if "other" in one.text.split() or "others" in one.text))
    hangs = mention.clause is not None and mention.clause.kind not in ("main", "joined")
    if hangs and act in ("resistance", "speech"):
        return whom  # "held 63 men for taking part in a march"
    if act in _BY_ACTOR:
        return (*whom, *actor[:1])
    return whom if target or act not in _TOGETHER else actor[:1]


_BY_ACTOR = wordset("escape movement death suicide resistance")
_TOGETHER = wordset("speech policy forced_labor meeting indoctrination")
