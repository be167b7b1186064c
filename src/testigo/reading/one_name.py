"""Whether a name is that of one, and whether two names can be those of the same one.

Rules:
- Two names agree where one holds all of the other: "Dr. Dal" may be "Mira Dal", "Vera Dal" is somebody else.
- A first name with a surname in "s" names one ("Henadz Lukavets"); a people or a body does not ("Crimean Tatars").
"""

from __future__ import annotations

from testigo.reading.arguments import Range
from testigo.reading.lists import wordset
from testigo.reading.tokens import Token


def is_same(names: frozenset[str], others: frozenset[str]) -> bool:
    """Whether all names of somebody are among those of another: "Dr. Dal" may be "Mira Dal", "Vera Dal" is not."""
    return len(names) < 2 or names <= others | _TITLES


_TITLES = wordset(
    "mr mr. mrs mrs. ms ms. dr dr. prof prof. professor sir madam father sister brother rev. reverend pastor bishop imam"
    " sheikh mullah rabbi archbishop cardinal president minister premier chairman chairwoman judge justice prosecutor"
    " general gen. colonel col. major maj. captain capt. lieutenant lt. sergeant sgt. officer chief commander secretary"
    " governor mayor senator deputy comrade pope king queen prince princess daw u ko naw saw geshe lama khenpo ayatollah"
)


def is_full_name(tokens: tuple[Token, ...], base: Range) -> bool:
    """Whether a phrase is the name of one, though it ends in "s": "Henadz Lukavets", not "Crimean Tatars"."""
    words = tokens[base[0] : base[1]]
    if len(words) < 2 or not all(t.tag in ("NNP", "NNPS") and t.text[:1].isupper() for t in words):
        return False
    of_a_people = words[0].lower in _SIDES or words[0].lower.endswith(("an", "ese", "ish", "’s", "'s"))
    return not of_a_people and not words[-1].lower.endswith(_OF_GROUPS)


_OF_GROUPS = ("ans", "ers", "ors", "ists", "nesses", "ics", "ims", "ews", "urs", "abs", "urds", "tars", "eks", "iks", "akhs", "ants",
              "als", "ites", "ons", "ingyas", "nations", "states", "services", "rights")  # fmt: skip


_SIDES = wordset("north south east west")
