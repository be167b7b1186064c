"""The paths of the desk, made from the table of routes."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module

from django.http import HttpResponse
from django.urls import path

from testigo.desk.routes import ROUTES
from testigo.desk.views import door


def _view(name: str) -> Callable[..., HttpResponse]:
    file, _dot, function = name.partition(".")
    view: Callable[..., HttpResponse] = getattr(import_module(f"testigo.desk.views.{file}"), function)
    return view


urlpatterns = [path(route.path, _view(route.view), name=route.name) for route in ROUTES]
handler400 = door.handler400
handler403 = door.handler403
handler404 = door.handler404
handler500 = door.handler500
