"""What the page of one order may say: the order as it stands, its history, and the form that decides about it."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Field
from testigo.desk.pages.claim import Decision
from testigo.desk.pages.report import OrderView


@dataclass(frozen=True, slots=True)
class FieldSet:
    """Fields that belong together. heading, words: of what; about: what leaving them empty means; opened: not folded."""

    heading: str
    about: str
    fields: tuple[Field, ...]
    words: str = ""
    opened: bool = True


@dataclass(frozen=True, slots=True)
class OrderForm:
    """The form that decides about an order. seen: the judgement it was filled from; sets: while it is amended.

    person: the field for who judges; wrong, conflict: why it came back, or empty.
    """

    action: str
    seen: str
    note: str
    wrong: str
    conflict: str
    can_undo: bool
    amending: bool
    amend_href: str
    sets: tuple[FieldSet, ...]
    person: Field


@dataclass(frozen=True, slots=True)
class OrderPage:
    """order.html: one order as it stands now, what was decided of it, and the form."""

    order: OrderView
    report: str
    report_href: str
    lang: str
    reader: str
    history: tuple[Decision, ...]
    form: OrderForm
    said: str = ""
