"""From the acts of a sentence to claims: chain, status and slots of each, and what is left out.

Rules:
- The words that attribute ("the source explained") are no claim; what they attribute is.
- What an order tells somebody to do is a claim of its own, intended, where it is an act that a rule knows; a clause of
  an order (not of a law in force) in which no act was found is a measure (policy).
- One claim for one trigger. A second mention that adds no slot and comes from the same speaker is left out.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from testigo.claim import Claim, Filler, Overruled, Span
from testigo.directive import Clause
from testigo.reading import slots
from testigo.reading.asides import by_the_way, describes, label_end, names_topics, tells_itself
from testigo.reading.asked import Found, Heard, Maker, Opinion, Second
from testigo.reading.charges import charges
from testigo.reading.classes import is_class
from testigo.reading.clauses import Clause as ActClause
from testigo.reading.conditions import denies_state
from testigo.reading.coreference import People
from testigo.reading.counted_cases import cases_before
from testigo.reading.counted_people import whose_number
from testigo.reading.cues import Told
from testigo.reading.decisions import with_laws
from testigo.reading.details import detail_of
from testigo.reading.edges import trim
from testigo.reading.evaluated import EVALUATED
from testigo.reading.facts import Facts
from testigo.reading.fields import by_field
from testigo.reading.frames import asks_not_to_be_named
from testigo.reading.held_against import cleared_of
from testigo.reading.lists import wordset
from testigo.reading.measures_laid_down import is_law, laid_down, spared
from testigo.reading.named_penalties import penalty_words
from testigo.reading.opinions import with_opinions
from testigo.reading.particular import of_a_class
from testigo.reading.place_itself import place_itself
from testigo.reading.places_around import place_around
from testigo.reading.places_not_meant import asides
from testigo.reading.questions import only_asks
from testigo.reading.repeats import without_repeats
from testigo.reading.scenes import Mention, Scene
from testigo.reading.scenes_seen import acts_in, is_headline, scene_in
from testigo.reading.scopes import nested, opening, scopes
from testigo.reading.seats import seats
from testigo.reading.section_heads import heads_section
from testigo.reading.seen_clauses import Laid
from testigo.reading.since_when import since_what
from testigo.reading.speakers import Speakers
from testigo.reading.status import standing
from testigo.reading.suspended_terms import says_more_of_term
from testigo.reading.times_around import issued, since_happening, since_then
from testigo.reading.times_counted import counted_back, counted_on
from testigo.reading.times_told import counted_until, held_until, part_of_time, told_itself
from testigo.reading.tokens import Document
from testigo.reading.told_orders import told_orders
from testigo.reading.verb_left_out import verb_left_out, with_left
from testigo.reading.view import View
from testigo.value import replace, value

_TOLD = wordset("surveillance")
_SEATED = wordset(
    "arrest detention interrogation trial sentence torture killing execution release search confiscation order investigation"
    " crackdown extortion disappearance dismissal movement_restriction"
)
_SAYING = wordset(
    "reply answer respond remark complain grumble assure joke issue release publish tell denounce"
)  # "the ministry replied that ..."
_LAWS_NEAR = 12  # clauses of orders may lie in each other, but never so deep
_AMOUNTS = wordset("extortion bribery confiscation smuggling contact crime")
_FINED = wordset("sentence release")
_MADE_TO = wordset("forced_labor torture")
_ADDRESSED = wordset("dissemination order speech")
SENT_AWAY = wordset(
    "movement repatriation arrest release dismissal disappearance escape banishment smuggling confiscation suicide"
)
_BY_OTHERS = wordset("repatriation banishment disappearance arrest release")
_LIGHT = wordset("be have do try begin start continue want seek attempt help")


@value
class Material:
    """What the steps before have found in a document. laws: the clauses of orders; commands: the words that gave them.

    second: asked for a second opinion on the claims of each sentence, or None.
    """

    document: Document
    spoken: Speakers
    facts: Facts
    tellings: dict[int, list[Told]]
    laws: tuple[Clause, ...] = ()
    commands: tuple[Span, ...] = ()
    second: Second | None = None

    def ordered_at(self, trigger: Span) -> tuple[Span, ...]:
        """The clauses of orders that the words stand in or touch."""
        if not self.laws:
            return ()
        after = bisect_left(self.laws, trigger.end, key=lambda law: law.span.start)
        near = self.laws[max(0, after - _LAWS_NEAR) : after]
        return tuple(law.span for law in near if law.span.overlaps(trigger))


def by_sentence(spoken: Speakers) -> dict[int, list[Told]]:
    """The tellings of each sentence, by its number."""
    found: dict[int, list[Told]] = {}
    for told in spoken.tellings:
        found.setdefault(told.sentence, []).append(told)
    return found


def find_claims(material: Material) -> Heard:
    """The claims of a document, and what a second opinion says beside them."""
    publisher = frozenset(w for name in material.spoken.publisher for w in name.lower().split() if len(w) > 3)
    people = People(material.document.text, publisher)
    sources = tuple(link.source.span for link in material.spoken.links)
    found: list[Claim] = []
    aside: list[Overruled] = []
    laid: list[Laid] = []
    at = 0
    for view in material.spoken.views:
        around = []
        while at < len(sources) and sources[at].start < view.sentence.span.end:
            around.append(sources[at])
            at += 1
        told = _in_sentence(material, view, people, tuple(around))
        found += told.claims
        aside += told.set_aside
        laid += told.laid
    claims = without_repeats(spared(found), material.document.text)
    return Heard(tuple(claims), tuple(aside), tuple(laid))


def _in_sentence(material: Material, view: View, people: People, sources: tuple[Span, ...]) -> Opinion:
    if heads_section(view.tokens):
        return Opinion([], [])
    scene = scene_in(material.spoken, view)
    if is_headline(view) and names_topics(view.sentence.span.of(material.document.text), scene.clauses):
        return Opinion([], [])
    found = with_laws(view, scene, acts_in(material.spoken, view))
    found += _ordered(scene, found)
    around = tuple(m.span for m in material.facts.where.at(view.sentence.span) if m.level < 9)
    people.note(view, scene.clauses, sources, around)
    if only_asks(view):
        return Opinion([], [])
    place = slots.Place(material.document.text, view.sentence, scene, people)
    found = [
        m for m in with_opinions(scene, found) if m.trigger is not EVALUATED or _is_told(material, view, m)
    ]
    found += told_orders(scene, found, material.commands)
    found += _by_words(material, view, scene, found)
    found += laid_down(material.laws, view, scene, found)
    found = [m for m in found if not by_the_way(view.sentence, scene, m, sources)]
    told: Found = []
    for mention in sorted(found, key=lambda m: m.at):
        claim = _claim(material, view, place, mention, found)
        if claim is not None:
            told.append((mention, claim))
    left = [_claim(material, view, place, mention, found) for mention in verb_left_out(scene, found)]
    if material.second is None:
        return Opinion(with_left([claim for _, claim in told], left), [])
    maker = Maker(
        material.facts, view.sentence, lambda mention: _claim(material, view, place, mention, found)
    )
    heard = material.second(scene, told, maker)
    return replace(heard, claims=with_left(heard.claims, left))


def _is_told(material: Material, view: View, mention: Mention) -> bool:
    """Whether somebody is named for what is made of a thing: the publisher's own judgement is no claim."""
    return bool(material.spoken.chain_at(view.sentence.span_of(*mention.at), "view"))


