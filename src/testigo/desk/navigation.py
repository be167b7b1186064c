"""The way around the desk: a few places always in sight, all others behind one word, in groups.

Rules:
- At most five places stand in the row (SIGHT), so that it holds in one or two lines of a telephone, in Korean too.
- Everything else stands under "More", below the question that it answers. A new page is one line here.
- "More" is a <details>: it works without scripts. Where the page shown stands in it, it bears that page's name.
"""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext, gettext_noop

from testigo.desk.pages import Link, LinkGroup

_ = gettext_noop

SIGHT = (
    ("work", _("To do")),
    ("reports", _("Reports")),
    ("claims", _("Claims")),
    ("search", _("Search")),
)
"""Route and words of the places that are always in sight."""

MORE: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (_("What is told"), (("orders", _("Orders")),)),
    (_("Who has it from whom"), (("relays", _("Relays")),)),
    (
        _("What belongs together"),
        (("events", _("Events")), ("persons", _("Persons")), ("links", _("Proposed links"))),
    ),
    (
        _("How right it is"),
        (("second", _("Second reading")), ("differences", _("Differences")), ("agreement", _("Agreement"))),
    ),
    (_("What is kept"), (("ledger", _("Ledger")), ("troubles", _("Troubles")))),
)
"""Groups of further places: the heading, and its routes with their words."""


def in_sight(here: str) -> tuple[Link, ...]:
    """The places that are always in sight. here: the path that is shown now."""
    return tuple(_link(name, words, here) for name, words in SIGHT)


def more(here: str) -> tuple[LinkGroup, ...]:
    """The groups of further places."""
    return tuple(
        LinkGroup(gettext(heading), tuple(_link(name, words, here) for name, words in places))
        for heading, places in MORE
    )


def _link(name: str, words: str, here: str) -> Link:
    return Link(gettext(words), reverse(name), current=reverse(name) == here)
