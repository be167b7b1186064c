"""Groups that reports tell of people, and groups that they tell them out of.

Rules:
- Nothing is inferred beyond the words. "Was sent back in 2019" tells somebody sent back; "the sister of a man who crossed
  the river" tells family of somebody who left; "has no one abroad" tells that there is no such family. Nobody is put into a
  class, and what is not told stays unknown.
- The words must be about the same person: the same filler, a name or surname that both bear in one report, or one person
  by linking. "Her name", "his house", "nothing in her file" is the person spoken of before.
- Each telling keeps its words and its status; a denied "used a foreign phone" tells that the person is not in that group.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from testigo.claim import Claim, Filler
from testigo.confronted import Words
from testigo.orders import cues
from testigo.orders.told import Page, Stated

HAPPENED = frozenset(("asserted", "reported", "hedged"))
_OWNED = re.compile(
    r"^(?:his|her|the man[’']s|the woman[’']s|그의|그녀의)\s+(?:\w+ )?(?:home|house|flat|apartment|door|name|belongings|phone|letter|"
    r"집|이름|아파트)\b"
    r"|^(?:nothing|no \w+|an? \w+|any \w+) (?:in|on|against) (?:his|her|their) (?:files?|records?|names?|papers?)\b",
    re.IGNORECASE,
)
_PRONOUN = re.compile(r"^(?:he|she|him|her|the man|the woman|그|그녀)$", re.IGNORECASE)
_THING = re.compile(
    r"^(?:the |a |an |their |its |each |\w+ )?(?:\w+ )?(?:homes?|houses?|flats?|lists?|letters?|market|telegram|order|instruction|"
    r"telephones?|search|books?|flap|meeting|records?)$",
    re.IGNORECASE,
)
_TITLES = frozenset(
    [
        "the",
        "a",
        "an",
        "mr",
        "mrs",
        "ms",
        "dr",
        "man",
        "woman",
        "one",
        "colonel",
        "captain",
        "sergeant",
        "lieutenant",
        "major",
        "party",
        "state",
        "office",
        "north",
        "south",
    ]
)


_NEAR = 160
"""How many letters behind a claim its sentence is read on."""
_SENTENCE_END = re.compile(r"[.!?。](?:[”’\"']?\s|$)|\n\s*\n|;")
Keys = Sequence[str]


@dataclass(frozen=True, slots=True)
class Fact:
    """That a person is told to be in a group (member) or not. words: which tell it."""

    group: str
    member: bool
    words: Words
    status: str


Make = Callable[..., Fact]


class People:
    """Who is who in the reports, and what is told of them. people: persons that linking found, by subject of mention."""

    def __init__(
        self, stated: Sequence[Stated], pages: Mapping[int, Page], people: Mapping[str, str]
    ) -> None:
        self._of_claim: dict[int, tuple[str, ...]] = {}
        self._facts: dict[str, list[Fact]] = defaultdict(list)
        by_report: dict[int, list[Stated]] = defaultdict(list)
        for one in stated:
            by_report[one.report].append(one)
        for report, claims in sorted(by_report.items()):
            self._read(sorted(claims, key=lambda s: s.claim.span), pages[report], people)

    def of_claim(self, claim: int) -> tuple[str, ...]:
        """Keys of the persons to whom a claim's act was done (of its doers, where it names nobody else)."""
        return self._of_claim.get(claim, ())

    def facts(self, person: str) -> tuple[Fact, ...]:
        """What is told of a person."""
        return tuple(self._facts.get(person, ()))

    def _read(self, claims: Sequence[Stated], page: Page, people: Mapping[str, str]) -> None:
        names = _Named(page.id)
        spoken = ""
        for one in claims:
            targets = self._keys(one, "target", names, people, spoken)
            actors = self._keys(one, "actor", names, people, spoken)
            self._of_claim[one.id] = targets or (() if one.claim.target else actors)
            for key, fact in facts_of(one, page, targets, actors):
                self._facts[key].append(fact)
            persons = targets or actors
            spoken = (
                persons[0]
                if persons and one.claim.status in HAPPENED and one.claim.kind != "view"
                else spoken
            )

    def _keys(
        self, one: Stated, slot: str, names: _Named, people: Mapping[str, str], spoken: str
    ) -> tuple[str, ...]:
        out = []
        for number, filler in enumerate(getattr(one.claim, slot)):
            linked = people.get(f"{one.id}.{slot}.{number}")
            if _OWNED.match(filler.text) or (_PRONOUN.match(filler.text) and not filler.refers):
                key = spoken
            elif _THING.match(filler.text):
                key = ""
            else:
                key = names.key(filler, linked)
            if key:
                out.append(key)
        return tuple(dict.fromkeys(out))


