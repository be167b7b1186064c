"""The list of reports, and one report."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

<<<<<<< HEAD
from testigo.desk import gather, lists, reports_page
=======
from testigo.desk import gather
>>>>>>> d85426f (Show orders beside practice and law on the desk)
from testigo.desk.guard import desk_of
from testigo.desk.render import show
from testigo.desk.views.judging import person


def reports(request: HttpRequest) -> HttpResponse:
    return show(request, "reports.html", reports_page.reports(desk_of(request).casebook, request.GET))


def report(request: HttpRequest, id: int) -> HttpResponse:  # noqa: A002 - the name in the path
<<<<<<< HEAD
    return show(
        request, "report.html", gather.report(desk_of(request).casebook, id, request.GET, person(request))
    )


def orders(request: HttpRequest) -> HttpResponse:
    return show(request, "orders.html", lists.orders(desk_of(request).casebook, request.GET))
=======
    return show(request, "report.html", gather.report(desk_of(request).casebook, id, request.GET))
>>>>>>> d85426f (Show orders beside practice and law on the desk)
