"""Orders as pages find them: by number, what they are called, and what is known of their reports."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from django.http import Http404
from django.utils.translation import gettext as _

from testigo.casebook.values import Heading, ReportLine
from testigo.confronted import Order, Practice
from testigo.desk.gather import language, named
from testigo.desk.order_shown import Seen
from testigo.orders import confront

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook


def name_of(order: Order) -> str:
    """What an order is called."""
    return order.name or _("an order without a name")


def found(casebook: Casebook, id_: int) -> Order:
    """An order by its number, or a page that says that there is none."""
    order = confront.order_of(casebook, str(id_))
    if order is None:
        raise Http404
    return order


def seen_of(casebook: Casebook, order: Order, rulings: Sequence[Practice] = ()) -> Seen:
    """What the views need of the reports of an order and its events."""
    ids = {t.report for t in order.tellings} | {w.report for p in rulings for w in p.words}
    return Seen(language(), {id_: _line(one) for id_, one in casebook.headings(ids).items()}, named)


def _line(one: Heading) -> ReportLine:
    return ReportLine(
        one.id, one.original, one.title, one.publisher, one.published, one.language, one.added, 0, 0, 0, 0, unread=False,
    )  # fmt: skip


def called(casebook: Casebook, key: str) -> str:
    """What the order of a key is called."""
    other = confront.order_of(casebook, key)
    return name_of(other) if other else key
