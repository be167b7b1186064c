"""Every page of the desk, from the live table of routes: the addresses that show what a casebook holds.

A route that answers GET has an entry in VISITS; one without an entry fails the tests of the tour, so that no new page can be
forgotten by the tests of hostile words, of axe, of widths and of sizes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import islice, pairwise

from testigo.casebook.casebook import Casebook
from testigo.confronted import Order, Practice
from testigo.desk import voices_page
from testigo.desk.render import path
from testigo.desk.routes import ROUTES
from testigo.linked import Event, Link, Person
from testigo.weighed import Origin, Relay, Weight
from testigo.weighing.weigh import stands_on

MOST = 500
FILES = ("claims-file", "order-brief")
"""The routes that give a file to keep, not a page."""
WAYS = ("order-compare",)
"""The routes that only lead on to another page."""


def _reports(book: Casebook) -> list[int]:
    return [line.id for line in book.reports(limit=MOST).items]


def _claims(book: Casebook) -> list[int]:
    judged = [one.id for one in book.judged() if one.id > 0]
    return [*judged, *(c.id for c in book.claims(limit=MOST).items if c.id not in judged)]


def _orders(book: Casebook) -> list[str]:
    return [one.key for one in book.derived("orders", "order", Order, limit=MOST).items]


def _events(book: Casebook) -> list[str]:
    found = book.derived("linking", "event", Event, limit=MOST).items
    return [one.key for one in sorted(found, key=lambda one: (-len(one.claims), one.key))]


def _persons(book: Casebook) -> list[str]:
    found = book.derived("linking", "person", Person, limit=MOST).items
    return [one.key for one in sorted(found, key=lambda one: (-len(one.mentions), one.key))]


def _pairs(book: Casebook) -> Iterator[str]:
    yield "/links/"
    yield "/links/?kind=person"
    for link in book.derived("linking", "link", Link, limit=MOST).items:
        yield path("links", {"kind": link.kind, "pair": f"{link.left}~{link.right}"})


def _namesakes(book: Casebook) -> Iterator[str]:
    yield "/namesakes/?name=dosk"
    yield "/namesakes/?name=kerrin"
    for person in book.derived("linking", "person", Person, limit=MOST).items:
        yield path("namesakes", {"name": person.name})


def _tellings(book: Casebook) -> list[int]:
    """The tellings of the order that is told most often, as many as two."""
    found = book.derived("orders", "order", Order, limit=MOST).items
    most = max(found, key=lambda one: (len(one.tellings), one.key))
    return sorted(telling.directive for telling in most.tellings)


def _order_pairs(book: Casebook) -> Iterator[str]:
    for one, other in pairwise(_tellings(book)):
        yield path("order-pair", pair=f"{one}~{other}")


def _practices(book: Casebook) -> Iterator[str]:
    found = book.derived("orders", "practice", Practice, limit=MOST).items
    told: dict[str, Practice] = {}
    for one in sorted(found, key=lambda one: not one.judged):
        told.setdefault(one.verdict, one)
    for one in (*told.values(), *found):
        yield path("practice", id=one.order, clause=one.clause, event=one.subject.partition("~")[2])


def _relays(book: Casebook) -> list[str]:
    return [one.key for one in book.derived("weighing", "relay", Relay, limit=MOST).items]


def _weights(book: Casebook) -> Iterator[str]:
    found = book.derived("weighing", "weight", Weight, limit=MOST).items
    for one in sorted(found, key=lambda one: (-one.articles, one.subject)):
        kind, _blank, key = one.subject.partition(" ")
        yield path("weight", kind=kind, key=key)


def _voices(book: Casebook) -> Iterator[str]:
    """Two sources behind one thing."""
    origins = {one.key: one for one in book.derived("weighing", "origin", Origin, limit=MOST).items}
    for weight in book.derived("weighing", "weight", Weight, limit=MOST).items:
        found = stands_on(book, weight.subject) if weight.most > 1 else None
        if found is not None:
            yield from (pair.href for pair in voices_page.pairs(book, found[1], origins)[0])


def _stands(book: Casebook) -> Iterator[str]:
    relayed = [r.original for r in book.derived("weighing", "relay", Relay, limit=MOST).items if r.original]
    for report in (*relayed, *_reports(book)):
        yield path("stands", kind="report", key=report)
    for origin in book.derived("weighing", "origin", Origin, limit=MOST).items:
        yield path("stands", kind="origin", key=origin.key)


Visit = Callable[[Casebook], Iterator[str] | list[str]]
VISITS: dict[str, Visit] = {
    "reports": lambda book: ["/", "/?give=yes", "/?judged=open", "/?q=flour"],
    "report": lambda book: [a for id_ in _reports(book) for a in (f"/report/{id_}/", f"/report/{id_}/?part=2")],
    "add": lambda book: [f"/report/{id_}/add/" for id_ in _reports(book)],
    "claim": lambda book: [a for id_ in _claims(book) for a in (f"/claim/{id_}/", f"/claim/{id_}/?amend=yes")],
    "added": lambda book: [f"/added/{-one.id}/{form}" for one in book.added_claims() for form in ("", "?amend=yes")],
    "told-order": lambda book: [f"/order/{one.id}/{form}" for one in book.directives(limit=MOST).items for form in ("?amend=yes", "")],
    "claims": lambda book: ["/claims/", "/claims/?act=arrest", "/claims/?as=time", "/claims/?as=map", "/claims/?as=count"],
    "claims-file": lambda book: [f"/claims/{what}.{form}" for what in ("timeline", "places", "acts", "months", "provinces") for form in ("svg", "csv")],
    "second": lambda book: ["/second/"],
    "differences": lambda book: ["/second/differences/", *(f"/second/differences/?claim={id_}" for id_ in _claims(book))],
    "agreement": lambda book: ["/agreement/"],
    "work": lambda book: ["/to-do/"],
    "orders": lambda book: ["/orders/"],
    "order": lambda book: [f"/orders/{key}/" for key in _orders(book)],
    "order-brief": lambda book: [f"/orders/{key}/brief/{form}" for key in _orders(book) for form in ("html?names=full", "html", "pdf")],
    "order-compare": lambda book: [path("order-compare", dict(zip(("one", "other"), _orders(book), strict=False)))],
    "order-pair": _order_pairs,
    "sealed": lambda book: ["/orders/sealed/"],
    "practice": _practices,
    "relays": lambda book: ["/relays/"],
    "relay": lambda book: [path("relay", pair=key) for key in _relays(book)],
    "weight": _weights,
    "voices": _voices,
    "stands": _stands,
    "events": lambda book: ["/events/", "/events/?conflicts=some"],
    "event": lambda book: [path("event", key=key) for key in _events(book)],
    "persons": lambda book: ["/persons/", "/persons/?conflicts=some"],
    "person": lambda book: [path("person", key=key) for key in _persons(book)],
    "namesakes": _namesakes,
    "links": _pairs,
    "search": lambda book: ["/search/", *(f"/search/?q=was&in={kind}" for kind in ("reports", "claims", "people")), "/search/?q=Pellick&in=places"],
    "ledger": lambda book: ["/ledger/"],
    "troubles": lambda book: ["/troubles/"],
    "patterns": lambda book: ["/-/patterns"],
    "enter": lambda book: ["/-/enter/"],
}  # fmt: skip


def visits(book: Casebook, most: int = MOST) -> Iterator[tuple[str, str]]:
    """Route and address of every page. most: how many addresses of one route. A route without an entry is an error."""
    for route in ROUTES:
        if route.get and route.name not in (*FILES, *WAYS):
            for address in islice(dict.fromkeys(VISITS[route.name](book)), most):
                yield route.name, address


def files(book: Casebook) -> Iterator[str]:
    """The address of every file that the desk gives."""
    for name in FILES:
        yield from VISITS[name](book)
