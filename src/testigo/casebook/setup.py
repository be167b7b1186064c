"""Django inside Testigo: configured from here, once per process, without a settings module.

Rules:
- The settings hold no key and no passphrase, and no path of the casebook.
- `configure` may be called again: settings that come later (those of the desk) are added to the first ones.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Mapping
from typing import Any

_guard = threading.Lock()
_APPS = ["testigo.casebook"]


def configure(more: Mapping[str, Any] | None = None) -> None:
    """Make Django ready. more: settings beside ours; its INSTALLED_APPS are added to ours."""
    from django.conf import settings

    with _guard:
        if settings.configured:
            _add(more or {})
            return
        import django

        given = dict(more or {})
        apps = [*_APPS, *(app for app in given.pop("INSTALLED_APPS", ()) if app not in _APPS)]
        settings.configure(**{**_first(), **given, "INSTALLED_APPS": apps})
        django.setup()


def _first() -> dict[str, Any]:
    return {
        "DATABASES": {
            "default": {"ENGINE": "testigo.casebook.backend", "NAME": "casebook", "CONN_MAX_AGE": None},
        },
        "DEFAULT_AUTO_FIELD": "django.db.models.BigAutoField",
        "USE_TZ": True,
        "TIME_ZONE": "UTC",
        "DEBUG": False,
        "LOGGING_CONFIG": None,
        "SECRET_KEY": secrets.token_urlsafe(48),
    }


def _add(more: Mapping[str, Any]) -> None:
    from django.apps import apps
    from django.conf import settings

    installed = list(settings.INSTALLED_APPS)
    wanted = installed + [app for app in more.get("INSTALLED_APPS", ()) if app not in installed]
    for name, value in more.items():
        if name != "INSTALLED_APPS":
            setattr(settings, name, value)
    if wanted != installed:
        settings.INSTALLED_APPS = wanted
        apps.set_installed_apps(wanted)
