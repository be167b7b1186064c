"""What all events are made from: the claims of all reports by paragraph and by person, and the words around each.

Rules:
- A claim that only tells what an order says is no practice: most of its words are those of a clause.
- The context of a claim is its sentence and the next one of its paragraph.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Mapping, Sequence

from testigo.claim import Span
from testigo.orders.circumstances import Circumstances, circumstances
from testigo.orders.told import Page, Stated, ToldOrder
from testigo.orders.where import Places
from testigo.orders.who import HAPPENED, People


class Scene:
    """What all events are made from."""

    def __init__(
        self, stated: Sequence[Stated], pages: Mapping[int, Page], places: Places, people: People,
        told: Sequence[ToldOrder] = (),
    ) -> None:  # fmt: skip
        self._content: dict[int, list[Span]] = defaultdict(list)
        for order in told:
            self._content[order.report] += [clause.span for clause in order.directive.clauses]
        self.by_id = {one.id: one for one in stated}
        self.pages = pages
        self.places = places
        self.people = people
        self._by_paragraph: dict[tuple[int, int], list[Stated]] = defaultdict(list)
        self._sentences: dict[int, tuple[Span, ...]] = {}
        self._starts: dict[int, list[int]] = {}
        self._words: dict[int, str] = {}
        self._circumstances: dict[tuple[int, int], Circumstances] = {}
        self._of_person: dict[str, list[Stated]] = defaultdict(list)
        for one in sorted(stated, key=lambda s: (s.report, s.claim.span)):
            self._by_paragraph[self._paragraph(one)].append(one)
            for person in people.of_claim(one.id):
                self._of_person[person].append(one)

    def _paragraph(self, one: Stated) -> tuple[int, int]:
        return one.report, self.pages[one.report].paragraph(one.claim.span.start).start

    def is_content(self, one: Stated) -> bool:
        """Whether a claim only tells what an order says: most of its words are those of a clause."""
        span = one.claim.span
        return any(
            clause.overlaps(one.claim.trigger)
            and (one.claim.status not in HAPPENED or 2 * _shared(clause, span) >= min(len(clause), len(span)))
            for clause in self._content.get(one.report, ())
        )

    def before(self, one: Stated) -> list[Stated]:
        """The claims told before it in its paragraph, the nearest first."""
        return [
            s for s in reversed(self._by_paragraph[self._paragraph(one)]) if s.claim.span < one.claim.span
        ]

    def of_person(self, person: str) -> Sequence[Stated]:
        """The claims whose act was done to a person."""
        return self._of_person.get(person, ())

    def sentences(self, report: int) -> Sequence[Span]:
        """The sentences of a report, found once."""
        found = self._sentences.get(report)
        if found is None:
            found = self._sentences[report] = tuple(self.pages[report].sentences())
            self._starts[report] = [span.start for span in found]
        return found

    def words(self, one: Stated) -> str:
        """The words of a claim."""
        known = self._words.get(one.id)
        if known is None:
            known = self._words[one.id] = " ".join(one.claim.span.of(self.pages[one.report].text).split())
        return known

    def sentences_within(self, report: int, first: int, end: int) -> Sequence[Span]:
        """The sentences of a report that begin within some offsets."""
        spans, starts = self.sentences(report), self._starts[report]
        return spans[bisect_left(starts, first) : bisect_left(starts, end)]

    def around(self, one: Stated) -> tuple[Circumstances, ...]:
        """What the sentence of a claim and the next one of its paragraph tell of the circumstances."""
        spans = self.sentences(one.report)
        at = bisect_right(self._starts[one.report], one.claim.span.start) - 1
        if at < 0:
            return (circumstances(self.words(one)),)
        here = self._told(one.report, at)
        text = self.pages[one.report].text
        if at + 1 == len(spans) or "\n" in text[one.claim.span.start : spans[at + 1].start]:
            return (here,)
        return here, self._told(one.report, at + 1)

    def sentence(self, one: Stated) -> str:
        """The sentence in which a claim begins."""
        spans = self.sentences(one.report)
        at = bisect_right(self._starts[one.report], one.claim.span.start) - 1
        return spans[at].of(self.pages[one.report].text) if at >= 0 else self.words(one)

    def _told(self, report: int, number: int) -> Circumstances:
        """What a sentence of a report tells, read once."""
        known = self._circumstances.get((report, number))
        if known is None:
            text = self.sentences(report)[number].of(self.pages[report].text)
            known = self._circumstances[report, number] = circumstances(text)
        return known


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))
