"""Django put together for the desk: its settings, and the application that waitress serves.

Rules:
- Every setting that differs from Django's own is in `options` and says why. No sessions, accounts or cookies of
  Django's are used; door.py and guard.py are ours, small, and tested.
- The headers of guard.py are put on in the outermost layer, so that no answer can miss them.
- Django's own log is silent: it would write the values of a failing page.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from testigo.desk.door import Door
from testigo.desk.jobs import Jobs
from testigo.desk.routes import MOST_FORM_BYTES

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook
    from testigo.desk.order_trend import KeptTrend
    from testigo.desk.verifying import Checking

HERE = Path(__file__).resolve().parent
StartResponse = Callable[..., Any]


@dataclass(slots=True)
class Desk:
    """One running desk. name: of the casebook, as shown; hosts: what the Host of a request may be; jobs: its long work.

    verified: what verifying found last; trends: before and after, by order and language; both in memory until a lock.
    """

    casebook: Casebook
    name: str
    port: int
    door: Door
    plain: bool = False
    jobs: Jobs = field(default_factory=Jobs)
    verified: Checking | None = None
    trends: dict[tuple[str, str], KeptTrend] = field(default_factory=dict)

    def lock(self) -> None:
        """End every session, close the casebook and forget its keys. An open (plain) one only ends its sessions."""
        self.door.lock()
        self.verified = None
        self.trends.clear()
        if not self.plain:
            self.casebook.close()

    def unlock(self, passphrase: str) -> None:
        """Open the casebook again, or check the passphrase of an open one. Errors: BadInput (it is wrong)."""
        from testigo.casebook.casebook import open_casebook
        from testigo.errors import BadInput

        if self.door.locked:
            self.casebook = open_casebook(self.casebook.path, passphrase)
        elif not self.casebook.is_passphrase(passphrase):
            raise BadInput("this passphrase does not open the casebook")

    @property
    def hosts(self) -> tuple[str, str]:
        """The only two names that this desk answers to."""
        return (f"127.0.0.1:{self.port}", f"localhost:{self.port}")

    @property
    def cookie(self) -> str:
        """The name of the session's cookie: cookies are shared between ports, so the port is in it."""
        return f"testigo-{self.port}"


def locales() -> tuple[Path, ...]:
    """The folders of translations: the desk's own, and below it one for each part that brings its own file."""
    return (HERE / "locale", *sorted(p.parents[2] for p in HERE.glob("locale/*/ko/LC_MESSAGES/django.po")))


def options() -> dict[str, Any]:
    """What the desk needs of Django besides what the casebook needs."""
    return {
        "ROOT_URLCONF": "testigo.desk.urls",
        "MIDDLEWARE": ["testigo.desk.guard.Guard", "whitenoise.middleware.WhiteNoiseMiddleware"],
        "ALLOWED_HOSTS": ["127.0.0.1", "localhost"],  # guard.py compares the port as well
        "USE_I18N": True,
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "LANGUAGE_CODE": "en",
        "LANGUAGES": [("en", "English"), ("ko", "한국어")],
        "LOCALE_PATHS": [str(folder) for folder in locales()],
        "STATIC_URL": "/-/static/",
        "STATIC_ROOT": str(HERE / "static"),
        "WHITENOISE_MAX_AGE": 0,
        "WHITENOISE_ALLOW_ALL_ORIGINS": False,
        "WHITENOISE_AUTOREFRESH": False,
        "DATA_UPLOAD_MAX_MEMORY_SIZE": MOST_FORM_BYTES,
        "DATA_UPLOAD_MAX_NUMBER_FIELDS": 500,
        "FILE_UPLOAD_HANDLERS": [],  # nothing is uploaded; nothing may reach a temporary file
        "LOGGING_CONFIG": None,
        "DEBUG": False,
    }


def application(desk: Desk) -> Callable[[dict[str, Any], StartResponse], Iterable[bytes]]:
    """The desk as a WSGI application, with its strict headers on every answer."""
    from django.core.wsgi import get_wsgi_application

    from testigo.casebook.setup import configure
    from testigo.desk.guard import HEADERS

    configure(options())
    silent = logging.getLogger("django")
    silent.handlers = [logging.NullHandler()]
    silent.propagate = False
    inner = get_wsgi_application()

    def app(environ: dict[str, Any], start_response: StartResponse) -> Iterable[bytes]:
        def start(status: str, headers: list[tuple[str, str]], *rest: Any) -> Any:
            kept = [(name, value) for name, value in headers if name.title() not in HEADERS]
            return start_response(status, kept + list(HEADERS.items()), *rest)

        environ["testigo.desk"] = desk
        return inner(environ, start)

    return app
