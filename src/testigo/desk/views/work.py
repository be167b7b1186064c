"""What is to be done, who sits here, giving reports, keeping searches."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict

from testigo.desk import judging, reports_page, work_page
from testigo.desk.guard import desk_of
from testigo.desk.render import path, show
from testigo.desk.views.door import own_path
from testigo.desk.views.judging import person, remember_person


def work(request: HttpRequest) -> HttpResponse:
    return show(request, "work.html", work_page.work_page(desk_of(request).casebook, person(request)))


def who(request: HttpRequest) -> HttpResponse:
    """The name of the person who sits here, for this session."""
    _name(request)
    return HttpResponseRedirect(path("work"))


def give(request: HttpRequest) -> HttpResponse:
    casebook, by = desk_of(request).casebook, _name(request)
    wrong = work_page.give(casebook, by, request.POST)
    if not wrong and request.POST.get("do") == "batch":
        return HttpResponseRedirect(path("work", fragment="batches"))
    if not wrong:
        return HttpResponseRedirect(own_path(request.POST.get("next", "")))
    listed = QueryDict(request.POST.get("list", ""))
    page = reports_page.reports(
        casebook,
        listed,
        giving=True,
        wrong=wrong,
        to=request.POST.get("to", ""),
        batch=request.POST.get("batch", ""),
    )
    return show(request, "reports.html", page, status=400)


def keep(request: HttpRequest) -> HttpResponse:
    casebook, by = desk_of(request).casebook, _name(request)
    wrong = work_page.keep(casebook, by, request.POST)
    if not wrong:
        fragment = "batches" if request.POST.get("batch-gone") else "searches"
        return HttpResponseRedirect(path("work", fragment=fragment))
    page = work_page.work_page(casebook, by, wrong=wrong, typed=request.POST.get("name", ""))
    return show(request, "work.html", page, status=400)


def _name(request: HttpRequest) -> str:
    """Who sends the form: as typed in it, or as known of this session."""
    typed = " ".join(request.POST.get("by", "").split())
    if typed and typed.isprintable() and len(typed) <= judging.LONGEST_NAME:
        remember_person(request, typed)
    return person(request)
