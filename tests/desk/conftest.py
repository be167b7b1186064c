"""Django is configured once for all tests of a process, as the casebook does it."""

from __future__ import annotations

from testigo.casebook.setup import configure
from testigo.desk.site import options

configure(options())
