"""Deciding about a claim: forms in, judgements out.

Rules:
- A judgement appends. Undoing is a judgement too (`withdraw`), and a note decides nothing.
- A form says which judgement its page showed in force (`seen`). If another stands by now, nothing is recorded: the
  page comes back with the other judgement and everything that was typed, and the person chooses.
- Every judgement has its person: a name that they choose, kept with it for good.
"""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo.casebook.values import StoredClaim
from testigo.claim import SLOTS
from testigo.desk import amending, looking_up, words
from testigo.desk.gather import found, language
from testigo.desk.pages import Field
from testigo.desk.pages.claim import JudgingView, LookUp
from testigo.desk.render import path
from testigo.desk.when import moment
from testigo.errors import Conflict
from testigo.judgement import Judgement, standing
from testigo.report import Report

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

BY_FORM = ("accept", "amend", "reject", "conflict", "note", "withdraw")
LOOK, TAKE = "look", "take."
"""Buttons of a form that record nothing: show what the lines mean and look a name up; put a candidate in."""
LONGEST_NAME = 80
LONGEST_NOTE = 20_000
one_at_a_time = threading.Lock()


@dataclass(frozen=True, slots=True)
class Typed:
    """What a person typed into the form of a claim.

    verdict: empty where nothing was sent yet; seen: the judgement in force that they saw, or empty; fields: of an
    amendment, where the form is one (`amending`); look: a name to be looked up in the reference tables.
    """

    verdict: str
    by: str
    note: str
    seen: str
    fields: Mapping[str, str]
    amending: bool = False
    look: str = ""


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a form. done: whether a judgement was recorded; form: to show again where it was not."""

    done: bool
    form: JudgingView | None = None
    conflict: bool = False


FIELDS = ("act", "status", "sources", *SLOTS)


def typed(post: Mapping[str, str]) -> Typed:
    """A form as it was sent."""
    note = post.get("note", "").replace("\r\n", "\n").strip()
    fields = {name: post[name].replace("\r\n", "\n") for name in FIELDS if name in post}
    by = " ".join(post.get("by", "").split())
    verdict, look = post.get("verdict", ""), post.get("look", "").strip()
    if verdict.startswith(TAKE):
        slot, _dot, id_ = verdict.removeprefix(TAKE).partition(".")
        fields, verdict = looking_up.put_in(fields, slot, id_), LOOK
    return Typed(verdict, by, note, post.get("seen", ""), fields, amending=bool(fields), look=look)


def in_force(history: Sequence[Judgement]) -> str:
    """The id of the judgement in force as a form carries it, or empty."""
    now = standing(history)
    return str(now.id) if now else ""


@dataclass(frozen=True, slots=True)
class Complaint:
    """Why a form comes back. wrong: as a whole; conflict: what somebody decided meanwhile; fields: by their name."""

    wrong: str = ""
    conflict: str = ""
    fields: Mapping[str, str] = field(default_factory=dict)


NO_COMPLAINT = Complaint()


def form(stored: StoredClaim, lang: str, was: Typed, why: Complaint = NO_COMPLAINT) -> JudgingView:
    """The form of a claim, empty or as it was typed. lang: of the report; was: with `by` filled in from the session."""
    values = {**amending.lines_of(amending.effective(stored)), **was.fields}
    extra = (
        amending.fields(amending.effective(stored), values, why.fields, lang, language())
        if was.amending
        else ()
    )
    return JudgingView(
        action=path("claim", id=stored.id),
        seen=in_force(stored.history),
        note=was.note,
        wrong=why.wrong,
        conflict=why.conflict,
        can_undo=standing(stored.history) is not None,
        amending=was.amending,
        amend_href=path("claim", {"amend": "yes"}, "judge", id=stored.id),
        fields=(*extra, name_field(was)),
        look=looking_up.look_up(was.look, language()) if was.amending else LookUp(),
    )


def name_field(was: Typed) -> Field:
    """Who judges."""
    return Field(
        "by", _("Your name in this casebook"), "text", was.by,
        help=_("A chosen name will do. It is kept with every judgement."),
        wrong=_("Say who you are: any name that your colleagues know.") if was.verdict not in ("", LOOK) and not was.by else "",
    )  # fmt: skip


def judge(casebook: Casebook, stored: StoredClaim, report: Report, was: Typed) -> Answered:
    """Record what a form decides, or say why not."""
    lang = report.language or "und"

    def again(why: Complaint) -> Answered:
        fresh = found(casebook.claim, stored.id)
        return Answered(done=False, form=form(fresh, lang, was, why), conflict=bool(why.conflict))

    complaint = _complaint(was, stored)
    if complaint:
        return again(Complaint(complaint))
    with one_at_a_time:
        return _judge(casebook, found(casebook.claim, stored.id), report, was, again)


def _judge(
    casebook: Casebook,
    stored: StoredClaim,
    report: Report,
    was: Typed,
    again: Callable[[Complaint], Answered],
) -> Answered:
    """Record a form that is complete. stored: as it is now, and nobody else at this desk records meanwhile."""
    if was.seen != in_force(stored.history) or taken_back(stored):
        return again(Complaint(conflict=meanwhile(stored.history)))
    changes = None
    if was.verdict == "amend":
        amended = amending.read_form(was.fields, amending.effective(stored), report)
        if amended.wrong:
            return again(
                Complaint(_("Some lines are not understood. Nothing was changed yet."), fields=amended.wrong)
            )
        if not amended.changes:
            return again(
                Complaint(
                    _("Nothing is different from the claim as it stands. To accept it, leave the amending.")
                )
            )
        changes = json.dumps(
            {**_standing_changes(stored), **amended.changes}, ensure_ascii=False, sort_keys=True
        )
    elif was.verdict == "accept" and _standing_changes(stored):
        # Whoever accepts what the page shows accepts the amendment, not what the machine had read.
        changes = json.dumps(_standing_changes(stored), ensure_ascii=False, sort_keys=True)
    now = standing(stored.history)
    kind, subject, replaces = _about(stored, was.verdict, now)
    judgement = Judgement(
        kind, subject, "amend" if changes else was.verdict, was.by, casebook.now(),
        note=was.note, amended=changes, replaces=replaces,
    )  # fmt: skip
    try:
        casebook.record_judgements((judgement,))
    except Conflict:
        return again(Complaint(conflict=meanwhile(found(casebook.claim, stored.id).history)))
    return Answered(done=True)


def _about(stored: StoredClaim, verdict: str, now: Judgement | None) -> tuple[str, str, int | None]:
    """Kind and id of what a judgement is about, and which one it replaces. An added claim is taken back at its report."""
    replaces = now.id if now else None
    if stored.id > 0:
        return "claim", str(stored.id), replaces
    first = now is not None and now.verdict == "add"
    if first and verdict == "withdraw":
        return "report", str(stored.report), replaces
    return "added", str(-stored.id), None if first else replaces


def taken_back(stored: StoredClaim) -> bool:
    """Whether it is an added claim that somebody took back."""
    return stored.id < 0 and stored.judgement is None


def _standing_changes(stored: StoredClaim) -> dict[str, object]:
    """What the amendment in force changed: a further one keeps it."""
    judgement = stored.judgement
    kept = judgement.amended if judgement and judgement.verdict == "amend" else None
    return dict(json.loads(kept)) if kept else {}


def _complaint(was: Typed, stored: StoredClaim) -> str:
    """Why a form cannot be recorded as it is, or empty."""
    if was.verdict not in BY_FORM:
        return _("This is not one of the choices.")
    if was.verdict in ("conflict", "note") and was.by and not was.note:
        return _("This needs a note that says why.")
    if was.verdict == "withdraw" and standing(stored.history) is None:
        return _("There is nothing to undo.")
    return complaint_of(was)


def complaint_of(was: Typed) -> str:
    """What is wrong with the name or the note, or empty."""
    if not was.by:
        return _("Nothing was recorded yet: the judgement needs a name.")
    if len(was.by) > LONGEST_NAME or not was.by.isprintable():
        return _("This name is too long, or holds characters that cannot be seen.")
    if len(was.note) > LONGEST_NOTE:
        return _("This note is too long: at most %(n)s characters.") % {"n": LONGEST_NOTE}
    return ""


def meanwhile(history: Sequence[Judgement]) -> str:
    """What somebody decided since the form was shown."""
    last = history[-1] if history else None
    if last is None:
        return _("This was changed meanwhile. Look at it again, then send the form again.")
    said = {
        "by": last.by,
        "verdict": words.say(words.VERDICTS, last.verdict),
        "at": moment(last.at, language()),
        "note": f" “{last.note}”" if last.note else "",
    }
    return (
        _(
            "Meanwhile: %(verdict)s by %(by)s, %(at)s.%(note)s What you typed is below. Send it again if it should stand instead."
        )
        % said
    )
