"""Relays, one relay, the weight of one thing, and what stands on a thing alone."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from testigo.desk import deciding, relays_page, stands_page, voices_page, weighing_words, weight_page
from testigo.desk.gather import found, whole
from testigo.desk.guard import desk_of
from testigo.desk.render import path, show
from testigo.desk.views.judging import person, remember_person
from testigo.weighing.weigh import STAGE, weigh


def relays(request: HttpRequest) -> HttpResponse:
    return show(request, "relays.html", relays_page.relays_page(desk_of(request).casebook, request.GET))


def run(request: HttpRequest) -> HttpResponse:
    """Weigh again beside the pages, and come back to the list."""
    desk = desk_of(request)
    desk.jobs.start("weighing", lambda say: weigh(desk.casebook, say))
    return HttpResponseRedirect(path("relays"))


def relay(request: HttpRequest, pair: str) -> HttpResponse:
    casebook = desk_of(request).casebook
    shown = relays_page.relay_of(casebook, pair)
    if request.method != "POST":
        return show(
            request,
            "relay.html",
            relays_page.relay_page(casebook, shown, person(request)),
            said=_done(request),
        )
    _remember(request)
    if shown.original is None:
        raise Http404
    wrong = deciding.decide(
        casebook, "relay", relays_page.subject_of(shown), weighing_words.PAIR, request.POST
    )
    if not wrong:
        # Where the link is cut, and nothing else speaks for it, the pair may be gone from what was found.
        there = casebook.derived_one(STAGE, "relay", type(shown), pair) is not None
        return HttpResponseRedirect(path("relay", {"done": "yes"}, pair=pair) if there else path("relays"))
    page = relays_page.relay_page(casebook, shown, person(request), request.POST, wrong)
    return show(request, "relay.html", page, status=400)


def weight(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    casebook = desk_of(request).casebook
    shown, ground = weight_page.weight_of(casebook, kind, key)
    if request.method != "POST":
        page = weight_page.weight_page(casebook, shown, ground, person(request))
        return show(request, "weight.html", page, said=_done(request))
    _remember(request)
    claim = weight_page.first_claim(ground.legs)
    wrong = deciding.decide(casebook, "grade", f"{claim}", weighing_words.CREDIBILITY, request.POST)
    if not wrong:
        return HttpResponseRedirect(path("weight", {"done": "yes"}, kind=kind, key=key))
    page = weight_page.weight_page(casebook, shown, ground, person(request), request.POST, wrong)
    return show(request, "weight.html", page, status=400)


def voices(request: HttpRequest, kind: str, key: str, pair: str) -> HttpResponse:
    casebook = desk_of(request).casebook
    _weight, ground = weight_page.weight_of(casebook, kind, key)
    if request.method != "POST":
        return show(request, "voices.html", voices_page.voices_page(casebook, ground, pair, person(request)))
    _remember(request)
    voices_page.voices_page(casebook, ground, pair, person(request))
    wrong = deciding.decide(casebook, "origin-pair", pair, weighing_words.VOICES, request.POST)
    if not wrong:
        return HttpResponseRedirect(path("weight", {"done": "yes"}, kind=kind, key=key))
    page = voices_page.voices_page(casebook, ground, pair, person(request), request.POST, wrong)
    return show(request, "voices.html", page, status=400)


def stands(request: HttpRequest, kind: str, key: str) -> HttpResponse:
    casebook = desk_of(request).casebook
    if (
        kind in ("origin", "source")
        and (there := stands_page.origin_key(casebook, key))
        and (kind, there) != ("origin", key)
    ):
        return HttpResponseRedirect(path("stands", kind="origin", key=there))
    if request.method != "POST":
        page = stands_page.stands_page(casebook, kind, key, person(request))
        return show(request, "stands.html", page, said=_done(request))
    _remember(request)
    if kind != "report":
        raise Http404
    found(casebook.report, whole(key))
    wrong = deciding.decide(casebook, "path", key, stands_page.GRADES, request.POST)
    if not wrong:
        return HttpResponseRedirect(path("stands", {"done": "yes"}, kind=kind, key=key))
    page = stands_page.stands_page(casebook, kind, key, person(request), request.POST, wrong)
    return show(request, "stands.html", page, status=400)


def _remember(request: HttpRequest) -> None:
    remember_person(request, " ".join(request.POST.get("by", "").split()))


def _done(request: HttpRequest) -> str:
    return _("Recorded.") if request.GET.get("done") == "yes" else ""