def _by_words(material: Material, view: View, scene: Scene, found: list[Mention]) -> list[Mention]:
    """Acts told only by the words around a verb, in clauses that carry nothing else."""
    held = {m.clause.number for m in found if m.clause is not None}
    more: list[Mention] = []
    for clause in scene.clauses:
        if clause.number in held or clause.kind not in ("main", "joined") or not clause.verb.finite:
            continue
        if _in_a_pair(scene, clause, held) or any(
            k.number in held for k in scene.children(clause, "infinitive")
        ):
            continue
        if of_a_class(scene, clause):
            continue
        law = any(is_law(m) and m.span[0] <= clause.first and clause.last <= m.span[1] for m in found)
        told = law or any(m.at[0] < clause.last and clause.first < m.at[1] for m in found)
        if told or _attributes(material, view, clause):
            continue
        mention = by_field(scene, clause, alone=True)
        if mention is not None:
            more.append(mention)
    return more


def _in_a_pair(scene: Scene, clause: ActClause, held: set[int]) -> bool:
    """Whether a verb only goes with the one before it, which tells an act: "dismissed or discharged officials"."""
    pair = clause.link in ("and", "or") and clause.number - 1 in held
    return pair and scene.clauses[clause.number - 1].verb.last + 1 == clause.verb.first


