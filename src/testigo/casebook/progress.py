"""Telling how far a long piece of work is, to whoever asked for it.

Rules: the work tells; who listens decides what becomes of it. Where nobody listens, nothing happens.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar

Listener = Callable[[int, int], None]
"""Called with how much is done, and of how much."""
_listening: ContextVar[Listener | None] = ContextVar("listening", default=None)


@contextmanager
def told_to(listener: Listener) -> Iterator[None]:
    """Inside, everything that is told goes to this listener."""
    before = _listening.set(listener)
    try:
        yield
    finally:
        _listening.reset(before)


def tell(done: int, of: int) -> None:
    """Say how far the work is."""
    listener = _listening.get()
    if listener is not None:
        listener(done, of)
