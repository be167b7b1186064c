"""The second reading, and what it says about everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from testigo.desk import differences_page, figures, gather, judging
from testigo.desk import second as second_reading
from testigo.desk.guard import desk_of
from testigo.desk.render import path, show
from testigo.desk.views.judging import person, recorded, remember_person


def second(request: HttpRequest) -> HttpResponse:
    casebook = desk_of(request).casebook
    if request.method != "POST":
        return show(request, "second.html", second_reading.second_page(casebook, person(request)))
    by = " ".join(request.POST.get("by", "").split())[: judging.LONGEST_NAME]
    remember_person(request, by)
    if request.POST.get("verdict") == "start" and by:
        return HttpResponseRedirect(path("second"))
    wrong = second_reading.record(casebook, by, request.POST)
    if not wrong:
        return HttpResponseRedirect(path("second"))
    page = second_reading.second_page(casebook, by, typed=request.POST, wrong=wrong)
    return show(request, "second.html", page, status=400)


def differences(request: HttpRequest) -> HttpResponse:
    """The queue of differences: one is shown, and settled by its form."""
    casebook = desk_of(request).casebook
    if request.method != "POST":
        waiting = judging.Typed("", person(request), "", "", {})
        page = differences_page.differences_page(casebook, request.GET, waiting)
        return show(request, "differences.html", page, said=recorded(request.GET.get("verdict", "")))
    was = judging.typed(request.POST)
    remember_person(request, was.by)
    stored = gather.found(casebook.claim, gather.claim_id(request.POST.get("claim", "")))
    report = gather.found(casebook.report, stored.report).report
    answered = judging.judge(casebook, stored, report, was)
    if answered.done:
        at = {"claim" if was.verdict == "withdraw" else "done": stored.id}
        return HttpResponseRedirect(path("differences", {**at, "verdict": was.verdict}))
    back = answered.form
    why = judging.Complaint(back.wrong, back.conflict) if back else judging.NO_COMPLAINT
    page = differences_page.differences_page(casebook, request.POST, was, why)
    return show(request, "differences.html", page, status=409 if answered.conflict else 400)


def agreement(request: HttpRequest) -> HttpResponse:
    return show(request, "agreement.html", figures.agreement_page(desk_of(request).casebook, request.GET))
