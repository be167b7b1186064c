"""A Korean name in any spelling becomes the set of Hangul names that it can stand for, with weights.

Rules:
- Latin letters are read by letter_names.py.
- Hangul from the South may have lost a first ㄹ (이용해 for 리룡해): it stands for both. Hangul names are kept in their
  North Korean form.
- What is less than a ten-thousandth as likely as the likeliest reading is dropped.
"""

from __future__ import annotations

from functools import lru_cache

from testigo.linking.korean_parts import Korean, Part, counted, name_frequency, part_of
from testigo.linking.letter_names import fit_of, given_alone, read_letters
from testigo.linking.name_shares import RARE, surname_frequency
from testigo.linking.styles import parts, syllable
from testigo.linking.written import Extent, Written

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
    for place, share in enumerate((_LOST_FIRST, _LOST_LAST)[: len(hangul)]):
        if older := _restored(hangul[place]):
            found |= {name[:place] + older + name[place + 1 :]: fit * share for name, fit in found.items()}
    return found


def _hangul(name: Written) -> Korean | None:
    text = name.hangul
    if name.extent is Extent.SURNAME:
        surnames = _surnames_of(text)
        return Korean(name, None, part_of(surnames, surname_frequency), None)
    long = 2 if len(text) > 2 and _surnames_of(text[:2]) else 1
    surnames = _surnames_of(text[:long])
    if not surnames or len(text) - long > 2:
        return given_alone(name, _givens_of(text)) if len(text) == 2 else None
    givens = _givens_of(text[long:])
    if len(surnames) == len(givens) == 1:
        key = next(iter(surnames)) + "\t" + text[long:]
        common = name_frequency(key)
        return Korean(name, counted({key: 1.0}, {key: common}, 1.0, common), None, None, 0.0, "")
    fits = {s + "\t" + g: a * b for s, a in surnames.items() for g, b in givens.items()}
    whole = part_of(fits, name_frequency)
    return Korean(name, counted(whole.fits, whole.joint, whole.best, whole.likeliest)) if whole else None


def read_korean(name: Written) -> Korean | None:
    """The name as Korean; None where it does not read as one."""
    return _hangul(name) if name.hangul else read_letters(name)


def widened(name: Korean, whole: Part, others: Part) -> Part:
    """What a name can stand for, with those names of the other's whose syllables the tables of given names do not have.

    They have too many ways to be spelt to be looked for in every name.
    """
    fits = {key: fit for key in others.rare if key not in whole.fits and (fit := fit_of(name.written, key))}
    if not fits:
        return whole
    joint = {key: fit * name_frequency(key) for key, fit in fits.items()}
    return Part(
        whole.fits | fits, whole.joint | joint, whole.chance + sum(joint.values()),
        max(whole.best, *fits.values()), max(whole.likeliest, *joint.values()),
    )  # fmt: skip


def without_breves(hangul: str) -> str:
    """The name that stays of one if ㅓ is written as ㅗ and ㅡ as ㅜ: equal for names that breves alone tell apart."""
    return "".join([_plain_vowel(sign) if "가" <= sign <= "힣" else sign for sign in hangul])


@lru_cache(maxsize=1 << 14)
def _plain_vowel(hangul: str) -> str:
    onset, vowel, coda = parts(hangul)
    return syllable(onset, {"ㅓ": "ㅗ", "ㅕ": "ㅛ", "ㅡ": "ㅜ"}.get(vowel, vowel), coda)
