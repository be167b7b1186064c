"""What a Korean name, or a part of one, can stand for: Hangul names with weights."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache

from testigo.linking.name_shares import frequencies, given_frequency, surname_frequency
from testigo.linking.written import Written
from testigo.value import value

FAINT = 1e-4


@value
class Part:
    """What a name, or a part of one, can stand for. fits: how likely a bearer of that Hangul is written so;

    joint: the same times how common the Hangul is; chance: how likely anybody is written so (the sum of joint).
    best, likeliest: the largest of fits and of joint. rare: whole names with a syllable that no table of given names has.
    """

    fits: dict[str, float]
    joint: dict[str, float]
    chance: float
    best: float
    likeliest: float
    rare: tuple[str, ...] = ()


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
        fits = _bypart_of(self.whole, 0)
        return part_of(fits, surname_frequency)

    @property
    def given(self) -> Part | None:
        """What the given name can stand for; None where only a surname is told."""
        if self.whole is None:
            return self.told_given
        fits = _bypart_of(self.whole, 2)
        return part_of(fits, given_frequency)

    def surnames(self) -> frozenset[str]:
        """The surnames that it can have; none where only a given name is told."""
        if self.whole is not None:
            return frozenset([key[: key.index("\t")] for key in self.whole.fits])
        return frozenset(self.told_surname.fits) if self.told_surname else frozenset()


def _bypart_of(whole: Part, place: int) -> dict[str, float]:
    """The best fit of each surname (place 0) or given name (2)."""
    best: dict[str, float] = {}
    for key, fit in whole.fits.items():
        name = key.partition("\t")[place]
        best[name] = max(best.get(name, 0.0), fit)
    return best


def part_of(fits: dict[str, float], common: Callable[[str], float]) -> Part | None:
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


def counted(fits: dict[str, float], joint: dict[str, float], best: float, likeliest: float) -> Part:
    """What whole names fit, with those of rare syllables marked."""
    known = known_syllables()
    for key in joint:
        if key[-1] not in known or key[-2] not in known:
            rare = tuple([key for key in joint if key[-1] not in known or key[-2] not in known])
            return Part(fits, joint, sum(joint.values()), best, likeliest, rare)
    return Part(fits, joint, sum(joint.values()), best, likeliest)


@lru_cache(maxsize=1)
def known_syllables() -> frozenset[str]:
    """The syllables of the tables of given names, and what stands before the only one."""
    shares = frequencies()
    return frozenset(("\t", *shares["first"], *shares["last"], *shares["only"]))


def name_frequency(key: str) -> float:
    """How common a whole name is: surname, tab, given name."""
    surname, _, given = key.partition("\t")
    return surname_frequency(surname) * given_frequency(given)
