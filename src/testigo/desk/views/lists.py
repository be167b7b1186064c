"""Search, ledger, troubles, and the pattern page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from testigo.desk import finding, lists, verifying
from testigo.desk.guard import desk_of
from testigo.desk.patterns import patterns_page
from testigo.desk.render import path, show


def search(request: HttpRequest) -> HttpResponse:
    return show(request, "search.html", finding.search(desk_of(request).casebook, request.GET))


def ledger(request: HttpRequest) -> HttpResponse:
    desk = desk_of(request)
    return show(request, "ledger.html", lists.ledger(desk.casebook, request.GET, desk.verified))


def verify(request: HttpRequest) -> HttpResponse:
    """Verify beside the pages, and come back to the ledger."""
    verifying.start(desk_of(request), texts="texts" in request.POST)
    return HttpResponseRedirect(path("ledger"))


def troubles(request: HttpRequest) -> HttpResponse:
    return show(request, "troubles.html", lists.troubles(desk_of(request).casebook, request.GET))


def patterns(request: HttpRequest) -> HttpResponse:
    return show(request, "patterns.html", patterns_page())
