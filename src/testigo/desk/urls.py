"""The paths of the desk, made from the table of routes."""

from __future__ import annotations

from django.urls import path

from testigo.desk import views
from testigo.desk.routes import ROUTES

urlpatterns = [path(route.path, getattr(views, route.view), name=route.name) for route in ROUTES]
handler400 = views.handler400
handler403 = views.handler403
handler404 = views.handler404
handler500 = views.handler500
