"""Two reports that tell the same with the same precision, no more and no less: the one has it from the other, whatever it says.

Rules:
- Two newsrooms with sources of their own tell one event each in its own way: one has the day, the other the month; one the age,
  the other the charge. Who tells every detail as the other does, and leaves out what the other leaves out, within a few days,
  has it from there or from where the other has it.
- Every detail of every claim votes in bits, for where it is told alike or left out alike, against where it is told otherwise or by
  one alone. How names are spelt does not vote: a relay spells them anew. The bits are those of generated casebooks
  (bench/weighing.py), rounded down.
- A report whose source is described otherwise is no twin, nor one that comes weeks later.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from testigo.claim import Claim, Filler, Span
from testigo.weighing import places, words
from testigo.weighing.aligning import days_of
from testigo.weighing.seen import SeenReport

LEAST, OTHERWISE, NOT_SKETCHED = 2.0, 1.0, -99.0
"""From here on two are one telling; below this they tell too much otherwise for that; what stands for "not to be compared so"."""
MOST_DAYS, SOON, _PER_DAY = 15, 7, 0.5
MOST_CLAIMS = 8
_ALIKE = {"day": 1.0, "time": 2.5, "no time": 3.0, "place": 0.4, "number": 0.7, "age": 1.2, "charge": 0.8, "named": 1.2, "punishment": 0.3}  # fmt: skip
_LEFT_OUT_ALIKE = {"no time": 3.0, "age": 0.4, "charge": 0.5, "named": 0.4}
_CLOSER, _LESS, _OTHERWISE, _LESS_TRANSLATED = -6.0, -4.0, -5.0, -1.5
"""For what the later tells that the earlier has not, or not so closely: it has that from elsewhere. To tell less is a smaller sign,
and next to none where it was put into another language as well: who translates in brief leaves out most."""
_NUMBER_OTHERWISE, _WIDER, _AGE_IN_TENS = -2.0, -1.2, 0.5
"""A number grows on the way; a town where the other has its province; "71" in one language where the other has "in her 70s"."""
_DOUBT = {(True, True): 1.0, (False, False): 0.5, (True, False): -1.5, (False, True): -2.5}
"""By whether the earlier and the later tell it with doubt."""
_SOURCE, _OTHER_SOURCE, _GENERIC = 1.5, -3.0, frozenset(["sourc", "local", "anonym"])


@dataclass(frozen=True, slots=True)
class Sketch:
    """What a report tells, for comparing: per claim its act and details; its source; its day. key: acts in order of the text."""

    acts: tuple[str, ...]
    claims: tuple[Claim, ...]
    source: frozenset[str]
    day: int | None
    language: str
    outlet: str


def sketch(report: SeenReport) -> Sketch | None:
    """The sketch of a report of few claims; None where there are none, or too many for "the same and no more" to be told."""
    body = [
        s.claim
        for s in report.claims
        if s.claim.kind == "event" and not (report.title and report.title.contains(s.claim.span))
    ]
    if not body or len(body) > MOST_CLAIMS:
        return None
    body.sort(key=lambda c: (c.act, c.span))
    phrases = [s.refers_text or s.text for c in body for s in c.sources[:1]]
    source = frozenset(stem for p in phrases for stem in words.content(words.words(p, Span(0, len(p)))))
    days = report.days
    return Sketch(
        tuple(c.act for c in body),
        tuple(body),
        source,
        days[0] if days else None,
        report.language,
        report.outlet,
    )


def facts(report: SeenReport) -> frozenset[tuple[str, str]]:
    """What brings twins together: an act with any two of its place, its time, and a number, charge, age or occupation of it."""
    found = set()
    for claim in (seen.claim for seen in report.claims):
        where = (claim.place[0].id or claim.place[0].text.lower()) if claim.place else ""
        when = _value(claim.time)
        charge = claim.charge[0].text.lower() if claim.charge else ""
        what = [w for w in (_value(claim.quantity), charge, age_told(claim), _role(claim)) if w]
        pairs = [(where, when), *((where, w) for w in what), *((when, w) for w in what)]
        found |= {("fact", f"{claim.act}|{one}|{other}") for one, other in pairs if one and other}
    return frozenset(found)


def bits(relay: Sketch | None, original: Sketch | None) -> float:
    """How much speaks for the one having it from the other, in bits; far below 0 where it cannot have, or comes weeks later."""
    if relay is None or original is None:
        return NOT_SKETCHED
    apart = abs(relay.day - original.day) if relay.day is not None and original.day is not None else 0
    if apart > MOST_DAYS:
        return NOT_SKETCHED
    return likeness(relay, original) - _PER_DAY * max(0, apart - SOON)


def other_acts(a: Sketch | None, b: Sketch | None) -> bool:
    """Whether two tell of acts of which none is told by both."""
    return a is not None and b is not None and not set(a.acts) & set(b.acts)


def likeness(relay: Sketch | None, original: Sketch | None) -> float:
    """The same whatever the days: how far one tells every detail as the other does."""
    if relay is None or original is None or relay.acts != original.acts:
        return NOT_SKETCHED
    total = _source(relay, original)
    for now, was in zip(relay.claims, original.claims, strict=True):
        total += _claim(was, now, same_language=relay.language == original.language)
    return total


def _source(a: Sketch, b: Sketch) -> float:
    if a.language != b.language or not a.source or not b.source:
        return 0.0
    if a.source == b.source:
        return _SOURCE if a.source - _GENERIC else 0.0
    return _OTHER_SOURCE


def _claim(was: Claim, now: Claim, *, same_language: bool) -> float:
    total = _DOUBT[was.status in _DOUBTED, now.status in _DOUBTED]
    for name, before, after in _told(was, now, same_language=same_language):
        total += _detail(name, before, after, same_language=same_language)
    return total


_DOUBTED = ("hedged", "speculated")


def _detail(name: str, was: str, now: str, *, same_language: bool) -> float:
    """The vote of one detail, as the earlier and as the later tell it; "" where one does not."""
    less = _LESS if same_language else _LESS_TRANSLATED
    if was == now:
        return (_ALIKE if was else _LEFT_OUT_ALIKE).get(name, 0.0)
    if not was or not now:
        return less if was else _CLOSER
    if name == "place":
        return _WIDER if now in places.around(was) else _CLOSER if was in places.around(now) else _OTHERWISE
    if name == "age" and tens(was) == tens(now):
        return _CLOSER if was.endswith("s") else less if same_language else _AGE_IN_TENS
    if name in ("day", "time") and (wider := _wider(was, now)):
        return less if wider == "now" else _CLOSER
    if name == "named":
        return _CLOSER if now == "name" else less
    return _NUMBER_OTHERWISE if name == "number" else _OTHERWISE


def _wider(was: str, now: str) -> str:
    """Which of two times holds the other: "was", "now" or neither."""
    one, other = (days_of((Filler(Span(0, 0), "", value=value),)) for value in (was, now))
    if one is None or other is None:
        return ""
    holds = (one[0] <= other[0] and other[1] <= one[1], other[0] <= one[0] and one[1] <= other[1])
    return "was" if holds[0] else "now" if holds[1] else ""


def _told(was: Claim, now: Claim, *, same_language: bool) -> Sequence[tuple[str, str, str]]:
    """Each detail by its name, as both tell it; "" where one does not."""
    when = (_value(was.time), _value(now.time))
    kind = "no time" if when == ("", "") else "day" if len(when[0]) == 10 else "time"
    charge = tuple(
        (c.charge[0].text.lower() if same_language else "told") if c.charge else "" for c in (was, now)
    )
    return (
        (kind, *when),
        ("place", *_places(was, now)),
        ("number", _value(was.quantity), _value(now.quantity)),
        ("age", age_told(was), age_told(now)),
        ("charge", charge[0], charge[1]),
        ("named", naming(was), naming(now)),
        ("punishment", _punishment(was), _punishment(now)),
    )  # fmt: skip


def _value(fillers: Sequence[Filler]) -> str:
    return (fillers[0].value or fillers[0].text.lower()) if fillers else ""


def _places(a: Claim, b: Claim) -> tuple[str, str]:
    one, other = ((c.place[0].id or c.place[0].text.lower()) if c.place else "" for c in (a, b))
    return one, other


def age_told(claim: Claim) -> str:
    """The age told of somebody, in tens, with how it is told: as a number or in tens."""
    for filler in (*claim.target, *claim.actor):
        for attribute in filler.attributes:
            if attribute.kind == "age" and attribute.value:
                return attribute.value
        if found := words.ages(words.words(filler.text, Span(0, len(filler.text)))):
            return found[0]
    return ""


def tens(age: str) -> str:
    """The tens of an age, as a number or in tens: "71" and "70s" are 7; "" where none is told."""
    return age.removesuffix("s")[:-1]


def _role(claim: Claim) -> str:
    """The occupation of whom it is about, in lower case; "" where none is told."""
    kinds = (a for f in (*claim.target, *claim.actor) for a in f.attributes if a.kind == "role")
    return next((a.text.lower() for a in kinds), "")


def naming(claim: Claim) -> str:
    """Whether somebody is named in full, by surname, or not at all."""
    kinds = {a.kind for f in (*claim.target, *claim.actor) for a in f.attributes}
    return "name" if "name" in kinds else "surname" if "surname" in kinds else ""


def _punishment(claim: Claim) -> str:
    return (claim.punishment[0].duration or claim.punishment[0].text.lower()) if claim.punishment else ""
