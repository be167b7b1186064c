"""What is worked out of a whole casebook: the draw for second readings, all claims for pictures, figures that take long.

Rules:
- Nothing here is recorded. What is kept in memory goes when something is recorded, and when the casebook is closed.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable
from contextlib import AbstractContextManager
from typing import Any, TypeVar

from testigo.casebook.recording import Log
from testigo.casebook.values import Drawn

T = TypeVar("T")


class WorkedOut:
    """The part of a casebook that answers from all of it at once."""

    _kept: tuple[str, dict[Hashable, Any]]

    def _looking(self) -> AbstractContextManager[None]:
        raise NotImplementedError

    def _recording(self) -> AbstractContextManager[Log]:
        raise NotImplementedError

    def forget(self) -> None:
        """Let go of everything that is kept in memory."""
        self._kept = ("", {})

    def drawn(self) -> Drawn:
        """All claims of readings in force in few bytes, for pictures. Kept in memory until something is recorded."""
        from testigo.casebook import drawn

        return self.kept("drawn", drawn.drawn)

    def kept(self, name: Hashable, make: Callable[[], T]) -> T:
        """What `make` computes from the casebook, kept in memory until something is recorded or the casebook is closed.

        name: holds everything else that it depends on (settings, language).
        """
        from testigo.casebook import stages

        with self._looking():
            now = stages.inputs()
            if self._kept[0] != now:
                self._kept = (now, {})
            there = self._kept[1]
            if name not in there:
                there[name] = make()
            made: T = there[name]
            return made

    def lacking_second(self, by: str | None = None) -> tuple[int, ...]:
        """The judged claims drawn for a second reading that nobody read again, in the order of the draw.

        by: only those that this person did not judge first.
        """
        from testigo.casebook import draw

        self._draw_again()
        with self._looking():
            return draw.lacking(by)

    def count_second(self, by: str | None = None) -> tuple[int, int]:
        """How many claims are drawn for a second reading, and how many of them lack it. by: as `lacking_second`."""
        from testigo.casebook import draw

        self._draw_again()
        with self._looking():
            return draw.count(), draw.count_lacking(by)

    def _draw_again(self) -> None:
        """Where seed or share were set otherwise since: only derived rows are written, and nothing is recorded."""
        from testigo.casebook import draw

        with self._looking():
            if draw.is_current():
                return
        with self._recording():
            draw.redraw()
