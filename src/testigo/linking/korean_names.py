"""A Korean name in any spelling becomes the set of Hangul names that it can stand for, with weights.

Rules:
- The surname stands first, or last where that reads much better ("Chol-su Kim") or a comma or capitals say so.
- Surname and given name are written in one way (styles.Style): the ways are weighed together, the sum over them counts.
- Hangul from the South may have lost a first ㄹ (이용해 for 리룡해): it stands for both. Hangul names are kept in their
  North Korean form.
- What is less than a ten-thousandth as likely as the likeliest reading is dropped.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from testigo.linking.givens import Manner, joined_readings, pair_readings
from testigo.linking.name_shares import RARE, given_frequency, surname_frequency
from testigo.linking.styles import APART, COMMON, Style, parts, syllable
from testigo.linking.syllables import Readings, is_surname, surname_readings
from testigo.linking.written import Extent, Written
from testigo.value import value

FAINT = 1e-4
UNHEARD = 1e-7  # a word that stands alone and is so rare as a given name is no Korean name
REVERSED = 0.03  # share of names with the surname last, where nothing says so


@value
class Part:
    """What a name, or a part of one, can stand for. fits: how likely a bearer of that Hangul is written so;

    joint: the same times how common the Hangul is; chance: how likely anybody is written so (the sum of joint).
    best, likeliest: the largest of fits and of joint.
    """

    fits: dict[str, float]
    joint: dict[str, float]
    chance: float
    best: float
    likeliest: float


@value
class Korean:
    """A Korean name, read. whole: None where only a part of it is told, which is then `told`: its surname or its given name.

    press: the share of its weight that the press's way of writing has; initials: first letters of the given name.
    """

    written: Written
    whole: Part | None
    told_surname: Part | None = None
    told_given: Part | None = None
    press: float = 0.0
    initials: str = ""

    @property
    def surname(self) -> Part | None:
        """What the surname can stand for; None where only a given name is told."""
        if self.whole is None:
            return self.told_surname
        fits = _by_part(self.whole, 0)
        return _part(fits, surname_frequency)

    @property
    def given(self) -> Part | None:
        """What the given name can stand for; None where only a surname is told."""
        if self.whole is None:
            return self.told_given
        fits = _by_part(self.whole, 2)
        return _part(fits, given_frequency)

    def surnames(self) -> frozenset[str]:
        """The surnames that it can have; none where only a given name is told."""
        if self.whole is not None:
            return frozenset(key.partition("\t")[0] for key in self.whole.fits)
        return frozenset(self.told_surname.fits) if self.told_surname else frozenset()


def _by_part(whole: Part, place: int) -> dict[str, float]:
    """The best fit of each surname (place 0) or given name (2)."""
    best: dict[str, float] = {}
    for key, fit in whole.fits.items():
        name = key.partition("\t")[place]
        best[name] = max(best.get(name, 0.0), fit)
    return best


def _part(fits: dict[str, float], common: Callable[[str], float]) -> Part | None:
    """What fits, without what is too faint. common: how common a Hangul name, or that part of one, is."""
    if not fits:
        return None
    joint = {hangul: fit * common(hangul) for hangul, fit in fits.items()}
    likeliest = max(joint.values())
    floor = FAINT * likeliest
    if min(joint.values()) < floor:
        joint = {hangul: weight for hangul, weight in joint.items() if weight >= floor}
        fits = {hangul: fits[hangul] for hangul in joint}
    return Part(fits, joint, sum(joint.values()), max(fits.values()), likeliest)


# --- Hangul -------------------------------------------------------------------------------------------------------

_LOST_SURNAME, _LOST_FIRST, _LOST_LAST = 0.5, 0.4, 0.25  # share of writers that write the South Korean form
_SOUTHERN = {"ㅇ": "ㅑㅒㅕㅖㅛㅠㅣ", "ㄴ": "ㅏㅐㅗㅚㅜㅡ"}


@lru_cache(maxsize=1 << 14)
def _restored(hangul: str) -> str | None:
    """The syllable with the first ㄹ that the South may have dropped; None where none can have been."""
    onset, vowel, coda = parts(hangul)
    return syllable("ㄹ", vowel, coda) if vowel in _SOUTHERN.get(onset, "") else None


@lru_cache(maxsize=1 << 12)
def _surnames_of(hangul: str) -> dict[str, float]:
    known = {hangul: 1.0} if surname_frequency(hangul) > RARE else {}
    older = _restored(hangul[0])
    if older and surname_frequency(older + hangul[1:]) > RARE:
        known[older + hangul[1:]] = _LOST_SURNAME
    return known


def _givens_of(hangul: str) -> dict[str, float]:
    found = {hangul: 1.0}
    for place, share in ((0, _LOST_FIRST), (1, _LOST_LAST)):
        for name, fit in list(found.items()):
            older = _restored(name[place]) if place < len(name) else None
            if older:
                found[name[:place] + older + name[place + 1 :]] = fit * share
    return found


def _hangul(name: Written) -> Korean | None:
    text = name.hangul
    if name.extent is Extent.SURNAME:
        surnames = _surnames_of(text)
        return Korean(name, None, _part(surnames, surname_frequency), None)
    long = 2 if len(text) > 2 and _surnames_of(text[:2]) else 1
    surnames, givens = _surnames_of(text[:long]), _givens_of(text[long:])
    if not surnames or len(text) - long > 2:
        return _given_alone(name, _givens_of(text)) if len(text) == 2 else None
    fits = {s + "\t" + g: a * b for s, a in surnames.items() for g, b in givens.items()}
    whole = _part(fits, _name_frequency)
    return Korean(name, whole) if whole else None


# --- Latin letters ------------------------------------------------------------------------------------------------

Units = tuple[str, ...]
_MARKS = str.maketrans({"ŏ": "o", "ŭ": "u", "'": None})


def _givens(units: Units, apart: str, manner: Manner) -> tuple[Readings, tuple[float, ...]]:
    """The given names of one or two units, and how fitting that setting is for each way of writing."""
    if len(units) == 2:
        return pair_readings(units[0], units[1], manner), APART[apart]
    return joined_readings(units[0], manner), APART[""]


def without_breves(hangul: str) -> str:
    """The name that stays of one if ㅓ is written as ㅗ and ㅡ as ㅜ: equal for names that breves alone tell apart."""
    return "".join(_plain_vowel(sign) if "가" <= sign <= "힣" else sign for sign in hangul)


def _plain_vowel(hangul: str) -> str:
    onset, vowel, coda = parts(hangul)
    return syllable(onset, {"ㅓ": "ㅗ", "ㅕ": "ㅛ", "ㅡ": "ㅜ"}.get(vowel, vowel), coda)


def _splits(name: Written) -> list[tuple[Readings, Units, str, float]]:
    """What the surname can stand for, units of the given name, what parts them, and how likely that order is."""
    words = name.words
    flat = words[0] + words[1] if len(words) == 2 else sum(words, ())
    if not 2 <= len(flat) <= 4 or (len(flat) == 2 and len(words) == 1):
        return []  # "Chun-hwa" is a given name
    apart = " " if len(flat) == len(words) else "-"
    last_first = "," not in name.text and name.capitals[-1] and not all(name.capitals)
    found = []
    first = surname_readings(flat[0])
    if first and len(flat) < 4:
        found.append((first, flat[1:], apart, REVERSED if last_first else 1.0))
    if len(flat) > 2 and (both := surname_readings(flat[0] + flat[1])):
        found.append((both, flat[2:], apart, 1.0))
    if len(flat) < 4 and len(words[-1]) == 1 and (is_surname(flat[-1]) or not is_surname(flat[0])):
        last = surname_readings(flat[-1])
        if last:
            found.append((last, flat[:-1], apart, 1.0 if last_first else REVERSED))
    return found


@value
class Fitting:
    """Whole names by surname, tab, given name. fits: in all ways of writing together; press: in the press's; common: how common."""

    fits: dict[str, float]
    press: dict[str, float]
    common: dict[str, float]


