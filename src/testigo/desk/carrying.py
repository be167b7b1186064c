"""What was typed into a form when its session ended: carried over the entry page, and offered again after it.

Rules:
- Every form of ours into which somebody types, sent with a token of ours (the guard looked at it). Nothing is stored: the
  fields go to the browser that sent them, escaped, and come back with the passphrase.
- Nothing is recorded by unlocking. The person sees what they typed and sends it; what the form had shown is compared
  then as always.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from urllib.parse import urlsplit

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from testigo.claim import SLOTS
from testigo.desk import words
from testigo.desk.pages import Choice, Fact
from testigo.desk.routes import ROUTES, Needs

BUTTONS = ("judge", "lock", "verify", "orders-run", "order-trend", "link-run", "weigh-run")
"""The routes that are asked by a button or a key alone: there is nothing typed that could be lost."""
FORMS = frozenset(route.name for route in ROUTES if route.post is Needs.CONFIRMED) - frozenset(BUTTONS)
"""The routes whose forms are carried over: those into which somebody types."""
PREFIX = "kept-"
_LEFT_OUT = ("csrfmiddlewaretoken", "passphrase")


@dataclass(frozen=True, slots=True)
class Carried:
    """A form on its way. form: its path; kept: its fields with their values; typed: those to show, with their labels."""

    form: str = ""
    kept: tuple[Choice, ...] = ()
    typed: tuple[Fact, ...] = ()


NOTHING = Carried()


def carried(request: HttpRequest) -> Carried:
    """The form that a request sent, or that came back from the entry page with the passphrase."""
    if request.method != "POST":
        return NOTHING
    back = "form" in request.POST
    form = request.POST["form"] if back else request.get_full_path()
    if not _is_ours(form):
        return NOTHING
    fields = {
        name.removeprefix(PREFIX): str(value)
        for name, value in request.POST.items()
        if name not in _LEFT_OUT and name.startswith(PREFIX) == back
    }
    typed = tuple(
        Fact(label, value) for name, value in fields.items() if value.strip() and (label := _label(name))
    )
    return Carried(
        form, tuple(Choice(PREFIX + name, value, about=name) for name, value in fields.items()), typed
    )


def _label(name: str) -> str:
    """What a field is called on its form, or empty where nobody types into it."""
    labels = {
        "by": _("Your name in this casebook"), "note": _("Note"), "sources": _("Who says so"), "to": _("Give to"),
        "span": _("Words that state it"), "trigger": _("Words that carry the act"), "name": _("Name of the search"),
        **{slot: words.say(words.SLOTS, slot) for slot in SLOTS}, **_of_orders(),
    }  # fmt: skip
    clause = re.fullmatch(r"c(\d{1,3})-([a-z]+)", name)
    if clause is None:
        return labels.get(name, "")
    part = labels.get(f"clause {clause[2]}", "")
    return part and _("Clause %(n)s") % {"n": clause[1]} + f": {part}"


def _of_orders() -> dict[str, str]:
    return {
        "issuer": _("Issued by"), "issued": _("Issued"), "addressee": _("To"), "transmission": _("Passed down"),
        "clause words": _("Its words"), "clause groups": _("Groups"), "clause levels": _("Levels of supervision"),
        "clause deadline": _("Until"), "clause penalty": _("Threatens with"), "clause territory": _("Holds in"),
    }  # fmt: skip


def _is_ours(form: str) -> bool:
    parts = urlsplit(form)
    if parts.scheme or parts.netloc or "\\" in form or not form.isprintable():
        return False
    try:
        return resolve(parts.path).url_name in FORMS
    except Resolver404:
        return False
