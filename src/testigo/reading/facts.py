"""Times, places, institutions, groups, punishments and numbers of a report, as the fillers of claims.

Rules:
- Each is found once for the whole report; a claim takes those that stand in its own clause.
- A place inside the words for who did it or to whom it was done counts as the place of the act only where it is told
  as one ("residents of Hyesan" is no place of the act, "guards in Hyesan" is).
- An institution of the reference tables gives its id to the actor or target that names it, a group likewise.
- What the reference tables do not know keeps its words and has no id.
"""

from __future__ import annotations

import re
from dataclasses import field

from testigo.claim import Attribute, Filler, Span
from testigo.dates import Direction
from testigo.reading.classes import is_person
from testigo.reading.groups import group_of
from testigo.reading.institutions import Institutions, read_institutions
from testigo.reading.persons import attributes
from testigo.reading.places import Places, comes_from, filler, read_places
from testigo.reading.punishments import punishment
from testigo.reading.quantities import quantities
from testigo.reading.spans import below
from testigo.reading.times import Times, read_times
from testigo.reading.tokens import Document
from testigo.value import value

_LASTED = re.compile(
    r"\b(?:for|spent|spend|spending|spends|lasted|lasts|took|held|detained|jailed|imprisoned|incommunicado)"
    r" (?:(?:more|less|over|about|at|least|than|almost|nearly|up|to|some|between) )*(?:\w+ (?:and|to|or) |\d+[-–])?$"
)
_NAMES_MORE = re.compile(r"\$|\s[A-Z][a-z]+\s(?:for|of|on)\b")  # "Bahrain Center for", "US$400"
_LENGTHENED = frozenset(
    {
        "for",
        "since",
        "until",
        "before",
        "after",
        "during",
        "from",
        "within",
        "over",
        "throughout",
        "in",
        "overnight",
    }
)
_FROM_THEN = frozenset({"after", "before"})  # "two days after the escape"
_OFTEN = frozenset({"twice", "thrice", "times"})
_SOON = frozenset({"hours", "hour", "minutes", "day", "24", "48"})
_JOINING = frozenset({"and", "in", "on", "again", "then", "later", "at"})
_NOWHERE_PHRASES = frozenset({"front", "door", "a truck"})


About = tuple[str | None, str | None, tuple[Attribute, ...]]


