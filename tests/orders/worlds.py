"""Small worlds of invented countries, written as sentences: a report is a text, and what a coder would find in it."""

from __future__ import annotations

from dataclasses import dataclass, field

from testigo.claim import Claim, Filler, Source, Span
from testigo.confronted import Order, Practice
from testigo.directive import PROTECT, PROTECTING, Clause, Directive
from testigo.orders import built, events, matching, scene, where, who
from testigo.orders.told import Happening, Page, Stated, ToldOrder


@dataclass
class World:
    """Reports are added by `report`; claims and orders by the words that tell them."""

    pages: dict[int, Page] = field(default_factory=dict)
    stated: list[Stated] = field(default_factory=list)
    told: list[ToldOrder] = field(default_factory=list)
    judged: dict[tuple[int, int], str] = field(default_factory=dict)

    def report(self, text: str, published: str | None = "2032-09-30") -> int:
        """A report; its id."""
        id_ = len(self.pages) + 1
        self.pages[id_] = Page(id_, text, text[:20], "The Marsh Courier", published, "en")
        return id_

    def at(self, report: int, words: str) -> Span:
        start = self.pages[report].text.index(words)
        return Span(start, start + len(words))

    def filler(self, report: int, words: str, **more: str) -> Filler:
        return Filler(self.at(report, words), words, **more)  # type: ignore[arg-type]

    def claim(self, report: int, act: str, words: str, *, trigger: str, status: str = "reported", kind: str = "event",
              time: tuple[str, str] | None = None, **slots: str) -> int:  # fmt: skip
        """A claim by its words; slots by the words that fill them. Its id."""
        made = {name: (self.filler(report, said),) for name, said in slots.items()}
        if time is not None:
            made["time"] = (self.filler(report, time[0], value=time[1]),)
        claim = Claim(kind, act, self.at(report, words), self.at(report, trigger), status, **made)  # type: ignore[arg-type]
        self.stated.append(Stated(len(self.stated) + 1, report, claim))
        return len(self.stated)

    def order(self, report: int, *clauses: tuple[str, str | None, str, tuple[str, ...]], issuer: str = "",
              issued: tuple[str, str] | None = None, addressee: str = "", levels: tuple[int, int] | None = None) -> int:  # fmt: skip
        """An order by its clauses: modality or "protect", measure, words, groups; levels: of those kept. Its id."""
        made = tuple(
            Clause(
                self.at(report, words),
                "forbid" if modality == PROTECT else modality,
                tuple(self.filler(report, g) for g in groups),
                measure,
                levels if modality == "retain" else None,
                rule=PROTECTING if modality == PROTECT else "",
            )
            for modality, measure, words, groups in clauses
        )
        directive = Directive(
            made[0].span if made else Span(0, 10), made,
            issuer=self.filler(report, issuer) if issuer else None,
            issued=self.filler(report, issued[0], value=issued[1]) if issued else None,
            addressee=(self.filler(report, addressee),) if addressee else (),
            sources=(Source(Span(0, 3), "she", "anonymous"),),
        )  # fmt: skip
        self.told.append(ToldOrder(len(self.told) + 1, report, len(self.told), directive))
        return len(self.told)

    def confronted(
        self, happenings: list[Happening] | None = None
    ) -> tuple[tuple[Order, ...], list[Practice]]:
        """The orders, and what the events say; where no happenings are given, those of each report."""
        places = where.Places(self.pages.values(), self.stated)
        people = who.People(self.stated, self.pages, {})
        seen = scene.Scene(self.stated, self.pages, places, people, self.told)
        found = built.orders_of(self.told, self.pages, built.by_report(self.stated), places, self.judged)
        happened = events.happenings_of(self.stated, seen) if happenings is None else happenings
        sightings = [s for h in happened if (s := events.sighting(h, seen)) is not None]
        matcher = matching.Matcher(sightings, places)
        matched = [matcher.match(o, found.bounds[o.key]) for o in found.orders]
        return found.orders, [practice for one in matched for practice in one.practices]

    def verdict(self, clause: int, act: str) -> tuple[str, str]:
        """The verdict on the one event of an act, and its reasons as one text; ("", ...) where the clause concerns none."""
        _, practices = self.confronted()
        found = [p for p in practices if p.clause == clause and p.act == act]
        assert len(found) <= 1, found
        if not found:
            return "", ""
        return found[0].verdict, " ".join(str(r) for r in (*found[0].reasons, *found[0].open))