def _attributes(material: Material, view: View, clause: ActClause) -> bool:
    """Whether the verb of a clause is what attributes something to somebody."""
    main = view.tokens[clause.verb.main].span
    return any(t.cue.overlaps(main) for t in material.tellings.get(view.sentence.index, ()))


def _of_a_law(scene: Scene, clause: ActClause) -> bool:
    """Whether a law is what lays something down: "the law requires organizers to notify the police"."""
    return clause.doer is not None and is_class(scene.tokens, clause.doer, "law")


def _ordered(scene: Scene, found: list[Mention]) -> list[Mention]:
    """What an order tells somebody to do, by the words around its verb, where no other rule has found an act in it."""
    orders = {
        m.clause.number
        for m in found
        if m.clause is not None and m.trigger.kind == "directive" and not _of_a_law(scene, m.clause)
    }
    known = {m.clause.number for m in found if m.clause is not None and not m.noun}
    more: list[Mention] = []
    for clause in scene.clauses:
        if clause.kind != "infinitive" or clause.governor not in orders or clause.number in known:
            continue
        if clause.lemma in _LIGHT:
            continue
        told = by_field(scene, clause)
        if told is not None and not any(
            m.trigger.act == told.trigger.act and clause.first <= m.at[0] < clause.last for m in found
        ):
            more.append(told)
    return more


def _claim(
    material: Material, view: View, place: slots.Place, mention: Mention, around: Sequence[Mention]
) -> Claim | None:
    trigger = view.sentence.span_of(*mention.at)
    if mention.clause is not None and not mention.noun and asks_not_to_be_named(view, mention.clause.verb):
        return None
    if describes(mention) or mention.at[0] < label_end(place.scene):
        return None
    if not mention.noun and cleared_of(view.tokens, mention.at[0]):
        return None
    near = material.tellings.get(view.sentence.index, ())
    cued = any(t.cue.overlaps(trigger) and t.contents for t in near)
    if tells_itself(place.scene, mention, cued=cued) and not material.spoken.chain_at(trigger, "event"):
        return None
    if _only_attributes(near, mention, trigger) or says_more_of_term(place.scene, mention):
        return None
    whole = trim(view.tokens, mention.span) or mention.at
    span = view.sentence.span_of(min(whole[0], mention.at[0]), max(whole[1], mention.at[1]))
    kind, act = mention.trigger.kind, mention.trigger.act
    stands = standing(material.spoken, kind, act, trigger, material.ordered_at(trigger))
    status = stands.status
    if mention.clause is not None and not mention.noun and status in ("asserted", "reported"):
        status = "denied" if denies_state(place.scene, mention.clause, mention.trigger) else status
    chain = material.spoken.chain_at(trigger, kind)
    facts = material.facts
    speaker = chain[-1] if chain else None
    place = slots.Place(place.text, place.sentence, place.scene, place.people, speaker)
    actor = facts.with_ids(slots.who(place, mention, "actor"))
    target = facts.with_ids(slots.who(place, mention, "target"))
    charge = charges(place, mention, around)
    punishment = facts.punishments(penalty_words(place, mention))
    told = tuple(source.told.span for source in chain if source.told is not None)
    other = tuple(f.span for f in (*charge, *punishment))
    cues = [t.cue for t in near if t.frame != "a" and t.contents and t.rule != "cue.according"]
    close = scopes(view, place.scene, mention, wide=False) + opening(view, place.scene, mention, cues)
    wider = scopes(view, place.scene, mention, wide=True)
    counted = whose_number(mention, actor, target)
    return Claim(
        kind, act, span, trigger, status,
        act_detail=detail_of(act, span.of(material.document.text)),
        sources=chain, actor=actor, target=target,
        place=_not_who(facts.places(
            wider, (*other, *_led_from(view, mention), *_of_another(view, mention), *nested(view, place.scene, mention), *(s.span for s in chain), *asides((*actor, *target), material.document.text)),
            origin=act in SENT_AWAY and not _led_elsewhere(mention), goal=act not in _ADDRESSED and kind != "view", doers=actor if act in _BY_OTHERS else (),
        ), actor, target if act == "search" else ()) or place_around(facts, place, mention, other) or place_itself(place, mention) or (seats(facts.where, actor) if act in _SEATED else ()),
        time=() if kind == "view" else counted_on(facts, place, mention) or counted_back(facts, place, mention) or _with_around(facts, place, mention, since_then(facts, place, mention) or facts.times(
            close, (*told, *other, *nested(view, place.scene, mention), *since_what(view.sentence, place.scene, mention)),
            future=stands.status == "intended", deadlines=kind != "directive", lengths=act != "sentence",
        )),
        charge=charge, punishment=punishment,
        quantity=facts.quantities(counted, span, amount=act in _AMOUNTS or kind == "condition",
            hours=act in _MADE_TO, money=act in _FINED,
            named=_named(view, mention)),
        firmness=stands.firmness, rule=mention.trigger.rule,
    )  # fmt: skip


