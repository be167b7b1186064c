"""Deciding about an order as it was read: accept, amend, reject, dispute, note, undo; the page of one order.

Rules: those of judging.py. A judgement about an order stays with its words when the report is read anew.
What an order amounts to in practice is another question and is judged elsewhere.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext as _

from testigo.casebook.values import DirectiveLine
from testigo.desk import judging, order_amending, shown, words
from testigo.desk.compose import voice_of
from testigo.desk.gather import found, language, named, told
from testigo.desk.judging import Complaint, Typed
from testigo.desk.one_claim import history_of
from testigo.desk.pages import Fact
from testigo.desk.pages.order import OrderForm, OrderPage
from testigo.desk.render import path
from testigo.directive import Clause
from testigo.errors import Conflict
from testigo.judgement import Judgement, standing
from testigo.report import Report
from testigo.wire import from_json

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a form. page: to show again where nothing was recorded."""

    done: bool
    page: OrderPage | None = None
    conflict: bool = False


def typed(post: Mapping[str, str]) -> Typed:
    """A form as it was sent."""
    was = judging.typed(post)
    names = (*order_amending.PARTS, *(name for name in post if _is_clause_field(name)))
    fields = {name: post[name].replace("\r\n", "\n") for name in names if name in post}
    return replace(was, fields=fields, amending=bool(fields))


def _is_clause_field(name: str) -> bool:
    number, _dash, part = name.removeprefix("c").partition("-")
    return name.startswith("c") and number.isascii() and number.isdigit() and part in order_amending.CLAUSE


def order_page(
    casebook: Casebook, line: DirectiveLine, was: Typed, why: Complaint = judging.NO_COMPLAINT, done: str = ""
) -> OrderPage:
    """The page of an order. was: what its form holds; done: the verdict that was just recorded."""
    stored = found(casebook.report, line.report)
    here = told(stored)
    voice = voice_of(here, language(), named)
    reading = stored.reading.reading if stored.reading else None
    lines = order_amending.with_words(
        order_amending.lines_of(line.effective), line.effective, stored.report.text
    )
    sets = (
        order_amending.field_sets(line.effective, {**lines, **was.fields}, why.fields, voice.lang)
        if was.amending
        else ()
    )
    form = OrderForm(
        action=path("told-order", id=line.id), seen=judging.in_force(line.history), note=was.note, wrong=why.wrong,
        conflict=why.conflict, can_undo=standing(line.history) is not None, amending=was.amending,
        amend_href=path("told-order", {"amend": "yes"}, "judge", id=line.id), sets=sets, person=judging.name_field(was),
    )  # fmt: skip
    return OrderPage(
        order=shown.judged_order(0, line, voice), report=here.title, report_href=path("report", fragment="orders", id=line.report),
        lang=voice.lang, reader=_("Read by %(reader)s %(version)s.") % {"reader": reading.reader, "version": reading.version} if reading else "",
        history=history_of(line.history, lambda j: _changes(j, stored.report)), form=form,
        said=_("Recorded: %(verdict)s.") % {"verdict": words.say(words.VERDICTS, done)} if done in words.VERDICTS else "",
    )  # fmt: skip


def judge(casebook: Casebook, line: DirectiveLine, was: Typed) -> Answered:
    """Record what a form decides, or say why not."""

    def again(why: Complaint) -> Answered:
        fresh = found(casebook.directive, line.id)
        return Answered(done=False, page=order_page(casebook, fresh, was, why), conflict=bool(why.conflict))

    wrong = _complaint(was, line)
    if wrong:
        return again(Complaint(wrong))
    with judging.one_at_a_time:
        now = found(casebook.directive, line.id)
        if was.seen != judging.in_force(now.history):
            return again(Complaint(conflict=judging.meanwhile(now.history)))
        changes, why = _changes_of(casebook, now, was)
        if why is not None:
            return again(why)
        decided = standing(now.history)
        judgement = Judgement(
            "directive", str(line.id), "amend" if changes else was.verdict, was.by, casebook.now(), was.note,
            json.dumps(changes, ensure_ascii=False, sort_keys=True) if changes else None, decided.id if decided else None,
        )  # fmt: skip
        try:
            casebook.record_judgements((judgement,))
        except Conflict:
            return again(Complaint(conflict=judging.meanwhile(found(casebook.directive, line.id).history)))
    return Answered(done=True)


def _complaint(was: Typed, line: DirectiveLine) -> str:
    if was.verdict not in judging.BY_FORM:
        return _("This is not one of the choices.")
    if was.verdict in ("conflict", "note") and was.by and not was.note:
        return _("This needs a note that says why.")
    if was.verdict == "withdraw" and standing(line.history) is None:
        return _("There is nothing to undo.")
    return judging.complaint_of(was)


def _changes_of(
    casebook: Casebook, line: DirectiveLine, was: Typed
) -> tuple[dict[str, object], Complaint | None]:
    """What the order is changed to, with what an amendment in force changed already; or why the form comes back."""
    now = line.judgement
    kept = dict(json.loads(now.amended)) if now and now.verdict == "amend" and now.amended else {}
    if was.verdict == "accept":
        return kept, None
    if was.verdict != "amend":
        return {}, None
    amended = order_amending.read_form(was.fields, line.effective, found(casebook.report, line.report).report)
    if amended.wrong:
        return {}, Complaint(
            _("Some lines are not understood. Nothing was changed yet."), fields=amended.wrong
        )
    if not amended.changes:
        return {}, Complaint(
            _("Nothing is different from the order as it stands. To accept it, leave the amending.")
        )
    return {**kept, **amended.changes}, None


def _changes(judgement: Judgement, report: Report) -> tuple[Fact, ...]:
    """What an amendment of an order changed, in words."""
    changed = json.loads(judgement.amended) if judgement.amended else {}
    labels = {
        "issuer": _("Issued by"),
        "issued": _("Issued"),
        "addressee": _("To"),
        "transmission": _("Passed down"),
    }
    out = []
    for name, value in changed.items():
        if name == "clauses":
            out += [
                Fact(_("Clause %(n)s") % {"n": n}, _clause(c, report.text)) for n, c in enumerate(value, 1)
            ]
        else:
            values = value if isinstance(value, list) else [value] if value else []
            out.append(Fact(labels.get(name, name), "; ".join(map(_filler, values)) or _("nothing stated")))
    return tuple(out)


def _filler(value: Mapping[str, object]) -> str:
    meaning = value.get("value") or value.get("id") or value.get("form") or value.get("duration")
    return f"{value.get('text', '')} = {meaning}" if meaning else str(value.get("text", ""))


def _clause(value: Mapping[str, Any], text: str) -> str:
    clause = from_json(Clause, dict(value))
    return f"{words.say(words.DOES, clause.does)}: “{' '.join(clause.span.of(text).split())}”"
