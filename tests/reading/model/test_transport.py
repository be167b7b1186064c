"""The way to a server, against stub servers on 127.0.0.1: limits, redirects, refusals; and the command as a whole."""

from __future__ import annotations

import json
import threading
import time
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest
from tests.reading.model.lying import TEXT, claim
from typer.testing import CliRunner

from testigo.cli import app
from testigo.errors import BadInput, Refused, TestigoError, Unreachable
from testigo.reading.model.prompt import Prompt
from testigo.reading.model.transport import LARGEST, server

PROMPT = Prompt("task", "text")
Handle = Callable[[BaseHTTPRequestHandler], None]


class Stub:
    """A server on a free port of 127.0.0.1 that does what `handle` says, and remembers what it was sent."""

    def __init__(self) -> None:
        self.seen: list[tuple[str, dict[str, str], Any]] = []
        self.handle: Handle = lambda request: None
        stub = self

        class Handler(BaseHTTPRequestHandler):
            def do_POST(self) -> None:
                body = self.rfile.read(int(self.headers["Content-Length"]))
                stub.seen.append((self.path, dict(self.headers), json.loads(body)))
                try:
                    stub.handle(self)
                except OSError:
                    self.close_connection = True  # the client went away, as some tests want it to

            def log_message(self, *args: Any) -> None:
                pass

        self.http = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.url = f"http://127.0.0.1:{self.http.server_address[1]}/v1"
        threading.Thread(target=self.http.serve_forever, args=(0.05,), daemon=True).start()

    def says(self, raw: bytes, status: int = 200, **headers: str) -> None:
        def handle(request: BaseHTTPRequestHandler) -> None:
            request.send_response(status)
            for name, value in headers.items():
                request.send_header(name, value)
            request.send_header("Content-Length", str(len(raw)))
            request.end_headers()
            request.wfile.write(raw)

        self.handle = handle

    def answers(self, words: Any) -> None:
        self.says(json.dumps({"choices": [{"message": {"content": words}}]}).encode())


@pytest.fixture
def stub() -> Iterator[Stub]:
    made = Stub()
    yield made
    made.http.shutdown()
    made.http.server_close()


def test_a_prompt_goes_out_and_the_words_come_back(stub: Stub) -> None:
    stub.answers("yes")
    assert server(stub.url, "small", "key1", 5).ask(PROMPT) == "yes"
    ((path, headers, body),) = stub.seen
    assert path == "/v1/chat/completions"
    assert headers["Authorization"] == "Bearer key1"
    assert body["model"] == "small"
    assert [m["content"] for m in body["messages"]] == ["task", "text"]


@pytest.mark.parametrize("status", [301, 302, 303, 307, 308])
def test_a_redirect_is_not_followed(stub: Stub, status: int) -> None:
    stub.says(b"", status, Location=stub.url + "/elsewhere")
    with pytest.raises(Refused, match="another address"):
        server(stub.url, "m", None, 5).ask(PROMPT)
    assert len(stub.seen) == 1


@pytest.mark.parametrize("status", [400, 401, 404, 429, 500, 503])
def test_an_error_of_the_server_is_told_without_its_words(stub: Stub, status: int) -> None:
    stub.says(b"\x1b[2Jwords of the report", status)
    with pytest.raises(Unreachable) as caught:
        server(stub.url, "m", None, 5).ask(PROMPT)
    assert str(status) in str(caught.value)
    assert "words" not in str(caught.value)


@pytest.mark.parametrize(
    "raw",
    [b"", b"<html>", b"[]", b"{}", b'{"choices": []}', b'{"choices": [{"message": {"content": null}}]}', b"\xff\xfe",
     b'{"choices": [{"message": {"content": [1]}}]}', b"[" * 200_000, b'{"choices": "abc"}'],
)  # fmt: skip
def test_an_answer_of_another_kind_is_an_error(stub: Stub, raw: bytes) -> None:
    stub.says(raw)
    with pytest.raises(Unreachable):
        server(stub.url, "m", None, 5).ask(PROMPT)


def test_a_huge_answer_is_refused(stub: Stub) -> None:
    stub.says(b"x" * (LARGEST + 10))
    with pytest.raises(Refused, match="more than 4 MiB"):
        server(stub.url, "m", None, 10).ask(PROMPT)


@pytest.mark.parametrize("first", [b"", b"HTTP/1.0 200 OK\r\n\r\n"])
def test_a_server_that_drips_is_left_after_the_time_limit(stub: Stub, first: bytes) -> None:
    def drip(request: BaseHTTPRequestHandler) -> None:
        request.wfile.write(first)
        for _ in range(100):
            request.wfile.write(b"x")
            time.sleep(0.1)

    stub.handle = drip
    start = time.monotonic()
    with pytest.raises(Unreachable, match="within 1 seconds"):
        server(stub.url, "m", None, 1).ask(PROMPT)
    assert time.monotonic() - start < 5


def test_no_server_is_no_answer() -> None:
    with pytest.raises(Unreachable):
        server("http://127.0.0.1:9/v1", "m", None, 1).ask(PROMPT)


