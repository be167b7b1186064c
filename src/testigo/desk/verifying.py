"""Verify now: everything that the casebook holds is read again and compared with what was recorded.

Rules:
- Up to MOST_TEXTS reports, each text is made again from its original and compared too; beyond, the page says that
  `testigo verify` does that, so that nobody waits before a silent page.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo.archive.verify import verify
from testigo.desk.gather import language
from testigo.desk.pages import Fact
from testigo.desk.pages.lists import Damage, VerifiedView
from testigo.desk.when import moment

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

MOST_DAMAGES = 50
MOST_TEXTS = 500


def verified(casebook: Casebook) -> VerifiedView:
    """What verifying found, the first damages by name."""
    texts = casebook.counts().reports <= MOST_TEXTS
    checked = verify(casebook, texts=texts)
    damages = checked.damages
    notes = (
        checked.notes
        if texts
        else (_("The texts were not made again here: `testigo verify` does that."), *checked.notes)
    )
    return VerifiedView(
        at=moment(casebook.now(), language()),
        whole=not damages,
        counts=tuple(Fact(name, f"{count:,}") for name, count in checked.counts.items() if count),
        damages=tuple(Damage(d.what, d.why) for d in damages[:MOST_DAMAGES]),
        damages_left=max(0, len(damages) - MOST_DAMAGES),
        notes=notes[:MOST_DAMAGES],
    )
