"""A person decides about a pair of things or grades one: a short form in, a judgement out.

Rules:
- As with claims: a judgement appends, has a person's name, and says which one its form showed in force. If another stands by
  now, nothing is recorded and the page says so.
- After a decision small casebooks are weighed again at once (for pairs of orders: confronted again), so that the numbers follow; large ones say that they are out of date.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo.desk import judging
from testigo.desk.gather import language
from testigo.desk.pages import Choice
from testigo.desk.pages.weighing import DecideForm
from testigo.desk.when import moment
from testigo.errors import Conflict
from testigo.judgement import Judgement, standing
from testigo.orders import confront as confronting
from testigo.weighing import weigh as weighing

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

AT_ONCE = 400
"""Up to so many reports what a decision bears on is made again at once: a second or two."""
_one_at_a_time = threading.Lock()
Choices = Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Question:
    """What is asked: about a thing of a kind, with what can be said (a verdict, or a grade) in words, and where the answer goes."""

    kind: str
    subject: str
    action: str
    legend: str
    choices: Choices


def form(
    casebook: Casebook, asked: Question, person: str, typed: Mapping[str, str] | None = None, wrong: str = ""
) -> DecideForm:
    """The form of a question. person: the name so far; typed: what was sent, where the form comes back."""
    now = standing(casebook.history(asked.kind, asked.subject))
    choices = asked.choices
    typed = typed or {}
    chosen = typed.get("choice", "") or (value_of(now) if now else "")
    said = ""
    if now is not None:
        said = _("%(what)s · %(by)s, %(at)s") % {
            "what": choices.get(value_of(now), value_of(now)), "by": now.by, "at": moment(now.at, language()),
        }  # fmt: skip
    return DecideForm(
        asked.action, asked.legend, str(now.id) if now else "", tuple(Choice(v, text, v == chosen) for v, text in choices.items()),
        typed.get("by", "") or person, typed.get("note", ""), said, wrong,
    )  # fmt: skip


def value_of(judgement: Judgement) -> str:
    """What a judgement says: its verdict, or the grade that it gives."""
    if judgement.verdict != "assess" or not judgement.amended:
        return judgement.verdict
    return str(json.loads(judgement.amended).get("grade", ""))


def decide(casebook: Casebook, kind: str, subject: str, choices: Choices, post: Mapping[str, str]) -> str:
    """Record what was chosen; gives why it was not, or nothing. Grades are recorded as `assess`, and "withdraw" undoes."""
    choice, by = post.get("choice", ""), " ".join(post.get("by", "").split())
    note = post.get("note", "").replace("\r\n", "\n").strip()
    if choice not in choices and choice != "withdraw":
        return _("Choose one of the answers.")
    if not by or len(by) > judging.LONGEST_NAME or not by.isprintable():
        return _("Say who you are: a name that you choose, kept with the judgement for good.")
    if len(note) > judging.LONGEST_NOTE:
        return _("The note is too long.")
    with _one_at_a_time:
        now = standing(casebook.history(kind, subject))
        if (str(now.id) if now else "") != post.get("seen", "") or (choice == "withdraw" and now is None):
            return _("Somebody decided meanwhile. Look at what stands now, and choose again.")
        pair = kind not in ("grade", "path")
        verdict = choice if pair or choice == "withdraw" else "assess"
        amended = None if verdict != "assess" else json.dumps({"grade": choice})
        made = Judgement(kind, subject, verdict, by, casebook.now(), note, amended, now.id if now else None)
        try:
            casebook.record_judgements([made])
        except Conflict as refused:
            return _("Refused, since it contradicts other judgements: %(what)s. %(hint)s.") % {
                "what": refused.message, "hint": refused.hint,
            }  # fmt: skip
    if casebook.counts().reports <= AT_ONCE:
        _AFTER.get(kind, weighing.weigh)(casebook)
    return ""


_AFTER: Mapping[str, Callable[[Casebook], object]] = {"order-pair": confronting.confront}
"""What is made again after a decision, by its kind; all others bear on the weights."""
