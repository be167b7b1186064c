"""Whether two descriptions can be of one person, as far as their words go, and what a person is called over several.

Rules:
- A name in common speaks for, two whole names that differ against; ages and sexes that cannot be one speak against.
- Descriptions without a name can be one where nothing in them differs; that is no reason to take them for one.
"""

from __future__ import annotations

from testigo.linking.described import LOOSE, Traits
from testigo.linking.spelt import consonants, folded, is_hangul


def parts_of(traits: Traits) -> frozenset[str]:
    """The parts of names by which a person may be called alone: "Mira Tolvan" may come back as Mira or Tolvan."""
    found = {folded(s) for s in traits.surnames}
    for name in traits.names:
        words = name.replace("-", " ").split() if not is_hangul(name) else [name, name[:1]]
        found |= {folded(words[0]), folded(words[-1])} if words else set()
    return frozenset(found)


def names_meet(one: Traits, other: Traits) -> bool | None:
    """Whether a name is common to both; None where one has none."""
    if not (one.named and other.named):
        return None
    if {folded(n) for n in one.names} & {folded(n) for n in other.names}:
        return True
    if parts_of(one) & parts_of(other):
        return not (one.names and other.names) or _near(one, other)
    return _in_two_scripts(one, other)


def _near(one: Traits, other: Traits) -> bool:
    """Whether two whole names have a part in common and nearly the other too: Mira and Myra Tolvan."""
    return any(consonants(a) == consonants(b) for a in one.names for b in other.names)


def _in_two_scripts(one: Traits, other: Traits) -> bool:
    left, right = (*one.names, *one.surnames), (*other.names, *other.surnames)
    return any(
        is_hangul(a) != is_hangul(b) and len(c := consonants(a)) > 1 and c == consonants(b)
        for a in left
        for b in right
    )


def can_be_one(one: Traits, other: Traits) -> bool:
    """Whether nothing that is told of the two keeps them apart."""
    if names_meet(one, other) is False or (one.sex and other.sex and one.sex != other.sex):
        return False
    if one.age and other.age and (one.age[0] > other.age[1] + 3 or other.age[0] > one.age[1] + 3):
        return False
    left, right = set(one.words) - LOOSE, set(other.words) - LOOSE
    return bool(not left or not right or left & right or names_meet(one, other))


def both(one: Traits, other: Traits) -> Traits:
    """Everything told of one person in two places."""
    return Traits(
        tuple(dict.fromkeys((*one.names, *other.names))), tuple(dict.fromkeys((*one.surnames, *other.surnames))),
        one.age or other.age, one.sex or other.sex, tuple(dict.fromkeys((*one.words, *other.words))), one.definite or other.definite,
        tuple(dict.fromkeys((*one.offices, *other.offices))),
    )  # fmt: skip
