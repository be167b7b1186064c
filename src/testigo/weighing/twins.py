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
from testigo.weighing.seen import SeenReport

LEAST, OTHERWISE, NOT_SKETCHED = 4.0, 2.0, -99.0
"""From here on two are one telling; below this they tell too much otherwise for that; what stands for "not to be compared so"."""
MOST_DAYS = 15
MOST_CLAIMS = 8
_ALIKE = {"day": 1.0, "time": 2.5, "no time": 3.0, "place": 0.4, "number": 1.5, "age": 1.0, "charge": 1.0, "named": 1.2, "punishment": 0.5}  # fmt: skip
_OTHERWISE = {"day": 5.0, "time": 5.0, "no time": 5.0, "place": 2.5, "number": 2.0, "age": 4.0, "charge": 4.0, "named": 4.0, "punishment": 4.0}  # fmt: skip
_WIDER, _AGE_IN_TENS = 1.6, 0.5
"""A town where the other has its province; "71" in one language where the other has "in her 70s"."""
_SOURCE, _GENERIC = 1.5, frozenset(["sourc", "local", "anonym"])


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
    """What brings twins together: act with place and time, and act with time and number or charge."""
    found = set()
    for seen in report.claims:
        claim = seen.claim
        when = _value(claim.time)
        where = (claim.place[0].id or claim.place[0].text.lower()) if claim.place else ""
        what = (
            _value(claim.quantity)
            or (claim.charge[0].text.lower() if claim.charge else "")
            or age_told(claim)
        )
        if where and (when or what):
            found.add(("fact", f"{claim.act}|{where}|{when or what}"))
        if when and what:
            found.add(("fact", f"{claim.act}|{when}|{what}"))
    return frozenset(found)


def bits(a: Sketch | None, b: Sketch | None) -> float:
    """How much speaks for two reports being one telling, in bits; far below 0 where they cannot be."""
    if a is None or b is None or a.acts != b.acts:
        return NOT_SKETCHED
    if a.day is not None and b.day is not None and abs(a.day - b.day) > MOST_DAYS:
        return NOT_SKETCHED
    total = _source(a, b)
    for one, other in zip(a.claims, b.claims, strict=True):
        total += _claim(one, other, same_language=a.language == b.language)
    return total


def _source(a: Sketch, b: Sketch) -> float:
    if a.language != b.language or not a.source or not b.source:
        return 0.0
    if a.source == b.source:
        return _SOURCE if a.source - _GENERIC else 0.0
    return -3.0


def _claim(a: Claim, b: Claim, *, same_language: bool) -> float:
    total = 0.0
    for name, one, other in _told(a, b, same_language=same_language):
        if one == other:
            total += _ALIKE[name] if one or name in ("age", "charge", "named", "no time") else 0.0
        elif name == "place" and (one in places.around(other) or other in places.around(one)):
            total -= _WIDER
        elif name == "age" and not same_language and tens(one) == tens(other):
            total += _AGE_IN_TENS
        else:
            total -= _OTHERWISE[name]
    return total


def _told(a: Claim, b: Claim, *, same_language: bool) -> Sequence[tuple[str, str, str]]:
    """Each detail by its name, as both tell it; "" where one does not."""
    when = (_value(a.time), _value(b.time))
    kind = "no time" if when == ("", "") else "day" if len(when[0]) == 10 else "time"
    charge = tuple(
        (c.charge[0].text.lower() if same_language else "told") if c.charge else "" for c in (a, b)
    )
    return (
        (kind, *when),
        ("place", *_places(a, b)),
        ("number", _value(a.quantity), _value(b.quantity)),
        ("age", age_told(a), age_told(b)),
        ("charge", charge[0], charge[1]),
        ("named", naming(a), naming(b)),
        ("punishment", _punishment(a), _punishment(b)),
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


def naming(claim: Claim) -> str:
    """Whether somebody is named in full, by surname, or not at all."""
    kinds = {a.kind for f in (*claim.target, *claim.actor) for a in f.attributes}
    return "name" if "name" in kinds else "surname" if "surname" in kinds else ""


def _punishment(claim: Claim) -> str:
    return (claim.punishment[0].duration or claim.punishment[0].text.lower()) if claim.punishment else ""
