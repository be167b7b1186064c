"""Pages from templates: strict about what is missing, escaped everywhere, with the frame around.

Rules:
- A template sees `page`, `frame` and the token of its forms, nothing else. A name that is not there is an error.
- The path of a link is made here, from the table of routes.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, lru_cache
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.template import Context, Engine
from django.template.exceptions import TemplateSyntaxError
from django.urls import reverse
from django.utils.translation import get_language

from testigo.desk import navigation, tongues, working
from testigo.desk.guard import desk_of, session_of
from testigo.desk.pages import Frame
from testigo.desk.site import HERE

THEMES = ("auto", "light", "dark")


class _Undefined(str):
    """Stands for a name that is not there: showing it is an error. Django asks for `in` and `%` when it shows it."""

    __slots__ = ()

    def __contains__(self, _: object) -> bool:
        return True

    def __mod__(self, name: object) -> str:
        raise TemplateSyntaxError(f"undefined in a template: {name}")


@lru_cache(maxsize=1)
def engine() -> Engine:
    """The template engine; templates are read once."""
    return Engine(
        dirs=[str(HERE / "templates")],
        autoescape=True,
        string_if_invalid=_Undefined("undefined"),
        libraries={"i18n": "django.templatetags.i18n"},
        loaders=[
            (
                "django.template.loaders.cached.Loader",
                [("django.template.loaders.filesystem.Loader", [HERE / "templates"])],
            )
        ],
    )


def path(name: str, query: Mapping[str, object] | None = None, fragment: str = "", **parts: object) -> str:
    """A path of the desk. query: empty values are left out. A claim below 0 is one that a person added."""
    if name == "claim" and isinstance(id_ := parts.get("id"), int) and id_ < 0:
        name, parts = "added", {"id": -id_}
    asked = urlencode([(key, value) for key, value in (query or {}).items() if value not in ("", None)])
    return (
        (reverse(name, kwargs=parts) if parts else _bare(name))
        + (f"?{asked}" if asked else "")
        + (f"#{fragment}" if fragment else "")
    )


@cache
def _bare(name: str) -> str:
    """The path of a route without parts: a page of many links asks for the same ones hundreds of times."""
    return reverse(name)


def show(
    request: HttpRequest, template: str, page: object, *, status: int = 200, said: str = ""
) -> HttpResponse:
    """A page as an answer. said: what was just done, shown at its top."""
    script = template.removesuffix(".html") + ".js"
    has_script = (HERE / "static" / script).is_file()
    desk = desk_of(request)
    context = Context(
        {
            "page": page,
            "frame": frame(request, said=said, script=script if has_script else ""),
            "csrf_token": desk.door.token(request.META.get("testigo.cookie", "")),
        }
    )
    html = engine().get_template(template).render(context)
    return HttpResponse(tongues.marked(html, get_language() or "en"), status=status)


def frame(request: HttpRequest, *, said: str = "", script: str = "") -> Frame:
    """What stands around a page, for this browser."""
    desk, session = desk_of(request), session_of(request)
    theme = request.COOKIES.get("theme", "auto")
    language = get_language() or "en"
    here = request.path_info
    further = navigation.more(here) if session else ()
    return Frame(
        language=language,
        theme=theme if theme in THEMES else "auto",
        here=request.get_full_path() if request.method in ("GET", "HEAD") else "/",
        casebook=desk.name if session else "",
        entered=session is not None,
        locks=session is not None and not desk.plain,
        person=session.person if session else "",
        nav=navigation.in_sight(here) if session else (),
        more=further,
        elsewhere=next((link.text for group in further for link in group.links if link.current), ""),
        said=said,
        script=script,
        working=working.running(desk.jobs) if session else "",
        failed=working.failed(desk.jobs) if session else "",
    )