class _Named:
    """The persons of one report by what they are called in it."""

    def __init__(self, report: int) -> None:
        self._report = report
        self._known: dict[str, str] = {}

    def key(self, filler: Filler, linked: str | None) -> str:
        """The person whom a filler names; a new one where none of its names was heard before."""
        called = _called(filler)
        key = linked or next((self._known[name] for name in called if name in self._known), "")
        key = key or f"{self._report}:{filler.refers_text or filler.text}".lower()
        for name in called:
            self._known.setdefault(name, key)
        return key


def _called(filler: Filler) -> tuple[str, ...]:
    """What a filler calls a person: its whole words, and the names in it."""
    whole = [" ".join(text.split()).lower() for text in (filler.refers_text, filler.text) if text]
    names = [a.text.lower() for a in filler.attributes if a.kind in ("surname", "name")]
    shown = [
        word.lower()
        for text in (filler.refers_text or "", filler.text)
        for word in re.findall(
            r"(?:named|surnamed|surname of|family name|called|name is)\s+([A-Z][\w’'-]+)", text
        )
    ]
    bare = (
        [w.lower() for w in re.findall(r"[A-Z][\w’'-]+", filler.text)]
        if len(filler.text.split()) <= 2
        else []
    )
    proper = [name for name in (*names, *shown, *bare) if name not in _TITLES and " " not in name]
    return tuple(dict.fromkeys((*whole, *proper)))


def facts_of(
    one: Stated, page: Page, targets: Sequence[str], actors: Sequence[str]
) -> Iterator[tuple[str, Fact]]:
    """What one claim tells of the groups of its persons."""
    claim = one.claim
    words = Words(one.report, claim.span, " ".join(claim.span.of(page.text).split()), one.id)

    def fact(group: str, *, member: bool = True) -> Fact:
        return Fact(group, member, words, claim.status)

    if claim.status in HAPPENED:
        yield from _by_act(claim, words.text, targets, actors, fact)
    if claim.status in HAPPENED or claim.status == "denied":
        yield from _by_words(claim, words.text, targets, actors, fact)
    if claim.status in HAPPENED:
        rest = _SENTENCE_END.split(page.text[claim.span.end : claim.span.end + _NEAR], maxsplit=1)[0]
        yield from _by_fillers(claim, f"{words.text}{rest}", targets, actors, fact)


def _by_act(claim: Claim, text: str, targets: Keys, actors: Keys, fact: Make) -> Iterator[tuple[str, Fact]]:
    """Who was sent back, who left, who was found with a phone: by what happened to them."""
    if claim.act == "repatriation":
        yield from ((key, fact("repatriated")) for key in targets)
    if claim.act == "escape":
        yield from ((key, fact("defectors")) for key in actors)
    if claim.act == "contact" and cues.PHONE.search(text):
        yield from ((key, fact("phone-users")) for key in actors)
    for charge in claim.charge:
        if cues.PHONE.search(charge.text):
            yield from ((key, fact("phone-users")) for key in targets)


def _by_words(claim: Claim, text: str, targets: Keys, actors: Keys, fact: Make) -> Iterator[tuple[str, Fact]]:
    """What a clause says of its person in so many words: no family abroad, no phone, nothing in the file."""
    persons = tuple(dict.fromkeys((*targets, *actors)))
    if claim.kind == "view" or not persons:
        return
    if cues.NO_KIN_ABROAD.search(text):
        yield from ((key, fact("defector-families", member=False)) for key in persons)
    if claim.act == "contact" and claim.status == "denied" and cues.PHONE.search(text):
        yield from ((key, fact("phone-users", member=False)) for key in persons)
    if cues.CLEAN.search(text) and not cues.WITHOUT_PAPER.search(text):
        yield from ((key, fact(cues.PLAIN_RESIDENTS)) for key in persons)


def _by_fillers(
    claim: Claim, behind: str, targets: Keys, actors: Keys, fact: Make
) -> Iterator[tuple[str, Fact]]:
    """What the words that name a person tell of them. behind: the claim and what its sentence tells behind it."""
    for keys, fillers in ((targets, claim.target), (actors, claim.actor)):
        for key, filler in zip(keys, fillers, strict=False):
            said = f"{filler.text} {filler.refers_text or ''}"
            if cues.KIN.search(said) and (cues.LEAVER.search(said) or _left_after(claim, behind)):
                yield key, fact("defector-families")
            elif cues.LEAVER.search(said):
                yield key, fact("defectors")
            if cues.SENT_BACK.search(said):
                yield key, fact("repatriated")
            for attribute in filler.attributes:
                if attribute.kind == "group" and attribute.value:
                    yield key, fact(attribute.value)


def _left_after(claim: Claim, text: str) -> bool:
    """Whether it is told that somebody of the family left: "her family was ... after he had crossed the river"."""
    after = re.search(r"\b(?:after|since|because|when)\b(?P<rest>.*)", text, re.IGNORECASE)
    return claim.kind == "event" and after is not None and cues.LEAVER.search(after["rest"]) is not None