@value
class Facts:
    """What is known of a report beside its claims."""

    document: Document
    when: Times
    where: Places
    bodies: Institutions
    seen: dict[Span, About] = field(default_factory=dict, repr=False)

    def with_ids(self, fillers: tuple[Filler, ...]) -> tuple[Filler, ...]:
        """Persons, groups and institutions with the ids of the reference tables and what is told of them."""
        return tuple(self._identified(filler) for filler in fillers if not self._is_when(filler.span))

    def _is_when(self, span: Span) -> bool:
        """Whether the words are nothing but a part of a time ("to 8" in "from March 6 to 8")."""
        return any(near.contains(span) for near in self.times_near(span))

    def _identified(self, filler: Filler) -> Filler:
        known = self.seen.get(filler.span)
        if known is None:
            known = self.seen[filler.span] = self._about(filler.span)
        row, unknown, told = known
        f = filler
        return Filler(
            f.span,
            f.text,
            row,
            f.value,
            f.form,
            f.duration,
            f.mention,
            f.refers,
            f.refers_text,
            told,
            unknown,
            f.rule,
        )

    def _about(self, span: Span) -> About:
        """Row of a reference table, why there is none, and what the words tell: the same for the same span."""
        told = attributes(self.document, span, self.where)
        body = self.bodies.of_phrase(span)
        if body is not None:
            return body.id, body.unknown, told
        group = group_of(self.document, span) if self.where.korean else None
        return group.id if group else None, None, told

    def times(
        self,
        scopes: tuple[Span, ...],
        without: tuple[Span, ...],
        *,
        future: bool,
        deadlines: bool,
        lengths: bool = True,
    ) -> tuple[Filler, ...]:
        """The time of a claim: the first date in the first scope that has one, and how long it lasted.

        lengths: whether how long counts ("for two months"); of a sentence it is the punishment.
        """
        direction = Direction.FUTURE if future else None
        often: tuple[Filler, ...] = ()
        lasting: tuple[Filler, ...] = ()
        for scope in scopes:
            fitting = [
                found
                for found in self.when.within(scope, direction)
                if not any(other.overlaps(found.span) for other in without)
                and (deadlines or not (found.value or "").startswith("../"))
            ]
            if not lengths:
                fitting = [f for f in fitting if f.value or not self._is_of_type(f, ("DURATION",))]
            told = [found for found in fitting if not self._is_rate(found, future=future)]
            dated = [found for found in told if found.value is not None]
            if dated:
                return self._in_a_row(dated) + lasting
            lasting = lasting or self._in_a_row(told)
            often = often or tuple(found for found in fitting if self._tells_how_often(found))[:1]
        return lasting or often

    def _in_a_row(self, found: list[Filler]) -> tuple[Filler, ...]:
        """The first time and those joined to it: "in 2001, 2005, and 2012", "in May 2020 and again on July 28"."""
        kept = found[:1]
        for one in found[1:]:
            between = self.document.text[kept[-1].span.end : one.span.start]
            joined = _JOINING.issuperset(between.replace(",", " ").split())
            later = one.text.lower().endswith(" later") and "again" not in between.split()
            goes_on = self.document.text[one.span.end : one.span.end + 1] == " "
            if one.value is None or not joined or (later and goes_on):
                break  # "was freed on May 3, and two weeks later the court sentenced"
            kept.append(one)
        return tuple(kept)

    def _is_rate(self, found: Filler, *, future: bool) -> bool:
        """Whether a time is a bare length or a rate ("14 hours a day", "daily", "ten years in prison")."""
        if found.value is not None:
            return False
        words = found.text.lower().split()
        if words[0] == "during" and self.document.text[found.span.end : found.span.end + 4] == " of ":
            return True  # "during a day of protests"
        if self.document.text[found.span.end : found.span.end + 5].lower() in (" a da", " per ", " each"):
            return True  # "for 14 hours a day"
        before = self.document.text[max(0, found.span.start - 32) : found.span.start].lower()
        if words[0] not in ("daily", "hourly", "day", "night") and _LASTED.search(before):
            return False  # "for 24-48 hours", "for more than a year", "spent six months"
        if words[0] == "within" and not _SOON.isdisjoint(words):
            return future  # "to report thefts within 24 hours"
        if words[0] in _LENGTHENED or not _FROM_THEN.isdisjoint(words[2:]):
            return False
        return self._is_of_type(found, ("SET", "DURATION"))

    def _is_of_type(self, found: Filler, types: tuple[str, ...]) -> bool:
        """Whether a time overlaps an expression of one of the TIMEX3 types."""
        at = below(self.when.starts, found.span.start)
        near = self.when.mentions[max(0, at - 1) : at + 2]
        return any(m.type in types and m.span.overlaps(found.span) for m in near)

    def _tells_how_often(self, found: Filler) -> bool:
        """Whether a time is how often something is done: "daily", "every Saturday", "twice a week"; no price "a day"."""
        words = found.text.lower().split()
        if not self._is_of_type(found, ("SET",)):
            return False
        if len(words) == 1:
            after = self.document.text[found.span.end : found.span.end + 1]
            return words[0] in ("daily", "nightly", "weekly", "monthly") and not after.isspace()
        return words[0] == "every" or not _OFTEN.isdisjoint(words)

    def places(
        self,
        scopes: tuple[Span, ...],
        without: tuple[Span, ...],
        *,
        origin: bool,
        goal: bool,
        doers: tuple[Filler, ...] = (),
    ) -> tuple[Filler, ...]:
        """The places of a claim, the most precise first.

        origin: where somebody is taken from counts too; goal: and where "to" leads; doers: a state that acts is no place.
        """
        for scope in scopes:
            found = self.where.within(scope, without, origin=origin, goal=goal)
            if not found and origin:
                acting = (*without, *(one.span for one in doers))  # "Egypt had deported 28 people"
                told = (
                    m
                    for m in self.where.at(scope)
                    if not any(m.span.overlaps(o) for o in acting)
                    and not comes_from(self.document, m)
                    and _NAMES_MORE.match(self.document.text, m.span.end) is None
                )
                found = tuple(filler(m) for m in told)
            if found:
                return tuple(f for f in found if f.id is not None or f.text.lower() not in _NOWHERE_PHRASES)
        return ()

    def punishments(self, spans: tuple[Span, ...]) -> tuple[Filler, ...]:
        """Punishments with form and duration."""
        return tuple(punishment(self.document, span, korean=self.where.korean) for span in spans)

    def times_near(self, scope: Span) -> tuple[Span, ...]:
        """The times that touch a span."""
        mentions = self.when.mentions
        at = max(0, below(self.when.starts, scope.start) - 1)
        found: list[Span] = []
        while at < len(mentions) and mentions[at].span.start < scope.end:
            if mentions[at].span.overlaps(scope):
                found.append(mentions[at].span)
            at += 1
        return tuple(found)

    def quantities(
        self,
        who: tuple[Filler, ...],
        scope: Span,
        *,
        amount: bool,
        hours: bool,
        money: bool = False,
        named: Span | None = None,
    ) -> tuple[Filler, ...]:
        """How many people, or how much money. named: the noun that carries the act, where it counts ("132 arrests");
        hours: hours of each day that somebody is made to do something count too; money: only money counts beside people
        ("fined 5,000 won").
        """
        times = self.times_near(scope)
        for one in who:
            span = one.mention or one.span
            found = tuple(
                f
                for f in quantities(self.document, span, times + self.times_near(span))
                if not self._of_others(span, f.span)
            )
            if found:
                sums = quantities(self.document, scope, times) if money or amount else ()
                both = [one for one in sums if one.rule == "quantity.money" and one.text.endswith(" each")]
                return (*found[:1], *(one for one in both[:1] if one.span != found[0].span))
        counted = quantities(self.document, named, times)[:1] if named is not None else ()
        if counted or amount:
            return counted or quantities(self.document, scope, times)[:1]
        if money:
            paid = [one for one in quantities(self.document, scope, times) if one.rule == "quantity.money"]
            return tuple(paid[:1])
        words = quantities(self.document, scope, times) if hours else ()
        return tuple(one for one in words if one.rule == "quantity.hours")[:1]

    def _of_others(self, whole: Span, number: Span) -> bool:
        """Whether a number counts whom somebody belongs to: "mothers of four detainees", "a mother of three"."""
        sentence = self.document.sentence_at(whole.start)
        if sentence is None or number.start == whole.start:
            return False
        first, _ = sentence.tokens_in(whole)
        at, _ = sentence.tokens_in(number)
        of = next((n for n in range(at - 1, max(first, at - 4), -1) if sentence.tokens[n].lower == "of"), 0)
        if not of or at - of > 2:
            return False
        lead = sentence.tokens[of - 1]
        if lead.lower == "one":
            return True  # "one of three deputies"
        if lead.lemma in ("family", "household"):
            return at > of + 1  # "a family of four" counts, "the families of the four" does not
        return is_person(sentence.tokens, (first, of)) and lead.lemma not in _COLLECTIVE


_COLLECTIVE = frozenset(
    {"group", "team", "ring", "number", "majority", "total", "crowd", "couple", "gang", "unit", "most", "some", "one",
     "half", "third", "quarter", "body", "corpse", "remains", "all", "crew", "party", "delegation", "batch", "band", "rest", "dozen", "hundred", "thousand"}
)  # fmt: skip


def read_facts(document: Document) -> Facts:
    """Every fact of a document."""
    where = read_places(document)
    return Facts(document, read_times(document), where, read_institutions(document, korean=where.korean))
