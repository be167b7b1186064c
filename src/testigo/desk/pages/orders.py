"""What the pages of orders may say: the list, one order with its clauses and what is documented of each, one verdict."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Choice, Field, Link, Pager


@dataclass(frozen=True, slots=True)
class RunView:
    """Whether orders were confronted, and from what. never: not yet; stale: something came in since.

    by_reports: nobody linked events over reports; action: where the form that does it is sent.
    """

    never: bool
    stale: bool
    at: str
    at_iso: str
    by_reports: bool
    action: str
    waiting: int = 0


@dataclass(frozen=True, slots=True)
class Counted:
    """How many events of each verdict. verdict_id: "in-line", "contrary", "cannot-tell"."""

    verdict_id: str
    verdict: str
    count: int


@dataclass(frozen=True, slots=True)
class OrderRow:
    """One order of the list. relations: what it does to others, in words."""

    href: str
    name: str
    lang: str
    issuer: str
    issued: str
    issued_iso: str
    reports: int
    clauses: int
    counts: tuple[Counted, ...]
    relations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class OrdersPage:
    """orders.html: every order that reports tell the content of, each once."""

    run: RunView
    rows: tuple[OrderRow, ...]
    found: int
    pager: Pager


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a report, a link to where they stand. about: whose report it is and of when."""

    words: str
    href: str
    lang: str
    about: str = ""


@dataclass(frozen=True, slots=True)
class TellingView:
    """One report's telling of an order. how: how it is known, in words; by: who tells it, in the report's words.

    split_href: where a person says that it tells another order, or "".
    """

    title: str
    href: str
    lang: str
    publisher: str
    published: str
    published_iso: str
    issued: str
    issuer: str
    territory: str
    how: str
    by: str
    split_href: str = ""


@dataclass(frozen=True, slots=True)
class NearView:
    """Another order that may be the same one. href: to it; pair_href: where a person says so; reasons: what they share."""

    name: str
    lang: str
    href: str
    pair_href: str
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class SaidOfPair:
    """What a person said of two tellings. about: of which other order; what: the verdict, by whom, when."""

    about: str
    what: str
    href: str


@dataclass(frozen=True, slots=True)
class StepView:
    """One step of the way down, as a line of the list beside the picture."""

    giver: str
    receiver: str
    when: str
    when_iso: str
    where: str
    how: str
    quoted: Quoted


@dataclass(frozen=True, slots=True)
class RightView:
    """An article that an act engages. bound: what the table knows of the state; basis: how sure the row is."""

    name: str
    title: str
    right: str
    bound: str
    note: str
    basis: str


@dataclass(frozen=True, slots=True)
class TreatyView:
    """An instrument that is engaged on the page. bound: what the table knows of the state; basis: how sure the row is."""

    name: str
    title: str
    bound: str
    note: str
    basis: str


@dataclass(frozen=True, slots=True)
class UnsureView:
    """An event that cannot tell, in one line. why: the reason that decided."""

    act: str
    when: str
    when_iso: str
    where: str
    why: str
    quoted: Quoted
    href: str


@dataclass(frozen=True, slots=True)
class StatuteView:
    """What a state's own law says."""

    name: str
    says: str
    basis: str


@dataclass(frozen=True, slots=True)
class PracticeView:
    """What one event says of one clause. judged: what a person decided, in words; origins: in words, or not known.

    tellings: verdicts by the words of single tellings, where they differ.
    """

    verdict_id: str
    verdict: str
    judged: str
    act: str
    when: str
    when_iso: str
    side: str
    where: str
    quoted: tuple[Quoted, ...]
    reasons: tuple[str, ...]
    open: tuple[str, ...]
    firmness: str
    firmness_means: str
    origins: str
    href: str
    tellings: tuple[str, ...] = ()
    rights: tuple[RightView, ...] = ()


@dataclass(frozen=True, slots=True)
class WordedView:
    """How one telling words a clause."""

    quoted: Quoted
    levels: str
    deadline: str


@dataclass(frozen=True, slots=True)
class ClausePage:
    """One clause of an order: what it says, what it leads to expect, what is documented, what the law says.

    holds: times in which it does not hold; kept: the rulings that say something; unsure: those that cannot tell,
    the first of unsure_in_all; whole_href: to all of them, or "" where all stand here.
    rights: that the clause engages; done_rights: further ones that the documented events engage.
    counts: of all events held against it; left: of which that many are only counted.
    """

    number: int
    modality: str
    modality_id: str
    quoted: Quoted
    groups: tuple[str, ...]
    measure: str
    levels: str
    deadline: str
    penalty: str
    territory: str
    conditions: tuple[str, ...]
    tellings: tuple[WordedView, ...]
    differences: tuple[str, ...]
    holds: tuple[Quoted, ...]
    carried_out: tuple[str, ...]
    not_carried_out: tuple[str, ...]
    either_case: tuple[str, ...]
    kept: tuple[PracticeView, ...]
    unsure: tuple[UnsureView, ...]
    unsure_in_all: int
    whole_href: str
    counts: tuple[Counted, ...]
    left: str
    silent: bool
    rights: tuple[RightView, ...]
    done_rights: tuple[RightView, ...]
    lang: str


@dataclass(frozen=True, slots=True)
class RelationView:
    """What an order does to another, or another to it: in words, with the words that say so."""

    said: str
    href: str
    quoted: tuple[Quoted, ...]
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TrendView:
    """Before and after. picture: SVG made by seeing/, or empty; rows: the same as a table, with its columns.

    action: of the form that asks for it, empty where it cannot be asked; answered: whether it was; stale: whether reports or
    judgements came in since.
    """

    action: str
    asked: str
    may: str
    may_not: str
    lines: tuple[str, ...]
    picture: str = ""
    columns: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()
    answered: bool = False
    stale: bool = False


@dataclass(frozen=True, slots=True)
class OneOrderPage:
    """one_order.html: one order: its tellings, its way down, its clauses against practice and law."""

    run: RunView
    number: str
    name: str
    lang: str
    issuer: str
    addressee: str
    issued: str
    issued_iso: str
    territory: str
    known: str
    known_by: str
    cautions: tuple[str, ...]
    differences: tuple[str, ...]
    tellings: tuple[TellingView, ...]
    near: tuple[NearView, ...]
    said_of_pairs: tuple[SaidOfPair, ...]
    compare: str
    steps: tuple[StepView, ...]
    way: str
    clauses: tuple[ClausePage, ...]
    relations: tuple[RelationView, ...]
    state: str
    treaties: tuple[TreatyView, ...]
    statutes: tuple[StatuteView, ...]
    briefs: tuple[Link, ...]
    sealed_href: str
    trend: TrendView
    back: str


@dataclass(frozen=True, slots=True)
class VerdictPage:
    """practice.html: one event against one clause: the words of both, the reasons, and the form that decides about it.

    judged: what stands, and by whom; choices: of the form; history: what was decided, the last first.
    """

    order: str
    order_href: str
    number: int
    clause: ClausePage
    practice: PracticeView
    computed: str
    judged: str
    action: str
    seen: str
    choices: tuple[Choice, ...]
    fields: tuple[Field, ...]
    note: str
    wrong: str
    conflict: str
    can_undo: bool
    history: tuple[str, ...]
