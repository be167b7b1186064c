"""What is worked out of a whole casebook: the draw for second readings, all claims for pictures, figures that take long.

Rules:
- Nothing here is recorded. What is kept in memory goes when something is recorded that it depends on, and when the casebook
  is closed. What depends on reports and readings alone, or on what a stage derived, outlives judgements.
- The claims for pictures are brought up to date by what was judged since, not taken out of the database again.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping
from contextlib import AbstractContextManager
from typing import TYPE_CHECKING, Any, TypeVar

from testigo.casebook.recording import Log
from testigo.casebook.values import BatchProgress, Counts, Drawn, Facets, JudgedClaim

if TYPE_CHECKING:
    from testigo.casebook.by_report import ReportRows
    from testigo.casebook.packed import Packed
    from testigo.casebook.verdicts import Decided

T = TypeVar("T")


class WorkedOut:
    """The part of a casebook that answers from all of it at once."""

    _kept: tuple[str, dict[Hashable, Any]]
    _listed: tuple[str, dict[Hashable, Any]]
    _runs: dict[str, tuple[str, dict[Hashable, Any]]]
    _packed: Packed | None
    _decided: Decided | None

    def _looking(self) -> AbstractContextManager[None]:
        raise NotImplementedError

    def _recording(self) -> AbstractContextManager[Log]:
        raise NotImplementedError

    def forget(self) -> None:
        """Let go of everything that is kept in memory."""
        from testigo.casebook import look

        self._kept = ("", {})
        self._listed = ("", {})
        self._runs = {}
        self._packed = self._decided = None
        look.forget()

    def drawn(self) -> Drawn:
        """All claims of readings in force in few bytes, for pictures. Kept in memory, with what was judged since."""
        from testigo.casebook import packed

        with self._looking():
            self._packed = now = packed.current(self._packed)
            return now.drawn

    def judged(self) -> tuple[JudgedClaim, ...]:
        """Every claim that somebody accepted, amended or rejected, by id, without its body."""
        return self._now_decided().claims

    def filled(self) -> Mapping[int, frozenset[str]]:
        """For each accepted or amended claim, the slots in which the machine found something."""
        decided = self._now_decided()
        with self._looking():
            return decided.filled()

    def _now_decided(self) -> Decided:
        from testigo.casebook import verdicts

        with self._looking():
            self._decided = now = verdicts.decided(self._decided)
            return now

    def facets(self) -> Facets:
        """What reports can be filtered by."""
        from testigo.casebook import lists

        return self._of_reports("facets", lists.facets)

    def counts(self) -> Counts:
        """How much there is of everything."""
        from testigo.casebook import lists

        there = self._of_reports("preserved", lists.preserved)
        with self._looking():
            return lists.counts(there)

    def at_hand(self) -> Counts:
        """Of the counts those that every list shows: reports, claims, judged, unread, directives, troubles. The others are 0."""
        from testigo.casebook import lists

        of_reports = self._of_reports("shelf", lists.on_the_shelf)
        with self._looking():
            return lists.at_hand(of_reports)

    def batches(self, *, limit: int = 50) -> tuple[BatchProgress, ...]:
        """How far the named batches are, the latest first."""
        from testigo.casebook import batches

        self._draw_again()
        with self._looking():
            return batches.progress(limit)

    def claims_by_report(self) -> Iterator[ReportRows]:
        """All claims as their rows have them, those of a report together: for stages that take them apart elsewhere."""
        from testigo.casebook import by_report

        with self._looking():
            yield from by_report.by_report()

    def claims_called(self, keys: Iterable[str]) -> Mapping[str, tuple[int, ...]]:
        """The ids of the claims of readings in force, and of added ones, that have these keys."""
        from testigo.casebook import by_report

        with self._looking():
            return by_report.called(keys)

    def derived_about(
        self, stage: str, kind: str, what: str, *, limit: int | None = None
    ) -> tuple[tuple[str, int], ...]:
        """What the values of a kind are about (acts, places, ...), most frequent first, with how many; without a limit by name."""
        from testigo.casebook import stages

        return self.of_run(
            stage, ("about", kind, what, limit), lambda: stages.most_told(stage, kind, what, limit)
        )

    def of_run(self, stage: str, name: Hashable, make: Callable[[], T]) -> T:
        """What `make` computes from the values of a stage alone, kept in memory until the stage runs again."""
        from testigo.casebook import stages

        with self._looking():
            now = stages.mark_of(stage)
        if self._runs.get(stage, ("",))[0] != now:
            self._runs[stage] = (now, {})
        there = self._runs[stage][1]
        if name not in there:
            there[name] = make()
        made: T = there[name]
        return made

    def _of_reports(self, name: str, make: Callable[[], T]) -> T:
        """What depends on reports and readings alone, kept in memory until one is recorded."""
        from testigo.casebook import stages

        with self._looking():
            now = stages.told()
            if self._listed[0] != now:
                self._listed = (now, {})
            there = self._listed[1]
            if name not in there:
                there[name] = make()
            made: T = there[name]
            return made

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
