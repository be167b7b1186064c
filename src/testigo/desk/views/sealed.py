"""Words that stand in no brief."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from testigo.desk import sealed_page
from testigo.desk.guard import desk_of
from testigo.desk.render import path, show
from testigo.desk.views.judging import person, remember_person


def sealed(request: HttpRequest) -> HttpResponse:
    casebook = desk_of(request).casebook
    if request.method != "POST":
        said = _("Recorded.") if request.GET.get("done") else ""
        return show(request, "sealed.html", sealed_page.sealed_page(casebook, person(request)), said=said)
    remember_person(request, " ".join(request.POST.get("by", "").split()))
    wrong = sealed_page.decide(casebook, request.POST)
    if not wrong:
        return HttpResponseRedirect(path("sealed", {"done": "yes"}))
    page = sealed_page.sealed_page(casebook, person(request), request.POST, wrong)
    return show(request, "sealed.html", page, status=400)
