"""Errors of the database as errors of ours.

Rules:
- Damage is `Broken`, a lock held too long `Conflict`, a full disk says so. Statements and values never stand in a message.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from testigo.errors import BadInput, Broken, Conflict, TestigoError

_DAMAGE = (
    "malformed",
    "not a database",
    "disk i/o error",
    "corrupt",
    "hmac",
    "no such table",
    "no such column",
)
_HINT = "run `testigo verify`; restore a backup of the casebook"


@contextmanager
def told() -> Iterator[None]:
    """Inside, an error of the database comes out as the TestigoError that it means."""
    from django.db import utils

    try:
        yield
    except utils.DatabaseError as error:
        raise meant(error) from error
    except OverflowError as error:
        raise BadInput("a number is too large for the casebook") from error


def meant(error: Exception) -> TestigoError:
    """The error of ours for an error of the database."""
    words = str(error).lower()
    if "locked" in words or "busy" in words:
        return Conflict(
            "another process has been writing to this casebook for a minute", "wait for it and try again"
        )
    if "full" in words:
        return TestigoError("the disk is full: nothing of this was recorded", "free some space and try again")
    if "readonly" in words or "read-only" in words or "unable to open" in words:
        return BadInput("the casebook cannot be written or opened here", "check the rights on its folder")
    if "no casebook is open" in words:
        return BadInput("this casebook is closed", "open it again")
    if any(sign in words for sign in _DAMAGE):
        return Broken("the database of this casebook is damaged", _HINT)
    return Broken(f"the database refused: {type(error).__name__}", _HINT)