Shares = tuple[float, float, float, float, float]
"""How common each way of writing is, by Style."""
_MARKED: Shares = (0.05 * COMMON[Style.DPRK], COMMON[Style.MARKED], 0.0, 0.0, 0.0)
_LOST = 0.1 * COMMON[Style.PLAIN]  # a spelling with apostrophes from which others were lost
_LOST_BREVES = 0.002 * COMMON[Style.PLAIN]


def _read(name: Written) -> Fitting:
    """Every whole name that fits. One with marks is also read as if they were lost.

    In print a breve or an apostrophe is left out here and there.
    """
    found = Fitting({}, {}, {})
    text = "".join(map("".join, name.words))
    breves = "ŏ" in text or "ŭ" in text
    if not breves and "'" not in text:
        _read_as(found, name, COMMON, Manner.EO if "eo" in name.text else Manner.ANY)
        return found
    _read_as(found, name, _MARKED, Manner.BREVES if breves else Manner.ANY)
    lost: Shares = (0.0, 0.0, _LOST_BREVES if breves else _LOST, 0.0, 0.0)
    _read_as(found, _unmarked(name), lost, Manner.ANY)
    return found


def _unmarked(name: Written) -> Written:
    """The same name without breves and apostrophes."""
    words = tuple([tuple([part.translate(_MARKS) for part in word]) for word in name.words])
    return Written(name.text, words, name.capitals, name.hangul, name.extent, name.pseudonym)


