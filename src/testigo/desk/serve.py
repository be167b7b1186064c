"""The door of the desk: serve a casebook to one person's browser on this machine.

Rules:
- Listens on 127.0.0.1 only. The address that is printed holds a key that works once; a browser that came in
  with it keeps a session cookie, and nobody else on this machine or in this browser can read the desk.
- A browser is opened by a private file, not by an address on a command line that other users can list.
- Ends with the process; locking (by hand, or after the idle time) closes the casebook and forgets its keys.
"""

from __future__ import annotations

import contextlib
import html
import math
import os
import sys
import tempfile
import threading
import webbrowser
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from testigo.desk.door import Door
from testigo.desk.site import Desk, application
from testigo.errors import Conflict

if TYPE_CHECKING:
    from testigo.casebook.casebook import Casebook

THREADS = 4
IDLE_CHECK_SECONDS = 20
MOST_REQUEST_BYTES = 1024 * 1024


def serve(casebook: Casebook, port: int, open_browser: bool = False) -> None:
    """Serve the desk until it is stopped. port: on 127.0.0.1, 0 for any free one. Errors: Conflict (port taken)."""
    import waitress

    door = Door(idle_seconds=math.inf) if casebook.plain else Door()  # nothing could open a plain one again
    desk = Desk(casebook=casebook, name=casebook.path.name, port=port, door=door, plain=casebook.plain)
    app = application(desk)
    try:
        server = waitress.create_server(
            app,
            host="127.0.0.1",
            port=port,
            threads=THREADS,
            ident=None,
            max_request_body_size=MOST_REQUEST_BYTES,
        )
    except OSError as error:
        raise Conflict(
            f"port {port} of this machine is taken", "close the other desk, or choose another --port"
        ) from error
    desk.port = server.effective_port
    address = f"http://127.0.0.1:{desk.port}/-/enter/?key={desk.door.new_key()}"
    stop = threading.Event()
    threading.Thread(target=_lock_when_idle, args=(desk, stop), daemon=True).start()
    _say(f"The desk is open at\n  {address}\nThe address works once. Stop with Ctrl+C.")
    try:
        with _opener(address) if open_browser else contextlib.nullcontext():
            server.run()
    finally:
        stop.set()
        server.close()
        desk.casebook.close()


def _say(message: str) -> None:
    print(message, file=sys.stderr, flush=True)  # noqa: T201 - the one thing that the desk says in the terminal


def _lock_when_idle(desk: Desk, stop: threading.Event) -> None:
    while not stop.wait(IDLE_CHECK_SECONDS):
        if not desk.plain and not desk.door.locked and desk.door.idle():
            desk.lock()


@contextlib.contextmanager
def _opener(address: str) -> Iterator[None]:
    """Open a browser by a file that only this person can read; it goes when the desk stops."""
    with tempfile.TemporaryDirectory(prefix="testigo-") as folder:
        page = Path(folder, "open.html")
        descriptor = os.open(page, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(descriptor, "w", encoding="utf-8") as file:
            file.write(
                '<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer">'
                f'<meta http-equiv="refresh" content="0;url={html.escape(address)}"><title>Testigo</title>'
            )
        webbrowser.open(page.as_uri())
        yield
