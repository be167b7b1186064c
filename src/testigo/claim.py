"""What a report says: one claim, its parts, and through whom and how firmly it is said.

Rules:
- Every part is a span of code points in one preserved text; its words are kept beside it.
- A normalised value (`id`, `value`, `form`, `duration`) stands beside the words, never instead of them.
- `None` and an empty tuple mean: not stated. `unknown` says why a stated value could not be resolved.
- Every part names the rule that gave it, by an id that `reading` can explain with an example.

The coding follows the guide in docs/coding.md.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from testigo.directive import Directive
from testigo.span import Span as Span  # noqa: PLC0414  # most ask for it here
from testigo.value import value


@value
class Attribute:
    """Something told about a person or source: kind is one of vocabulary.ATTRIBUTES (age, sex, surname, ...)."""

    kind: str
    span: Span
    text: str
    value: str | None = None


@value
class Filler:
    """One value of one slot of a claim.

    span: the fullest words that name it near by; text: those words.
    mention: the pronoun, bare surname or shorter phrase in the clause itself, where that is another span.
    refers: the fullest phrase of all, where it is another span still; refers_text: its words.
    id: row of a reference table (place, institution, group), or None.
    value: EDTF for a time, a plain number in digits for a quantity. form, duration: for a punishment, an id of
    the sanctions table and an ISO 8601 duration. unknown: why no value could be given. rule: who found it.
    """

    span: Span
    text: str
    id: str | None = None
    value: str | None = None
    form: str | None = None
    duration: str | None = None
    mention: Span | None = None
    refers: Span | None = None
    refers_text: str | None = None
    attributes: tuple[Attribute, ...] = ()
    unknown: str | None = None
    rule: str = ""


@value
class Source:
    """One link of the chain a claim is attributed to. kind: an id of vocabulary.SOURCES.

    span, text: the words in this sentence ("he"); refers, refers_text: the fuller earlier words.
    cue: the words that attribute ("told", "according to"). told: when it was told, if said.
    """

    span: Span
    text: str
    kind: str
    refers: Span | None = None
    refers_text: str | None = None
    cue: Span | None = None
    told: Filler | None = None
    attributes: tuple[Attribute, ...] = ()
    rule: str = ""


@value
class Firmness:
    """One layer of how firmly a claim is put: whose (0 = publisher, 1 = outermost source, ...), what, by which words."""

    level: int
    status: str
    cue: Span | None = None
    rule: str = ""


CLAUSE = "clause"  # the kind of what is no act but a clause of an order


@value
class Overruled:
    """An act that a rule found and a second opinion did not take. span: the words; kind, act, rule: what was found, by which.

    A clause of an order that it did not take has the kind CLAUSE, and what it does (its modality, or “protect”) stands for the act.
    """

    span: Span
    kind: str
    act: str
    rule: str


@value
class LeftOut:
    """A filler that a rule gave and a second opinion took out. slot: one of SLOTS; span, text: its words; rule: who gave it."""

    slot: str
    span: Span
    text: str
    rule: str


@value
class Claim:
    """One proposition of one report.

    kind, act, status: ids of the vocabulary; act_detail: a finer act of reference/acts.csv, where the words tell.
    span: the clause; trigger: the words that carry the act. sources: outermost first, without the publisher.
    firmness: the layers that `status` collapses. rule: what found the act. instead: what a rule took these words for
    before a second opinion put this act in its place; None where nothing was replaced. left_out: what it took out of slots.
    """

    kind: str
    act: str
    span: Span
    trigger: Span
    status: str
    act_detail: str | None = None
    sources: tuple[Source, ...] = ()
    actor: tuple[Filler, ...] = ()
    target: tuple[Filler, ...] = ()
    place: tuple[Filler, ...] = ()
    time: tuple[Filler, ...] = ()
    charge: tuple[Filler, ...] = ()
    punishment: tuple[Filler, ...] = ()
    quantity: tuple[Filler, ...] = ()
    firmness: tuple[Firmness, ...] = ()
    rule: str = ""
    instead: Overruled | None = None
    left_out: tuple[LeftOut, ...] = ()


SLOTS: tuple[str, ...] = ("actor", "target", "place", "time", "charge", "punishment", "quantity")


@value
class Attribution:
    """One act of attributing in the text: the words that do it, who is named, what is attributed (in pieces)."""

    cue: Span
    source: Span | None
    content: tuple[Span, ...]
    rule: str = ""


@value
class TimeMention:
    """One time expression. type: DATE, TIME, DURATION or SET; value: TIMEX3 value; edtf: the same as EDTF, or None."""

    span: Span
    type: str
    value: str
    edtf: str | None = None
    unknown: str | None = None
    rule: str = ""


@value
class Hedge:
    """One expression of doubt: the words, and the words that it casts doubt on."""

    cue: Span
    scope: Span
    rule: str = ""


@dataclass(frozen=True, slots=True)
class Reading:
    """One run of one reader over one report: everything that it found, and what it has to say about the run itself.

    language: the language it read the text as, or None where it does not know the language (then nothing is read).
    set_aside: what the rules found and a second opinion took for no claim. notes: plain sentences for the person
    ("the text is not English or Korean: not read").
    """

    reader: str
    version: str
    vocabulary: str
    language: str | None
    claims: tuple[Claim, ...] = ()
    directives: tuple[Directive, ...] = ()
    attributions: tuple[Attribution, ...] = ()
    times: tuple[TimeMention, ...] = ()
    hedges: tuple[Hedge, ...] = ()
    set_aside: tuple[Overruled, ...] = ()
    notes: tuple[str, ...] = field(default=())
