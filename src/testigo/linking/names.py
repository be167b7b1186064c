"""Two names compared: the same, different, or spelt the same so that nobody can tell.

Rules:
- Korean names, in Hangul or any romanisation, are compared by the Hangul names that both can stand for.
- DIFFERENT: no Hangul name explains both spellings (or only one by a habit that hardly anybody has).
- CANNOT_TELL: both spellings fit one name, but they fit two different names as well, and the other name is common
  enough that many people bear it (`OTHERS`); or only part of a name is told.
- Where a breve alone tells two such common names apart, one cannot tell either: a breve is often put by guess.
- SAME: the same name. That is not yet the same person: `strength` says how much it tells, by how common the name is.
- strength: natural log of how much likelier the two spellings are for one name than for two drawn from the population:
  sum over Hangul names of common x fits x fits, over the product of the chances of both spellings.
- Names of other languages are compared by their letters (other_names.py).
"""

from __future__ import annotations

import math
from functools import lru_cache

from testigo.linking.compared import Answer, Compared, unknown
from testigo.linking.korean_names import Korean, Part, read_korean, without_breves
from testigo.linking.other_names import compare_letters
from testigo.linking.written import Written, written

HARDLY = 0.1  # a name that explains a spelling this much worse than the best one does not explain it
BADLY = 0.2  # a name that explains a spelling so much worse than the likeliest one: one cannot tell
OTHERS = 1 / 15_000  # share of people with another name that is spelt so, from which one cannot tell
RARELY = 0.02  # share of the bearers of a spelling from which the other name is told with the answer
ONE_HABIT = 0.5  # the press writes one name in one way, mostly ("Yong" is not "Young"): what a difference leaves of the fit
PRESS = 0.8  # share of its readings from which a spelling is by the press
OFTEN = 1 / 20_000  # share of people with a name, from which it is common
BY_A_BREVE = -3.0  # what is taken off where only a breve tells two names apart
AGAINST = -4.0  # what a plain difference of names tells; names of one person differ by error now and then


def compare_names(left: str | None, right: str | None) -> Compared:
    """The comparison of two names as written; UNKNOWN where a side has none."""
    one, other = _read((left or "").strip()), _read((right or "").strip())
    if not _told(one[0]) or not _told(other[0]):
        return unknown("name", left, right)
    if one[1] is not None and other[1] is not None:
        compared = _korean(one[1], other[1])
    else:
        compared = compare_letters(one[0], other[0])
    if one[0].pseudonym or other[0].pseudonym:
        return _pseudonym(compared)
    return compared


def _told(name: Written) -> bool:
    return bool(name.words or name.hangul)


@lru_cache(maxsize=1 << 17)
def _read(text: str) -> tuple[Written, Korean | None]:
    name = written(text)
    return name, read_korean(name)


# --- Korean -------------------------------------------------------------------------------------------------------


def _korean(one: Korean, other: Korean) -> Compared:
    a, b = one.whole, other.whole
    if a is None or b is None:
        return _partly(one, other)
    if a.joint.keys().isdisjoint(b.joint.keys()) or _shared_fit(one, other, a, b) < HARDLY:
        return _by_a_breve(one, other, a, b) or _different(one, other)
    weights = {key: weight * b.fits[key] for key, weight in a.joint.items() if key in b.fits}
    name = max(weights, key=lambda key: (weights[key], key))
    strength = math.log(sum(weights.values()) / (a.chance * b.chance))
    wider = a if _others(a, name) >= _others(b, name) else b
    others, bearers = _others(wider, name), _bearers(wider)
    texts = one.written.text, other.written.text
    told = name.replace("\t", "")
    if others > OTHERS or min(_explains(a, name), _explains(b, name)) < BADLY:
        arguments: tuple[str, ...] = (told, _second(wider, name))
        return Compared("name", Answer.CANNOT_TELL, strength, "name-cannot-tell", arguments, *texts)
    if others > RARELY * bearers:
        arguments = (told, _second(wider, name), _one_in(bearers))
        return Compared("name", Answer.SAME, strength, "name-same-rather", arguments, *texts)
    return Compared("name", Answer.SAME, strength, "name-same", (told, _one_in(bearers)), *texts)


def _second(part: Part, name: str) -> str:
    """The likeliest other name of a spelling; "" where there is none."""
    found = max(((weight, key) for key, weight in part.joint.items() if key != name), default=(0.0, ""))
    return found[1].replace("\t", "")


def _shared_fit(one: Korean, other: Korean, a: Part, b: Part) -> float:
    """How well the best shared name explains both spellings."""
    if one.press > PRESS and other.press > PRESS and one.written.words[1:] != other.written.words[1:]:
        fits = [min(fit / a.best, b.fits[key] / b.best) for key, fit in a.fits.items() if key in b.fits]
        return ONE_HABIT * max(fits)
    return _fit(a, b)


