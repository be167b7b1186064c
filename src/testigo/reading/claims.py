"""From the acts of a sentence to claims: chain, status and slots of each, and what is left out.

Rules:
- The words that attribute ("the source explained") are no claim; what they attribute is.
- What an order tells somebody to do is a claim of its own, intended; an act that no rule knows is a measure (policy).
- One claim for one trigger. A second mention that adds no slot and comes from the same speaker is left out.
"""

from __future__ import annotations

from dataclasses import dataclass

from testigo.claim import Claim, Filler, Span
from testigo.reading import slots
from testigo.reading.acts import Mention, Scene, mentions
from testigo.reading.clauses import clauses
from testigo.reading.coreference import People
from testigo.reading.facts import Facts
from testigo.reading.lists import wordset
from testigo.reading.speakers import Speakers
from testigo.reading.status import standing
from testigo.reading.tokens import Document
from testigo.reading.triggers import Trigger
from testigo.reading.view import View

_ORDERED = Trigger("act.ordered", "event", "policy", (), (), (), "The province ordered farms to plant trees.")
_AMOUNTS = wordset("extortion bribery confiscation smuggling contact crime")
_LIGHT = wordset("be have do try begin start continue want seek attempt help")


@dataclass(frozen=True, slots=True)
class Material:
    """What the steps before have found in a document."""

    document: Document
    spoken: Speakers
    facts: Facts
    ordered: tuple[Span, ...] = ()


def find_claims(material: Material) -> tuple[Claim, ...]:
    """The claims of a document, in the order of the text."""
    people = People(material.document.text)
    sources = tuple(link.source.span for link in material.spoken.links)
    found: list[Claim] = []
    at = 0
    for view in material.spoken.views:
        around = []
        while at < len(sources) and sources[at].start < view.sentence.span.end:
            around.append(sources[at])
            at += 1
        found += _in_sentence(material, view, people, tuple(around))
    return tuple(found)


def _in_sentence(material: Material, view: View, people: People, sources: tuple[Span, ...]) -> list[Claim]:
    headline = view.sentence.block.kind in ("title", "heading")
    parts = clauses(view.chunks, headline=headline)
    scene = Scene(view.chunks, view.tokens, parts)
    found = mentions(scene)
    found += _ordered(scene, found)
    people.note(view, parts, sources)
    place = slots.Place(material.document.text, view.sentence, scene, people)
    claims = [_claim(material, view, place, mention) for mention in sorted(found, key=lambda m: m.at)]
    return [claim for claim in claims if claim is not None]


def _ordered(scene: Scene, found: list[Mention]) -> list[Mention]:
    """What an order tells somebody to do, where no other rule has found an act in it."""
    orders = {m.clause.number for m in found if m.clause is not None and m.trigger.kind == "directive"}
    known = {m.clause.number for m in found if m.clause is not None and not m.noun}
    more: list[Mention] = []
    for clause in scene.clauses:
        if clause.kind != "infinitive" or clause.governor not in orders or clause.number in known:
            continue
        if clause.lemma in _LIGHT:
            continue
        parts = tuple(
            (s, p) for s, p in (("actor", clause.doer), ("target", clause.undergoer)) if p is not None
        )
        at = (clause.verb.main, clause.verb.main + 1)
        more.append(Mention(_ORDERED, at, scene.extent(clause), clause, False, parts))
    return more


def _claim(material: Material, view: View, place: slots.Place, mention: Mention) -> Claim | None:
    trigger = view.sentence.span_of(*mention.at)
    if _only_attributes(material.spoken, mention, trigger):
        return None
    whole = slots.trim(view.tokens, mention.span) or mention.at
    span = view.sentence.span_of(min(whole[0], mention.at[0]), max(whole[1], mention.at[1]))
    kind, act = mention.trigger.kind, mention.trigger.act
    stands = standing(material.spoken, kind, act, trigger, material.ordered)
    chain = material.spoken.chain_at(trigger)
    facts = material.facts
    actor = facts.with_ids(slots.who(place, mention, "actor"))
    target = facts.with_ids(slots.who(place, mention, "target"))
    charge = slots.charges(place, mention)
    punishment = facts.punishments(slots.punishment_words(place, mention))
    scope = _scope(view, mention)
    told = tuple(source.told for source in chain if source.told is not None)
    return Claim(
        kind, act, span, trigger, stands.status,
        sources=chain, actor=actor, target=target,
        place=facts.places(scope, _not_where((*charge, *punishment))),
        time=facts.times(scope, told, future=stands.status == "intended"),
        charge=charge, punishment=punishment,
        quantity=facts.quantities((*target, *actor), span, money=act in _AMOUNTS or kind == "condition"),
        firmness=stands.firmness, rule=mention.trigger.rule,
    )  # fmt: skip


def _not_where(other: tuple[Filler, ...]) -> tuple[Span, ...]:
    """The words in which a place is not the place of the act: what somebody did, and what they are punished with."""
    return tuple(f.span for f in other)


def _scope(view: View, mention: Mention) -> Span:
    """The words in which the times and places of a mention stand: its clause with what leads into it."""
    clause = mention.clause
    first, last = mention.span
    if clause is not None and not mention.noun:
        first, last = min(first, clause.first), max(last, clause.last)
    return view.sentence.span_of(first, max(last, first + 1))


def _only_attributes(spoken: Speakers, mention: Mention, trigger: Span) -> bool:
    """Whether the trigger is nothing but the word that attributes something."""
    if mention.trigger.kind in ("directive", "view") or mention.trigger.act in ("order", "dissemination"):
        return False
    return any(t.cue.overlaps(trigger) for t in spoken.tellings if abs(t.cue.start - trigger.start) < 200)
