"""Which database file is open in this process, and its key: in memory only, never in Django's settings.

Rules:
- One file at a time. `generation` grows with each change, so that a thread's connection to an older file is noticed.
- The key does not appear in any repr.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Unlocked:
    """A database file with its raw key (32 bytes). create: whether the file may be made."""

    path: Path
    key: bytes = field(repr=False)
    create: bool = False


CACHE_KIB = 32_000
"""Memory for pages of the database."""
_guard = threading.Lock()
_current: Unlocked | None = None
_generation = 0


def use(unlocked: Unlocked | None) -> None:
    """Make this the open file; None: no file is open."""
    global _current, _generation  # noqa: PLW0603 - the one state of this module, behind its lock
    with _guard:
        _current = unlocked
        _generation += 1


def current() -> tuple[Unlocked | None, int]:
    """The open file and the generation."""
    with _guard:
        return _current, _generation
