"""Work on values shared between processes, with the results in the order of the tasks, however many processes there are.

Rules:
- What is done is a function of its task alone, and tasks are cut by a fixed rule: one process or several, the same bytes.
- The first few tasks are done at once, in this process: a small casebook starts no others.
- Processes are started anew ("spawn") on every system: none of them inherits a database, a key or a lock.
"""

from __future__ import annotations

import gc
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future, ProcessPoolExecutor
from multiprocessing import get_context
from typing import Any, Self, TypeVar

T = TypeVar("T")
R = TypeVar("R")
Say = Callable[[str, int, int], None]
"""Told which step the work is at, how many of its things are done, and of how many (0: not known)."""
MOST = 4
"""Processes at the most, whatever the machine has: each has tables and words of its own in memory."""


class Shared:
    """Processes that do tasks. workers: how many; below 2 everything is done in this process. alone: tasks done here first.

    say: told how far the whole work is, by whoever does it.
    """

    def __init__(self, workers: int = 1, *, alone: int = 8, say: Say = lambda *_: None) -> None:
        self.workers, self.alone, self.say = workers, alone, say
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *error: object) -> None:
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)

    @property
    def started(self) -> bool:
        """Whether there are other processes by now."""
        return self._pool is not None

    def each(self, do: Callable[[T], R], tasks: Iterable[T]) -> Iterator[R]:
        """What is done gives for each task, in their order. do: a function of a module, so that it can be sent."""
        waiting: deque[Future[Any]] = deque()
        for number, task in enumerate(tasks):
            if self.workers < 2 or (self._pool is None and number < self.alone):
                yield do(task)
                continue
            waiting.append(self._started().submit(do, task))
            while waiting and (waiting[0].done() or len(waiting) > 2 * self.workers):
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()

    def _started(self) -> ProcessPoolExecutor:
        if self._pool is None:
            self._pool = ProcessPoolExecutor(self.workers, get_context("spawn"), initializer=_begin)
        return self._pool


def _begin() -> None:
    """What tasks make has no cycles, so nobody need look for any."""
    gc.disable()


def cores() -> int:
    """How many processes this machine has room for."""
    known = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(MOST, known)
