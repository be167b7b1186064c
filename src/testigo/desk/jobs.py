"""Long work that a page starts: linking, weighing, confronting, verifying. It runs beside the pages, one at a time; no page waits for it.

Rules:
- A second start while something runs starts nothing: the page says what runs, since when, and at which step.
- A page waits PATIENCE seconds at most, so that a small casebook shows the result at once.
- What a stage keeps, it keeps in one transaction: work that fails, or ends with a lock, leaves what was there before.
- An error is kept with its kind for the page; its words only where they are ours (errors.py).
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from typing import Protocol

from testigo.errors import TestigoError

PATIENCE = 2.0
"""Seconds that a page waits for what it started."""


class Say(Protocol):
    """Told by work at which step it is, and how far it is in it where that can be counted."""

    def __call__(self, step: str, done: int = 0, of: int = 0) -> None:
        """step: as working.py knows it."""


Work = Callable[[Say], object]

log = logging.getLogger("testigo.desk")


@dataclass(frozen=True, slots=True)
class Job:
    """One run of long work. name: of the stage; step: what it does now; took: seconds, once it ended; wrong: why it failed.

    done, of: how much of the step is through, where that is counted.
    """

    name: str
    began: float
    step: str = ""
    done: int = 0
    of: int = 0
    took: float | None = None
    wrong: str = ""
    hint: str = ""


@dataclass(slots=True)
class Jobs:
    """What runs on a desk, and what ran last of each name. clock: seconds that only go forward."""

    clock: Callable[[], float] = time.monotonic
    running: Job | None = None
    ended: dict[str, Job] = field(default_factory=dict)
    _guard: threading.Lock = field(default_factory=threading.Lock)

    def start(self, name: str, work: Work) -> bool:
        """Start work unless some runs, and wait a moment for it. Gives whether it was started."""
        with self._guard:
            if self.running is not None:
                return False
            self.running = Job(name, self.clock())
        thread = threading.Thread(target=self._run, args=(name, work), name=f"testigo {name}", daemon=True)
        thread.start()
        thread.join(PATIENCE)
        return True

    def seconds(self) -> float:
        """How long what runs has been running."""
        job = self.running
        return self.clock() - job.began if job else 0.0

    def _run(self, name: str, work: Work) -> None:
        from django.db import connections

        wrong = hint = ""
        try:
            work(self._say)
        except TestigoError as error:
            wrong, hint = error.message, error.hint
        except Exception as error:  # noqa: BLE001 - the last line of this thread, as the error page is of a page's
            log.error("%s failed: %s", name, type(error).__name__)  # noqa: TRY400 - words of a report may stand in the traceback
            wrong = type(error).__name__
        finally:
            connections.close_all()
            self._end(wrong, hint)

    def _say(self, step: str, done: int = 0, of: int = 0) -> None:
        with self._guard:
            if self.running is not None:
                self.running = replace(self.running, step=step, done=done, of=of)

    def _end(self, wrong: str, hint: str) -> None:
        with self._guard:
            if self.running is not None:
                took = self.clock() - self.running.began
                self.ended[self.running.name] = replace(self.running, took=took, wrong=wrong, hint=hint)
            self.running = None
