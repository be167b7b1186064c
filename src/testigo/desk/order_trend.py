"""Before and after the day of an order: the answer of estimating for it, as a picture and the sentences that may be said.

Rules:
- Asked is what the order's clauses are about: the act that would become rarer (or, for a requirement, more frequent).
- A refusal is shown as such, with its reason; what may not be said is always said.
- An order without a day of a known year cannot be asked about; that is said too.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo import settings
from testigo.confronted import Order
from testigo.desk import words
from testigo.desk.named import name_in
from testigo.desk.seeing import trend as drawing
from testigo.desk.seeing.svg import Node
from testigo.errors import TestigoError
from testigo.estimating.estimate import Asked, estimate
from testigo.reference import tables
from testigo.trend import Change, Expected, Options
from testigo.trend_words import said

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

FOLLOWS = {"surveillance": "arrest", "watchlisting": "arrest", "movement": "movement_restriction"}


@dataclass(frozen=True, slots=True)
class Trend:
    """asked: in words; may, may_not: what may be said and what not; lines: reasons of a refusal, cautions."""

    asked: str
    lines: tuple[str, ...]
    may: str
    may_not: str
    picture: Node | None
    change: Change | None


def act_of(order: Order) -> tuple[str, Expected]:
    """The act to count, and whether the order leads one to expect fewer or more of it."""
    ranked = sorted(order.clauses, key=lambda c: ("forbid", "exempt", "permit", "require").index(c.modality)
                    if c.modality in ("forbid", "exempt", "permit", "require") else 9)  # fmt: skip
    for clause in ranked:
        if (
            clause.measure
            and clause.measure != "policy"
            and clause.modality in ("forbid", "exempt", "permit")
        ):
            return FOLLOWS.get(clause.measure, clause.measure), Expected.FEWER
    return "arrest", Expected.FEWER


def trend_of(casebook: Casebook, order: Order, language: str) -> Trend:
    """The answer for an order. A question that cannot be asked gives its reason in `lines`."""
    act, expected = act_of(order)
    place = next((area for area in order.areas if area in tables.places()), None)
    where = name_in(language, place) if place else ""
    asked = " · ".join(part for part in (words.say(words.ACTS, act), where) if part)
    if order.issued is None or order.first is None:
        why = _("The order has no day of a known year: there is no before and after.")
        return Trend(asked, (why,), "", "", None, None)
    names = (words.say(words.ACTS, act), "", where)
    question = Asked(order.issued, (act,), (), place, expected=expected, names=names)
    try:
        change = estimate(casebook, question, Options(seed=settings.number("estimate_seed")))
    except TestigoError as error:
        return Trend(asked, (error.message,), "", "", None, None)
    lines = tuple(said(s, language) for s in (*change.refused, *change.cautions))
    picture = drawing.trend(change, _words(asked))
    return Trend(asked, lines, said(change.may, language), said(change.may_not, language), picture, change)


def _words(asked: str) -> drawing.Words:
    return drawing.Words(
        title=_("Documented incidents by month: %(what)s") % {"what": asked},
        about=_("Bars by month of occurrence, as imprecise as the dates are; shaded months are told too little to be compared."),
        month=_("{month}: {documented} documented, {sure} of them for sure; {told} of the month told so far; {outlets} outlets"),
        unknown=_("not known how much"),
        order=_("order"),
        sure=_("in this month for sure"),
        possible=_("may be in this month"),
        untold=_("probably not told yet (95 %)"),
        shaded=_("told too little to be compared"),
        unchanged=_("would be told by now without a change"),
        control=_("control series"),
        outlets=_("outlets"),
        sources=_("sources"),
    )  # fmt: skip
