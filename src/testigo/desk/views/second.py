"""The second reading, and what it says about everybody."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from testigo.desk import figures, judging
from testigo.desk import second as second_reading
from testigo.desk.guard import desk_of
from testigo.desk.render import path, show
from testigo.desk.views.judging import person, remember_person


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


def agreement(request: HttpRequest) -> HttpResponse:
    return show(request, "agreement.html", figures.agreement_page(desk_of(request).casebook, request.GET))
