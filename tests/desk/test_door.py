"""The key works once, sessions end, and nothing but the passphrase opens a locked desk."""

from __future__ import annotations

from testigo.desk.door import Door


class Clock:
    now = 100.0

    def __call__(self) -> float:
        return self.now


def test_a_key_works_once() -> None:
    door = Door()
    key = door.new_key()
    cookie = door.enter(key)
    assert cookie is not None
    assert door.session(cookie) is not None
    assert door.enter(key) is None


def test_only_the_last_key_works() -> None:
    door = Door()
    old, new = door.new_key(), door.new_key()
    assert door.enter(old) is None
    assert door.enter(new) is not None


def test_a_guessed_key_or_cookie_opens_nothing() -> None:
    door = Door()
    door.new_key()
    for guess in ("", "x", "\ud800", "None"):
        assert door.enter(guess) is None
        assert door.session(guess) is None


def test_a_session_ends_after_the_idle_time() -> None:
    clock = Clock()
    door = Door(idle_seconds=60, clock=clock)
    cookie = door.open()
    clock.now += 59
    assert door.session(cookie) is not None
    clock.now += 59
    assert door.session(cookie) is not None
    assert not door.idle()
    clock.now += 61
    assert door.idle()
    assert door.session(cookie) is None
    clock.now -= 60
    assert door.session(cookie) is None


def test_locking_ends_every_session_and_the_key() -> None:
    door = Door()
    key, cookie = door.new_key(), door.open()
    door.lock()
    assert door.locked
    assert door.session(cookie) is None
    assert door.enter(key) is None
    assert door.session(door.open()) is not None


def test_a_token_is_bound_to_its_session_and_its_process() -> None:
    door, other = Door(), Door()
    assert door.is_token("alice", door.token("alice"))
    assert not door.is_token("bob", door.token("alice"))
    assert not other.is_token("alice", door.token("alice"))
    assert not door.is_token("alice", "é")


def test_what_is_printed_of_a_door_tells_no_secret() -> None:
    door = Door()
    key, cookie = door.new_key(), door.open()
    assert key not in repr(door)
    assert cookie not in repr(door)
    assert "_secret" not in repr(door)
