"""The list of reports, and one report."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from testigo.desk import gather, reports_page
from testigo.desk.guard import desk_of
from testigo.desk.render import show
from testigo.desk.views.judging import person


def reports(request: HttpRequest) -> HttpResponse:
    return show(request, "reports.html", reports_page.reports(desk_of(request).casebook, request.GET))


def report(request: HttpRequest, id: int) -> HttpResponse:  # noqa: A002 - the name in the path
    return show(
        request, "report.html", gather.report(desk_of(request).casebook, id, request.GET, person(request))
    )
