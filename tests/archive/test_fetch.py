"""An address is fetched from the public network only, at the very address that was checked."""

from __future__ import annotations

import datetime as dt
import gzip
import http.server
import socket
import ssl
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest
from cryptography import x509
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat
from cryptography.x509.oid import NameOID

from testigo.archive.fetch import Fetcher, is_public
from testigo.archive.sources import Failed, Source
from testigo.errors import Refused, TestigoError, Unreachable

PRIVATE = [
    "127.0.0.1", "127.255.255.254", "0.0.0.0", "0.1.2.3", "10.0.0.1", "10.255.255.255", "172.16.0.1", "172.31.255.254",
    "192.168.0.1", "169.254.169.254", "169.254.0.1", "100.64.0.1", "100.127.255.255", "192.0.0.1", "192.0.0.170", "192.0.2.1",
    "192.88.99.1", "198.18.0.1", "198.19.255.255", "198.51.100.1", "203.0.113.1", "224.0.0.1", "239.255.255.250", "240.0.0.1",
    "255.255.255.255", "::1", "::", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::ffff:a9fe:a9fe", "::127.0.0.1", "64:ff9b::7f00:1",
    "64:ff9b::10.0.0.1", "64:ff9b:1::1", "2002:7f00:1::", "2002:a00:1::1", "2001::1", "2001:0:7f00:1::", "2001:db8::1", "fc00::1",
    "fd00:ec2::254", "fe80::1", "fe80::1%eth0", "fec0::1", "ff02::1", "100::1", "2001:10::1", "::ffff:0:127.0.0.1", "3fff::1",
    "", "localhost", "1", "127.1", "0x7f000001", "2130706433", "0177.0.0.1", "[::1]", "127.0.0.1.", "１２７.0.0.1",
]  # fmt: skip
PUBLIC = [
    "93.184.215.14",
    "1.1.1.1",
    "8.8.8.8",
    "2606:4700::1111",
    "2a00:1450:4001:81b::200e",
    "::ffff:8.8.8.8",
    "64:ff9b::808:808",
]


@pytest.mark.parametrize("address", PRIVATE)
def test_an_address_that_is_not_public_is_never_permitted(address: str) -> None:
    assert not is_public(address)


@pytest.mark.parametrize("address", PUBLIC)
def test_a_public_address_is_permitted(address: str) -> None:
    assert is_public(address)


def never(_host: str, _port: int) -> Sequence[str]:
    raise AssertionError("it must not even be resolved")


