"""Two tellings side by side: a person says whether they tell one order. What is said binds every later run.

Rules:
- A pair is two directives, the smaller number first: `12~34`. Judgements about it outlive readings (casebook/subjects.py).
- After a decision small casebooks are confronted again at once; large ones say that they are out of date.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from testigo.confronted import Order, Telling
from testigo.desk import deciding, order_shown, order_words, words
from testigo.desk.gather import language
from testigo.desk.order_found import called, found, name_of, seen_of
from testigo.desk.order_shown import Seen
from testigo.desk.pages import Fact
from testigo.desk.pages.order_pair import OrderPairPage, ToldClause, ToldSide
from testigo.desk.pages.orders import NearView, SaidOfPair
from testigo.desk.render import path
from testigo.desk.when import moment
from testigo.judgement import Judgement, standing
from testigo.orders import confront, joining

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

KIND = "order-pair"
NEAR, LOOKED_AT = 6, 200
CHOICES = {
    "same": gettext_noop("one order"),
    "different": gettext_noop("two orders"),
    "unsure": gettext_noop("looked at, cannot tell"),
}


def pair_of(one: int, other: int) -> str:
    """The pair of two directives."""
    a, b = sorted((one, other))
    return f"{a}~{b}"


def ids_of(casebook: Casebook, pair: str) -> tuple[int, int]:
    """The directives of a pair, or a page that says that there is none."""
    left, tilde, right = pair.partition("~")
    known = tilde and all(part.isascii() and part.isdigit() and len(part) < 19 for part in (left, right))
    if not known or int(left) >= int(right):
        raise Http404
    for id_ in (int(left), int(right)):
        if confront.order_of(casebook, str(id_)) is None:
            raise Http404
    return int(left), int(right)


def page(
    casebook: Casebook, pair: str, person: str, typed: Mapping[str, str] | None = None, wrong: str = ""
) -> OrderPairPage:
    """The page of a pair. typed: what was sent, where the form comes back."""
    ids = ids_of(casebook, pair)
    orders = [found(casebook, id_) for id_ in ids]
    run = casebook.derived_run(confront.STAGE)
    choices = {verdict: words.say(CHOICES, verdict) for verdict in CHOICES}
    legend = _("Do the two tell one order?")
    asked = deciding.Question(KIND, pair, path("order-pair", pair=pair), legend, choices)
    together = orders[0].key == orders[1].key
    reasons = () if together else joining.compared(*orders).reasons
    return OrderPairPage(
        left=_side(casebook, orders[0], ids[0]),
        right=_side(casebook, orders[1], ids[1]),
        together=together,
        stale=run is not None and run.stale,
        run_action=path("orders-run"),
        reasons=tuple(order_words.said(r, language()) for r in reasons),
        decide=deciding.form(casebook, asked, person, typed, wrong),
        history=tuple(_told(j) for j in reversed(casebook.history(KIND, pair))),
    )


def _side(casebook: Casebook, order: Order, directive: int) -> ToldSide:
    seen = seen_of(casebook, order)
    telling = next(t for t in order.tellings if t.directive == directive)
    view = order_shown.telling(telling, seen)
    return ToldSide(
        title=view.title, href=view.href, lang=view.lang,
        about=", ".join(part for part in (view.publisher, view.published) if part),
        order=name_of(order), order_href=path("order", id=int(order.key)),
        facts=_facts(telling, seen), clauses=_clauses(order, directive, seen),
    )  # fmt: skip


def _facts(telling: Telling, seen: Seen) -> tuple[Fact, ...]:
    told = (
        (_("Issued by"), telling.issuer),
        (_("Issued"), order_shown.dated(telling.issued, seen.language)),
        (_("To"), ", ".join(telling.addressee)),
        (_("Holds in"), ", ".join(telling.territory)),
        (_("Known"), words.say(order_words.KNOWN, telling.how)),
    )
    return tuple(Fact(label, text or _("not told")) for label, text in told)


def _clauses(order: Order, directive: int, seen: Seen) -> tuple[ToldClause, ...]:
    return tuple(
        ToldClause(
            words.say(words.DOES, clause.does),
            clause.does,
            order_words.measure(told.measure or clause.measure),
            order_shown.quoted(told.words, seen, whole=True),
        )
        for clause in order.clauses
        for told in clause.tellings
        if told.directive == directive
    )


def _told(judgement: Judgement) -> str:
    said = (
        words.say(CHOICES, judgement.verdict)
        if judgement.verdict in CHOICES
        else words.say(words.VERDICTS, judgement.verdict)
    )
    at = moment(judgement.at, language())
    return " · ".join(part for part in (said, judgement.by, at, judgement.note) if part)


# -- on the page of an order -----------------------------------------------------------------------------------------


def split_href(order: Order, telling: Telling) -> str:
    """Where a person says that a telling tells another order; "" where it is the only one."""
    other = next((t for t in order.tellings if t.directive != telling.directive), None)
    return path("order-pair", pair=pair_of(telling.directive, other.directive)) if other else ""


def near_to(casebook: Casebook, order: Order) -> tuple[NearView, ...]:
    """Other orders that may be the same one, with what speaks for it."""
    others = casebook.of_run(
        confront.STAGE,
        "orders",
        lambda: casebook.derived(confront.STAGE, "order", Order, limit=LOOKED_AT).items,
    )
    here = language()
    return tuple(
        NearView(
            name_of(other),
            other.tellings[0].language or "und",
            path("order", id=int(other.key)),
            path("order-pair", pair=pair_of(order.tellings[0].directive, other.tellings[0].directive)),
            tuple(order_words.said(r, here) for r in made.reasons),
        )
        for other, made in joining.near(order, others, NEAR)
    )


def said_of(casebook: Casebook, order: Order) -> tuple[SaidOfPair, ...]:
    """What people said of the tellings of an order and of others, as it stands."""
    here = {t.directive for t in order.tellings}
    out = []
    for history in casebook.decisions(KIND).values():
        now = standing(history)
        if now is None:
            continue
        ids = {int(part) for part in now.subject_id.split("~")}
        if not ids & here or any(confront.order_of(casebook, str(id_)) is None for id_ in ids):
            continue
        other = next((id_ for id_ in sorted(ids) if id_ not in here), None)
        about = called(casebook, str(other)) if other is not None else _("two of its tellings")
        what = " · ".join((words.say(CHOICES, now.verdict), now.by, moment(now.at, language())))
        out.append(SaidOfPair(about, what, path("order-pair", pair=pair_of(*ids))))
    return tuple(out)