def _read_as(found: Fitting, name: Written, shares: Shares, manner: Manner) -> None:
    """Add what fits by ways of writing that are so common."""
    fits, press, common = found.fits, found.press, found.common
    f, g, h, i, j = shares
    for surnames, units, apart, prior in _splits(name):
        givens, (k, m, n, o, q) = _givens(units, apart, manner)
        if not givens:
            continue
        k, m, n, o, q = prior * f * k, prior * g * m, prior * h * n, prior * i * o, prior * j * q
        for surname, (v, w, x, y, z) in surnames.items():
            a, b, c, d, e = k * v, m * w, n * x, o * y, q * z
            start, share = surname + "\t", surname_frequency(surname)
            for given, (p, r, s, t, u) in givens.items():
                fit = a * p + b * r + c * s + d * t + e * u
                if fit:
                    key = start + given
                    if key in fits:
                        fits[key] += fit
                        press[key] += e * u
                    else:
                        fits[key], press[key], common[key] = fit, e * u, share * given_frequency(given)


def _latin(name: Written) -> Korean | None:
    flat = [part for word in name.words for part in word]
    if name.extent is Extent.SURNAME and len(flat) == 1:
        return _surname_alone(name, flat[0])
    if name.extent is Extent.INITIALS:
        return _initials(name, flat)
    read = _read(name)
    if read.fits:
        best = max(read.fits.values())
        press = max([read.press[key] for key, fit in read.fits.items() if fit == best])
        whole = _part(read.fits, read.common.__getitem__)
        return Korean(name, whole, press=press / best) if whole else None
    if len(flat) == 1:
        return _surname_alone(name, flat[0]) or _given_alone(name, _flat(joined_readings(flat[0])))
    if len(flat) == 2 and len(name.words) == 1:
        return _given_alone(name, _flat(pair_readings(flat[0], flat[1])))
    return None


def _flat(readings: Readings) -> dict[str, float]:
    return {
        hangul: sum(a * b for a, b in zip(COMMON, weights, strict=True))
        for hangul, weights in readings.items()
    }


def _surname_alone(name: Written, spelling: str) -> Korean | None:
    fits = _flat(surname_readings(spelling))
    part = _part(fits, surname_frequency)
    return Korean(name, None, part, None) if part else None


def _given_alone(name: Written, fits: dict[str, float]) -> Korean | None:
    part = _part(fits, given_frequency)
    return Korean(name, None, None, part) if part and part.chance > UNHEARD else None


def _initials(name: Written, flat: list[str]) -> Korean | None:
    letters = "".join(part[0] for part in flat[1:])
    if len(flat[0]) == 1:
        return None
    found = _surname_alone(name, flat[0])
    return Korean(name, None, found.surname, None, initials=letters) if found else None


def _name_frequency(key: str) -> float:
    surname, _, given = key.partition("\t")
    return surname_frequency(surname) * given_frequency(given)


def read_korean(name: Written) -> Korean | None:
    """The name as Korean; None where it does not read as one."""
    return _hangul(name) if name.hangul else _latin(name)