@pytest.mark.parametrize(
    "address",
    [
        a
        for a in PRIVATE
        if a and a.isascii() and a[0] in "0123456789:f" and "%" not in a and a.count(".") in (0, 3)
    ][:45],
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_an_address_by_number_is_refused_without_a_connection(
    monkeypatch: pytest.MonkeyPatch, address: str, scheme: str
) -> None:
    monkeypatch.setattr(socket.socket, "connect", lambda *_: pytest.fail("it connected"))
    host = f"[{address}]" if ":" in address else address
    with pytest.raises((Refused, Unreachable)):
        Fetcher().hop(f"{scheme}://{host}/")


@pytest.mark.parametrize(
    "url",
    [
        "ftp://farbank.example/", "file:///etc/passwd", "gopher://farbank.example/", "javascript:alert(1)", "//farbank.example/",
        "http://", "http:///x", "http://user@farbank.example/", "http://user:word@farbank.example/", "http://farbank.example@127.0.0.1/",
        "http://farbank.example\\@127.0.0.1/", "http://farbank.example:99999/", "http://farbank.example:x/", "http://[::1%25lo]/",
        "http://[fe80::1%eth0]/", "http://farbank.example/\r\nHost: x", "http://far bank.example/", "http://[::1/", "data:text/html,x",
    ],
)  # fmt: skip
def test_an_address_that_hides_something_is_refused_before_it_is_resolved(url: str) -> None:
    with pytest.raises(Refused):
        Fetcher(resolve=never).hop(url)


@pytest.mark.parametrize(
    "mixed", [["93.184.215.14", "10.0.0.1"], ["::1", "2606:4700::1111"], ["127.0.0.1"], []]
)
def test_a_name_with_any_address_that_is_not_public_is_refused(mixed: list[str]) -> None:
    with pytest.raises(Refused, match="private network"):
        Fetcher(resolve=lambda _h, _p: mixed).hop("http://farbank.example/")


# -- a server of our own: reached only because these tests say so ------------------------------------------------

Answer = Callable[[http.server.BaseHTTPRequestHandler], None]


class Server:
    """A local server whose answers a test gives by path, and a fetcher that may reach it and nothing else."""

    def __init__(self) -> None:
        self.answers: dict[str, Answer] = {}
        self.hosts: list[str] = []
        self.connections = 0
        world = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                world.connections += 1
                world.hosts.append(self.headers["Host"])
                world.answers[self.path](self)

            def log_message(self, *_: object) -> None:
                """Silent."""

        self.http = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.http.daemon_threads = True
        self.port = self.http.server_address[1]
        self.resolved: list[str] = []
        threading.Thread(target=self.http.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True).start()

    def fetcher(self, permit: Callable[[str], bool] | None = None, **names: Sequence[str]) -> Fetcher:
        def resolve(host: str, _port: int) -> Sequence[str]:
            self.resolved.append(host)
            return names.get(host.split(".", maxsplit=1)[0], ["127.0.0.1"])

        return Fetcher(resolve, permit or (lambda address: address == "127.0.0.1"))

    def url(self, path: str, host: str = "farbank.example") -> str:
        return f"http://{host}:{self.port}{path}"


def send(body: bytes, *headers: tuple[str, str], status: int = 200, length: bool = True) -> Answer:
    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        request.send_response(status)
        for name, value in headers:
            request.send_header(name, value)
        if length:
            request.send_header("Content-Length", str(len(body)))
        request.end_headers()
        request.wfile.write(body)

    return answer


@pytest.fixture
def server() -> Iterator[Server]:
    one = Server()
    yield one
    one.http.shutdown()
    one.http.server_close()


def test_the_bytes_the_address_and_the_answer_are_kept(server: Server) -> None:
    server.answers["/three?x=1"] = send(
        b"<p>words</p>", ("Content-Type", "text/html; charset=utf-8"), ("X-Seen", "yes")
    )
    source = server.fetcher().fetched(server.url("/three?x=1"))
    assert isinstance(source, Source)
    assert source.content == b"<p>words</p>"
    assert (source.how, source.declared, source.url) == (
        "address",
        "text/html; charset=utf-8",
        server.url("/three?x=1"),
    )
    assert source.asked == f"GET {server.url('/three?x=1')}\nconnected to 127.0.0.1 port {server.port}"
    assert source.answer.startswith("200 OK\n")
    assert "X-Seen: yes" in source.answer
    assert server.hosts == [f"farbank.example:{server.port}"]


def test_a_name_is_resolved_once_and_that_address_is_used(server: Server) -> None:
    server.answers["/"] = send(b"x")
    turns = iter([["127.0.0.1"], ["10.0.0.1"]])  # a rebinding name: public at first, private at the next look
    fetcher = Fetcher(lambda _h, _p: next(turns), lambda address: address == "127.0.0.1")
    assert isinstance(fetcher.fetched(server.url("/")), Source)
    assert next(turns) == ["10.0.0.1"], "the second look was never made"


def test_a_redirect_into_a_private_network_is_refused_at_its_hop(server: Server) -> None:
    for target in (
        "http://inside.example/",
        "http://127.0.0.2/",
        "http://[::1]/",
        "file:///etc/passwd",
        "http://169.254.169.254/latest",
    ):
        server.answers["/go"] = send(b"", ("Location", target), status=302)
        failed = server.fetcher(inside=["10.0.0.1"]).fetched(server.url("/go"))
        assert isinstance(failed, Failed)
        assert "private network" in failed.trouble.message or "only plain" in failed.trouble.message
    assert server.connections == 5


def test_a_name_that_turns_private_between_two_hops_is_refused(server: Server) -> None:
    server.answers["/go"] = send(b"", ("Location", "/there"), status=302)
    turns = iter([["127.0.0.1"], ["192.168.0.1"]])
    failed = Fetcher(lambda _h, _p: next(turns), lambda address: address == "127.0.0.1").fetched(
        server.url("/go")
    )
    assert isinstance(failed, Failed)
    assert server.connections == 1


def test_redirects_are_followed_and_all_of_them_are_kept(server: Server) -> None:
    server.answers["/a"] = send(b"", ("Location", "/b"), status=301)
    server.answers["/b"] = send(b"", ("Location", server.url("/c", "other.example")), status=307)
    server.answers["/c"] = send(b"there")
    source = server.fetcher().fetched(server.url("/a"))
    assert isinstance(source, Source)
    assert source.url == server.url("/c", "other.example")
    assert source.asked.count("GET ") == 3
    assert source.answer.count("Location") == 2
    assert server.resolved == ["farbank.example", "farbank.example", "other.example"]


def test_a_ring_of_redirects_ends(server: Server) -> None:
    server.answers["/a"] = send(b"", ("Location", "/a"), status=302)
    failed = server.fetcher().fetched(server.url("/a"))
    assert isinstance(failed, Failed)
    assert "redirects more than" in failed.trouble.message
    assert server.connections == 11


def drip(head: bytes) -> Answer:
    def answer(request: http.server.BaseHTTPRequestHandler) -> None:
        request.wfile.write(head)
        for _ in range(200):
            try:
                request.wfile.write(b"x")
                request.wfile.flush()
            except OSError:
                return
            time.sleep(0.05)

    return answer


@pytest.mark.parametrize(
    "head", [b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", b"HTTP/1.1 200 OK\r\nX-Long: ", b"HTTP/1."]
)
def test_a_server_that_drips_is_cut_off_by_the_clock(
    server: Server, monkeypatch: pytest.MonkeyPatch, head: bytes
) -> None:
    monkeypatch.setenv("TESTIGO_FETCH_SECONDS", "1")
    server.answers["/"] = drip(head)
    start = time.monotonic()
    failed = server.fetcher().fetched(server.url("/"))
    assert isinstance(failed, Failed)
    assert "longer than 1 seconds" in failed.trouble.message
    assert time.monotonic() - start < 4


def test_an_answer_larger_than_the_limit_is_refused(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TESTIGO_FETCH_MB", "1")
    server.answers["/"] = send(b"x" * 1_100_000, length=False)
    server.answers["/bomb"] = send(gzip.compress(bytes(5_000_000)), ("Content-Encoding", "gzip"))
    for path in ("/", "/bomb"):
        failed = server.fetcher().fetched(server.url(path))
        assert isinstance(failed, Failed)
        assert "1 MiB" in failed.trouble.message


@pytest.mark.parametrize(
    ("answer", "words"),
    [
        (send(b"gone", status=404), "answered 404"), (send(b"", status=500), "answered 500"), (send(b"x", ("Content-Encoding", "br")), "not known"),
        (send(b"not gzip", ("Content-Encoding", "gzip")), "does not unpack"), (send(b"short", ("Content-Length", "900"), length=False), "answer"),
        (lambda request: request.wfile.write(b"nonsense\r\n\r\n"), "did not answer"),
    ],
)  # fmt: skip
def test_a_failed_answer_says_why(server: Server, answer: Answer, words: str) -> None:
    server.answers["/"] = answer
    failed = server.fetcher().fetched(server.url("/"))
    assert isinstance(failed, Failed)
    assert words in failed.trouble.message


def test_a_compressed_answer_is_unpacked(server: Server) -> None:
    server.answers["/"] = send(gzip.compress(b"words"), ("Content-Encoding", "gzip"))
    source = server.fetcher().fetched(server.url("/"))
    assert isinstance(source, Source)
    assert source.content == b"words"


def test_a_name_that_does_not_resolve_is_said_plainly() -> None:
    def fail(_host: str, _port: int) -> Sequence[str]:
        raise Unreachable("the name farbank.example cannot be resolved", "check the address")

    failed = Fetcher(resolve=fail).fetched("http://farbank.example/")
    assert isinstance(failed, Failed)
    assert "cannot be resolved" in failed.trouble.message


def certificate(folder: Path, name: str) -> tuple[Path, Path]:
    """A certificate for one name that signs itself, and its key."""
    key = ec.generate_private_key(ec.SECP256R1())
    subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
    now = dt.datetime.now(dt.UTC)
    signed = (
        x509.CertificateBuilder().subject_name(subject).issuer_name(subject).public_key(key.public_key())
        .serial_number(1).not_valid_before(now - dt.timedelta(days=1)).not_valid_after(now + dt.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName(name)]), critical=False)
        .add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
        .sign(key, hashes.SHA256())
    )  # fmt: skip
    (folder / "cert.pem").write_bytes(signed.public_bytes(Encoding.PEM))
    (folder / "key.pem").write_bytes(key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()))
    return folder / "cert.pem", folder / "key.pem"


