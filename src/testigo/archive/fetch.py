"""Fetching an address that a person named: once, from the public network only, with what was asked and answered kept.

Rules:
- A name is resolved once per hop; if any of its addresses is not public, the hop is refused; the connection goes to the
  very address that was checked, with the name kept for TLS and the Host header. So a name cannot change in between.
- Redirects are followed by hand, at most ten, each checked as the first. No proxy, no cookie, no script, no picture.
- Time and size are limited; the clock stands for the whole fetch and a timer cuts the connection.
- Not public: private, loopback, link-local, shared, documentation, benchmark, multicast and reserved ranges of IPv4 and
  IPv6, and IPv6 forms that carry such an IPv4 address (mapped, 6to4, Teredo, NAT64).
"""

from __future__ import annotations

import contextlib
import http.client
import ipaddress
import socket
import ssl
import threading
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import urljoin, urlsplit

from testigo import settings
from testigo.archive.events import Trouble
from testigo.archive.names import shown
from testigo.archive.sources import Failed, Fed, Source
from testigo.errors import Refused, TestigoError, Unreachable

if TYPE_CHECKING:
    from urllib3 import BaseHTTPResponse as HTTPResponse
    from urllib3.connection import HTTPConnection

_HOPS = 10
_AGENT = "Mozilla/5.0 (compatible; Testigo)"
_BARRED = tuple(
    ipaddress.ip_network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/4", "240.0.0.0/4", "::/128", "::1/128", "::/96", "100::/64", "2001::/23", "2001:db8::/32",
        "2002::/16", "3fff::/20", "5f00::/16", "fc00::/7", "fe80::/10", "fec0::/10", "ff00::/8",
    )
)  # fmt: skip
_CARRIERS = tuple(ipaddress.IPv6Network(n) for n in ("::ffff:0:0/96", "64:ff9b::/96", "::ffff:0:0:0/96"))

Resolve = Callable[[str, int], Sequence[str]]


def resolved(host: str, port: int) -> Sequence[str]:
    """The addresses of a name, by the system's resolver. Errors: Unreachable."""
    try:
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    except (OSError, UnicodeError) as error:
        raise Unreachable(
            f"the name {shown(host)} cannot be resolved", "check the address and the connection"
        ) from error
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def is_public(address: str) -> bool:
    """Whether an IP address belongs to the public network, whatever form it is written in."""
    try:
        found = ipaddress.ip_address(address)
    except ValueError:
        return False
    if isinstance(found, ipaddress.IPv6Address):
        if found.scope_id:
            return False
        for network in _CARRIERS:
            if found in network:
                return is_public(str(ipaddress.IPv4Address(int(found) & 0xFFFFFFFF)))
        if found in ipaddress.IPv6Network("64:ff9b:1::/48"):
            return False
    return found.is_global and not any(found in network for network in _BARRED)


