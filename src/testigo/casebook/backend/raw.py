"""A connection without Django, for checking: values come as they stand in the file, whatever they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2 as driver

Error = driver.Error


_STEPS = 100_000
"""After so many steps of SQLite's machine (some milliseconds) it is asked whether to go on."""


def never() -> bool:
    """Nobody asks to stop."""
    return False


@contextmanager
def connected(path: Path, key: bytes, stopped: Callable[[], bool] = never) -> Iterator[Any]:
    """A connection to the file that reads one unchanging state of it. Text that is not UTF-8 comes as bytes.

    stopped: whether a statement that runs now is to end with an error.
    """
    connection = driver.connect(
        f"{path.absolute().as_uri()}?mode=rw", uri=True, isolation_level=None, timeout=60.0
    )
    try:
        connection.execute("PRAGMA cipher_log_level = NONE")
        connection.set_key(f"x'{key.hex()}'")
        connection.text_factory = _text
        connection.set_progress_handler(stopped, _STEPS)
        yield connection
    finally:
        connection.close()


def _text(value: bytes) -> str | bytes:
    try:
        return value.decode()
    except UnicodeDecodeError:
        return value


def damaged_pages(path: Path, key: bytes) -> tuple[str, ...]:
    """What SQLCipher says about every page whose authentication fails, one line each."""
    with connected(path, key) as connection:
        return tuple(str(row[0]) for row in connection.execute("PRAGMA cipher_integrity_check"))
