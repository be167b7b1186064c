"""One function for each row of the table of routes: ask the casebook, compose the page, show it."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from testigo.desk import adding, claims_page, finding, gather, judging, lists, words
from testigo.desk import second as second_reading
from testigo.desk.carrying import NOTHING, Carried, carried
from testigo.desk.guard import desk_of, session_of
from testigo.desk.one_claim import claim_page
from testigo.desk.pages import AddPage, EnteredPage, EnterPage, FailedPage
from testigo.desk.patterns import patterns_page
from testigo.desk.render import THEMES, path, show
from testigo.desk.verifying import verified
from testigo.errors import BadInput, TestigoError


def reports(request: HttpRequest) -> HttpResponse:
    return show(request, "reports.html", gather.reports(desk_of(request).casebook, request.GET))


def report(request: HttpRequest, id: int) -> HttpResponse:  # noqa: A002 - the name in the path
    return show(request, "report.html", gather.report(desk_of(request).casebook, id, request.GET))


def claim(request: HttpRequest, id: int) -> HttpResponse:  # noqa: A002 - the name in the path
    casebook = desk_of(request).casebook
    stored = gather.found(casebook.claim, id)
    report = gather.found(casebook.report, stored.report).report
    if request.method == "POST":
        was = judging.typed(request.POST)
        _remember_person(request, was.by)
        answered = judging.judge(casebook, stored, report, was)
        if answered.done:
            return HttpResponseRedirect(path("claim", {"done": was.verdict}, id=id))
        fresh = gather.found(casebook.claim, id)
        status = 409 if answered.conflict else 400
        return show(request, "claim.html", claim_page(casebook, fresh, answered.form), status=status)
    was = judging.Typed("", _person(request), "", "", {}, amending="amend" in request.GET)
    form = judging.form(stored, report.language or "und", was)
    page = claim_page(casebook, stored, None if judging.taken_back(stored) else form)
    done = request.GET.get("done", "")
    said = (
        _("Recorded: %(verdict)s.") % {"verdict": words.say(words.VERDICTS, done)}
        if done in words.VERDICTS
        else ""
    )
    return show(request, "claim.html", page, said=said)


def added(request: HttpRequest, id: int) -> HttpResponse:  # noqa: A002 - the name in the path
    return claim(request, -id)


def add(request: HttpRequest, id: int) -> HttpResponse:  # noqa: A002 - the name in the path
    casebook = desk_of(request).casebook
    stored = gather.found(casebook.report, id).report
    was = adding.empty(_person(request), request.GET.get("words", ""))
    form = adding.form(id, stored, was)
    if request.method == "POST":
        was = adding.typed(request.POST)
        _remember_person(request, was.by)
        answered = adding.add(casebook, id, stored, was)
        if answered.done:
            newest = min(c.id for c in gather.found(casebook.report, id).added)
            return HttpResponseRedirect(path("report", {"claim": newest}, id=id))
        form = answered.form or form
    page = AddPage(gather.title_of(stored.title, id), path("report", id=id), stored.language or "und", form)
    return show(request, "add.html", page, status=400 if request.method == "POST" else 200)


def judge(request: HttpRequest) -> HttpResponse:
    """The short form beside the text of a report: verdict, claim and what was seen, in the value of one button."""
    casebook = desk_of(request).casebook
    verdict, id_, seen = [*request.POST.get("judge", "").split("."), "", "", ""][:3]
    stored = gather.found(casebook.claim, gather.claim_id(id_))
    report = gather.found(casebook.report, stored.report).report
    was = judging.Typed(verdict, _person(request), "", seen, {})
    answered = judging.judge(casebook, stored, report, was)
    if not answered.done:
        page = claim_page(casebook, gather.found(casebook.claim, stored.id), answered.form)
        return show(request, "claim.html", page, status=409 if answered.conflict else 400)
    if judging.taken_back(gather.found(casebook.claim, stored.id)):
        return HttpResponseRedirect(path("report", id=stored.report))
    at = gather.next_open(casebook, stored, stay=verdict == "withdraw")
    query = {"claim": at.id, "status": request.POST.get("status", "")}
    return HttpResponseRedirect(path("report", query, f"c{at.number}", id=stored.report))


def _person(request: HttpRequest) -> str:
    session = session_of(request)
    return session.person if session else ""


def _remember_person(request: HttpRequest, name: str) -> None:
    session = session_of(request)
    if session is not None and name:
        session.person = name[: judging.LONGEST_NAME]


def claims(request: HttpRequest) -> HttpResponse:
    return show(request, "claims.html", claims_page.claims_page(desk_of(request).casebook, request.GET))


def claims_file(request: HttpRequest, what: str) -> HttpResponse:
    made = claims_page.download(desk_of(request).casebook, request.GET, what)
    if made is None:
        raise Http404
    answer = HttpResponse(made[0], content_type=made[1])
    answer["Content-Disposition"] = f'attachment; filename="testigo-{what}"'
    return answer


def second(request: HttpRequest) -> HttpResponse:
    casebook = desk_of(request).casebook
    if request.method != "POST":
        return show(request, "second.html", second_reading.second_page(casebook, _person(request)))
    by = " ".join(request.POST.get("by", "").split())[: judging.LONGEST_NAME]
    _remember_person(request, by)
    if request.POST.get("verdict") == "start" and by:
        return HttpResponseRedirect(path("second"))
    wrong = second_reading.record(casebook, by, request.POST)
    if not wrong:
        return HttpResponseRedirect(path("second"))
    page = second_reading.second_page(casebook, by, typed=request.POST, wrong=wrong)
    return show(request, "second.html", page, status=400)


def agreement(request: HttpRequest) -> HttpResponse:
    return show(
        request, "agreement.html", second_reading.agreement_page(desk_of(request).casebook, request.GET)
    )


def orders(request: HttpRequest) -> HttpResponse:
    return show(request, "orders.html", lists.orders(desk_of(request).casebook, request.GET))


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


def enter(request: HttpRequest) -> HttpResponse:
    desk = desk_of(request)
    if request.method == "POST":
        return _enter_by_passphrase(request)
    cookie = desk.door.enter(request.GET.get("key", ""))
    if cookie is None:
        used = _("This address was used already, or is not the last one that was printed.")
        return not_open(request, wrong=used if "key" in request.GET else "", again="/")
    return _let_in(request, cookie, "/")


def _enter_by_passphrase(request: HttpRequest) -> HttpResponse:
    desk = desk_of(request)
    again = _own_path(request.POST.get("next", "/"))
    if desk.plain:
        return not_open(request, again=again)
    try:
        desk.unlock(request.POST.get("passphrase", ""))
    except BadInput as error:
        return not_open(request, wrong=error.message, again=again)
    return _let_in(request, desk.door.open(), again, carried(request))


def _let_in(request: HttpRequest, cookie: str, next_: str, was: Carried = NOTHING) -> HttpResponse:
    """A page, not a redirect: a browser sends a strict cookie only with a step that starts on our own page."""
    request.META["testigo.cookie"] = cookie
    page = EnteredPage(next_, was.form, was.kept, was.typed)
    response = show(request, "entered.html", page)
    response.set_cookie(desk_of(request).cookie, cookie, httponly=True, samesite="Strict", path="/")
    return response


def lock(request: HttpRequest) -> HttpResponse:
    # The cookie opens nothing any more, and stays: by it a form that is still open in a tab is known for ours.
    desk_of(request).lock()
    return HttpResponseRedirect("/")


def language(request: HttpRequest) -> HttpResponse:
    return _remembered(request, "language", ("en", "ko"))


def theme(request: HttpRequest) -> HttpResponse:
    return _remembered(request, "theme", THEMES)


def _remembered(request: HttpRequest, name: str, choices: tuple[str, ...]) -> HttpResponse:
    value = request.POST.get(name, "")
    if value not in choices:
        return failed(request, 400)
    response = HttpResponseRedirect(_own_path(request.POST.get("next", "/")))
    response.set_cookie(name, value, max_age=365 * 86400, httponly=True, samesite="Strict", path="/")
    return response


def _own_path(value: str) -> str:
    """A path of this desk to go on to; anything else is the first page."""
    fine = value.startswith("/") and not value.startswith("//") and "\\" not in value and value.isprintable()
    return value if fine else path("reports")


def not_open(request: HttpRequest, wrong: str = "", again: str = "") -> HttpResponse:
    """The page for a browser that has not come in, or a desk that is locked."""
    desk = desk_of(request)
    here = request.get_full_path() if request.method in ("GET", "HEAD") else path("reports")
    was = carried(request)
    page = EnterPage(
        form=was.form,
        kept=was.kept,
        typed=was.typed,
        action=path("enter"),
        locked=desk.door.locked,
        needs_passphrase=not desk.plain,
        again=_own_path(again or here),
        wrong=wrong,
    )
    return show(request, "enter.html", page, status=403)


def failed(request: HttpRequest, code: int, error: TestigoError | None = None) -> HttpResponse:
    """What happened and what to do, without a word of the inside."""
    said = {
        400: (_("This request cannot be understood."), _("Go back and try again.")),
        403: (
            _("This request did not come from a page of this desk."),
            _("Open the page again and send the form from there. Nothing was changed."),
        ),
        404: (_("There is nothing here."), _("The address may be mistyped, or of another casebook.")),
        405: (_("This cannot be done at this address."), ""),
        413: (_("That is more than a form may hold."), _("Shorten the text. Nothing was changed.")),
    }
    fault = (
        _("The desk failed here."),
        _("What is kept is not touched. Go back and try again; if it stays, report it."),
    )
    what, hint = (error.message, error.hint) if error else said.get(code, fault)
    return show(request, "failed.html", FailedPage(code, what, hint), status=code)


def handler400(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return failed(request, 400)


def handler403(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return failed(request, 403)


def handler404(request: HttpRequest, exception: Exception) -> HttpResponse:  # noqa: ARG001 - Django's signature
    return failed(request, 404)


def handler500(request: HttpRequest) -> HttpResponse:
    return failed(request, 500)
