"""What weighing derives: which report has its words from which, and how many independent origins stand behind a thing.

Rules:
- An interval of origins says at least how many and at most how many: two anonymous sources of one outlet may be one.
- Two axes are kept apart: how reliable the path is (people judge), how credible the claim is (computed).
"""

from __future__ import annotations

from dataclasses import dataclass

from testigo.claim import Span
from testigo.reason import Reason
from testigo.value import value


@dataclass(frozen=True, slots=True)
class Weight:
    """What stands behind one thing. subject: "event KEY", "claim ID" or "order KEY".

    articles: reports that tell it; outlets: publishers; least, most: independent origins. credibility: 1 to 6 of the
    Admiralty scale, computed; `against`: claims that contradict it. origins: keys of the origins behind it.
    """

    subject: str
    articles: int
    outlets: int
    least: int
    most: int
    credibility: int
    reasons: tuple[Reason, ...] = ()
    against: tuple[int, ...] = ()
    origins: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Change:
    """What a relay changed, at one place. kind: an id of CHANGES; was, now: the words; empty where nothing stands.

    was_span, now_span: their places in the text of the original and of the relay. was_claim, now_claim: ids of claims.
    """

    kind: str
    was: str
    now: str
    was_span: Span | None = None
    now_span: Span | None = None
    was_claim: int | None = None
    now_claim: int | None = None


@dataclass(frozen=True, slots=True)
class Pair:
    """A claim of a relay and the claim of its original that it tells again. score: how alike, from 0 to 1."""

    relay: int
    original: int
    score: float


@dataclass(frozen=True, slots=True)
class Relay:
    """One report has its words from another. relay: id of the report; original: id, or None where it is not held.

    outside: the name of the outlet whose report is not held. how: ids of HOWS, the strongest first. bits: how much
    speaks for it; reasons: why. order: what tells which came first ("date", "citation", "detail"; "unknown": it cannot be told,
    and neither is called the original). pairs: claims told again; changes: what the relay changed. judged: "same",
    "different" or "unsure" where a person said so; holds: whether it counts. root: the report that it all goes back to.
    """

    key: str
    relay: int
    original: int | None
    how: tuple[str, ...]
    bits: float
    reasons: tuple[Reason, ...] = ()
    outside: str = ""
    order: str = "date"
    pairs: tuple[Pair, ...] = ()
    changes: tuple[Change, ...] = ()
    judged: str | None = None
    holds: bool = True
    root: int | None = None


HOWS: dict[str, str] = {
    "copy": "The same words.",
    "near copy": "Most of the same words.",
    "quote": "A long passage in the same words.",
    "cites": "It names the outlet that it has it from.",
    "rewords": "It tells the same things in other words.",
    "translates": "It tells the same in another language.",
    "twin": "It tells every detail as the other does, and no more.",
    "corrects": "It corrects an earlier report of its own outlet.",
    "judged": "A person said so.",
}

CHANGES: dict[str, str] = {
    "hedge lost": "The original put it with doubt, the relay does not.",
    "hedge added": "The relay puts it with doubt, the original does not.",
    "order carried out": "Ordered, planned or threatened in the original; done in the relay.",
    "denial lost": "The original says that it did not happen, the relay that it did.",
    "withdrawn": "The original says that it happened, the other that it did not.",
    "number grown": "The relay has a larger number.",
    "number shrunk": "The relay has a smaller number.",
    "place widened": "A town has become the province or country around it.",
    "place changed": "Another place.",
    "date shifted": "Another date.",
    "source multiplied": "One source has become several.",
    "name lost": "Somebody named is no longer named.",
    "rank changed": "Another rank or office.",
    "dropped": "The relay leaves it out.",
    "added": "The original does not have it.",
}
DISTORTIONS: tuple[str, ...] = tuple(kind for kind in CHANGES if kind not in ("dropped", "added"))
"""Changes that say something else than the original; the others leave out or add."""


@dataclass(frozen=True, slots=True)
class Origin:
    """Somebody or something that reports go back to: a source as one report describes it, or as people joined them.

    key: "CLAIM.source.NUMBER" of its first mention, "REPORT.voice" for what a report tells through nobody, "outside NAME" for an
    outlet whose report is not held. kind: of vocabulary.SOURCES, or "voice" or "outside". words: its fullest description.
    traits: what is told of it (sex, age, role, place, told), as pairs. claims: those it is behind, without relays.
    """

    key: str
    kind: str
    words: str
    outlet: str
    report: int
    claims: tuple[int, ...]
    traits: tuple[tuple[str, str], ...] = ()
    mentions: tuple[str, ...] = ()


@value
class Leg:
    """One claim that a thing stands on. origin: key of who is behind it; relayed: told in a relay, which adds no voice.

    status: of the claim; told: place, days and persons as far as they can be compared (see corroboration.py).
    """

    claim: int
    report: int
    outlet: str
    origin: str
    status: str
    relayed: bool = False
    act: str = ""
    places: tuple[str, ...] = ()
    days: tuple[int, int] | None = None
    persons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Ground:
    """Everything that one thing stands on. subject: as in Weight; conflicts: slots in which linking found claims at odds.

    also: other things that stand on the very same.
    """

    subject: str
    legs: tuple[Leg, ...]
    conflicts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tellings:
    """All tellings of one claim, along relays and corrections: kept once, whatever stands on them. Its key is the first claim."""

    legs: tuple[Leg, ...]


@dataclass(frozen=True, slots=True)
class Footing:
    """A Ground as it is kept: its tellings by the first claim of each, in place of their legs."""

    subject: str
    tellings: tuple[int, ...]
    conflicts: tuple[str, ...] = ()
    also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Line:
    """Reports that all go back to one, the root. links: each relay with what it has its words from, by the ids of relays."""

    root: int
    links: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Fall:
    """What becomes of one thing if a source, report or origin falls. after: None where nothing is left to stand on.

    also: other things that stand on the very same, and of which the same becomes.
    """

    subject: str
    before: Weight
    after: Weight | None
    also: tuple[str, ...] = ()


CREDIBILITY: dict[int, str] = {
    1: "Confirmed: at least two independent origins, through two outlets, agree in act, place, time and person.",
    2: "Probably true: two independent origins, through two reports, agree as far as they tell, or two that may be one in everything, or something speaks against 1.",
    3: "Possibly true: one origin or one report tells it firmly, or several do and something speaks against it.",
    4: "Doubtful: told with doubt only, or contradicted.",
    5: "Improbable: more origins deny it than tell it.",
    6: "Cannot be judged: rumour, intention, or nobody behind it.",
}
"""The second axis of the Admiralty scale, as it is computed here."""

RELIABILITY: dict[str, str] = {
    "A": "Completely reliable: always right so far, and nothing casts doubt on it.",
    "B": "Usually reliable.",
    "C": "Fairly reliable.",
    "D": "Not usually reliable.",
    "E": "Unreliable: wrong before.",
    "F": "Cannot be judged: new, or nobody has looked.",
}
"""The first axis: given by people for a path (a report's way from the source to us); F where nobody did."""
