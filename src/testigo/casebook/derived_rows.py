"""A derived value as a row: made where the value is made, in any process, so that what travels and is written is text.

Rules:
- The sign of a row is a digest of all of it: rows of one sign are the same, and need not be written again.
"""

from __future__ import annotations

import hashlib
import json
from typing import NamedTuple

from testigo import wire
from testigo.casebook.tables import storable
from testigo.casebook.values import Derived

SIGN = 16
"""Bytes of a sign."""


class DerivedRow(NamedTuple):
    """A derived value as it is kept. body: JSON of the value; about: in order, each once; sign: digest of all the others."""

    kind: str
    key: str
    rank: float
    body: str
    about: tuple[tuple[str, str], ...]
    sign: bytes


def derived_row(one: Derived) -> DerivedRow:
    """The value as a row."""
    body = storable(json.dumps(wire.to_json(one.value), ensure_ascii=False, separators=(",", ":")))
    key = storable(one.key)
    about = tuple(sorted({(what, storable(subject)) for what, subject in one.about}))
    told = f"{one.kind} {key!r} {one.rank!r} {about!r} {body}"
    return DerivedRow(
        one.kind, key, one.rank, body, about, hashlib.blake2b(told.encode(), digest_size=SIGN).digest()
    )
