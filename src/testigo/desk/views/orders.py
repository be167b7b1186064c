"""The list of orders, one order, one verdict, and the button that confronts them all."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from testigo.desk import gather, order_trend
from testigo.desk import orders as pages
from testigo.desk.brief.file import file_of
from testigo.desk.guard import desk_of
from testigo.desk.order_found import found as found_order
from testigo.desk.render import path, show
from testigo.desk.views.judging import person, remember_person
from testigo.orders.confront import confront


def orders(request: HttpRequest) -> HttpResponse:
    said = _("Orders are confronted with what is documented.") if request.GET.get("done") == "run" else ""
    return show(request, "orders.html", pages.orders(desk_of(request).casebook, request.GET), said=said)


def run(request: HttpRequest) -> HttpResponse:
    desk = desk_of(request)
    desk.jobs.start("orders", lambda _say: confront(desk.casebook))
    done = "" if desk.jobs.running else "run"
    return HttpResponseRedirect(path("orders", {"done": done}))


def order(request: HttpRequest, id: int) -> HttpResponse:  # noqa: A002 - the name in the path
    desk = desk_of(request)
    answered = desk.trends.get((str(id), gather.language()))
    page = pages.one_order(desk.casebook, id, request.GET.get("whole", ""), answered)
    return show(request, "one_order.html", page)


def trend(request: HttpRequest, id: int) -> HttpResponse:  # noqa: A002 - the name in the path
    """Ask what was documented before and after, beside the pages, and come back to the order."""
    desk = desk_of(request)
    order_trend.ask(desk, found_order(desk.casebook, id), gather.language())
    return HttpResponseRedirect(path("order", fragment="before-after", id=id))


def brief(request: HttpRequest, id: int, what: str) -> HttpResponse:  # noqa: A002 - the name in the path
    casebook = desk_of(request).casebook
    found = found_order(casebook, id)
    asked = request.GET
    made = file_of(casebook, found, what, gather.language(), asked.get("names", ""), annex="annex" in asked)
    if made is None:
        raise Http404
    answer = HttpResponse(made[0], content_type=made[1])
    answer["Content-Disposition"] = f'attachment; filename="order-{id}.{what}"'
    return answer


def practice(request: HttpRequest, id: int, clause: str, event: str) -> HttpResponse:  # noqa: A002 - the name in the path
    casebook = desk_of(request).casebook
    found, ruling = pages.ruling_of(casebook, id, clause, event)
    if request.method != "POST":
        said = _("Recorded.") if request.GET.get("done") else ""
        page = pages.verdict_page(casebook, found, ruling, pages.Typed(by=person(request)))
        return show(request, "practice.html", page, said=said)
    was = pages.typed(request.POST)
    remember_person(request, was.by)
    answered = pages.decide(casebook, found, ruling, was)
    if answered.done:
        return HttpResponseRedirect(path("practice", {"done": "yes"}, id=id, clause=clause, event=event))
    page = pages.verdict_page(casebook, found, ruling, was, answered.wrong, answered.conflict)
    return show(request, "practice.html", page, status=409 if answered.conflict else 400)
