"""The desk as it is really served: on this machine only, with a lock that closes the casebook."""

from __future__ import annotations

import http.client
import os
import re
import socket
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.desk.conftest import PORT, put, sample_report
from tests.desk.wsgi import Browser

from testigo.casebook.casebook import create
from testigo.casebook.keys import FOR_TESTS
from testigo.desk.door import Door
from testigo.desk.serve import _opener
from testigo.desk.site import Desk

PASSPHRASE = "seven quiet herders"


@pytest.fixture
def sealed(tmp_path: Path) -> Iterator[Desk]:
    """A desk before an encrypted casebook."""
    made = create(tmp_path / "sealed", PASSPHRASE, cost=FOR_TESTS)
    put(made, *sample_report())
    desk = Desk(made, "sealed", PORT, Door())
    yield desk
    desk.casebook.close()


def test_locking_closes_the_casebook_and_the_passphrase_opens_it_again(sealed: Desk) -> None:
    browser = Browser(sealed).come_in()
    assert "Northtown" in browser.get("/").text
    assert browser.post("/-/lock/").status == 302
    locked = browser.get("/report/1/")
    assert locked.status == 403
    assert "This desk is locked" in locked.text
    assert "Northtown" not in locked.text
    wrong = browser.post("/-/enter/", {"passphrase": "guess", "next": "/report/1/"})
    assert wrong.status == 403
    assert sealed.door.locked
    right = browser.post("/-/enter/", {"passphrase": PASSPHRASE, "next": "/report/1/"})
    assert right.status == 200
    assert 'content="0;url=/report/1/"' in right.text
    assert "Bob, a herder in his 40s" in browser.get("/report/1/").text


def test_a_second_browser_may_come_in_with_the_passphrase(sealed: Desk) -> None:
    Browser(sealed).come_in()
    second = Browser(sealed)
    assert "Passphrase of the casebook" in second.get("/").text
    assert second.post("/-/enter/", {"passphrase": "guess"}).status == 403
    assert second.post("/-/enter/", {"passphrase": PASSPHRASE}).status == 200
    assert second.get("/").status == 200


def test_an_open_casebook_cannot_be_entered_by_a_passphrase(desk: Desk) -> None:
    stranger = Browser(desk)
    answer = stranger.post("/-/enter/", {"passphrase": "anything"})
    assert answer.status == 403
    assert not answer.cookies


def test_the_file_that_opens_a_browser_is_private_and_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[str] = []
    monkeypatch.setattr("webbrowser.open", opened.append)
    with _opener("http://127.0.0.1:1/-/enter/?key=k"):
        (url,) = opened
        page = Path(url.removeprefix("file://"))
        assert page.stat().st_mode & 0o777 == 0o600
        assert page.parent.stat().st_mode & 0o777 == 0o700
        assert "key=k" in page.read_text("utf-8")
    assert not page.exists()


@pytest.fixture
def process(tmp_path: Path) -> Iterator[tuple[subprocess.Popen[str], int, str]]:
    """`serve` in a process of its own: the process, its port, the printed key."""
    with create(tmp_path / "case", None, plain=True, cost=FOR_TESTS) as made:
        put(made, *sample_report())
    code = (
        "from pathlib import Path; from testigo.casebook.casebook import open_casebook; from testigo.desk.serve import serve;"
        f"serve(open_casebook(Path({str(tmp_path / 'case')!r}), None), 0)"
    )
    run = subprocess.Popen(
        [sys.executable, "-c", code],
        stderr=subprocess.PIPE,
        text=True,
        env={**os.environ, "PYTHONWARNINGS": ""},
    )
    assert run.stderr is not None
    said = "".join(run.stderr.readline() for _ in range(3))
    found = re.search(r"http://127\.0\.0\.1:(\d+)/-/enter/\?key=(\S+)", said)
    assert found, said
    yield run, int(found[1]), found[2]
    run.terminate()
    run.wait(timeout=10)
    run.stderr.close()


@pytest.mark.slow
def test_the_desk_listens_on_this_machine_only(process: tuple[subprocess.Popen[str], int, str]) -> None:
    _, port, key = process
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", f"/-/enter/?key={key}", headers={"Host": f"127.0.0.1:{port}"})
    answer = connection.getresponse()
    cookie = (answer.getheader("Set-Cookie") or "").partition(";")[0].strip()
    answer.read()
    connection.request("GET", "/report/1/", headers={"Host": f"127.0.0.1:{port}", "Cookie": cookie})
    answer = connection.getresponse()
    assert answer.status == 200
    assert "Bob, a herder in his 40s" in answer.read().decode()
    assert answer.getheader("Server") == "testigo"
    connection.close()
    try:
        named = socket.getaddrinfo(socket.gethostname(), None, socket.AF_INET)
    except socket.gaierror:  # a machine that does not know its own name
        named = []
    own = {info[4][0] for info in named} - {"127.0.0.1"}
    for address in own:
        if not str(address).startswith("127."):
            with (
                pytest.raises(ConnectionRefusedError),
                socket.create_connection((str(address), port), timeout=2),
            ):
                pass
