"""What was typed into a form when its session ended: carried over the entry page, and offered again after it.

Rules:
- Only fields of our own forms about claims, sent with a token of ours (the guard looked at it). Nothing is stored: the
  fields go to the browser that sent them, escaped, and come back with the passphrase.
- Nothing is recorded by unlocking. The person sees what they typed and sends it; what the form had shown is compared
  then as always.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest
from django.urls import Resolver404, resolve
from django.utils.translation import gettext as _

from testigo.claim import SLOTS
from testigo.desk import words
from testigo.desk.pages import Choice, Fact

FORMS = ("claim", "added", "add", "second")
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
    form = request.POST["form"] if back else request.path_info
    if not _is_ours(form):
        return NOTHING
    fields = {
        name.removeprefix(PREFIX): str(value)
        for name, value in request.POST.items()
        if name not in _LEFT_OUT and name.startswith(PREFIX) == back
    }
    labels = {
        "by": _("Your name in this casebook"), "note": _("Note"), "sources": _("Who says so"),
        "span": _("Words that state it"), "trigger": _("Words that carry the act"),
        **{slot: words.say(words.SLOTS, slot) for slot in SLOTS},
    }  # fmt: skip
    typed = tuple(Fact(label, fields[name]) for name, label in labels.items() if fields.get(name))
    return Carried(
        form, tuple(Choice(PREFIX + name, value, about=name) for name, value in fields.items()), typed
    )


def _is_ours(form: str) -> bool:
    try:
        return resolve(form).url_name in FORMS
    except Resolver404:
        return False
