"""How two occurrences of different reports are compared: place, time, persons, numbers, charges and what was acted on.

Rules:
- Wording is no field: that two reports say it in the same words tells of a relay, not of one happening.
- What one side does not tell says nothing. A place or person that both tell and that differs speaks against.
- Stated figures (m, u): a town is one of about forty in a casebook, a day one of about two hundred; names one of a
  hundred; they are rounded, and the bench says what they reach.
"""

from __future__ import annotations

from testigo.linking.model import Field, Level, Model

DAY, FORTNIGHT, MONTH = 2, 15, 62
"""Widths in days up to which a time counts as a day, as some days, as a month or two."""

_INSIDE = "(list_contains(places_l, town_r) OR list_contains(places_r, town_l))"
_NO_PLACE = (
    "town_l IS NULL OR town_r IS NULL OR (hangul_l <> hangul_r AND sound_l <> sound_r)"
    " OR (loose_l <> loose_r AND town_l <> town_r)"
    # Without a chart nobody knows whether a town lies in a province.
    f" OR (level_l <> level_r AND NOT (charted_l AND charted_r) AND NOT {_INSIDE})"
)
_NO_TIME = "first_l IS NULL OR first_r IS NULL"
_MEET = "first_l <= last_r AND first_r <= last_l"
_WIDE = "greatest(last_l - first_l, last_r - first_r)"
_GAP = "greatest(first_l - last_r, first_r - last_l)"


def two_scripts(column: str) -> str:
    """SQL for words in Hangul on one side and in Latin letters on the other: they cannot be compared."""
    return f"(({column}_l[1] >= '가') <> ({column}_r[1] >= '가'))"


PLACE = Field("place", (
    Level("unknown", _NO_PLACE, says="no place in one of them to compare"),
    Level("site", "town_l = town_r AND level_l = 4", 0.20, 0.002, "same place: {}", ("place",)),
    Level("town", "town_l = town_r AND level_l IN (0, 2, 3)", 0.45, 0.02, "same town: {}", ("place",)),
    Level("sound", "sound_l = sound_r AND hangul_l <> hangul_r", 0.10, 0.005,
          "places that sound the same: {} and {}", ("place",)),
    Level("part", "list_contains(places_l, town_r) OR list_contains(places_r, town_l) OR "
                  "list_has_any(towns_l, towns_r)",
          0.20, 0.06, "{} and {}: one place lies in the other, or both in one town", ("place",)),
    Level("other", "ELSE", 0.05, 0.912, "different places: {} and {}", ("place",)),
))  # fmt: skip

TIME = Field("time", (
    Level("unknown", _NO_TIME, says="no day in one of them to compare"),
    Level("day", f"{_MEET} AND {_WIDE} <= {DAY - 1}", 0.50, 0.005, "same day: {}", ("time",)),
    Level("days", f"{_MEET} AND {_WIDE} <= {FORTNIGHT}", 0.12, 0.02, "days that meet: {} and {}", ("time",)),
    Level("month", f"{_MEET} AND {_WIDE} <= {MONTH}", 0.12, 0.06, "times that meet: {} and {}", ("time",)),
    Level("year", f"{_MEET} AND {_WIDE} <= 400", 0.10, 0.12, "times that meet, loosely: {} and {}", ("time",)),
    Level("long", _MEET, 0.05, 0.15),
    Level("near", f"{_GAP} <= 2", 0.07, 0.012, "a day or two apart: {} and {}", ("time",)),
    Level("week", f"{_GAP} <= 10", 0.012, 0.06, "days apart: {} and {}", ("time",)),
    Level("apart", "ELSE", 0.003, 0.573, "other times: {} and {}", ("time",)),
))  # fmt: skip

PERSON = Field("person", (
    Level("unknown", "len(people_l) = 0 OR len(people_r) = 0"),
    Level("name", "list_has_any(names_l, names_r)", 0.40, 0.003, "same name: {} and {}", ("person",)),
    Level("sound", "list_has_any(sounds_l, sounds_r) AND (script_l <> script_r OR (full_l AND full_r))", 0.05, 0.004, "names that sound the same: {} and {}", ("person",)),
    Level("part", "list_has_any(parts_l, parts_r) AND NOT (full_l AND full_r) AND NOT (usual_l OR usual_r)", 0.15, 0.01,
          "surname or part of the name the same: {} and {}", ("person",)),
    Level("usual", "list_has_any(parts_l, parts_r) AND NOT (full_l AND full_r)", 0.15, 0.05,
          "same surname, a common one: {} and {}", ("person",)),
    Level("other", "len(parts_l) > 0 AND len(parts_r) > 0", 0.02, 0.50, "different names: {} and {}", ("person",)),
    Level("sex", "sex_l <> '' AND sex_r <> '' AND sex_l <> sex_r", 0.005, 0.12, "a woman in one, a man in the other"),
    Level("called", "list_has_any(roles_l, roles_r)", 0.155, 0.04, "called the same: {} and {}", ("person",)),
    Level("roles", f"len(roles_l) > 0 AND len(roles_r) > 0 AND NOT {two_scripts('roles')}", 0.03, 0.16, "called differently: {} and {}", ("person",)),
    Level("no name", "ELSE", 0.09, 0.153, "nothing keeps the persons apart: {} and {}", ("person",)),
))  # fmt: skip

