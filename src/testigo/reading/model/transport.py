"""The way to a model's server: one request, one answer, over HTTP as OpenAI's interface has it.

Rules:
- Nothing is looked up or sent before `ask` is called. No redirect is followed, no proxy used, no cookie kept.
- This machine and private addresses may be plain HTTP; every other host must be HTTPS. A proxy in the environment is
  no way around: where one is set, a host outside this machine is refused, since asking it directly would show who asks.
- The whole exchange ends after the time limit, however slowly a server sends; an answer may have 4 MiB.
- Errors tell the host and the status, never words of a report or of an answer.
"""

from __future__ import annotations

import http.client
import json
import socket
import threading
from dataclasses import dataclass
from ipaddress import ip_address
from typing import Any
from urllib.parse import urlsplit
from urllib.request import getproxies

from testigo.errors import BadInput, Refused, Unreachable
from testigo.reading.model.prompt import Prompt

LARGEST = 4 * 1024 * 1024
_HINT = "check TESTIGO_LLM_URL and whether the server runs"


@dataclass(frozen=True, slots=True)
class Server:
    """A model at an address. path: of the chat completions; key: sent as bearer, or None; seconds: for one answer."""

    secure: bool
    host: str
    port: int | None
    path: str
    model: str
    key: str | None
    seconds: int

    @property
    def here(self) -> bool:
        """Whether the address is this machine's own."""
        return _is_here(self.host)

    def ask(self, prompt: Prompt) -> str:
        """The answer to a prompt. Errors: Unreachable (none in time, or no answer of this kind), Refused (redirect)."""
        body = {
            "model": self.model,
            "messages": [
                {"role": "system", "content": prompt.task},
                {"role": "user", "content": prompt.text},
            ],
            "temperature": 0,
            "stream": False,
        }
        status, raw = self._post(json.dumps(body).encode("ascii"))
        if 300 <= status < 400:
            raise Refused(
                f"{self.host} sends the request on to another address", "set TESTIGO_LLM_URL to that one"
            )
        if status != 200:
            raise Unreachable(f"{self.host} answered with status {status}", "check address, model and key")
        return _content(raw, self.host)

    def _post(self, body: bytes) -> tuple[int, bytes]:
        kind = http.client.HTTPSConnection if self.secure else http.client.HTTPConnection
        connection = kind(self.host, self.port, timeout=self.seconds)
        late = threading.Event()
        try:
            connection.connect()
            clock = threading.Timer(self.seconds, _cut, (connection.sock, late))
            clock.daemon = True
            clock.start()
            try:
                connection.request("POST", self.path, body, self._headers())
                answer = connection.getresponse()
                raw = answer.read(LARGEST + 1)
            finally:
                clock.cancel()
        except (OSError, http.client.HTTPException, ValueError) as error:
            raise self._none(late=late.is_set() or isinstance(error, TimeoutError)) from error
        finally:
            connection.close()
        if late.is_set():
            raise self._none(late=True)
        if len(raw) > LARGEST:
            raise Refused(
                f"{self.host} answered with more than {LARGEST // 1024 // 1024} MiB", "ask another model"
            )
        return answer.status, raw

    def _none(self, *, late: bool) -> Unreachable:
        if late:
            return Unreachable(
                f"{self.host} gave no answer within {self.seconds} seconds",
                "TESTIGO_LLM_SECONDS sets how long to wait",
            )
        return Unreachable(f"{self.host} cannot be asked", _HINT)

    def _headers(self) -> dict[str, str]:
        headers = {"Content-Type": "application/json", "Accept": "application/json", "User-Agent": "testigo"}
        return headers | ({"Authorization": f"Bearer {self.key}"} if self.key else {})


def server(url: str, model: str, key: str | None, seconds: int) -> Server:
    """The server at an address such as http://127.0.0.1:11434/v1. Errors: BadInput, Refused; nothing is sent."""
    try:
        parts = urlsplit(url)
        host, port = parts.hostname or "", parts.port
    except ValueError as error:
        raise BadInput("the address of the model cannot be read", _HINT) from error
    plain = url.isascii() and url.isprintable() and " " not in url
    if parts.scheme not in ("http", "https") or not host or not plain or parts.query or parts.fragment:
        raise BadInput(
            "the address of the model is no http or https address", "for example http://127.0.0.1:11434/v1"
        )
    if parts.username is not None or parts.password is not None:
        raise BadInput(
            "the address of the model holds a name or password", "put the key into TESTIGO_LLM_KEY_FILE"
        )
    if not model or not model.isprintable() or len(model) > 200:
        raise BadInput("no model is named", "set TESTIGO_LLM_MODEL to the server's name for it")
    if parts.scheme == "http" and not _is_near(host):
        raise Refused(f"{host} would get the report's text unencrypted", "use an https address")
    if not _is_here(host) and getproxies():
        raise Refused(
            f"a proxy is set in the environment, and {host} would be asked without it",
            "unset it to ask directly, or ask a model on this machine",
        )
    path = parts.path.rstrip("/") + "/chat/completions"
    return Server(parts.scheme == "https", host, port, path, model, key, max(1, seconds))


def _is_here(host: str) -> bool:
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


def _is_near(host: str) -> bool:
    """Whether the host is this machine, or a private address given as a number: a name may lead anywhere."""
    try:
        address = ip_address(host)
    except ValueError:
        return host == "localhost"
    return address.is_loopback or address.is_private


def _cut(connection: socket.socket, late: threading.Event) -> None:
    """End an exchange that takes too long: its reader sees the end of the stream."""
    late.set()
    try:
        # The plain method: under TLS the other one would take the layer away from the thread that reads.
        socket.socket.shutdown(connection, socket.SHUT_RDWR)
    except OSError:
        return  # closed already


def _content(raw: bytes, host: str) -> str:
    """The words of the first choice. Errors: Unreachable where the answer is none of this interface."""
    try:
        value: Any = json.loads(raw)
        content = value["choices"][0]["message"]["content"]
    except (ValueError, RecursionError, KeyError, IndexError, TypeError) as error:
        raise Unreachable(f"{host} gave an answer of another kind", _HINT) from error
    if not isinstance(content, str):
        raise Unreachable(f"{host} gave an answer without words", _HINT)
    return content.encode("utf-8", "replace").decode("utf-8")
