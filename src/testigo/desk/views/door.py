"""Coming in, locking, the two settings of a browser, and the pages that say what went wrong."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.translation import gettext as _

from testigo.desk.carrying import NOTHING, Carried, carried
from testigo.desk.gather import whole
from testigo.desk.guard import desk_of
from testigo.desk.pages.door import EnteredPage, EnterPage, FailedPage
from testigo.desk.render import THEMES, path, show
from testigo.errors import BadInput, TestigoError


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
    again = own_path(request.POST.get("next", "/"))
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
    response = HttpResponseRedirect(own_path(request.POST.get("next", "/")))
    response.set_cookie(name, value, max_age=365 * 86400, httponly=True, samesite="Strict", path="/")
    return response


def own_path(value: str) -> str:
    """A path of this desk to go on to; anything else is the first page."""
    fine = value.startswith("/") and not value.startswith("//") and "\\" not in value and value.isprintable()
    return value if fine else path("reports")


def not_open(request: HttpRequest, wrong: str = "", again: str = "") -> HttpResponse:
    """The page for a browser that has not come in, or a desk that is locked."""
    desk = desk_of(request)
    here = request.get_full_path() if request.method in ("GET", "HEAD") else _page_of(request)
    was = carried(request)
    page = EnterPage(
        form=was.form,
        kept=was.kept,
        typed=was.typed,
        action=path("enter"),
        locked=desk.door.locked,
        needs_passphrase=not desk.plain,
        again=own_path(again or here),
        wrong=wrong,
    )
    return show(request, "enter.html", page, status=403)


def _page_of(request: HttpRequest) -> str:
    """The page that a form came from, as far as the form says it: the report beside which a claim was judged."""
    report = whole(request.POST.get("report", ""))
    return path("report", id=report) if report > 0 else path("reports")


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
