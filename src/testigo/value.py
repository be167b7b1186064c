"""A class of plain values that is made by the hundred thousand: frozen to the type checker, slotted, quick to make.

Rules:
- As `dataclass(frozen=True, slots=True)`: equal by its fields, hashable, and mypy refuses an assignment to a field.
- At run time nothing refuses it: the check would cost four fifths of the time of making one. Where values come from
  outside or are kept for long, the real frozen dataclass stays the right one.
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field, fields, make_dataclass
from typing import Any, TypeVar, dataclass_transform

C = TypeVar("C")


@dataclass_transform(frozen_default=True, field_specifiers=(field,))
def value(cls: type[C]) -> type[C]:
    """Make a class a plain value."""
    return dataclass(slots=True, unsafe_hash=True)(cls)


def fields_named(*names: str) -> dict[str, Any]:
    """What `dataclasses.replace` and `fields` look for on a class, for one that is written out (tools/native.py)."""
    found: dict[str, Any] = {}
    for name in names:
        found[name] = copy(_SOME)
        found[name].name = name
    return found


_SOME: Any = fields(make_dataclass("Some", ["name"]))[0]
