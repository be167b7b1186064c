"""Before and after the day of an order: the answer of estimating for it, as a picture and the sentences that may be said.

Rules:
- Asked is what the order's first telling clause is about: the act that would become rarer or more frequent, of the groups
  that it names. Where their numbers alone bear no answer, that is said, and everybody is shown.
- A refusal is shown as such, with its reason; what may not be said is always said.
- An order without a day of a known year cannot be asked about; that is said too.
- The answer needs all claims, and libraries that take seconds to load: it is asked for by a button, made beside the pages
  (jobs.py), and kept in memory until a lock, with whether anything came in since.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _
from django.utils.translation import override

from testigo import settings
from testigo.confronted import Order
from testigo.desk import words
from testigo.desk.named import name_in
from testigo.desk.seeing import trend as drawing
from testigo.desk.seeing.svg import Node
from testigo.desk.when import in_words
from testigo.errors import TestigoError
from testigo.estimating.asking import asked_of, clause_of
from testigo.estimating.estimate import Asked, estimate
from testigo.trend import Change, Options, Saying, Verdict
from testigo.trend_words import said

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook
    from testigo.desk.site import Desk

_DAY = re.compile(r"\d{4}-\d\d-\d\d")


@dataclass(frozen=True, slots=True)
class Trend:
    """asked: in words; may, may_not: what may be said and what not; lines: reasons of a refusal, cautions."""

    asked: str
    lines: tuple[str, ...]
    may: str
    may_not: str
    picture: Node | None
    change: Change | None


@dataclass(frozen=True, slots=True)
class KeptTrend:
    """A trend as it was made. inputs: of the casebook then (`Casebook.inputs`)."""

    inputs: str
    trend: Trend


def ask(desk: Desk, order: Order, language: str) -> bool:
    """Make the trend of an order beside the pages, and keep it on the desk. Gives whether it was started."""
    return desk.jobs.start("estimating", lambda _say: answer(desk, order, language))


def answer(desk: Desk, order: Order, language: str) -> None:
    """Make the trend of an order now, and keep it on the desk."""
    casebook = desk.casebook
    inputs = casebook.inputs()
    with override(language):
        made = trend_of(casebook, order, language)
    if not desk.door.locked:
        desk.trends[order.key, language] = KeptTrend(inputs, made)


def unasked(order: Order) -> str:
    """Why nothing can be asked about an order; empty where it can."""
    if order.issued is None or order.first is None:
        return _("The order has no day of a known year: there is no before and after.")
    if clause_of(order) is None:
        return _("No clause of the order leads one to expect more or fewer of what is counted.")
    return ""


def trend_of(casebook: Casebook, order: Order, language: str) -> Trend:
    """The answer for an order. A question that cannot be asked gives its reason in `lines`."""
    clause = clause_of(order)
    if clause is None or unasked(order):
        return _unasked(unasked(order))
    asked = asked_of(order, clause)
    act = words.say(words.ACTS, asked.acts[0])
    asked = replace(asked, names=(act, asked.names[1], name_in(language, asked.place) if asked.place else ""))
    options = Options(seed=settings.number("estimate_seed"))
    alone: tuple[str, ...] = ()
    try:
        change = estimate(casebook, asked, options)
        if asked.groups and change.verdict is Verdict.NOT_TESTABLE:
            alone = (_alone(asked.names[1], change, language),)
            asked = replace(asked, groups=(), names=(act, "", asked.names[2]))
            change = estimate(casebook, asked, options)
    except TestigoError as error:
        return _unasked(error.message, asked)
    what = _what(asked)
    lines = (*alone, *(_said(s, language) for s in (*change.refused, *change.cautions)))
    lines = tuple(line[:1].upper() + line[1:] for line in lines)
    picture = drawing.trend(change, _words(what))
    return Trend(what, lines, _said(change.may, language), _said(change.may_not, language), picture, change)


def _said(saying: Saying, language: str) -> str:
    """A sentence with its days as people write them."""
    return _DAY.sub(lambda day: in_words(day[0], language), said(saying, language))


def _what(asked: Asked) -> str:
    return " · ".join(name for name in asked.names if name)


def _unasked(why: str, asked: Asked | None = None) -> Trend:
    return Trend(_what(asked) if asked else "", (why,), "", "", None, None)


def _alone(group: str, change: Change, language: str) -> str:
    """That the numbers of the clause's group alone bear no answer, and why; everybody is shown then."""
    why = "; ".join(_said(reason, language) for reason in change.refused)
    return _("Of %(group)s alone these numbers cannot bear an answer (%(why)s). Shown is everybody.") % {
        "group": group,
        "why": why,
    }


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