AGE = Field("age", (
    Level("unknown", "age_from_l IS NULL OR age_from_r IS NULL"),
    Level("same", "age_from_l = age_from_r AND age_to_l = age_to_r AND age_from_l = age_to_l", 0.35, 0.03, "same age: {}", ("age",)),
    Level("fits", "age_from_l <= age_to_r AND age_from_r <= age_to_l", 0.45, 0.17, "ages {} and {} fit", ("age",)),
    Level("near", "greatest(age_from_l - age_to_r, age_from_r - age_to_l) <= 3", 0.14, 0.13, "ages {} and {} nearly fit", ("age",)),
    Level("other", "ELSE", 0.06, 0.67, "ages {} and {} do not fit", ("age",)),
))  # fmt: skip

_ONE_AND_MANY = " OR ".join(
    f"(len(people_{a}) > 0 AND len(numbers_{a}) = 0 AND len(people_{b}) = 0 AND len(numbers_{b}) > 0)"
    for a, b in ("lr", "rl")
)
NUMBER = Field("number", (
    Level("unknown", f"(len(numbers_l) = 0 OR len(numbers_r) = 0) AND NOT ({_ONE_AND_MANY})"),
    Level("one and many", _ONE_AND_MANY, 0.08, 0.30, "one particular person in one, a number in the other"),
    Level("same", "list_has_any(numbers_l, numbers_r)", 0.75, 0.08, "same number: {}", ("number",)),
    Level("other", "ELSE", 0.25, 0.92, "different numbers: {} and {}", ("number",)),
))  # fmt: skip

CHARGE = Field("charge", (
    Level("unknown", f"len(charges_l) = 0 OR len(charges_r) = 0 OR {two_scripts('charges')}"),
    Level("two", "len(list_intersect(charges_l, charges_r)) >= 2", 0.45, 0.01, "charge in nearly the same words: {} and {}", ("charge",)),
    Level("one", "list_has_any(charges_l, charges_r)", 0.25, 0.06, "charge with a word in common: {} and {}", ("charge",)),
    Level("other", "ELSE", 0.30, 0.93, "charges told differently: {} and {}", ("charge",)),
))  # fmt: skip

PUNISHMENT = Field("punishment", (
    Level("unknown", "len(forms_l) = 0 OR len(forms_r) = 0"),
    Level("same", "list_has_any(forms_l, forms_r)", 0.65, 0.08, "same punishment: {}", ("punishment",)),
    Level("other", "ELSE", 0.35, 0.92, "different punishments: {} and {}", ("punishment",)),
))  # fmt: skip

THINGS = Field("things", (
    Level("unknown", f"len(things_l) = 0 OR len(things_r) = 0 OR {two_scripts('things')}"),
    Level("two", "len(list_intersect(things_l, things_r)) >= 2", 0.30, 0.008, "done to the same: {} and {}", ("things",)),
    Level("one", "list_has_any(things_l, things_r)", 0.40, 0.05, "done to what bears the same word: {} and {}", ("things",)),
    Level("other", "ELSE", 0.30, 0.942, "done to what is called differently: {} and {}", ("things",)),
))  # fmt: skip

ACT = Field("act", (
    Level("unknown", "act_l IS NULL"),
    Level("same", "act_l = act_r", 0.90, 0.70),
    Level("other", "ELSE", 0.10, 0.30, "told as {} and as {}", ("act",)),
))  # fmt: skip

FIELDS = (PLACE, TIME, PERSON, AGE, NUMBER, CHARGE, PUNISHMENT, THINGS, ACT)
REASONS = tuple(level.says for field in FIELDS for level in field.levels if level.says)
STATED = frozenset({"act"})
"""Fields whose figures are not counted: pairs are of one sort of act, pairs drawn by chance are not."""
CANNOT = {"time": frozenset({"apart"}), "place": frozenset({"other"})}
"""The levels at which two occurrences cannot be one, whatever else speaks for it."""


def model(occurrences: int) -> Model:
    """The model for a casebook of this size: one in eight of those of its sort may be it, and at least one in four.

    The size counts as a power of two, and as 128 below 512, so that one more report changes no figure until there are
    twice as many.
    """
    size = 128 if occurrences < 512 else 1 << (occurrences.bit_length() - 1)
    return Model(FIELDS, 1.0 / (1.0 + size / 24), STATED)
