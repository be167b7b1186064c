"""Events, persons, and the pairs that people decide about."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect

from testigo.desk import events_page, judging, namesakes_page, pairs_page, persons_page
from testigo.desk.guard import desk_of
from testigo.desk.render import path, show
from testigo.desk.views.judging import person as who
from testigo.desk.views.judging import remember_person


def events(request: HttpRequest) -> HttpResponse:
    desk = desk_of(request)
    return show(request, "events.html", events_page.events_page(desk.casebook, request.GET, desk.name))


def event(request: HttpRequest, key: str) -> HttpResponse:
    desk = desk_of(request)
    return show(request, "event.html", events_page.event_page(desk.casebook, key, desk.name))


def persons(request: HttpRequest) -> HttpResponse:
    desk = desk_of(request)
    return show(request, "persons.html", persons_page.persons_page(desk.casebook, request.GET, desk.name))


def person(request: HttpRequest, key: str) -> HttpResponse:
    desk = desk_of(request)
    return show(request, "person.html", persons_page.person_page(desk.casebook, key, desk.name))


def run(request: HttpRequest) -> HttpResponse:
    """Link again beside the pages, and come back to the list."""
    from testigo.linking.link import link

    desk = desk_of(request)
    desk.jobs.start("linking", lambda say: link(desk.casebook, say=say))
    return HttpResponseRedirect(path("persons" if request.POST.get("to") == "persons" else "events"))


def links(request: HttpRequest) -> HttpResponse:
    desk = desk_of(request)
    if request.method != "POST":
        page = pairs_page.pairs_page(desk.casebook, request.GET, who(request), desk.name)
        return show(request, "pairs.html", page)
    by = " ".join(request.POST.get("by", "").split())[: judging.LONGEST_NAME]
    remember_person(request, by)
    wrong = pairs_page.decide(desk.casebook, request.POST, by or who(request))
    if not wrong:
        back = {key: request.POST.get(key, "") for key in ("kind", "of", "skip")}
        return HttpResponseRedirect(path("links", {**back, "last": request.POST.get("pair", "")}))
    page = pairs_page.pairs_page(desk.casebook, request.POST, by, desk.name, wrong)
    return show(request, "pairs.html", page, status=409 if page.pair and page.pair.seen else 400)


def namesakes(request: HttpRequest) -> HttpResponse:
    casebook = desk_of(request).casebook
    if request.method != "POST":
        return show(
            request, "namesakes.html", namesakes_page.namesakes_page(casebook, request.GET, who(request))
        )
    by = " ".join(request.POST.get("by", "").split())[: judging.LONGEST_NAME]
    remember_person(request, by)
    verdict, pair, seen = [*request.POST.get("decide", "").split(" "), "", "", ""][:3]
    wrong = pairs_page.decide(
        casebook, {"verdict": verdict, "kind": "person", "pair": pair, "seen": seen}, by or who(request)
    )
    if not wrong:
        return HttpResponseRedirect(path("namesakes", {"name": request.GET.get("name", "")}))
    return show(
        request, "namesakes.html", namesakes_page.namesakes_page(casebook, request.GET, by, wrong), status=400
    )
