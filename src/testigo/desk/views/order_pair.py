"""Do two tellings tell one order? The page, its form, and the way to it from two numbers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from testigo.desk import deciding, order_pair
from testigo.desk.gather import whole
from testigo.desk.guard import desk_of
from testigo.desk.order_found import found
from testigo.desk.render import path, show
from testigo.desk.views.judging import person, remember_person


def pair(request: HttpRequest, pair: str) -> HttpResponse:
    casebook = desk_of(request).casebook
    order_pair.ids_of(casebook, pair)
    if request.method != "POST":
        said = _("Recorded.") if request.GET.get("done") else ""
        return show(request, "order_pair.html", order_pair.page(casebook, pair, person(request)), said=said)
    remember_person(request, " ".join(request.POST.get("by", "").split()))
    wrong = deciding.decide(casebook, order_pair.KIND, pair, order_pair.CHOICES, request.POST)
    if not wrong:
        return HttpResponseRedirect(path("order-pair", {"done": "yes"}, pair=pair))
    page = order_pair.page(casebook, pair, person(request), request.POST, wrong)
    return show(request, "order_pair.html", page, status=400)


def compare(request: HttpRequest) -> HttpResponse:
    """The page of the pair of two orders, by their numbers."""
    casebook = desk_of(request).casebook
    one, other = (found(casebook, whole(request.GET.get(name, ""), 0)) for name in ("one", "other"))
    if one.key == other.key:
        raise Http404
    ids = one.tellings[0].directive, other.tellings[0].directive
    return HttpResponseRedirect(path("order-pair", pair=order_pair.pair_of(*ids)))
