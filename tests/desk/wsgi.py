"""A small client that talks to the desk as a browser would: cookies, forms, headers; no network."""

from __future__ import annotations

import io
import re
import threading
from dataclasses import dataclass, field
from http.cookies import SimpleCookie
from typing import Any
from urllib.parse import unquote_to_bytes, urlencode, urlsplit

from testigo.desk.site import Desk, application


@dataclass
class Answer:
    """What came back. headers: by name in lower case, the last of each."""

    status: int
    headers: dict[str, str]
    cookies: list[str]
    body: bytes

    @property
    def text(self) -> str:
        return self.body.decode("utf-8")

    @property
    def token(self) -> str:
        found = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', self.text)
        assert found, "no form with a token on this page"
        return found[1]


@dataclass
class Browser:
    """One browser before a desk. headers: sent with every request, as a WSGI environ names them."""

    desk: Desk
    headers: dict[str, str] = field(default_factory=dict)
    cookies: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.app = application(self.desk)

    def come_in(self) -> Browser:
        answer = self.get(f"/-/enter/?key={self.desk.door.new_key()}")
        assert answer.status == 200
        return self

    def settle(self) -> None:
        """Wait until the long work that a page started has ended."""
        for thread in threading.enumerate():
            if thread.name.startswith("testigo "):
                thread.join(120)
        assert self.desk.jobs.running is None

    def get(self, path: str, **headers: str) -> Answer:
        return self.ask("GET", path, b"", **headers)

    def post(
        self, path: str, data: dict[str, str] | None = None, token: str | None = None, **headers: str
    ) -> Answer:
        """A form of ours, sent as a browser sends it. token: None for the right one of this browser."""
        right = self.desk.door.token(self.cookies.get(self.desk.cookie, ""))
        fields = {"csrfmiddlewaretoken": right if token is None else token, **(data or {})}
        sent = {"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "null", **headers}
        return self.ask("POST", path, urlencode(fields).encode(), **sent)

    def ask(self, method: str, path: str, body: bytes = b"", **headers: str) -> Answer:
        parts = urlsplit(path)
        environ: dict[str, Any] = {
            "REQUEST_METHOD": method,
            "PATH_INFO": unquote_to_bytes(parts.path).decode("latin-1"),
            "QUERY_STRING": parts.query,
            "HTTP_HOST": f"127.0.0.1:{self.desk.port}",
            "SERVER_NAME": "127.0.0.1",
            "SERVER_PORT": str(self.desk.port),
            "SERVER_PROTOCOL": "HTTP/1.1",
            "CONTENT_TYPE": "application/x-www-form-urlencoded",
            "CONTENT_LENGTH": str(len(body)),
            "HTTP_COOKIE": "; ".join(f"{k}={v}" for k, v in self.cookies.items()),
            "wsgi.input": io.BytesIO(body),
            "wsgi.url_scheme": "http",
            "wsgi.errors": io.StringIO(),
            **self.headers,
            **headers,
        }
        got: list[Any] = []
        chunks = self.app(
            {k: v for k, v in environ.items() if v is not None}, lambda s, h, *_: got.append((s, h))
        )
        content = b"".join(chunks)
        if hasattr(chunks, "close"):
            chunks.close()
        status, heads = got[-1]
        cookies = [value for name, value in heads if name == "Set-Cookie"]
        for cookie in cookies:
            for name, morsel in SimpleCookie(cookie).items():
                self.cookies[name] = morsel.value
        return Answer(int(status[:3]), {name.lower(): value for name, value in heads}, cookies, content)
