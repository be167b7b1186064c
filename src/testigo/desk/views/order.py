"""One order: its page, and the form that decides about it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from testigo.desk import gather, order_judging
from testigo.desk.guard import desk_of
from testigo.desk.judging import Typed
from testigo.desk.render import path, show
from testigo.desk.views.judging import person, remember_person


def order(request: HttpRequest, id: int) -> HttpResponse:  # noqa: A002 - the name in the path
    casebook = desk_of(request).casebook
    line = gather.found(casebook.directive, id)
    if request.method != "POST":
        was = Typed("", person(request), "", "", {}, amending="amend" in request.GET)
        page = order_judging.order_page(casebook, line, was, done=request.GET.get("done", ""))
        return show(request, "order.html", page, said=page.said)
    was = order_judging.typed(request.POST)
    if "by" not in request.POST:
        was = Typed(was.verdict, person(request), was.note, was.seen, was.fields, was.amending)
    remember_person(request, was.by)
    answered = order_judging.judge(casebook, line, was)
    if answered.done:
        listed = [one.id for one in gather.in_text(casebook.directives_of(line.report))]
        place = listed.index(line.id) + 1 if line.id in listed else 0
        back = path("report", fragment=f"order{place}", id=line.report)
        at_report = request.POST.get("back") == "report"
        return HttpResponseRedirect(back if at_report else path("told-order", {"done": was.verdict}, id=id))
    return show(request, "order.html", answered.page, status=409 if answered.conflict else 400)
