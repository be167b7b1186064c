"""A Korean name in any spelling becomes the set of Hangul names that it can stand for, with weights.

Rules:
- The surname stands first, or last where that reads much better ("Chol-su Kim") or a comma or capitals say so.
- Surname and given name are written in one way (styles.Style): the ways are weighed together, the sum over them counts.
- Hangul from the South may have lost a first ㄹ (이용해 for 리룡해): it stands for both. Hangul names are kept in their
  North Korean form.
- What is less than a ten-thousandth as likely as the likeliest reading is dropped.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from testigo.linking.styles import APART, COMMON, Style, parts, syllable
from testigo.linking.syllables import (
    RARE,
    Readings,
    given_frequency,
    joined_readings,
    pair_readings,
    surname_frequency,
    surname_readings,
)
from testigo.linking.written import Extent, Written

FAINT = 1e-4
UNHEARD = 1e-7  # a word that stands alone and is so rare as a given name is no Korean name
REVERSED = 0.03  # share of names with the surname last, where nothing says so


@dataclass(frozen=True, slots=True)
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


@dataclass(frozen=True, slots=True)
class Korean:
    """A Korean name, read. whole: None where only a surname or a given name is told.

    press: the share of its weight that the press's way of writing has; initials: first letters of the given name.
    """

    written: Written
    whole: Part | None
    surname: Part | None
    given: Part | None
    press: float = 0.0
    initials: str = ""


def _part(fits: dict[str, float], common: dict[str, float]) -> Part | None:
    joint = {hangul: fit * common[hangul] for hangul, fit in fits.items()}
    if not joint:
        return None
    floor = FAINT * max(joint.values())
    joint = {hangul: weight for hangul, weight in joint.items() if weight >= floor}
    kept = {hangul: fits[hangul] for hangul in joint}
    return Part(kept, joint, sum(joint.values()), max(kept.values()), max(joint.values()))


# --- Hangul -------------------------------------------------------------------------------------------------------

_LOST_SURNAME, _LOST_FIRST, _LOST_LAST = 0.5, 0.4, 0.25  # share of writers that write the South Korean form
_SOUTHERN = {"ㅇ": "ㅑㅒㅕㅖㅛㅠㅣ", "ㄴ": "ㅏㅐㅗㅚㅜㅡ"}


def _restored(hangul: str) -> str | None:
    """The syllable with the first ㄹ that the South may have dropped; None where none can have been."""
    onset, vowel, coda = parts(hangul)
    return syllable("ㄹ", vowel, coda) if vowel in _SOUTHERN.get(onset, "") else None


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
        return Korean(name, None, _part(surnames, {s: surname_frequency(s) for s in surnames}), None)
    long = 2 if len(text) > 2 and _surnames_of(text[:2]) else 1
    surnames, givens = _surnames_of(text[:long]), _givens_of(text[long:])
    if not surnames or len(text) - long > 2:
        return _given_alone(name, _givens_of(text)) if len(text) == 2 else None
    return _korean(name, {s + "\t" + g: a * b for s, a in surnames.items() for g, b in givens.items()}, 0.0)


# --- Latin letters ------------------------------------------------------------------------------------------------

Units = tuple[str, ...]
_MARKS = str.maketrans({"ŏ": "o", "ŭ": "u", "'": None})


def _givens(units: Units, apart: str) -> tuple[Readings, tuple[float, ...]]:
    """The given names of one or two units, and how fitting that setting is for each way of writing."""
    if len(units) == 2:
        return pair_readings(*units), APART[apart]
    readings = joined_readings(units[0])
    return readings, APART[""]


def _splits(name: Written) -> list[tuple[str, Units, str, float]]:
    """Surname, units of the given name, what parts them, and how likely that order is."""
    flat = [part for word in name.words for part in word]
    if not 2 <= len(flat) <= 4 or (len(flat) == 2 and len(name.words) == 1):
        return []  # "Chun-hwa" is a given name
    apart = "-" if any(len(word) > 1 for word in name.words) else " "
    last_first = "," not in name.text and name.capitals and name.capitals[-1] and not all(name.capitals)
    found = [(flat[0], tuple(flat[1:]), apart, REVERSED if last_first else 1.0)]
    if len(flat) > 2:
        found.append((flat[0] + flat[1], tuple(flat[2:]), apart, 1.0))
    if len(name.words[-1]) == 1:
        found.append((flat[-1], tuple(flat[:-1]), apart, 1.0 if last_first else REVERSED))
    return [split for split in found if len(split[1]) <= 2]


def _read(name: Written) -> dict[str, list[float]]:
    """Every whole name (surname, tab, given name), with its weight by way of writing.

    A name with marks is also read as if they were lost: in print a breve or an apostrophe is left out here and there.
    """
    letters = {c for word in name.words for part in word for c in part}
    if not letters & set("ŏŭ'"):
        return _read_as(name, COMMON)
    found = _read_as(name, (0.05 * COMMON[Style.DPRK], COMMON[Style.MARKED], 0.0, 0.0, 0.0))
    lost = 0.002 if letters & set("ŏŭ") else 0.1
    for key, weights in _read_as(_unmarked(name), (0.0, 0.0, lost * COMMON[Style.PLAIN], 0.0, 0.0)).items():
        found[key] = [a + b for a, b in zip(found[key], weights, strict=True)] if key in found else weights
    return found


def _unmarked(name: Written) -> Written:
    words = tuple(tuple(part.translate(_MARKS) for part in word) for word in name.words)
    return replace(name, words=words)


def _read_as(name: Written, common: tuple[float, ...]) -> dict[str, list[float]]:
    """The same by ways of writing that are so common."""
    found: dict[str, list[float]] = {}
    for surname, units, apart, prior in _splits(name):
        surnames = surname_readings(surname)
        if not surnames:
            continue
        givens, setting = _givens(units, apart)
        ways = [prior * a * b for a, b in zip(common, setting, strict=True)]
        for s, x in surnames.items():
            scaled = [way * weight for way, weight in zip(ways, x, strict=True)]
            for g, y in givens.items():
                weights = [a * b for a, b in zip(scaled, y, strict=True)]
                if any(weights):
                    key = s + "\t" + g
                    found[key] = (
                        [a + b for a, b in zip(found[key], weights, strict=True)] if key in found else weights
                    )
    return found


def _latin(name: Written) -> Korean | None:
    flat = [part for word in name.words for part in word]
    if name.extent is Extent.SURNAME and len(flat) == 1:
        return _surname_alone(name, flat[0])
    if name.extent is Extent.INITIALS:
        return _initials(name, flat)
    read = _read(name)
    if read:
        fits = {key: sum(weights) for key, weights in read.items()}
        top = max(read.values(), key=sum)
        return _korean(name, fits, top[4] / sum(top))
    if len(flat) == 1:
        return _surname_alone(name, flat[0]) or _given_alone(name, _flat(joined_readings(flat[0])))
    if len(flat) == 2 and len(name.words) == 1:
        return _given_alone(name, _flat(pair_readings(*flat)))
    return None


def _flat(readings: Readings) -> dict[str, float]:
    return {
        hangul: sum(a * b for a, b in zip(COMMON, weights, strict=True))
        for hangul, weights in readings.items()
    }


def _surname_alone(name: Written, spelling: str) -> Korean | None:
    fits = _flat(surname_readings(spelling))
    part = _part(fits, {s: surname_frequency(s) for s in fits})
    return Korean(name, None, part, None) if part else None


def _given_alone(name: Written, fits: dict[str, float]) -> Korean | None:
    part = _part(fits, {g: given_frequency(g) for g in fits})
    return Korean(name, None, None, part) if part and part.chance > UNHEARD else None


def _initials(name: Written, flat: list[str]) -> Korean | None:
    letters = "".join(part[0] for part in flat[1:])
    if len(flat[0]) == 1:
        return None
    found = _surname_alone(name, flat[0])
    return Korean(name, None, found.surname, None, initials=letters) if found else None


def _korean(name: Written, fits: dict[str, float], press: float) -> Korean | None:
    """The name and its parts. fits: by surname, tab, given name."""
    common = {}
    for key in fits:
        surname, _, given = key.partition("\t")
        common[key] = surname_frequency(surname) * given_frequency(given)
    whole = _part(fits, common)
    if whole is None:
        return None
    surnames: dict[str, float] = {}
    givens: dict[str, float] = {}
    for key, fit in whole.fits.items():
        surname, _, given = key.partition("\t")
        surnames[surname] = max(surnames.get(surname, 0.0), fit)
        givens[given] = max(givens.get(given, 0.0), fit)
    return Korean(
        name,
        whole,
        _part(surnames, {s: surname_frequency(s) for s in surnames}),
        _part(givens, {g: given_frequency(g) for g in givens}),
        press,
    )


def read_korean(name: Written) -> Korean | None:
    """The name as Korean; None where it does not read as one."""
    return _hangul(name) if name.hangul else _latin(name)
