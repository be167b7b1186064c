"""The casebook as an application of Django."""

from __future__ import annotations

from django.apps import AppConfig


class CasebookConfig(AppConfig):
    """Models, migrations and search of one casebook."""

    name = "testigo.casebook"
    label = "casebook"
    default_auto_field = "django.db.models.BigAutoField"
