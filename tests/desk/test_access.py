"""Every route with every method in every state, from the live router; what is not declared is not answered."""

from __future__ import annotations

import itertools

import pytest
from django.urls import get_resolver
from tests.desk.wsgi import Answer, Browser

from testigo.casebook.casebook import Casebook
from testigo.desk.door import Door
from testigo.desk.guard import HEADERS
from testigo.desk.routes import ROUTES, Needs, Route
from testigo.desk.site import Desk

METHODS = ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND")
STATES = (
    "unlocked",
    "not in",
    "locked",
    "foreign page",
    "other port",
    "foreign host",
    "no token",
    "old token",
)
HEADERS_OF = {
    "foreign page": {"HTTP_SEC_FETCH_SITE": "cross-site", "HTTP_ORIGIN": "http://evil.example"},
    "other port": {"HTTP_SEC_FETCH_SITE": "same-site", "HTTP_ORIGIN": "http://127.0.0.1:9999"},
    "foreign host": {"HTTP_HOST": "evil.example:8645"},
}
NOT_OPEN = "not open in this browser"


def address(route: Route) -> str:
    return "/" + route.path.replace("<int:id>", "1")


def prepared(desk: Desk, state: str) -> Browser:
    browser = Browser(desk)
    if state != "not in":
        browser.come_in()
    if state == "locked":
        desk.door.lock()
    return browser


def asked(browser: Browser, method: str, route: Route, state: str) -> Answer:
    headers = HEADERS_OF.get(state, {})
    if method != "POST":
        return browser.ask(method, address(route), b"", **headers)
    token = {"no token": "", "old token": Door().token("x")}.get(state)
    return browser.post(address(route), {"language": "en", "theme": "auto", "verdict": "?"}, token, **headers)


def expected(method: str, route: Route, state: str) -> set[int]:
    """The answers that are right: by the table alone."""
    needs = route.needs(method)
    if state == "foreign host":
        return {421}
    if needs is None:
        return {405}
    forged = method == "POST" and state in ("foreign page", "other port", "no token", "old token")
    outside = state in ("not in", "locked", "foreign page", "other port")
    if forged or (outside and needs is not Needs.OPEN):
        return {403}
    return {200, 302, 400, 403} if needs is Needs.OPEN else {200, 302, 400, 404}


@pytest.mark.parametrize("state", STATES)
def test_every_route_and_method_answers_by_the_table(desk: Desk, state: str) -> None:
    for route, method in itertools.product(ROUTES, METHODS):
        door = Door()
        desk.door = door
        answer = asked(prepared(desk, state), method, route, state)
        assert answer.status in expected(method, route, state), (route.name, method, state, answer.status)
        if state in ("not in", "locked") and route.needs(method) not in (None, Needs.OPEN):
            assert b"Northtown" not in answer.body


def test_the_router_knows_exactly_the_table() -> None:
    assert {getattr(p, "name", None) for p in get_resolver().url_patterns} == {route.name for route in ROUTES}
    assert len(get_resolver().url_patterns) == len(ROUTES)
    names, paths = [r.name for r in ROUTES], [r.path for r in ROUTES]
    assert len(names) == len(set(names)), "two routes of one name: links would lead to the last one"
    assert len(paths) == len(set(paths))


@pytest.mark.parametrize(
    "path", ["/admin/", "/x", "/report/", "/report/1", "/report/x/", "/-/static/../serve.py"]
)
def test_what_is_not_in_the_table_is_not_there(browser: Browser, path: str) -> None:
    assert browser.get(path).status == 404


@pytest.mark.parametrize(
    "host", ["127.0.0.1", "localhost", "127.0.0.1:80", "evil.example", "127.0.0.1:8645.evil.example", "", "[::1]:8645", "LOCALHOST:8645"]
)  # fmt: skip
def test_only_this_machine_and_port_is_answered(browser: Browser, host: str) -> None:
    assert browser.get("/", HTTP_HOST=host).status == 421
    assert browser.get("/-/static/desk.css", HTTP_HOST=host).status == 421


def test_localhost_with_our_port_is_answered(browser: Browser) -> None:
    assert browser.get("/", HTTP_HOST="localhost:8645").status == 200