def _by_a_breve(one: Korean, other: Korean, a: Part, b: Part) -> Compared | None:
    """Two common names that a breve alone tells apart: who knew the printed name alone had to guess where it belongs."""
    if not (_has_breve(one) or _has_breve(other)):
        return None
    names = [max(part.joint, key=lambda key: (part.joint[key], key)) for part in (a, b)]
    common = min(part.joint[name] / part.fits[name] for part, name in zip((a, b), names, strict=True))
    if common < OFTEN or without_breves(names[0]) != without_breves(names[1]):
        return None
    told = tuple(name.replace("\t", "") for name in names)
    strength = BY_A_BREVE - math.log(common)
    return Compared(
        "name", Answer.CANNOT_TELL, strength, "name-breve-alone", told, one.written.text, other.written.text
    )


def _has_breve(name: Korean) -> bool:
    return "ŏ" in name.written.text or "ŭ" in name.written.text


def _bearers(part: Part) -> float:
    """The share of people whose name the spelling fits."""
    return part.chance / part.best


def _others(part: Part, name: str) -> float:
    """The share of people with another name that the spelling fits."""
    return (part.chance - part.joint[name]) / part.best


def _fit(a: Part, b: Part) -> float:
    """How well the best shared name explains the worse explained of the two spellings, against their own best names.

    0 where no name is shared.
    """
    return max([min(_explains(a, key), _explains(b, key)) for key in a.fits if key in b.fits], default=0.0)


def _explains(part: Part, key: str) -> float:
    """By habit of spelling, or, where the habit is odd, by how common the name is beside the others."""
    return max(part.fits[key] / part.best, part.joint[key] / part.likeliest)


def _one_in(chance: float) -> str:
    """A share as one in so many, to one digit."""
    number = 1 / chance
    digits = 10 ** max(0, math.floor(math.log10(number)))
    return f"{round(number / digits) * digits:,}"


def _different(one: Korean, other: Korean) -> Compared:
    texts = one.written.text, other.written.text
    a, b = one.surnames(), other.surnames()
    if a and b and a.isdisjoint(b):
        return Compared("name", Answer.DIFFERENT, AGAINST, "name-surnames-differ", (), *texts)
    return Compared("name", Answer.DIFFERENT, AGAINST, "name-given-differ", (), *texts)


def _partly(one: Korean, other: Korean) -> Compared:
    """Where one side tells a surname or a given name alone."""
    texts = one.written.text, other.written.text
    for field in ("surname", "given"):
        a, b = getattr(one, field), getattr(other, field)
        if a is None or b is None:
            continue
        keys = a.fits.keys() & b.fits.keys()
        if _fit(a, b) < HARDLY:
            return _different(one, other)
        if field == "surname" and not _initials_agree(one, other):
            return Compared("name", Answer.DIFFERENT, AGAINST, "name-initials-differ", (), *texts)
        told = "initials" if one.initials or other.initials else field
        agreed = math.log(sum(a.joint[key] * b.fits[key] for key in keys) / (a.chance * b.chance))
        likeliest = max(keys, key=lambda key: (a.joint[key] * b.fits[key], key))
        arguments = (likeliest, _one_in(max(_bearers(a), _bearers(b))))
        return Compared("name", Answer.CANNOT_TELL, agreed, f"name-{told}-told", arguments, *texts)
    return Compared("name", Answer.CANNOT_TELL, 0.0, "name-no-shared-part", (), *texts)


_LETTERS = str.maketrans({"g": "k", "d": "t", "b": "p", "c": "j", "l": "r", "w": "u", "y": "i", "n": "r"})


def _initials_agree(one: Korean, other: Korean) -> bool:
    """Whether initials of a given name may be those of the other; a name in Hangul or without initials may be any."""
    pair = [name.initials or _first_letters(name) for name in (one, other)]
    if not all(pair) or not (one.initials or other.initials):
        return True
    return pair[0].translate(_LETTERS)[0] == pair[1].translate(_LETTERS)[0]


def _first_letters(name: Korean) -> str:
    return "".join(part[0] for word in name.written.words[1:] for part in word)


def _pseudonym(compared: Compared) -> Compared:
    """A name that its bearer may not bear: equal ones hint, different ones say nothing."""
    if not compared.possible:
        return Compared(
            "name", Answer.CANNOT_TELL, 0.0, "name-pseudonym-differs", (), compared.left, compared.right
        )
    return Compared(
        "name",
        Answer.CANNOT_TELL,
        min(compared.strength, 1.0),
        "name-pseudonym",
        (),
        compared.left,
        compared.right,
    )