@pytest.mark.parametrize(
    ("url", "kind"),
    [
        ("http://example.org/v1", Refused), ("http://8.8.8.8/v1", Refused), ("http://localhost.example.org/v1", Refused),
        ("http://127.0.0.1.example.org/", Refused), ("file:///etc/passwd", BadInput), ("ftp://127.0.0.1/", BadInput),
        ("http://a:b@127.0.0.1/v1", BadInput), ("http://127.0.0.1/v1?x=1", BadInput), ("", BadInput), ("http://", BadInput),
        ("http://127.0.0.1:99999/", BadInput), ("http://[::1/", BadInput), ("http://127.0.0.1/\r\nX: y", BadInput),
    ],
)  # fmt: skip
def test_addresses_that_are_not_asked(
    url: str, kind: type[TestigoError], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("testigo.reading.model.transport.getproxies", dict)
    with pytest.raises(kind):
        server(url, "m", None, 1)


@pytest.mark.parametrize(
    ("url", "here"),
    [
        ("http://127.0.0.1:11434/v1", True), ("http://localhost/v1", True), ("http://[::1]:80/v1/", True),
        ("http://192.168.1.5:8080/v1", False), ("https://example.org/v1", False),
    ],
)  # fmt: skip
def test_this_machine_is_told_from_others(url: str, here: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("testigo.reading.model.transport.getproxies", dict)
    assert server(url, "m", None, 1).here is here


def test_a_proxy_in_the_environment_is_no_way_around(stub: Stub, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:9")
    monkeypatch.setenv("http_proxy", "http://127.0.0.1:9")
    with pytest.raises(Refused, match="proxy"):
        server("https://example.org/v1", "m", None, 1)
    stub.answers("direct")
    assert server(stub.url, "m", None, 5).ask(PROMPT) == "direct"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(TEXT, "utf-8")
    return path


def run(*words: object, **settings: str) -> Any:
    env = {f"TESTIGO_{name.upper()}": value for name, value in settings.items()}
    return CliRunner().invoke(app, ["read", *map(str, words)], env=env)


def test_the_command_names_the_host_keeps_a_transcript_and_replays_it(stub: Stub, file: Path) -> None:
    stub.answers(json.dumps({"claims": [claim(target=["17 traders"]), claim(clause="invented")]}))
    kept = file.parent / "kept.jsonl"
    first = run("--json", "--reader", "llm", "--transcript", kept, file, llm_url=stub.url, llm_model="small")
    assert first.exit_code == 0, first.output
    assert "asking small on this machine (127.0.0.1)" in first.stderr
    value = json.loads(first.stdout)
    assert value["reader"]["reader"] == "llm:small"
    assert [c["rule"] for c in value["claims"]] == ["model.claim"]
    assert len(stub.seen) == 1
    again = run("--json", "--reader", "llm", "--replay", kept, file, llm_url="http://127.0.0.1:9/v1")
    assert again.stdout == first.stdout
    assert again.stderr == ""
    assert len(stub.seen) == 1


def test_nothing_is_sent_without_being_asked_for(stub: Stub, file: Path) -> None:
    assert run("--json", file, llm_url=stub.url, llm_model="small").exit_code == 0
    assert stub.seen == []


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["--reader", "llm"], "one FILE at a time"), (["--reader", "gpt", "FILE"], "no reader"),
        (["--replay", "x", "FILE"], "--reader llm"), (["--reader", "llm", "--replay", "x", "--transcript", "y", "FILE"], "not both"),
        (["--reader", "llm", "FILE"], "no model is named"),
    ],
)  # fmt: skip
def test_wrong_uses_are_refused_in_plain_words(words: list[str], message: str, file: Path) -> None:
    result = run(*(str(file) if w == "FILE" else w for w in words))
    assert isinstance(result.exception, BadInput)
    assert message in str(result.exception)


def test_a_model_elsewhere_is_said_before_anything_is_sent(monkeypatch: pytest.MonkeyPatch) -> None:
    from testigo.reading.model.asking import asked

    monkeypatch.setattr("testigo.reading.model.transport.getproxies", dict)
    monkeypatch.setenv("TESTIGO_LLM_URL", "https://models.example.org/v1")
    monkeypatch.setenv("TESTIGO_LLM_MODEL", "large")
    said: list[str] = []
    with asked(None, None, said.append) as model:
        assert model.model == "large"
    assert said[0] == "sending the report's text to models.example.org, to be read by large"


def test_a_key_comes_from_its_file_alone(stub: Stub, file: Path) -> None:
    stub.answers('{"claims": []}')
    key = file.parent / "key"
    key.write_text("sk-secret\n", "utf-8")
    result = run("--reader", "llm", file, llm_url=stub.url, llm_model="m", llm_key_file=str(key))
    assert result.exit_code == 0
    assert stub.seen[0][1]["Authorization"] == "Bearer sk-secret"
    assert "sk-secret" not in result.output
    for bad in ("", "ключ", "a\tb"):
        key.write_text(bad, "utf-8")
        result = run("--reader", "llm", file, llm_url=stub.url, llm_model="m", llm_key_file=str(key))
        assert isinstance(result.exception, BadInput)