@pytest.mark.parametrize(
    "headers",
    [
        {"HTTP_SEC_FETCH_SITE": "cross-site"},
        {"HTTP_SEC_FETCH_SITE": "same-site"},
        {"HTTP_SEC_FETCH_SITE": "none"},
        {"HTTP_SEC_FETCH_SITE": "same-origin", "HTTP_ORIGIN": "http://evil.example"},
        {"HTTP_SEC_FETCH_SITE": "", "HTTP_ORIGIN": "null"},
        {"HTTP_SEC_FETCH_SITE": "", "HTTP_ORIGIN": ""},
        {"HTTP_SEC_FETCH_SITE": "", "HTTP_ORIGIN": "http://127.0.0.1:9999"},
        {"HTTP_SEC_FETCH_SITE": "", "HTTP_ORIGIN": "https://127.0.0.1:8645"},
        {"CONTENT_TYPE": "text/plain"},
        {"CONTENT_TYPE": "multipart/form-data; boundary=x"},
        {"CONTENT_TYPE": "application/json"},
    ],
)
def test_a_form_that_is_not_ours_changes_nothing(
    browser: Browser, casebook: Casebook, headers: dict[str, str]
) -> None:
    before = casebook.counts()
    answer = browser.post("/claim/1/", {"verdict": "accept", "by": "Mallory", "seen": ""}, None, **headers)
    assert answer.status == 403
    assert casebook.counts() == before


def test_an_old_browser_proves_itself_by_its_origin(browser: Browser) -> None:
    answer = browser.post(
        "/-/theme/", {"theme": "dark"}, HTTP_SEC_FETCH_SITE="", HTTP_ORIGIN="http://127.0.0.1:8645"
    )
    assert answer.status == 302


def test_nothing_is_changed_by_asking_for_a_page(browser: Browser, casebook: Casebook) -> None:
    before = casebook.counts()
    for route in ROUTES:
        if route.get:
            browser.get(address(route) + "?verdict=accept&by=Mallory")
    assert casebook.counts() == before


def test_strict_headers_are_on_every_answer(desk: Desk) -> None:
    inside, outside = Browser(desk).come_in(), Browser(desk)
    paths = [address(route) for route in ROUTES] + [
        "/x",
        "/-/static/desk.css",
        "/-/static/nothing",
        "/\xff",
    ]
    for browser, path, method in itertools.product((inside, outside), paths, ("GET", "POST", "DELETE")):
        answer = browser.ask(method, path)
        for name, value in HEADERS.items():
            assert answer.headers[name.lower()] == value, (path, method, name)
        assert "access-control-allow-origin" not in answer.headers
    assert (
        inside.get("/", HTTP_HOST="evil.example")
        .headers["content-security-policy"]
        .startswith("default-src 'none'")
    )


def test_the_session_cookie_is_strict_and_out_of_reach_of_scripts(desk: Desk) -> None:
    (cookie,) = [
        c for c in Browser(desk).get(f"/-/enter/?key={desk.door.new_key()}").cookies if "testigo" in c
    ]
    assert cookie.strip().startswith("testigo-8645=")
    assert "HttpOnly" in cookie
    assert "SameSite=Strict" in cookie
    assert "Domain" not in cookie


def test_a_used_or_wrong_key_says_so_and_opens_nothing(desk: Desk) -> None:
    key = desk.door.new_key()
    assert Browser(desk).get(f"/-/enter/?key={key}").status == 200
    again = Browser(desk).get(f"/-/enter/?key={key}")
    assert again.status == 403
    assert "used already" in again.text
    assert not again.cookies


@pytest.mark.parametrize(
    "next_", ["//evil.example", "https://evil.example", "/\\evil.example", "javascript:1", "/a\nb"]
)
def test_a_setting_goes_back_to_a_page_of_ours_only(browser: Browser, next_: str) -> None:
    answer = browser.post("/-/theme/", {"theme": "dark", "next": next_})
    assert answer.headers["location"] == "/"


def test_a_form_that_is_too_long_is_refused_before_it_is_read(browser: Browser) -> None:
    assert browser.post("/claim/1/", {"note": "x" * 600_000}).status == 413
    assert browser.ask("POST", "/claim/1/", b"", CONTENT_LENGTH="-1").status == 413


def test_an_error_of_ours_tells_nothing_of_the_inside(
    browser: Browser, casebook: Casebook, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object, **__: object) -> None:
        raise RuntimeError("the secret words of a report")

    monkeypatch.setattr(type(casebook), "at_hand", broken)
    answer = browser.get("/")
    assert answer.status == 500
    assert "secret words" not in answer.text
    assert "RuntimeError" not in answer.text
    assert "Traceback" not in answer.text
    assert "secret words" not in caplog.text
    assert "RuntimeError at test_access.py" in caplog.text
