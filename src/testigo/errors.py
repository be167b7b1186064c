"""What can go wrong, sorted by who must act.

Rules:
- Every error that a person may see is a `TestigoError`: a message (what happened), a hint (what to do),
  and the exit code of the command that met it.
- Messages are plain words, lower case, without blame.
- `Refused` is an answer, not a bug: the method says no.
"""

from __future__ import annotations

from typing import ClassVar


class TestigoError(Exception):
    """Any error that Testigo tells a person about. message: what happened. hint: what to do next, or empty."""

    __test__ = False  # pytest would take the name for a test class
    exit_code: ClassVar[int] = 1
    label: ClassVar[str] = "error"

    def __init__(self, message: str, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint

    def __str__(self) -> str:
        return f"{self.message}\n  {self.hint}" if self.hint else self.message


class BadInput(TestigoError):
    """The caller can mend it: a wrong option, an unreadable file, a wrong passphrase."""

    exit_code = 2
    label = "bad input"


class Unreachable(TestigoError):
    """Something outside did not answer; the same call may work later."""

    exit_code = 3
    label = "not reached"


class Broken(TestigoError):
    """Stored bytes, entries or signatures do not match what was recorded. Stop and look."""

    exit_code = 4
    label = "damaged"


class Refused(TestigoError):
    """The method says no: a private address, a bomb, a format that cannot be opened safely."""

    exit_code = 5
    label = "refused"


class Conflict(TestigoError):
    """Somebody or something else changed or holds it meanwhile; look at it and choose."""

    exit_code = 6
    label = "conflict"


class Missing(TestigoError):
    """A part that is not installed is needed. The hint names it and the command that installs it."""

    exit_code = 7
    label = "not installed"


class Partial(TestigoError):
    """Some items of a batch failed and were kept as trouble rows; the others went through."""

    exit_code = 8
    label = "partly done"
