"""Verify now: everything that the casebook holds is read again and compared with what was recorded."""

from __future__ import annotations

from typing import TYPE_CHECKING

from testigo.desk.gather import language
from testigo.desk.pages import Damage, Fact, VerifiedView
from testigo.desk.when import moment

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

MOST_DAMAGES = 50


def verified(casebook: Casebook) -> VerifiedView:
    """What verifying found, the first damages by name."""
    checked = casebook.verify_rows()
    damages = checked.damages
    return VerifiedView(
        at=moment(casebook.now(), language()),
        whole=not damages,
        counts=tuple(Fact(name, f"{count:,}") for name, count in checked.counts.items()),
        damages=tuple(Damage(d.what, d.why) for d in damages[:MOST_DAMAGES]),
        damages_left=max(0, len(damages) - MOST_DAMAGES),
    )
