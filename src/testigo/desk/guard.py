"""Stands before every page: answers only this machine's own browser, by the table of routes, with strict headers.

Rules:
- Host is exactly 127.0.0.1 or localhost with our port, also against names that are made to resolve here.
- A request that a page of another origin caused is refused (`Sec-Fetch-Site`, `Origin`); a form must carry our token.
- Headers are on every answer (site.py puts them on), errors and our own files included: no script or style but ours, nothing kept by the
  browser, nothing told to anybody else.
- An error page tells what happened in our words. Logs get the kind of an error and its place in our code, never
  its message: a message may hold words of a report.
"""

from __future__ import annotations

import logging
import traceback
from collections.abc import Callable
from typing import TYPE_CHECKING

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.http import Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.urls import Resolver404, resolve
from django.utils import translation

from testigo.desk.door import Session
from testigo.desk.routes import MOST_FORM_BYTES, ROUTES, STATIC, Needs, Route
from testigo.errors import BadInput, Broken, Conflict, Refused, TestigoError, Unreachable

if TYPE_CHECKING:
    from testigo.desk.site import Desk

HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; form-action 'self'; "
        "frame-ancestors 'none'; base-uri 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "Cache-Control": "no-store",
    "Server": "testigo",
}
FORM = "application/x-www-form-urlencoded"
STATUS_OF = {BadInput: 400, Refused: 403, Conflict: 409, Unreachable: 503, Broken: 500}

log = logging.getLogger("testigo.desk")


def desk_of(request: HttpRequest) -> Desk:
    """The running desk that a request came to."""
    desk: Desk = request.META["testigo.desk"]
    return desk


def session_of(request: HttpRequest) -> Session | None:
    """The session that the guard let in."""
    session: Session | None = request.META.get("testigo.session")
    return session


class Guard:
    """The outermost middleware."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Refuse, or pass on; in the language of this browser."""
        with translation.override(_language(request)):
            return self._refused(request) or self.get_response(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse:
        """What went wrong as a page: ours with their words, others as a fault of ours, without theirs."""
        from testigo.desk.views.door import failed

        if isinstance(exception, Http404):
            return failed(request, 404)
        if isinstance(exception, RequestDataTooBig):
            return failed(request, 413)
        if isinstance(exception, SuspiciousOperation):
            return failed(request, 400)
        _log(exception)
        if isinstance(exception, TestigoError):
            return failed(request, STATUS_OF.get(type(exception), 500), exception)
        return failed(request, 500)

    def _refused(self, request: HttpRequest) -> HttpResponseBase | None:
        """The answer to a request that must not go on, or None."""
        from testigo.desk.views.door import failed, not_open

        desk = desk_of(request)
        if request.META.get("HTTP_HOST", "") not in desk.hosts:
            return HttpResponse("this address is not answered here\n", status=421, content_type="text/plain")
        cookie = request.COOKIES.get(desk.cookie, "")
        request.META["testigo.cookie"] = cookie
        if request.path_info.startswith(STATIC):
            return None if request.method in ("GET", "HEAD") else failed(request, 405)
        route = _route(request.path_info)
        if route is None:
            return failed(request, 404)
        needs = route.needs(request.method or "")
        if needs is None:
            response = failed(request, 405)
            response["Allow"] = ", ".join(route.methods())
            return response
        if request.method == "POST" and _too_big(request):
            return failed(request, 413)
        if request.method == "POST" and not _is_own_form(request, desk, cookie):
            return failed(request, 403)
        session = None if _is_foreign(request) else desk.door.session(cookie)
        request.META["testigo.session"] = session
        return not_open(request) if session is None and needs is not Needs.OPEN else None


def _language(request: HttpRequest) -> str:
    """The chosen language, or the one that the browser asks for first and we have."""
    chosen = request.COOKIES.get("language", "")
    if chosen in ("en", "ko"):
        return chosen
    return "ko" if request.META.get("HTTP_ACCEPT_LANGUAGE", "").lower().startswith("ko") else "en"


def _route(path: str) -> Route | None:
    try:
        name = resolve(path).url_name
    except Resolver404:
        return None
    return next((route for route in ROUTES if route.name == name), None)


def _too_big(request: HttpRequest) -> bool:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return not length.isdigit() or int(length) > MOST_FORM_BYTES


def _is_foreign(request: HttpRequest) -> bool:
    """Whether a page of another origin (another port of this machine too) caused the request."""
    return request.META.get("HTTP_SEC_FETCH_SITE", "none") not in ("none", "same-origin")


def _is_own_form(request: HttpRequest, desk: Desk, cookie: str) -> bool:
    """Whether a POST comes from a form of ours. Browsers that send no `Sec-Fetch-Site` must send our `Origin`."""
    origin = request.META.get("HTTP_ORIGIN", "")
    site = request.META.get("HTTP_SEC_FETCH_SITE", "")
    ours = f"http://{request.META['HTTP_HOST']}"
    # Under `no-referrer` a browser sends the origin of our own form as "null"; the site header tells.
    same = site == "same-origin" and origin in ("", "null", ours) if site else origin == ours
    kind = request.META.get("CONTENT_TYPE", "").partition(";")[0].strip()
    return same and kind == FORM and desk.door.is_token(cookie, request.POST.get("csrfmiddlewaretoken", ""))


def _log(exception: Exception) -> None:
    """The kind of an error and where in the code it arose; not its words."""
    frames = traceback.extract_tb(exception.__traceback__)
    where = f"{frames[-1].filename.rpartition('/')[2]}:{frames[-1].lineno}" if frames else "?"
    log.error("a page failed: %s at %s", type(exception).__name__, where)
