"""What the pages of weighing may say: relays, one relay with its changes, the weight of one thing, and what stands on a thing alone."""

from __future__ import annotations

from dataclasses import dataclass

from testigo.desk.pages import Choice, Pager


@dataclass(frozen=True, slots=True)
class RelayRow:
    """One relay in the list. changed: how many changes that say something else; cut: it does not count; judged: what a person said."""

    href: str
    relay: str
    relay_about: str
    relay_lang: str
    original: str
    original_about: str
    original_lang: str
    how: str
    changed: int
    judged: str = ""
    cut: bool = False


@dataclass(frozen=True, slots=True)
class RunView:
    """When it was weighed. ran: empty where it never was; stale: something came in since; command: what to run."""

    ran: str
    stale: bool
    command: str


@dataclass(frozen=True, slots=True)
class RelaysPage:
    """relays.html: which reports have their words from which, those with the most changes first."""

    run: RunView
    total: int
    rows: tuple[RelayRow, ...]
    pager: Pager


@dataclass(frozen=True, slots=True)
class ChangeRow:
    """One change. number: as it stands in both texts; was_href, now_href: its place in them, empty where it has none.

    was_report, now_report: the address of the words in the whole report, empty where they have no place in it.
    before, behind: the words around each, so that a bare number says of what it is.
    """

    number: int
    kind_id: str
    kind: str
    about: str
    was: str
    was_href: str
    now: str
    now_href: str
    was_report: str = ""
    now_report: str = ""
    was_before: str = ""
    was_behind: str = ""
    now_before: str = ""
    now_behind: str = ""


@dataclass(frozen=True, slots=True)
class PassageView:
    """A paragraph with its changes marked. html: made by seeing/changes.py."""

    kind: str
    html: str


@dataclass(frozen=True, slots=True)
class SideView:
    """One of two texts beside each other. role: original or relay, in words."""

    role: str
    title: str
    href: str
    about: str
    lang: str
    passages: tuple[PassageView, ...]


@dataclass(frozen=True, slots=True)
class DecideForm:
    """A form by which a person decides about a pair or grades something.

    seen: the judgement in force that the form was filled from; choices: what can be said, the one in force chosen; by: the
    person's name so far; now: what is in force, in words; wrong: why the form came back.
    """

    action: str
    legend: str
    seen: str
    choices: tuple[Choice, ...]
    by: str
    note: str
    now: str
    wrong: str = ""


@dataclass(frozen=True, slots=True)
class RelayPage:
    """relay.html: one relay: why it is taken for one, what it changed, and both texts beside each other."""

    heading: str
    how: str
    cut: bool
    unsure_order: bool
    reasons: tuple[str, ...]
    changes: tuple[ChangeRow, ...]
    left_out: tuple[ChangeRow, ...]
    added: tuple[ChangeRow, ...]
    corrects: bool
    same: bool
    outside: str
    relay: SideView
    original: SideView | None
    decide: DecideForm | None
    falls_href: str
    run: RunView


@dataclass(frozen=True, slots=True)
class LegRow:
    """One telling: report, words, who is behind it. relayed: it adds no voice."""

    report: str
    report_href: str
    about: str
    lang: str
    words: str
    words_href: str
    status_id: str
    status: str
    origin: str
    origin_href: str
    relayed: bool


@dataclass(frozen=True, slots=True)
class TieRow:
    """One link of the relay map as a row: from, to, when, what changed. doubt: what is not known of its direction, or ""."""

    origin: str
    report: str
    href: str
    when: str
    changed: str
    doubt: str = ""


@dataclass(frozen=True, slots=True)
class VoicePair:
    """Two sources behind one thing, and what a person said of them: "" where nobody did."""

    href: str
    one: str
    one_outlet: str
    other: str
    other_outlet: str
    said: str


@dataclass(frozen=True, slots=True)
class VoiceSide:
    """One of two sources: how it is described, in which report, and what it told (address, words)."""

    words: str
    lang: str
    report: str
    report_href: str
    about: str
    told: tuple[tuple[str, str], ...]
    more: int


@dataclass(frozen=True, slots=True)
class VoicesPage:
    """voices.html: are two sources one?"""

    sides: tuple[VoiceSide, VoiceSide]
    back_href: str
    decide: DecideForm
    run: RunView


@dataclass(frozen=True, slots=True)
class WeightPage:
    """weight.html: what stands behind one event or claim: articles, outlets, origins, how credible, and the relay map.

    unmapped: reports that the map leaves out; voice_pairs: sources that may be one. voices: independent origins, as "1 to 2". means: the computed grade in words. picture: made by seeing/relay_map.py.
    """

    heading: str
    lang: str
    words: str
    back_href: str
    back: str
    articles: int
    outlets: int
    voices: str
    most_voices: int
    means: str
    reasons: tuple[str, ...]
    legs: tuple[LegRow, ...]
    against: tuple[LegRow, ...]
    picture: str
    ties: tuple[TieRow, ...]
    unsure_ties: bool
    unshown: int
    unmapped: int
    relays_href: str
    voice_pairs: tuple[VoicePair, ...]
    more_pairs: int
    grade: DecideForm | None
    paths: tuple[Choice, ...]
    run: RunView


@dataclass(frozen=True, slots=True)
class FallRow:
    """What becomes of one thing: its act, and in `lang` the words that tell it. before: origins and grade in words; change: what

    changes of it, "" where nothing is left; also: how many other things stand on the very same tellings.
    """

    act: str
    words: str
    lang: str
    href: str
    before: str
    change: str
    also: int = 0


@dataclass(frozen=True, slots=True)
class StandsPage:
    """stands.html: what falls if a report or an origin falls, and what is left of the rest.

    other: what changes and is no weaker; falling, weakened, changing: how many there are of each, those that are not
    listed too; same: how many stand as before.
    """

    heading: str
    lang: str
    about: str
    back_href: str
    alone: tuple[FallRow, ...]
    weaker: tuple[FallRow, ...]
    other: tuple[FallRow, ...]
    falling: int
    weakened: int
    changing: int
    same: int
    more: int
    path: DecideForm | None
    run: RunView
