"""Claims that the machine missed, added by people: a form in, a judgement about the report out.

Rules:
- The words of the claim and of each part must stand in the report, as in an amendment.
- An added claim is kept as a judgement (`add`) about its report, with its person; casebook/added.py gives it back as a
  claim, which is judged, amended and taken back like any other.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import TYPE_CHECKING

from django.utils.translation import gettext as _

from testigo.claim import SLOTS, Claim, Span
from testigo.desk import amending, judging, looking_up
from testigo.desk.gather import language
from testigo.desk.judging import Answered, Complaint, Typed
from testigo.desk.pages import Field
from testigo.desk.pages.claim import JudgingView
from testigo.desk.render import path
from testigo.judgement import Judgement
from testigo.report import Report
from testigo.wire import to_json

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

FIELDS = ("span", "trigger", "act", "status", "sources", *SLOTS)
EMPTY = Claim("event", "arrest", Span(0, 0), Span(0, 0), "reported", rule=amending.RULE)


def typed(post: Mapping[str, str]) -> Typed:
    """The form as it was sent."""
    was = judging.typed(post)
    fields = {name: post.get(name, "").replace("\r\n", "\n") for name in FIELDS}
    fields |= {name: value for name, value in was.fields.items() if name in looking_up.SLOTS}
    verdict = judging.LOOK if was.verdict == judging.LOOK else "add"
    return Typed(verdict, was.by, was.note, "", fields, amending=True, look=was.look)


def empty(person: str, words: str = "") -> Typed:
    """The form before anything is typed: nothing is chosen. words: those that were chosen in the text."""
    fields = dict.fromkeys(FIELDS, "") | {"span": words}
    return Typed("", person, "", "", fields, amending=True)


def form(report_id: int, report: Report, was: Typed, why: Complaint = judging.NO_COMPLAINT) -> JudgingView:
    """The form of a claim to be added."""
    lang = report.language or "und"
    own = (
        Field(
            "span", _("Words that state it"), "long", was.fields["span"], lang=lang, wrong=why.fields.get("span", ""),
            help=_("The shortest clause that says it, in the words of the report. Never more than a sentence."),
        ),
        Field(
            "trigger", _("Words that carry the act"), "text", was.fields["trigger"], lang=lang, wrong=why.fields.get("trigger", ""),
            help=_("Such as: arrested, handed over. They must stand in the words above."),
        ),
        *amending.fields(EMPTY, was.fields, why.fields, lang, language()),
        judging.name_field(was),
    )  # fmt: skip
    return JudgingView(
        action=path("add", id=report_id),
        seen="",
        note=was.note,
        wrong=why.wrong,
        conflict="",
        can_undo=False,
        amending=True,
        amend_href="",
        fields=own,
        adding=True,
        back=path("report", id=report_id),
        look=looking_up.look_up(was.look, language()),
    )


def add(casebook: Casebook, report_id: int, report: Report, was: Typed) -> Answered:
    """Record an added claim, or say why not."""
    complaint = judging.complaint_of(was)
    if complaint:
        return Answered(done=False, form=form(report_id, report, was, Complaint(complaint)))
    claim, wrong = _claim(report, was)
    if claim is None:
        why = Complaint(_("Some lines are not understood. Nothing was changed yet."), fields=wrong)
        return Answered(done=False, form=form(report_id, report, was, why))
    body = json.dumps(to_json(claim), ensure_ascii=False, sort_keys=True)
    casebook.record_judgements(
        (Judgement("report", str(report_id), "add", was.by, casebook.now(), note=was.note, amended=body),)
    )
    return Answered(done=True)


def _claim(report: Report, was: Typed) -> tuple[Claim | None, dict[str, str]]:
    """The claim that a form describes, or what is not understood of it, by field."""
    wrong: dict[str, str] = {}
    spans: dict[str, Span] = {}
    near = Span(0, 0)
    for name in ("span", "trigger"):
        try:
            within = spans["span"].of(report.text) if name == "trigger" and "span" in spans else report.text
            found = amending.find(" ".join(was.fields[name].split()), within, near)
            shift = spans["span"].start if within is not report.text else 0
            spans[name] = Span(found.start + shift, found.end + shift)
        except ValueError as error:
            wrong[name] = str(error)
    base = Claim(
        "event", "arrest", spans.get("span", near), spans.get("trigger", near), "reported", rule=amending.RULE
    )
    rest = {name: was.fields[name] for name in FIELDS[2:]}
    amended = amending.read_form(rest, base, report)
    wrong |= dict(amended.wrong)
    return (None, wrong) if wrong else (amending.apply(base, amended.changes), {})
