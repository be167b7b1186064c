"""A desk that is really served, and a real Chromium before it.

Every request of the browser is noted: none may go to another host.
"""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from tests.desk.conftest import put, sample_report

from testigo.casebook.casebook import Casebook, create, open_casebook
from testigo.casebook.keys import FOR_TESTS
from testigo.casebook.values import NewTrouble
from testigo.desk.door import Door
from testigo.desk.site import Desk, application

CHROMIUM = Path("/usr/bin/chromium")
SWITCHES = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@dataclass
class Served:
    """A desk that listens. asked: every address that the browser asked for."""

    desk: Desk
    address: str
    asked: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)


@contextlib.contextmanager
def serving(casebook: Casebook) -> Iterator[Served]:
    """Serve a casebook on a free port, and close both at the end."""
    import waitress

    desk = Desk(casebook, "case", 0, Door(), plain=True)
    server: Any = waitress.create_server(application(desk), host="127.0.0.1", port=0, threads=4, ident=None)
    desk.port = server.effective_port

    def run() -> None:
        with contextlib.suppress(
            OSError, ValueError
        ):  # closing takes the socket away under the loop that waits for it
            server.run()

    thread = threading.Thread(target=run, daemon=True)
    thread.start()
    yield Served(desk, f"http://127.0.0.1:{desk.port}")
    server.close()
    thread.join(timeout=5)
    casebook.close()


@pytest.fixture
def served(tmp_path: Path) -> Iterator[Served]:
    """A casebook of invented reports, served on a free port."""
    casebook: Casebook = create(tmp_path / "case", None, plain=True, cost=FOR_TESTS)
    put(casebook, *sample_report())
    casebook.record_troubles(
        (NewTrouble("extract", "letter.pdf", "the file asks for a password", "save it without one"),)
    )
    with serving(casebook) as served:
        yield served


@pytest.fixture
def world(furnished: Path) -> Iterator[Served]:
    """The casebook with something on every page, served."""
    with serving(open_casebook(furnished, None)) as served:
        yield served


@pytest.fixture(scope="package")
def chromium() -> Iterator[Any]:
    """A headless Chromium, the system's own."""
    if not CHROMIUM.exists():
        pytest.skip("needs Chromium at /usr/bin/chromium")
    playwright_api = pytest.importorskip("playwright.sync_api")
    # Playwright keeps a loop in this thread, and Django would take our casebook calls beside it for asynchronous ones.
    with pytest.MonkeyPatch.context() as patch, playwright_api.sync_playwright() as playwright:
        patch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
        browser = playwright.chromium.launch(executable_path=str(CHROMIUM), args=list(SWITCHES))
        yield browser
        browser.close()


@contextlib.contextmanager
def browsing(chromium: Any, served: Served) -> Iterator[Callable[..., Any]]:
    """Pages that came in with the one-time key. Options are those of a browser context (java_script_enabled, ...)."""
    contexts = []

    def make(**options: Any) -> Any:
        context = chromium.new_context(**{"viewport": {"width": 1200, "height": 900}, **options})
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(30_000)
        page.on("request", lambda request: served.asked.append(request.url))
        page.on("console", lambda message: served.said.append(message.text))
        page.on("pageerror", lambda error: served.said.append(str(error)))
        page.goto(f"{served.address}/-/enter/?key={served.desk.door.new_key()}")
        page.wait_for_url(f"{served.address}/")
        return page

    yield make
    for context in contexts:
        context.close()


@pytest.fixture
def open_page(chromium: Any, served: Served) -> Iterator[Callable[..., Any]]:
    """A page of the small casebook."""
    with browsing(chromium, served) as make:
        yield make


@pytest.fixture
def open_world(chromium: Any, world: Served) -> Iterator[Callable[..., Any]]:
    """A page of the casebook with something on every page."""
    with browsing(chromium, world) as make:
        yield make
