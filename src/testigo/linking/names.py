"""Two names compared: the same, different, or spelt the same so that nobody can tell.

Rules:
- Korean names, in Hangul or any romanisation, are compared by the Hangul names that both can stand for.
- DIFFERENT: no Hangul name explains both spellings (or only one by a habit that hardly anybody has).
- CANNOT_TELL: both spellings fit one name, but one of them fits another as well, which is common enough that many people
  bear it (`OTHERS`), however words are set, in whatever order; or only part of a name is told.
- Where a breve alone tells two names apart, one cannot tell either: a breve is often put by guess. Nor where the same
  letters are parted into other syllables.
- SAME: the same name. That is not yet the same person: `strength` says how much it tells, by how common the name is.
- strength: natural log of how much likelier the two spellings are for one name than for two drawn from the population:
  sum over Hangul names of common x fits x fits, over the product of the chances of both spellings.
- Names of other languages are compared by their letters (other_names.py).
"""

from __future__ import annotations

import math
from functools import lru_cache

from testigo.linking.compared import Answer, Compared, unknown
from testigo.linking.korean_names import read_korean, widened, without_breves
from testigo.linking.korean_parts import Korean, Part
from testigo.linking.other_names import compare_letters
from testigo.linking.written import Written, written

HARDLY = 0.05  # a name that explains a spelling this much worse than the best one does not explain it
BADLY = 0.2  # a name that explains a spelling so much worse than the likeliest one: one cannot tell
OTHERS = (
    1 / 16_000
)  # share of people with another name that one side or the other is spelt as, from which one cannot tell
AS_A_HABIT = 0.5  # a name that is spelt so this much less often than the shared one is spelt so as a habit: it counts in full
RARELY = 0.02  # share of the bearers of a spelling from which the other name is told with the answer
ONE_HABIT = 0.5  # the press writes one name in one way, mostly ("Yong" is not "Young"): what a difference leaves of the fit
PRESS = 0.8  # share of its readings from which a spelling is by the press
BY_A_BREVE = -3.0  # what is taken off where only a breve tells two names apart
_BREVES = frozenset("ŏŭŎŬ")
_UNMARKED = str.maketrans({"ŏ": "o", "ŭ": "u", "'": None})
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


@lru_cache(maxsize=1 << 14)
def _read(text: str) -> tuple[Written, Korean | None]:
    name = written(text)
    return name, read_korean(name)


# --- Korean -------------------------------------------------------------------------------------------------------


def _korean(one: Korean, other: Korean) -> Compared:
    a, b = one.whole, other.whole
    if a is None or b is None:
        return _partly(one, other)
    shared = [key for key in a.joint if key in b.joint]
    if not shared and (a.rare or b.rare):
        a, b = widened(one, a, b), widened(other, b, a)
        shared = [key for key in a.joint if key in b.joint]
    if not shared or _shared_fit(one, other, a, b, shared) < HARDLY:
        return _by_a_breve(one, other, a, b) or _parted_otherwise(one, other) or _different(one, other)
    weights = [a.joint[key] * b.fits[key] for key in shared]
    name = max(zip(weights, shared, strict=True))[1]
    return _agreed(one, other, a, b, name, math.log(sum(weights) / (a.chance * b.chance)))


def _agreed(one: Korean, other: Korean, a: Part, b: Part, name: str, strength: float) -> Compared:
    """Where both spellings fit a name: the same, or one cannot tell."""
    ours, theirs = _rival(a, name), _rival(b, name)
    others, second = max(ours, theirs)
    told = name.replace("\t", "")
    if others > OTHERS or min(_explains(a, name), _explains(b, name)) < BADLY:
        both, texts = (told, second.replace("\t", "")), (one.written.text, other.written.text)
        sentence = "name-cannot-tell" if others > OTHERS else "name-oddly"
        if others > OTHERS and ours[1] == theirs[1] and min(ours[0], theirs[0]) > OTHERS:
            sentence = "name-either"
        return Compared("name", Answer.CANNOT_TELL, strength, sentence, both[: 1 + (others > OTHERS)], *texts)
    texts, bearers = (
        (one.written.text, other.written.text),
        _one_in(max(a.chance / a.best, b.chance / b.best)),
    )
    if others > RARELY * a.joint[name] / a.fits[name]:
        known = (told, second.replace("\t", ""), bearers)
        return Compared("name", Answer.SAME, strength, "name-same-rather", known, *texts)
    return Compared("name", Answer.SAME, strength, "name-same", (told, bearers), *texts)


