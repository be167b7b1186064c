"""Who may come in: the one-time key, the sessions of browsers, the lock. Kept in memory, gone with the process.

Rules:
- The key is 256 bits, works once, and is never written down by us outside the terminal and a private file.
- Only digests of keys and session cookies are kept; they are compared in constant time.
- A session ends with the process, with the lock, and after the idle time. Every time is monotonic: setting the
  clock of the machine opens nothing.
- A form's token is bound to the session that it was made for.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field

IDLE_SECONDS = 30 * 60
WRONG_PAUSE_SECONDS = 1.0


@dataclass(slots=True)
class Session:
    """One browser that came in. seen: when it last asked for something, in seconds of the door's clock."""

    seen: float
    person: str = ""


@dataclass(slots=True)
class Door:
    """The keys and sessions of one running desk. clock: seconds that only go forward."""

    idle_seconds: float = IDLE_SECONDS
    clock: Callable[[], float] = time.monotonic
    locked: bool = False
    _secret: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)
    _key: bytes | None = field(default=None, repr=False)
    _sessions: dict[bytes, Session] = field(default_factory=dict, repr=False)
    _guard: threading.Lock = field(default_factory=threading.Lock, repr=False)

    def new_key(self) -> str:
        """A fresh one-time key; an older unused one works no longer."""
        key = secrets.token_urlsafe(32)
        with self._guard:
            self._key = self._digest(key)
        return key

    def enter(self, key: str) -> str | None:
        """The cookie of a new session, if the key is the one that was made last and not used."""
        with self._guard:
            if self._key is None or not hmac.compare_digest(self._key, self._digest(key)):
                return None
            self._key = None
            return self._open()

    def open(self) -> str:
        """The cookie of a new session for somebody who proved to know the passphrase."""
        with self._guard:
            self.locked = False
            return self._open()

    def session(self, cookie: str) -> Session | None:
        """The session of a cookie, seen now; None where there is none, or it was idle for too long."""
        with self._guard:
            found = self._sessions.get(self._digest(cookie))
            now = self.clock()
            if found is None or self.locked:
                return None
            if now - found.seen > self.idle_seconds:
                self._sessions.clear()
                return None
            found.seen = now
            return found

    def idle(self) -> bool:
        """Whether somebody came in, and nobody asked for anything for the idle time."""
        with self._guard:
            last = max((s.seen for s in self._sessions.values()), default=None)
            return last is not None and self.clock() - last > self.idle_seconds

    def lock(self) -> None:
        """End every session; only the passphrase opens the desk again."""
        with self._guard:
            self._sessions.clear()
            self._key = None
            self.locked = True

    def token(self, cookie: str) -> str:
        """The token of the forms of a session, or of a browser without one (empty cookie)."""
        return hmac.new(self._secret, b"form" + cookie.encode(), hashlib.sha256).hexdigest()

    def is_token(self, cookie: str, token: str) -> bool:
        """Whether a token was made for this session."""
        return hmac.compare_digest(self.token(cookie).encode(), token.encode())

    def _open(self) -> str:
        cookie = secrets.token_urlsafe(32)
        self._sessions[self._digest(cookie)] = Session(self.clock())
        return cookie

    def _digest(self, value: str) -> bytes:
        return hmac.new(self._secret, value.encode("utf-8", "surrogatepass"), hashlib.sha256).digest()
