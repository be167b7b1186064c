"""How two persons of different reports are compared: name, age, sex, what they are called, places, and happenings shared.

Rules:
- A name alone is weak where it is common; shared happenings, a town and an age are what tells people of one name apart.
- To stand at the same place of one happening is what counts most for those whose name is not told; it counts little where
  the happening itself is uncertain, since a false join there would take two persons for one.
"""

from __future__ import annotations

from dataclasses import replace

from testigo.linking.event_model import two_scripts
from testigo.linking.model import Field, Level, Model

NEVER = "1 = 0"
"""What no row fulfils: these levels are answers of names.py (whole_names.py)."""

NAME = Field("name", (
    Level("unknown", "len(parts_l) = 0 OR len(parts_r) = 0"),
    Level("rare", "list_has_any(names_l, names_r) AND least(rarity_l, rarity_r) >= 11", 0.40, 0.0001, "same name, a rare one: {} and {}", ("name",)),
    Level("same", "list_has_any(names_l, names_r) AND least(rarity_l, rarity_r) >= 8", 0.25, 0.0008, "same name: {} and {}", ("name",)),
    Level("common", "list_has_any(names_l, names_r)", 0.10, 0.004, "same name, a common one: {} and {}", ("name",)),
    Level("either", NEVER, 0.10, 0.004, "same spelling, cannot tell: {} and {}", ("name",)),
    Level("cannot", NEVER, 0.06, 0.004, "cannot tell by the spelling: {} and {}", ("name",)),
    Level("oddly", NEVER, 0.06, 0.003, "names that may be one: {} and {}", ("name",)),
    Level("sound", "list_has_any(sounds_l, sounds_r) AND (script_l <> script_r OR (full_l AND full_r))", 0.05, 0.0005, "names that sound the same: {} and {}", ("name",)),
    Level("alike", "list_has_any(alike_l, alike_r)", 0.02, 0.965, "different names: {} and {}", ("name",)),
    Level("part", "list_has_any(parts_l, parts_r) AND NOT (full_l AND full_r) AND NOT (usual_l OR usual_r)", 0.12, 0.015,
          "surname or part of the name the same: {} and {}", ("name",)),
    Level("usual", "list_has_any(parts_l, parts_r) AND NOT (full_l AND full_r)", 0.12, 0.06,
          "same surname, a common one: {} and {}", ("name",)),
    Level("other", "ELSE", 0.02, 0.965, "different names: {} and {}", ("name",)),
))  # fmt: skip

HAPPENING = Field("happening", (
    Level("unknown", "len(events_l) = 0 OR len(events_r) = 0"),
    Level("shared", "list_has_any(sure_l, sure_r)", 0.55, 0.001, "in the same place of one happening"),
    Level("perhaps", "list_has_any(events_l, events_r)", 0.05, 0.0016, "in the same place of what may be one happening"),
    Level("case", "list_has_any(acts_l, acts_r)", 0.15, 0.30),
    Level("other", "ELSE", 0.25, 0.697),
))  # fmt: skip

AGE = Field("age", (
    Level("unknown", "born_from_l IS NULL OR born_from_r IS NULL"),
    Level("same", "abs(born_from_l - born_from_r) <= 1 AND abs(born_to_l - born_to_r) <= 1 AND born_to_l - born_from_l <= 2",
          0.40, 0.03, "ages {} and {}: born in the same year or next to it", ("age",)),
    Level("fits", "born_from_l <= born_to_r AND born_from_r <= born_to_l", 0.42, 0.17, "ages {} and {} fit", ("age",)),
    Level("near", "greatest(born_from_l - born_to_r, born_from_r - born_to_l) <= 3", 0.14, 0.13, "ages {} and {} nearly fit", ("age",)),
    Level("other", "ELSE", 0.04, 0.67, "ages {} and {} do not fit", ("age",)),
))  # fmt: skip

SEX = Field("sex", (
    Level("unknown", "sex_l = '' OR sex_r = ''"),
    Level("same", "sex_l = sex_r", 0.99, 0.55),
    Level("other", "ELSE", 0.01, 0.45, "a woman in one, a man in the other"),
))  # fmt: skip

ROLE = Field("role", (
    Level("unknown", f"len(roles_l) = 0 OR len(roles_r) = 0 OR {two_scripts('roles')}"),
    Level("office", "list_has_any(offices_l, offices_r)", 0.30, 0.004, "hold the same post: {} and {}", ("role",)),
    Level("same", "list_has_any(roles_l, roles_r)", 0.42, 0.05, "called the same: {} and {}", ("role",)),
    Level("other", "ELSE", 0.28, 0.946, "called differently: {} and {}", ("role",)),
))  # fmt: skip

TOWN = Field("town", (
    Level("unknown", "len(towns_l) = 0 OR len(towns_r) = 0"),
    Level("same", "list_has_any(towns_l, towns_r)", 0.75, 0.03, "told of in the same town: {} and {}", ("place",)),
    Level("other", "ELSE", 0.25, 0.97, "told of in different towns: {} and {}", ("place",)),
))  # fmt: skip

FIELDS = (NAME, HAPPENING, AGE, SEX, ROLE, TOWN)
REASONS = tuple(level.says for field in FIELDS for level in field.levels if level.says)
CANNOT = {"sex": frozenset({"other"}), "name": frozenset({"other", "alike", "cannot"})}
SUPPORT = {
    "happening": frozenset({"shared"}), "town": frozenset({"same"}), "age": frozenset({"same", "fits"}),
    "role": frozenset({"office", "same"}),
}  # fmt: skip
"""The levels of which one at least must hold for two persons to be joined."""
BY_NAME_ALONE = -0.5
"""Bits of a pair that nothing but a name speaks for: proposed to people, not joined."""


def model(persons: int) -> Model:
    """The model for so many persons: one in a quarter of them may be it. What sharing a happening tells grows with them."""
    size = 64 if persons < 256 else 1 << (persons.bit_length() - 1)
    chance = min(0.02, 0.5 / size)
    levels = (*HAPPENING.levels[:1], replace(HAPPENING.levels[1], u=chance),
              *HAPPENING.levels[2:])  # fmt: skip
    fields = tuple(Field("happening", levels) if f.name == "happening" else f for f in FIELDS)
    return Model(fields, 1.0 / (1.0 + size / 4))
