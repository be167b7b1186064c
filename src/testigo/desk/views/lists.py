"""Search, ledger, troubles, and the pattern page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from testigo.desk import finding, lists
from testigo.desk.guard import desk_of
from testigo.desk.patterns import patterns_page
from testigo.desk.render import show
from testigo.desk.verifying import verified


def search(request: HttpRequest) -> HttpResponse:
    return show(request, "search.html", finding.search(desk_of(request).casebook, request.GET))


def ledger(request: HttpRequest) -> HttpResponse:
    return show(request, "ledger.html", lists.ledger(desk_of(request).casebook, request.GET))


def verify(request: HttpRequest) -> HttpResponse:
    casebook = desk_of(request).casebook
    return show(request, "ledger.html", lists.ledger(casebook, request.GET, verified(casebook)))


def troubles(request: HttpRequest) -> HttpResponse:
    return show(request, "troubles.html", lists.troubles(desk_of(request).casebook, request.GET))


def patterns(request: HttpRequest) -> HttpResponse:
    return show(request, "patterns.html", patterns_page())
