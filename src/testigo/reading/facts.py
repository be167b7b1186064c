"""Times, places, institutions, punishments and numbers of a report, as the fillers of claims.

Rules:
- Each is found once for the whole report; a claim takes those that stand in its own clause.
- What the reference tables do not know keeps its words and has no id.
"""

from __future__ import annotations

from dataclasses import dataclass

from testigo.claim import Filler, Span
from testigo.reading.times import Times


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a report beside its claims."""

    text: str
    when: Times

    def with_ids(self, fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
        """Persons and institutions with the ids of the reference tables."""
        return fillers

    def times(self, scope: Span, trigger: Span) -> tuple[Filler, ...]:
        """The times of a claim."""
        return self.when.within(scope)[:1]

    def places(self, scope: Span, act: str) -> tuple[Filler, ...]:
        """The places of a claim, the most precise first."""
        return ()

    def punishments(self, spans: tuple[Span, ...]) -> tuple[Filler, ...]:
        """Punishments with form and duration."""
        return tuple(Filler(span, span.of(self.text), rule="slot.punishment") for span in spans)

    def quantities(self, who: tuple[Filler, ...], span: Span, act: str) -> tuple[Filler, ...]:
        """How many, or how much."""
        return ()