def _with_around(
    facts: Facts, place: slots.Place, mention: Mention, found: tuple[Filler, ...]
) -> tuple[Filler, ...]:
    """The times found, or where none of them is a date the one that other words around the act tell."""
    if mention.trigger.act == "release":
        found = tuple(one for one in found if one.value is not None or not held_until(place.text, one))
    if any(one.value is not None for one in found):
        return found
    told = told_itself(facts, place, mention) or part_of_time(place, mention)
    told = told or counted_until(facts, place, mention)
    return since_happening(facts, place, mention) or issued(facts, place, mention) or told or found


def _led_elsewhere(mention: Mention) -> bool:
    """Whether where somebody vanished to is told beside where from: "transferred to an unknown location from the prison"."""
    clause = mention.clause
    gone = mention.trigger.act == "disappearance" and clause is not None and not mention.noun
    return gone and clause is not None and any(prep == "to" for prep, _ in clause.preps)


def _of_another(view: View, mention: Mention) -> list[Span]:
    """Where another act is told that only counts the time: "held since his arrest at his office in Osh"."""
    if mention.clause is None or mention.noun:
        return []
    tokens, last = view.tokens, max(mention.clause.last, mention.span[1])
    for at in range(mention.clause.verb.last, min(last, len(tokens)) - 2):
        if (
            tokens[at].lower in _COUNTING
            and tokens[at + 1].tag == "PRP$"
            and tokens[at + 2].lower in _TAKINGS
        ):
            return [view.sentence.span_of(at, last)]
    return []


_COUNTING = wordset("upon since before after following until")
_TAKINGS = wordset(
    "arrest detention release trial execution death escape conviction disappearance return abduction transfer"
)


def _led_from(view: View, mention: Mention) -> list[Span]:
    """Where somebody vanished from, with the units around it, where where to is told too."""
    if mention.clause is None or not _led_elsewhere(mention):
        return []
    goals = [part[0] for prep, part in mention.clause.preps if prep == "to"]
    return [
        view.sentence.span_of(part[0], next((at for at in goals if at > part[0]), part[1]))
        for prep, part in mention.clause.preps
        if prep == "from"
    ]


def _not_who(
    where: tuple[Filler, ...], actor: tuple[Filler, ...], searched: tuple[Filler, ...]
) -> tuple[Filler, ...]:
    """The places without the court that acts itself ("On May 3 the court sentenced") and without what is searched."""
    starts = {one.span.start for one in (*actor, *searched)}
    return tuple(one for one in where if one.rule != "place.site" or one.span.start not in starts)


def _named(view: View, mention: Mention) -> Span | None:
    """The noun phrase that carries an act: "132 arrests", "16 cases of torture"; None for a verb."""
    bases = view.chunks.nouns if mention.noun else ()
    base = next((base for base in bases if base[0] <= mention.at[0] < base[1]), None)
    if base is None:
        return None
    counted = cases_before(view.tokens, view.chunks, base[0])
    return view.span(*(base if counted is None else counted))


def _only_attributes(near: Sequence[Told], mention: Mention, trigger: Span) -> bool:
    """Whether the trigger is nothing but the word that attributes something."""
    if mention.trigger.kind != "event" or mention.clause is None:
        return False
    if mention.trigger.rule == "second.policy":  # "The ministry let it be known that"
        told = [t for t in near if t.cue.overlaps(trigger) and t.contents]
        return any(t.cls in ("say", "admit", "claim") for t in told)
    named = {"about", "of", "over"} & {prep for prep, _ in mention.clause.preps}
    if mention.clause.verb.negated:
        return False
    if mention.trigger.act == "speech" and mention.clause.lemma in _SAYING and not named:
        judges = mention.clause.lemma == "denounce" and mention.clause.object is not None
        return not judges and any(t.cue.overlaps(trigger) and t.contents for t in near)
    if mention.trigger.act not in _TOLD:
        return False
    if mention.clause.object is not None or mention.clause.passive or mention.noun:
        return False
    return any(t.cue.overlaps(trigger) for t in near)
