"""A Korean name in Latin letters: every whole name that its letters fit, in all ways of writing together.

Rules:
- The surname stands first, or last where that reads much better ("Chol-su Kim") or a comma or capitals say so.
- Surname and given name are written in one way (styles.Style): the ways are weighed together, the sum over them counts.
- Nothing is multiplied out before both are known: surnames, first and last syllables are kept as they are (`Term`).
"""

from __future__ import annotations

import enum
import operator
from functools import lru_cache

from testigo.linking.givens import (
    Manner,
    Options,
    apart,
    given_weights,
    joined,
    syllable_options,
    written_out,
)
from testigo.linking.korean_parts import FAINT, Korean, counted, part_of
from testigo.linking.name_shares import given_frequency, surname_frequency
from testigo.linking.styles import APART, COMMON, Style
from testigo.linking.syllables import Readings, by_habit, surname_readings, surname_table
from testigo.linking.written import Extent, Written

UNHEARD = 1e-7  # a word that stands alone and is so rare as a given name is no Korean name
REVERSED = 0.03  # share of names with the surname last, where nothing says so

Units = tuple[str, ...]
_MARKS = str.maketrans({"ŏ": "o", "ŭ": "u", "'": None})


class Ways(enum.IntEnum):
    """How a name is read: without marks, with them, or as if some of them had been lost.

    In print a breve or an apostrophe is left out here and there, and one part of a name may have them that the other,
    written by habit, has not ("Ch'oe Gook-jin").
    """

    PLAIN = 0
    MARKED = 1
    LOST = 2
    LOST_BREVES = 3
    MIXED = 4


_SHARES = (
    COMMON,
    (0.05 * COMMON[Style.DPRK], COMMON[Style.MARKED], 0.0, 0.0, 0.0),
    (0.0, 0.0, 0.1 * COMMON[Style.PLAIN], 0.002 * COMMON[Style.REVISED], 0.002 * COMMON[Style.PRESS]),
    (0.0, 0.0, 0.002 * COMMON[Style.PLAIN], 0.0, 0.0),
    (0.0, 0.0, 0.0, 0.0, 0.1 * COMMON[Style.PRESS]),
)
"""How common each way of writing is then, by Ways and Style."""
Surname = tuple[str, float, float, float, float, float, float]
"""A surname with a tab behind it, how common it is, and its weight in each way of writing a name that is set so."""
Setting = tuple[tuple[Surname, ...], Units]
"""What the surname can stand for where it is taken to stand there, and the units of the given name."""


@lru_cache(maxsize=1 << 14)
def _surname_options(spelling: str, gap: str, prior: float, ways: Ways) -> tuple[Surname, ...]:
    """What a surname can stand for. gap: what parts the syllables of the given name; prior: how likely that order is."""
    f, g, h, i, j = (
        prior * share * fitting for share, fitting in zip(_SHARES[ways], APART[gap], strict=True)
    )
    readings = surname_readings(spelling)
    if ways is Ways.MIXED:
        readings = by_habit(readings)
    return tuple(
        (surname + "\t", surname_frequency(surname), f * v, g * w, h * x, i * y, j * z)
        for surname, (v, w, x, y, z) in readings.items()
    )


def _settings(name: Written, ways: Ways) -> list[Setting]:
    """The ways to tell the surname from the given name."""
    words = name.words
    flat = words[0] + words[1] if len(words) == 2 else sum(words, ())
    size = len(flat)
    if not 2 <= size <= 4 or (size == 2 and len(words) == 1):
        return []  # "Chun-hwa" is a given name
    gap = " " if size == len(words) else "-"
    known = surname_table()
    last_first = name.capitals[-1] and "," not in name.text and not all(name.capitals)
    found = []
    if size < 4:
        first = _surname_options(flat[0], gap if size == 3 else "", REVERSED if last_first else 1.0, ways)
        if first:
            found.append((first, flat[1:]))
    if size > 2 and flat[0][:2] in _long_starts():
        both = _surname_options(flat[0] + flat[1], gap if size == 4 else "", 1.0, ways)
        if both:
            found.append((both, flat[2:]))
    if size < 4 and (flat[-1] in known or flat[0] not in known) and len(words[-1]) == 1:
        last = _surname_options(flat[-1], gap if size == 3 else "", 1.0 if last_first else REVERSED, ways)
        if last:
            found.append((last, flat[:-1]))
    return found


@lru_cache(maxsize=1)
def _long_starts() -> frozenset[str]:
    """The first two letters of surnames of two syllables."""
    return frozenset(
        spelling[:2]
        for spelling, read in surname_table().items()
        if any(len(surname) == 2 for surname in read)
    )


Term = tuple[tuple[Surname, ...], Options, Options]
"""Surnames, first syllables and last syllables, each of which may stand with each."""
_END: Options = (("", 1.0, 0.0, 1.0, 1.0, 1.0, 1.0, 1.0),)
"""What follows the only syllable of a given name."""


