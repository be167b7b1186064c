"""Times, places, institutions, groups, punishments and numbers of a report, as the fillers of claims.

Rules:
- Each is found once for the whole report; a claim takes those that stand in its own clause.
- A place inside the words for who did it or to whom it was done counts as the place of the act only where it is told
  as one ("residents of Hyesan" is no place of the act, "guards in Hyesan" is).
- An institution of the reference tables gives its id to the actor or target that names it, a group likewise.
- What the reference tables do not know keeps its words and has no id.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from testigo.claim import Filler, Span
from testigo.dates import Direction
from testigo.reading.groups import group_of
from testigo.reading.institutions import Institutions, read_institutions
from testigo.reading.persons import attributes
from testigo.reading.places import Places, read_places
from testigo.reading.punishments import punishment
from testigo.reading.quantities import quantities
from testigo.reading.times import Times, read_times
from testigo.reading.tokens import Document


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a report beside its claims."""

    document: Document
    when: Times
    where: Places
    bodies: Institutions

    def with_ids(self, fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
        """Persons, groups and institutions with the ids of the reference tables and what is told of them."""
        return tuple(self._identified(filler) for filler in fillers)

    def _identified(self, filler: Filler) -> Filler:
        told = attributes(self.document, filler.span, self.where)
        body = self.bodies.of_phrase(filler.span)
        if body is not None:
            return replace(filler, id=body.id, unknown=body.unknown, attributes=told)
        group = group_of(self.document, filler.span) if self.where.korean else None
        return replace(filler, id=group.id if group else None, attributes=told)

    def times(self, scope: Span, told: tuple[Filler, ...], *, future: bool) -> tuple[Filler, ...]:
        """The time of a claim: the first that stands in its clause and is not the day of the telling."""
        direction = Direction.FUTURE if future else None
        found = self.when.within(scope, direction)
        kept = tuple(f for f in found if not any(t.span.overlaps(f.span) for t in told))
        return kept[:1]

    def places(self, scope: Span, without: tuple[Span, ...]) -> tuple[Filler, ...]:
        """The places of a claim, the most precise first."""
        return self.where.within(scope, without)

    def punishments(self, spans: tuple[Span, ...]) -> tuple[Filler, ...]:
        """Punishments with form and duration."""
        return tuple(punishment(self.document, span, korean=self.where.korean) for span in spans)

    def quantities(self, who: tuple[Filler, ...], scope: Span, *, money: bool) -> tuple[Filler, ...]:
        """How many people, or how much money."""
        times = tuple(m.span for m in self.when.mentions if m.span.overlaps(scope))
        for filler in who:
            span = filler.mention or filler.span
            found = quantities(self.document, span, times)
            if found:
                return found[:1]
        return quantities(self.document, scope, times)[:1] if money else ()


def read_facts(document: Document) -> Facts:
    """Every fact of a document."""
    where = read_places(document)
    return Facts(document, read_times(document), where, read_institutions(document, korean=where.korean))
