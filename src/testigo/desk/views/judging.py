"""One claim and the forms that decide about it, a claim added by hand, and the short form beside the text."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from testigo.desk import adding, gather, judging, words
from testigo.desk.guard import desk_of, session_of
from testigo.desk.one_claim import claim_page
from testigo.desk.pages.claim import AddPage
from testigo.desk.render import path, show


def claim(request: HttpRequest, id: int) -> HttpResponse:  # noqa: A002 - the name in the path
    casebook = desk_of(request).casebook
    stored = gather.found(casebook.claim, id)
    report = gather.found(casebook.report, stored.report).report
    if request.method == "POST":
        was = judging.typed(request.POST)
        remember_person(request, was.by)
        if was.verdict == judging.LOOK:
            form = judging.form(stored, report.language or "und", was)
            return show(request, "claim.html", claim_page(casebook, stored, form))
        answered = judging.judge(casebook, stored, report, was)
        if answered.done:
            return HttpResponseRedirect(path("claim", {"done": was.verdict}, id=id))
        fresh = gather.found(casebook.claim, id)
        status = 409 if answered.conflict else 400
        return show(request, "claim.html", claim_page(casebook, fresh, answered.form), status=status)
    was = judging.Typed("", person(request), "", "", {}, amending="amend" in request.GET)
    form = judging.form(stored, report.language or "und", was)
    page = claim_page(casebook, stored, None if judging.taken_back(stored) else form)
    return show(request, "claim.html", page, said=recorded(request.GET.get("done", "")))


def recorded(verdict: str) -> str:
    """What was just recorded, in words; nothing where an address holds no verdict."""
    if verdict not in words.VERDICTS:
        return ""
    return _("Recorded: %(verdict)s.") % {"verdict": words.say(words.VERDICTS, verdict)}


def added(request: HttpRequest, id: int) -> HttpResponse:  # noqa: A002 - the name in the path
    return claim(request, -id)


def add(request: HttpRequest, id: int) -> HttpResponse:  # noqa: A002 - the name in the path
    casebook = desk_of(request).casebook
    stored = gather.found(casebook.report, id).report
    was = adding.empty(person(request), request.GET.get("words", ""))
    form = adding.form(id, stored, was)
    if request.method == "POST":
        was = adding.typed(request.POST)
        remember_person(request, was.by)
        answered = (
            judging.Answered(done=False, form=adding.form(id, stored, was))
            if was.verdict == judging.LOOK
            else adding.add(casebook, id, stored, was)
        )
        if answered.done:
            newest = min(c.id for c in gather.found(casebook.report, id).added)
            return HttpResponseRedirect(path("report", {"claim": newest}, id=id))
        form = answered.form or form
    page = AddPage(gather.title_of(stored.title, id), path("report", id=id), stored.language or "und", form)
    return show(
        request, "add.html", page, status=400 if was.verdict == "add" and request.method == "POST" else 200
    )


def judge(request: HttpRequest) -> HttpResponse:
    """The short form beside the text of a report: verdict, claim and what was seen, in the value of one button."""
    casebook = desk_of(request).casebook
    verdict, id_, seen = [*request.POST.get("judge", "").split("."), "", "", ""][:3]
    stored = gather.found(casebook.claim, gather.claim_id(id_))
    report = gather.found(casebook.report, stored.report).report
    was = judging.Typed(verdict, person(request), "", seen, {})
    answered = judging.judge(casebook, stored, report, was)
    if not answered.done:
        page = claim_page(casebook, gather.found(casebook.claim, stored.id), answered.form)
        return show(request, "claim.html", page, status=409 if answered.conflict else 400)
    if judging.taken_back(gather.found(casebook.claim, stored.id)):
        return HttpResponseRedirect(path("report", id=stored.report))
    at = gather.next_open(casebook, stored, stay=verdict == "withdraw")
    query = {"claim": at.id, "status": request.POST.get("status", "")}
    return HttpResponseRedirect(path("report", query, f"c{at.number}", id=stored.report))


def person(request: HttpRequest) -> str:
    session = session_of(request)
    return session.person if session else ""


def remember_person(request: HttpRequest, name: str) -> None:
    session = session_of(request)
    if session is not None and name:
        session.person = name[: judging.LONGEST_NAME]