def _terms(name: Written) -> list[Term]:
    """Every whole name that fits, not multiplied out. One with marks is also read as if they were lost."""
    text = name.text
    if text.isascii() and "'" not in text:
        return _terms_in(name, Ways.PLAIN, Manner.EO if "eo" in text.lower() else Manner.ANY)
    text = "".join(map("".join, name.words))
    breves = "ŏ" in text or "ŭ" in text
    if not breves and "'" not in text:
        return _terms_in(name, Ways.PLAIN, Manner.EO if "eo" in text else Manner.ANY)
    found = _terms_in(name, Ways.MARKED, Manner.BREVES if breves else Manner.ANY)
    return found + _terms_in(_unmarked(name), Ways.LOST_BREVES if breves else Ways.LOST, Manner.ANY)


def _unmarked(name: Written) -> Written:
    """The same name without breves and apostrophes."""
    words = tuple([tuple([part.translate(_MARKS) for part in word]) for word in name.words])
    return Written(name.text, words, name.capitals, name.hangul, name.extent, name.pseudonym)


def _terms_in(name: Written, ways: Ways, manner: Manner) -> list[Term]:
    """The same by ways of writing that are so common."""
    found: list[Term] = []
    for surnames, units in _settings(name, ways):
        if len(units) == 2:
            heads = syllable_options(units[0], manner, False)
            if heads and (tails := syllable_options(units[1], manner, True)):
                found.append((surnames, heads, tails))
            continue
        singles, halves = joined(units[0], manner)
        if singles:
            found.append((surnames, singles, _END))
        for heads, tails in halves:
            found.append((surnames, heads, tails))
    return found


def _whole(name: Written, terms: list[Term]) -> Korean | None:
    """The terms multiplied out; what is too faint beside the likeliest is passed over."""
    fits: dict[str, float] = {}
    joint: dict[str, float] = {}
    best = likeliest = floor = press = 0.0
    for surnames, heads, tails in terms:
        for start, share, a, b, c, d, e in surnames:
            for head, hers, his, p, q, r, s, t in heads:
                k, m, n, o, u = a * p, b * q, c * r, d * s, e * t
                women, men, begun = share * hers, share * his, start + head
                for tail, women_too, men_too, v, w, x, y, z in tails:
                    fit = k * v + m * w + n * x + o * y + u * z
                    weight = fit * (women * women_too + men * men_too)
                    if weight <= floor:
                        continue
                    key = begun + tail
                    if key in fits:
                        fit += fits[key]
                        weight += joint[key]
                    fits[key], joint[key] = fit, weight
                    if fit > best:
                        best, press = fit, u * z
                    if weight > likeliest:
                        likeliest, floor = weight, FAINT * weight
    if not joint:
        return None
    if min(joint.values()) < floor:
        joint = {key: weight for key, weight in joint.items() if weight >= floor}
        fits = {key: fits[key] for key in joint}
    return Korean(name, counted(fits, joint, best, likeliest), None, None, press / best, "")


def _mixed(name: Written) -> Korean | None:
    """A name whose parts no way of writing has together ("Bang Thae-choong"): each by its own."""
    return _whole(name, _terms_in(_unmarked(name), Ways.MIXED, Manner.MIXED))


def read_letters(name: Written) -> Korean | None:
    """The name in Latin letters as Korean; None where it does not read as one."""
    if name.extent is Extent.WHOLE and (found := _whole(name, _terms(name)) or _mixed(name)):
        return found
    flat = [part for word in name.words for part in word]
    if name.extent is Extent.SURNAME and len(flat) == 1:
        return _surname_alone(name, flat[0])
    if name.extent is Extent.INITIALS:
        return _initials(name, flat)
    if name.extent is Extent.SURNAME and (found := _whole(name, _terms(name))):
        return found
    if len(flat) == 1:
        return _surname_alone(name, flat[0]) or given_alone(
            name, written_out(*joined(flat[0], Manner.ANY), COMMON)
        )
    if len(flat) == 2 and len(name.words) == 1:
        return given_alone(name, written_out((), apart(flat[0], flat[1], Manner.ANY), COMMON))
    return None


def fit_of(name: Written, key: str) -> float:
    """How likely a bearer of that Hangul name is written so; only names without marks are looked at twice."""
    surname, _, given = key.partition("\t")
    if name.hangul:
        return float(name.hangul == surname + given)
    fit = 0.0
    for surnames, units in _settings(_unmarked(name), Ways.PLAIN):
        weights = given_weights(given, units)
        fit += sum(
            [sum(map(operator.mul, own, weights)) for start, _, *own in surnames if start[:-1] == surname]
        )
    return fit


def _flat(readings: Readings) -> dict[str, float]:
    return {
        hangul: sum(a * b for a, b in zip(COMMON, weights, strict=True))
        for hangul, weights in readings.items()
    }


def _surname_alone(name: Written, spelling: str) -> Korean | None:
    fits = _flat(surname_readings(spelling))
    part = part_of(fits, surname_frequency)
    return Korean(name, None, part, None) if part else None


def given_alone(name: Written, fits: dict[str, float]) -> Korean | None:
    """A given name without a surname. fits: the syllable rows it can stand for, with weights; None where it is unheard of."""
    part = part_of(fits, given_frequency)
    return Korean(name, None, None, part) if part and part.chance > UNHEARD else None


def _initials(name: Written, flat: list[str]) -> Korean | None:
    letters = "".join(part[0] for part in flat[1:])
    if len(flat[0]) == 1:
        return None
    found = _surname_alone(name, flat[0])
    return Korean(name, None, found.surname, None, initials=letters) if found else None
