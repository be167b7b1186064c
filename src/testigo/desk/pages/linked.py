"""What the pages of events, persons and proposed links may say: events.html, event.html, persons.html, person.html, pairs.html, namesakes.html."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Filters, Link, Pager


@dataclass(frozen=True, slots=True)
class RunView:
    """What the last run of linking looked at. at: when, or "" where it never ran; stale: that something came in since."""

    at: str
    stale: str
    command: str


@dataclass(frozen=True, slots=True)
class EventRow:
    """An event in a list. whom: in the words of a report, in `lang`."""

    href: str
    act: str
    family: str
    when: str
    place: str
    whom: str
    lang: str
    told_by: str
    conflicts: str


@dataclass(frozen=True, slots=True)
class EventsPage:
    """events.html: the events of the casebook. clear: the list without filters, where there is any filter."""

    run: RunView
    said: str
    filters: tuple[Filters, ...]
    clear: str
    rows: tuple[EventRow, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class TellerView:
    """Who tells a value: a report, through whom, how firmly in each of its claims. accepted: by a person."""

    report: str
    report_href: str
    through: str
    claims: tuple[Link, ...]
    accepted: bool
    lang: str


@dataclass(frozen=True, slots=True)
class ValueView:
    """One value as told, what it is taken to mean, and who tells it."""

    text: str
    lang: str
    meaning: str
    tellers: tuple[TellerView, ...]
    more: str = ""
    accepted: bool = False


@dataclass(frozen=True, slots=True)
class SlotRows:
    """All values of one part. conflict: that not all of them can be right."""

    label: str
    values: tuple[ValueView, ...]
    conflict: bool = False


@dataclass(frozen=True, slots=True)
class TellingView:
    """One claim in the words of its report. quote: the sentence; about: who says it, through whom; when: it was published."""

    href: str
    words_href: str
    act: str
    family: str
    status: str
    status_id: str
    verdict: str
    quote: str
    lang: str
    report: str
    report_href: str
    about: str
    when: str


@dataclass(frozen=True, slots=True)
class DoerView:
    """Who did it. name: of the reference row, or ""; chain: the offices above it.

    doubt: how it is told where nobody says plainly that they did ("denied"), else ""; status: the id of that.
    """

    words: str
    lang: str
    name: str
    chain: tuple[str, ...]
    status: str = ""
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class EventPage:
    """event.html: one event. slots: every value told; conflicts: those parts whose values cannot all be right."""

    act: str
    family: str
    when: str
    place: str
    told_by: str
    chance: str
    key: str
    run: RunView
    notes: tuple[str, ...]
    conflicts: tuple[SlotRows, ...]
    slots: tuple[SlotRows, ...]
    doers: tuple[DoerView, ...]
    persons: tuple[Link, ...]
    tellings: tuple[TellingView, ...]
    left_out: str
    waiting: Link | None
    weight: Link | None
    back: str


@dataclass(frozen=True, slots=True)
class PersonRow:
    """A person in a list. known: age, work, sex as told."""

    href: str
    name: str
    lang: str
    known: str
    told_by: str
    events: str
    conflicts: str


@dataclass(frozen=True, slots=True)
class PersonsPage:
    """persons.html: the persons of the casebook."""

    run: RunView
    said: str
    filters: tuple[Filters, ...]
    rows: tuple[PersonRow, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class StepRow:
    """One time told of one event of a case. words: of the report, in `lang`."""

    href: str
    act: str
    family: str
    when: str
    words: str
    lang: str
    place: str
    told_by: str


@dataclass(frozen=True, slots=True)
class Untold:
    """Somebody whom the spelling cannot tell from this person. href: where it is decided."""

    said: str
    href: str


@dataclass(frozen=True, slots=True)
class DeedRows:
    """Who did one act to a person. act: in words; family: of the act."""

    act: str
    family: str
    doers: tuple[DoerView, ...]


@dataclass(frozen=True, slots=True)
class PersonPage:
    """person.html: one person. picture: SVG made by seeing/, or ""; steps: the case in the order of time; deeds: who did what to them.

    notes: what else there is to say of the names; untold: who else it may be, as far as the spelling goes.
    """

    name: str
    lang: str
    told_by: str
    chance: str
    key: str
    run: RunView
    conflicts: tuple[SlotRows, ...]
    slots: tuple[SlotRows, ...]
    picture: str
    steps: tuple[StepRow, ...]
    deeds: tuple[DeedRows, ...]
    tellings: tuple[TellingView, ...]
    left_out: str
    namesakes: Link | None
    waiting: Link | None
    back: str
    notes: tuple[str, ...]
    untold: tuple[Untold, ...]


@dataclass(frozen=True, slots=True)
class ReasonView:
    """A sentence for or against. sign: "+", "−" or ""; bits: how much it tells."""

    text: str
    sign: str
    bits: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One side of a pair. context: its paragraph as safe HTML, in `lang`; cluster: what it belongs to now."""

    heading: str
    report: str
    report_href: str
    about: str
    context: str
    lang: str
    family: str
    href: str
    cluster: Link | None


@dataclass(frozen=True, slots=True)
class PairView:
    """One pair to decide. pair: as a form carries it; seen: the judgement in force, or ""; now: what it says.

    follows: what the verdicts would bring together or keep apart, or already do.
    """

    pair: str
    kind: str
    left: SideView
    right: SideView
    probability: str
    reasons: tuple[ReasonView, ...]
    seen: str
    now: str
    history: tuple[str, ...]
    follows: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why a verdict was not recorded. against: the judgements that it contradicts, each with the way to its pair."""

    text: str
    against: tuple[Link, ...] = ()


@dataclass(frozen=True, slots=True)
class PairsPage:
    """pairs.html: the queue of proposed links. skip: the address of the next pair; undo: the pair decided just now.

    undone: that the last judgement was undone, with the way back to its pair.
    """

    run: RunView
    kinds: tuple[Link, ...]
    said: str
    by: str
    wrong: Refusal | None
    pair: PairView | None
    previous: str
    skip: str
    undo: str
    undo_seen: str
    undo_said: str
    action: str
    undone: Link | None


@dataclass(frozen=True, slots=True)
class NamesakeRow:
    """One of several persons who may bear one name. number: in the table, from 1; from_here: decided pairs with others."""

    number: int
    href: str
    name: str
    lang: str
    age: str
    known: str
    places: str
    when: str
    acts: str
    told_by: str


@dataclass(frozen=True, slots=True)
class BetweenRow:
    """Two of them: their numbers, what is decided or proposed, and the way to decide."""

    left: int
    right: int
    names: str
    said: str
    href: str
    pair: str
    seen: str
    open: bool


@dataclass(frozen=True, slots=True)
class NamesakesPage:
    """namesakes.html: persons whose names may be one name, and each pair of them."""

    name: str
    said: str
    by: str
    wrong: Refusal | None
    rows: tuple[NamesakeRow, ...]
    between: tuple[BetweenRow, ...]
    action: str
    back: str
