"""Persons: the list, one person with every mention and the case in time, and persons who may bear one name side by side."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.safestring import mark_safe
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from testigo.desk import linked_shown as shown_of
from testigo.desk import linking_words, words
from testigo.desk.amending import effective
from testigo.desk.compose import list_pager
from testigo.desk.doers import doers_of
from testigo.desk.events_page import waiting
from testigo.desk.gather import language
from testigo.desk.linked_shown import STAGE, Shelf
from testigo.desk.linking_words import SEXES
from testigo.desk.pages import Filters, Link
from testigo.desk.pages.linked import DeedRows, PersonPage, PersonRow, PersonsPage, StepRow, Untold
from testigo.desk.render import path
from testigo.desk.seeing import svg
from testigo.desk.seeing.happening import Happening, days_of
from testigo.desk.seeing.timeline import Words, timeline
from testigo.desk.when import in_words
from testigo.linked import Event, Person, Told
from testigo.linked import Link as Pair
from testigo.linking.link import name_parts

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

PER_PAGE, MOST_TELLINGS, MOST_STEPS, MOST_UNTOLD = 40, 60, 80, 12


def persons_page(casebook: Casebook, query: Mapping[str, str], name: str) -> PersonsPage:
    """The list of persons, those told of most first."""
    kept = {key: query[key] for key in ("named", "conflicts") if query.get(key)}
    found, number, of = shown_of.asked_page(casebook, "person", Person, list(kept.items()), query, PER_PAGE)
    shelf = Shelf(casebook).take(person.mentions[0].claim for person in found.items)
    said = ngettext("%(n)s person", "%(n)s persons", found.total) % {"n": f"{found.total:,}"}
    link = partial(shown_of.toggle, "persons", kept)
    filters = (
        Filters(_("Name"), (link("named", "yes", _("told")), link("named", "no", _("not told")))),
        Filters(_("Conflicts"), (link("conflicts", "some", _("told differently")), link("conflicts", "none", _("not told differently")))),
    )  # fmt: skip
    return PersonsPage(
        shown_of.run_view(casebook, name), said, filters, tuple(_row(person, shelf) for person in found.items),
        list_pager(number, of, lambda n: path("persons", {**kept, "page": n})),
    )  # fmt: skip


def _row(person: Person, shelf: Shelf) -> PersonRow:
    events = ngettext("%(n)s event", "%(n)s events", len(person.events)) % {"n": len(person.events)}
    return PersonRow(
        path("person", key=person.key), person.name, shelf.lang(person.mentions[0].claim), known_of(person),
        shown_of.told_by(len(claims_of(person)), len({m.report for m in person.mentions})), events, shown_of.conflicts_of(person.conflicts),
    )  # fmt: skip


def known_of(person: Person) -> str:
    """Age, sex and work as told, in a line."""
    parts = []
    for slot in ("age", "sex", "role"):
        values = [v.text for v in person.values if v.slot == slot][:3]
        parts += [" / ".join(words.say(SEXES, v) if slot == "sex" else v for v in values)] if values else []
    return ", ".join(parts)


# -- one person -----------------------------------------------------------------------------------------------------


def person_page(casebook: Casebook, key: str, name: str) -> PersonPage:
    """One person. Errors: Http404."""
    person = casebook.derived_one(STAGE, "person", Person, key)
    if person is None:
        raise Http404
    shelf = Shelf(casebook)
    rows = shown_of.slots(person.values, person.conflicts, shelf)
    events = [
        e
        for k in person.events[:MOST_STEPS]
        if (e := casebook.derived_one(STAGE, "event", Event, k)) is not None
    ]
    steps, picture = _case(events, shelf)
    claims = claims_of(person)
    left = len(claims) - MOST_TELLINGS
    return PersonPage(
        person.name, shelf.lang(person.mentions[0].claim),
        shown_of.told_by(len(claims), len({m.report for m in person.mentions})), shown_of.chance_of(person.chance), person.key,
        shown_of.run_view(casebook, name), tuple(row for row in rows if row.conflict), tuple(row for row in rows if not row.conflict),
        picture, steps, _deeds(person, shelf), tuple(shown_of.telling(c, shelf) for c in claims[:MOST_TELLINGS]),
        ngettext("%(n)s claim more is not shown.", "%(n)s claims more are not shown.", left) % {"n": left} if left > 0 else "",
        namesakes(casebook, person), waiting(casebook, "person", key), path("persons"),
        tuple(linking_words.reason(note) for note in person.notes), _untold(casebook, key),
    )  # fmt: skip


def _untold(casebook: Casebook, key: str) -> tuple[Untold, ...]:
    """Who else this may be, where the spelling of the names cannot tell: each with the way to decide it."""
    about = [("person", key), ("state", "person open"), ("names", "cannot tell")]
    links = casebook.derived(STAGE, "link", Pair, about=about, limit=MOST_UNTOLD).items
    return tuple(
        Untold(said, path("links", {"kind": "person", "pair": f"{link.left}~{link.right}"}))
        for link in links
        if (said := linking_words.untold(link.reasons))
    )


def claims_of(person: Person) -> tuple[int, ...]:
    """The claims that speak of a person, each once."""
    return tuple(dict.fromkeys(m.claim for m in person.mentions))


def _deeds(person: Person, shelf: Shelf) -> tuple[DeedRows, ...]:
    """Who did what to a person, act by act."""
    acts: dict[str, list[int]] = {}
    suffered = dict.fromkeys(m.claim for m in person.mentions if m.slot == "target")
    for claim in list(suffered)[:MOST_TELLINGS]:
        acts.setdefault(effective(shelf.claim(claim)).act, []).append(claim)
    rows = (
        DeedRows(words.say(words.ACTS, act), words.family("event", act), doers_of(claims, shelf))
        for act, claims in acts.items()
    )
    return tuple(row for row in rows if row.doers)


def _case(events: list[Event], shelf: Shelf) -> tuple[tuple[StepRow, ...], str]:
    """The case in the order of time, one row for each time told of each event, and the same as a picture."""
    steps: list[StepRow] = []
    drawn: list[Happening] = []
    for event in events:
        act, family = words.say(words.ACTS, event.act), words.family("event", event.act)
        times = [v for v in event.values if v.slot == "time"] or [Told("time", "", event.claims)]
        for told in times[:6]:
            when = days_of(told.value, told.text) if told.value else None
            drawn.append(Happening(len(steps), act, family, "reported", _from(told, shelf), when))
            steps.append(StepRow(
                path("event", key=event.key), act, family, in_words(told.value, language()) if told.value else "",
                told.text, shelf.lang(told.claims[0]), shown_of.place_of(event), _from(told, shelf)))  # fmt: skip
    steps, drawn = _in_time(steps, drawn)
    about = _(
        "One row for each time that a report tells. A band is as wide as its date is known; an arrow is an open end."
    )
    text = Words(
        _("The case in time"), about, _("begins earlier, not known when"), _("goes on, not known until when")
    )
    made = timeline(drawn, lambda n: steps[n].href, text)
    picture = mark_safe(svg.written(made.picture)) if made.picture is not None else ""  # noqa: S308 - made by seeing/, all escaped
    return tuple(steps), picture


def _in_time(steps: list[StepRow], drawn: list[Happening]) -> tuple[list[StepRow], list[Happening]]:
    """What has a date by its first day, then what has none, as the events stand."""
    order = sorted(
        range(len(drawn)),
        key=lambda n: (drawn[n].when is None, w.first if (w := drawn[n].when) else dt.date.min, n),
    )
    return [steps[n] for n in order], [replace(drawn[n], claim=at) for at, n in enumerate(order)]


def _from(told: Told, shelf: Shelf) -> str:
    """Whose telling it is: the publishers of its claims."""
    names = dict.fromkeys(
        shelf.report(shelf.claim(c).report).report.publisher or _("publisher not known")
        for c in told.claims[:6]
    )
    return ", ".join(names)


def namesakes(casebook: Casebook, person: Person) -> Link | None:
    """The way to all persons who may bear the same name, where there are others."""
    for part in name_parts(person):
        found = casebook.derived(STAGE, "person", Person, about=[("name", part)], limit=1)
        if found.total > 1:
            text = ngettext(
                "%(n)s person may bear this name", "%(n)s persons may bear this name", found.total
            ) % {"n": found.total}
            return Link(text, path("namesakes", {"name": part}), count=found.total)
    return None
