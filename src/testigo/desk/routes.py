"""The table of everything that the desk answers: path, method, and what each needs.

Rules:
- What is not in this table is not answered; urls are made from it, and a test tries every row in every state.
- OPEN: anybody who reaches the port, which is this machine. UNLOCKED: a browser that came in with the one-time
  key, and an unlocked casebook. CONFIRMED: unlocked, from a form of ours (same origin and its token).
- Nothing is changed by GET. OPEN forms (language, colours, passphrase) need the same origin and the token as well.
"""

from __future__ import annotations

import enum
from dataclasses import dataclass


class Needs(enum.Enum):
    """What a request must bring."""

    OPEN = "open"
    UNLOCKED = "unlocked"
    CONFIRMED = "confirmed"


@dataclass(frozen=True, slots=True)
class Route:
    """One path. view: "file.function" below views/; get, post: what they need, None where the method is not answered."""

    name: str
    path: str
    view: str
    get: Needs | None = None
    post: Needs | None = None

    def needs(self, method: str) -> Needs | None:
        """What a method needs on this path; None: it is not answered here. HEAD is asked for as GET is."""
        return {"GET": self.get, "HEAD": self.get, "POST": self.post}.get(method)

    def methods(self) -> tuple[str, ...]:
        """The methods that are answered here."""
        return (("GET", "HEAD") if self.get else ()) + (("POST",) if self.post else ())


ROUTES: tuple[Route, ...] = (
    Route("reports", "", "reports.reports", get=Needs.UNLOCKED),
    Route("report", "report/<int:id>/", "reports.report", get=Needs.UNLOCKED),
    Route("add", "report/<int:id>/add/", "judging.add", get=Needs.UNLOCKED, post=Needs.CONFIRMED),
    Route("claim", "claim/<int:id>/", "judging.claim", get=Needs.UNLOCKED, post=Needs.CONFIRMED),
    Route("added", "added/<int:id>/", "judging.added", get=Needs.UNLOCKED, post=Needs.CONFIRMED),
    Route("told-order", "order/<int:id>/", "order.order", get=Needs.UNLOCKED, post=Needs.CONFIRMED),
    Route("judge", "judge/", "judging.judge", post=Needs.CONFIRMED),
    Route("claims", "claims/", "claims.claims", get=Needs.UNLOCKED),
    Route("claims-file", "claims/<str:what>", "claims.claims_file", get=Needs.UNLOCKED),
    Route("second", "second/", "second.second", get=Needs.UNLOCKED, post=Needs.CONFIRMED),
    Route(
        "differences", "second/differences/", "second.differences", get=Needs.UNLOCKED, post=Needs.CONFIRMED
    ),
    Route("agreement", "agreement/", "second.agreement", get=Needs.UNLOCKED),
    Route("work", "to-do/", "work.work", get=Needs.UNLOCKED),
    Route("who", "to-do/who/", "work.who", post=Needs.CONFIRMED),
    Route("give", "to-do/give/", "work.give", post=Needs.CONFIRMED),
    Route("keep", "to-do/keep/", "work.keep", post=Needs.CONFIRMED),
    Route("orders", "orders/", "orders.orders", get=Needs.UNLOCKED),
    Route("orders-run", "orders/run/", "orders.run", post=Needs.CONFIRMED),
    Route("order-compare", "orders/compare/", "order_pair.compare", get=Needs.UNLOCKED),
    Route(
        "order-pair", "orders/pair/<str:pair>/", "order_pair.pair", get=Needs.UNLOCKED, post=Needs.CONFIRMED
    ),
    Route("sealed", "orders/sealed/", "sealed.sealed", get=Needs.UNLOCKED, post=Needs.CONFIRMED),
    Route("order", "orders/<int:id>/", "orders.order", get=Needs.UNLOCKED),
    Route("order-trend", "orders/<int:id>/trend/", "orders.trend", post=Needs.CONFIRMED),
    Route("order-brief", "orders/<int:id>/brief/<str:what>", "orders.brief", get=Needs.UNLOCKED),
    Route(
        "practice",
        "orders/<int:id>/<str:clause>/<str:event>/",
        "orders.practice",
        get=Needs.UNLOCKED,
        post=Needs.CONFIRMED,
    ),
    Route("relays", "relays/", "weighing.relays", get=Needs.UNLOCKED),
    Route("weigh-run", "relays/run/", "weighing.run", post=Needs.CONFIRMED),
    Route("relay", "relays/<str:pair>/", "weighing.relay", get=Needs.UNLOCKED, post=Needs.CONFIRMED),
    Route(
        "voices",
        "weight/<str:kind>/<str:key>/sources/<str:pair>/",
        "weighing.voices",
        get=Needs.UNLOCKED,
        post=Needs.CONFIRMED,
    ),
    Route(
        "weight", "weight/<str:kind>/<str:key>/", "weighing.weight", get=Needs.UNLOCKED, post=Needs.CONFIRMED
    ),
    Route(
        "stands", "stands/<str:kind>/<str:key>/", "weighing.stands", get=Needs.UNLOCKED, post=Needs.CONFIRMED
    ),
    Route("events", "events/", "linked.events", get=Needs.UNLOCKED),
    Route("event", "events/<str:key>/", "linked.event", get=Needs.UNLOCKED),
    Route("persons", "persons/", "linked.persons", get=Needs.UNLOCKED),
    Route("person", "persons/<str:key>/", "linked.person", get=Needs.UNLOCKED),
    Route("namesakes", "namesakes/", "linked.namesakes", get=Needs.UNLOCKED, post=Needs.CONFIRMED),
    Route("links", "links/", "linked.links", get=Needs.UNLOCKED, post=Needs.CONFIRMED),
    Route("link-run", "links/run/", "linked.run", post=Needs.CONFIRMED),
    Route("search", "search/", "lists.search", get=Needs.UNLOCKED),
    Route("ledger", "ledger/", "lists.ledger", get=Needs.UNLOCKED),
    Route("verify", "ledger/verify/", "lists.verify", post=Needs.CONFIRMED),
    Route("troubles", "troubles/", "lists.troubles", get=Needs.UNLOCKED),
    Route("patterns", "-/patterns", "lists.patterns", get=Needs.UNLOCKED),
    Route("enter", "-/enter/", "door.enter", get=Needs.OPEN, post=Needs.OPEN),
    Route("lock", "-/lock/", "door.lock", post=Needs.CONFIRMED),
    Route("language", "-/language/", "door.language", post=Needs.OPEN),
    Route("theme", "-/theme/", "door.theme", post=Needs.OPEN),
)

STATIC = "/-/static/"
"""The desk's own style sheets, scripts and mark, served by whitenoise: open, GET and HEAD only."""
MOST_FORM_BYTES = 512 * 1024