def test_with_tls_the_certificate_must_be_the_names_not_the_addresss(server: Server, tmp_path: Path) -> None:
    public, private = certificate(tmp_path, "farbank.example")
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(public, private)
    server.http.socket = context.wrap_socket(server.http.socket, server_side=True)
    server.answers["/"] = send(b"words")
    trusting = Fetcher(
        lambda _h, _p: ["127.0.0.1"], lambda _a: True, ssl.create_default_context(cafile=str(public))
    )
    url = server.url("/").replace("http:", "https:")
    source = trusting.fetched(url)
    assert isinstance(source, Source)
    assert source.content == b"words"
    assert isinstance(trusting.fetched(url.replace("farbank", "other")), Failed), "another name"
    assert isinstance(trusting.fetched(url.replace("farbank.example", "127.0.0.1")), Failed), "its address"
    untrusting = Fetcher(lambda _h, _p: ["127.0.0.1"], lambda _a: True)
    assert isinstance(untrusting.fetched(url), Failed), "nobody vouches for it"


def test_no_proxy_of_the_environment_is_used(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("http_proxy", "HTTP_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, "http://127.0.0.1:9")
    server.answers["/"] = send(b"x")
    assert isinstance(server.fetcher().fetched(server.url("/")), Source)


def test_by_default_our_own_server_is_out_of_reach(server: Server) -> None:
    for host in ("127.0.0.1", "localhost"):
        assert isinstance(Fetcher().fetched(f"http://{host}:{server.port}/"), Failed)
    assert server.connections == 0


def test_what_a_fetch_refuses_is_an_error_of_ours() -> None:
    with pytest.raises(TestigoError):
        Fetcher().hop("http://127.0.0.1/")