@dataclass(frozen=True, slots=True)
class Hop:
    """A checked step: where to connect and by which name. address: the one that was checked."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    address: str


@dataclass(frozen=True, slots=True)
class Fetcher:
    """How addresses are fetched. resolve, permit: the system's resolver and `is_public`; tests give others.

    context: for TLS; None: the system's certificates.
    """

    resolve: Resolve = resolved
    permit: Callable[[str], bool] = is_public
    context: ssl.SSLContext | None = None

    def fetched(self, url: str) -> Fed:
        """The source of an address, or what failed."""
        try:
            return self._fetch(url)
        except TestigoError as error:
            return Failed(shown(url, 2000), Trouble(error.message, error.hint, "fetch"))

    def hop(self, url: str) -> Hop:
        """Where an address leads, checked. Errors: Refused, Unreachable."""
        try:
            parts = urlsplit(url)
            port = parts.port or (443 if parts.scheme == "https" else 80)
            host = (parts.hostname or "").encode("idna").decode("ascii")
        except (ValueError, UnicodeError) as error:
            raise Refused("the address is not well formed", "check how it is written") from error
        if parts.scheme not in ("http", "https") or not host or any(c <= " " or c == "\x7f" for c in url):
            raise Refused("only plain http and https addresses are fetched", "check how it is written")
        if parts.username is not None or parts.password is not None or "%" in host or "\\" in url:
            raise Refused(
                "the address hides something: a user name, a zone or a backslash", "give the plain address"
            )
        addresses = [host] if _is_ip(host) else self.resolve(host, port)
        if not addresses or not all(self.permit(address) for address in addresses):
            raise Refused("the address leads into a private network", "only public addresses are fetched")
        path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
        return Hop(url, parts.scheme, host, port, path, addresses[0])

    def _fetch(self, url: str) -> Source:
        until = time.monotonic() + settings.number("fetch_seconds")
        asked: list[str] = []
        answers: list[str] = []
        for _ in range(_HOPS + 1):
            hop = self.hop(url)
            asked.append(f"GET {hop.url}\nconnected to {hop.address} port {hop.port}")
            answer = self._ask(hop, until)
            answers.append(answer.head)
            if not answer.location:
                break
            url = urljoin(hop.url, answer.location)
        else:
            raise Refused(f"the address redirects more than {_HOPS} times", "give the final address")
        if answer.status != 200:
            raise Unreachable(f"the server answered {answer.status}", "check the address, or try later")
        return Source(
            shown(asked[0].split("\n")[0].removeprefix("GET "), 2000), how="address", content=answer.body,
            declared=answer.kind, url=hop.url, asked="\n".join(asked)[:8000], answer="\n\n".join(answers)[:32_000],
        )  # fmt: skip

    def _ask(self, hop: Hop, until: float) -> _Answer:
        from urllib3.exceptions import HTTPError

        connection = self._connection(hop, _left(until))
        try:
            connection.connect()
            with _cut_after(_left(until), connection):
                connection.request(
                    "GET", hop.path, preload_content=False, decode_content=False,
                    headers={"Host": _host_header(hop), "User-Agent": _AGENT, "Accept": "*/*",
                             "Accept-Encoding": "identity", "Connection": "close"},
                )  # fmt: skip
                response = connection.getresponse()
                _left(until)  # a head that the clock cut off looks like one that ended
                return _read(response, until)
        except (HTTPError, OSError, ValueError, AttributeError, http.client.HTTPException) as error:
            if time.monotonic() >= until:
                raise _slow() from error
            raise Unreachable(
                f"the server did not answer ({type(error).__name__})", "try again later"
            ) from error
        finally:
            connection.close()

    def _connection(self, hop: Hop, left: float) -> HTTPConnection:
        from urllib3.connection import HTTPConnection as Plain
        from urllib3.connection import HTTPSConnection as Secure

        timeout = min(left, 10.0)
        if hop.scheme == "http":
            return Plain(hop.address, hop.port, timeout=timeout)
        context = self.context or ssl.create_default_context()
        return Secure(
            hop.address,
            hop.port,
            timeout=timeout,
            ssl_context=context,
            server_hostname=hop.host,
            assert_hostname=hop.host,
        )


@dataclass(frozen=True, slots=True)
class _Answer:
    status: int
    head: str
    location: str
    kind: str | None
    body: bytes


def _left(until: float) -> float:
    left = until - time.monotonic()
    if left <= 0:
        raise _slow()
    return left


@contextlib.contextmanager
def _cut_after(seconds: float, connection: HTTPConnection) -> Iterator[None]:
    """Cut the connection when the time is over, whatever it is waiting for."""

    def cut() -> None:
        sock = connection.sock
        if sock is not None:
            with contextlib.suppress(OSError):
                sock.shutdown(socket.SHUT_RDWR)

    timer = threading.Timer(seconds, cut)
    timer.daemon = True
    timer.start()
    try:
        yield
    finally:
        timer.cancel()


def _read(response: HTTPResponse, until: float) -> _Answer:
    head = f"{response.status} {response.reason or ''}\n" + "\n".join(
        f"{k}: {v}" for k, v in response.headers.items()
    )
    location = response.headers.get("Location", "") if response.status in (301, 302, 303, 307, 308) else ""
    if location:
        return _Answer(response.status, shown_head(head), location, None, b"")
    limit = settings.number("fetch_mb") << 20
    body = bytearray()
    while piece := response.read1(1 << 16):
        body += piece
        if len(body) > limit:
            raise Refused(
                f"the answer is larger than {limit >> 20} MiB", "raise TESTIGO_FETCH_MB, or save it by hand"
            )
        _left(until)
    declared = response.headers.get("Content-Length", "")
    if declared.isdigit() and int(declared) > len(body):
        raise Unreachable("the answer was cut off", "try again later")
    if not body and response.status == 200:
        raise Unreachable("the answer is empty", "try again later")
    plain = _unwrapped(bytes(body), response.headers.get("Content-Encoding", "").strip().lower(), limit)
    return _Answer(response.status, shown_head(head), "", response.headers.get("Content-Type"), plain)


def shown_head(head: str) -> str:
    """An answer's head, line by line made safe to show."""
    return "\n".join(shown(line, 2000) for line in head.split("\n")[:200])


def _unwrapped(body: bytes, coding: str, limit: int) -> bytes:
    """The body without a compression that was not asked for. Errors: Refused where it is a bomb or of another kind."""
    if coding in ("", "identity"):
        return body
    if coding not in ("gzip", "x-gzip", "deflate"):
        raise Refused(
            f"the answer is packed in a way that is not known: {shown(coding, 40)}", "save it by hand"
        )
    decoder = zlib.decompressobj(wbits=31 if "gzip" in coding else 15)
    try:
        plain = decoder.decompress(body, limit)
    except zlib.error as error:
        raise Unreachable("the answer does not unpack", "try again later") from error
    if decoder.unconsumed_tail:
        raise Refused(f"the answer unpacks to more than {limit >> 20} MiB", "save it by hand")
    return plain


def fetched(url: str) -> Fed:
    """The source of an address by the system's resolver, public network only; or what failed."""
    return Fetcher().fetched(url)


def _is_ip(host: str) -> bool:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        return False
    return True


def _host_header(hop: Hop) -> str:
    name = f"[{hop.host}]" if ":" in hop.host else hop.host
    usual = {"http": 80, "https": 443}[hop.scheme]
    return name if hop.port == usual else f"{name}:{hop.port}"


def _slow() -> Unreachable:
    return Unreachable(
        f"it took longer than {settings.number('fetch_seconds')} seconds",
        "try later, or raise TESTIGO_FETCH_SECONDS",
    )
