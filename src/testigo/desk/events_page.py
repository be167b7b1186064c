"""Events: the list with its filters, and one event with every value, who tells it, who did it, and what conflicts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop, ngettext

from testigo.desk import linked_shown as shown_of
from testigo.desk import linking_words, words
from testigo.desk.compose import list_pager
from testigo.desk.doers import doers_of
from testigo.desk.gather import language, named
from testigo.desk.linked_shown import STAGE, Shelf
from testigo.desk.pages import Filters, Link
from testigo.desk.pages.linked import EventPage, EventRow, EventsPage, SlotRows
from testigo.desk.render import path
from testigo.desk.routes import ROUTES
from testigo.desk.shown import shown_date
from testigo.linked import Event, Person
from testigo.linked import Link as Pair
from testigo.linking.spelt import folded
from testigo.vocabulary import ACTS

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

PER_PAGE, MOST_TELLINGS = 40, 60
FILTERS = ("act", "conflicts", "told-by", "place", "month")
TOLD_BY = {
    "one": gettext_noop("one report"),
    "few": gettext_noop("two or three reports"),
    "many": gettext_noop("four reports or more"),
}


def events_page(casebook: Casebook, query: Mapping[str, str], name: str) -> EventsPage:
    """The list of events that fit the filters of an address."""
    kept = {key: query[key] for key in FILTERS if query.get(key)}
    about = list(kept.items())
    found, number, of = shown_of.asked_page(casebook, "event", Event, about, query, PER_PAGE)
    targets = ((event, next((v for v in event.values if v.slot == "target"), None)) for event in found.items)
    shelf = Shelf(casebook).take(whom.claims[0] for _event, whom in targets if whom)
    said = ngettext("%(n)s event", "%(n)s events", found.total) % {"n": f"{found.total:,}"}
    return EventsPage(
        shown_of.run_view(casebook, name), said, _filters(casebook, kept), path("events") if kept else "",
        tuple(_row(event, shelf) for event in found.items),
        list_pager(number, of, lambda n: path("events", {**kept, "page": n})),
    )  # fmt: skip


def _row(event: Event, shelf: Shelf) -> EventRow:
    whom = next((v for v in event.values if v.slot == "target"), None)
    return EventRow(
        path("event", key=event.key), words.say(words.ACTS, event.act), words.family("event", event.act), shown_of.when_of(event),
        shown_of.place_of(event), whom.text if whom else "", shelf.lang(whom.claims[0]) if whom else "",
        shown_of.told_by(len(event.claims), len(event.reports)), shown_of.conflicts_of(event.conflicts),
    )  # fmt: skip


def _filters(casebook: Casebook, kept: Mapping[str, str]) -> tuple[Filters, ...]:
    """Filters by what events are about, the most frequent first, the latest months first."""
    acts = casebook.derived_about(STAGE, "event", "act", limit=12)
    months = casebook.derived_about(STAGE, "event", "month")[::-1]
    link = partial(shown_of.toggle, "events", kept)
    rows = (
        Filters(_("Act"), tuple(link("act", a, words.say(words.ACTS, a), n) for a, n in acts if a in ACTS)),
        Filters(_("Place"), tuple(link("place", p, _place(casebook, p), n) for p, n in casebook.derived_about(STAGE, "event", "place", limit=10))),
        Filters(_("Month"), tuple(link("month", m, shown_date(m, language())) for m, _n in months[:12])),
        Filters(_("Conflicts"), tuple(link("conflicts", v, text) for v, text in (("some", _("told differently")), ("none", _("not told differently"))))),
        Filters(_("Told by"), tuple(link("told-by", v, words.say(TOLD_BY, v)) for v in TOLD_BY)),
    )  # fmt: skip
    return tuple(row for row in rows if row.links) if acts else ()


def _place(casebook: Casebook, key: str) -> str:
    """The name of a place that events are found by: of the tables, or as the newest of them tells it."""
    if name := named(key):
        return name
    about = [("place", key)]
    newest = casebook.derived(STAGE, "event", Event, about=about, limit=1).items
    places = [v.text for event in newest for v in event.values if v.slot == "place"]
    told = (text for text in places if folded(text) == key)
    within = (found[0] for text in places if (found := re.search(re.escape(key), text, re.IGNORECASE)))
    return next(told, next(within, key))


# -- one event ------------------------------------------------------------------------------------------------------


def event_page(casebook: Casebook, key: str, name: str) -> EventPage:
    """One event. Errors: Http404."""
    event = casebook.derived_one(STAGE, "event", Event, key)
    if event is None:
        raise Http404
    shelf = Shelf(casebook)
    rows = shown_of.slots(event.values, event.conflicts, shelf)
    ages = _ages(casebook, event, shelf)
    left = len(event.claims) - MOST_TELLINGS
    return EventPage(
        words.say(words.ACTS, event.act), words.family("event", event.act), shown_of.when_of(event), shown_of.place_of(event),
        shown_of.told_by(len(event.claims), len(event.reports)), shown_of.chance_of(event.chance), event.key,
        shown_of.run_view(casebook, name), tuple(linking_words.reason(n) for n in event.notes),
        conflicts=(*(row for row in rows if row.conflict), *ages), slots=tuple(row for row in rows if not row.conflict),
        doers=doers_of(event.claims[:MOST_TELLINGS], shelf), persons=_persons(casebook, event),
        tellings=tuple(shown_of.telling(c, shelf) for c in event.claims[:MOST_TELLINGS]),
        left_out=ngettext("%(n)s claim more is not shown.", "%(n)s claims more are not shown.", left) % {"n": left} if left > 0 else "",
        waiting=waiting(casebook, "event", event.key), weight=_weight(event.key), back=path("events"),
    )  # fmt: skip


def _ages(casebook: Casebook, event: Event, shelf: Shelf) -> tuple[SlotRows, ...]:
    """The ages told of the persons of the event, where they do not fit each other."""
    if "age" not in event.conflicts:
        return ()
    found = [casebook.derived_one(STAGE, "person", Person, key) for key in event.persons]
    values = [v for p in found if p is not None for v in p.values if v.slot == "age"]
    return shown_of.slots(values, ("age",), shelf)


def _persons(casebook: Casebook, event: Event) -> tuple[Link, ...]:
    found = [casebook.derived_one(STAGE, "person", Person, key) for key in event.persons[:40]]
    return tuple(
        Link(p.name, path("person", key=p.key), count=len(p.mentions)) for p in found if p is not None
    )


def waiting(casebook: Casebook, kind: str, key: str) -> Link | None:
    """The way to the links of an event or person that wait for a decision."""
    found = casebook.derived(STAGE, "link", Pair, about=[(kind, key), ("state", f"{kind} open")], limit=1)
    if not found.total:
        return None
    text = ngettext("%(n)s proposed link waits", "%(n)s proposed links wait", found.total) % {
        "n": found.total
    }
    return Link(text, path("links", {"kind": kind, "of": key}), count=found.total)


def _weight(key: str) -> Link | None:
    """The way to what stands behind the event, where the desk has that page."""
    if not any(route.name == "weight" for route in ROUTES):
        return None
    return Link(_("How many independent origins stand behind it"), path("weight", kind="event", key=key))
