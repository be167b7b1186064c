"""Claims over all reports, and their pictures and tables as files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse

from testigo.desk import claims_page
from testigo.desk.guard import desk_of
from testigo.desk.render import show


def claims(request: HttpRequest) -> HttpResponse:
    return show(request, "claims.html", claims_page.claims_page(desk_of(request).casebook, request.GET))


def claims_file(request: HttpRequest, what: str) -> HttpResponse:
    made = claims_page.download(desk_of(request).casebook, request.GET, what)
    if made is None:
        raise Http404
    answer = HttpResponse(made[0], content_type=made[1])
    answer["Content-Disposition"] = f'attachment; filename="testigo-{what}"'
    return answer