def _shared_fit(one: Korean, other: Korean, a: Part, b: Part, shared: list[str]) -> float:
    """How well the best shared name explains the worse explained of the two spellings, against their own best names."""
    if one.press > PRESS and other.press > PRESS and one.written.words[1:] != other.written.words[1:]:
        return ONE_HABIT * max([min(a.fits[key] / a.best, b.fits[key] / b.best) for key in shared])
    fits, best, joint, likeliest = a.fits, a.best, a.joint, a.likeliest
    worst = 0.0
    for key in shared:
        explained = max(fits[key] / best, joint[key] / likeliest)
        if explained > worst:
            worst = max(worst, min(explained, _explains(b, key)))
    return worst


def _by_a_breve(one: Korean, other: Korean, a: Part, b: Part) -> Compared | None:
    """Two names that a breve alone tells apart: who knew the printed name alone had to guess where it belongs."""
    if not (_has_breve(one) or _has_breve(other)):
        return None
    likely = sorted([key for key in b.joint if _explains(b, key) > HARDLY], key=b.joint.__getitem__)
    bare = {without_breves(key): key for key in likely}
    pairs = [
        (min(weight / a.fits[key], b.joint[twin] / b.fits[twin]), key, twin)
        for key, weight in a.joint.items()
        if _explains(a, key) > HARDLY and (twin := bare.get(without_breves(key)))
    ]
    if not pairs:
        return None
    common, *names = max(pairs)
    told = tuple(name.replace("\t", "") for name in names)
    strength = BY_A_BREVE - math.log(common)
    return Compared(
        "name", Answer.CANNOT_TELL, strength, "name-breve-alone", told, one.written.text, other.written.text
    )


def _parted_otherwise(one: Korean, other: Korean) -> Compared | None:
    """The same letters in other syllables (Son Gyong, Song Yong): who has only one of them cannot tell an error of setting."""
    left, right = one.written, other.written
    if left.hangul or right.hangul or left.text[-1] != right.text[-1] or _letters(left) != _letters(right):
        return None
    return Compared("name", Answer.CANNOT_TELL, 0.0, "name-parted-otherwise", (), left.text, right.text)


def _letters(name: Written) -> str:
    return "".join(map("".join, name.words)).translate(_UNMARKED)


def _has_breve(name: Korean) -> bool:
    text = name.written.text
    return not text.isascii() and not name.written.hangul and not _BREVES.isdisjoint(text)


def _rival(part: Part, name: str) -> tuple[float, str]:
    """The commonest other name that is spelt so at least as a habit, and which share of people bears it."""
    if len(part.joint) == 1:
        return 0.0, ""
    fits, joint = part.fits, part.joint
    fit, weight = AS_A_HABIT * fits[name], AS_A_HABIT * joint[name]
    most, other = 0.0, ""
    for key, much in joint.items():
        its = fits[key]
        if much < most * its or key == name:  # not even in full
            continue
        share, counts = much / its, max(its / fit, much / weight)
        if counts < 1.0:
            share *= counts
        if share > most or (share == most and key > other):
            most, other = share, key
    return most, other


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
    if _surnames_differ(one, other):
        return Compared("name", Answer.DIFFERENT, AGAINST, "name-surnames-differ", (), *texts)
    return Compared("name", Answer.DIFFERENT, AGAINST, "name-given-differ", (), *texts)


def _surnames_differ(one: Korean, other: Korean) -> bool:
    if one.whole is not None and other.whole is not None and _first(one.whole) == _first(other.whole):
        return False
    surnames = one.surnames()
    if not surnames or other.whole is None:
        return bool(surnames) and bool(found := other.surnames()) and surnames.isdisjoint(found)
    return not any(key[: key.index("\t")] in surnames for key in other.whole.joint)


def _first(part: Part) -> str:
    """The surname of the first name that it can stand for."""
    key = next(iter(part.joint))
    return key[: key.index("\t")]


def _partly(one: Korean, other: Korean) -> Compared:
    """Where one side tells a surname or a given name alone."""
    texts = one.written.text, other.written.text
    for field in ("surname", "given"):
        a, b = getattr(one, field), getattr(other, field)
        if a is None or b is None:
            continue
        keys = a.fits.keys() & b.fits.keys()
        if max([min(_explains(a, key), _explains(b, key)) for key in keys], default=0.0) < HARDLY:
            return _different(one, other)
        if field == "surname" and not _initials_agree(one, other):
            return Compared("name", Answer.DIFFERENT, AGAINST, "name-initials-differ", (), *texts)
        told = "initials" if one.initials or other.initials else field
        agreed = math.log(sum(a.joint[key] * b.fits[key] for key in keys) / (a.chance * b.chance))
        likeliest = max(keys, key=lambda key: (a.joint[key] * b.fits[key], key))
        arguments = (likeliest, _one_in(max(a.chance / a.best, b.chance / b.best)))
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
