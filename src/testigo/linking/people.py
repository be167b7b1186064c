"""Two described persons compared, part by part: name, age, sex, role, group, place.

Rules:
- Each part is COMPATIBLE, INCOMPATIBLE or UNKNOWN with its sentence; the name answers as in names.py, the place as in
  places.py. No part is added to another here: how much they weigh together is the linker's.
- Ages count from when each was told: "34" in 2019 and "in her 30s" in 2022 fit. A year on either side is let go, since
  ages are told in Korean years too; an age that comes from nowhere is kept as UNKNOWN.
- Sex, role and group are compared as told; nothing is worked out from a name. Roles and groups differ over time and
  telling: other words are UNKNOWN, not INCOMPATIBLE.
- A place is where somebody is or is from: another place speaks against little.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import date

from testigo.dates.edtf import first_day, is_valid, last_day, parse
from testigo.linking.compared import Answer, Compared, unknown
from testigo.linking.names import compare_names
from testigo.linking.places import Where, compare_told_places

GRACE = 1  # years: Korean and Western counting
ADULTS = 60.0  # years over which ages of people in reports spread
SEX = math.log(2.0)
MISTAKEN = math.log(0.02)  # how often a sex or age is told wrongly of one person
ROLE, GROUP = math.log(40.0), math.log(15.0)


@dataclass(frozen=True, slots=True)
class Described:
    """A person as one report tells of them. Empty or None: not told.

    names: as written, the fullest first; surname: where that alone is told. age: years, "30s", or "1980" or "198X" for
    a year or decade of birth. sex: female or male. role, group: words or an id of the tables. places: see `Where`.
    told: the day of the report or event that the age belongs to, EDTF.
    """

    names: tuple[str, ...] = ()
    surname: str = ""
    age: str = ""
    sex: str = ""
    role: str = ""
    group: str = ""
    places: tuple[Where, ...] = ()
    told: str = ""


def compare_people(left: Described, right: Described) -> tuple[Compared, ...]:
    """The parts name, age, sex, role, group and place, in this order; always all six."""
    return (
        compare_called(left, right),
        compare_ages(left.age, left.told, right.age, right.told),
        _compare_sex(left.sex, right.sex),
        _compare_words("role", left.role, right.role, ROLE),
        _compare_words("group", left.group, right.group, GROUP),
        _compare_whereabouts(left.places, right.places),
    )


def compare_called(left: Described, right: Described) -> Compared:
    """The best comparison among all names of the two; a surname alone where no name is told."""
    lefts, rights = _called(left), _called(right)
    if not lefts or not rights:
        return unknown("name", lefts[0] if lefts else "", rights[0] if rights else "")
    pairs = [compare_names(a, b) for a in lefts for b in rights]
    return max(pairs, key=lambda pair: (pair.possible, pair.strength, pair.left, pair.right))


def _called(person: Described) -> tuple[str, ...]:
    return person.names or ((f"surnamed {person.surname}",) if person.surname else ())


# --- age ----------------------------------------------------------------------------------------------------------


def compare_ages(left: str, left_told: str, right: str, right_told: str) -> Compared:
    """Two ages by the years of birth that they allow. told: EDTF day, month or year each belongs to."""
    if not left or not right:
        return unknown("age", left, right)
    one, other = _births(left, left_told), _births(right, right_told)
    if one is None or other is None:
        return _ages_alone(left, right)
    gap = max(one[0] - other[1], other[0] - one[1])
    if gap <= GRACE:
        strength = math.log(ADULTS / max(one[1] - one[0] + 1 + GRACE, other[1] - other[0] + 1 + GRACE))
        return Compared(
            "age", Answer.COMPATIBLE, max(0.0, strength), "age-compatible", (left, right), left, right
        )
    return Compared(
        "age", Answer.INCOMPATIBLE, MISTAKEN, "age-incompatible", (left, right, str(gap)), left, right
    )


def _span_of(age: str) -> tuple[int, int] | None:
    """Least and greatest age in years."""
    decade = re.search(r"(?:\b(early|mid|late)[ -])?\b(\d{1,2})0['’]?s\b", age, re.IGNORECASE)
    if decade:
        low, high = {"early": (0, 3), "mid": (4, 6), "late": (7, 9)}.get((decade[1] or "").lower(), (0, 9))
        start = int(decade[2]) * 10
        return start + low, start + high
    number = re.search(r"\d{1,3}", age)
    return (int(number[0]), int(number[0])) if number and int(number[0]) < 120 else None


def _births(age: str, told: str) -> tuple[int, int] | None:
    """First and last year of birth; None where the age has no day to count from."""
    if re.fullmatch(r"[12]\d{2}[\dX]", age):
        return int(age.replace("X", "0")), int(age.replace("X", "9"))
    span, days = _span_of(age), _years(told)
    if span is None or days is None:
        return None
    return days[0] - span[1] - 1, days[1] - span[0]


def _years(told: str) -> tuple[int, int] | None:
    value = parse(told) if told and is_valid(told) else None
    first: date | None = first_day(value) if value else None
    last: date | None = last_day(value) if value else None
    return (first.year, last.year) if first and last and last.year - first.year < 10 else None


def _ages_alone(left: str, right: str) -> Compared:
    """Without the days they were told on, ages that overlap fit, and others say nothing."""
    one, other = _span_of(left), _span_of(right)
    if one and other and one[0] <= other[1] and other[0] <= one[1]:
        return Compared("age", Answer.COMPATIBLE, 0.5, "age-compatible", (left, right), left, right)
    return Compared("age", Answer.UNKNOWN, 0.0, "age-not-dated", (left, right), left, right)


# --- the rest -----------------------------------------------------------------------------------------------------


def _compare_sex(left: str, right: str) -> Compared:
    if not left or not right:
        return unknown("sex", left, right)
    if left == right:
        return Compared("sex", Answer.COMPATIBLE, SEX, "sex-agrees", (), left, right)
    return Compared("sex", Answer.INCOMPATIBLE, MISTAKEN, "sex-differs", (), left, right)


def _compare_words(field: str, left: str, right: str, whole: float) -> Compared:
    """Roles and groups: equal words or ids agree, words that share a part agree in part, others say nothing."""
    if not left or not right:
        return unknown(field, left, right)
    a, b = set(re.findall(r"\w+", left.casefold())), set(re.findall(r"\w+", right.casefold()))
    if a == b:
        return Compared(field, Answer.COMPATIBLE, whole, f"{field}-agrees", (left,), left, right)
    shared = len(a & b) / max(1, min(len(a), len(b)))
    if shared >= 0.5:
        return Compared(
            field, Answer.COMPATIBLE, whole * shared / 2, f"{field}-agrees-partly", (left, right), left, right
        )
    return Compared(field, Answer.UNKNOWN, 0.0, f"{field}-other-words", (left, right), left, right)


def _compare_whereabouts(left: tuple[Where, ...], right: tuple[Where, ...]) -> Compared:
    found = compare_told_places(left, right)
    if found.answer is Answer.DISJOINT:  # people move
        return Compared("place", found.answer, -1.0, found.sentence, found.arguments, found.left, found.right)
    return found
