"""What confronting derives: orders as objects with all their tellings, and what documented practice says about each clause.

Rules:
- All of it is computed from what reports say and what people judged, and can be dropped and made again.
- An order is one thing with several tellings; where tellings differ, the differences stand beside each other.
- A verdict never travels without its reasons, and never speaks of a person: it is about an event and a clause.
- Only documented events get a verdict. That nothing is reported is no evidence of anything.
- Ids of claims, directives and reports are row ids of the casebook.
"""

from __future__ import annotations

from dataclasses import dataclass

from testigo.claim import Span
from testigo.directive import PROTECT
from testigo.reason import Reason
from testigo.vocabulary import PEOPLE

IN_LINE, CONTRARY, CANNOT_TELL = "in line", "contrary", "cannot tell"
VERDICTS = (IN_LINE, CONTRARY, CANNOT_TELL)


@dataclass(frozen=True, slots=True)
class Words:
    """Words of a report: where a statement can be checked. claim: the claim that they are of, or None."""

    report: int
    span: Span
    text: str
    claim: int | None = None


@dataclass(frozen=True, slots=True)
class GroupTold:
    """A group as a clause names it. id: of the reference table, or of orders/cues.py for plain residents, or None."""

    text: str
    id: str | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """What a clause makes its measure depend on. kind: "night", "paper" (a paper that must or need not be there), "other".

    text: the words; stems: the words that an event must show where it is "other".
    """

    kind: str
    text: str
    stems: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ClauseTelling:
    """One clause as one telling words it. number: its place in the directive, from 0; deadline: EDTF or None.

    protects: it states a freedom or right (its modality is "forbid": it may not be touched).
    """

    directive: int
    number: int
    words: Words
    groups: tuple[GroupTold, ...] = ()
    measure: str | None = None
    levels: tuple[int, int] | None = None
    deadline: str | None = None
    penalty: str = ""
    territory: tuple[str, ...] = ()
    conditions: tuple[Condition, ...] = ()
    protects: bool = False


@dataclass(frozen=True, slots=True)
class Expected:
    """What a clause leads one to expect: what would be seen if it were carried out, if not, and in either case."""

    carried_out: tuple[Reason, ...]
    not_carried_out: tuple[Reason, ...]
    either_case: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Hold:
    """A time in which a clause does not hold. first, last: ISO days, None: open; by: key of the order that does it."""

    first: str | None
    last: str | None
    by: str
    words: Words


@dataclass(frozen=True, slots=True)
class OrderClause:
    """One clause of an order, from all its tellings. number: from 1; the values are those of the fullest telling."""

    number: int
    modality: str
    measure: str | None
    groups: tuple[GroupTold, ...]
    levels: tuple[int, int] | None
    deadline: str | None
    penalty: str
    territory: tuple[str, ...]
    conditions: tuple[Condition, ...]
    tellings: tuple[ClauseTelling, ...]
    differences: tuple[Reason, ...] = ()
    holds: tuple[Hold, ...] = ()
    expected: Expected | None = None

    @property
    def words(self) -> Words:
        """The words of the fullest telling."""
        return self.tellings[0].words

    @property
    def protects(self) -> bool:
        """Whether it states a freedom or right."""
        return self.tellings[0].protects and self.modality == "forbid"

    @property
    def does(self) -> str:
        """What it does: its modality, or "protect"."""
        return PROTECT if self.protects else self.modality

    @property
    def held_as(self) -> str:
        """The modality by which events are held against it: what people are free to do is permitted, and no breach."""
        return "permit" if self.protects and self.measure in PEOPLE else self.modality


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the way down. giver, receiver: in the words of the report, "" where not told; when: EDTF or None.

    how: an id of orders/cues.py WAYS ("meeting", "telephone", ...); where: as told.
    """

    giver: str
    receiver: str
    when: str | None
    where: str
    how: str
    words: Words


@dataclass(frozen=True, slots=True)
class Telling:
    """One report's telling of an order. directive: row id; how: an id of orders/cues.py KNOWN; by: who tells it, in words.

    issued: EDTF or None; territory: in words. relayed: the words come from another report, as that report says.
    """

    directive: int
    report: int
    words: Words
    title: str = ""
    publisher: str = ""
    published: str | None = None
    language: str | None = None
    issuer: str = ""
    addressee: tuple[str, ...] = ()
    issued: str | None = None
    territory: tuple[str, ...] = ()
    how: str = "not told"
    by: str = ""
    by_kind: str = ""


@dataclass(frozen=True, slots=True)
class Relation:
    """What an order does to another. kind: replaces, suspends, repeats, contradicts; clauses: numbers of the other's."""

    kind: str
    order: str
    clauses: tuple[int, ...]
    words: Words | None
    first: str | None = None
    last: str | None = None
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True)
class Order:
    """One order. key: the id of its first directive as text, the number that pages and commands use.

    issued: EDTF, the hull of what tellings say; first, last: its days (ISO) where known. areas: keys of places that its
    territory names (ids of the reference table, or folded names). state: ISO 3166, "" where not known. relations, related_by: what it does to others, and
    others to it.
    """

    key: str
    name: str
    issuer: str
    addressee: tuple[str, ...]
    issued: str | None
    first: str | None
    last: str | None
    territory: tuple[str, ...]
    tellings: tuple[Telling, ...]
    steps: tuple[Step, ...]
    clauses: tuple[OrderClause, ...]
    relations: tuple[Relation, ...] = ()
    related_by: tuple[Relation, ...] = ()
    differences: tuple[Reason, ...] = ()
    cautions: tuple[Reason, ...] = ()
    areas: tuple[str, ...] = ()
    state: str = ""


@dataclass(frozen=True, slots=True)
class ByTelling:
    """The verdict by the words of one telling, where it is another than that of the order. verdict: None: not concerned."""

    directive: int
    verdict: str | None
    reasons: tuple[Reason, ...]


@dataclass(frozen=True, slots=True)
class Practice:
    """What one documented event says about one clause. key: "ORDER.CLAUSE~EVENT".

    side: "before", "around" or "after" the order, "unknown"; reasons: what matched and which rule decided; open: what is
    not known. words: of the event, the strongest claim first; statuses: of its claims, the firmest first. least, most:
    independent origins, None where nobody weighed. subject: what a judgement about it is kept by. judged: the verdict
    that a person gave ("accept" confirms), by: who; computed: the verdict before that.
    """

    key: str
    order: str
    clause: int
    event: str
    act: str
    verdict: str
    reasons: tuple[Reason, ...]
    open: tuple[Reason, ...]
    words: tuple[Words, ...]
    statuses: tuple[str, ...]
    claims: tuple[int, ...]
    first: str | None
    last: str | None
    side: str
    subject: str
    where: str = ""
    least: int | None = None
    most: int | None = None
    by_telling: tuple[ByTelling, ...] = ()
    computed: str = ""
    judged: str = ""
    judged_by: str = ""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many events were held against one clause, with what result. key: "ORDER.CLAUSE".

    listed: of which each is kept as a Practice; not_concerned: looked at, and the clause does not concern them;
    outside: not looked at one by one, being many and known to lie where the order does not hold.
    """

    key: str
    order: str
    clause: int
    in_line: int
    contrary: int
    cannot_tell: int
    not_concerned: int
    listed: int
    outside: int


@dataclass(frozen=True, slots=True)
class GroupEvents:
    """The claims of events of whose persons a report tells a group. group: an id; nothing in it says who they are."""

    group: str
    claims: tuple[int, ...]
